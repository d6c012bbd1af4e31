"""Record what followed a submission: its entry in the exit register, and what came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from positions.actors import Actor
from positions.deadlines import day_of
from positions.errors import Invalid, LimitExceeded
from positions.events import Tag
from positions.headings import plain_text
from positions.links import web_link
from positions.models.submissions import Attachment, Registration, Reply, Submission
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.lookups import among
from positions.queries.submissions import see_submission
from positions.services.idempotency import Key, recall, remember
from positions.services.record import record
from positions.services.unit_of_work import UnitOfWork
from positions.submissions import LONGEST_BODY, ReplyKind, check_registered, check_reply, register_number
from positions.versions import sha256_of

MAX_ATTACHMENTS = 20


@dataclass(frozen=True)
class RecordReply:
    """A receipt, an answer or a meeting; the files that prove it were attached to the position before."""

    submission_id: str
    kind: ReplyKind
    at: datetime
    reference: str | None = None
    body: str | None = None
    url: str | None = None
    attachment_ids: Sequence[str] = ()
    organization_code: str | None = None


@dataclass(frozen=True)
class RegisterSubmission:
    """The number and the day under which a submission stands in the exit register."""

    submission_id: str
    external_reference: str
    registered_on: date
    organization_code: str | None = None


async def record_reply(
    work: UnitOfWork, actor: Actor, request: RecordReply, key: Key | None = None
) -> Submission:
    """Record what came back; it can be added to, not changed."""
    access, submission = await see_submission(work.session, actor, request.submission_id, lock=True)
    if await recall(work, key) is not None:
        return submission
    membership = access.demand(Permission.RECORD_REPLY, request.organization_code)
    check_reply(request.at, sent_at=submission.sent_at, now=work.now)
    reply = Reply(
        id=work.new_id("rep"),
        submission_id=submission.id,
        kind=request.kind.value,
        at=request.at,
        reference=register_number(request.reference, ["reference"]),
        body=_body(request.body),
        url=_url(request.url),
        membership_id=membership.id,
        recorded_at=work.now,
    )
    proofs = await _proofs(work, access, request.attachment_ids)
    work.session.add(reply)
    await work.session.flush()
    for proof in proofs:
        proof.reply_id = reply.id
    remember(work, key, {"reply": reply.id})
    told = {
        "reply": reply.id,
        "submission": submission.id,
        "kind": reply.kind,
        "at": reply.at,
        "reference": reply.reference,
        "body_sha256": reply.body and sha256_of(reply.body),
        "url_sha256": reply.url and sha256_of(reply.url),
        "attachments": [{"attachment": proof.id, "sha256": proof.sha256} for proof in proofs],
    }
    await record(work, access.position, Tag.REPLY_RECORDED, membership, told)
    return submission


async def register_submission(work: UnitOfWork, actor: Actor, request: RegisterSubmission) -> Submission:
    """Record the entry in the exit register where it came after the sealing; a later entry corrects an earlier one.

    The same again changes nothing.
    """
    access, submission = await see_submission(work.session, actor, request.submission_id, lock=True)
    membership = access.demand(Permission.RECORD_REPLY, request.organization_code)
    number = register_number(request.external_reference, ["externalReference"])
    if number is None:
        raise Invalid("text_blank", ["externalReference"])
    check_registered(request.registered_on, day_of(work.now))
    known = submission.registrations[-1:]
    if [(one.external_reference, one.registered_on) for one in known] == [(number, request.registered_on)]:
        return submission
    entry = Registration(
        submission_id=submission.id,
        number=len(submission.registrations) + 1,
        external_reference=number,
        registered_on=request.registered_on,
        membership_id=membership.id,
        recorded_at=work.now,
    )
    work.session.add(entry)
    told = {
        "submission": submission.id,
        "number": entry.number,
        "external_reference": number,
        "registered_on": request.registered_on,
    }
    await record(work, access.position, Tag.SUBMISSION_REGISTERED, membership, told)
    return submission


def _body(text: str | None) -> str | None:
    return plain_text(text, ["body"], limit=LONGEST_BODY) if text and text.strip() else None


def _url(text: str | None) -> str | None:
    return web_link(text, ["url"]) if text and text.strip() else None


async def _proofs(work: UnitOfWork, access: Access, ids: Sequence[str]) -> list[Attachment]:
    """The attachments named: of this position, not removed, and not yet another reply's."""
    if len(ids) > MAX_ATTACHMENTS:
        raise LimitExceeded("list_too_long", ["attachmentIds"], limit=MAX_ATTACHMENTS)
    statement = select(Attachment).where(
        Attachment.position_id == access.position.id,
        among(Attachment.id, ids),
        Attachment.removed_at.is_(None),
        Attachment.reply_id.is_(None),
    )
    found = list(await work.session.scalars(statement.order_by(Attachment.id)))
    if {one.id for one in found} != set(ids):
        raise Invalid("attachment_unknown", ["attachmentIds"])
    return found
