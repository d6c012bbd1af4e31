"""Remind towns of what they owe a round: by themselves before its end, and when a coordinator asks. Who has voted hears nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from positions.actors import Actor
from positions.deadlines import day_of
from positions.errors import AlreadyDone, NotEligible, RateLimited, RoundClosed
from positions.events import Tag
from positions.lifecycle import Stage
from positions.models.notices import Notice
from positions.models.positions import Milestone, Position
from positions.models.rounds import Round
from positions.notices import NoticeKind, key_of
from positions.permissions import Permission
from positions.queries.holidays import clock
from positions.queries.recipients import coordinators, delegates_of
from positions.queries.reminders import (
    OpenRatification,
    last_reminded,
    open_ratifications,
    open_rounds,
    pending_electors,
    reminders_of,
    with_electorate,
)
from positions.queries.rounds import see_round, voting_time
from positions.reminders import RATIFICATION_NOTICE, Occasion, due_occasion, may_remind, moments
from positions.rounds import may_vote
from positions.services.notices import Telling, tell
from positions.services.record import record
from positions.services.unit_of_work import Database, UnitOfWork
from positions.working_days import day_after

_RECENT = timedelta(days=3)
"""A date that went by longer ago is no news."""

_OVER = [stage.value for stage in (Stage.SUBMITTED, Stage.CLOSED, Stage.WITHDRAWN)]


@dataclass(frozen=True)
class RemindOrganizations:
    """Whom a coordinator reminds of a round; without codes every town that may be reminded."""

    round_id: str
    codes: Sequence[str] | None = None
    organization_code: str | None = None


async def remind_organizations(work: UnitOfWork, actor: Actor, request: RemindOrganizations) -> Round:
    """Remind organizations that have not voted; each at most once an hour. A refusal reminds nobody."""
    access, row = await see_round(work.session, actor, request.round_id, lock=True)
    membership = access.demand(Permission.REMIND, request.organization_code)
    if not may_vote(voting_time(row), work.now):
        raise RoundClosed("round_not_open", ["roundId"])
    reminders = await reminders_of(work.session, row)
    pending = [one.organization.code for one in pending_electors(row)]
    if request.codes is None:
        codes = [code for code in pending if may_remind(last_reminded(reminders, code), work.now)]
        if not codes:
            raise AlreadyDone("nothing_to_remind", ["organizationCodes"])
    else:
        codes = sorted(set(request.codes))
        _check_named(row, codes, pending)
        for code in codes:
            last = last_reminded(reminders, code)
            if not may_remind(last, work.now):
                raise RateLimited("reminded_recently", ["organizationCodes"], organization=code)
    await record(
        work, access.position, Tag.ROUND_REMINDED, membership, told_of_reminder(row, Occasion.ASKED, codes)
    )
    return row


async def remind_due(database: Database) -> int:
    """Send every reminder whose time has come; returns how many rounds and votes were reminded of."""
    async with database.read() as session:
        rounds = [row.id for row in await open_rounds(session, database.clock())]
    done = 0
    for round_id in rounds:
        async with database.write() as work:
            done += await _remind_of_end(work, round_id)
    async with database.write() as work:
        done += await _remind_of_ratifications(work)
        done += await _tell_of_passed_dates(work)
    return done


def _check_named(row: Round, codes: Sequence[str], pending: Sequence[str]) -> None:
    called = {one.organization.code for one in row.electors}
    for code in codes:
        if code not in called:
            raise NotEligible("organization_not_called", ["organizationCodes"], organization=code)
        if code not in pending:
            raise AlreadyDone("organization_has_voted", ["organizationCodes"], organization=code)
    if not codes:
        raise AlreadyDone("nothing_to_remind", ["organizationCodes"])


def told_of_reminder(row: Round, occasion: Occasion, codes: Sequence[str]) -> dict[str, object]:
    """A reminder as the record keeps it."""
    return {"round": row.id, "number": row.number, "occasion": occasion, "organizations": list(codes)}


async def _remind_of_end(work: UnitOfWork, round_id: str) -> bool:
    """The reminder that a round's own clock brings, once."""
    row = await work.session.get_one(Round, round_id)
    times = moments(row.opens_at, row.closes_at, await clock(work.session))
    if not any(at <= work.now for at in times.values()):
        return False
    position = await work.session.get_one(Position, row.position_id, with_for_update=True)
    row = await with_electorate(work.session, round_id)
    sent = frozenset(one.occasion for one in await reminders_of(work.session, row))
    occasion = due_occasion(times, sent, work.now)
    pending = [one.organization.code for one in pending_electors(row)]
    if occasion is None or not pending or not may_vote(voting_time(row), work.now):
        return False
    await record(work, position, Tag.ROUND_REMINDED, None, told_of_reminder(row, occasion, pending))
    return True


async def _remind_of_ratifications(work: UnitOfWork) -> int:
    """What a town's body has yet to ratify: five working days before, and when it is late; each once."""
    today = day_of(work.now)
    soon = day_after(today, RATIFICATION_NOTICE, await clock(work.session))
    told = 0
    for one in await open_ratifications(work.session, soon):
        is_late = one.due_on < today
        kind = NoticeKind.RATIFICATION_OVERDUE if is_late else NoticeKind.RATIFICATION_DUE
        told += await _tell_of_ratification(work, one, kind)
    return told


async def _tell_of_ratification(work: UnitOfWork, one: OpenRatification, kind: NoticeKind) -> int:
    whom = await delegates_of(work.session, [one.organization_id], day_of(work.now))
    keys = [key_of(kind, one.vote_id, each.organization_id) for each in whom]
    known = select(Notice.id).where(Notice.key.in_(keys)).limit(1)
    if not keys or await work.session.scalar(known) is not None:
        return 0
    await work.session.get_one(Position, one.position_id, with_for_update=True)
    telling = Telling(one.position_id, kind, one.vote_id, one.round_id, {"due": one.due_on.isoformat()})
    return await tell(work, telling, whom)


async def _tell_of_passed_dates(work: UnitOfWork) -> int:
    """Dates of the calendar that went by undone are told to the coordinators, who alone can do something about them."""
    passed = (
        select(Milestone)
        .join(Position, Position.id == Milestone.position_id)
        .where(
            Milestone.done_at.is_(None),
            Milestone.due_at <= work.now,
            Milestone.due_at > work.now - _RECENT,
            Position.stage.not_in(_OVER),
        )
    )
    whom = await coordinators(work.session, day_of(work.now))
    told = 0
    for row in await work.session.scalars(passed):
        subject = f"{row.position_id}:{row.kind}:{row.due_at.isoformat()}"
        known = select(Notice.id).where(Notice.key == key_of(NoticeKind.DEADLINE_PASSED, subject)).limit(1)
        if await work.session.scalar(known) is not None:
            continue
        await work.session.get_one(Position, row.position_id, with_for_update=True)
        facts = {"milestone": row.kind, "due": day_of(row.due_at).isoformat()}
        told += await tell(
            work, Telling(row.position_id, NoticeKind.DEADLINE_PASSED, subject, None, facts), whom
        )
    return told
