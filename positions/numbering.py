"""Numbers of paragraphs that stay citable while the text goes on, as people hold it printed.

The paragraphs of one version are numbered from 1, as every form prints them: those at the top level; headings, list items
and tables have none. From text to text a paragraph keeps its number while it stays, changes or moves; a new one is cited by
the paragraph before it and a letter (`12a`, before the first `0a`); the number of one that is gone is never given again, unless
just that paragraph comes back.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import count, product
from string import ascii_lowercase

from positions.alignment import Alphabet
from positions.blocks import Block, Kind
from positions.layouts import Layout, layout
from positions.pairing import Side, pair_blocks


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


def is_numbered(block: Block) -> bool:
    """Whether a block is a paragraph that gets a number."""
    return block.kind == "paragraph" and block.level == 0


def _first(found: Layout) -> Iterator[Numbered]:
    last = 0
    for block in found.blocks:
        last += is_numbered(block)
        yield _numbered(block, str(last) if is_numbered(block) else "")


def _next(before: Sequence[Numbered], old: Layout, new: Layout) -> Iterator[Numbered]:
    """The blocks of the next text: numbers that stay, then letters for new ones; each gap behind what it stood behind."""
    alphabet = Alphabet()
    sides = Side(old.text, old.blocks, alphabet), Side(new.text, new.blocks, alphabet)
    pairing = pair_blocks(*sides, with_moves=True)
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
    gone = {gap.gone: gap.number for gaps in lost.values() for gap in gaps}
    made: dict[int, str] = {}
    free: defaultdict[str, Iterator[str]] = defaultdict(_letters)
    last = "0"
    for index, block in enumerate(new.blocks):
        if is_numbered(block):
            number = stays.get(index) or gone.pop(new.content(index), "") or _lettered(last, used, free)
            used.add(number)
            made[index] = last = number
    return made


def _gaps(
    before: Sequence[Numbered], old: Layout, new: Layout, pairs: tuple[Mapping[int, int], Mapping[int, int]]
) -> dict[int, list[Numbered]]:
    """The numbers without a paragraph, by the block of the new text behind which they are told; -1 before the first."""
    kept, moved = pairs
    found: dict[int, list[Numbered]] = {}
    index, place = -1, -1
    for one in before:
        if one.gone is not None:
            found.setdefault(place, []).append(one)
            continue
        index += 1
        place = kept.get(index, place)
        partner = kept.get(index, moved.get(index))
        if one.number and (partner is None or not is_numbered(new.blocks[partner])):
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
