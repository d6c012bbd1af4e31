"""Reservations read: which still stand for the next version to meet, what they quote, and which wishes the text has reached."""

import asyncio
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from positions.models.documents import Document
from positions.models.rounds import Reservation, Round, Vote
from positions.models.versions import Version
from positions.queries.access import Access
from positions.queries.drafts import fold
from positions.queries.rounds import BY_NUMBER, loaded, open_reservations, open_votes, visible_rounds
from positions.queries.standing import counts
from positions.queries.versions import newest_version, version_text
from positions.reservations import STANDING
from positions.scopes import Scope, is_reached

_STANDING = sorted(state.value for state in STANDING)


@dataclass(frozen=True)
class Standing:
    """A reservation that still stands, with its vote and round."""

    round: Round
    vote: Vote
    reservation: Reservation


@dataclass(frozen=True)
class _Wish:
    """What a reservation wishes for, where, and the text it was stated on."""

    id: str
    words: str | None
    scope: Scope
    base: str


async def standing_reservations(session: AsyncSession, access: Access) -> list[Standing]:
    """The conditions that towns still hold, as far as the actor sees them: those of each one's last vote. Silence lifts nothing."""
    statement = loaded(select(Round).where(visible_rounds(access))).order_by(*BY_NUMBER.columns)
    last: dict[str, tuple[Round, Vote]] = {}
    for row in await session.scalars(statement):
        for vote in open_votes(row, access):
            if not vote.is_tacit:
                last[vote.organization_id] = (row, vote)
    return [
        Standing(row, vote, held)
        for row, vote in last.values()
        for held in open_reservations(vote, access)
        if held.state in _STANDING
    ]


async def wishes_reached(session: AsyncSession, ids: Collection[str]) -> frozenset[str]:
    """Which of these reservations still stand and wish for what the original says now."""
    statement = (
        select(Reservation, Version)
        .join(Vote, Vote.id == Reservation.vote_id)
        .join(Round, Round.id == Vote.round_id)
        .join(Version, Version.id == Round.version_id)
        .where(Reservation.id.in_(ids), Reservation.state.in_(_STANDING), Reservation.wish.is_not(None))
        .order_by(Version.document_id, Version.number)
    )
    rows = [(one, version) for one, version in await session.execute(statement)]
    reached: set[str] = set()
    for document_id, group in groupby(rows, key=lambda row: row[1].document_id):
        head = await _newest_text(session, document_id)
        asked = [_Wish(one.id, one.wish, _scope(one), await version_text(session, of)) for one, of in group]
        reached |= await asyncio.to_thread(_reached, asked, head)
    return frozenset(reached)


async def quotes(session: AsyncSession, ids: Collection[str]) -> dict[str, str]:
    """The words of the passages that these reservations are about, as they were voted on."""
    statement = (
        select(Reservation, Version)
        .join(Vote, Vote.id == Reservation.vote_id)
        .join(Round, Round.id == Vote.round_id)
        .join(Version, Version.id == Round.version_id)
        .where(Reservation.id.in_(ids), Reservation.start.is_not(None))
    )
    return {
        one.id: (await version_text(session, version))[one.start : one.end]
        for one, version in list(await session.execute(statement))
    }


async def reached_by_position(
    session: AsyncSession, organization_ids: Collection[str], position_ids: Collection[str]
) -> dict[str, int]:
    """By position: how many of these organizations' conditions may be lifted because the text says what they wish."""
    if not organization_ids:
        return {}
    statement = (
        select(Reservation.id, Round.position_id)
        .join(Vote, Vote.id == Reservation.vote_id)
        .join(Round, Round.id == Vote.round_id)
        .where(
            Round.position_id.in_(position_ids),
            Vote.organization_id.in_(organization_ids),
            counts(),
            Reservation.state.in_(_STANDING),
            Reservation.wish.is_not(None),
            ~_has_spoken_since(),
        )
    )
    places = {one: position_id for one, position_id in await session.execute(statement)}  # noqa: C416  # rows are no pairs to mypy
    reached = await wishes_reached(session, places) if places else frozenset()
    return dict(Counter(places[one] for one in reached))


def _has_spoken_since() -> ColumnElement[bool]:
    """Whether a vote's organization has voted in a later round of the same position."""
    later, newer = aliased(Vote), aliased(Round)
    return exists().where(
        later.round_id == newer.id,
        newer.position_id == Round.position_id,
        newer.number > Round.number,
        later.organization_id == Vote.organization_id,
        counts(later),
        ~later.is_tacit,
    )


async def _newest_text(session: AsyncSession, document_id: str) -> str:
    """What the draft says, from its newest version where nobody has written since."""
    sequence = await session.scalar(select(Document.sequence).where(Document.id == document_id))
    newest = await newest_version(session, document_id)
    if newest is not None and newest.sequence == sequence:
        return await version_text(session, newest)
    return (await fold(session, document_id)).text


def _scope(row: Reservation) -> Scope:
    return Scope(row.ask_key, row.start, row.end)


def _reached(wishes: Sequence[_Wish], head: str) -> set[str]:
    return {one.id for one in wishes if is_reached(one.words, one.scope, one.base, head)}
