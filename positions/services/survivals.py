"""Confirm an earlier approval on a newer text: a vote like any other, cast by the same verb, that says which one it renews."""

from dataclasses import dataclass, replace
from datetime import date

from positions.actors import Actor
from positions.deadlines import day_of
from positions.errors import AlreadyDone, Invalid
from positions.mandates import Mandate, RatificationStatus, mandate_of
from positions.models.rounds import Vote
from positions.permissions import Permission
from positions.queries.rounds import see_round
from positions.queries.survivals import Earlier, earlier_vote
from positions.rules import Choice
from positions.services.idempotency import Key, recall
from positions.services.unit_of_work import UnitOfWork
from positions.services.votes import CastVote, cast_vote
from positions.survivals import demand_confirmable, may_use_again


@dataclass(frozen=True)
class ConfirmApproval:
    """Which round's text is approved as the earlier one was; without a mandate the earlier one is used if it covers both."""

    round_id: str
    mandate: Mandate | None = None
    certificate_id: str | None = None
    ratification_due_on: date | None = None
    organization_code: str | None = None


async def confirm_approval(
    work: UnitOfWork, actor: Actor, request: ConfirmApproval, key: Key | None = None
) -> Vote:
    """Approve a newer text as before, with the reservations and exceptions that its words still bear."""
    access, row = await see_round(work.session, actor, request.round_id, lock=True)
    known = await recall(work, key)
    if known is not None:
        return await work.session.get_one(Vote, str(known["vote"]))
    membership = access.demand(Permission.VOTE, request.organization_code)
    found = await earlier_vote(work.session, access, row, membership.organization_id)
    if found is None:
        raise Invalid("approval_nothing_to_confirm", ["roundId"])
    demand_confirmable(found.survival)
    proof = _proof(found, request, today=day_of(work.now))
    if any(vote.organization_id == membership.organization_id for vote in row.votes):
        raise AlreadyDone("approval_vote_cast", ["roundId"])
    again = CastVote(
        round_id=row.id,
        choice=Choice.APPROVE,
        mandate=proof.mandate,
        certificate_id=proof.certificate_id,
        ratification_due_on=proof.ratification_due_on,
        except_ask_keys=found.vote.except_ask_keys,
        reservations=found.survival.carried,
        organization_code=membership.organization_code,
        renews_id=found.vote.id,
    )
    return await cast_vote(work, actor, again, key)


def _proof(found: Earlier, request: ConfirmApproval, *, today: date) -> ConfirmApproval:
    """Under which act it is confirmed, and by when that has to be ratified: all as given now, or all as before."""
    if request.mandate is not None:
        return request
    vote = found.vote
    mandate = mandate_of(vote.mandate) if vote.mandate else None
    if not may_use_again(mandate, today=today):
        raise Invalid("mandate_required", ["mandate"])
    is_pending = vote.ratification_status == RatificationStatus.PENDING
    return replace(
        request,
        mandate=mandate,
        certificate_id=vote.certificate_id,
        ratification_due_on=request.ratification_due_on or (vote.ratification_due_on if is_pending else None),
    )
