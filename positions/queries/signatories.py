"""Who stands behind an adopted text, for whoever may know: readers, and the public once it is published."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.deadlines import day_of
from positions.mandates import RatificationStatus
from positions.models.organizations import Organization
from positions.models.rounds import Round, Vote
from positions.models.statements import SignatureWithdrawal
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.errata import adopting_rounds
from positions.queries.standing import counts
from positions.rules import Choice
from positions.signatories import Said, Signatory, Withdrawal, signatories
from positions.votes import Act


@dataclass(frozen=True)
class Signature:
    """A signatory, and the organization it is."""

    organization: Organization
    signatory: Signatory


@dataclass(frozen=True)
class Signatures:
    """Who signed, by code, and the day of the adoption."""

    adopted_on: date
    signed: tuple[Signature, ...]

    def of(self, organization_id: str) -> Signatory | None:
        """An organization's signature, if it signed."""
        return next((one.signatory for one in self.signed if one.organization.id == organization_id), None)


async def signatories_of(session: AsyncSession, access: Access) -> list[Signature]:
    """The signatories of the adopted text by code, those that withdrew included; none before adoption."""
    if not (access.holds(Permission.READ) or access.is_published):
        return []
    found = await signatures(session, access)
    return list(found.signed) if found else []


async def signatures(session: AsyncSession, access: Access) -> Signatures | None:
    """Who signed and when it was adopted; None before adoption."""
    rounds = await _adopting(session, access)
    days = [day_of(one.closed_at) for one in rounds if one.closed_at is not None]
    if access.position.adopted_version_id is None or not days:
        return None
    votes = [vote for one in rounds for vote in one.votes]
    organizations = {vote.organization.code: vote.organization for vote in votes}
    found = signatories(map(said_by, votes), await _withdrawals(session, access))
    return Signatures(days[-1], tuple(Signature(organizations[one.organization], one) for one in found))


async def _adopting(session: AsyncSession, access: Access) -> list[Round]:
    standing = selectinload(Round.votes.and_(counts()))
    statement = select(Round).where(adopting_rounds(access.position.id)).order_by(Round.number)
    options = standing.selectinload(Vote.organization)
    return list(await session.scalars(statement.options(options).execution_options(populate_existing=True)))


async def _withdrawals(session: AsyncSession, access: Access) -> dict[str, Withdrawal]:
    statement = select(SignatureWithdrawal).where(SignatureWithdrawal.position_id == access.position.id)
    rows = await session.scalars(statement.options(selectinload(SignatureWithdrawal.organization)))
    return {row.organization.code: Withdrawal(row.withdrawn_on, act_of(row.act), row.reason) for row in rows}


def act_of(stored: dict[str, str]) -> Act:
    """The minutes as a row keeps them."""
    return Act(stored["body"], date.fromisoformat(stored["date"]), stored["reference"])


def said_by(vote: Vote) -> Said:
    """A loaded vote as the rules of signing know it."""
    return Said(
        organization=vote.organization.code,
        choice=Choice(vote.choice),
        is_tacit=vote.is_tacit,
        except_asks=tuple(vote.except_ask_keys),
        ratification_due_on=vote.ratification_due_on,
        ratification=RatificationStatus(vote.ratification_status) if vote.ratification_status else None,
    )
