"""Notices read: a member's own, of papers they may still read and towns they still belong to, with what their wording needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import Actor
from positions.mails import MailState
from positions.models.comments import Comment
from positions.models.notices import Mail, Notice
from positions.models.organizations import Organization
from positions.models.positions import Position
from positions.models.rounds import Elector, Round
from positions.notices import OPENINGS, NoticeKind
from positions.queries.lookups import equals
from positions.queries.pages import Order, Page, Window, count, page
from positions.queries.visible import readable

NEWEST_FIRST = Order((Notice.id,), is_descending=True)


@dataclass(frozen=True)
class Shown:
    """A notice with the rows its wording speaks of."""

    row: Notice
    position: Position
    round: Round | None
    organization: Organization | None
    comment: Comment | None

    @property
    def kind(self) -> NoticeKind:
        """What it is about."""
        return NoticeKind(self.row.kind)


@dataclass(frozen=True)
class Reached:
    """One member of an organization, as they were told of a round: when, by which mail, and when they saw it."""

    organization_id: str
    told_at: datetime
    seen_at: datetime | None
    is_settled: bool
    mail_at: datetime | None
    mail_state: MailState | None
    mailed_at: datetime | None


async def list_notices(
    session: AsyncSession, actor: Actor, window: Window, *, unseen: bool = False
) -> Page[Notice]:
    """One page of the actor's notices, newest first."""
    statement = notices_of(actor)
    return await page(session, _unseen(statement) if unseen else statement, NEWEST_FIRST, window)


async def count_notices(session: AsyncSession, actor: Actor, *, unseen: bool = False) -> int:
    """How many notices the actor has."""
    statement = notices_of(actor)
    return await count(session, _unseen(statement) if unseen else statement)


def notices_of(actor: Actor) -> Select[Notice]:
    """What the actor was told and may still know."""
    return (
        select(Notice)
        .join(Position, Position.id == Notice.position_id)
        .where(
            Notice.member_id == actor.member_id, Notice.withdrawn_at.is_(None), readable(actor), _own(actor)
        )
    )


async def list_shown(
    session: AsyncSession, actor: Actor, window: Window, *, unseen: bool = False
) -> Page[Shown]:
    """One page of the actor's notices with the rows their wording speaks of."""
    found = await list_notices(session, actor, window, unseen=unseen)
    return Page(await shown(session, found.rows), found.keys, found.has_next)


async def find_notice(session: AsyncSession, actor: Actor, notice_id: str) -> Shown | None:
    """One of the actor's notices."""
    row = await session.scalar(notices_of(actor).where(equals(Notice.id, notice_id)))
    return (await shown(session, [row]))[0] if row else None


async def shown(session: AsyncSession, rows: Iterable[Notice]) -> list[Shown]:
    """Notices with the rows their wording speaks of, in the order given."""
    kept = list(rows)
    positions = select(Position).where(Position.id.in_({row.position_id for row in kept}))
    by_position = {
        row.id: row
        for row in await session.scalars(
            positions.options(selectinload(Position.headings), selectinload(Position.participations))
        )
    }
    rounds = await _by_id(session, select(Round).where(Round.id.in_({row.round_id for row in kept})))
    organizations = select(Organization).where(Organization.id.in_({row.organization_id for row in kept}))
    by_organization = {row.id: row for row in await session.scalars(organizations)}
    comments = select(Comment).where(Comment.id.in_({str(row.facts.get("comment")) for row in kept}))
    by_comment = {row.id: row for row in await session.scalars(comments)}
    return [
        Shown(
            row,
            by_position[row.position_id or ""],
            rounds.get(row.round_id or ""),
            by_organization.get(row.organization_id or ""),
            by_comment.get(str(row.facts.get("comment"))),
        )
        for row in kept
    ]


async def reached(session: AsyncSession, round_id: str) -> list[Reached]:
    """Everybody who was told of a round's opening, those included whose town has voted since."""
    openings = sorted(kind.value for kind in OPENINGS)
    statement = select(Notice).where(Notice.round_id == round_id, Notice.kind.in_(openings))
    notices = list(await session.scalars(statement.order_by(Notice.id)))
    mails = select(Mail).where(Mail.id.in_({row.mail_id for row in notices}))
    by_id = {row.id: row for row in await session.scalars(mails)}
    return [_reached(row, by_id.get(row.mail_id or "")) for row in notices]


async def notified(session: AsyncSession, round_id: str) -> dict[str, int]:
    """How many members of each organization called were told of a round's opening, by code; 0 where nobody can be reached."""
    called = select(Organization.code, Organization.id).join(
        Elector, (Elector.organization_id == Organization.id) & (Elector.round_id == round_id)
    )
    told = select(Notice.organization_id).where(
        Notice.round_id == round_id, Notice.kind.in_(sorted(kind.value for kind in OPENINGS))
    )
    of_organization = list(await session.scalars(told))
    return {code: of_organization.count(found) for code, found in await session.execute(called)}


def _reached(notice: Notice, mail: Mail | None) -> Reached:
    return Reached(
        organization_id=notice.organization_id or "",
        told_at=notice.created_at,
        seen_at=notice.seen_at,
        is_settled=notice.withdrawn_at is not None,
        mail_at=notice.mail_at,
        mail_state=MailState(mail.state) if mail else None,
        mailed_at=mail.sent_at if mail else None,
    )


def _unseen(statement: Select[Notice]) -> Select[Notice]:
    return statement.where(Notice.seen_at.is_(None))


def _own(actor: Actor) -> ColumnElement[bool]:
    """What was told to a town's member is for those who still are."""
    own = Notice.organization_id.in_(sorted(actor.organization_ids))
    return or_(Notice.organization_id.is_(None), own)


async def _by_id(session: AsyncSession, statement: Select[Round]) -> dict[str, Round]:
    return {row.id: row for row in await session.scalars(statement)}
