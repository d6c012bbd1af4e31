"""Who wrote each letter of a draft, reckoned apart from the product: yjs says whose client each is, and whoever plays says whose the clients are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import count

from positions.drafts import Draft, LogRow
from positions.replicas import SERVER_CLIENTS
from positions.updates import inspect
from tests.support.yjs import Yjs

_client_ids = count(2**30)


def writers(yjs: Yjs, rows: Sequence[LogRow], owners: Mapping[int, str]) -> list[str | None]:
    """The membership that wrote each letter, in the text's order; None where a row itself divides what it brings among authors."""
    document = yjs.document(next(_client_ids))
    document.apply(*(row.update for row in rows))
    known: dict[int, str | None] = dict(owners)
    for row in rows:
        servers = [client for client in inspect(row.update).clients if client in SERVER_CLIENTS]
        known.update(dict.fromkeys(servers, None if row.attribution else row.author))
    return [known[client] for client, written in document.ask("letters")["letters"] for _ in written]


def check_authorship(yjs: Yjs, draft: Draft, rows: Sequence[LogRow], owners: Mapping[int, str]) -> None:
    """Every letter is its writer's, and what all have written adds up to the text."""
    told = [run.author for run in draft.runs for _ in range(run.length)]
    reckoned = writers(yjs, rows, owners)
    assert len(told) == len(reckoned) == len(draft.text)
    wrong = [
        (place, draft.text[place], author, found)
        for place, (author, found) in enumerate(zip(reckoned, told, strict=True))
        if author not in (None, found)
    ]
    assert not wrong, wrong[:5]
    if None not in reckoned:
        assert Counter(told) == Counter(reckoned)
