"""What is told: the table is whole, what is asked goes at once, and digests come on working mornings."""

from datetime import UTC, date, datetime

import pytest

from positions.events import Tag
from positions.messages import catalogue
from positions.notices import (
    ANNOUNCEMENTS,
    FOLDED,
    OPENINGS,
    SETTLED,
    URGENCIES,
    Cadence,
    NoticeKind,
    Urgency,
    announcements_of,
    key_of,
    mail_time,
    next_digest,
    path_of,
    settled_by,
)

FRIDAY = datetime(2026, 11, 27, 10, tzinfo=UTC)
HOLIDAY = date(2026, 11, 30)


def test_every_kind_stands_in_the_table() -> None:
    assert set(URGENCIES) == set(NoticeKind)
    for kind in NoticeKind:
        assert len({row.urgency for row in ANNOUNCEMENTS if row.kind is kind}) == 1


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_has_its_sentence_and_what_is_asked_its_subject(kind: NoticeKind) -> None:
    for language in catalogue.LANGUAGES:
        assert catalogue.notice(kind, language).endswith(".")
        subject = catalogue.subject(kind, language)
        assert (subject is not None) == (URGENCIES[kind] is Urgency.ASKED)


def test_what_happens_several_times_is_told_once_in_words_for_many() -> None:
    assert {kind for kind in FOLDED if catalogue.has_notice(f"{kind}.many")} == FOLDED - {
        NoticeKind.PAPER_CHANGED  # however often a text changes, it has changed
    }


def test_only_an_invitation_is_told_of_a_participation() -> None:
    assert announcements_of(Tag.PARTICIPATION_CHANGED, {"to": "INVITED"})
    assert announcements_of(Tag.PARTICIPATION_CHANGED, {"to": "LEFT"}) == []


def test_a_move_that_a_round_led_to_is_told_by_the_round_alone() -> None:
    assert announcements_of(Tag.STAGE_MOVED, {"action": "ADOPT"}) == []
    assert announcements_of(Tag.STAGE_MOVED, {"action": "OPEN_AMENDING"})


def test_keys_tell_towns_apart() -> None:
    assert key_of(NoticeKind.VOTE_ASKED, "rnd_1", "org_1") != key_of(NoticeKind.VOTE_ASKED, "rnd_1", "org_2")
    assert key_of(NoticeKind.STAGE_MOVED, "pos_1") == "STAGE_MOVED:pos_1"


@pytest.mark.parametrize("cadence", [Cadence.IMMEDIATE, Cadence.DAILY, Cadence.WEEKLY])
def test_what_is_asked_goes_at_once(cadence: Cadence) -> None:
    at = mail_time(NoticeKind.VOTE_ASKED, cadence, FRIDAY, frozenset())
    assert at == datetime(2026, 11, 27, 10, 2, tzinfo=UTC)


def test_who_wants_no_mail_gets_none() -> None:
    assert {mail_time(kind, Cadence.NONE, FRIDAY, frozenset()) for kind in NoticeKind} == {None}


@pytest.mark.parametrize(
    ("cadence", "now", "holidays", "expected"),
    [
        (Cadence.DAILY, "2026-11-26T06:29", (), "2026-11-26T06:30"),
        (Cadence.DAILY, "2026-11-26T06:30", (), "2026-11-27T06:30"),
        (Cadence.DAILY, "2026-11-27T10:00", (), "2026-11-30T06:30"),
        (Cadence.DAILY, "2026-11-27T10:00", (HOLIDAY,), "2026-12-01T06:30"),
        (Cadence.WEEKLY, "2026-11-25T10:00", (), "2026-11-30T06:30"),
        (Cadence.WEEKLY, "2026-11-30T06:29", (), "2026-11-30T06:30"),
        (Cadence.WEEKLY, "2026-11-30T06:30", (), "2026-12-07T06:30"),
        (Cadence.WEEKLY, "2026-11-25T10:00", (HOLIDAY,), "2026-12-01T06:30"),
        (Cadence.DAILY, "2026-07-01T10:00", (), "2026-07-02T05:30"),
    ],
)
def test_a_digest_comes_on_a_working_morning_of_the_metropolis(
    cadence: Cadence, now: str, holidays: tuple[date, ...], expected: str
) -> None:
    moment = datetime.fromisoformat(f"{now}+00:00")
    assert next_digest(cadence, moment, holidays) == datetime.fromisoformat(f"{expected}+00:00")


def test_a_notice_leads_to_its_place() -> None:
    assert path_of(NoticeKind.VOTE_ASKED, "AMB-PP-2026-001", 2) == (
        "/positions/AMB-PP-2026-001/aprovacio?ronda=2"
    )
    assert path_of(NoticeKind.COMMENT_ANSWERED, "AMB-PP-2026-001") == "/positions/AMB-PP-2026-001/debat"
    assert path_of(NoticeKind.PAPER_PUBLISHED, "AMB-PP-2026-001") == "/positions/AMB-PP-2026-001"


def test_nobody_is_asked_to_join_a_paper_that_can_no_longer_be_joined() -> None:
    assert settled_by(Tag.STAGE_MOVED, {"to": "APPROVING"}) == {NoticeKind.PARTICIPATION_ASKED}
    assert settled_by(Tag.STAGE_MOVED, {"to": "AMENDING"}) == frozenset()


def test_a_cast_vote_settles_what_asked_for_it() -> None:
    assert SETTLED[Tag.VOTE_CAST] > OPENINGS
    assert NoticeKind.VOTE_REMINDED in SETTLED[Tag.VOTE_CAST]
