import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.errors import Code
from positions.events import (
    GENESIS,
    Difference,
    Fault,
    Sealed,
    Tag,
    canonical,
    commit,
    moment,
    seal,
    verify_chain,
)

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SALT = "5a" * 16
BODY = {"round": "rnd_1", "choices": ["APPROVE", None], "count": 36, "sealed": True, "nested": {"l·l": "ç"}}
texts = st.text(st.characters(codec="utf-8"), max_size=8)
values = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts
bodies = st.dictionaries(texts, values | st.lists(values, max_size=3), max_size=4)


def chain_of(*some: dict[str, object]) -> list[Sealed]:
    events: list[Sealed] = []
    for number, body in enumerate(some):
        previous = events[-1].hash if events else GENESIS
        at = NOON + timedelta(minutes=number)
        events.append(
            seal(
                chain="pos_1",
                sequence=number + 1,
                tag=Tag.VOTE_CAST,
                at=at,
                actor="msh_1",
                body=body,
                previous_hash=previous,
            )
        )
    return events


def test_a_hash_can_be_recomputed_with_nothing_but_json_and_sha256() -> None:
    [event] = chain_of(BODY)
    covered = {
        "chain": "pos_1",
        "sequence": 1,
        "tag": "vote:cast",
        "at": "2026-11-22T12:00:00.000000Z",
        "actor": "msh_1",
        "body": json.loads(event.body),
        "previous_hash": "0" * 64,
    }
    text = json.dumps(covered, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert event.hash == hashlib.sha256(text.encode()).hexdigest()


def test_canonical_json_sorts_keys_and_escapes_as_rfc_8785_says() -> None:
    assert canonical({"b": [1, True, None], "a": 'x"\n\x0f'}) == '{"a":"x\\"\\n\\u000f","b":[1,true,null]}'
    assert canonical({"\U0001f600": 1, "\ufb33": 2}) == '{"😀":1,"\ufb33":2}', "by UTF-16 units"
    assert canonical({"code": Code.STALE, "on": date(2026, 1, 2)}) == '{"code":"STALE","on":"2026-01-02"}'


@pytest.mark.parametrize("value", [0.5, {1: "a"}, b"x", {"a": object()}, {"a": {1, 2}}])
def test_what_is_no_json_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


def test_times_are_written_in_one_way_only() -> None:
    madrid = datetime(2026, 11, 22, 13, tzinfo=timezone(timedelta(hours=1)))
    assert moment(madrid) == moment(NOON) == "2026-11-22T12:00:00.000000Z"
    with pytest.raises(ValueError, match="zone"):
        moment(NOON.replace(tzinfo=None))


def test_every_tag_is_a_subject_and_an_action() -> None:
    assert all(tag.value == tag.name.lower().replace("_", ":") for tag in Tag)


@given(st.lists(bodies, max_size=5))
def test_an_untouched_chain_holds(some: list[dict[str, object]]) -> None:
    events = chain_of(*some)
    assert verify_chain(events) is None
    assert verify_chain(iter(events), head=events[-1].hash if events else GENESIS) is None


SECOND = chain_of({"a": 1}, {"a": 1}, {"a": 1})[1]
CHANGES = [
    (replace(SECOND, chain="pos_2"), Fault.CHAIN),
    (replace(SECOND, sequence=9), Fault.SEQUENCE),
    (replace(SECOND, tag="vote:recorded"), Fault.HASH),
    (replace(SECOND, at=NOON), Fault.HASH),
    (replace(SECOND, actor="msh_2"), Fault.HASH),
    (replace(SECOND, actor=None), Fault.HASH),
    (replace(SECOND, body='{"a":2}'), Fault.HASH),
    (replace(SECOND, body='{"a":1} '), Fault.BODY),
    (replace(SECOND, body='{"a":1.0}'), Fault.BODY),
    (replace(SECOND, body='{"a":1'), Fault.BODY),
    (replace(SECOND, body="[]"), Fault.BODY),
    (replace(SECOND, previous_hash=GENESIS), Fault.PREVIOUS_HASH),
    (replace(SECOND, hash="f" * 64), Fault.HASH),
]


@pytest.mark.parametrize(("change", "fault"), CHANGES, ids=range(len(CHANGES)))
def test_any_change_is_found_where_it_is(change: Sealed, fault: Fault) -> None:
    events = chain_of({"a": 1}, {"a": 1}, {"a": 1})
    events[1] = change
    assert verify_chain(events) == Difference(2, fault)


def test_a_missing_a_swapped_and_a_cut_event_are_found() -> None:
    first, second, third = chain_of({"a": 1}, {"a": 2}, {"a": 3})
    assert verify_chain([first, third]) == Difference(2, Fault.SEQUENCE)
    assert verify_chain([second, first, third]) == Difference(1, Fault.SEQUENCE)
    assert verify_chain([first, second]) is None
    assert verify_chain([first, second], head=third.hash) == Difference(3, Fault.HEAD)


@given(st.integers(0, 2), st.data())
def test_one_flipped_byte_of_a_body_is_found(place: int, data: st.DataObject) -> None:
    events = chain_of(BODY, BODY, BODY)
    raw = bytearray(events[place].body.encode())
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    events[place] = replace(events[place], body=raw.decode(errors="replace"))
    found = verify_chain(events)
    assert found
    assert found.sequence == place + 1


@given(texts, texts)
def test_a_commitment_fits_one_value_and_one_salt(one: str, other: str) -> None:
    assert (commit(one, SALT) == commit(other, SALT)) is (one == other)
    assert commit(one, SALT) != commit(one, SALT[::-1])


def test_a_short_salt_is_refused() -> None:
    with pytest.raises(ValueError, match="salt"):
        commit("Maria", "00")
