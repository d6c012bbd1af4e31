"""Mutations of submissions: record one, its entry in the register, and what came back."""

from datetime import date, datetime

import strawberry

from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from api.graphql.submissions import Submission, load_submission
from positions.institutions import ChannelKind
from positions.services.idempotency import key
from positions.services.replies import RecordReply, RegisterSubmission, record_reply, register_submission
from positions.services.submissions import (
    ChosenVersion,
    RecordSubmission,
    prepare_submission,
    record_submission,
)
from positions.submissions import ReplyKind

_ACTING = "Whom the member acts for; needed only with several organizations."
_REPEATS = "Repeats with this key do it once."


@strawberry.input(description="A version to send.")
class SentVersionInput:
    """A version by language and number."""

    language: str = strawberry.field(description="Its language.")
    number: int = strawberry.field(description="Its number.")


@strawberry.input(description="What was sent, to whom and how; the dossier is sealed with it.")
class RecordSubmissionInput:
    """A submission."""

    reference: str = strawberry.field(description="The position.")
    versions: list[SentVersionInput] = strawberry.field(
        description="The adopted text and approved translations; at least one in a language that the channel takes."
    )
    institution_code: str = strawberry.field(description="The addressee.")
    channel: ChannelKind = strawberry.field(description="The way it was sent.")
    sent_at: datetime = strawberry.field(description="When; not in the future.")
    external_reference: str | None = strawberry.field(
        default=None, description="Its number in the exit register."
    )
    registered_on: date | None = strawberry.field(default=None, description="The day of that entry.")
    cover_text: str | None = strawberry.field(
        default=None,
        description="What was written in the channel's own form; it becomes a file of the dossier.",
    )
    cover_language: str | None = strawberry.field(default=None, description="The language of that text.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)
    idempotency_key: str | None = strawberry.field(default=None, description=_REPEATS)


@strawberry.input(description="The entry in the exit register, where it came after the sealing.")
class RegisterSubmissionInput:
    """A number and a day."""

    submission_id: strawberry.ID = strawberry.field(description="The submission.")
    external_reference: str = strawberry.field(description="The number.")
    registered_on: date = strawberry.field(description="The day.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.input(description="What came back.")
class RecordReplyInput:
    """A receipt, an answer or a meeting."""

    submission_id: strawberry.ID = strawberry.field(description="What it follows.")
    kind: ReplyKind = strawberry.field(description="What it is.")
    at: datetime = strawberry.field(description="When it came; not before the sending, not in the future.")
    reference: str | None = strawberry.field(default=None, description="Its number with the institution.")
    body: str | None = strawberry.field(default=None, description="What it says: plain text.")
    url: str | None = strawberry.field(default=None, description="Where it can be read: http or https.")
    attachment_ids: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Files of the position that prove it."
    )
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)
    idempotency_key: str | None = strawberry.field(default=None, description=_REPEATS)


@strawberry.type(description="What recordSubmission answers.")
class RecordSubmissionPayload(Payload):
    """The submission."""

    submission: Submission | None = strawberry.field(default=None, description="The submission.")


@strawberry.type(description="What registerSubmission answers.")
class RegisterSubmissionPayload(Payload):
    """The submission with its entry."""

    submission: Submission | None = strawberry.field(default=None, description="The submission.")


@strawberry.type(description="What recordReply answers.")
class RecordReplyPayload(Payload):
    """The submission with the reply."""

    submission: Submission | None = strawberry.field(default=None, description="The submission.")


@strawberry.type
class SubmissionMutations:
    """Mutations of submissions."""

    @mutation("Seal a dossier of the adopted text and record that it was sent; it cannot be undone.")
    async def record_submission(self, info: Info, input: RecordSubmissionInput) -> RecordSubmissionPayload:
        """Record a submission."""
        context = info.context
        request = RecordSubmission(
            reference=input.reference,
            versions=[ChosenVersion(one.language, one.number) for one in input.versions],
            institution_code=input.institution_code,
            channel=input.channel,
            sent_at=input.sent_at,
            external_reference=input.external_reference,
            registered_on=input.registered_on,
            cover_text=input.cover_text,
            cover_language=input.cover_language,
            organization_code=input.organization_code,
        )
        used = key(context.actor, "recordSubmission", input.idempotency_key, strawberry.asdict(input))
        prepared = await prepare_submission(
            context.database,
            context.actor,
            request,
            used,
            is_fiction=context.settings.is_demo,
            press=context.press,
        )
        async with context.write() as work:
            row = await record_submission(work, context.actor, prepared, used)
        return RecordSubmissionPayload(submission=await load_submission(context, row.id))

    @mutation("Record a submission's entry in the exit register, where it came after the sealing.")
    async def register_submission(
        self, info: Info, input: RegisterSubmissionInput
    ) -> RegisterSubmissionPayload:
        """Register a submission."""
        context = info.context
        request = RegisterSubmission(
            input.submission_id, input.external_reference, input.registered_on, input.organization_code
        )
        async with context.write() as work:
            row = await register_submission(work, context.actor, request)
        return RegisterSubmissionPayload(submission=await load_submission(context, row.id))

    @mutation("Record a receipt, an answer or a meeting that followed a submission.")
    async def record_reply(self, info: Info, input: RecordReplyInput) -> RecordReplyPayload:
        """Record a reply."""
        context = info.context
        request = RecordReply(
            submission_id=input.submission_id,
            kind=input.kind,
            at=input.at,
            reference=input.reference,
            body=input.body,
            url=input.url,
            attachment_ids=input.attachment_ids or (),
            organization_code=input.organization_code,
        )
        used = key(context.actor, "recordReply", input.idempotency_key, strawberry.asdict(input))
        async with context.write() as work:
            row = await record_reply(work, context.actor, request, used)
        return RecordReplyPayload(submission=await load_submission(context, row.id))
