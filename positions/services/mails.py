"""The outbox: notices that are due become one mail for each member, and each mail is taken, handed over and settled once.

Taking is a transaction of its own, so that two processes never hold the same mail; whatever a process that died had taken is
doubtful, and nobody sends it again but a person who looked.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select, update

from positions.actors import Actor
from positions.errors import NotFound
from positions.mails import PATIENCE, STALE_AFTER, Delivery, MailKind, MailState, check_again, settle
from positions.members import demand_administrator
from positions.models.members import Member
from positions.models.notices import Mail, Notice
from positions.notices import FOLDING, URGENCIES, NoticeKind, Urgency
from positions.queries.lookups import equals
from positions.queries.members import actor_of_member
from positions.queries.notices import notices_of
from positions.services.unit_of_work import Database, UnitOfWork

_ASKED = sorted(kind.value for kind, urgency in URGENCIES.items() if urgency is Urgency.ASKED)


async def compose_due(database: Database) -> int:
    """Make a mail for every member for whom something is due; returns how many."""
    async with database.read() as session:
        due = select(Notice.member_id).where(_due(database.clock())).distinct()
        members = sorted(await session.scalars(due))
    composed = 0
    for member_id in members:
        async with database.write() as work:
            composed += await _compose(work, member_id)
    return composed


async def has_waiting(database: Database) -> bool:
    """Whether a mail's time has come."""
    async with database.read() as session:
        waiting = select(Mail.id).where(Mail.state == MailState.WAITING, Mail.due_at <= database.clock())
        return await session.scalar(waiting.limit(1)) is not None


async def sort_out(work: UnitOfWork) -> None:
    """Call doubtful what somebody took and never acknowledged, and give up what has waited too long to be true still."""
    taken = update(Mail).where(Mail.state == MailState.TAKEN, Mail.taken_at <= work.now - PATIENCE)
    await work.session.execute(taken.values(state=MailState.DOUBTFUL.value, fault="UNACKNOWLEDGED"))
    old = update(Mail).where(Mail.state == MailState.WAITING, Mail.created_at <= work.now - STALE_AFTER)
    await work.session.execute(old.values(state=MailState.FAILED.value, fault="TOO_LATE"))


async def take(work: UnitOfWork) -> str | None:
    """Take the next mail that is due, so that nobody else does; None when there is none."""
    waiting = (
        select(Mail.id)
        .where(Mail.state == MailState.WAITING, Mail.due_at <= work.now)
        .order_by(Mail.due_at, Mail.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    taking = (
        update(Mail)
        .where(Mail.id == waiting.scalar_subquery())
        .values(state=MailState.TAKEN.value, taken_at=work.now, attempts=Mail.attempts + 1)
        .returning(Mail.id)
    )
    return await work.session.scalar(taking)


async def settle_mail(work: UnitOfWork, mail_id: str, delivery: Delivery, fault: str | None = None) -> None:
    """Keep how handing a taken mail over ended."""
    row = await work.session.get_one(Mail, mail_id, with_for_update=True, populate_existing=True)
    state, due_at = settle(delivery, row.attempts, work.now)
    row.state, row.due_at, row.fault = state.value, due_at, fault
    if state is MailState.SENT:
        row.sent_at = work.now
    if state is not MailState.WAITING:
        row.letter = None


async def drop(work: UnitOfWork, mail_id: str) -> None:
    """Nothing is left to say in a mail."""
    row = await work.session.get_one(Mail, mail_id, with_for_update=True, populate_existing=True)
    row.state, row.letter = MailState.DROPPED.value, None


async def send_again(work: UnitOfWork, actor: Actor, mail_id: str, acting_code: str | None = None) -> Mail:
    """Send a mail again that is doubtful or failed, because an administrator says so."""
    demand_administrator(actor, acting_code)
    row = await work.session.scalar(select(Mail).where(equals(Mail.id, mail_id)).with_for_update())
    if row is None:
        raise NotFound("mail_unknown", ["mailId"])
    check_again(MailState(row.state), has_content=row.member_id is not None)
    row.state, row.due_at, row.created_at = MailState.WAITING.value, work.now, work.now
    row.attempts, row.fault = 0, None
    return row


async def post_invitation(work: UnitOfWork, invitation_id: str, secret: str, language: str) -> None:
    """Put an invitation's mail into the outbox; its link's secret is kept until the mail has gone, and not longer."""
    work.session.add(
        Mail(
            id=work.new_id("mai"),
            member_id=None,
            invitation_id=invitation_id,
            letter={"secret": secret, "language": language},
            kind=MailKind.INVITATION.value,
            state=MailState.WAITING.value,
            due_at=work.now,
            created_at=work.now,
        )
    )


async def _compose(work: UnitOfWork, member_id: str) -> int:
    """One mail with all that is due, if anything of it may still be said: an empty one is never made."""
    await work.session.get_one(Member, member_id, with_for_update=True)
    due = await _readable(work, member_id, _due(work.now))
    if not due:
        return 0
    asked = await _readable(work, member_id, _asked_before(work.now + FOLDING))
    notices = {row.id: row for row in (*due, *asked)}
    is_asked = any(URGENCIES[NoticeKind(row.kind)] is Urgency.ASKED for row in notices.values())
    mail = Mail(
        id=work.new_id("mai"),
        member_id=member_id,
        kind=(MailKind.ASKED if is_asked else MailKind.DIGEST).value,
        state=MailState.WAITING.value,
        due_at=work.now,
        created_at=work.now,
    )
    work.session.add(mail)
    await work.session.flush()
    for row in notices.values():
        row.mail_id = mail.id
    return 1


async def _readable(work: UnitOfWork, member_id: str, condition: ColumnElement[bool]) -> Sequence[Notice]:
    """The notices that the member may still read; the others will not be mailed."""
    mine = select(Notice).where(Notice.member_id == member_id, condition)
    rows = list(await work.session.scalars(mine))
    actor = await actor_of_member(work.session, member_id, work.now)
    allowed: set[str] = set()
    if actor is not None:
        statement = notices_of(actor).where(Notice.id.in_([row.id for row in rows]))
        allowed = {row.id for row in await work.session.scalars(statement)}
    for row in rows:
        if row.id not in allowed:
            row.mail_at = None
    return [row for row in rows if row.id in allowed]


def _due(now: datetime) -> ColumnElement[bool]:
    """News that was seen already is not mailed; what is asked is, until it was done."""
    unseen_news = and_(Notice.seen_at.is_(None), Notice.mail_at <= now)
    return and_(
        Notice.mail_at > now - STALE_AFTER,
        or_(unseen_news, and_(Notice.kind.in_(_ASKED), Notice.mail_at <= now)),
        Notice.mail_id.is_(None),
        Notice.withdrawn_at.is_(None),
    )


def _asked_before(moment: datetime) -> ColumnElement[bool]:
    return and_(
        Notice.kind.in_(_ASKED),
        Notice.mail_at <= moment,
        Notice.mail_at > moment - STALE_AFTER,
        Notice.mail_id.is_(None),
        Notice.withdrawn_at.is_(None),
    )
