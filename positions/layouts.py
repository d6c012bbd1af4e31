"""The blocks of a text found by offset, and where each begins, ends and is cut out."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from positions.blocks import Block, blocks

TIGHT = frozenset({"list_item", "table_row"})
"""Blocks that stand under one another without a blank line."""


class Layout:
    """The blocks of a text, found by offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: Sequence[Block] = blocks(text)
        self.starts = [block.start for block in self.blocks]

    def at(self, offset: int) -> int:
        """The number of the block an offset is in; the last one for the text's end, -1 in an empty text."""
        return bisect_right(self.starts, offset) - 1

    def content_end(self, index: int) -> int:
        """Where a block ends without the blank lines behind it."""
        block = self.blocks[index]
        return block.start + len(self.text[block.start : block.end].rstrip())

    def cut_end(self, index: int) -> int:
        """Where a block ends when it is taken out."""
        block = self.blocks[index]
        if block.kind in TIGHT:
            return min(block.end, self.content_end(index) + 1)
        return block.end

    def content(self, index: int) -> str:
        """A block's text without the blank lines behind it."""
        return self.text[self.blocks[index].start : self.content_end(index)]

    def is_boundary(self, offset: int) -> bool:
        """Whether a block begins at an offset, or the text ends there."""
        return offset == len(self.text) or self.starts[self.at(offset)] == offset


@lru_cache(maxsize=8)
def layout(text: str) -> Layout:
    """The layout of a text; the last few are kept, as many amendments ask for the same."""
    return Layout(text)
