"""Statements read: those of a round that an actor sees, each with who has signed it and who is still asked to.

The public reads those of the rounds that adopted a published text, once somebody stands behind them. While a round is sealed
a statement would tell how its authors vote: only those named in it, and whoever wrote it down, see it.
"""

from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import Actor, Role
from positions.errors import NotFound
from positions.models.organizations import Organization
from positions.models.rounds import Round
from positions.models.statements import Statement, StatementSignature
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.errata import adopting_rounds
from positions.queries.lookups import equals
from positions.queries.rounds import hides_count, loaded, see_round
from positions.queries.signatories import said_by
from positions.rounds import RoundStatus
from positions.rules import Silence
from positions.statements import Hearing, StatementKind, standing, takes_statements


@dataclass(frozen=True)
class Annexed:
    """A statement with those that stand behind it and those it names that have not signed yet, by code."""

    row: Statement
    round_number: int
    signed: tuple[Organization, ...]
    pending: tuple[Organization, ...]


@dataclass(frozen=True)
class FoundStatement:
    """A statement with its round and the access to its position."""

    access: Access
    round: Round
    annexed: Annexed


def hearing_of(row: Round) -> Hearing:
    """What statements on a loaded round are checked against."""
    return Hearing(
        status=RoundStatus(row.status),
        silence=Silence(row.silence),
        electorate=frozenset(elector.organization.code for elector in row.electors),
        approving=frozenset(said.organization for said in map(said_by, row.votes) if said.signs),
    )


async def statements_in(session: AsyncSession, access: Access, row: Round) -> list[Annexed]:
    """The statements of a loaded round that the actor sees, by number."""
    found = await session.scalars(_loaded(select(Statement).where(Statement.round_id == row.id)))
    return [one for one in (_annexed(each, row, access) for each in found) if one is not None]


async def annexed_statements(session: AsyncSession, access: Access) -> list[Annexed]:
    """What is annexed to the adopted text, by number: the statements of its rounds that somebody stands behind."""
    if not (access.holds(Permission.READ) or access.is_published):
        return []
    if access.position.adopted_version_id is None:
        return []
    rounds = list(await session.scalars(loaded(select(Round).where(adopting_rounds(access.position.id)))))
    found = [one for row in rounds for one in await statements_in(session, access, row) if one.signed]
    return sorted(found, key=lambda one: one.row.number)


async def see_statement(
    session: AsyncSession, actor: Actor, statement_id: str, *, lock: bool = False
) -> FoundStatement:
    """A statement that the actor may see, or NotFound; with `lock` its position's row and its round's are held."""
    row = await session.scalar(_loaded(select(Statement).where(equals(Statement.id, statement_id))))
    try:
        access, found = await see_round(session, actor, row.round_id if row else "", lock=lock)
    except NotFound:
        raise NotFound("statement_unknown", ["statementId"]) from None
    if row is not None and lock:
        await session.refresh(row, ["signatures"])
    annexed = _annexed(row, found, access) if row else None
    if annexed is None:
        raise NotFound("statement_unknown", ["statementId"])
    return FoundStatement(access, found, annexed)


async def newest_statement(session: AsyncSession, position_id: str) -> int:
    """The number of the position's last statement, 0 before the first."""
    statement = select(func.max(Statement.number)).where(Statement.position_id == position_id)
    return await session.scalar(statement) or 0


def may_annex(access: Access, row: Round) -> bool:
    """Whether somebody the actor acts for may annex a statement to a loaded round now."""
    hearing = hearing_of(row)
    return takes_statements(hearing) and any(
        membership.role is Role.COORDINATOR or membership.organization_code in hearing.electorate
        for membership in access.actor.memberships
        if access.holds_under(Permission.ANNEX_STATEMENT, membership)
    )


def may_sign(access: Access, annexed: Annexed) -> bool:
    """Whether an organization the actor acts for is asked to sign, and may."""
    asked = {organization.id for organization in annexed.pending}
    return any(
        membership.organization_id in asked and access.holds_under(Permission.ANNEX_STATEMENT, membership)
        for membership in access.actor.memberships
    )


def _annexed(row: Statement, its_round: Round, access: Access) -> Annexed | None:
    """The statement as the actor may see it, or None."""
    if hides_count(its_round) and not _is_own(row, access):
        return None
    named = {one.organization.code: one for one in row.signatures}
    codes = [code for code in sorted(named) if named[code].signed_at is not None]
    signed = standing(StatementKind(row.kind), codes, hearing_of(its_round).approving)
    reads = access.holds(Permission.READ)
    if not (signed or reads):
        return None
    pending = [code for code in sorted(named) if named[code].signed_at is None and reads]
    return Annexed(
        row=row,
        round_number=its_round.number,
        signed=tuple(named[code].organization for code in signed),
        pending=tuple(named[code].organization for code in pending),
    )


def _is_own(row: Statement, access: Access) -> bool:
    named = {signature.organization_id for signature in row.signatures}
    wrote = any(membership.id == row.membership_id for membership in access.actor.memberships)
    return wrote or bool(named & access.actor.organization_ids)


def _loaded(statement: Select[Statement]) -> Select[Statement]:
    signatures = selectinload(Statement.signatures).selectinload(StatementSignature.organization)
    return statement.options(signatures).order_by(Statement.number).execution_options(populate_existing=True)
