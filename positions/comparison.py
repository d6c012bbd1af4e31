"""The diff of two texts, for reading: blocks first, then words inside changed blocks, then a letter or a digit.

Deterministic and bounded by size, never by a clock. Every result rebuilds both texts exactly: EQUAL and DELETE in the
order of the base ranges give the base, EQUAL and INSERT in the order of the head ranges give the head (an UNCHANGED
block has no changes; its text is that of its range). Blocks come in reading order; their ranges tile both texts.

| what is too many | from where on | what is done then |
|---|---|---|
| pairs of words or blocks to align | `alignment.FEW_CELLS` | what occurs once cuts the texts into parts |
| the same, where nothing occurs once | `alignment.MAX_CELLS` | phrases cut; without any, halves are aligned with halves |
| cuts within cuts | `alignment.MAX_DEPTH` | as where nothing occurs once |
| blocks in a row without a partner | `pairing.MAX_FREE` | they are removed and added, not changed |
| pairs of such blocks, in a row or in all | `pairing.MAX_PAIRS`, `MAX_ALL_PAIRS` | only those that share a rare word are weighed |
| pairs of blocks that may have moved and changed | `pairing.MAX_MOVED_PAIRS` | they are removed and added |
| pairs of words in all blocks weighed | `pairing.MAX_CELLS` | only their beginnings are weighed |
| blocks of a comparison | `MAX_BLOCKS` | neighbours become one, none is told as moved; words are counted as before |
| edits of one text (`hunks`) | `hunks.MOST` | those nearest to each other become one |
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import chain, groupby, zip_longest
from typing import NamedTuple

from positions.alignment import Match, unmatched
from positions.changes import Change, ChangeKind, changes_between
from positions.markup import MarkupChange, MarkupKind, Written, is_restyled, markup_changes, unnumbered
from positions.pairing import pair_blocks
from positions.sides import Side, sides
from positions.tokens import count
from positions.wording import wording
from positions.words import letters_of, readable_edits

MAX_BLOCKS = 25_000
"""A paper of 60 pages has a thousand, the longest laws have 20,000."""


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
    base_start: int | None
    base_end: int | None
    head_start: int | None
    head_end: int | None
    changes: tuple[Change, ...] = ()
    markup_only: bool = False
    markup: tuple[MarkupChange, ...] = ()

    @property
    def is_untouched(self) -> bool:
        """Whether only blank lines behind it changed, as when a list goes on behind its last item."""
        is_white = not any(change.text.strip() for change in self.changes[1:])
        is_plain = all(one.kind is MarkupKind.WRAPPING for one in self.markup)
        return self.kind is BlockKind.CHANGED and self.markup_only and is_white and is_plain


@dataclass(frozen=True, slots=True)
class Comparison:
    """The blocks of two texts in reading order, and how many words came and went."""

    blocks: tuple[BlockChange, ...]
    inserted_words: int
    deleted_words: int


def compare(base: str, head: str) -> Comparison:
    """The comparison of two texts."""
    old, new = sides(base, head)
    found = tuple(_block_changes(old, new))
    return Comparison(
        found
        if len(found) <= MAX_BLOCKS
        else joined(MAX_BLOCKS, head, tuple(_block_changes(old, new, with_moves=False))),
        _count(found, ChangeKind.INSERT),
        _count(found, ChangeKind.DELETE),
    )


def joined(most: int, head: str, found: Sequence[BlockChange]) -> tuple[BlockChange, ...]:
    """Blocks of which none moved, as at most so many: neighbours of one kind together, or else as many as it takes."""
    groups = [tuple(same) for _, same in groupby(found, key=lambda block: block.kind)]
    if len(groups) > most:
        size = -(-len(found) // most)
        groups = [tuple(found[at : at + size]) for at in range(0, len(found), size)]
    return tuple(_one(head, group) if len(group) > 1 else group[0] for group in groups)


def _one(head: str, group: Sequence[BlockChange]) -> BlockChange:
    """Neighbours as one block, with the changes of all of them."""
    kinds = {block.kind for block in group}
    kind = kinds.pop() if len(kinds) == 1 else BlockKind.CHANGED
    places = (
        _range([place for block in group for place in (block.base_start, block.base_end)]),
        _range([place for block in group for place in (block.head_start, block.head_end)]),
    )
    pieces = chain.from_iterable(
        block.changes or (Change(ChangeKind.EQUAL, head[block.head_start : block.head_end]),)
        for block in group
    )
    changes = tuple(
        Change(one, "".join(change.text for change in same))
        for one, same in groupby(pieces, key=lambda change: change.kind)
    )
    return BlockChange(kind, *places[0], *places[1], () if kind is BlockKind.UNCHANGED else changes)


def _range(places: Sequence[int | None]) -> tuple[int | None, int | None]:
    known = [place for place in places if place is not None]
    return (known[0], known[-1]) if known else (None, None)


def _count(found: Sequence[BlockChange], kind: ChangeKind) -> int:
    return sum(
        count(change.text)
        for block in found
        if not block.markup_only
        for change in block.changes
        if change.kind is kind
    )


def _block_changes(old: Side, new: Side, *, with_moves: bool = True) -> Iterator[BlockChange]:
    """The blocks of the head in order, each removed one after the block it followed in the base."""
    pairing = pair_blocks(old, new, with_moves=with_moves)
    moved = {head: base for base, head in pairing.moved}
    away = set(moved.values())
    gaps = unmatched(pairing.runs, len(old.texts), len(new.texts))
    for (went, came), run in zip_longest(gaps, pairing.runs):
        yield from (_gone(old, base) for base in went if base not in away)
        for head in came:
            yield _paired(old, new, moved[head], head, BlockKind.MOVED) if head in moved else _came(new, head)
        if run:
            yield from _kept(old, new, run)


def _kept(old: Side, new: Side, run: Match) -> Iterator[BlockChange]:
    """The blocks of a run that both texts have in sequence."""
    base, head = slice(run.base, run.base + run.length), slice(run.head, run.head + run.length)
    if old.texts[base] == new.texts[head]:
        bounds = (
            old.blocks.starts[base],
            old.blocks.ends[base],
            new.blocks.starts[head],
            new.blocks.ends[head],
        )
        yield from map(partial(BlockChange, BlockKind.UNCHANGED), *bounds)
        return
    for at, head_at in run.pairs():
        if old.texts[at] == new.texts[head_at]:
            yield BlockChange(BlockKind.UNCHANGED, *old.span(at), *new.span(head_at))
        else:
            yield _paired(old, new, at, head_at, BlockKind.CHANGED)


def _gone(old: Side, index: int) -> BlockChange:
    changes = (Change(ChangeKind.DELETE, old.texts[index]),)
    return BlockChange(BlockKind.REMOVED, *old.span(index), None, None, changes)


def _came(new: Side, index: int) -> BlockChange:
    changes = (Change(ChangeKind.INSERT, new.texts[index]),)
    return BlockChange(BlockKind.ADDED, None, None, *new.span(index), changes)


def _paired(old: Side, new: Side, base: int, head: int, kind: BlockKind) -> BlockChange:
    ranges = (*old.span(base), *new.span(head))
    old_text, new_text = old.texts[base], new.texts[head]
    if old_text == new_text:
        return BlockChange(kind, *ranges, (Change(ChangeKind.EQUAL, new_text),))
    changes = changes_between(old_text, new_text, readable_edits(old.tokens(base), new.tokens(head)))
    written = (old.blocks[base], old_text), (new.blocks[head], new_text)
    is_markup = (is_restyled(*written) or _says_the_same(changes)) and _is_markup_only(*written)
    touched = "".join(change.text for change in changes if change.kind is not ChangeKind.EQUAL)
    return BlockChange(
        kind, *ranges, changes, is_markup, markup_changes(*written, touched, is_alone=is_markup)
    )


def _says_the_same(changes: Sequence[Change]) -> bool:
    """Whether as many letters and digits went as came: the cheap question before the exact one."""
    went, came = (
        sorted(letters_of("".join(change.text for change in changes if change.kind is kind)))
        for kind in (ChangeKind.DELETE, ChangeKind.INSERT)
    )
    return went == came


def _is_markup_only(old_block: Written, new_block: Written) -> bool:
    """Whether two blocks read the same; in code, white space and marks are content."""
    (before, old), (after, new) = old_block, new_block
    if "code" in {before.kind, after.kind}:
        return before.kind == after.kind and old.rstrip() == new.rstrip()
    if is_restyled(old_block, new_block):
        old, new = unnumbered(old), unnumbered(new)
    return wording(old) == wording(new)
