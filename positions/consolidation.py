"""The one text that several decisions lead to, whatever their order: what goes in, falls with it, stands in its way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from positions.collisions import colliding_pairs, collision_sets
from positions.courses import Placed
from positions.proposals import Edit, apply_edits, united

MOST_DECISIONS = 500
"""How many amendments one batch may decide."""


@dataclass(frozen=True, slots=True)
class Collision:
    """Amendments that change the same words: all they touch in the text, and what each makes of it."""

    numbers: tuple[int, ...]
    start: int
    end: int
    original: str
    wordings: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Consolidated:
    """A text before and after decisions; `edits` are those of each amendment, by its number, in the text before."""

    before: str
    text: str
    edits: Mapping[int, tuple[Edit, ...]]
    incorporated: tuple[int, ...]
    falling: tuple[int, ...]
    collisions: tuple[Collision, ...]


def consolidate(head: str, chosen: Sequence[Placed], falling: Sequence[int] = ()) -> Consolidated:
    """The text with the chosen amendments in it; of those that collide none is."""
    changes = {placed.proposal.number: placed.edits for placed in chosen}
    found = collisions(head, chosen)
    barred = {number for collision in found for number in collision.numbers}
    taken = {number: edits for number, edits in sorted(changes.items()) if number not in barred}
    text = apply_edits(head, united(list(taken.values())))
    return Consolidated(head, text, taken, tuple(taken), tuple(sorted(falling)), found)


def touched(placed: Sequence[Placed]) -> dict[int, tuple[Edit, ...]]:
    """What each amendment would change in a text, the words that others wrote in included."""
    return {
        one.proposal.number: (
            *one.edits,
            *(Edit(start, end, 1, one.proposal.number, "\0") for start, end in one.contested),
        )
        for one in placed
    }


def collisions(head: str, placed: Sequence[Placed]) -> tuple[Collision, ...]:
    """The sets of amendments that collide in a text."""
    known = {one.proposal.number: one for one in placed}
    sets = collision_sets(colliding_pairs(head, touched(placed)))
    return tuple(_collision(head, [known[number] for number in numbers]) for numbers in sets)


def fallers(placed: Sequence[Placed], replaced: Mapping[int, Sequence[int]]) -> dict[int, tuple[int, ...]]:
    """By number, the amendments with which each one falls: compromises that replace it, and those that delete its passage whole."""
    found: dict[int, set[int]] = {}
    for compromise, numbers in replaced.items():
        for number in numbers:
            found.setdefault(number, set()).add(compromise)
    deletions = [(one.proposal.number, ranges) for one in placed if (ranges := _deleted(one))]
    for one in filter(_puts_something, placed):
        for number, ranges in deletions:
            if number != one.proposal.number and _is_deleted(one, ranges):
                found.setdefault(one.proposal.number, set()).add(number)
    return {number: tuple(sorted(others)) for number, others in found.items()}


def _deleted(placed: Placed) -> list[tuple[int, int]]:
    """The joined ranges that an amendment takes out without putting anything there."""
    joined: list[tuple[int, int]] = []
    for edit in placed.edits:
        if edit.replacement.strip() or edit.start == edit.end:
            continue
        if joined and joined[-1][1] >= edit.start:
            joined[-1] = (joined[-1][0], max(joined[-1][1], edit.end))
        else:
            joined.append((edit.start, edit.end))
    return joined


def _puts_something(placed: Placed) -> bool:
    """Whether an amendment does more than delete: who wants less to go loses nothing when more goes."""
    return any(edit.replacement.strip() for edit in placed.edits)


def _is_deleted(placed: Placed, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether a deletion leaves nothing of the passage of an amendment."""
    start, end = placed.placement.start, placed.placement.end
    if start is None or end is None:
        return False
    if start == end:
        return any(known < start < known_end for known, known_end in ranges)
    return any(known <= start and end <= known_end for known, known_end in ranges)


def _collision(head: str, placed: Sequence[Placed]) -> Collision:
    edits = touched(placed)
    start = min(edit.start for own in edits.values() for edit in own)
    end = max(edit.end for own in edits.values() for edit in own)
    wordings = tuple(
        (one.proposal.number, apply_edits(head, one.edits)[start : end + sum(e.growth for e in one.edits)])
        for one in placed
    )
    return Collision(tuple(sorted(edits)), start, end, head[start:end], wordings)
