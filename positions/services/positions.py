"""Propose a position, change its cover, and keep what search looks into."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from positions.actors import Actor
from positions.deadlines import day_of
from positions.errors import Invalid, Stale
from positions.events import GENESIS, Tag
from positions.languages import language_tag
from positions.lifecycle import Stage
from positions.models.documents import Document
from positions.models.events import Chain
from positions.models.organizations import Organization
from positions.models.positions import Heading, Participation, Position, Relation
from positions.participation import ParticipationState
from positions.permissions import Permission
from positions.queries.access import demand_creating, see_position
from positions.queries.covers import Part, load_parts
from positions.queries.translations import approved_versions
from positions.queries.versions import version_text
from positions.references import make_reference, parse_reference
from positions.search import fold
from positions.services.covers import (
    Cover,
    CoverGiven,
    check_cover,
    check_length,
    coded,
    write_cover,
)
from positions.services.idempotency import Key, recall, remember
from positions.services.record import REGISTER, record
from positions.services.routes import copy_of, route_hash
from positions.services.unit_of_work import UnitOfWork

"""The year of a reference is the metropolis' own."""

_COVER = (
    Part.HEADINGS,
    Part.PARTICIPATIONS,
    Part.SUBJECTS,
    Part.ADDRESSEES,
    Part.RELATIONS,
    Part.MILESTONES,
)


@dataclass(frozen=True)
class CreatePosition:
    """What a coordinator says when proposing a position; a language's title is a must for the original only."""

    original_language: str
    lead_code: str
    cover: CoverGiven
    participant_codes: Sequence[str] = ()
    route_key: str | None = None
    organization_code: str | None = None


@dataclass(frozen=True)
class UpdatePosition:
    """The parts of the cover to change, and the `updated_at` of the state that was looked at."""

    reference: str
    expected_updated_at: datetime
    cover: CoverGiven = field(default_factory=CoverGiven)
    organization_code: str | None = None


async def create_position(
    work: UnitOfWork, actor: Actor, request: CreatePosition, key: Key | None = None
) -> Position:
    """Propose a position: its cover, its participants and its empty original document."""
    membership = demand_creating(actor, request.organization_code)
    await _lock_numbering(work)
    known = await recall(work, key)
    if known is not None:
        return await work.session.get_one(Position, str(known["position"]))
    language = language_tag(request.original_language, ["originalLanguage"])
    cover = await check_cover(work.session, request.cover, language)
    if cover.titles is None:
        raise Invalid("title_missing", ["titles"], language=language)
    route = await copy_of(work, None, request.route_key)
    lead, participants = await _organizations(work, request)
    position = await _add(work, request, lead=lead, participants=participants, language=language)
    position.route = route
    await write_cover(work, position, cover)
    await reindex(work, position)
    body = _created_body(position, cover, lead=lead, participants=participants)
    await record(work, position, Tag.POSITION_CREATED, membership, body)
    remember(work, key, {"position": position.id})
    return position


async def update_position(work: UnitOfWork, actor: Actor, request: UpdatePosition) -> Position:
    """Change the given parts of the cover; Stale when anything happened to the position since it was looked at."""
    access = await see_position(work.session, actor, request.reference, lock=True)
    membership = access.demand(Permission.UPDATE_POSITION, request.organization_code)
    position = access.position
    cover = await check_cover(work.session, request.cover, position.original_language)
    if position.updated_at != request.expected_updated_at:
        raise Stale("position_changed", ["expectedUpdatedAt"], updated_at=position.updated_at.isoformat())
    await load_parts(work.session, position.id, _COVER)
    await write_cover(work, position, cover)
    await reindex(work, position)
    await record(work, position, Tag.POSITION_UPDATED, membership, cover.body())
    return position


async def reindex(work: UnitOfWork, position: Position, text: str | None = None) -> None:
    """Let search see the cover as it is now and, when given, the original's new text."""
    cover = await _cover_index(work, position)
    await work.session.refresh(position, ["search", "search_public"])
    body = _body_of(position.search) if text is None else await _folded(text, position.original_language)
    position.search = f"{cover}\n{body}"
    position.search_public = f"{cover}\n{_body_of(position.search_public)}"


async def reindex_published(work: UnitOfWork, position: Position) -> None:
    """Let public search see the cover, the adopted text, and the translations that stand for it."""
    cover = await _cover_index(work, position)
    bodies = [
        await _folded(await version_text(work.session, version), language)
        for language, version in (await approved_versions(work.session, position)).items()
    ]
    position.search_public = f"{cover}\n{''.join(bodies)}"


async def _lock_numbering(work: UnitOfWork) -> None:
    """Hold the register's row: positions are numbered one after the other."""
    statement = select(Chain).where(Chain.name == REGISTER).with_for_update()
    if await work.session.scalar(statement) is None:
        try:
            async with work.session.begin_nested():
                work.session.add(Chain(name=REGISTER, sequence=0, head=GENESIS))
        except IntegrityError:  # somebody else was first, and has committed by now
            await work.session.scalar(statement)


async def _next_reference(work: UnitOfWork) -> str:
    year = day_of(work.now).year
    of_year = Position.reference.startswith(f"{make_reference(year, 0)}"[:-3], autoescape=True)
    newest = await work.session.scalar(select(func.max(Position.reference)).where(of_year))
    return str(make_reference(year, parse_reference(newest).number + 1 if newest else 1))


async def _organizations(
    work: UnitOfWork, request: CreatePosition
) -> tuple[Organization, list[Organization]]:
    check_length(request.participant_codes, "participant_codes")
    participants = await coded(work.session, Organization, request.participant_codes, "participantCodes")
    try:
        (lead,) = await coded(work.session, Organization, [request.lead_code], "leadCode")
    except Invalid as refusal:
        raise Invalid(refusal.reason, ["leadCode"], **refusal.fields) from None
    return lead, [organization for organization in participants if organization.id != lead.id]


async def _add(
    work: UnitOfWork,
    request: CreatePosition,
    *,
    lead: Organization,
    participants: list[Organization],
    language: str,
) -> Position:
    position = Position(
        id=work.new_id("pos"),
        reference=await _next_reference(work),
        stage=Stage.PROPOSED.value,
        lead_id=lead.id,
        original_language=language,
        route_key=request.route_key,
        created_at=work.now,
        updated_at=work.now,
        headings=[],
        subjects=[],
        addressees=[],
        relations=[],
        milestones=[],
        participations=[
            Participation(organization_id=lead.id, state=ParticipationState.ACCEPTED.value, since=work.now),
            *(_invitation(work, organization) for organization in participants),
        ],
    )
    work.session.add(position)
    await work.session.flush()
    work.session.add(_original(work, position))
    return position


def _invitation(work: UnitOfWork, organization: Organization) -> Participation:
    return Participation(
        organization_id=organization.id, state=ParticipationState.INVITED.value, since=work.now
    )


def _original(work: UnitOfWork, position: Position) -> Document:
    return Document(
        id=work.new_id("doc"),
        position_id=position.id,
        language=position.original_language,
        is_original=True,
        stage=position.stage,
        created_at=work.now,
        updated_at=work.now,
    )


def _created_body(
    position: Position, cover: Cover, *, lead: Organization, participants: list[Organization]
) -> dict[str, object]:
    return {
        "reference": position.reference,
        "original_language": position.original_language,
        "lead": lead.code,
        "participants": [organization.code for organization in participants],
        "route": position.route_key,
        **({"route_sha256": route_hash(position)} if position.route else {}),
        **cover.body(),
    }


async def _cover_index(work: UnitOfWork, position: Position) -> str:
    """Reference, titles, summaries and related files, folded on one line."""
    headings = await work.session.execute(
        select(Heading.language, Heading.title, Heading.summary).where(Heading.position_id == position.id)
    )
    values = await work.session.scalars(select(Relation.value).where(Relation.position_id == position.id))
    folded = [fold(f"{title or ''} {summary or ''}", language) for language, title, summary in headings]
    return fold(" ".join([position.reference, *values])) + "".join(folded)


async def _folded(text: str, language: str) -> str:
    return await asyncio.to_thread(fold, text, language)


def _body_of(index: str | None) -> str:
    return (index or "").partition("\n")[2]
