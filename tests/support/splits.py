"""Real revisions of laws cut into two sides that edit at once, by rulers that are not the product's own, and merged by it."""

import gzip
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from positions.documents import normalise
from positions.hunks import Hunk, Overlap, apply_hunks, hunks
from positions.merging import edits_beside
from positions.replicas import Replica
from tests.support.sources import ROOT

PAIRS = ROOT.parent / "shared" / "data" / "law-pairs.jsonl.gz"
needs_pairs = pytest.mark.skipif(
    not PAIRS.is_file(), reason=f"{PAIRS.name} does not lie beside this checkout"
)
FEWEST, MOST = 2, 3_000
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True)
class Case:
    """What two sides made of one text at once: one edit by edit, the other as a whole text; and what should come out."""

    base: str
    theirs: tuple[Hunk, ...]
    save: str
    head: str

    @property
    def server(self) -> str:
        """The text as the first side left it."""
        return apply_hunks(self.base, self.theirs)


Ruler = Callable[[str, str], Sequence[Hunk]]
Split = Callable[[Sequence[Hunk]], list[bool]]


def read_pairs(file: Path = PAIRS) -> list[tuple[str, str]]:
    """The pairs of a file, in the form that texts have here."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [(normalise(pair["base"]), normalise(pair["head"])) for pair in map(json.loads, lines)]


def by_lines(base: str, head: str) -> list[Hunk]:
    """The lines that difflib finds replaced, each run of them one edit."""
    return list(_by_lines(base.splitlines(keepends=True), head.splitlines(keepends=True)))


def by_words(base: str, head: str) -> list[Hunk]:
    """The words that rapidfuzz finds replaced inside the lines that it finds replaced."""
    found: list[Hunk] = []
    for start, end, new in _stretches(base.splitlines(keepends=True), head.splitlines(keepends=True)):
        old = base[start:end]
        found += [
            Hunk(start + at, start + until, words)
            for at, until, words in _stretches(_WORDS.findall(old), _WORDS.findall(new))
        ]
    return found


def by_letters(base: str, head: str) -> list[Hunk]:
    """The letters that diff-match-patch finds replaced, after its semantic clean-up."""
    engine = diff_match_patch()
    found = engine.diff_main(base, head)
    engine.diff_cleanupSemantic(found)
    edits: list[Hunk] = []
    at = start = 0
    written = ""
    for kind, text in [*found, (engine.DIFF_EQUAL, "")]:
        if kind == engine.DIFF_INSERT:
            written += text
            continue
        if kind == engine.DIFF_EQUAL:
            if start < at or written:
                edits.append(Hunk(start, at, written))
            start, written = at + len(text), ""
        at += len(text)
    return edits


def by_hunks(base: str, head: str) -> list[Hunk]:
    """The product's own edits."""
    return list(hunks(base, head))


RULERS: dict[str, Ruler] = {"words": by_words, "lines": by_lines, "letters": by_letters, "ours": by_hunks}


def evens(edits: Sequence[Hunk]) -> list[bool]:
    """Every second edit, from the first on."""
    return [number % 2 == 0 for number in range(len(edits))]


def odds(edits: Sequence[Hunk]) -> list[bool]:
    """Every second edit, from the second on."""
    return [number % 2 == 1 for number in range(len(edits))]


def thirds(edits: Sequence[Hunk]) -> list[bool]:
    """Every third edit."""
    return [number % 3 == 0 for number in range(len(edits))]


def halves(edits: Sequence[Hunk]) -> list[bool]:
    """Each edit with an even chance, but at least one on each side."""
    chance = random.Random(len(edits))
    chosen = [chance.random() < 0.5 for _ in edits]
    return chosen if len(set(chosen)) > 1 else evens(edits)


SPLITS = {"even": evens, "odd": odds, "third": thirds, "random": halves}


def cases(base: str, head: str, edits: Sequence[Hunk], split: Split) -> Iterator[Case]:
    """The case that a split of the edits between two texts makes, if both sides have some."""
    chosen = split(edits)
    if FEWEST <= len(edits) <= MOST and len(set(chosen)) > 1:
        theirs = tuple(edit for edit, is_theirs in zip(edits, chosen, strict=True) if is_theirs)
        yours = [edit for edit, is_theirs in zip(edits, chosen, strict=True) if not is_theirs]
        yield Case(base, theirs, apply_hunks(base, yours), head)


def merge(case: Case) -> tuple[str, tuple[Overlap, ...]]:
    """The save merged as the product merges it, without its database: the text, and the overlaps reported."""
    origin = Replica(10)
    origin.edit([Hunk(0, 0, case.base)])
    server = origin.fork(11)
    server.edit(case.theirs)
    return merge_into(origin, server, case.save)


def merge_into(origin: Replica, server: Replica, save: str) -> tuple[str, tuple[Overlap, ...]]:
    """A whole text based on one replica merged into what another has become."""
    found = edits_beside(origin.text, hunks(origin.text, save), origin.changed_to(server))
    if found.edits:
        server.apply(origin.fork(12).edit(found.edits))
    return server.text, found.overlaps


def _by_lines(old: list[str], new: list[str]) -> Iterator[Hunk]:
    starts = _starts(old)
    for kind, first, last, head_first, head_last in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            yield Hunk(starts[first], starts[last], "".join(new[head_first:head_last]))


def _stretches(old: list[str], new: list[str]) -> Iterator[tuple[int, int, str]]:
    """Where two sequences of pieces differ: ranges of the old text with the new text; touching ones joined."""
    starts = _starts(old)
    at = head_at = 0
    for run in Indel.opcodes(old, new).as_matching_blocks():
        if (at, head_at) != (run.a, run.b):
            yield starts[at], starts[run.a], "".join(new[head_at : run.b])
        at, head_at = run.a + run.size, run.b + run.size


def _starts(pieces: list[str]) -> list[int]:
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts
