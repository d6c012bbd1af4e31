"""What opening a round comes to: its terms, its time, its electorate, and every check before, in the order of refusals.

`open_round` does it; a preview goes the same way and only tells.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from positions import ties
from positions.asks import duplicate_keys
from positions.compositions import rule_of
from positions.deadlines import day_of
from positions.electors import Elector
from positions.errors import Conflict, Invalid
from positions.headings import plain_text, reason_if_given
from positions.models.organizations import Organization
from positions.models.positions import Position
from positions.models.rounds import Round
from positions.models.versions import Version
from positions.organizations import Absence, OrganizationKind
from positions.queries.access import Access
from positions.queries.electorates import Called, called_by_code, called_of_kind
from positions.queries.rounds import passed_steps, running_round
from positions.queries.routes import followed
from positions.rounds import check_opening
from positions.routes import Electorate, Route, Step, StepKind, check_step, is_last, step_of
from positions.rules import Rule, Silence
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
    urgency: str | None = None
    organization_code: str | None = None


@dataclass(frozen=True)
class Terms:
    """What a round is to be held under."""

    name: str
    rule: Rule
    silence: Silence
    called: tuple[Organization, ...]
    left_out: tuple[tuple[Organization, Absence], ...]
    step: Step | None
    is_last: bool

    @property
    def is_clearance(self) -> bool:
        """Whether silence may stand for consent: a step says so, an ad-hoc round is one by asking for it."""
        return self.step is None or self.step.kind is StepKind.CLEARANCE


async def terms_of(
    session: AsyncSession, access: Access, given: OpenRound, now: datetime, *, tied: Round | None
) -> Terms:
    """Under which terms the round would be held: those of its step, else those given; Invalid where there are none."""
    request = _again(given, tied)
    day = day_of(opening_time(request, now))
    route = followed(access.position)
    if route is not None:
        return await _terms_of_step(session, access, route, request, day)
    if request.step_key is not None:
        raise Invalid("step_unknown", ["stepKey"], step=request.step_key)
    name = " ".join(plain_text(request.name or "", ["name"], limit=MAX_NAME).split())
    if request.rule is None:
        raise Invalid("rule_required", ["rule"])
    silence, codes = request.silence or Silence.NONE, request.electorate_codes
    called = await (
        _participants(session, access, day)
        if codes is None
        # Who was called to the tied round is called again, whatever has become of it since.
        else called_by_code(session, codes, day, with_absent=tied is not None)
    )
    return Terms(
        name=name,
        rule=rule_of(request.rule),
        silence=silence,
        called=called.organizations,
        left_out=called.left_out,
        step=None,
        is_last=silence is Silence.NONE,  # a clearance passes without adopting
    )


def opening_time(request: OpenRound, now: datetime) -> datetime:
    """When it would open: a moment gone by means now."""
    return max(request.opens_at or now, now)


def urgency_of(request: OpenRound) -> str | None:
    """Why its period is shorter than usual, if somebody says so."""
    return reason_if_given(request.urgency, ["urgency"])


def check_terms(terms: Terms, electors: Sequence[Elector]) -> None:
    """Invalid when those called cannot decide by the rule."""
    check_opening(terms.rule, electors, silence=terms.silence, is_clearance=terms.is_clearance)


async def check_text(text: str) -> None:
    """Invalid when two asks have one key."""
    duplicates = await asyncio.to_thread(duplicate_keys, text)
    if duplicates:
        raise Invalid("ask_duplicate", ["versionNumber"], ask=duplicates[0])


async def check_turn(session: AsyncSession, position: Position, step: Step | None, version: Version) -> None:
    """Conflict while another round runs, or when it is not the step's turn."""
    running = await running_round(session, position.id)
    if running is not None:
        raise Conflict("round_running", ["reference"], number=running.number)
    route = followed(position)
    if route is not None and step is not None:
        check_step(route, step.key, await passed_steps(session, position, version.sha256))


def check_second(tied: Round, terms: Terms, version: Version) -> None:
    """Refuse a second vote after a tie that is not held on the same text under the same terms."""
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


def _codes(row: Round) -> frozenset[str]:
    return frozenset(one.organization.code for one in row.electors)


async def _terms_of_step(
    session: AsyncSession, access: Access, route: Route, request: OpenRound, day: date
) -> Terms:
    for field in ("name", "rule", "silence", "electorate_codes"):
        if getattr(request, field) is not None:
            raise Invalid("step_decides", ["electorateCodes" if "_" in field else field])
    step = step_of(route, request.step_key)
    if step.electorate is Electorate.PARTICIPANTS:
        called = await _participants(session, access, day)
    else:
        called = await called_of_kind(session, _KINDS[step.electorate], day)
    return Terms(
        name=step.names.get(access.position.original_language) or step.names["ca"],
        rule=step.rule,
        silence=step.silence,
        called=called.organizations,
        left_out=called.left_out,
        step=step,
        is_last=is_last(route, step.key),
    )


_KINDS = {
    Electorate.MUNICIPALITIES: OrganizationKind.MUNICIPALITY,
    Electorate.AUTHORITY: OrganizationKind.AUTHORITY,
}


async def _participants(session: AsyncSession, access: Access, day: date) -> Called:
    return await called_of_kind(session, OrganizationKind.MUNICIPALITY, day, only=access.participant_ids)
