"""An invitation to the register: offered by an administrator, taken up once, in time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from positions.errors import AlreadyDone, Refusal, Stale

LIFETIME = timedelta(days=14)


class InvitationState(StrEnum):
    """What has become of an invitation."""

    PENDING = "PENDING"
    ACCEPTED = "ACCEPTED"
    REVOKED = "REVOKED"
    EXPIRED = "EXPIRED"


@dataclass(frozen=True)
class Course:
    """The moments of an invitation."""

    expires_at: datetime
    accepted_at: datetime | None = None
    revoked_at: datetime | None = None

    def state(self, now: datetime) -> InvitationState:
        """What has become of it."""
        if self.accepted_at is not None:
            return InvitationState.ACCEPTED
        if self.revoked_at is not None:
            return InvitationState.REVOKED
        return InvitationState.PENDING if now < self.expires_at else InvitationState.EXPIRED


def refusal_of(course: Course, now: datetime) -> Refusal | None:
    """Why an invitation cannot be taken up or taken back any more; None while it can."""
    match course.state(now):
        case InvitationState.PENDING:
            return None
        case InvitationState.ACCEPTED:
            return AlreadyDone("invitation_accepted", ["invitationId"])
        case InvitationState.REVOKED:
            return AlreadyDone("invitation_revoked", ["invitationId"])
        case InvitationState.EXPIRED:
            return Stale("invitation_expired", ["invitationId"], expires=course.expires_at)
