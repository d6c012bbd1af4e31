"""The outbox read: what waits, what has gone lately, and what is to be looked at."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload
from sqlalchemy.sql.base import ExecutableOption

from positions.mails import REVIEWED, MailState
from positions.models.notices import Mail

MailRow = Mail

_LATELY = timedelta(days=7)
_SHOWN = 100
_WAITING = (MailState.WAITING.value, MailState.TAKEN.value)


@dataclass(frozen=True)
class Outlook:
    """How the outbox stands."""

    waiting: int
    waiting_since: datetime | None
    sent: int
    review: list[Mail]


async def outlook_on(session: AsyncSession, now: datetime) -> Outlook:
    """The outbox at a moment."""
    waiting = select(func.count(), func.min(Mail.created_at)).where(Mail.state.in_(_WAITING))
    count, since = (await session.execute(waiting)).one()
    sent = select(func.count()).where(Mail.state == MailState.SENT.value, Mail.sent_at > now - _LATELY)
    review = select(Mail).where(Mail.state.in_([state.value for state in REVIEWED]))
    rows = await session.scalars(review.order_by(Mail.id.desc()).limit(_SHOWN).options(*_named()))
    return Outlook(count, since, await session.scalar(sent) or 0, list(rows))


async def find_mail(session: AsyncSession, mail_id: str) -> Mail | None:
    """One mail."""
    return await session.scalar(select(Mail).where(Mail.id == mail_id).options(*_named()))


def recipient_of(row: Mail) -> str:
    """The name of whom a mail is for."""
    person = row.member or row.invitation
    return person.name if person else ""


def _named() -> list[ExecutableOption]:
    return [selectinload(Mail.member), selectinload(Mail.invitation)]
