"""The closing report as one actor may read it: readers once the paper is submitted, the public once it is published and closed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.deadlines import day_of
from positions.errors import NotFound
from positions.indicators import Act, Share
from positions.lifecycle import Stage
from positions.models.positions import Position
from positions.models.rounds import Round
from positions.models.uptakes import Conclusion, Uptake
from positions.papers import PaperSignatory
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.asks import AskTexts, asks_of
from positions.queries.covers import load_covers, title_of
from positions.queries.indicators import facts_of, towns_on
from positions.queries.papers import letterhead_of
from positions.queries.rounds import COUNTED, loaded, visible_rounds
from positions.queries.signatories import signatories_of
from positions.queries.stages import stage_dates
from positions.queries.submissions import submissions_of
from positions.queries.tallies import tally_of
from positions.queries.uptakes import uptakes_of
from positions.reports import (
    REPORTED,
    Report,
    ReportAsk,
    ReportReply,
    ReportRound,
    ReportStage,
    ReportSubmission,
    ReportUptake,
)
from positions.rounds import RoundStatus
from positions.uptakes import UptakeStatus

ConclusionRow = Conclusion


@dataclass(frozen=True)
class Occasion:
    """In which language and on which day a report is made, and whether all of it is invented."""

    language: str
    now: datetime
    is_fiction: bool = False


def reads_report(access: Access) -> bool:
    """Whether the actor may read the report now."""
    if access.holds(Permission.READ):
        return access.stage in REPORTED
    return access.is_published and access.stage is Stage.CLOSED


async def conclusions_of(session: AsyncSession, access: Access) -> list[Conclusion]:
    """The conclusions by language, for whoever may read the report."""
    if not reads_report(access):
        return []
    statement = select(Conclusion).where(Conclusion.position_id == access.position.id)
    return list(await session.scalars(statement.order_by(Conclusion.language)))


async def report_of(session: AsyncSession, access: Access, occasion: Occasion) -> Report:
    """The report; NotFound for whoever may not read it, or not yet."""
    if not reads_report(access):
        raise NotFound("report_unknown", ["reference"])
    language, today = occasion.language, day_of(occasion.now)
    position = (await load_covers(session, [access.position.id]))[access.position.id]
    titles = {heading.language: heading.title for heading in position.headings}
    facts = await facts_of(session, access, await towns_on(session, today))
    voted = facts.turnouts.get(Act.VOTED)
    stages = [ReportStage(one.stage, day_of(one.entered_at)) for one in await stage_dates(session, access)]
    is_final = access.stage is Stage.CLOSED
    return Report(
        reference=position.reference,
        language=language,
        title=titles.get(language) or title_of(position),
        is_final=is_final,
        on=stages[-1].on if is_final and stages else today,
        lead=position.lead.name,
        letterhead=await letterhead_of(session, position.lead),
        addressees=tuple(named(one.names, language) for one in position.addressees),
        facts=facts,
        votes=voted.share(voted.called) if voted else Share(),
        asks=tuple(_ask(one, position, language) for one in await asks_of(session, access)),
        stages=tuple(stages),
        rounds=await _rounds(session, access),
        signatories=await _signatories(session, access),
        submissions=await _submissions(session, access, language),
        uptakes=tuple(_uptake(row, language) for row in await uptakes_of(session, access)),
        conclusions=_conclusions(await conclusions_of(session, access), position, language),
        is_fiction=occasion.is_fiction,
    )


def named(names: dict[str, str], language: str) -> str:
    """A name in the language, else in English, else whatever there is."""
    return names.get(language) or names.get("en") or next(iter(names.values()), "")


def _ask(found: AskTexts, position: Position, language: str) -> ReportAsk:
    nearest = (language, position.original_language, *found.texts)
    return ReportAsk(found.key, next(found.texts[one] for one in nearest if one in found.texts))


def _conclusions(rows: list[Conclusion], position: Position, language: str) -> str | None:
    texts = {row.language: row.text for row in rows}
    nearest = (language, position.original_language, *texts)
    return next((texts[one] for one in nearest if one in texts), None)


async def _rounds(session: AsyncSession, access: Access) -> tuple[ReportRound, ...]:
    """The rounds with an outcome that the actor sees."""
    statement = loaded(select(Round).where(visible_rounds(access), Round.status.in_(sorted(COUNTED))))
    return tuple(_round(row) for row in await session.scalars(statement.order_by(Round.number)))


def _round(row: Round) -> ReportRound:
    tally = tally_of(row)
    return ReportRound(
        number=row.number,
        name=row.name,
        status=RoundStatus(row.status),
        on=day_of(row.closed_at or row.closes_at),
        approving=tally.approving.organizations,
        tacit=tally.tacit.organizations,
        objecting=tally.objecting.organizations,
        abstaining=tally.abstaining.organizations,
    )


async def _signatories(session: AsyncSession, access: Access) -> tuple[PaperSignatory, ...]:
    found = await signatories_of(session, access)
    return tuple(PaperSignatory(one.organization.name, one.signatory) for one in found)


async def _submissions(session: AsyncSession, access: Access, language: str) -> tuple[ReportSubmission, ...]:
    return tuple(
        ReportSubmission(
            institution=named(row.institution.names, language),
            on=day_of(row.sent_at),
            reference=row.external_reference,
            replies=tuple(ReportReply(one.kind, day_of(one.at), one.reference) for one in row.replies),
        )
        for row in await submissions_of(session, access)
    )


def _uptake(row: Uptake, language: str) -> ReportUptake:
    return ReportUptake(
        ask=row.ask_key,
        institution=named(row.institution.names, language),
        status=UptakeStatus(row.status),
        seen_on=row.observed_on,
        evidence=row.evidence,
        link=row.evidence_url,
    )
