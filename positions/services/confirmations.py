"""Confirm votes: what a colleague prepared, which counts from then on, and what a coordinator asks a new government about.

Every verb holds the position's row, so that two who confirm at once, a newer vote and the closing follow one another.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select

from positions.actors import Actor, Membership, Role
from positions.confirmations import FEWEST_DELEGATES, ConfirmationKind, check_confirmer
from positions.deadlines import day_of
from positions.errors import AlreadyDone, Conflict, Forbidden, Invalid, NotEligible, Stale
from positions.events import Tag
from positions.headings import reason_of
from positions.mandates import mandate_of
from positions.members import demand_administrator
from positions.models.members import Membership as MembershipRow
from positions.models.organizations import Organization
from positions.models.rounds import Confirmation, Round, Vote
from positions.organizations import OrganizationKind
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.rounds import see_round, voting_time
from positions.queries.standing import awaits, counts
from positions.queries.votes import see_vote, waiting
from positions.rounds import check_open
from positions.services.closing import end_broken_silence
from positions.services.members import find_office
from positions.services.record import record, record_register
from positions.services.unit_of_work import UnitOfWork
from positions.versions import sha256_of
from positions.votes import check_confirmed


@dataclass(frozen=True)
class AskConfirmation:
    """Whose government a coordinator asks to confirm the town's vote in a round, and why."""

    round_id: str
    code: str
    reason: str
    organization_code: str | None = None


async def ask_confirmation(work: UnitOfWork, actor: Actor, request: AskConfirmation) -> Round:
    """Ask a town to confirm the vote that counts; it goes on counting, confirmed or not."""
    access, row = await see_round(work.session, actor, request.round_id, lock=True)
    membership = access.demand(Permission.RECORD_VOTES, request.organization_code)
    reason = reason_of(request.reason)
    elector = next((one for one in row.electors if one.organization.code == request.code), None)
    if elector is None:
        raise NotEligible("not_eligible", ["forOrganizationCode"], organization=request.code)
    check_open(voting_time(row), work.now)
    vote = next((one for one in row.votes if one.organization_id == elector.organization_id), None)
    if vote is None:
        raise Conflict("vote_missing", ["forOrganizationCode"], organization=elector.organization.name)
    if waiting(vote) is not None:
        raise AlreadyDone("confirmation_asked", ["forOrganizationCode"])
    asked = _confirmation(work, vote, ConfirmationKind.NEW_GOVERNMENT, membership)
    asked.reason = reason
    work.session.add(asked)
    await work.session.flush()
    body = told_of_asking(row, vote, asked, request.code)
    await record(work, access.position, Tag.CONFIRMATION_ASKED, membership, body)
    return row


async def confirm_vote(
    work: UnitOfWork, actor: Actor, vote_id: str, organization_code: str | None = None
) -> Vote:
    """Confirm a vote of one's own town: what a colleague prepared counts from now on, what a former government said stays."""
    access, row, vote = await see_vote(work.session, actor, vote_id, lock=True)
    membership = demand_own(access, vote, Permission.VOTE, organization_code)
    awaited = waiting(vote)
    if awaited is not None:
        check_confirmer(ConfirmationKind(awaited.kind), awaited.asker.member_id, actor.signed_in())
    # A vote that counts already was cast on good grounds; a new government confirms by an act of its own.
    is_prepared = vote.is_awaiting
    check_confirmed(
        mandate_of(vote.mandate) if vote.mandate and is_prepared else None,
        vote.ratification_due_on if is_prepared else None,
        voting_time(row),
        now=work.now,
        today=day_of(work.now),
    )
    if vote.replaced_at is not None:
        raise Stale("vote_replaced", ["voteId"])
    if awaited is None:
        raise AlreadyDone("confirmation_not_awaited", ["voteId"])
    replaced = await replace_counting(work, row, vote) if is_prepared else None
    vote.is_awaiting = False
    awaited.confirmed_by, awaited.confirmed_at = membership.id, work.now
    await work.session.flush()
    body = told_of_confirming(row, vote, awaited, replaced)
    await record(work, access.position, Tag.VOTE_CONFIRMED, membership, body)
    await end_broken_silence(work, access.position, row)
    return vote


async def set_vote_confirmation(
    work: UnitOfWork, actor: Actor, code: str, *, confirms: bool, acting_code: str | None = None
) -> Organization:
    """Say, as an administrator, whether an organization's votes take two persons; Conflict where there are no two delegates."""
    recorder = demand_administrator(actor, acting_code)
    organization = await find_office(work, code, "forOrganizationCode")
    if organization.kind == OrganizationKind.PARTNER:
        raise Invalid("elector_not_entitled", ["forOrganizationCode"], organization=code)
    if organization.confirms_votes == confirms:
        return organization
    if confirms and await _delegates(work, organization) < FEWEST_DELEGATES:
        raise Conflict("confirmation_needs_two", ["forOrganizationCode"], organization=organization.name)
    organization.confirms_votes = confirms
    body = {"organization": organization.code, "confirms_votes": confirms}
    await record_register(work, Tag.ORGANIZATION_UPDATED, recorder, body, {})
    return organization


async def _delegates(work: UnitOfWork, organization: Organization) -> int:
    """How many persons may vote for an organization today."""
    today = day_of(work.now)
    statement = select(func.count(MembershipRow.member_id.distinct())).where(
        MembershipRow.organization_id == organization.id,
        MembershipRow.role == Role.DELEGATE.value,
        MembershipRow.since <= today,
        or_(MembershipRow.until.is_(None), MembershipRow.until >= today),
    )
    return await work.session.scalar(statement) or 0


async def await_second_person(work: UnitOfWork, vote: Vote, membership: Membership) -> None:
    """Let a vote that is being cast wait, where its organization wants two persons."""
    organization = await work.session.get_one(Organization, vote.organization_id)
    vote.is_awaiting = organization.confirms_votes
    if vote.is_awaiting:
        vote.confirmations = [_confirmation(work, vote, ConfirmationKind.SECOND_PERSON, membership)]


async def replace_counting(work: UnitOfWork, row: Round, vote: Vote) -> str | None:
    """Let the organization's vote that counts stand no more, as this one will; its id."""
    return await _replace(work, row, vote, counts())


async def replace_prepared(work: UnitOfWork, row: Round, vote: Vote) -> str | None:
    """Let what the organization had prepared stand no more, as it says something newer; its id."""
    return await _replace(work, row, vote, awaits())


async def _replace(work: UnitOfWork, row: Round, vote: Vote, which: ColumnElement[bool]) -> str | None:
    statement = select(Vote).where(
        Vote.round_id == row.id, Vote.organization_id == vote.organization_id, which
    )
    earlier = await work.session.scalar(statement)
    if earlier is None:
        return None
    earlier.replaced_at = work.now
    await work.session.flush()  # an organization has one vote at a time
    return earlier.id


def demand_own(
    access: Access, vote: Vote, permission: Permission, organization_code: str | None
) -> Membership:
    """The membership that may act on a vote of its own organization, or the refusal."""
    own = {membership.organization_code for membership in access.actor.memberships}
    acting = organization_code or (vote.organization.code if vote.organization.code in own else None)
    membership = access.demand(permission, acting)
    if membership.organization_id != vote.organization_id:
        raise Forbidden("not_your_vote", ["voteId"])
    return membership


def _confirmation(
    work: UnitOfWork, vote: Vote, kind: ConfirmationKind, membership: Membership
) -> Confirmation:
    return Confirmation(
        id=work.new_id("cnf"),
        vote_id=vote.id,
        kind=kind.value,
        asked_by=membership.id,
        asked_at=work.now,
    )


def told_of_asking(row: Round, vote: Vote, asked: Confirmation, code: str) -> dict[str, object]:
    """What a coordinator asked, as the record keeps it."""
    return {
        "round": row.id,
        "number": row.number,
        "vote": vote.id,
        "organization": code,
        "confirmation": asked.id,
        "reason_sha256": sha256_of(asked.reason or ""),
    }


def told_of_confirming(
    row: Round, vote: Vote, given: Confirmation, replaces: str | None
) -> dict[str, object]:
    """A confirmation as the record keeps it; `replaces`: the vote that counted until then."""
    return {
        "round": row.id,
        "number": row.number,
        "vote": vote.id,
        "organization": vote.organization.code,
        "confirmation": given.id,
        "kind": given.kind,
        "replaces": replaces,
    }
