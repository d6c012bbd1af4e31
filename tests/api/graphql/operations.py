"""Every mutation on a position that clients may send: the permission it needs, and an input that is right.

A mutation of the schema that is missing here fails the matrix test, so that none is ever left unwalked.
"""

from collections.abc import Callable
from dataclasses import dataclass

from positions.lifecycle import Action
from positions.permissions import Permission


@dataclass(frozen=True)
class Keys:
    """What a paper of the matrix holds, by id."""

    reference: str
    document_id: str
    updated_at: str
    thread_id: str
    amendment_id: str
    round_id: str
    vote_id: str
    reservation_id: str
    submission_id: str
    statement_id: str
    attachment_id: str


@dataclass(frozen=True)
class Operation:
    """One mutation: its field, the permission it needs, its input, and its name where a field has several."""

    field: str
    permission: Permission
    given: Callable[[Keys], dict[str, object]]
    case: str = ""
    needs: Permission = Permission.READ

    @property
    def name(self) -> str:
        """What a failing test is called."""
        return f"{self.field}{self.case}"

    @property
    def document(self) -> str:
        """The GraphQL document."""
        kind = self.field[0].upper() + self.field[1:] + "Input"
        return f"mutation($input: {kind}!) {{ {self.field}(input: $input) {{ userErrors {{ path code message }} }} }}"


LATER = "2099-01-01T12:00:00Z"
ACT = {"body": "Consell d'Alcaldes", "date": "2026-11-20", "reference": "Acta 1"}


def _moves() -> tuple[Operation, ...]:
    actions = list(Action)[: list(Action).index(Action.WITHDRAW) + 1]
    return tuple(
        Operation(
            "moveStage",
            Permission(action.value),
            lambda keys, action=action: {  # type: ignore[misc]  # a default binds the loop's value
                "reference": keys.reference,
                "action": action.value,
                "reason": "Motiu",
            },
            f" {action.value}",
        )
        for action in actions
    )


def _passage(keys: Keys) -> dict[str, object]:
    return {"documentId": keys.document_id, "number": 0, "sourceSha256": "", "expected": None}


def _brought(keys: Keys) -> dict[str, object]:
    """One change of a Word file, to become an amendment of version 1."""
    change = {"start": 0, "end": 0, "proposedText": "Nou. ", "importedAuthor": "Maria Puig"}
    return {"documentId": keys.document_id, "versionNumber": 1, "changes": [change]}


ON_POSITIONS: tuple[Operation, ...] = (
    Operation(
        "updatePosition",
        Permission.UPDATE_POSITION,
        lambda keys: {
            "reference": keys.reference,
            "expectedUpdatedAt": keys.updated_at,
            "titles": [{"language": "ca", "text": "Un altre títol"}],
        },
    ),
    *_moves(),
    Operation(
        "editDraft",
        Permission.EDIT_ORIGINAL,
        lambda keys: {"documentId": keys.document_id, "baseVersion": 1, "text": "# Tot nou\n"},
    ),
    Operation(
        "saveVersion", Permission.EDIT_ORIGINAL, lambda keys: {"documentId": keys.document_id, "label": "v9"}
    ),
    Operation(
        "restoreVersion", Permission.EDIT_ORIGINAL, lambda keys: {"documentId": keys.document_id, "number": 1}
    ),
    Operation(
        "addTranslation",
        Permission.ADD_TRANSLATION,
        lambda keys: {"reference": keys.reference, "language": "oc", "sourceVersion": 1},
    ),
    Operation(
        "translateBlock", Permission.EDIT_TRANSLATION, lambda keys: {**_passage(keys), "text": "# Text"}
    ),
    Operation("confirmTranslatedBlock", Permission.EDIT_TRANSLATION, _passage),
    Operation(
        "followSource",
        Permission.EDIT_TRANSLATION,
        lambda keys: {"documentId": keys.document_id, "sourceVersion": 1},
    ),
    Operation(
        "approveTranslation",
        Permission.APPROVE_TRANSLATION,
        lambda keys: {"documentId": keys.document_id, "number": 1, "sourceVersion": 1},
    ),
    Operation("markRead", Permission.READ, lambda keys: {"documentId": keys.document_id}),
    Operation(
        "startThread",
        Permission.COMMENT,
        lambda keys: {"documentId": keys.document_id, "body": "Un comentari"},
    ),
    Operation("importChanges", Permission.PROPOSE_AMENDMENT, _brought),
    Operation(
        "reply",
        Permission.COMMENT,
        lambda keys: {"threadId": keys.thread_id, "body": "Una resposta"},
        needs=Permission.READ_DISCUSSION,
    ),
    Operation(
        "resolveThread",
        Permission.RESOLVE_THREAD,
        lambda keys: {"threadId": keys.thread_id},
        needs=Permission.READ_DISCUSSION,
    ),
    Operation(
        "reopenThread",
        Permission.RESOLVE_THREAD,
        lambda keys: {"threadId": keys.thread_id},
        needs=Permission.READ_DISCUSSION,
    ),
    Operation(
        "proposeAmendment",
        Permission.PROPOSE_AMENDMENT,
        lambda keys: {
            "documentId": keys.document_id,
            "versionNumber": 1,
            "start": 0,
            "end": 1,
            "proposedText": "##",
            "justification": "Perquè sí",
        },
    ),
    Operation(
        "withdrawAmendment", Permission.PROPOSE_AMENDMENT, lambda keys: {"amendmentId": keys.amendment_id}
    ),
    Operation(
        "decideAmendment",
        Permission.DECIDE_AMENDMENT,
        lambda keys: {"amendmentId": keys.amendment_id, "decision": "REJECT", "reason": "No"},
    ),
    Operation(
        "decideAmendments",
        Permission.DECIDE_AMENDMENT,
        lambda keys: {
            "documentId": keys.document_id,
            "decisions": [{"amendmentId": keys.amendment_id, "decision": "REJECT", "reason": "No"}],
        },
    ),
    Operation(
        "openRound",
        Permission.OPEN_ROUND,
        lambda keys: {
            "reference": keys.reference,
            "versionNumber": 1,
            "closesAt": LATER,
            "name": "Ronda",
            "rule": {"preset": "SIMPLE_MAJORITY"},
        },
    ),
    Operation(
        "castVote",
        Permission.VOTE,
        lambda keys: {
            "roundId": keys.round_id,
            "choice": "APPROVE",
            "mandate": {"kind": "MAYOR_DECREE", "date": "2026-11-20"},
        },
    ),
    Operation(
        "recordVotes",
        Permission.RECORD_VOTES,
        lambda keys: {
            "roundId": keys.round_id,
            "votes": [{"organizationCode": "08019", "choice": "APPROVE"}],
            "act": ACT,
        },
    ),
    Operation(
        "annexStatement",
        Permission.ANNEX_STATEMENT,
        lambda keys: {"roundId": keys.round_id, "kind": "MINUTES", "text": "Hi som."},
    ),
    Operation("signStatement", Permission.ANNEX_STATEMENT, lambda keys: {"statementId": keys.statement_id}),
    Operation(
        "withdrawSignature",
        Permission.WITHDRAW_SIGNATURE,
        lambda keys: {"reference": keys.reference, "withdrawnOn": "2026-11-23", "act": ACT},
    ),
    Operation(
        "correctText",
        Permission.CORRECT_TEXT,
        lambda keys: {
            "documentId": keys.document_id,
            "text": "# Text\n\nUn paràgraf corregit.\n",
            "reason": "Errada",
            "expectedVersion": 1,
        },
    ),
    Operation(
        "confirmApproval",
        Permission.VOTE,
        lambda keys: {
            "roundId": keys.round_id,
            "mandate": {"kind": "MAYOR_DECREE", "date": "2026-11-20"},
        },
    ),
    Operation("confirmVote", Permission.VOTE, lambda keys: {"voteId": keys.vote_id}),
    Operation(
        "askConfirmation",
        Permission.RECORD_VOTES,
        lambda keys: {"roundId": keys.round_id, "forOrganizationCode": "08101", "reason": "Nou govern"},
    ),
    Operation(
        "settleRatification",
        Permission.SETTLE_RATIFICATION,
        lambda keys: {"voteId": keys.vote_id, "outcome": "CONFIRMED", "act": ACT},
    ),
    Operation("liftReservation", Permission.VOTE, lambda keys: {"reservationId": keys.reservation_id}),
    Operation(
        "recordSubmission",
        Permission.RECORD_SUBMISSION,
        lambda keys: {
            "reference": keys.reference,
            "versions": [{"language": "en", "number": 1}],
            "institutionCode": "EC",
            "channel": "LETTER",
            "sentAt": "2026-11-20T12:00:00Z",
        },
    ),
    Operation(
        "registerSubmission",
        Permission.RECORD_REPLY,
        lambda keys: {
            "submissionId": keys.submission_id,
            "externalReference": "S/14",
            "registeredOn": "2026-11-21",
        },
    ),
    Operation("removeAttachment", Permission.ATTACH_FILE, lambda keys: {"attachmentId": keys.attachment_id}),
    Operation(
        "recordReply",
        Permission.RECORD_REPLY,
        lambda keys: {"submissionId": keys.submission_id, "kind": "RECEIPT", "at": "2026-11-21T12:00:00Z"},
    ),
    Operation(
        "chooseRoute",
        Permission.CHOOSE_ROUTE,
        lambda keys: {"reference": keys.reference, "routeKey": "mayors"},
    ),
    Operation(
        "closeRound",
        Permission.CLOSE_ROUND,
        lambda keys: {"roundId": keys.round_id, "outcome": "VOID", "reason": "Motiu"},
    ),
    Operation(
        "recallRound",
        Permission.CLOSE_ROUND,
        lambda keys: {"roundId": keys.round_id, "reason": "Motiu"},
    ),
    Operation(
        "extendRound",
        Permission.CLOSE_ROUND,
        lambda keys: {"roundId": keys.round_id, "closesAt": "2099-11-21T12:00:00Z", "reason": "Motiu"},
    ),
    Operation("remindOrganizations", Permission.REMIND, lambda keys: {"roundId": keys.round_id}),
    Operation(
        "recordUptake",
        Permission.RECORD_UPTAKE,
        lambda keys: {
            "reference": keys.reference,
            "askKey": "D1",
            "institutionCode": "EC",
            "status": "NOTED",
        },
    ),
    Operation(
        "writeConclusion",
        Permission.WRITE_REPORT,
        lambda keys: {"reference": keys.reference, "language": "ca", "text": "S'ha fet sentir."},
    ),
)
"""The mutations whose permission depends on standing and stage alone."""

OF_THEIR_OWN = {
    "createPosition": "there is no position yet: walked by role",
    "setParticipation": "two permissions, by whose participation it is: walked by role and stage",
    "updateChannel": "a register's entry: walked by role with the channels",
    "updateViewer": "one's own language",
    "markNoticesSeen": "one's own notices",
    "setCadence": "one's own mail",
    "renewCalendarLink": "one's own calendar",
    "endCalendarLink": "one's own calendar",
    "setHolidays": "the register's: walked by role in test_holidays.py",
    "importHolidays": "the register's: walked by role in test_holidays.py",
    "sendMailAgain": "the outbox is the administrators': walked by role in test_notices.py",
    "inviteMember": "the register's: walked by role in test_registering.py",
    "revokeInvitation": "the register's: walked by role in test_registering.py",
    "addMembership": "the register's: walked by role in test_registering.py",
    "endMembership": "the register's: walked by role in test_registering.py",
    "setVoteConfirmation": "the register's: walked by role in test_confirming.py",
    "saveRoute": "the register's: walked by role in test_routing.py",
    "retireRoute": "the register's: walked by role in test_routing.py",
    "reinstateRoute": "the register's: walked by role in test_routing.py",
    "suspendOrganization": "the register's: walked by role in test_suspending.py",
    "reinstateOrganization": "the register's: walked by role in test_suspending.py",
    "mergeOrganization": "the register's: walked by role in test_suspending.py",
    "setLetterhead": "the register's: walked by role in test_letterheads.py",
    "revokeSession": "one's own session",
    "revokeOtherSessions": "one's own sessions",
    "createToken": "one's own token",
    "revokeToken": "one's own token",
}
