"""A closed round as its certificate, for whoever sees the round."""

import json
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.certificates import (
    Certificate,
    CertifiedReservation,
    CertifiedVote,
    Entry,
    conditions,
    totals,
)
from positions.compositions import rule_of
from positions.deadlines import HOME_ZONE
from positions.errors import Conflict, NotFound
from positions.events import Tag
from positions.mandates import mandate_of
from positions.models.documents import Document
from positions.models.events import Event
from positions.models.members import Membership
from positions.models.rounds import Elector, Round, Vote
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.covers import load_covers
from positions.queries.pages import MAX_INTEGER
from positions.queries.papers import headings_in, imprint_of, letterhead_of
from positions.queries.rounds import COUNTED, open_reservations, round_by_number
from positions.queries.tallies import ratification_at_closing, state_at_closing, tally_of
from positions.rounds import RoundStatus


async def certificate_of(
    session: AsyncSession,
    access: Access,
    number: int,
    language: str | None = None,
    *,
    is_fiction: bool = False,
) -> Certificate:
    """The certificate of a round by number; NotFound unless the actor sees it, Conflict before it has an outcome."""
    row = await round_by_number(session, access, number) if number <= MAX_INTEGER else None
    if row is None:
        raise NotFound("round_unknown", ["number"])
    if RoundStatus(row.status) not in COUNTED or row.closed_at is None:
        raise Conflict("certificate_not_yet", ["number"])
    position = (await load_covers(session, [access.position.id]))[access.position.id]
    document = await session.get_one(Document, row.version.document_id)
    told = language or document.language
    closing = await _closing(session, row)
    tally = tally_of(row)
    rule = rule_of(row.rule)
    return Certificate(
        reference=position.reference,
        language=told,
        title=headings_in(position, told)[0],
        letterhead=await letterhead_of(session, position.lead),
        imprint=imprint_of(row.version),
        number=row.number,
        name=row.name,
        status=row.status,
        silence=row.silence,
        preset=rule.preset.value if rule.preset else None,
        opened_at=row.opens_at.astimezone(HOME_ZONE),
        closes_at=row.closes_at.astimezone(HOME_ZONE),
        closed_at=row.closed_at.astimezone(HOME_ZONE),
        closed_by=_office(closing.membership),
        conditions=conditions(tally),
        has_quorum=tally.has_quorum if rule.quorum else None,
        totals=totals(tally),
        votes=_votes(row, access),
        reservations=_reservations(row, access),
        entry=Entry(closing.sequence, closing.hash),
        is_fiction=is_fiction,
    )


async def _closing(session: AsyncSession, row: Round) -> Event:
    """The record's entry that closed the round."""
    statement = select(Event).where(Event.chain == row.position_id, Event.tag == Tag.ROUND_CLOSED)
    office = selectinload(Event.membership).selectinload(Membership.organization)
    entries = await session.scalars(statement.options(office).order_by(Event.sequence))
    return next(entry for entry in entries if json.loads(entry.body)["round"] == row.id)


def _office(membership: Membership | None) -> str | None:
    """Who closed it, by office: representatives are not named."""
    return membership.organization.name if membership else None


def _votes(row: Round, access: Access) -> tuple[CertifiedVote, ...]:
    said = {vote.organization_id: vote for vote in row.votes}
    electors = sorted(row.electors, key=lambda one: one.organization.name)
    votes = (_vote(row, elector, said.get(elector.organization_id)) for elector in electors)
    if access.holds(Permission.READ):
        return tuple(votes)
    return tuple(replace(vote, mandate=None) for vote in votes)  # the public reads no mandates anywhere


def _vote(row: Round, elector: Elector, vote: Vote | None) -> CertifiedVote:
    name, population, seats = elector.organization.name, elector.population, elector.seats
    if vote is None:
        return CertifiedVote(name, population, seats, "PENDING")
    mandate, act = vote.mandate and mandate_of(vote.mandate), vote.act
    return CertifiedVote(
        name=name,
        population=population,
        seats=seats,
        choice="TACIT" if vote.is_tacit else vote.choice,
        except_asks=tuple(vote.except_ask_keys),
        mandate=(mandate.kind.value, mandate.given_on) if mandate else None,
        act=(act["body"], date.fromisoformat(act["date"]), act["reference"]) if act else None,
        ratification=ratification_at_closing(vote, row),
        ratification_due_on=vote.ratification_due_on,
        statement=vote.statement,
    )


def _reservations(row: Round, access: Access) -> tuple[CertifiedReservation, ...]:
    return tuple(
        CertifiedReservation(
            name=vote.organization.name,
            kind=one.kind,
            state=state_at_closing(one, row),
            reason=one.reason,
            ask_key=one.ask_key,
            wish=one.wish,
        )
        for vote in row.votes
        for one in open_reservations(vote, access)
    )
