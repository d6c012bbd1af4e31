"""`./dev bench history`: ten thousand versions of a paper by four authors: what they need in the store, and how long opening takes.

The editing trace lies beside the checkout (../shared/data/traces/automerge-paper.json.gz) and is not part of the product. Its
edits are cut into equal parts, each by the next author and each saved as a version. Beside ours: every version compressed by
itself with its authorship, and replaying the edits until the version.
"""

import gzip
import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import zstandard
from rich.console import Console
from rich.table import Table

from positions.authorship import Delete, Insert, Retain, Run, splice, total
from positions.hunks import Hunk
from positions.packing import encode_runs
from positions.replicas import Replica
from positions.versions import is_keyframe, keyframe_of, pack, pack_runs, unpack, unpack_runs

TRACE = Path(__file__).parents[2] / "shared/data/traces/automerge-paper.json.gz"
VERSIONS = 10_000
AUTHORS = tuple(f"msh_01KB3Q8Z7W9X2Y4V5T6R8P0N{number:02}" for number in range(4))
SPANS = {"first 100": (1, 100), "middle 100": (4_951, 5_050), "last 100": (9_901, 10_000)}
TIMES = 5
SAMPLED = 20
"""One version in so many is compressed by itself, and the sum counted so many times."""

SECONDS_OF_A_LOG = 20
"""Making a log that takes longer is stopped and said so."""

Edit = tuple[int, int, str]
Authorship = tuple[Run, ...]


@dataclass
class Store:
    """Versions as the database keeps them, by number from 1."""

    texts: list[bytes] = field(default_factory=list)
    authorship: list[bytes] = field(default_factory=list)
    keyframe: tuple[str, bytes] = ("", b"")

    def keep(self, text: str, runs: Authorship) -> None:
        """Add the next version."""
        whole = is_keyframe(len(self.texts) + 1)
        self.texts.append(pack(text, None if whole else self.keyframe[0]))
        self.authorship.append(pack_runs(runs, None if whole else self.keyframe[1]))
        if whole:
            self.keyframe = (text, self.authorship[-1])

    def open(self, number: int) -> tuple[str, Authorship]:
        """Text and authorship of a version."""
        keyframe = keyframe_of(number)
        text, runs = self.texts[number - 1], self.authorship[number - 1]
        if keyframe == number:
            return unpack(text, None), unpack_runs(runs)
        base = self.authorship[keyframe - 1]
        return unpack(text, unpack(self.texts[keyframe - 1], None)), unpack_runs(runs, base)


@dataclass
class Alone:
    """Versions compressed by themselves."""

    texts: int = 0
    authorship: int = 0

    def keep(self, text: str, runs: Authorship) -> None:
        """Count the next version."""
        self.texts += SAMPLED * len(zstandard.compress(text.encode()))
        self.authorship += SAMPLED * len(zstandard.compress(encode_runs(runs)))


def typed(trace: dict[str, Any]) -> list[Edit]:
    """The edits of a trace in order: where, how much goes, what comes."""
    return [
        (position, length, text)
        for transaction in trace["txns"]
        for position, length, text in transaction["patches"]
    ]


def replayed(edits: list[Edit], versions: int) -> Iterator[tuple[str, Authorship]]:
    """The text and its authorship after each of so many equal parts, each by the next of the authors."""
    text, at = "", 0
    runs: Authorship = ()
    for number in range(versions):
        author, end = AUTHORS[number % len(AUTHORS)], (number + 1) * len(edits) // versions
        for position, length, added in edits[at:end]:
            text = text[:position] + added + text[position + length :]
            delta = (Retain(position), Delete(length), Insert(added))
            runs = splice(runs, delta, (Run(len(added), author),))
        at = end
        yield text, runs


def log_of(edits: Iterable[Edit]) -> list[bytes]:
    """The edits as one update each, as the draft's log keeps them; stopped when it takes too long."""
    replica, updates, began = Replica(1), [], time.process_time()
    for position, length, text in edits:
        updates.append(replica.edit([Hunk(position, position + length, text)]))
        if time.process_time() - began > SECONDS_OF_A_LOG:
            break
    return updates


def spread(act: Callable[[int], object], numbers: Iterable[int]) -> str:
    """Median, 95th percentile and maximum of the CPU time, in milliseconds; of each version the best of some tries."""
    taken = []
    for number in numbers:
        tries = []
        for _ in range(TIMES):
            began = time.process_time()
            act(number)
            tries.append((time.process_time() - began) * 1000)
        taken.append(min(tries))
    return f"{median(taken):.2f} / {quantiles(taken, n=20, method='inclusive')[-1]:.2f} / {max(taken):.2f}"


def main() -> None:
    """Print what is stored, then how long opening takes."""
    if not TRACE.is_file():
        print(f"skipped: {TRACE.name} does not lie beside this checkout")
        return
    with gzip.open(TRACE, "rt", encoding="utf-8") as lines:
        trace = json.load(lines)
    edits = typed(trace)
    store, alone, last = Store(), Alone(), deque[tuple[str, Authorship]](maxlen=10)
    for number, (text, runs) in enumerate(replayed(edits, VERSIONS), 1):
        assert total(runs) == len(text)
        store.keep(text, runs)
        last.append((text, runs))
        if number % SAMPLED == 0:
            alone.keep(text, runs)
    assert store.open(VERSIONS) == (trace["endContent"], runs)
    console = Console(width=120)
    console.print(_sizes(store, alone))
    young = Store()
    for text, runs in last:
        young.keep(text, runs)
    console.print(_openings(store, young, edits))


def _sizes(store: Store, alone: Alone) -> Table:
    table = Table(f"{VERSIONS:,} versions, MB", "texts", "authorship", "together", "of ours")
    ours = sum(map(len, store.texts)), sum(map(len, store.authorship))
    for name, (texts, authorship) in {
        "ours: against a keyframe": ours,
        f"each by itself (zstd; 1 in {SAMPLED} measured)": (alone.texts, alone.authorship),
    }.items():
        figures = [f"{size / 1e6:.2f}" for size in (texts, authorship, texts + authorship)]
        table.add_row(name, *figures, f"{(texts + authorship) / sum(ours):.1f}")
    return table


def _openings(store: Store, young: Store, edits: list[Edit]) -> Table:
    table = Table("opening, ms of CPU: median / p95 / max", *SPANS)
    spans = [range(first, last + 1, 4) for first, last in SPANS.values()]
    table.add_row("ours: text and authorship", *(spread(store.open, numbers) for numbers in spans))
    table.add_row("ours: the finished paper as version 10", "", "", spread(young.open, [10] * 9))
    table.add_row("ours: the finished paper as version 10,000", "", "", spread(store.open, [VERSIONS] * 9))
    log = log_of(edits)
    until = [(last * len(edits)) // VERSIONS for _, last in SPANS.values()]
    table.add_row("replaying the log, text only", *(_replay(log, count) for count in until))
    return table


def _replay(log: list[bytes], count: int) -> str:
    if count > len(log):
        return f"not reached: {len(log):,} updates in {SECONDS_OF_A_LOG} s"
    began = time.process_time()
    Replica.from_updates(islice(log, count))
    return f"{(time.process_time() - began) * 1000:,.0f}"


if __name__ == "__main__":
    main()
