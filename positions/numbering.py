"""Numbers of paragraphs that stay citable while the text goes on, as people hold it printed: every form and screen has these.

The paragraphs of one version are numbered from 1, those at the top level; headings, list items and tables have none. An ask is
cited by its key, wherever it stands, and takes no number. From text to text a paragraph keeps its number while it stays, changes or moves; a new one is cited by
the paragraph before it and a letter (`12a`, before the first `0a`); the number of one that is gone is never given again, unless
just that paragraph comes back.
"""

from bisect import bisect_left, bisect_right
from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count, product
from string import ascii_lowercase

from positions.asks import ask_key
from positions.blocks import Block, Kind
from positions.layouts import Layout, layout
from positions.pairing import pair_blocks
from positions.sides import sides


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block with its number, which is empty for what has none; of one that is gone, what it said, at the place it left."""

    number: str
    kind: Kind
    level: int
    start: int
    end: int
    gone: str | None = None


_KEPT = 32
KNOWN: OrderedDict[tuple[str, ...], tuple[Numbered, ...]] = OrderedDict()
"""What was numbered last, by the texts that led there: the draft goes on, the versions before it stay."""


def numbered(texts: tuple[str, ...]) -> tuple[Numbered, ...]:
    """The blocks of the last text, those that are gone among them, numbered from the first text on through all between."""
    done = next((count for count in range(len(texts), 0, -1) if texts[:count] in KNOWN), 0)
    found = KNOWN.get(texts[:done], ())
    if not found:
        found, done = tuple(_first(layout(texts[0]))), 1
    for at in range(done, len(texts)):
        found = tuple(_next(found, layout(texts[at - 1]), layout(texts[at])))
        if at >= len(texts) - 2:
            _keep(texts[: at + 1], found)
    return found


def _keep(texts: tuple[str, ...], found: tuple[Numbered, ...]) -> None:
    KNOWN[texts] = found
    while len(KNOWN) > _KEPT:
        KNOWN.popitem(last=False)


def first_numbers(text: str) -> Mapping[int, str]:
    """The numbers of a text that none went before, by the start of what has them."""
    return Citations(numbered((text,)), text).by_start


class Citations:
    """The numbers of a text's blocks, found by place."""

    def __init__(self, found: Sequence[Numbered], text: str) -> None:
        standing = [one for one in found if one.number and one.gone is None]
        self.by_start = {one.start: one.number for one in standing if _is_plain(one.number)}
        """The numbers by the start of their paragraphs, asks left out: they say their keys themselves."""
        self._numbers = tuple(one.number for one in standing)
        self._starts = [one.start for one in standing]
        self._ends = [one.start + len(text[one.start : one.end].rstrip()) for one in standing]

    def touched(self, start: int, end: int) -> tuple[str, ...]:
        """What a range runs through, or a place lies within; nothing for a place between two blocks."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end)
        return self._numbers[first:last] if first < last else ()

    def changed(self, start: int, end: int, proposed: str) -> tuple[str, ...]:
        """What a change is about: words that are put at the end of a paragraph are about that paragraph."""
        is_continued = start == end and bool(proposed) and not proposed.startswith("\n")
        return self.touched(start, end) or (self.touched(start - 1, end) if is_continued else ())

    def above(self, place: int) -> str:
        """The last number that begins before a place, asks left out; empty where there is none."""
        before = self._numbers[: bisect_left(self._starts, place)]
        return next((number for number in reversed(before) if _is_plain(number)), "")


def _is_counted(block: Block) -> bool:
    """Whether a block is a paragraph that gets a number, unless it is an ask."""
    return block.kind == "paragraph" and block.level == 0


def _is_plain(number: str) -> bool:
    """Whether a number is one, and not the key of an ask."""
    return number[:1].isdigit()


@lru_cache(maxsize=16)
def _keys(text: str) -> Mapping[int, str]:
    """The asks of a text by their block; of several with one key the first."""
    found = layout(text)
    first: dict[str, int] = {}
    for index, block in enumerate(found.blocks):
        if _is_counted(block) or block.kind == "list_item":
            first.setdefault(ask_key(block.kind, text[block.start : block.end]), index)
    return {index: key for key, index in first.items() if key}


def _first(found: Layout) -> Iterator[Numbered]:
    keys, last = _keys(found.text), count(1)
    for index, block in enumerate(found.blocks):
        yield _numbered(block, keys.get(index) or (str(next(last)) if _is_counted(block) else ""))


def _next(before: Sequence[Numbered], old: Layout, new: Layout) -> Iterator[Numbered]:
    """The blocks of the next text: numbers that stay, then letters for new ones; each gap behind what it stood behind."""
    pairing = pair_blocks(*sides(old.text, new.text), with_moves=True)
    standing = [one for one in before if one.gone is None]
    stays = {head: standing[base].number for base, head in (*pairing.kept, *pairing.moved)}
    lost = _gaps(before, old, new, (dict(pairing.kept), dict(pairing.moved)))
    numbers = _numbers(new, stays, {one.number for one in before}, lost)
    taken = set(numbers.values())
    for index in range(-1, len(new.blocks)):
        if index >= 0:
            yield _numbered(new.blocks[index], numbers.get(index, ""))
        place = new.blocks[index].end if index >= 0 else 0
        for gap in lost.get(index, ()):
            if gap.number not in taken:
                yield replace(gap, start=place, end=place)


def _numbers(
    new: Layout, stays: Mapping[int, str], used: set[str], lost: Mapping[int, Sequence[Numbered]]
) -> dict[int, str]:
    """The number of each numbered block of a text."""
    keys = _keys(new.text)
    gone = {gap.gone: gap.number for gaps in lost.values() for gap in gaps if _is_plain(gap.number)}
    made: dict[int, str] = dict(keys)
    free: defaultdict[str, Iterator[str]] = defaultdict(_letters)
    last = "0"
    for index, block in enumerate(new.blocks):
        if index not in keys and _is_counted(block):
            kept = stays.get(index, "")
            number = kept if _is_plain(kept) else gone.pop(new.content(index), "")
            last = number or _lettered(last, used, free)
            used.add(last)
            made[index] = last
    return made


def _gaps(
    before: Sequence[Numbered], old: Layout, new: Layout, pairs: tuple[Mapping[int, int], Mapping[int, int]]
) -> dict[int, list[Numbered]]:
    """The numbers without a block, by the block of the new text behind which they are told; -1 before the first."""
    kept, moved = pairs
    keys = _keys(new.text)
    found: dict[int, list[Numbered]] = {}
    index, place = -1, -1
    for one in before:
        if one.gone is not None:
            found.setdefault(place, []).append(one)
            continue
        index += 1
        place = kept.get(index, place)
        partner = kept.get(index, moved.get(index))
        is_there = partner is not None and partner not in keys and _is_counted(new.blocks[partner])
        if one.number and not (_is_plain(one.number) and is_there):
            found.setdefault(place, []).append(replace(one, gone=old.content(index)))
    return found


def _numbered(block: Block, number: str) -> Numbered:
    return Numbered(number, block.kind, block.level, block.start, block.end)


def _lettered(number: str, used: Set[str], free: Mapping[str, Iterator[str]]) -> str:
    """The next free letter behind a number; each root goes on where it last stopped."""
    root = number.rstrip(ascii_lowercase)
    return next(found for letters in free[root] if (found := root + letters) not in used)


def _letters() -> Iterator[str]:
    """`a` to `z`, then `aa`, without an end."""
    for length in count(1):
        yield from map("".join, product(ascii_lowercase, repeat=length))
