"""The blocks of a Markdown text: paragraphs, headings, list items, table rows, quotes, code, rules, footnotes.

A line scanner in the spirit of CommonMark, made for comparing and numbering, not for rendering: one pass, linear,
no look-ahead. It reads piece by piece between blank lines: what a piece is depends on little of what stands before it, and most
pieces are told by a glance (`lines.plain`). Its rules:
- the blocks tile the text without a gap; blank lines belong to the block before, leading ones to the first;
- every list item is a block of its own, nested or not, and so is every table row (the header with its delimiter row);
- fenced code is one block, however many blank lines it holds;
- a quote is cut at its blank lines; a further paragraph of a list item is a paragraph with the item's level.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, overload

from positions.lines import START, Begin, Kind, Scanner, State, count_cells, plain

__all__ = ["Block", "Blocks", "Kind", "blocks", "count_cells"]

_SHORT = 500


class Block(NamedTuple):
    """One block: its kind, its level (heading 1–6, depth of list or quote, else 0) and its code-point range."""

    kind: Kind
    level: int
    start: int
    end: int


class Blocks(Sequence[Block]):
    """The blocks of a text; each is made when asked for, so that many thousand are kept as four columns."""

    def __init__(self, starts: list[int], kinds: list[Kind], levels: list[int], length: int) -> None:
        self.starts, self.kinds, self.levels = starts, kinds, levels
        self.ends = [*starts[1:], length] if starts else []

    def __len__(self) -> int:
        """How many there are."""
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, index: int | slice) -> Block | tuple[Block, ...]:
        """One block, or some."""
        if isinstance(index, slice):
            return tuple(self)[index]
        return Block(self.kinds[index], self.levels[index], self.starts[index], self.ends[index])

    def __iter__(self) -> Iterator[Block]:
        """All of them, in order."""
        return map(Block, self.kinds, self.levels, self.starts, self.ends)


@lru_cache(maxsize=16)
def blocks(text: str) -> Blocks:
    """The blocks of a text in order; their ranges tile it."""
    starts: list[int] = []
    kinds: list[Kind] = []
    levels: list[int] = []
    state = START
    offset = 0
    for piece in text.split("\n\n"):
        length = len(piece)
        if not piece.strip(" \t\r\n") or (state[0] and state[0][0] not in piece):
            offset += length + 2
            continue
        if length <= _SHORT:
            found, state = _remembered(piece, state)
        else:
            found, state = plain(piece, state) or Scanner(state).scan(piece)
        for at, kind, level in found:
            starts.append(offset + at)
            kinds.append(kind)
            levels.append(level)
        offset += length + 2
    if text:
        starts[:1] = [0]
        return Blocks(starts, kinds or ["paragraph"], levels or [0], len(text))
    return Blocks([], [], [], 0)


@lru_cache(maxsize=2**16)
def _remembered(piece: str, state: State) -> tuple[tuple[Begin, ...], State]:
    """A short piece: the two texts of a comparison share most of theirs, and tables repeat them."""
    return plain(piece, state) or Scanner(state).scan(piece)
