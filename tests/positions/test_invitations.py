from datetime import UTC, datetime, timedelta

import pytest

from positions.errors import AlreadyDone, Stale
from positions.invitations import Course, InvitationState, refusal_of

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SOON, BEFORE = NOW + timedelta(seconds=1), NOW - timedelta(days=1)


@pytest.mark.parametrize(
    ("course", "state", "refusal"),
    [
        (Course(SOON), InvitationState.PENDING, None),
        (Course(NOW), InvitationState.EXPIRED, Stale),
        (Course(SOON, accepted_at=BEFORE), InvitationState.ACCEPTED, AlreadyDone),
        (Course(BEFORE, accepted_at=BEFORE), InvitationState.ACCEPTED, AlreadyDone),
        (Course(SOON, revoked_at=BEFORE), InvitationState.REVOKED, AlreadyDone),
    ],
)
def test_an_invitation_is_open_until_something_ends_it(
    course: Course, state: InvitationState, refusal: type | None
) -> None:
    assert course.state(NOW) is state
    assert type(refusal_of(course, NOW)) is (refusal or type(None))
