"""The diff of two texts, for reading: blocks first, then words inside changed blocks, then a letter or a digit.

Deterministic and bounded by size, never by a clock. Every result rebuilds both texts exactly: EQUAL and DELETE in the
order of the base ranges give the base, EQUAL and INSERT in the order of the head ranges give the head (an UNCHANGED
block has no changes; its text is that of its range). Blocks come in reading order; their ranges tile both texts.

| what is too many | from where on | what is done then |
|---|---|---|
| pairs of words or blocks to align | `alignment.FEW_CELLS` | what occurs once cuts the texts into parts |
| the same, where nothing occurs once | `alignment.MAX_CELLS` | phrases cut; without any, one is replaced by the other |
| cuts within cuts | `alignment.MAX_DEPTH` | as where nothing occurs once |
| blocks in a row without a partner | `pairing.MAX_FREE` | they are removed and added, not changed |
| pairs of such blocks | `pairing.MAX_PAIRS` | only those that share a rare word are weighed |
| pairs of blocks that may have moved and changed | `pairing.MAX_MOVED_PAIRS` | they are removed and added |
| pairs of words in all blocks weighed | `pairing.MAX_CELLS` | only their beginnings are weighed |
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from positions.alignment import Alphabet
from positions.blocks import Block, blocks
from positions.changes import Change, ChangeKind, changes_between
from positions.hunks import Hunk, Overlap, apply_hunks, hunks, overlaps
from positions.markup import MarkupChange, MarkupKind, markup_changes
from positions.pairing import Pairing, Side, pair_blocks
from positions.wording import wording
from positions.words import count, letters_of, readable_edits

__all__ = [
    "BlockChange",
    "BlockKind",
    "Change",
    "ChangeKind",
    "Comparison",
    "Hunk",
    "MarkupChange",
    "MarkupKind",
    "Overlap",
    "apply_hunks",
    "compare",
    "hunks",
    "overlaps",
]

_Ranges = tuple[int | None, int | None, int | None, int | None]


class BlockKind(StrEnum):
    """What happened to a block."""

    UNCHANGED = "UNCHANGED"
    CHANGED = "CHANGED"
    ADDED = "ADDED"
    REMOVED = "REMOVED"
    MOVED = "MOVED"


class BlockChange(NamedTuple):
    """A block and its changes; ranges in code points, None on the side where the block is not."""

    kind: BlockKind
    markup_only: bool
    base_start: int | None
    base_end: int | None
    head_start: int | None
    head_end: int | None
    changes: tuple[Change, ...]
    markup: tuple[MarkupChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The blocks of two texts in reading order, and how many words came and went."""

    blocks: tuple[BlockChange, ...]
    inserted_words: int
    deleted_words: int


def compare(base: str, head: str) -> Comparison:
    """The comparison of two texts."""
    alphabet = Alphabet()
    old, new = Side(base, blocks(base), alphabet), Side(head, blocks(head), alphabet)
    found = tuple(_block_changes(old, new))
    return Comparison(
        found,
        _count(found, ChangeKind.INSERT),
        _count(found, ChangeKind.DELETE),
    )


def _count(found: Sequence[BlockChange], kind: ChangeKind) -> int:
    return sum(count(change.text) for block in found for change in block.changes if change.kind is kind)


def _block_changes(old: Side, new: Side) -> Iterator[BlockChange]:
    """The blocks of the head in order, each removed one after the block it followed in the base."""
    pairing = pair_blocks(old, new, with_moves=True)
    kept = {head: base for base, head in pairing.kept}
    moved = {head: base for base, head in pairing.moved}
    removed = _removed_before(len(old.blocks), pairing)
    for head, span in enumerate(new.spans):
        if head in removed:
            yield from (_gone(old, base) for base in removed[head])
        base = kept.get(head)
        if base is None:
            yield (
                _paired(old, new, moved[head], head, kind=BlockKind.MOVED)
                if head in moved
                else _came(new, head)
            )
        elif old.texts[base] == new.texts[head]:
            yield BlockChange(BlockKind.UNCHANGED, False, *old.spans[base], *span, ())  # noqa: FBT003  # most blocks
        else:
            yield _paired(old, new, base, head, kind=BlockKind.CHANGED)
    yield from (_gone(old, base) for base in removed.get(len(new.blocks), ()))


def _removed_before(number: int, pairing: Pairing) -> dict[int, list[int]]:
    """The base's unpaired blocks by the head block before which they are shown."""
    kept = pairing.kept
    taken = {pair[0] for pair in (*kept, *pairing.moved)}
    bases = [pair[0] for pair in kept]
    found: dict[int, list[int]] = {}
    for base in range(number):
        if base not in taken:
            rank = bisect_right(bases, base)
            found.setdefault(kept[rank - 1][1] + 1 if rank else 0, []).append(base)
    return found


def _gone(old: Side, index: int) -> BlockChange:
    block = old.blocks[index]
    changes = (Change(ChangeKind.DELETE, old.texts[index]),)
    return _block(BlockKind.REMOVED, (block.start, block.end, None, None), changes)


def _came(new: Side, index: int) -> BlockChange:
    block = new.blocks[index]
    changes = (Change(ChangeKind.INSERT, new.texts[index]),)
    return _block(BlockKind.ADDED, (None, None, block.start, block.end), changes)


def _paired(old: Side, new: Side, base: int, head: int, *, kind: BlockKind) -> BlockChange:
    before, after = old.blocks[base], new.blocks[head]
    old_text, new_text = old.texts[base], new.texts[head]
    ranges = (before.start, before.end, after.start, after.end)
    if old_text == new_text:
        return _block(kind, ranges, (Change(ChangeKind.EQUAL, new_text),))
    edits = readable_edits(old.tokens(base), new.tokens(head))
    changes = changes_between(old_text, new_text, edits)
    written = (before, old_text), (after, new_text)
    is_markup = _says_the_same(changes) and _is_markup_only(*written)
    touched = "".join(change.text for change in changes if change.kind is not ChangeKind.EQUAL)
    return BlockChange(
        kind, is_markup, *ranges, changes, markup_changes(*written, touched, is_alone=is_markup)
    )


def _block(kind: BlockKind, ranges: _Ranges, changes: tuple[Change, ...]) -> BlockChange:
    base_start, base_end, head_start, head_end = ranges
    return BlockChange(
        kind,
        markup_only=False,
        base_start=base_start,
        base_end=base_end,
        head_start=head_start,
        head_end=head_end,
        changes=changes,
    )


def _says_the_same(changes: Sequence[Change]) -> bool:
    """Whether letters and digits are the same on both sides: the cheap question before the exact one."""
    went, came = (
        letters_of("".join(change.text for change in changes if change.kind is not kind))
        for kind in (ChangeKind.INSERT, ChangeKind.DELETE)
    )
    return went == came


def _is_markup_only(old_block: tuple[Block, str], new_block: tuple[Block, str]) -> bool:
    """Whether two blocks read the same; in code, white space and marks are content."""
    (before, old), (after, new) = old_block, new_block
    if "code" in {before.kind, after.kind}:
        return before.kind == after.kind and old.rstrip() == new.rstrip()
    return wording(old) == wording(new)
