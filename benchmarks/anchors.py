"""`./dev bench anchors`: quotes of real laws sought in the next revision, beside what other systems do, in one run.

A ruler that is not the product's (words inside lines) says where a quote should be. Untouched ones have one right place;
touched ones that are found where another passage, itself untouched, always stood are wrong: a lookalike was taken for
them, and silently, if the place is not even called another one.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from diff_match_patch import diff_match_patch
from rich.console import Console
from rich.table import Table

from positions.anchors import AnchorState, anchor, resolve_all
from positions.hunks import Hunk, hunks
from tests.support.quotes import Quote, is_elsewhere, quotes
from tests.support.splits import PAIRS, by_words, read_pairs

NUMBER = 25
CONTEXT = 32
FUZZY = 32  # dmp matches no longer patterns

# Where a method puts each quote, and whether it says that the place is another one than before.
Found = list[tuple[int | None, bool]]
Method = Callable[[str, str, Sequence[Quote]], Found]


@dataclass
class Score:
    """How a method did."""

    untouched: int = 0
    right: int = 0
    flagged: int = 0
    lost: int = 0
    touched: int = 0
    lookalikes: int = 0
    wrong: int = 0
    silent: int = 0
    taken: list[float] = field(default_factory=list)


def main() -> None:
    """Print one row for each method."""
    if not PAIRS.is_file():
        print(f"skipped: {PAIRS.name} does not lie beside this checkout")
        return
    scores = {name: Score() for name in METHODS}
    for seed, (base, head) in enumerate(read_pairs()):
        edits = by_words(base, head)
        drawn = list(quotes(base, edits, NUMBER, seed))
        for name, method in METHODS.items():
            hunks.cache_clear()
            began = time.process_time()
            found = method(base, head, drawn)
            scores[name].taken.append((time.process_time() - began) * 1000)
            _count(scores[name], (base, head, edits), drawn, found)
    columns = ("untouched", "right", "%", "called moved", "lost", "touched", "lookalike", "wrong", "SILENT")
    table = Table("method", *columns, "ms a pair", "max")
    for name, score in scores.items():
        table.add_row(name, *_row(score))
    Console(width=130).print(table)


def _row(score: Score) -> list[str]:
    share = f"{100 * score.right / score.untouched:.2f}"
    counts = (score.flagged, score.lost, score.touched, score.lookalikes, score.wrong, score.silent)
    spread = (sum(score.taken) / len(score.taken), max(score.taken))
    return [str(score.untouched), str(score.right), share, *map(str, counts), *(f"{ms:.1f}" for ms in spread)]


def _count(
    score: Score, texts: tuple[str, str, Sequence[Hunk]], drawn: Sequence[Quote], found: Found
) -> None:
    base, head, edits = texts
    for quote, (place, is_told) in zip(drawn, found, strict=True):
        if quote.place is not None:
            score.untouched += 1
            score.right += place == quote.place
            score.lost += place is None
            score.flagged += place == quote.place and is_told
            continue
        score.touched += 1
        score.lookalikes += base[quote.start : quote.end] in head
        if place is not None and is_elsewhere(edits, quote, place):
            score.wrong += 1
            score.silent += not is_told


def _ours(base: str, head: str, drawn: Sequence[Quote]) -> Found:
    anchors = [anchor(base, quote.start, quote.end) for quote in drawn]
    return [
        (resolution.start, resolution.state is not AnchorState.UNCHANGED)
        for resolution in resolve_all(anchors, base, head)
    ]


def _first(base: str, head: str, drawn: Sequence[Quote]) -> Found:
    return [(_found(head.find(base[quote.start : quote.end])), False) for quote in drawn]


def _in_context(base: str, head: str, drawn: Sequence[Quote]) -> Found:
    """Of all exact places the one with most of the text around it, the first of equals."""
    return [(_best(base, head, quote), False) for quote in drawn]


def _fuzzy(base: str, head: str, drawn: Sequence[Quote]) -> Found:
    """As Hypothesis began: the quote's beginning by dmp's fuzzy search from the old offset."""
    engine = diff_match_patch()
    return [
        (
            _found(
                engine.match_main(head, base[quote.start : min(quote.end, quote.start + FUZZY)], quote.start)
            ),
            False,
        )
        for quote in drawn
    ]


def _best(base: str, head: str, quote: Quote) -> int | None:
    exact = base[quote.start : quote.end]
    before, after = base[max(0, quote.start - CONTEXT) : quote.start], base[quote.end : quote.end + CONTEXT]
    best, place, at = -1, None, head.find(exact)
    while at >= 0:
        kept = sum(
            one == other
            for one, other in zip(reversed(before), reversed(head[max(0, at - CONTEXT) : at]), strict=False)
        ) + sum(
            one == other
            for one, other in zip(after, head[at + len(exact) : at + len(exact) + CONTEXT], strict=False)
        )
        if kept > best:
            best, place = kept, at
        at = head.find(exact, at + 1)
    return place


def _found(place: int) -> int | None:
    return None if place < 0 else place


METHODS: dict[str, Method] = {
    "ours": _ours,
    "first match": _first,
    "exact + context": _in_context,
    "dmp fuzzy": _fuzzy,
}

if __name__ == "__main__":
    main()
