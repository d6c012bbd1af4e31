"""A comparison as Word can carry it: what was moved, or became another kind of block, goes in one place and comes in another.

Rejecting everything has to give the earlier text in its own order, so each block that went stands where it stood.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from positions.blocks import Block, blocks
from positions.changes import Change, ChangeKind
from positions.comparison import BlockChange, BlockKind, Comparison

_NUMBER = re.compile(r"[ \t]*\d{1,9}[.)]")
_RESTYLED = frozenset({"paragraph", "heading"})
"""What becomes the other by a change of its style alone."""


def separated(comparison: Comparison, base: str, head: str) -> Comparison:
    """The comparison without moves and without blocks that changed their kind."""
    before = {block.start: block for block in blocks(base)}
    after = {block.start: block for block in blocks(head)}
    made: list[BlockChange] = []
    moved: list[BlockChange] = []
    for block in comparison.blocks:
        if block.base_start is None or block.head_start is None:
            made.append(block)
        elif block.kind is BlockKind.MOVED:
            moved.append(_gone(block, base))
            made.append(_come(block, head))
        elif _crosses_cells(block, after[block.head_start]) or _is_other(
            before[block.base_start], after[block.head_start], base, head
        ):
            made += [_gone(block, base), _come(block, head)]
        else:
            made.append(block)
    for block in moved:
        made.insert(_place(made, block.base_start or 0), block)
    return replace(comparison, blocks=tuple(made))


def by_hands(comparison: Comparison, hands: Sequence[tuple[int, str]]) -> Comparison:
    """The comparison with every piece that came cut where another's words begin."""
    ends = list(accumulate(length for length, _ in hands))
    return replace(comparison, blocks=tuple(_cut(block, ends) for block in comparison.blocks))


def hands_of(block: BlockChange, hands: Sequence[tuple[int, str]]) -> list[tuple[str, str]]:
    """The pieces of a cut block that came, each with the name of who wrote it; empty where nobody knows."""
    ends = list(accumulate(length for length, _ in hands))
    at, found = block.head_start or 0, []
    for change in block.changes:
        if change.kind is ChangeKind.INSERT:
            place = bisect_right(ends, at)
            found.append((change.text, hands[place][1] if place < len(hands) else ""))
        at += 0 if change.kind is ChangeKind.DELETE else len(change.text)
    return found


def _cut(block: BlockChange, ends: Sequence[int]) -> BlockChange:
    at = block.head_start or 0
    made: list[Change] = []
    for change in block.changes:
        if change.kind is ChangeKind.INSERT:
            cuts = [
                end - at for end in ends[bisect_right(ends, at) : bisect_left(ends, at + len(change.text))]
            ]
            edges = [0, *cuts, len(change.text)]
            made += [Change(change.kind, change.text[start:end]) for start, end in pairwise(edges)]
        else:
            made.append(change)
        at += 0 if change.kind is ChangeKind.DELETE else len(change.text)
    return block._replace(changes=tuple(made))


def styles_before(comparison: Comparison, base: str, head: str) -> list[int | None]:
    """For each block the level of the heading that it was (0: a paragraph) where it is another now; None where it stayed."""
    before = {block.start: block for block in blocks(base)}
    after = {block.start: block for block in blocks(head)}
    return [
        _style_before(before.get(_at(one.base_start)), after.get(_at(one.head_start)))
        for one in comparison.blocks
    ]


def _style_before(old: Block | None, new: Block | None) -> int | None:
    if old is None or new is None or (old.kind, old.level) == (new.kind, new.level):
        return None
    if not {old.kind, new.kind} <= _RESTYLED:
        return None
    return old.level if old.kind == "heading" else 0


def _at(start: int | None) -> int:
    return -1 if start is None else start


def _crosses_cells(block: BlockChange, new: Block) -> bool:
    """Whether words of several cells of a row came or went as one: such a row goes, and another comes."""
    return new.kind == "table_row" and any(
        "|" in change.text for change in block.changes if change.kind is not ChangeKind.EQUAL
    )


def _is_other(old: Block, new: Block, base: str, head: str) -> bool:
    if {old.kind, new.kind} <= _RESTYLED:
        return False
    is_numbered = bool(_NUMBER.match(base, old.start)), bool(_NUMBER.match(head, new.start))
    return (old.kind, old.level) != (new.kind, new.level) or (
        old.kind == "list_item" and is_numbered[0] != is_numbered[1]
    )


def _gone(block: BlockChange, base: str) -> BlockChange:
    changes = (Change(ChangeKind.DELETE, base[block.base_start : block.base_end]),)
    return block._replace(
        kind=BlockKind.REMOVED, markup_only=False, head_start=None, head_end=None, changes=changes
    )


def _come(block: BlockChange, head: str) -> BlockChange:
    changes = (Change(ChangeKind.INSERT, head[block.head_start : block.head_end]),)
    return block._replace(
        kind=BlockKind.ADDED, markup_only=False, base_start=None, base_end=None, changes=changes
    )


def _place(made: Sequence[BlockChange], start: int) -> int:
    """Before the first block that stood behind it."""
    return next(
        (
            place
            for place, block in enumerate(made)
            if block.base_start is not None and block.base_start > start
        ),
        len(made),
    )
