"""Open rounds: one at a time, on the newest version, which must be what the draft says; the electorate is frozen then."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from positions import electors, ties
from positions.actors import Actor
from positions.asks import duplicate_keys
from positions.compositions import compose, rule_of
from positions.documents import normalise
from positions.errors import Conflict, Invalid, NotFound, Stale
from positions.events import Tag
from positions.headings import plain_text
from positions.lifecycle import Action
from positions.models.documents import Document
from positions.models.organizations import Organization
from positions.models.positions import Position
from positions.models.rounds import Elector, Round
from positions.models.versions import Version
from positions.organizations import OrganizationKind
from positions.permissions import Permission
from positions.queries.access import Access, see_position
from positions.queries.documents import see_version
from positions.queries.members import day_of
from positions.queries.organizations import NO_FIGURES, figures_on
from positions.queries.rounds import (
    newest_number,
    passed_steps,
    running_round,
    see_round,
    tied_round,
    voting_time,
)
from positions.queries.routes import followed
from positions.queries.versions import newest_version, version_text
from positions.rounds import RoundStatus, check_opening, check_period, status_at
from positions.routes import Electorate, Route, Step, StepKind, check_step, is_last, step_of
from positions.rules import Rule, Silence
from positions.services.drafts import current
from positions.services.idempotency import Key, recall, remember
from positions.services.record import record
from positions.services.stages import advance_position
from positions.services.unit_of_work import UnitOfWork
from positions.ties import check_repeat

MAX_NAME = 200
"""In code points."""


@dataclass(frozen=True)
class OpenRound:
    """What a coordinator asks: of a routed position a step, of any other the terms themselves; `opens_at` None is now.

    `rule` is JSON as `positions.compositions` reads it; without codes all participating municipalities are called. After a
    tie that is to be voted again, a request without a rule repeats the tied round's terms.
    """

    reference: str
    version_number: int
    closes_at: datetime
    opens_at: datetime | None = None
    step_key: str | None = None
    name: str | None = None
    rule: Mapping[str, object] | None = None
    silence: Silence | None = None
    electorate_codes: Sequence[str] | None = None
    organization_code: str | None = None


@dataclass(frozen=True)
class _Terms:
    """What a round is to be held under."""

    name: str
    rule: Rule
    silence: Silence
    called: tuple[Organization, ...]
    step: Step | None
    is_last: bool

    @property
    def is_clearance(self) -> bool:
        """Whether silence may stand for consent: a step says so, an ad-hoc round is one by asking for it."""
        return self.step is None or self.step.kind is StepKind.CLEARANCE


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
    terms = await _terms(work, access, _again(request, tied))
    text = await version_text(work.session, version)
    row = await _round(work, access.position, terms, version=version, request=request)
    row.repeats_id = tied.id if tied else None
    called = await _electors(work, row, terms)
    await _check_text(text)
    await _check_turn(work, access.position, terms, version)
    if tied is not None:
        _check_repeat(tied, terms, version)
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


def _again(request: OpenRound, tied: Round | None) -> OpenRound:
    """A request that says nothing of its own after a tie asks for the tied round's terms."""
    if tied is None or request.step_key is not None or request.rule is not None:
        return request
    if tied.step_key is not None:
        return replace(request, step_key=tied.step_key)
    return replace(
        request,
        name=request.name or tied.name,
        rule=tied.rule,
        silence=request.silence or Silence(tied.silence),
        electorate_codes=request.electorate_codes or sorted(_codes(tied)),
    )


def _check_repeat(tied: Round, terms: _Terms, version: Version) -> None:
    step = terms.step.key if terms.step else None
    codes = None if step else frozenset(one.code for one in terms.called)
    check_repeat(
        ties.Terms(
            tied.version.sha256,
            tied.step_key,
            rule_of(tied.rule),
            Silence(tied.silence),
            None if tied.step_key else _codes(tied),
        ),
        ties.Terms(version.sha256, step, terms.rule, terms.silence, codes),
    )


def _codes(row: Round) -> frozenset[str]:
    return frozenset(one.organization.code for one in row.electors)


async def _terms(work: UnitOfWork, access: Access, request: OpenRound) -> _Terms:
    position = access.position
    route = followed(position)
    if route is not None:
        return await _terms_of_step(work, access, route, request)
    if request.step_key is not None:
        raise Invalid("step_unknown", ["stepKey"], step=request.step_key)
    name = " ".join(plain_text(request.name or "", ["name"], limit=MAX_NAME).split())
    if request.rule is None:
        raise Invalid("rule_required", ["rule"])
    silence = request.silence or Silence.NONE
    codes = request.electorate_codes
    called = await (_participants(work, access) if codes is None else _named(work, codes))
    return _Terms(
        name=name,
        rule=rule_of(request.rule),
        silence=silence,
        called=called,
        step=None,
        is_last=silence is Silence.NONE,  # a clearance passes without adopting
    )


async def _terms_of_step(work: UnitOfWork, access: Access, route: Route, request: OpenRound) -> _Terms:
    for field in ("name", "rule", "silence", "electorate_codes"):
        if getattr(request, field) is not None:
            raise Invalid("step_decides", ["electorateCodes" if "_" in field else field])
    step = step_of(route, request.step_key)
    if step.electorate is Electorate.PARTICIPANTS:
        called = await _participants(work, access)
    else:
        called = await _of_kind(work, _KINDS[step.electorate])
    return _Terms(
        name=step.names.get(access.position.original_language) or step.names["ca"],
        rule=step.rule,
        silence=step.silence,
        called=called,
        step=step,
        is_last=is_last(route, step.key),
    )


_KINDS = {
    Electorate.MUNICIPALITIES: OrganizationKind.MUNICIPALITY,
    Electorate.AUTHORITY: OrganizationKind.AUTHORITY,
}


async def _of_kind(work: UnitOfWork, kind: OrganizationKind) -> tuple[Organization, ...]:
    statement = select(Organization).where(Organization.kind == kind.value).order_by(Organization.code)
    return tuple(await work.session.scalars(statement))


async def _participants(work: UnitOfWork, access: Access) -> tuple[Organization, ...]:
    towns = await _of_kind(work, OrganizationKind.MUNICIPALITY)
    return tuple(town for town in towns if town.id in access.participant_ids)


async def _named(work: UnitOfWork, codes: Sequence[str]) -> tuple[Organization, ...]:
    """The organizations with these codes, in the order given, repetitions included: the rules refuse those."""
    known = {one.code: one for one in await work.session.scalars(select(Organization))}
    for code in codes:
        if code not in known:
            raise Invalid("organization_unknown", ["electorateCodes"], organization=code)
        if known[code].kind == OrganizationKind.PARTNER:
            raise Invalid("elector_not_entitled", ["electorateCodes"], organization=code)
    return tuple(known[code] for code in codes)


async def _round(
    work: UnitOfWork, position: Position, terms: _Terms, *, version: Version, request: OpenRound
) -> Round:
    opens_at = max(request.opens_at or work.now, work.now)
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
    )


async def _electors(work: UnitOfWork, row: Round, terms: _Terms) -> list[Elector]:
    """The rows of those called, with the figures of the day it opens; Invalid when they cannot decide by the rule."""
    figures = await figures_on(work.session, day_of(row.opens_at))
    rows: list[Elector] = []
    weighed: list[electors.Elector] = []
    for organization in terms.called:
        of_day = figures.get(organization.id, NO_FIGURES)
        elector = electors.Elector(organization.code, of_day.population or 0, of_day.seats or 0)
        weighed.append(elector)
        rows.append(
            Elector(
                round_id=row.id,
                organization_id=organization.id,
                population=elector.population,
                seats=elector.seats,
            )
        )
    check_opening(terms.rule, weighed, silence=terms.silence, is_clearance=terms.is_clearance)
    return rows


async def _check_text(text: str) -> None:
    duplicates = await asyncio.to_thread(duplicate_keys, text)
    if duplicates:
        raise Invalid("ask_duplicate", ["versionNumber"], ask=duplicates[0])


async def _check_turn(work: UnitOfWork, position: Position, terms: _Terms, version: Version) -> None:
    running = await running_round(work.session, position.id)
    if running is not None:
        raise Conflict("round_running", ["reference"], number=running.number)
    route = followed(position)
    if route is not None and terms.step is not None:
        check_step(route, terms.step.key, await passed_steps(work.session, position, version.sha256))


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
    return {
        **repeated,
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
        "closes_at": row.closes_at,
        "electorate": [
            {
                "organization": codes[one.organization_id],
                "population": one.population,
                "seats": one.seats,
            }
            for one in called
        ],
    }
