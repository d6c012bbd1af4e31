"""Prove what became of votes: who confirmed them, what their towns' bodies made of them, and the files that certify it."""

import hashlib
import json
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload, undefer

from positions.confirmations import ConfirmationKind
from positions.events import Tag, canonical
from positions.mandates import RatificationStatus
from positions.models.events import Event
from positions.models.organizations import Organization
from positions.models.positions import Position
from positions.models.rounds import Certificate, Round, Vote
from positions.services.confirmations import told_of_asking
from positions.services.mandates import told_of_certificate
from positions.services.ratifications import told_of_ratification
from positions.services.text_verification import Finding

Body = Mapping[str, object]


@dataclass
class _Record:
    """What the events say, by the id of the vote, the confirmation or the certificate they speak about."""

    prepared: set[str] = field(default_factory=set)
    asked: dict[str, Body] = field(default_factory=dict)
    confirmed: dict[str, Body] = field(default_factory=dict)
    ratified: dict[str, Body] = field(default_factory=dict)
    certificates: dict[str, Body] = field(default_factory=dict)

    def hear(self, tag: Tag, body: Body) -> None:
        """Take one event in."""
        match tag:
            case Tag.VOTE_PREPARED:
                self.prepared.add(str(body["vote"]))
            case Tag.CONFIRMATION_ASKED:
                self.asked[str(body["confirmation"])] = body
            case Tag.VOTE_CONFIRMED:
                self.confirmed[str(body["confirmation"])] = body
            case Tag.VOTE_RATIFIED:
                self.ratified[str(body["vote"])] = body
            case _:
                self.certificates[str(body["certificate"])] = body


_HEARD = (
    Tag.VOTE_PREPARED,
    Tag.CONFIRMATION_ASKED,
    Tag.VOTE_CONFIRMED,
    Tag.VOTE_RATIFIED,
    Tag.CERTIFICATE_ADDED,
)


async def verify_votes(session: AsyncSession, position: Position) -> AsyncIterator[Finding]:
    """Whatever in the confirmations, ratifications and certificates of a position is not what the record says."""
    record = await _record(session, position)
    for row, vote in await _votes(session, position):
        for difference in (*_confirmations(row, vote, record), *_ratification(row, vote, record)):
            subject = f"{position.reference} round {row.number}"
            yield Finding(subject, f"{difference} the vote of {vote.organization.code}")
    for given in (*record.asked, *record.confirmed):
        yield Finding(position.reference, f"confirmation {given} is missing")
    for voted in record.ratified:
        yield Finding(position.reference, f"the ratified vote {voted} is missing")
    for difference in _certificates(await _certificate_rows(session, position), record):
        yield Finding(position.reference, difference)


async def _record(session: AsyncSession, position: Position) -> _Record:
    statement = select(Event).where(Event.chain == position.id, Event.tag.in_([tag.value for tag in _HEARD]))
    record = _Record()
    for event in await session.scalars(statement.order_by(Event.sequence)):
        try:
            record.hear(Tag(event.tag), json.loads(event.body))
        except (ValueError, KeyError, TypeError):
            continue  # the chain's own check tells of a damaged body
    return record


async def _votes(session: AsyncSession, position: Position) -> list[tuple[Round, Vote]]:
    statement = (
        select(Round, Vote)
        .join(Vote, Vote.round_id == Round.id)
        .where(Round.position_id == position.id)
        .order_by(Round.number, Vote.id)
        .options(
            selectinload(Vote.organization),
            selectinload(Vote.confirmations),
            selectinload(Vote.ratification_certificate),
        )
        .execution_options(populate_existing=True)
    )
    return [(row, vote) for row, vote in await session.execute(statement)]


def _confirmations(row: Round, vote: Vote, record: _Record) -> Iterator[str]:
    """Each confirmation was asked as recorded, and given just where that was recorded; a vote waits until it is."""
    seconds = [one for one in vote.confirmations if one.kind == ConfirmationKind.SECOND_PERSON]
    if len(seconds) != (vote.id in record.prepared):
        yield "the record tells otherwise who has to confirm"
    is_given = any(one.id in record.confirmed for one in seconds)
    if vote.is_awaiting != (vote.id in record.prepared and not is_given):
        yield "the record tells otherwise whether somebody confirmed"
    for one in vote.confirmations:
        asked = record.asked.pop(one.id, {})
        is_asked = one.kind == ConfirmationKind.NEW_GOVERNMENT
        if is_asked and not _agrees(told_of_asking(row, vote, one, vote.organization.code), asked):
            yield "the record tells otherwise why to confirm"
        given = record.confirmed.pop(one.id, None)
        if (one.confirmed_at is not None) != (given is not None):
            yield "the record tells otherwise whether somebody confirmed"
        elif given is not None and (given.get("vote"), given.get("kind")) != (vote.id, one.kind):
            yield "the record tells of another confirmation of"


def _ratification(row: Round, vote: Vote, record: _Record) -> Iterator[str]:
    body = record.ratified.pop(vote.id, None)
    if body is None:
        waits = RatificationStatus.PENDING if vote.ratification_due_on else None
        is_sound = vote.ratification_status == waits and vote.ratification_settled_at is None
    else:
        is_sound = _agrees(told_of_ratification(row, vote), body)
    if not is_sound:
        yield "the record tells otherwise what a body made of"


async def _certificate_rows(session: AsyncSession, position: Position) -> list[tuple[Certificate, str]]:
    statement = (
        select(Certificate, Organization.code)
        .join(Organization, Organization.id == Certificate.organization_id)
        .where(Certificate.position_id == position.id)
        .order_by(Certificate.id)
        .options(undefer(Certificate.content))
    )
    return [(row, code) for row, code in await session.execute(statement)]


def _certificates(rows: list[tuple[Certificate, str]], record: _Record) -> Iterator[str]:
    for row, code in rows:
        if not _agrees(told_of_certificate(row, code), record.certificates.pop(row.id, {})):
            yield f"a certificate of {code} is not what was recorded"
        if hashlib.sha256(row.content).hexdigest() != row.sha256:
            yield f"a certificate of {code} is not the file that was kept"
    for body in record.certificates.values():
        yield f"a certificate of {body.get('organization')} is missing"


def _agrees(told: Body, body: Body) -> bool:
    """Whether a row says of itself just what the record says."""
    return canonical(dict(told)) == canonical(dict(body))
