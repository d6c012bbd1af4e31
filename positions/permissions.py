"""Who may do what, when: one enum, one table, one evaluator.

A *standing* is what an actor is to one position. PERMISSIONS says, for each permission and standing, the stages in which
it holds; a standing that is absent never may. Voting additionally needs a place in the round's electorate.
"""

from dataclasses import dataclass
from enum import StrEnum

from positions.actors import Actor, Membership, Role, Scope
from positions.errors import Forbidden, Refusal, StageForbids, Unauthenticated
from positions.ids import OrganizationId
from positions.lifecycle import Action, Stage, stages_of


class Standing(StrEnum):
    """What an actor is to one position."""

    ANONYMOUS = "ANONYMOUS"
    OUTSIDER = "OUTSIDER"
    OBSERVER = "OBSERVER"
    DELEGATE = "DELEGATE"
    LEAD = "LEAD"
    COORDINATOR = "COORDINATOR"
    ADMINISTRATOR = "ADMINISTRATOR"


class Permission(StrEnum):
    """Every right there is, each with what it allows."""

    READ = "READ"  # See the position, its text, versions, amendments and rounds before publication.
    READ_DISCUSSION = "READ_DISCUSSION"  # See the participants' threads and comments.
    COMMENT = "COMMENT"  # Start threads and reply.
    RESOLVE_THREAD = "RESOLVE_THREAD"  # Resolve and reopen threads.
    EDIT_ORIGINAL = "EDIT_ORIGINAL"  # Write in the original's draft; save, import and restore versions of it.
    EDIT_TRANSLATION = "EDIT_TRANSLATION"  # Write in a translation's draft and save versions of it.
    ADD_TRANSLATION = "ADD_TRANSLATION"  # Start the text in another language.
    APPROVE_TRANSLATION = "APPROVE_TRANSLATION"  # Approve a translation against one version of the original.
    PROPOSE_AMENDMENT = "PROPOSE_AMENDMENT"  # Table, and withdraw, amendments of one's organization.
    DECIDE_AMENDMENT = "DECIDE_AMENDMENT"  # Incorporate, reject or declare inadmissible.
    CREATE_POSITION = "CREATE_POSITION"  # Propose a new position.
    UPDATE_POSITION = "UPDATE_POSITION"  # Change titles, summaries, subjects, addressees, relations, dates.
    PARTICIPATE = "PARTICIPATE"  # Accept, join or leave with one's own organization.
    INVITE = "INVITE"  # Invite and remove any organization.
    CHOOSE_ROUTE = "CHOOSE_ROUTE"  # Choose the route of rounds a position will follow.
    OPEN_ROUND = "OPEN_ROUND"  # Open an approval round on a saved version.
    CLOSE_ROUND = "CLOSE_ROUND"  # Close, void, recall or extend a round.
    RECORD_VOTES = "RECORD_VOTES"  # Enter a meeting's votes from its minutes.
    REMIND = "REMIND"  # Remind organizations of what they still owe a round.
    VOTE = "VOTE"  # Cast one's organization's vote, lift its reservations.
    SETTLE_RATIFICATION = "SETTLE_RATIFICATION"  # Say what a body made of a vote subject to its ratification.
    ANNEX_STATEMENT = "ANNEX_STATEMENT"  # Annex and sign statements; a coordinator records those of others.
    WITHDRAW_SIGNATURE = "WITHDRAW_SIGNATURE"  # Take one's organization's signature back after the adoption.
    CORRECT_TEXT = "CORRECT_TEXT"  # Correct the adopted text by an erratum.
    ATTACH_FILE = "ATTACH_FILE"  # Add and remove annexes and other files.
    RECORD_SUBMISSION = "RECORD_SUBMISSION"  # Seal a dossier and record that it was sent.
    RECORD_REPLY = "RECORD_REPLY"  # Record receipts, answers and meetings.
    RECORD_UPTAKE = "RECORD_UPTAKE"  # Record what an institution did with an ask.
    WRITE_REPORT = "WRITE_REPORT"  # Write the closing report's conclusions.
    START_DRAFTING = "START_DRAFTING"  # Begin the text.
    OPEN_AMENDING = "OPEN_AMENDING"  # Close the common drafting and take amendments.
    REOPEN_DRAFTING = "REOPEN_DRAFTING"  # Go back to common drafting.
    PUBLISH = "PUBLISH"  # Make the adopted text public.
    UNPUBLISH = "UNPUBLISH"  # Take it back from the public pages.
    CLOSE = "CLOSE"  # End the follow-up.
    REOPEN = "REOPEN"  # Take the follow-up up again.
    WITHDRAW = "WITHDRAW"  # Give the position up.


_ALL = frozenset(Stage)
_DRAFTING = frozenset({Stage.DRAFTING})
_AMENDING = frozenset({Stage.AMENDING})
_WRITING = _DRAFTING | _AMENDING
_DISCUSSING = frozenset({Stage.PROPOSED, Stage.DRAFTING, Stage.AMENDING, Stage.APPROVING, Stage.ADOPTED})
_TRANSLATING = frozenset({Stage.DRAFTING, Stage.AMENDING, Stage.APPROVING, Stage.ADOPTED, Stage.SUBMITTED})
_JOINING = frozenset({Stage.PROPOSED, Stage.DRAFTING, Stage.AMENDING})
_FROM_AMENDING = _ALL - {Stage.PROPOSED, Stage.DRAFTING, Stage.WITHDRAWN}
_ANNEXING = frozenset({Stage.APPROVING, Stage.ADOPTED})
_PUBLISHABLE = frozenset({Stage.ADOPTED, Stage.SUBMITTED})
_SUBMITTED = frozenset({Stage.SUBMITTED})
_REMINDING = frozenset({Stage.APPROVING}) | _PUBLISHABLE
_ADOPTED_ON = _PUBLISHABLE | {Stage.CLOSED}
_LIVING = _ALL - {Stage.CLOSED, Stage.WITHDRAWN}

Grant = dict[Standing, frozenset[Stage]]


def _grant(stages: frozenset[Stage], *standings: Standing) -> Grant:
    return dict.fromkeys(standings, stages)


_TOWNS = (Standing.DELEGATE, Standing.LEAD)
_WRITERS = (*_TOWNS, Standing.COORDINATOR)
_STEERING = (Standing.LEAD, Standing.COORDINATOR)

PERMISSIONS: dict[Permission, Grant] = {
    Permission.READ: {
        Standing.OUTSIDER: _FROM_AMENDING,
        **_grant(_ALL, Standing.OBSERVER, *_WRITERS, Standing.ADMINISTRATOR),
    },
    Permission.READ_DISCUSSION: _grant(_ALL, Standing.OBSERVER, *_WRITERS),
    Permission.COMMENT: _grant(_DISCUSSING, Standing.OBSERVER, *_WRITERS),
    Permission.RESOLVE_THREAD: _grant(_DISCUSSING, *_WRITERS),
    Permission.EDIT_ORIGINAL: {Standing.DELEGATE: _DRAFTING, **_grant(_WRITING, *_STEERING)},
    Permission.EDIT_TRANSLATION: _grant(_TRANSLATING, *_WRITERS),
    Permission.PROPOSE_AMENDMENT: _grant(_AMENDING, *_WRITERS),
    Permission.DECIDE_AMENDMENT: _grant(_AMENDING, *_STEERING),
    Permission.CREATE_POSITION: _grant(_ALL, Standing.COORDINATOR),
    Permission.UPDATE_POSITION: _grant(_LIVING, Standing.COORDINATOR),
    Permission.PARTICIPATE: _grant(_JOINING, Standing.OUTSIDER, *_TOWNS),
    Permission.INVITE: _grant(_JOINING, Standing.COORDINATOR),
    Permission.CHOOSE_ROUTE: _grant(_JOINING, Standing.COORDINATOR),
    Permission.OPEN_ROUND: _grant(stages_of(Action.OPEN_ROUND), Standing.COORDINATOR),
    Permission.CLOSE_ROUND: _grant(stages_of(Action.FAIL_ROUND), Standing.COORDINATOR),
    Permission.RECORD_VOTES: _grant(stages_of(Action.FAIL_ROUND), Standing.COORDINATOR),
    Permission.REMIND: _grant(_REMINDING, Standing.COORDINATOR),
    Permission.VOTE: _grant(_ALL, Standing.OUTSIDER, *_TOWNS),
    Permission.SETTLE_RATIFICATION: _grant(_ALL, Standing.OUTSIDER, *_WRITERS),
    Permission.ADD_TRANSLATION: _grant(_TRANSLATING, *_WRITERS),
    Permission.APPROVE_TRANSLATION: _grant(_PUBLISHABLE, Standing.COORDINATOR),
    Permission.ANNEX_STATEMENT: _grant(_ANNEXING, Standing.OUTSIDER, *_WRITERS),
    Permission.WITHDRAW_SIGNATURE: _grant(_ADOPTED_ON, Standing.OUTSIDER, *_WRITERS),
    Permission.CORRECT_TEXT: _grant(_PUBLISHABLE, Standing.COORDINATOR),
    Permission.ATTACH_FILE: _grant(_LIVING, *_STEERING),
    Permission.RECORD_SUBMISSION: _grant(stages_of(Action.SUBMIT), Standing.COORDINATOR),
    Permission.RECORD_REPLY: _grant(_SUBMITTED, Standing.COORDINATOR),
    Permission.RECORD_UPTAKE: _grant(_SUBMITTED, Standing.COORDINATOR),
    Permission.WRITE_REPORT: _grant(_SUBMITTED, Standing.COORDINATOR),
    **{
        Permission(action.value): _grant(stages_of(action), Standing.COORDINATOR)
        for action in (
            Action.START_DRAFTING,
            Action.OPEN_AMENDING,
            Action.REOPEN_DRAFTING,
            Action.PUBLISH,
            Action.UNPUBLISH,
            Action.CLOSE,
            Action.REOPEN,
            Action.WITHDRAW,
        )
    },
}

SCOPES: dict[Permission, Scope] = {
    Permission.READ: Scope.READ,
    Permission.READ_DISCUSSION: Scope.READ,
    Permission.COMMENT: Scope.COMMENT,
    Permission.RESOLVE_THREAD: Scope.COMMENT,
    Permission.VOTE: Scope.VOTE,
    Permission.RECORD_VOTES: Scope.VOTE,
    Permission.SETTLE_RATIFICATION: Scope.VOTE,
    Permission.ANNEX_STATEMENT: Scope.VOTE,
    Permission.WITHDRAW_SIGNATURE: Scope.VOTE,
}
"""The scope a token needs; WRITE for everything that is not named here."""


@dataclass(frozen=True)
class Allowed:
    """A yes."""


@dataclass(frozen=True)
class Denied:
    """A no, with the refusal that says why."""

    refusal: Refusal


Decision = Allowed | Denied

_STANDING_OF_ROLE = {
    Role.COORDINATOR: Standing.COORDINATOR,
    Role.ADMINISTRATOR: Standing.ADMINISTRATOR,
    Role.OBSERVER: Standing.OBSERVER,
}


def standing(
    membership: Membership | None, lead_id: OrganizationId | None, participant_ids: frozenset[OrganizationId]
) -> Standing:
    """What somebody under this membership is to the position led by `lead_id` with these participants."""
    if membership is None:
        return Standing.ANONYMOUS
    if membership.role in _STANDING_OF_ROLE:
        return _STANDING_OF_ROLE[membership.role]
    if membership.organization_id == lead_id:
        return Standing.LEAD
    return Standing.DELEGATE if membership.organization_id in participant_ids else Standing.OUTSIDER


def can(permission: Permission, actor: Actor, where: Standing, stage: Stage) -> Decision:
    """Whether the actor, being `where` to the position at this stage, holds the permission."""
    if actor.is_anonymous:
        return Denied(Unauthenticated("sign_in_required"))
    scope = SCOPES.get(permission, Scope.WRITE)
    if not actor.has_scope(scope):
        return Denied(Forbidden("scope_missing", scope=scope.value))
    stages = PERMISSIONS[permission].get(where)
    if stages is None:
        return Denied(Forbidden("role_forbids", permission=permission.value))
    if stage not in stages:
        return Denied(StageForbids("stage_forbids", stage=stage.value, action=permission.value))
    return Allowed()


def demand(permission: Permission, actor: Actor, where: Standing, stage: Stage) -> None:
    """Raise the refusal when `can` says no."""
    decision = can(permission, actor, where, stage)
    if isinstance(decision, Denied):
        raise decision.refusal


def allowed(actor: Actor, where: Standing, stage: Stage) -> tuple[Permission, ...]:
    """Everything the actor may do now, in the enum's order: what clients read as `viewerCan`."""
    return tuple(
        permission for permission in Permission if isinstance(can(permission, actor, where, stage), Allowed)
    )
