"""Follow up votes that were cast subject to ratification: the town's body confirmed them, or did not.

While the round is open a vote that its body did not ratify stands no more. What was counted stays counted: after the closing
its town no longer signs, and the round shows whether it would have passed without it.
"""

from dataclasses import dataclass

from positions.actors import Actor, Role
from positions.deadlines import day_of
from positions.errors import Conflict, Forbidden, Invalid, RoundClosed, Stale
from positions.events import Tag
from positions.mandates import RatificationStatus, check_settlement, ratify
from positions.models.rounds import Round, Vote
from positions.permissions import Permission
from positions.queries.rounds import has_ended
from positions.queries.signatories import act_of
from positions.queries.tallies import moment_in
from positions.queries.votes import see_vote, takes_settlements
from positions.rules import Silence
from positions.services.mandates import check_owner, find_certificate
from positions.services.minutes import kept, sound_act, told
from positions.services.record import record
from positions.services.unit_of_work import UnitOfWork
from positions.votes import Act

_CERTIFICATE = ("certificateId",)


@dataclass(frozen=True)
class SettleRatification:
    """What the body of a town made of its vote, by which act."""

    vote_id: str
    outcome: RatificationStatus
    act: Act
    certificate_id: str | None = None
    organization_code: str | None = None


async def settle_ratification(work: UnitOfWork, actor: Actor, request: SettleRatification) -> Vote:
    """Say what became of a vote that was subject to ratification, once: as its town, or as a coordinator from minutes."""
    access, row, vote = await see_vote(work.session, actor, request.vote_id, lock=True)
    certificate = await find_certificate(work, access, request.certificate_id, _CERTIFICATE)
    own = {membership.organization_code for membership in actor.memberships}
    is_own = vote.organization.code in own
    acting = request.organization_code or (vote.organization.code if is_own else None)
    membership = access.demand(Permission.SETTLE_RATIFICATION, acting)
    if membership.role is not Role.COORDINATOR and membership.organization_id != vote.organization_id:
        raise Forbidden("not_your_vote", ["voteId"])
    act = sound_act(request.act, today=day_of(work.now))
    check_settlement(act.held_on, cast_on=day_of(vote.cast_at))
    check_owner(certificate, vote.organization_id, _CERTIFICATE)
    if vote.ratification_status is None:
        raise Invalid("ratification_not_awaited", ["voteId"])
    _check_standing(work, row, vote)
    status = ratify(RatificationStatus(vote.ratification_status), request.outcome)
    if status is RatificationStatus.WITHDRAWN and row.silence != Silence.NONE and not has_ended(row):
        raise Conflict("withdrawal_would_consent", ["outcome"])  # a town that then says nothing would approve
    vote.ratification_status, vote.ratification_settled_at = status.value, moment_in(row, work.now)
    vote.ratification_act, vote.ratification_certificate = kept(act), certificate
    if status is RatificationStatus.WITHDRAWN and not has_ended(row):
        vote.replaced_at = work.now  # the town is asked again, and may vote anew
    await record(work, access.position, Tag.VOTE_RATIFIED, membership, told_of_ratification(row, vote))
    return vote


def _check_standing(work: UnitOfWork, row: Round, vote: Vote) -> None:
    """Refuse what was replaced, prepared only, or is being counted."""
    is_withdrawn = vote.ratification_status == RatificationStatus.WITHDRAWN
    if vote.is_awaiting or (vote.replaced_at is not None and not is_withdrawn):
        raise Stale("vote_replaced", ["voteId"])
    if not takes_settlements(row, work.now):
        raise RoundClosed("round_closed", ["voteId"])


def told_of_ratification(row: Round, vote: Vote) -> dict[str, object]:
    """What became of a vote as the record keeps it: no names, the hash of the act."""
    is_gone = vote.ratification_status == RatificationStatus.WITHDRAWN and vote.replaced_at is not None
    certificate = vote.ratification_certificate
    return {
        "round": row.id,
        "number": row.number,
        "vote": vote.id,
        "organization": vote.organization.code,
        "outcome": vote.ratification_status,
        "is_counted": not is_gone,
        "act": told(act_of(vote.ratification_act)) if vote.ratification_act else None,
        **({"certificate_sha256": certificate.sha256} if certificate else {}),
    }
