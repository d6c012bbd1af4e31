"""Positions as lists and alone: found, ordered, paged, and loaded with just the parts of the cover that are asked for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    UnaryExpression,
    and_,
    exists,
    false,
    func,
    literal,
    or_,
    tuple_,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from positions.actors import Actor
from positions.deadlines import HOME_ZONE
from positions.errors import Invalid
from positions.lifecycle import Stage
from positions.models.institutions import Institution
from positions.models.organizations import Organization
from positions.models.positions import (
    Participation,
    Position,
    PositionAddressee,
    PositionSubject,
    Relation,
)
from positions.models.rounds import Round, Vote
from positions.queries.access import Access, access_to
from positions.queries.adoptions import signs
from positions.queries.covers import Part, options
from positions.queries.errata import adopting_rounds
from positions.queries.lookups import among, equals
from positions.queries.pages import Key, Page, Window, count, moment_of
from positions.queries.standing import counts
from positions.queries.visible import readable, visible_positions
from positions.search import patterns


class PositionField(StrEnum):
    """What positions are ordered by."""

    UPDATED_AT = "UPDATED_AT"
    PUBLISHED_AT = "PUBLISHED_AT"
    REFERENCE = "REFERENCE"
    DEADLINE = "DEADLINE"


@dataclass(frozen=True)
class PositionOrder:
    """A field and a direction; positions without the field come last either way."""

    field: PositionField = PositionField.UPDATED_AT
    is_descending: bool = True


@dataclass(frozen=True)
class PositionFilter:
    """Which positions: all that is named must hold, of a list any one."""

    search: str | None = None
    stages: Collection[Stage] | None = None
    subject_codes: Collection[str] | None = None
    participant_codes: Collection[str] | None = None
    institution_codes: Collection[str] | None = None
    lead_code: str | None = None
    signatory_codes: Collection[str] | None = None
    voter_codes: Collection[str] | None = None
    adopted_in: int | None = None
    is_published: bool | None = None
    relation: str | None = None
    updated_since: datetime | None = None


_COLUMNS: dict[PositionField, InstrumentedAttribute[str] | InstrumentedAttribute[datetime | None]] = {
    PositionField.UPDATED_AT: Position.updated_at,
    PositionField.PUBLISHED_AT: Position.published_at,
    PositionField.REFERENCE: Position.reference,
    PositionField.DEADLINE: Position.target_deadline,
}
_NULLABLE = frozenset({PositionField.PUBLISHED_AT, PositionField.DEADLINE})
YEARS = range(1990, 2200)
"""The years in which a position may have been adopted."""

_EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
_LATEST = datetime(3000, 1, 1, tzinfo=UTC)


async def list_positions(
    session: AsyncSession,
    actor: Actor,
    *,
    wanted: PositionFilter,
    order: PositionOrder,
    window: Window,
    parts: Collection[Part] = (),
) -> Page[Access]:
    """One page of what the actor sees; Invalid for a cursor of another order."""
    sorting = _Sorting(order)
    statement = _filtered(actor, wanted).options(*options(parts))
    if window.after is not None:
        statement = statement.where(sorting.beyond(window.after))
    rows = (await session.scalars(statement.order_by(*sorting.columns()).limit(window.limit + 1))).all()
    shown = rows[: window.limit]
    return Page(
        [access_to(actor, row) for row in shown],
        [sorting.key_of(row) for row in shown],
        len(rows) > window.limit,
    )


async def count_positions(session: AsyncSession, actor: Actor, wanted: PositionFilter) -> int:
    """How many positions the actor sees that the filter finds."""
    return await count(session, _filtered(actor, wanted))


async def find_position(
    session: AsyncSession, actor: Actor, reference: str, parts: Collection[Part] = ()
) -> Access | None:
    """The position with this reference, if the actor sees it."""
    return await _one(session, actor, equals(Position.reference, reference), parts)


async def find_position_by_id(
    session: AsyncSession, actor: Actor, position_id: str, parts: Collection[Part] = ()
) -> Access | None:
    """The position with this id, if the actor sees it."""
    return await _one(session, actor, equals(Position.id, position_id), parts)


async def _one(
    session: AsyncSession, actor: Actor, condition: ColumnElement[bool], parts: Collection[Part]
) -> Access | None:
    row = await session.scalar(visible_positions(actor).where(condition).options(*options(parts)))
    return access_to(actor, row) if row is not None else None


class _Sorting:
    """A total order: the chosen field, then the id in the same direction."""

    def __init__(self, order: PositionOrder) -> None:
        self._is_descending = order.is_descending
        self._column = _COLUMNS[order.field]
        self._is_time = order.field is not PositionField.REFERENCE
        self._missing = (_EARLIEST if order.is_descending else _LATEST) if order.field in _NULLABLE else None

    def columns(self) -> list[UnaryExpression[Any]]:
        """What to order by."""
        fields: list[ColumnElement[Any]] = [self._field(), Position.id.expression]
        return [field.desc() if self._is_descending else field.asc() for field in fields]

    def beyond(self, after: Key) -> ColumnElement[bool]:
        """The condition for rows after a key."""
        here = tuple_(self._field(), Position.id)
        there = tuple_(
            literal(self._value(after), self._column.type), literal(str(after[-1]), Position.id.type)
        )
        return here < there if self._is_descending else here > there

    def key_of(self, row: Position) -> Key:
        """The key of a row, as JSON values."""
        value = getattr(row, self._column.key) or self._missing
        return (value.isoformat() if isinstance(value, datetime) else str(value), row.id)

    def _field(self) -> ColumnElement[Any]:
        if self._missing is None:
            return self._column.expression
        return func.coalesce(self._column, literal(self._missing, self._column.type))

    def _value(self, after: Key) -> str | datetime:
        if len(after) == 2 and isinstance(after[0], str) and "\x00" not in f"{after[0]}{after[1]}":
            return moment_of(after[0]) if self._is_time else after[0]
        raise Invalid("cursor_invalid", ["after"])


def _filtered(actor: Actor, wanted: PositionFilter) -> Select[Position]:
    conditions = (
        _has_words(actor, wanted.search),
        _any_of(
            Position.stage, [stage.value for stage in wanted.stages] if wanted.stages is not None else None
        ),
        _has_subject(wanted.subject_codes),
        _has_participant(wanted.participant_codes),
        _has_addressee(wanted.institution_codes),
        _has_lead(wanted.lead_code),
        _has_signatory(wanted.signatory_codes),
        _has_voter(wanted.voter_codes),
        _was_adopted_in(wanted.adopted_in),
        _is_published(wanted.is_published),
        _has_relation(wanted.relation),
        Position.updated_at >= wanted.updated_since if wanted.updated_since is not None else None,
    )
    return visible_positions(actor).where(*(condition for condition in conditions if condition is not None))


def _any_of(column: InstrumentedAttribute[str], values: Collection[str] | None) -> ColumnElement[bool] | None:
    return column.in_(sorted(set(values))) if values is not None else None


def _has_words(actor: Actor, search: str | None) -> ColumnElement[bool] | None:
    """Words of the whole text for those who may read it, of the published face for everybody else."""
    if search is None or not search.strip():
        return None
    asked = patterns(search)
    if not asked:
        return false()
    return or_(
        and_(readable(actor), _holds(Position.search, asked)),
        and_(Position.published_at.is_not(None), _holds(Position.search_public, asked)),
    )


def _holds(index: InstrumentedAttribute[str], asked: tuple[tuple[str, ...], ...]) -> ColumnElement[bool]:
    return and_(*(or_(*(index.like(pattern) for pattern in each)) for each in asked))


def _has_subject(codes: Collection[str] | None) -> ColumnElement[bool] | None:
    if codes is None:
        return None
    return exists().where(
        PositionSubject.position_id == Position.id, among(PositionSubject.subject_code, codes)
    )


def _has_participant(codes: Collection[str] | None) -> ColumnElement[bool] | None:
    if codes is None:
        return None
    return exists().where(
        Participation.position_id == Position.id,
        Participation.state != "LEFT",
        Participation.organization_id == Organization.id,
        among(Organization.code, codes),
    )


def _has_addressee(codes: Collection[str] | None) -> ColumnElement[bool] | None:
    if codes is None:
        return None
    return exists().where(
        PositionAddressee.position_id == Position.id,
        PositionAddressee.institution_id == Institution.id,
        among(Institution.code, codes),
    )


def _has_lead(code: str | None) -> ColumnElement[bool] | None:
    if code is None:
        return None
    return exists().where(Organization.id == Position.lead_id, equals(Organization.code, code))


def _has_signatory(codes: Collection[str] | None) -> ColumnElement[bool] | None:
    """Approved by one of these, aloud, whose signature still stands."""
    if codes is None:
        return None
    return exists().where(
        adopting_rounds(Position.id.expression),
        signs(),
        Vote.organization_id == Organization.id,
        among(Organization.code, codes),
    )


def _has_voter(codes: Collection[str] | None) -> ColumnElement[bool] | None:
    if codes is None:
        return None
    return exists().where(
        adopting_rounds(Position.id.expression),
        Vote.round_id == Round.id,
        counts(),
        Vote.organization_id == Organization.id,
        among(Organization.code, codes),
    )


def _is_published(wanted: bool | None) -> ColumnElement[bool] | None:  # noqa: FBT001  # the filter's own value
    if wanted is None:
        return None
    return Position.published_at.is_not(None) if wanted else Position.published_at.is_(None)


def _was_adopted_in(year: int | None) -> ColumnElement[bool] | None:
    """Whether the round that adopted it closed in this year of the metropolis."""
    if year is None:
        return None
    if year not in YEARS:
        return false()
    start, end = (datetime(one, 1, 1, tzinfo=HOME_ZONE) for one in (year, year + 1))
    return exists().where(
        adopting_rounds(Position.id.expression), Round.closed_at >= start, Round.closed_at < end
    )


def _has_relation(value: str | None) -> ColumnElement[bool] | None:
    if value is None:
        return None
    return exists().where(
        Relation.position_id == Position.id,
        func.lower(Relation.value) == value.strip().lower().replace("\x00", ""),
    )
