"""What people edited between two texts, and how edits of the first are made on the second.

Words are carried past the edits that leave them alone; blocks that moved are followed, edited elsewhere or not. Blocks that
come stand behind the block they stood behind, or else before the one they stood before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from positions.collisions import Nearby
from positions.hunks import Hunk, covering_image, hunks
from positions.layouts import layout
from positions.pairing import pair_blocks
from positions.proposals import Edit, block_edit, canonical, moved_by
from positions.sides import sides

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Blocks that moved together: their text, where they stand in both texts, what was edited in them."""

    text: str
    start: int
    head_start: int
    edits: tuple[Hunk, ...]


class Drift:
    """The edits between two texts."""

    def __init__(self, base: str, head: str) -> None:
        self.base = base
        self.head = head
        self.edits = hunks(base, head)
        self._near = _near(base, self.edits)

    def has(self, edit: Edit) -> bool:
        """Whether people made just this edit."""
        return self._near.has(edit)

    def carry(self, edit: Edit) -> tuple[Edit, bool] | None:
        """An edit on the head, and whether its block moved; None where others wrote in its words."""
        if not self.edits:
            return edit, False
        if edit.is_slot:
            return self._slot(edit)
        if edit.is_block:
            return self._deletion(edit)
        if not self._near.meets(edit):
            return _shifted(edit, self.edits), False
        frame = self._frame(edit.start, edit.end)
        if frame is None:
            return None
        inside = moved_by(edit, -frame.start)
        if _near(frame.text, frame.edits).meets(inside):
            return None
        return moved_by(_shifted(inside, frame.edits), frame.head_start), True

    def image(self, start: int, end: int, *, is_moved: bool = False) -> Range:
        """The range that a range became; with its moved blocks, where these are now."""
        frame = self._frame(start, end) if is_moved and self.edits else None
        if frame is None:
            return covering_image(self.edits, start, end)
        found = covering_image(frame.edits, start - frame.start, end - frame.start)
        return frame.head_start + found[0], frame.head_start + found[1]

    def _slot(self, edit: Edit) -> tuple[Edit, bool] | None:
        found, head = layout(self.base), layout(self.head)
        slot = found.at(edit.start - 1) if edit.start else -1
        behind, before = self._partners.get(slot), self._partners.get(slot + 1)
        if behind is not None:
            return block_edit(head, behind[0], edit.replacement, edit.number), behind[1]
        if before is not None:
            return block_edit(head, before[0] - 1, edit.replacement, edit.number), slot >= 0
        if slot < 0 or not head.blocks:
            return block_edit(head, -1, edit.replacement, edit.number), True
        return None

    def _deletion(self, edit: Edit) -> tuple[Edit, bool] | None:
        found, head = layout(self.base), layout(self.head)
        index = found.at(edit.start)
        partner = self._partners.get(index)
        if partner is None or found.content(index) != head.content(partner[0]):
            return None
        start, end = head.blocks[partner[0]].start, head.cut_end(partner[0])
        return Edit(start, end, edit.rank, edit.number, "", is_block=True), partner[1]

    @cached_property
    def _partners(self) -> dict[int, tuple[int, bool]]:
        """The blocks of the base by number: that of the head, and whether it was moved."""
        pairing = pair_blocks(*sides(self.base, self.head), with_moves=True)
        found = {base: (at, False) for base, at in pairing.kept}
        return found | {base: (at, True) for base, at in pairing.moved}

    def _frame(self, start: int, end: int) -> _Frame | None:
        """The moved blocks that a range lies in; None when they did not move, or not together."""
        found, head = layout(self.base), layout(self.head)
        first, last = found.at(start), found.at(max(start, end - 1))
        partners = [self._partners.get(index) for index in range(first, last + 1)]
        places = [partner[0] for partner in partners if partner is not None and partner[1]]
        if not places or places != list(range(places[0], places[0] + len(partners))):
            return None
        text = self.base[found.blocks[first].start : found.blocks[last].end]
        head_start = head.blocks[places[0]].start
        moved = self.head[head_start : head.blocks[places[-1]].end]
        return _Frame(text, found.blocks[first].start, head_start, hunks(text, moved))


def _near(text: str, edits: Sequence[Hunk]) -> Nearby:
    found = layout(text)
    return Nearby(text, [edit for hunk in edits for edit in canonical(found, hunk, 0)])


def _shifted(edit: Edit, edits: Sequence[Hunk]) -> Edit:
    """An edit behind hunks that it does not meet; of two at one place, words stand behind blocks that end with their line."""
    growth = 0
    for hunk in edits:
        if hunk.end > edit.start:
            break
        is_here = hunk.start == edit.start == edit.end
        if not is_here or hunk.replacement.endswith("\n"):
            growth += len(hunk.replacement) - (hunk.end - hunk.start)
    return moved_by(edit, growth)
