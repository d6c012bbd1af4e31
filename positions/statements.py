"""Statements that organizations annex to the text a round decides: for the minutes, or a dissenting opinion, single or joint.

A statement never changes the text. It is plain paragraphs, and belongs to its round: what a failed or void round heard is
annexed to nothing. Named organizations sign by their own act; a dissent falls where its signatory approves after all.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from positions.errors import AlreadyDone, Invalid, NotEligible, RoundClosed
from positions.headings import plain_text
from positions.rounds import RoundStatus
from positions.rules import Silence

MAX_TEXT = 5_000
"""In code points."""

_LINE_END = re.compile(r"[ \t]+\n")
_GAP = re.compile(r"\n{2,}")


class StatementKind(StrEnum):
    """What a statement is: a declaration for the minutes by anybody called to vote, or the opinion of who did not approve."""

    MINUTES = "MINUTES"
    DISSENT = "DISSENT"


@dataclass(frozen=True, slots=True)
class Hearing:
    """What statements are checked against: a round's status and silence, who was called, and who approves in it."""

    status: RoundStatus
    silence: Silence
    electorate: Collection[str]
    approving: Collection[str] = ()


def statement_text(text: str) -> str:
    """The text in normal form, one empty line between its paragraphs; Invalid or LimitExceeded for what is no text."""
    found = plain_text(text, ["text"], limit=MAX_TEXT)
    return _GAP.sub("\n\n", _LINE_END.sub("\n", found))


def check_statement(kind: StatementKind, organizations: Sequence[str], hearing: Hearing) -> None:
    """Refuse a statement that may not be annexed: Invalid, RoundClosed or NotEligible, in this order."""
    if not organizations:
        raise Invalid("statement_of_nobody", ["organizationCodes"])
    if hearing.silence is not Silence.NONE:
        raise Invalid("statement_under_silence", ["roundId"])
    for code in organizations:
        _check_kind(kind, code, hearing)
    check_hearing(hearing)
    for code in organizations:
        if code not in hearing.electorate:
            raise NotEligible("not_eligible", ["organizationCodes"], organization=code)


def check_signing(
    kind: StatementKind,
    organization: str,
    hearing: Hearing,
    *,
    named: Collection[str],
    signed: Collection[str],
) -> None:
    """Refuse a signature that may not be: Invalid, RoundClosed, NotEligible or AlreadyDone, in this order."""
    _check_kind(kind, organization, hearing)
    check_hearing(hearing)
    if organization not in named:
        raise NotEligible("statement_names_others", ["organizationCode"], organization=organization)
    if organization in signed:
        raise AlreadyDone("statement_signed", ["statementId"])


def takes_statements(hearing: Hearing) -> bool:
    """Whether the round hears statements: while it decides, and once it has passed."""
    return hearing.silence is Silence.NONE and hearing.status in {RoundStatus.OPEN, RoundStatus.PASSED}


def check_hearing(hearing: Hearing) -> None:
    """RoundClosed for a round that has not opened, or that failed or was voided."""
    if hearing.status not in {RoundStatus.OPEN, RoundStatus.PASSED}:
        is_early = hearing.status is RoundStatus.SCHEDULED
        raise RoundClosed("round_not_yet_open" if is_early else "round_hears_nothing", ["roundId"])


def standing(kind: StatementKind, signed: Sequence[str], approving: Collection[str]) -> tuple[str, ...]:
    """Those whose signature counts: who approves dissents from nothing."""
    return tuple(code for code in signed if kind is not StatementKind.DISSENT or code not in approving)


def _check_kind(kind: StatementKind, code: str, hearing: Hearing) -> None:
    if kind is StatementKind.DISSENT and code in hearing.approving:
        raise Invalid("dissent_of_approval", ["kind"], organization=code)
