"""Prove a position's approval: that rounds, electorates, votes and reservations are what the record says of them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.amendments import WENT_IN
from positions.events import Tag, canonical
from positions.models.amendments import Amendment
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.rounds import Elector, Round, Vote
from positions.reservations import ReservationState
from positions.rounds import RoundStatus
from positions.services.amendments import told_of_amendment, told_of_tabling
from positions.services.recalls import told_of_extension
from positions.services.rounds import told_of_round
from positions.services.text_verification import Finding
from positions.services.votes import WHERE_SO, told_of_vote

Body = dict[str, object]

_STATUS_AFTER = {
    Tag.ROUND_SCHEDULED: RoundStatus.SCHEDULED,
    Tag.ROUND_OPENED: RoundStatus.OPEN,
    Tag.ROUND_VOIDED: RoundStatus.VOID,
    Tag.ROUND_RECALLED: RoundStatus.VOID,
}
_AMENDING = (Tag.AMENDMENT_PROPOSED, Tag.AMENDMENT_WITHDRAWN, Tag.AMENDMENT_DECIDED, Tag.AMENDMENT_FELL)


@dataclass
class _Record:
    """What the events say, by the id of what they speak about."""

    terms: dict[str, Body] = field(default_factory=dict)
    statuses: dict[str, str] = field(default_factory=dict)
    recalled: set[str] = field(default_factory=set)
    extensions: dict[str, Body] = field(default_factory=dict)
    tacit: dict[str, object] = field(default_factory=dict)
    votes: dict[str, Body] = field(default_factory=dict)
    replaced: set[str] = field(default_factory=set)
    reservations: dict[str, str] = field(default_factory=dict)
    amendments: dict[str, Body] = field(default_factory=dict)

    def hear(self, tag: Tag, body: Body) -> None:
        """Take one event in."""
        match tag:
            case Tag.ROUND_SCHEDULED | Tag.ROUND_OPENED | Tag.ROUND_VOIDED | Tag.ROUND_RECALLED:
                self.terms.setdefault(str(body["round"]), body)
                self.statuses[str(body["round"])] = _STATUS_AFTER[tag].value
                if tag is Tag.ROUND_RECALLED:
                    self.recalled.add(str(body["round"]))
            case Tag.ROUND_EXTENDED:
                self.extensions[str(body["round"])] = body
            case Tag.ROUND_CLOSED:
                self.statuses[str(body["round"])] = str(body["outcome"])
                self.tacit[str(body["round"])] = body["tacit"]
            case Tag.VOTE_CAST | Tag.VOTE_PREPARED:
                self._hear_votes([body])
            case Tag.VOTE_RECORDED:
                self._hear_votes(_bodies(body["votes"]))
            case Tag.VOTE_CONFIRMED | Tag.VOTE_RATIFIED:
                self._hear_end(body)
            case Tag.RESERVATION_LIFTED:
                self.reservations[str(body["reservation"])] = ReservationState.LIFTED.value
            case Tag.RESERVATION_MAINTAINED:
                self.reservations[str(body["reservation"])] = ReservationState.MAINTAINED.value
            case _:
                self.amendments[str(body["amendment"])] = {
                    **self.amendments.get(str(body["amendment"]), {}),
                    **body,
                }

    def _hear_votes(self, bodies: list[Body]) -> None:
        for body in bodies:
            self.votes[str(body["vote"])] = body
            self._hear_end(body)

    def _hear_end(self, body: Body) -> None:
        """Which votes stand no more since."""
        self.replaced |= {str(body[name]) for name in ("replaces", "replaces_prepared") if body.get(name)}
        if body.get("is_counted") is False:
            self.replaced.add(str(body["vote"]))


_HEARD = (
    *_STATUS_AFTER,
    Tag.ROUND_EXTENDED,
    Tag.ROUND_CLOSED,
    Tag.VOTE_CAST,
    Tag.VOTE_PREPARED,
    Tag.VOTE_CONFIRMED,
    Tag.VOTE_RATIFIED,
    Tag.VOTE_RECORDED,
    Tag.RESERVATION_LIFTED,
    Tag.RESERVATION_MAINTAINED,
    *_AMENDING,
)


async def verify_approval(session: AsyncSession, position: Position) -> list[Finding]:
    """Whatever in the rounds, votes and amendments of a position is not what the record says."""
    record = await _record(session, position)
    rounds = list(
        await session.scalars(
            select(Round)
            .where(Round.position_id == position.id)
            .order_by(Round.number)
            .options(
                selectinload(Round.version),
                selectinload(Round.electors).selectinload(Elector.organization),
                selectinload(Round.votes).selectinload(Vote.organization),
                selectinload(Round.votes).selectinload(Vote.reservations),
                selectinload(Round.votes).selectinload(Vote.certificate),
            )
            .execution_options(populate_existing=True)
        )
    )
    found = [
        Finding(f"{position.reference} round {row.number}", difference)
        for row in rounds
        for difference in (*_terms(row, record), *_votes(row, record))
    ]
    found += [
        Finding(position.reference, f"round {body['number']} is missing")
        for key, body in record.terms.items()
        if key not in {row.id for row in rounds}
    ]
    amendments = await session.scalars(
        select(Amendment)
        .where(Amendment.position_id == position.id)
        .options(selectinload(Amendment.authors))
        .execution_options(populate_existing=True)
    )
    return found + [
        Finding(position.reference, f"amendment {row.number} is not what was recorded")
        for row in amendments
        if not _is_as_told(row, record.amendments.get(row.id, {}))
    ]


def _is_as_told(row: Amendment, told: Body) -> bool:
    tabling = told_of_tabling(row, [one.organization_id for one in row.authors])
    return _agrees({**told_of_amendment(row), **tabling}, told) and _is_decided_as_told(row, told)


def _is_decided_as_told(row: Amendment, told: Body) -> bool:
    """Whether what went in, and nothing else, has its words and its place in the draft's log."""
    went_in = row.status in WENT_IN
    return (row.decided_text is not None) is went_in and row.decided_sequence == (
        told.get("sequence") if went_in else None
    )


async def _record(session: AsyncSession, position: Position) -> _Record:
    tags = [tag.value for tag in _HEARD]
    statement = select(Event).where(Event.chain == position.id, Event.tag.in_(tags))
    record = _Record()
    for event in await session.scalars(statement.order_by(Event.sequence)):
        try:
            record.hear(Tag(event.tag), json.loads(event.body))
        except (ValueError, KeyError, TypeError):
            continue  # the chain's own check tells of a damaged body
    return record


def _terms(row: Round, record: _Record) -> Iterator[str]:
    codes = {one.organization_id: one.organization.code for one in row.electors}
    told = told_of_round(row, row.version, codes, row.electors)
    recorded = record.terms.get(row.id, {})
    is_second = told.get("repeats") == recorded.get("repeats")  # told of a second vote only
    if not is_second or not _agrees(_sorted(told), _sorted(recorded)):
        yield "its terms or its electorate are not what was recorded"
    if row.urgency and "urgency_sha256" not in record.terms.get(row.id, {}):
        yield "why it was urgent was not recorded"
    if (row.recalled_at is not None) is not (row.id in record.recalled):
        yield "its recall is not what was recorded"
    extension = told_of_extension(row) if row.extended_from else {}
    if canonical(extension) != canonical(record.extensions.get(row.id, {})):
        yield "its extension is not what was recorded"
    if row.status != record.statuses.get(row.id):
        yield f"its status {row.status} is not what was recorded"


def _votes(row: Round, record: _Record) -> Iterator[str]:
    tacit = sorted(vote.organization.code for vote in row.votes if vote.is_tacit)
    if tacit != record.tacit.get(row.id, []):
        yield "those who said nothing are not those recorded"
    spoken = {vote.id: vote for vote in row.votes if not vote.is_tacit}
    announced = {key for key, body in record.votes.items() if body.get("round") == row.id}
    if announced != set(spoken):
        yield f"{len(spoken)} votes, {len(announced)} were recorded"
    for key in sorted(announced & set(spoken)):
        vote, body = spoken[key], record.votes[key]
        told = told_of_vote(row, vote, vote.organization.code, str(body["replaces"] or "") or None)
        if not _agrees(told, body) or (vote.replaced_at is not None) != (key in record.replaced):
            yield f"the vote of {vote.organization.code} is not what was recorded"
        for held in vote.reservations:
            if held.state != record.reservations.get(held.id, ReservationState.OPEN.value):
                yield f"a reservation of {vote.organization.code} is not in the state recorded"


def _agrees(told: Body, recorded: Body) -> bool:
    """Whether what a row says of itself is what the record says, as far as the record says it.

    What is told only where it is so is missed where a row says it and the record does not, and the other way round."""
    return (
        bool(recorded)
        and all(
            canonical(value) == canonical(recorded[name]) for name, value in told.items() if name in recorded
        )
        and all((name in told) == (name in recorded) for name in WHERE_SO)
    )


def _sorted(body: Body) -> Body:
    """A round's terms with the electorate in one order: the table has none."""
    return {
        **body,
        "electorate": sorted(_bodies(body.get("electorate")), key=lambda one: str(one["organization"])),
    }


def _bodies(value: object) -> list[Body]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
