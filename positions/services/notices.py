"""Tell members: `record` announces each event here, jobs what only time brings. Notices stand in the event's own unit of work.

Whoever acts is told nothing of the own act: its receipt stands where it was done, and in the record.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import CursorResult, select, update

from positions.actors import Membership
from positions.events import Tag
from positions.models import members as rows
from positions.models.notices import Notice
from positions.models.rounds import Round
from positions.notices import (
    FOLDED,
    URGENCIES,
    Cadence,
    NoticeKind,
    Urgency,
    announcements_of,
    key_of,
    mail_time,
    settled_by,
)
from positions.queries.holidays import clock
from positions.queries.notices import notified
from positions.queries.recipients import Happening, Recipient, earlier_approvers, ids_of, recipients
from positions.rules import Silence
from positions.services.unit_of_work import UnitOfWork

Facts = Mapping[str, object]


@dataclass(frozen=True)
class Telling:
    """What is told: of which paper and round, with the facts its wording needs, and who did it; `subject` tells it from others."""

    position_id: str
    kind: NoticeKind
    subject: str
    round_id: str | None = None
    facts: Facts = field(default_factory=dict)
    by: Membership | None = None


async def announce(
    work: UnitOfWork, event: Happening, sequence: int, by: Membership | None
) -> dict[str, object] | None:
    """Tell whom an event concerns, and withdraw what it settles; of a silence procedure, what the record is to say of it."""
    called_for = announcements_of(event.tag, event.body)
    told = {
        row.kind: set[Recipient]().union(
            *[await recipients(work.session, audience, event) for audience in row.audiences]
        )
        for row in called_for
    }
    settled = settled_by(event.tag, event.body)
    if settled:
        await _withdraw_settled(work, event, settled, by)
    if NoticeKind.VOTE_ASKED in told:
        await _tell_earlier_approvers_apart(work, event, told)
    for kind, whom in told.items():
        telling = Telling(
            event.position.id,
            kind,
            f"{event.position.id}:{sequence}",
            event.round_id,
            {name: event.body[name] for name in _FACTS.get(kind, ()) if name in event.body},
            by,
        )
        await tell(work, telling, whom)
    return await _proof(work, event) if event.tag is Tag.ROUND_OPENED else None


async def tell(work: UnitOfWork, telling: Telling, whom: Iterable[Recipient]) -> int:
    """Write one notice for each member, unless they have it; returns how many are new."""
    wanted = {
        (one.member_id, key_of(telling.kind, telling.subject, one.organization_id)): one for one in whom
    }
    sender_id = await _member_of(work, telling.by) if telling.by else None
    wanted = {place: one for place, one in wanted.items() if not _is_own_act(telling, one, sender_id)}
    if not wanted:
        return 0
    ids = sorted({one.member_id for one in wanted.values()})
    keys = sorted({key for _, key in wanted})
    known = select(Notice.member_id, Notice.key).where(Notice.member_id.in_(ids), Notice.key.in_(keys))
    have = {(member, key) for member, key in await work.session.execute(known)}  # rows are no pairs to mypy
    if telling.kind in FOLDED:
        have |= await _fold(work, telling, wanted)
    cadences = select(rows.Member.id, rows.Member.cadence).where(rows.Member.id.in_(ids))
    cadence_of = {member: Cadence(cadence) for member, cadence in await work.session.execute(cadences)}
    holidays = await clock(work.session)
    fresh = [place for place in sorted(wanted) if place not in have]
    for member_id, key in fresh:
        work.session.add(
            Notice(
                id=work.new_id("ntc"),
                member_id=member_id,
                organization_id=wanted[member_id, key].organization_id,
                position_id=telling.position_id,
                round_id=telling.round_id,
                kind=telling.kind.value,
                key=key,
                facts=dict(telling.facts),
                created_at=work.now,
                mail_at=mail_time(telling.kind, cadence_of[member_id], work.now, holidays),
            )
        )
    return len(fresh)


async def withdraw(
    work: UnitOfWork,
    position_id: str,
    kinds: Iterable[NoticeKind],
    *,
    round_id: str | None = None,
    organization_ids: Iterable[str] | None = None,
) -> None:
    """Take notices back whose cause has gone; they are kept as proof, shown to nobody and not mailed."""
    statement = update(Notice).where(
        Notice.position_id == position_id,
        Notice.kind.in_(sorted(kind.value for kind in kinds)),
        Notice.withdrawn_at.is_(None),
    )
    if round_id is not None:
        statement = statement.where(Notice.round_id == round_id)
    if organization_ids is not None:
        statement = statement.where(Notice.organization_id.in_(sorted(organization_ids)))
    await work.session.execute(statement.values(withdrawn_at=work.now))


async def mark_seen(work: UnitOfWork, member_id: str, notice_ids: Iterable[str] | None) -> int:
    """Note that a member has seen notices, all of them without ids; returns how many are new to them."""
    statement = update(Notice).where(Notice.member_id == member_id, Notice.seen_at.is_(None))
    if notice_ids is not None:
        statement = statement.where(Notice.id.in_(sorted(set(notice_ids))))
    result = await work.session.execute(statement.values(seen_at=work.now))
    return result.rowcount if isinstance(result, CursorResult) else 0


async def mark_changes_seen(work: UnitOfWork, member_id: str, position_id: str) -> None:
    """Whoever reads the text has seen that it changed."""
    statement = update(Notice).where(
        Notice.member_id == member_id,
        Notice.position_id == position_id,
        Notice.kind == NoticeKind.PAPER_CHANGED.value,
        Notice.seen_at.is_(None),
    )
    await work.session.execute(statement.values(seen_at=work.now))


async def mark_old_seen(work: UnitOfWork, before: datetime) -> None:
    """Take news from before a moment as seen: for a story whose people read, and of whom no browser tells."""
    news = sorted(kind.value for kind, urgency in URGENCIES.items() if urgency is Urgency.NEWS)
    statement = update(Notice).where(
        Notice.kind.in_(news), Notice.created_at < before, Notice.seen_at.is_(None)
    )
    await work.session.execute(statement.values(seen_at=Notice.created_at))


async def set_cadence(work: UnitOfWork, member_id: str, cadence: Cadence) -> None:
    """Keep how often a member wants mail; what still waits for a mail follows."""
    member = await work.session.get_one(rows.Member, member_id, with_for_update=True)
    member.cadence = cadence.value
    holidays = await clock(work.session)
    waiting = select(Notice).where(
        Notice.member_id == member_id,
        Notice.mail_id.is_(None),
        Notice.seen_at.is_(None),
        Notice.withdrawn_at.is_(None),
        Notice.mail_at.is_not(None),
    )
    for notice in await work.session.scalars(waiting):
        notice.mail_at = mail_time(NoticeKind(notice.kind), cadence, work.now, holidays)


def told_of_notices(row: Round, members: Mapping[str, int]) -> dict[str, object]:
    """The proof of notice as the record keeps it: how many members of each organization called were told, and no names."""
    return {
        "round": row.id,
        "number": row.number,
        "told": [{"organization": code, "members": members[code]} for code in sorted(members)],
    }


_FACTS: Mapping[NoticeKind, tuple[str, ...]] = {
    NoticeKind.ROUND_CLOSED: ("outcome",),
    NoticeKind.STAGE_MOVED: ("to",),
    NoticeKind.AMENDMENT_TABLED: ("number",),
    NoticeKind.AMENDMENT_DECIDED: ("number", "status"),
    NoticeKind.COMMENT_ANSWERED: ("comment",),
}
"""What of an event's body the wording of a notice needs."""


def _is_own_act(telling: Telling, one: Recipient, sender_id: str | None) -> bool:
    """What is asked of another organization of the sender's is asked all the same."""
    if one.member_id != sender_id or telling.by is None:
        return False
    is_asked_elsewhere = (
        URGENCIES[telling.kind] is Urgency.ASKED and one.organization_id != telling.by.organization_id
    )
    return not is_asked_elsewhere


async def _member_of(work: UnitOfWork, membership: Membership) -> str | None:
    return await work.session.scalar(
        select(rows.Membership.member_id).where(rows.Membership.id == membership.id)
    )


async def _fold(
    work: UnitOfWork, telling: Telling, wanted: Mapping[tuple[str, str], Recipient]
) -> set[tuple[str, str]]:
    """Add to the notices of the same kind and paper that nobody has seen; those whom that suffices."""
    statement = select(Notice).where(
        Notice.position_id == telling.position_id,
        Notice.kind == telling.kind.value,
        Notice.member_id.in_(sorted({one.member_id for one in wanted.values()})),
        Notice.seen_at.is_(None),
        Notice.mail_id.is_(None),
        Notice.withdrawn_at.is_(None),
    )
    waiting = {(row.member_id, row.organization_id): row for row in await work.session.scalars(statement)}
    folded = set()
    for place, one in wanted.items():
        row = waiting.get((one.member_id, one.organization_id))
        if row is not None:
            row.key = place[1]  # what it tells of now
            row.facts = {**row.facts, **telling.facts, "count": int(str(row.facts.get("count", 1))) + 1}
            folded.add(place)
    return folded


async def _withdraw_settled(
    work: UnitOfWork, event: Happening, settled: frozenset[NoticeKind], by: Membership | None
) -> None:
    """Withdraw what an event settles; whoever did what was asked has seen that it was."""
    if by is not None and event.codes:
        member_id = await _member_of(work, by)
        asked = update(Notice).where(Notice.member_id == member_id, Notice.seen_at.is_(None))
        asked = asked.where(
            Notice.position_id == event.position.id, Notice.organization_id == by.organization_id
        )
        kinds = sorted(kind.value for kind in settled)
        await work.session.execute(asked.where(Notice.kind.in_(kinds)).values(seen_at=work.now))
    ids = await ids_of(work.session, event.codes) if event.codes else None
    await withdraw(
        work,
        event.position.id,
        settled,
        round_id=event.round_id,
        organization_ids=ids.values() if ids is not None else None,
    )


async def _tell_earlier_approvers_apart(
    work: UnitOfWork, event: Happening, told: dict[NoticeKind, set[Recipient]]
) -> None:
    """Who approved the text before is asked whether that holds for the new one."""
    approved = await earlier_approvers(work.session, str(event.round_id))
    called = told.pop(NoticeKind.VOTE_ASKED)
    told[NoticeKind.RENEWAL_ASKED] = {one for one in called if one.organization_id in approved}
    told[NoticeKind.VOTE_ASKED] = called - told[NoticeKind.RENEWAL_ASKED]


async def _proof(work: UnitOfWork, event: Happening) -> dict[str, object] | None:
    row = await work.session.get_one(Round, str(event.round_id))
    if row.silence == Silence.NONE:
        return None
    await work.session.flush()
    return told_of_notices(row, await notified(work.session, row.id))
