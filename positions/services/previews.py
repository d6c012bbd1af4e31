"""Tell what opening a round would do, without doing it: the same way as `open_round`, keeping every refusal that would come."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.actors import Actor
from positions.amendments import AmendmentStatus
from positions.comments import Visibility
from positions.deadlines import day_of, last_day
from positions.documents import normalise
from positions.electors import Elector
from positions.errors import NotFound, Refusal, Stale
from positions.models.amendments import Amendment
from positions.models.base import Base
from positions.models.comments import Thread
from positions.models.documents import Document
from positions.models.organizations import Organization
from positions.models.rounds import Round
from positions.models.versions import Version
from positions.openings import USUAL_PERIOD, Caution, Circumstances, Outcome, cautions
from positions.organizations import Absence
from positions.permissions import Permission
from positions.queries.access import Access, see_position
from positions.queries.documents import documents_of, see_version
from positions.queries.drafts import Drafts
from positions.queries.electorates import weighed
from positions.queries.holidays import clock, local_holidays, years_not_entered
from positions.queries.recipients import delegates_of
from positions.queries.rounds import newest_number, tied_round
from positions.queries.routes import followed
from positions.queries.survivals import earlier_vote
from positions.queries.translations import is_stale
from positions.queries.versions import newest_version, version_text
from positions.rounds import check_period
from positions.routes import Step
from positions.services.openings import (
    OpenRound,
    Terms,
    check_second,
    check_terms,
    check_text,
    check_turn,
    opening_time,
    terms_of,
)
from positions.working_days import is_working_day, usual_closing, working_days_between


@dataclass(frozen=True)
class Preview:
    """What a round would be, as far as it can be told, and every refusal that opening it would meet, in their order."""

    number: int
    opens_at: datetime
    closes_at: datetime
    working_days: int
    usual_days: int
    usual_closes_at: datetime
    version: Version | None = None
    terms: Terms | None = None
    electors: tuple[tuple[Organization, Elector], ...] = ()
    left_out: tuple[tuple[Organization, Absence], ...] = ()
    outcome: Outcome | None = None
    next_step: Step | None = None
    people: int = 0
    confirmable: int = 0
    cautions: tuple[Caution, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass
class _Asked:
    """What is asked, by whom, and what stands against it so far."""

    session: AsyncSession
    drafts: Drafts
    access: Access
    request: OpenRound
    now: datetime
    refusals: list[Refusal] = field(default_factory=list)

    async def attempt(self, check: Callable[[], Awaitable[None] | None]) -> bool:
        """Whether a check has nothing against it."""
        try:
            found = check()
            if found is not None:
                await found
        except Refusal as refusal:
            self.refusals.append(refusal)
            return False
        return True


async def preview_opening(
    session: AsyncSession, drafts: Drafts, actor: Actor, given: OpenRound, now: datetime
) -> Preview:
    """What `open_round` would do with this; NotFound or Forbidden for whoever may not ask."""
    access = await see_position(session, actor, given.reference)
    access.demand(Permission.OPEN_ROUND, given.organization_code)
    asked = _Asked(session, drafts, access, given, now)
    document = (await documents_of(session, access))[0]
    version = await see_version(session, access, document.id, given.version_number)
    if version is None:
        raise NotFound("version_unknown", ["versionNumber"], number=given.version_number)
    tied = await tied_round(session, access.position)
    terms = await _terms(asked, tied)
    closes_at, usual = given.closes_at, await _usual(asked, terms)
    opens_at, days_off = opening_time(given, now), await clock(session)
    await asked.attempt(lambda: check_period(opens_at, closes_at, now=now))
    electors = await weighed(session, terms.called, day_of(opens_at)) if terms else ()
    if terms:
        await asked.attempt(lambda: check_terms(terms, electors))
    await _against_the_text(asked, document, version, terms, tied)
    row = await _imagined(asked, version, terms)
    return Preview(
        number=row.number,
        opens_at=opens_at,
        closes_at=closes_at,
        working_days=working_days_between(opens_at, closes_at, days_off),
        usual_days=usual,
        usual_closes_at=usual_closing(opens_at, usual, days_off),
        version=version,
        terms=terms,
        electors=tuple(zip(terms.called, electors, strict=True)) if terms else (),
        left_out=terms.left_out if terms else (),
        outcome=_outcome(terms),
        next_step=_after(access, terms),
        people=len(await _delegates(asked, terms)),
        confirmable=await _confirmable(asked, row, terms),
        cautions=tuple(cautions(await _circumstances(asked, terms, electors, usual))) if terms else (),
        refusals=tuple(asked.refusals),
    )


async def _terms(asked: _Asked, tied: Round | None) -> Terms | None:
    try:
        return await terms_of(asked.session, asked.access, asked.request, asked.now, tied=tied)
    except Refusal as refusal:
        asked.refusals.append(refusal)
        return None


async def _usual(asked: _Asked, terms: Terms | None) -> int:
    """The period that is usual for the step; also when the terms cannot be told."""
    route = followed(asked.access.position)
    wanted = terms.step if terms else None
    if wanted is None and route is not None:
        wanted = next((step for step in route.steps if step.key == asked.request.step_key), None)
    return wanted.working_days if wanted else USUAL_PERIOD


async def _against_the_text(
    asked: _Asked, document: Document, version: Version, terms: Terms | None, tied: Round | None
) -> None:
    session, position = asked.session, asked.access.position
    text = await version_text(session, version)
    await asked.attempt(lambda: check_text(text))
    step = terms.step if terms else None
    await asked.attempt(lambda: check_turn(session, position, step, version))
    if tied is not None and terms is not None:
        await asked.attempt(lambda: check_second(tied, terms, version))
    newest = await newest_version(session, document.id)
    if newest is not None and newest.number != version.number:
        asked.refusals.append(Stale("version_not_newest", ["versionNumber"], newest=newest.number))
    elif normalise((await asked.drafts.read(session, document.id)).text) != text:
        number = version.number
        asked.refusals.append(Stale("draft_differs_from_version", ["versionNumber"], number=number))


def _outcome(terms: Terms | None) -> Outcome | None:
    if terms is None:
        return None
    if terms.is_last:
        return Outcome.ADOPTED
    return Outcome.CLEARED if terms.step is None else Outcome.NEXT_STEP


def _after(access: Access, terms: Terms | None) -> Step | None:
    route = followed(access.position)
    if route is None or terms is None or terms.step is None or terms.is_last:
        return None
    return route.steps[route.steps.index(terms.step) + 1]


async def _delegates(asked: _Asked, terms: Terms | None) -> set[tuple[str, str | None]]:
    """The members who could vote, each with the organization."""
    if terms is None or not terms.called:
        return set()
    day = day_of(opening_time(asked.request, asked.now))
    found = await delegates_of(asked.session, [one.id for one in terms.called], day)
    return {(one.member_id, one.organization_id) for one in found}


async def _imagined(asked: _Asked, version: Version, terms: Terms | None) -> Round:
    """The round as it would be, never kept: what is compared with earlier rounds."""
    position = asked.access.position
    return Round(
        position_id=position.id,
        number=await newest_number(asked.session, position.id) + 1,
        step_key=terms.step.key if terms and terms.step else None,
        silence=terms.silence.value if terms else "NONE",
        version=version,
    )


async def _confirmable(asked: _Asked, row: Round, terms: Terms | None) -> int:
    """How many of those called could confirm an earlier approval in one click."""
    if terms is None or row.number == 1:
        return 0
    found = [await earlier_vote(asked.session, asked.access, row, one.id) for one in terms.called]
    return sum(one is not None and one.survival.is_confirmable for one in found)


async def _circumstances(
    asked: _Asked, terms: Terms, electors: tuple[Elector, ...], usual: int
) -> Circumstances:
    session, position, request = asked.session, asked.access.position, asked.request
    opens_at, days_off = opening_time(request, asked.now), await clock(session)
    codes = [one.code for one in terms.called]
    towns = await local_holidays(session, codes, opens_at, request.closes_at)
    served = {organization for _, organization in await _delegates(asked, terms)}
    closing_day = last_day(request.closes_at)
    deadline = position.target_deadline
    return Circumstances(
        rule=terms.rule,
        electors=electors,
        is_by_silence=terms.silence.value == "CONSENT",
        working_days=working_days_between(opens_at, request.closes_at, days_off),
        usual_days=usual,
        closes_on_day_off=not is_working_day(closing_day, days_off),
        closes_after_deadline=deadline is not None and request.closes_at > deadline,
        days_off_unknown=bool(await years_not_entered(session, opens_at, request.closes_at)),
        on_local_holiday={one.organization.code for one in towns},
        stale_languages=await _stale(asked),
        tabled_amendments=await _count(
            session,
            Amendment,
            Amendment.position_id == position.id,
            Amendment.status == AmendmentStatus.TABLED,
        ),
        open_threads=await _count(
            session,
            Thread,
            Thread.position_id == position.id,
            Thread.resolved_at.is_(None),
            Thread.visibility == Visibility.PARTICIPANTS,
        ),
        without_delegate=[one.code for one in terms.called if one.id not in served],
    )


async def _stale(asked: _Asked) -> list[str]:
    documents = [one for one in await documents_of(asked.session, asked.access) if not one.is_original]
    position = asked.access.position
    return [one.language for one in documents if await is_stale(asked.session, position, one)]


async def _count(session: AsyncSession, table: type[Base], *conditions: ColumnElement[bool]) -> int:
    return await session.scalar(select(func.count()).select_from(table).where(*conditions)) or 0
