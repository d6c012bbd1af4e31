"""Identifiers: a prefix that says what the row is, and a ULID that sorts by time.

They are the public ids of the API as they stand (`[A-Za-z0-9_-]+`). Time and randomness come from the caller.
"""

import re
from typing import NewType

OrganizationId = NewType("OrganizationId", str)
MemberId = NewType("MemberId", str)
MembershipId = NewType("MembershipId", str)
SessionId = NewType("SessionId", str)
TokenId = NewType("TokenId", str)
InstitutionId = NewType("InstitutionId", str)
PositionId = NewType("PositionId", str)
DocumentId = NewType("DocumentId", str)
VersionId = NewType("VersionId", str)
ThreadId = NewType("ThreadId", str)
CommentId = NewType("CommentId", str)
AmendmentId = NewType("AmendmentId", str)
RoundId = NewType("RoundId", str)
VoteId = NewType("VoteId", str)
ReservationId = NewType("ReservationId", str)
StatementId = NewType("StatementId", str)
SubmissionId = NewType("SubmissionId", str)
ReplyId = NewType("ReplyId", str)
AttachmentId = NewType("AttachmentId", str)
UptakeId = NewType("UptakeId", str)
InvitationId = NewType("InvitationId", str)
ConfirmationId = NewType("ConfirmationId", str)
CertificateId = NewType("CertificateId", str)
SuspensionId = NewType("SuspensionId", str)
NoticeId = NewType("NoticeId", str)
MailId = NewType("MailId", str)

KINDS: dict[str, str] = {
    "org": "Organization",
    "mem": "Member",
    "msh": "Membership",
    "ses": "Session",
    "tok": "Token",
    "ins": "Institution",
    "pos": "Position",
    "doc": "Document",
    "ver": "Version",
    "thr": "Thread",
    "com": "Comment",
    "amd": "Amendment",
    "rnd": "Round",
    "vot": "Vote",
    "res": "Reservation",
    "evt": "Event",
    "stm": "Statement",
    "sub": "Submission",
    "rep": "Reply",
    "att": "Attachment",
    "upt": "Uptake",
    "inv": "Invitation",
    "cnf": "Confirmation",
    "cer": "Certificate",
    "sus": "Suspension",
    "ntc": "Notice",
    "mai": "Mail",
}

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_SHAPE = re.compile(r"([a-z]{3})_[0-9a-hjkmnp-tv-z]{26}")


def make_id(prefix: str, milliseconds: int, randomness: bytes) -> str:
    """A fresh id from a Unix time in milliseconds and ten random bytes (ULID layout, Crockford base 32)."""
    if prefix not in KINDS:
        raise ValueError(prefix)
    number = (milliseconds << 80) | int.from_bytes(randomness[:10], "big")
    digits = [_ALPHABET[(number >> shift) & 31] for shift in range(125, -1, -5)]
    return f"{prefix}_{''.join(digits)}"


def kind_of(identifier: str) -> str | None:
    """The type name an id belongs to, or None when it is no id of ours."""
    match = _SHAPE.fullmatch(identifier)
    return KINDS.get(match[1]) if match else None
