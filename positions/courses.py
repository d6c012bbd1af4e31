"""Where amendments of a version stand in a later text: past what was incorporated since, exactly, and past what people edited.

A course goes from a version to a text in two steps. First the amendments incorporated since: what they changed is known to
the letter, so deciding amendments one by one leads where deciding them at once does. Then everything else that was written,
as the comparison finds it; blocks that moved are followed.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import Indel

from positions.amendments import Fit, Placement
from positions.anchors import AnchorState, anchor, resolve
from positions.collisions import Nearby, by_number, colliding_pairs
from positions.drifts import Drift, Range
from positions.hunks import Hunk, covering_image
from positions.proposals import Edit, Proposal, apply_edits, as_hunks, edits_of, moved_by, united
from positions.wording import count_words

# A passage that was replaced whole is still the same passage while this share of its letters is left.
_SAME_PASSAGE = 0.5


@dataclass(frozen=True, slots=True)
class Placed:
    """A proposal in a later text: how it fits, what it changes there, and where others wrote in the words it changes.

    `changes` is what it takes out of its version and what it puts there.
    """

    proposal: Proposal
    placement: Placement
    edits: tuple[Edit, ...] = ()
    contested: tuple[Range, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> tuple[int, int]:
        """How many words it takes out of its version, and how many it puts in."""
        return sum(count_words(old) for old, _ in self.changes), sum(
            count_words(new) for _, new in self.changes
        )

    @property
    def is_applicable(self) -> bool:
        """Whether all that it changes can be changed as it says."""
        return self.placement.fit in (Fit.APPLIES, Fit.MOVED)

    def passage(self, head: str) -> Hunk:
        """The passage in the later text, and what it reads with the proposal in it; as proposed where others wrote in its words.

        Where blocks come behind the passage, the blank lines between are in it.
        """
        start, end = self.placement.start, self.placement.end
        assert start is not None
        assert end is not None
        if not self.is_applicable:
            return Hunk(start, end, self.proposal.text)
        start = min([start, *(edit.start for edit in self.edits)])
        end = max([end, *(edit.end for edit in self.edits)])
        return Hunk(start, end, apply_edits(head[start:end], [moved_by(edit, -start) for edit in self.edits]))


class Course:
    """The way from a version's text to a later one."""

    def __init__(self, base: str, head: str, incorporated: Sequence[Sequence[Edit]] = ()) -> None:
        self.base = base
        self.head = head
        self._known = _without_collisions(base, incorporated)
        self._middle = apply_edits(base, self._known)
        self._hunks = as_hunks(self._known)
        self._nearby = Nearby(base, self._known)
        self._drift = Drift(self._middle, head)
        self._carries: dict[Proposal, Placed] = {}

    def carry(self, proposal: Proposal) -> Placed:
        """Where a proposal of the version stands in the head, and what it changes there."""
        known = self._carries.get(proposal)
        if known is None:
            known = self._carries[proposal] = self._carry(proposal)
        return known

    def _carry(self, proposal: Proposal) -> Placed:
        edits = edits_of(self.base, proposal)
        changes = tuple((self.base[edit.start : edit.end], edit.replacement) for edit in edits)
        return replace(self._carried(proposal, edits), changes=changes)

    def _carried(self, proposal: Proposal, edits: Sequence[Edit]) -> Placed:
        carried: list[Edit] = []
        contested: list[Range] = []
        is_moved = False
        for edit in edits:
            past = self._past_known(edit)
            if self._nearby.has(edit) or self._drift.has(past):
                continue
            step = None if self._nearby.meets(edit) else self._drift.carry(past)
            if step is None:
                contested.append(self.image(edit.start, edit.end))
            else:
                carried.append(step[0])
                is_moved |= step[1]
        if contested:
            return self._elsewhere(proposal) or self._collided(proposal, carried, contested)
        place = self._passage(proposal, carried, is_moved=is_moved)
        fit = Fit.MOVED if is_moved else Fit.APPLIES
        return Placed(proposal, Placement(fit, *place), tuple(sorted(carried)))

    def _past_known(self, edit: Edit) -> Edit:
        """An edit of the base in the middle text: behind all that sorts before it."""
        before = bisect_left(self._known, edit)
        return moved_by(edit, sum(known.growth for known in self._known[:before]))

    def image(self, start: int, end: int) -> Range:
        """The range of the head that a range of the base became."""
        return self._drift.image(*covering_image(self._hunks, start, end))

    def _passage(self, proposal: Proposal, carried: Sequence[Edit], *, is_moved: bool) -> Range:
        """The whole passage of a proposal in the head; of an addition, its place."""
        if proposal.start == proposal.end and carried:
            return carried[0].start, carried[-1].end
        start, end = covering_image(self._hunks, proposal.start, proposal.end)
        return self._drift.image(start, end, is_moved=is_moved)

    def _elsewhere(self, proposal: Proposal) -> Placed | None:
        """A proposal whose passage stands unchanged at another place."""
        found = resolve(anchor(self.base, proposal.start, proposal.end), self.base, self.head)
        if found.state is not AnchorState.MOVED or found.start is None or found.end is None:
            return None
        there = Proposal(proposal.number, found.start, found.end, proposal.text)
        placement = Placement(Fit.MOVED, found.start, found.end)
        return Placed(proposal, placement, edits_of(self.head, there))

    def _collided(self, proposal: Proposal, carried: Sequence[Edit], contested: Sequence[Range]) -> Placed:
        """A proposal in whose words others wrote, or whose passage is gone."""
        if self._is_gone(proposal):
            return Placed(proposal, Placement(Fit.ORPHANED, None, None))
        placement = Placement(Fit.COLLIDES, *self.image(proposal.start, proposal.end))
        return Placed(proposal, placement, tuple(sorted(carried)), tuple(contested))

    def _is_gone(self, proposal: Proposal) -> bool:
        """Whether nothing of a passage is left: one edit took all of it and put little that is like it."""
        start, end = proposal.start, proposal.end
        if start == end:
            steps = ((self._hunks, start), (self._drift.edits, self._past(start)))
            slot = edits_of(self.base, proposal)
            is_inside = any(hunk.start < at < hunk.end for edits, at in steps for hunk in edits)
            return is_inside or any(edit.is_slot for edit in slot)
        middle = covering_image(self._hunks, start, end)
        passages = ((self._hunks, (start, end)), (self._drift.edits, middle))
        if not any(
            hunk.start <= passage[0] and passage[1] <= hunk.end
            for edits, passage in passages
            for hunk in edits
        ):
            return False
        left = slice(*self.image(start, end))
        return Indel.normalized_similarity(self.base[start:end], self.head[left]) < _SAME_PASSAGE

    def _past(self, offset: int) -> int:
        return covering_image(self._hunks, offset, offset)[0]


@lru_cache(maxsize=32)
def course(base: str, head: str, incorporated: tuple[tuple[Edit, ...], ...] = ()) -> Course:
    """The way from a text to a later one; the last few are kept, with what they carried."""
    return Course(base, head, incorporated)


def _without_collisions(base: str, incorporated: Sequence[Sequence[Edit]]) -> tuple[Edit, ...]:
    """The edits of what was incorporated; of two that collide, as a decision on its own wording may, the first."""
    changes = {edits[0].number: edits for edits in incorporated if edits}
    met = by_number(colliding_pairs(base, changes))
    taken: set[int] = set()
    for number in sorted(changes):
        if taken.isdisjoint(met.get(number, ())):
            taken.add(number)
    return united([changes[number] for number in sorted(taken)])
