"""Amendments: what they do, and what becomes of them.

An amendment proposes a text for a range of a version. It is tabled until it is decided, withdrawn, or falls because
another made it void; nothing follows on that. What it changes exactly is said in `proposals`, where it stands in a later
text in `courses`, which others it meets in `collisions`, what deciding leads to in `consolidation`.
"""

from dataclasses import dataclass
from enum import StrEnum

from positions.errors import AlreadyDone, Invalid


class AmendmentStatus(StrEnum):
    """What has become of an amendment."""

    TABLED = "TABLED"
    INCORPORATED = "INCORPORATED"
    INCORPORATED_PARTLY = "INCORPORATED_PARTLY"
    REJECTED = "REJECTED"
    INADMISSIBLE = "INADMISSIBLE"
    WITHDRAWN = "WITHDRAWN"
    FALLEN = "FALLEN"


WENT_IN = frozenset({AmendmentStatus.INCORPORATED.value, AmendmentStatus.INCORPORATED_PARTLY.value})
"""Of these the text holds what was decided."""


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
