"""Amendments: what they do, what becomes of them, where they stand in a text that has gone on, and how they are applied.

An amendment proposes a text for a range of a version. It is tabled until it is decided, withdrawn, or falls because
another made it void; nothing follows on that. What it changes exactly is said in `proposals`, where it stands in a later
text in `courses`, which others it meets in `collisions`, what deciding leads to in `consolidation`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from positions.anchors import Anchor, AnchorState, resolve
from positions.errors import AlreadyDone, Invalid
from positions.hunks import Hunk, Overlap, covering_image, hunks, overlaps


class AmendmentStatus(StrEnum):
    """What has become of an amendment."""

    TABLED = "TABLED"
    INCORPORATED = "INCORPORATED"
    INCORPORATED_PARTLY = "INCORPORATED_PARTLY"
    REJECTED = "REJECTED"
    INADMISSIBLE = "INADMISSIBLE"
    WITHDRAWN = "WITHDRAWN"
    FALLEN = "FALLEN"


class AmendmentOperation(StrEnum):
    """What an amendment does to its range."""

    ADD = "ADD"
    DELETE = "DELETE"
    REPLACE = "REPLACE"


class Decision(StrEnum):
    """What those who decide may say."""

    INCORPORATE = "INCORPORATE"
    INCORPORATE_PARTLY = "INCORPORATE_PARTLY"
    REJECT = "REJECT"
    INADMISSIBLE = "INADMISSIBLE"


class AmendmentAct(StrEnum):
    """Everything that can happen to an amendment: the decisions, and what its authors or another amendment do."""

    INCORPORATE = "INCORPORATE"
    INCORPORATE_PARTLY = "INCORPORATE_PARTLY"
    REJECT = "REJECT"
    INADMISSIBLE = "INADMISSIBLE"
    WITHDRAW = "WITHDRAW"
    FALL = "FALL"


class Fit(StrEnum):
    """How an amendment fits a later text: as it stands, at another place, where others edited, or nowhere."""

    APPLIES = "APPLIES"
    MOVED = "MOVED"
    COLLIDES = "COLLIDES"
    ORPHANED = "ORPHANED"


TRANSITIONS: dict[tuple[AmendmentStatus, AmendmentAct], AmendmentStatus] = {
    (AmendmentStatus.TABLED, AmendmentAct.INCORPORATE): AmendmentStatus.INCORPORATED,
    (AmendmentStatus.TABLED, AmendmentAct.INCORPORATE_PARTLY): AmendmentStatus.INCORPORATED_PARTLY,
    (AmendmentStatus.TABLED, AmendmentAct.REJECT): AmendmentStatus.REJECTED,
    (AmendmentStatus.TABLED, AmendmentAct.INADMISSIBLE): AmendmentStatus.INADMISSIBLE,
    (AmendmentStatus.TABLED, AmendmentAct.WITHDRAW): AmendmentStatus.WITHDRAWN,
    (AmendmentStatus.TABLED, AmendmentAct.FALL): AmendmentStatus.FALLEN,
}
"""What becomes of an amendment by an act; every other pair is refused."""

# A passage that was replaced whole is still the same passage while this share of its letters is left.
_SAME_PASSAGE = 0.5


@dataclass(frozen=True, slots=True)
class Placement:
    """How an amendment fits a text and where, in code points; no range when it is orphaned."""

    fit: Fit
    start: int | None
    end: int | None


def advance(status: AmendmentStatus, act: AmendmentAct | Decision) -> AmendmentStatus:
    """The status after an act; AlreadyDone when the amendment is no longer tabled."""
    following = TRANSITIONS.get((status, AmendmentAct(act.value)))
    if following is None:
        raise AlreadyDone("amendment_already_decided", status=status.value)
    return following


def operation_of(start: int, end: int, proposed: str, *, original: str | None = None) -> AmendmentOperation:
    """What proposing a text for a range does; Invalid when it would add or change nothing."""
    if start == end and not proposed.strip():
        raise Invalid("amendment_adds_nothing", ["proposedText"])
    if original is not None and original == proposed:
        raise Invalid("amendment_changes_nothing", ["proposedText"])
    if start == end:
        return AmendmentOperation.ADD
    return AmendmentOperation.REPLACE if proposed else AmendmentOperation.DELETE


def place(anchor: Anchor, version_text: str, draft_text: str) -> Placement:
    """Where an amendment tabled on a version stands in the draft; COLLIDES covers all that later edits touched."""
    found = resolve(anchor, version_text, draft_text)
    if found.state is AnchorState.UNCHANGED:
        return Placement(Fit.APPLIES, found.start, found.end)
    if found.state is AnchorState.MOVED:
        return Placement(Fit.MOVED, found.start, found.end)
    edits = hunks(version_text, draft_text)
    if _is_gone(anchor, edits, draft_text):
        return Placement(Fit.ORPHANED, None, None)
    return Placement(Fit.COLLIDES, *covering_image(edits, anchor.start, anchor.end))


def rebase(original: str, proposed: str, current: str) -> tuple[Hunk, ...]:
    """The edits that carry an amendment out on what the original has become.

    Later edits of words that the amendment leaves alone survive; where both touched the same words, the amendment's
    wording stands (`rebase_overlaps` says where that is).
    """
    ours, theirs = hunks(original, proposed), hunks(original, current)
    contested = overlaps(original, ours, theirs)
    carried = [
        Hunk(*covering_image(theirs, hunk.start, hunk.end), hunk.replacement)
        for hunk in ours
        if not any(spot.base_start <= hunk.start and hunk.end <= spot.base_end for spot in contested)
    ]
    for spot in contested:
        start = spot.base_start + sum(_growth(hunk) for hunk in theirs if hunk.end < spot.base_start)
        carried.append(Hunk(start, start + len(spot.theirs), spot.yours))
    return tuple(sorted(carried, key=lambda hunk: (hunk.start, hunk.end)))


def rebase_overlaps(original: str, proposed: str, current: str) -> tuple[Overlap, ...]:
    """Where an amendment and later edits touch the same words: ranges of the original, both wordings."""
    return overlaps(original, hunks(original, proposed), hunks(original, current))


def _growth(hunk: Hunk) -> int:
    return len(hunk.replacement) - (hunk.end - hunk.start)


def _is_gone(anchor: Anchor, edits: Sequence[Hunk], draft_text: str) -> bool:
    """Whether nothing of an amendment's place is left."""
    if not anchor.exact:
        return any(hunk.start < anchor.start < hunk.end for hunk in edits)
    for hunk in edits:
        if hunk.start <= anchor.start and anchor.end <= hunk.end:
            start, end = covering_image(edits, anchor.start, anchor.end)
            return Indel.normalized_similarity(anchor.exact, draft_text[start:end]) < _SAME_PASSAGE
    return False
