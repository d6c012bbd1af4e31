"""Open rounds: one at a time, on the newest version, which must be what the draft says; the electorate is frozen then."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from positions.actors import Actor
from positions.compositions import compose
from positions.deadlines import day_of
from positions.documents import normalise
from positions.errors import NotFound, Stale
from positions.events import Tag
from positions.lifecycle import Action
from positions.models.documents import Document
from positions.models.positions import Position
from positions.models.rounds import Elector, Round
from positions.models.versions import Version
from positions.permissions import Permission
from positions.queries.access import see_position
from positions.queries.documents import see_version
from positions.queries.electorates import weighed
from positions.queries.rounds import newest_number, see_round, tied_round, voting_time
from positions.queries.versions import newest_version, version_text
from positions.rounds import RoundStatus, check_period, status_at
from positions.services.drafts import current
from positions.services.idempotency import Key, recall, remember
from positions.services.openings import (
    OpenRound,
    Terms,
    check_second,
    check_terms,
    check_text,
    check_turn,
    opening_time,
    terms_of,
    urgency_of,
)
from positions.services.record import record
from positions.services.stages import advance_position
from positions.services.unit_of_work import UnitOfWork
from positions.versions import sha256_of


async def open_round(work: UnitOfWork, actor: Actor, request: OpenRound, key: Key | None = None) -> Round:
    """Open a round, or schedule it; either way the text is frozen from now on."""
    access = await see_position(work.session, actor, request.reference, lock=True)
    known = await recall(work, key)
    if known is not None:
        return (await see_round(work.session, actor, str(known["round"])))[1]
    document = await _lock_original(work, access.position)
    version = await see_version(work.session, access, document.id, request.version_number)
    if version is None:
        raise NotFound("version_unknown", ["versionNumber"], number=request.version_number)
    membership = access.demand(Permission.OPEN_ROUND, request.organization_code)
    tied = await tied_round(work.session, access.position)
    terms = await terms_of(work.session, access, request, work.now, tied=tied)
    text = await version_text(work.session, version)
    row = await _round(work, access.position, terms, version=version, request=request)
    row.repeats_id = tied.id if tied else None
    called = await _electors(work, row, terms)
    await check_text(text)
    await check_turn(work.session, access.position, terms.step, version)
    if tied is not None:
        check_second(tied, terms, version)
    await _check_newest(work, document, version, text)
    work.session.add(row)
    await work.session.flush()
    work.session.add_all(called)
    remember(work, key, {"round": row.id})
    tag = Tag.ROUND_OPENED if row.status == RoundStatus.OPEN else Tag.ROUND_SCHEDULED
    codes = {organization.id: organization.code for organization in terms.called}
    await record(work, access.position, tag, membership, told_of_round(row, version, codes, called))
    await advance_position(work, access.position, Action.OPEN_ROUND, membership=membership)
    return row


async def note_opening(work: UnitOfWork, position: Position, row: Round) -> bool:
    """Note that a scheduled round's time has come, once; the caller holds the position's row."""
    if row.status != RoundStatus.SCHEDULED or status_at(voting_time(row), work.now) is not RoundStatus.OPEN:
        return False
    row.status = RoundStatus.OPEN.value
    await record(work, position, Tag.ROUND_OPENED, None, {"round": row.id, "number": row.number})
    return True


async def _lock_original(work: UnitOfWork, position: Position) -> Document:
    """The original's row, held so that no update is appended between the comparison and the freeze."""
    statement = select(Document).where(Document.position_id == position.id, Document.is_original)
    locked = statement.with_for_update().execution_options(populate_existing=True)
    return (await work.session.scalars(locked)).one()


async def _round(
    work: UnitOfWork, position: Position, terms: Terms, *, version: Version, request: OpenRound
) -> Round:
    opens_at = opening_time(request, work.now)
    check_period(opens_at, request.closes_at, now=work.now)
    return Round(
        id=work.new_id("rnd"),
        position_id=position.id,
        number=await newest_number(work.session, position.id) + 1,
        version_id=version.id,
        name=terms.name,
        step_key=terms.step and terms.step.key,
        rule=compose(terms.rule),
        silence=terms.silence.value,
        is_last=terms.is_last,
        is_sealed=terms.step is not None and terms.step.is_sealed,
        status=(RoundStatus.SCHEDULED if opens_at > work.now else RoundStatus.OPEN).value,
        opens_at=opens_at,
        closes_at=request.closes_at,
        urgency=urgency_of(request),
        created_at=work.now,
    )


async def _electors(work: UnitOfWork, row: Round, terms: Terms) -> list[Elector]:
    """The rows of those called, with the figures of the day it opens; Invalid when they cannot decide by the rule."""
    electors = await weighed(work.session, terms.called, day_of(row.opens_at))
    check_terms(terms, electors)
    return [
        Elector(
            round_id=row.id,
            organization_id=organization.id,
            population=elector.population,
            seats=elector.seats,
        )
        for organization, elector in zip(terms.called, electors, strict=True)
    ]


async def _check_newest(work: UnitOfWork, document: Document, version: Version, text: str) -> None:
    newest = await newest_version(work.session, document.id)
    if newest is not None and newest.number != version.number:
        raise Stale("version_not_newest", ["versionNumber"], newest=newest.number)
    if normalise((await current(work, document)).text) != text:
        raise Stale("draft_differs_from_version", ["versionNumber"], number=version.number)


def told_of_round(
    row: Round, version: Version, codes: Mapping[str, str], called: Sequence[Elector]
) -> dict[str, object]:
    """A round's terms as the record keeps them; `codes` are those of the organizations called, by id."""
    repeated = {"repeats": row.repeats_id} if row.repeats_id else {}
    urgency = {"urgency_sha256": sha256_of(row.urgency)} if row.urgency else {}
    return {
        **repeated,
        **urgency,
        "round": row.id,
        "number": row.number,
        "version": version.id,
        "version_number": version.number,
        "sha256": version.sha256,
        "step": row.step_key,
        "rule": row.rule,
        "silence": row.silence,
        "is_last": row.is_last,
        "is_sealed": row.is_sealed,
        "opens_at": row.opens_at,
        "closes_at": row.extended_from or row.closes_at,
        "electorate": [
            {
                "organization": codes[one.organization_id],
                "population": one.population,
                "seats": one.seats,
            }
            for one in called
        ],
    }
