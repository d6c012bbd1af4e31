"""Vote: a delegate casts, a coordinator records from minutes, a holder lifts a reservation. No vote is overwritten.

Every verb holds the position's row, so that votes and the closing of a round follow one another.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from positions import mandates
from positions.actors import Actor
from positions.asks import asks
from positions.deadlines import day_of
from positions.errors import Forbidden, LimitExceeded, RoundClosed
from positions.events import Tag
from positions.headings import plain_text
from positions.mandates import Covers, Mandate, RatificationStatus, mandate_of
from positions.models.rounds import Reservation, Round, Vote
from positions.permissions import Permission
from positions.queries.rounds import has_ended, see_reservation, see_round, voting_time
from positions.queries.tallies import moment_in
from positions.queries.versions import version_text
from positions.reservations import LONGEST, ReservationState, check_reservation, move
from positions.reservations import Reservation as Condition
from positions.rounds import check_objection, may_vote
from positions.rules import Choice, Silence
from positions.services.closing import end_broken_silence
from positions.services.confirmations import await_second_person, replace_counting, replace_prepared
from positions.services.idempotency import Key, recall, remember
from positions.services.mandates import check_certificate, find_certificate
from positions.services.minutes import kept, sound_act, told
from positions.services.record import record
from positions.services.rounds import note_opening
from positions.services.unit_of_work import UnitOfWork
from positions.versions import sha256_of
from positions.votes import Act, Poll, check_recorded, check_vote
from positions.votes import Vote as Said

MAX_STATEMENT = 5_000
"""In code points."""

MAX_RESERVATIONS = 50

WHERE_SO = ("certificate_sha256", "substitute")
"""What the record tells only of the votes of which it is so."""

_CERTIFICATE = ("mandate", "certificateId")


@dataclass(frozen=True)
class CastVote:
    """What a delegate says for the organization, under which mandate, on which conditions."""

    round_id: str
    choice: Choice
    mandate: Mandate | None = None
    statement: str | None = None
    ratification_due_on: date | None = None
    except_ask_keys: Sequence[str] = ()
    reservations: Sequence[Condition] = ()
    certificate_id: str | None = None
    organization_code: str | None = None
    renews_id: str | None = None


@dataclass(frozen=True)
class RecordedVote:
    """What the minutes say of one organization."""

    organization_code: str
    choice: Choice
    statement: str | None = None


@dataclass(frozen=True)
class RecordVotes:
    """What a meeting's minutes say; organizations they do not name stay as they are."""

    round_id: str
    votes: Sequence[RecordedVote]
    act: Act
    organization_code: str | None = None


async def cast_vote(work: UnitOfWork, actor: Actor, request: CastVote, key: Key | None = None) -> Vote:
    """Say what an organization says; an earlier vote of its is kept as replaced.

    Where the organization wants a second person's word, the vote is prepared: it counts, and replaces, once it is confirmed.
    """
    access, row = await see_round(work.session, actor, request.round_id, lock=True)
    known = await recall(work, key)
    if known is not None:
        return await work.session.get_one(Vote, str(known["vote"]))
    certificate = await find_certificate(work, access, request.certificate_id, _CERTIFICATE)
    membership = access.demand(Permission.VOTE, request.organization_code)
    said = _said(request, membership.organization_code)
    await check_certificate(work, row, certificate, membership=membership, path=_CERTIFICATE)
    statement = _text(request.statement, ["statement"], MAX_STATEMENT)
    poll, conditions = await _checked(work, row, request)
    is_reasoned = statement is not None or bool(conditions)
    check_objection(Silence(row.silence), said.choice, is_reasoned=is_reasoned, path=["statement"])
    check_vote(said, poll, now=work.now, today=day_of(work.now))
    await note_opening(work, access.position, row)
    vote = _vote(work, row, membership.organization_id, said.choice, statement)
    vote.membership_id, vote.renews_id = membership.id, request.renews_id
    vote.is_substitute = membership.is_substitute
    vote.mandate = mandates.kept(said.mandate) if said.mandate else None
    vote.certificate = certificate
    vote.except_ask_keys = list(said.except_asks)
    if said.ratification_due_on is not None:
        vote.ratification_due_on = said.ratification_due_on
        vote.ratification_status = RatificationStatus.PENDING.value
    vote.reservations = [_reservation(work, one) for one in conditions]
    await await_second_person(work, vote, membership)
    (body,) = await _put(work, row, [vote], [membership.organization_code])
    remember(work, key, {"vote": vote.id})
    tag = Tag.VOTE_PREPARED if vote.is_awaiting else Tag.VOTE_CAST
    await record(work, access.position, tag, membership, body)
    await end_broken_silence(work, access.position, row)
    return vote


async def record_votes(work: UnitOfWork, actor: Actor, request: RecordVotes) -> Round:
    """Enter the votes of a meeting from its minutes, all or none."""
    access, row = await see_round(work.session, actor, request.round_id, lock=True)
    membership = access.demand(Permission.RECORD_VOTES, request.organization_code)
    act = sound_act(request.act, today=day_of(work.now))
    statements = [_text(one.statement, ["votes", "statement"], MAX_STATEMENT) for one in request.votes]
    codes = [one.organization_code for one in request.votes]
    for number, (one, statement) in enumerate(zip(request.votes, statements, strict=True)):
        path = ["votes", str(number), "statement"]
        is_reasoned = statement is not None
        check_objection(Silence(row.silence), one.choice, is_reasoned=is_reasoned, path=path)
    check_recorded(codes, act, _poll(row), now=work.now, today=day_of(work.now))
    await note_opening(work, access.position, row)
    ids = {one.organization.code: one.organization_id for one in row.electors}
    votes = []
    for one, statement in zip(request.votes, statements, strict=True):
        vote = _vote(work, row, ids[one.organization_code], one.choice, statement)
        vote.membership_id = membership.id
        vote.act = kept(act)
        votes.append(vote)
    bodies = await _put(work, row, votes, codes)
    body = {"round": row.id, "number": row.number, "act": told(act), "votes": bodies}
    await record(work, access.position, Tag.VOTE_RECORDED, membership, body)
    await end_broken_silence(work, access.position, row)
    return row


async def lift_reservation(
    work: UnitOfWork, actor: Actor, reservation_id: str, organization_code: str | None = None
) -> Reservation:
    """Take back a condition; only its holder may. After the closing it changes nothing about the outcome."""
    found = await see_reservation(work.session, actor, reservation_id, lock=True)
    row, reservation, holder = found.round, found.reservation, found.vote.organization
    own = {membership.organization_code for membership in actor.memberships}
    acting = organization_code or (holder.code if holder.code in own else None)
    membership = found.access.demand(Permission.VOTE, acting)
    if membership.organization_id != holder.id:
        raise Forbidden("not_your_reservation", ["reservationId"])
    if not has_ended(row) and not may_vote(voting_time(row), work.now):
        raise RoundClosed("round_closed", ["reservationId"])  # its time is over: what stood then is counted
    state = move(ReservationState(reservation.state), ReservationState.LIFTED)
    reservation.state, reservation.lifted_at = state.value, moment_in(row, work.now)
    body = {"round": row.id, "number": row.number, "reservation": reservation.id, "organization": holder.code}
    await record(work, found.access.position, Tag.RESERVATION_LIFTED, membership, body)
    return reservation


def _said(request: CastVote, organization: str) -> Said:
    mandate = request.mandate
    if mandate is not None and mandate.scope.strip():
        scope = plain_text(mandate.scope, ["mandate", "scope"], limit=MAX_STATEMENT)
        mandate = replace(mandate, scope=scope)
    return Said(
        organization=organization,
        choice=request.choice,
        mandate=mandate,
        ratification_due_on=request.ratification_due_on,
        except_asks=tuple(dict.fromkeys(request.except_ask_keys)),
    )


def _poll(row: Round, keys: frozenset[str] = frozenset()) -> Poll:
    return Poll(voting_time(row), {one.organization.code for one in row.electors}, keys)


async def _checked(work: UnitOfWork, row: Round, request: CastVote) -> tuple[Poll, list[Condition]]:
    """What the vote is checked against, and its conditions in normal form; the text is read only when they speak of it."""
    if len(request.reservations) > MAX_RESERVATIONS:
        raise LimitExceeded("list_too_long", ["reservations"], limit=MAX_RESERVATIONS)
    if not request.reservations and not request.except_ask_keys:
        return _poll(row), []
    text = await version_text(work.session, row.version)
    keys = frozenset(ask.key for ask in await asyncio.to_thread(asks, text))
    conditions = []
    for number, given in enumerate(request.reservations):
        path = ["reservations", str(number)]
        condition = replace(
            given,
            reason=_text(given.reason, [*path, "reason"], LONGEST) or "",
            wish=_text(given.wish, [*path, "wish"], LONGEST),
        )
        check_reservation(condition, asks=keys, length=len(text))
        conditions.append(condition)
    return _poll(row, keys), conditions


def _vote(work: UnitOfWork, row: Round, organization_id: str, choice: Choice, statement: str | None) -> Vote:
    return Vote(
        id=work.new_id("vot"),
        round_id=row.id,
        organization_id=organization_id,
        choice=choice.value,
        statement=statement,
        except_ask_keys=[],
        reservations=[],
        certificate=None,
        is_awaiting=False,
        is_substitute=False,
        cast_at=work.now,
    )


def _reservation(work: UnitOfWork, condition: Condition) -> Reservation:
    return Reservation(
        id=work.new_id("res"),
        kind=condition.kind.value,
        state=ReservationState.OPEN.value,
        ask_key=condition.ask_key,
        start=condition.start,
        end=condition.end,
        reason=condition.reason,
        wish=condition.wish,
    )


async def _put(
    work: UnitOfWork, row: Round, votes: Sequence[Vote], codes: Sequence[str]
) -> list[dict[str, object]]:
    """Let votes stand in place of earlier ones, and tell of them; what is prepared takes the place of what was prepared."""
    bodies = []
    for vote, code in zip(votes, codes, strict=True):
        counting = None if vote.is_awaiting else await replace_counting(work, row, vote)
        prepared = await replace_prepared(work, row, vote)
        work.session.add(vote)
        await work.session.flush()
        if vote.is_awaiting or prepared is None:
            bodies.append(told_of_vote(row, vote, code, counting or prepared))
        else:
            bodies.append({**told_of_vote(row, vote, code, counting), "replaces_prepared": prepared})
    return bodies


def told_of_vote(row: Round, vote: Vote, organization: str, replaces: str | None) -> dict[str, object]:
    """A vote as the record keeps it: no free text, but the hash of what was stated."""
    return {
        "round": row.id,
        "number": row.number,
        "vote": vote.id,
        "organization": organization,
        "choice": vote.choice,
        "replaces": replaces,
        "statement_sha256": vote.statement and sha256_of(vote.statement),
        "mandate": vote.mandate and _told_of_mandate(vote.mandate),
        "ratification_due_on": vote.ratification_due_on,
        "except_asks": vote.except_ask_keys,
        **_told_where_so(vote),
        "reservations": [
            {
                "reservation": one.id,
                "kind": one.kind,
                "ask": one.ask_key,
                "start": one.start,
                "end": one.end,
                "sha256": sha256_of(f"{one.reason}\n{one.wish or ''}"),
            }
            for one in vote.reservations
        ],
        **({"renews": vote.renews_id} if vote.renews_id else {}),
    }


def _told_where_so(vote: Vote) -> dict[str, object]:
    """What is told of few votes only."""
    return {
        **({"certificate_sha256": vote.certificate.sha256} if vote.certificate else {}),
        **({"substitute": True} if vote.is_substitute else {}),
    }


def _told_of_mandate(stored: Mapping[str, str | None]) -> dict[str, str | None]:
    """A mandate as the record keeps it; that it was given for the version alone goes without saying."""
    told = {field: stored[field] for field in ("kind", "date", "validUntil")}
    covers = mandate_of(stored).covers
    return told if covers is Covers.VERSION else {**told, "covers": covers.value}


def _text(text: str | None, path: Sequence[str], limit: int) -> str | None:
    """An optional text, None when nothing is said."""
    return plain_text(text, path, limit=limit) if text and text.strip() else None
