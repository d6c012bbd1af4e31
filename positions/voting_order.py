"""In which order the amendments to a text are put to the vote.

As parliaments do it (United Nations, General Assembly, rules 90 and 130; European Parliament, voting on amendments): passage
by passage; first what speaks about the whole passage, then about parts of it; of these the one furthest removed from the text
first; a compromise before all that it replaces. Equals go by number.

The distance is a share of words: of the passage's words and those that come, how many go or come. A passage that is
deleted whole is at 1, and before one that is replaced whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter

from positions.courses import Placed
from positions.layouts import Layout, layout
from positions.wording import count_words

Range = tuple[int, int]
Numbers = Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """An amendment with what decides its place in the order."""

    number: int
    distance: Fraction
    is_whole: bool
    collides_with: tuple[int, ...] = ()
    falls_with: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks of a text that amendments tie together, with these amendments in voting order; without a place, those that have none."""

    start: int
    end: int
    amendments: tuple[Ranked, ...]


def voting_order(
    text: str,
    placed: Sequence[Placed],
    met: Numbers,
    fallers: Numbers,
    replaced: Numbers,
) -> tuple[Passage, ...]:
    """The passages of a text in its order, each with its amendments; those that stand nowhere come last."""
    found = layout(text)
    made = []
    for span, group in _groups(found, placed):
        ranked = sorted(
            (_rank(_ranked(text, one, span, met, fallers), one) for one in group), key=itemgetter(0)
        )
        in_order = [one for _, one in ranked]
        made.append(Passage(*span, tuple(_compromises_first(in_order, replaced))))
    lost = sorted(one.proposal.number for one in placed if one.placement.start is None)
    if lost:
        nowhere = tuple(
            Ranked(number, Fraction(0), is_whole=False, falls_with=tuple(fallers.get(number, ())))
            for number in lost
        )
        made.append(Passage(len(text), len(text), nowhere))
    return tuple(made)


def distance(placed: Placed, passage_words: int) -> Fraction:
    """How far an amendment leads away from a passage of so many words, from 0 to 1."""
    gone, come = placed.words
    return min(Fraction(1), Fraction(gone + come, max(1, passage_words + come)))


def _ranked(text: str, placed: Placed, span: Range, met: Numbers, fallers: Numbers) -> Ranked:
    number, (start, end) = placed.proposal.number, span
    is_whole = start < end and _reach(layout(text), placed) == span and _covers(placed, span)
    return Ranked(
        number,
        distance(placed, _count(text[start:end])),
        is_whole,
        tuple(met.get(number, ())),
        tuple(fallers.get(number, ())),
    )


@lru_cache(maxsize=512)
def _count(passage: str) -> int:
    """The words of a passage, which all its amendments ask for."""
    return count_words(passage)


def _rank(ranked: Ranked, placed: Placed) -> tuple[tuple[bool, Fraction, bool, int], Ranked]:
    return (
        not ranked.is_whole,
        -ranked.distance,
        any(new.strip() for _, new in placed.changes),
        ranked.number,
    ), ranked


def _covers(placed: Placed, span: Range) -> bool:
    start, end = placed.placement.start, placed.placement.end
    return start is not None and end is not None and start <= span[0] and span[1] <= end


def _compromises_first(ranked: Sequence[Ranked], replaced: Numbers) -> Iterator[Ranked]:
    """The same order, but nothing before a compromise that replaces it."""
    left = {one.number: one for one in ranked}

    def take(number: int) -> Iterator[Ranked]:
        one = left.pop(number, None)
        if one is not None:
            for compromise in [other for other in left if number in replaced.get(other, ())]:
                yield from take(compromise)
            yield one

    for one in ranked:
        yield from take(one.number)


def _groups(found: Layout, placed: Sequence[Placed]) -> Iterator[tuple[Range, list[Placed]]]:
    """The amendments whose blocks overlap, with the range of these blocks; additions between blocks by their place."""
    standing = [one for one in placed if one.placement.start is not None]
    joined: list[tuple[Range, list[Placed]]] = []
    for span, one in sorted(((_reach(found, one), one) for one in standing), key=_place):
        known = joined[-1][0] if joined else None
        if known is not None and (span == known or span[0] < known[1]):
            joined[-1] = (known[0], max(known[1], span[1])), [*joined[-1][1], one]
        else:
            joined.append((span, [one]))
    yield from joined


def _place(found: tuple[Range, Placed]) -> tuple[Range, int]:
    return found[0], found[1].proposal.number


def _reach(found: Layout, placed: Placed) -> Range:
    """The blocks that an amendment touches."""
    start, end = placed.placement.start, placed.placement.end
    assert start is not None
    assert end is not None
    if start == end and (not found.blocks or any(edit.is_slot for edit in placed.edits)):
        return start, start
    first, last = found.at(start), found.at(max(start, end - 1))
    return found.blocks[first].start, max(found.content_end(last), end)
