"""The record: what happened, in hash chains that show every later change.

Each event's hash covers the canonical JSON (RFC 8785) of its chain, sequence, tag, time, actor, body and the hash before
it, so that anyone can recompute it. A chain starts at GENESIS. What names a person stands in a body only as a salted
commitment: erasing the salt and the value elsewhere leaves the chain whole and the person unknown.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypedDict, Unpack

import rfc8785

GENESIS = "0" * 64
"""What stands before the first event of a chain."""

SHORTEST_SALT = 32
"""In hexadecimal digits: 128 bits, so that no value can be guessed from its commitment."""

Json = str | int | None | list["Json"] | dict[str, "Json"]


class Tag(StrEnum):
    """What can happen, as `subject:action`; the last group stands in the register's chain, the others in a position's."""

    POSITION_CREATED = "position:created"
    POSITION_UPDATED = "position:updated"
    POSITION_PUBLISHED = "position:published"
    POSITION_UNPUBLISHED = "position:unpublished"
    PARTICIPATION_CHANGED = "participation:changed"
    STAGE_MOVED = "stage:moved"
    DOCUMENT_ADDED = "document:added"
    DRAFT_EDITED = "draft:edited"
    VERSION_SAVED = "version:saved"
    VERSION_RESTORED = "version:restored"
    TRANSLATION_FOLLOWED = "translation:followed"
    TRANSLATION_APPROVED = "translation:approved"
    THREAD_STARTED = "thread:started"
    THREAD_RESOLVED = "thread:resolved"
    THREAD_REOPENED = "thread:reopened"
    COMMENT_ADDED = "comment:added"
    AMENDMENT_PROPOSED = "amendment:proposed"
    AMENDMENT_WITHDRAWN = "amendment:withdrawn"
    AMENDMENT_DECIDED = "amendment:decided"
    AMENDMENT_FELL = "amendment:fell"
    ROUND_SCHEDULED = "round:scheduled"
    ROUND_OPENED = "round:opened"
    ROUND_CLOSED = "round:closed"
    ROUND_VOIDED = "round:voided"
    ROUND_RECALLED = "round:recalled"
    ROUND_EXTENDED = "round:extended"
    ROUND_REMINDED = "round:reminded"
    NOTICE_GIVEN = "notice:given"
    ROUTE_CHOSEN = "route:chosen"
    VOTE_CAST = "vote:cast"
    VOTE_RECORDED = "vote:recorded"
    VOTE_RATIFIED = "vote:ratified"
    VOTE_PREPARED = "vote:prepared"
    VOTE_CONFIRMED = "vote:confirmed"
    CONFIRMATION_ASKED = "confirmation:asked"
    CERTIFICATE_ADDED = "certificate:added"
    RESERVATION_LIFTED = "reservation:lifted"
    RESERVATION_MAINTAINED = "reservation:maintained"
    STATEMENT_ANNEXED = "statement:annexed"
    STATEMENT_SIGNED = "statement:signed"
    SIGNATURE_WITHDRAWN = "signature:withdrawn"
    VERSION_CORRECTED = "version:corrected"
    ATTACHMENT_ADDED = "attachment:added"
    ATTACHMENT_REMOVED = "attachment:removed"
    SUBMISSION_RECORDED = "submission:recorded"
    SUBMISSION_REGISTERED = "submission:registered"
    REPLY_RECORDED = "reply:recorded"
    UPTAKE_RECORDED = "uptake:recorded"
    REPORT_WRITTEN = "report:written"

    ORGANIZATION_ADDED = "organization:added"
    ORGANIZATION_UPDATED = "organization:updated"
    ORGANIZATION_SUSPENDED = "organization:suspended"
    ORGANIZATION_REINSTATED = "organization:reinstated"
    ROUTE_UPDATED = "route:updated"
    HOLIDAYS_UPDATED = "holidays:updated"
    CHANNEL_UPDATED = "channel:updated"
    MEMBER_ADDED = "member:added"
    MEMBER_UPDATED = "member:updated"
    MEMBER_ERASED = "member:erased"
    MEMBERSHIP_ADDED = "membership:added"
    MEMBERSHIP_ENDED = "membership:ended"
    INVITATION_SENT = "invitation:sent"
    INVITATION_ACCEPTED = "invitation:accepted"
    INVITATION_REVOKED = "invitation:revoked"
    IDENTITY_LINKED = "identity:linked"
    TOKEN_CREATED = "token:created"
    TOKEN_REVOKED = "token:revoked"
    SESSION_STARTED = "session:started"
    SESSION_ENDED = "session:ended"


class Entry(TypedDict):
    """What an event's hash covers; the actor is a membership's id, None for the system itself."""

    chain: str
    sequence: int
    tag: str
    at: datetime
    actor: str | None
    body: Mapping[str, object]
    previous_hash: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """An event at its place in a chain; `body` is its canonical JSON text."""

    chain: str
    sequence: int
    tag: str
    at: datetime
    actor: str | None
    body: str
    previous_hash: str
    hash: str


class Fault(StrEnum):
    """How a chain can fail to hold."""

    CHAIN = "CHAIN"
    SEQUENCE = "SEQUENCE"
    PREVIOUS_HASH = "PREVIOUS_HASH"
    BODY = "BODY"
    HASH = "HASH"
    HEAD = "HEAD"


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a chain first fails to hold: the sequence expected there, and how."""

    sequence: int
    fault: Fault


def moment(at: datetime) -> str:
    """An aware time in UTC with microseconds, the one way it is written into a hash."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def canonical(value: object) -> str:
    """The value's canonical JSON; TypeError for a fraction or anything that is no JSON."""
    return rfc8785.dumps(_json(value)).decode()


def commit(value: str, salt: str) -> str:
    """A commitment to a value, in hexadecimal: it shows nothing without the salt, and fits no other value."""
    if len(salt) < SHORTEST_SALT:
        raise ValueError("the salt is too short")
    return _sha256(canonical({"salt": salt, "value": value}))


def seal(**entry: Unpack[Entry]) -> Sealed:
    """The event with its hash."""
    body = canonical(entry["body"])
    covered = {**entry, "at": moment(entry["at"]), "tag": str(entry["tag"])}
    return Sealed(
        chain=entry["chain"],
        sequence=entry["sequence"],
        tag=str(entry["tag"]),
        at=entry["at"],
        actor=entry["actor"],
        body=body,
        previous_hash=entry["previous_hash"],
        hash=_sha256(canonical(covered)),
    )


def verify_chain(chain: Iterable[Sealed], *, head: str | None = None) -> Difference | None:
    """The first place where a chain, read from its start, does not hold; None when it does.

    With the hash that should stand last, a chain that was cut short shows too.
    """
    previous, sequence, name = GENESIS, 0, None
    for event in chain:
        sequence += 1
        fault = _fault(event, sequence=sequence, previous=previous, name=name)
        if fault:
            return Difference(sequence, fault)
        previous, name = event.hash, event.chain
    if head is not None and head != previous:
        return Difference(sequence + 1, Fault.HEAD)
    return None


def _fault(event: Sealed, *, sequence: int, previous: str, name: str | None) -> Fault | None:
    if event.sequence != sequence:
        return Fault.SEQUENCE
    if name is not None and event.chain != name:
        return Fault.CHAIN
    if event.previous_hash != previous:
        return Fault.PREVIOUS_HASH
    try:
        body = json.loads(event.body)
        is_canonical = isinstance(body, dict) and canonical(body) == event.body
    except (ValueError, TypeError, RecursionError):
        return Fault.BODY
    if not is_canonical:
        return Fault.BODY
    again = seal(
        chain=event.chain,
        sequence=event.sequence,
        tag=event.tag,
        at=event.at,
        actor=event.actor,
        body=body,
        previous_hash=event.previous_hash,
    )
    return None if again.hash == event.hash else Fault.HASH


def _json(value: object) -> Json:
    match value:
        case None | bool() | int():
            return value
        case str():
            return str(value)
        case datetime():
            return moment(value)
        case date():
            return value.isoformat()
        case Mapping():
            return {_key(key): _json(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_json(inner) for inner in value]
        case _:
            raise TypeError(f"{type(value).__name__} is no JSON")


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError("a key of JSON is a text")
    return str(key)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
