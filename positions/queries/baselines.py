"""Since when a member may want to know what changed: the text last read, and what the member's town last voted or was mandated on."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.mandates import Mandate, mandate_of
from positions.models.documents import Document, Update
from positions.models.members import Membership
from positions.models.requests import Look
from positions.models.rounds import Round, Vote
from positions.models.versions import Version
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.documents import may_read_at


class BaselineKind(StrEnum):
    """What somebody did with a text."""

    READ = "READ"
    VOTED = "VOTED"
    MANDATED = "MANDATED"


@dataclass(frozen=True)
class Baseline:
    """A text that somebody knew: when, at which point of the draft's log, and what is known of it besides."""

    kind: BaselineKind
    at: datetime
    sequence: int
    unseen: int
    version: Version | None = None
    round_number: int | None = None
    organization_id: str | None = None
    mandate: Mandate | None = None


async def baselines(session: AsyncSession, access: Access, document: Document) -> list[Baseline]:
    """The actor's own, and those of the actor's organizations; nothing for who may not read the draft."""
    if not access.holds(Permission.READ):
        return []
    return [*await _read(session, access, document), *await _spoken(session, access, document)]


async def _read(session: AsyncSession, access: Access, document: Document) -> list[Baseline]:
    look = await session.get(Look, (access.actor.member_id, document.id))
    if look is None or not await may_read_at(session, access, document, look.sequence):
        return []
    unseen = await _by_others(session, access, document, look.sequence)
    return [Baseline(BaselineKind.READ, look.at, look.sequence, unseen)]


async def _spoken(session: AsyncSession, access: Access, document: Document) -> list[Baseline]:
    """Of each organization its last express vote on a version of this document, and the first under its last mandate."""
    statement = (
        select(Vote, Round.number, Version)
        .join(Round, Round.id == Vote.round_id)
        .join(Version, Version.id == Round.version_id)
        .where(
            Version.document_id == document.id,
            Vote.organization_id.in_(access.actor.organization_ids),
            ~Vote.is_tacit,
            ~Vote.is_awaiting,
        )
        .order_by(Vote.organization_id, Round.number.desc(), Vote.cast_at.desc(), Vote.id.desc())
    )
    votes: dict[str, list[tuple[Vote, int, Version]]] = {}
    for vote, number, version in await session.execute(statement):
        votes.setdefault(vote.organization_id, []).append((vote, number, version))
    found: list[Baseline] = []
    for own in votes.values():
        found.append(await _of_vote(session, access, BaselineKind.VOTED, own[0]))
        mandated = next((one for one in own if one[0].mandate), None)
        if mandated:
            first = [one for one in own if one[0].mandate == mandated[0].mandate][-1]
            found.append(await _of_vote(session, access, BaselineKind.MANDATED, first))
    return found


async def _of_vote(
    session: AsyncSession, access: Access, kind: BaselineKind, cast: tuple[Vote, int, Version]
) -> Baseline:
    vote, round_number, version = cast
    document = await session.get_one(Document, version.document_id)
    mandate = mandate_of(vote.mandate) if vote.mandate and kind is BaselineKind.MANDATED else None
    unseen = await _by_others(session, access, document, version.sequence)
    return Baseline(
        kind, vote.cast_at, version.sequence, unseen, version, round_number, vote.organization_id, mandate
    )


async def _by_others(session: AsyncSession, access: Access, document: Document, since: int) -> int:
    """How many updates of others the draft has had since a point of its log."""
    statement = (
        select(func.count())
        .select_from(Update)
        .join(Membership, Membership.id == Update.membership_id)
        .where(
            Update.document_id == document.id,
            Update.sequence > since,
            Update.sequence <= document.sequence,
            Membership.member_id != access.actor.member_id,
        )
    )
    return int(await session.scalar(statement) or 0)
