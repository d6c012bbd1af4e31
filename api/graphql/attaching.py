"""Mutations of attachments and channels: take a file off, keep what is known of a channel."""

import strawberry

from api.graphql.attachments import Attachment, load_attachment
from api.graphql.context import Info
from api.graphql.institutions import Institution
from api.graphql.payloads import Payload, mutation
from positions.institutions import ChannelKind
from positions.services.attachments import remove_attachment
from positions.services.channels import UpdateChannel, update_channel


@strawberry.input(description="Which file to take off.")
class RemoveAttachmentInput:
    """A file of a position."""

    attachment_id: strawberry.ID = strawberry.field(description="The file.")
    organization_code: str | None = strawberry.field(
        default=None, description="Whom the member acts for; needed only with several organizations."
    )


@strawberry.type(description="What removeAttachment answers.")
class RemoveAttachmentPayload(Payload):
    """The file."""

    attachment: Attachment | None = strawberry.field(default=None, description="The file, taken off.")


@strawberry.input(description="All that is known of a channel now; what is left out is not known.")
class UpdateChannelInput:
    """A channel."""

    institution_code: str = strawberry.field(description="The institution.")
    kind: ChannelKind = strawberry.field(description="The channel.")
    languages: list[str] = strawberry.field(description="Languages it takes; at least one.")
    max_characters: int | None = strawberry.field(default=None, description="The longest text it takes.")
    max_bytes: int | None = strawberry.field(default=None, description="The largest file it takes.")
    formats: list[str] | None = strawberry.field(default=None, description="File endings it takes: `pdf`.")
    verified: bool = strawberry.field(default=False, description="Whether somebody has confirmed all this.")


@strawberry.type(description="What updateChannel answers.")
class UpdateChannelPayload(Payload):
    """The institution with its channels."""

    institution: Institution | None = strawberry.field(default=None, description="The institution.")


@strawberry.type
class AttachmentMutations:
    """Mutations of attachments and channels."""

    @mutation("Take a file off; it is no longer listed or sent, and stays in the record.")
    async def remove_attachment(self, info: Info, input: RemoveAttachmentInput) -> RemoveAttachmentPayload:
        """Take a file off."""
        context = info.context
        async with context.write() as work:
            await remove_attachment(work, context.actor, input.attachment_id, input.organization_code)
        return RemoveAttachmentPayload(attachment=await load_attachment(context, input.attachment_id))

    @mutation(
        "Replace what is known of a channel: languages, limits, formats. Coordinators and administrators may."
    )
    async def update_channel(self, info: Info, input: UpdateChannelInput) -> UpdateChannelPayload:
        """Update a channel."""
        context = info.context
        request = UpdateChannel(
            institution_code=input.institution_code,
            kind=input.kind,
            languages=input.languages,
            max_characters=input.max_characters,
            max_bytes=input.max_bytes,
            formats=input.formats,
            is_verified=input.verified,
        )
        async with context.write() as work:
            row = await update_channel(work, context.actor, request)
        return UpdateChannelPayload(institution=Institution.of(row))
