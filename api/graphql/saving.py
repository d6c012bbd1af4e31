"""Mutations that save a draft as a version, and bring a version back into the draft."""

import strawberry

from api.graphql.context import Info
from api.graphql.documents import Draft, draft_after
from api.graphql.payloads import Payload, mutation
from api.graphql.versions import Version, load_version
from positions.services import versions as services
from positions.services.idempotency import key


@strawberry.input(description="What to save as a version.")
class SaveVersionInput:
    """A document and what the version is called."""

    document_id: strawberry.ID = strawberry.field(description="The document.")
    label: str | None = strawberry.field(default=None, description="A short name such as `v0.9`.")
    note: str | None = strawberry.field(default=None, description="Why it is saved.")
    organization_code: str | None = strawberry.field(default=None, description="Whom the member acts for.")
    idempotency_key: str | None = strawberry.field(
        default=None, description="Repeats with this key do it once."
    )


@strawberry.type(description="What saveVersion answers.")
class SaveVersionPayload(Payload):
    """The version saved."""

    version: Version | None = strawberry.field(default=None, description="The new version.")


@strawberry.input(description="Which version to bring back.")
class RestoreVersionInput:
    """A document and one of its versions."""

    document_id: strawberry.ID = strawberry.field(description="The document.")
    number: int = strawberry.field(description="The version's number.")
    organization_code: str | None = strawberry.field(default=None, description="Whom the member acts for.")


@strawberry.type(description="What restoreVersion answers.")
class RestoreVersionPayload(Payload):
    """The draft with the version's text."""

    draft: Draft | None = strawberry.field(default=None, description="The draft after the restore.")


@strawberry.type
class VersionMutations:
    """Mutations of versions."""

    @mutation("Save the draft as it stands as the next version.")
    async def save_version(self, info: Info, input: SaveVersionInput) -> SaveVersionPayload:
        """Save a version."""
        context = info.context
        request = services.SaveVersion(input.document_id, input.label, input.note, input.organization_code)
        used = key(context.actor, "saveVersion", input.idempotency_key, strawberry.asdict(input))
        async with context.write() as work:
            saved = await services.save_version(work, context.actor, request, used)
        return SaveVersionPayload(version=await load_version(context, saved.id))

    @mutation("Edit the draft back to a version's text; the words that come back keep their authors.")
    async def restore_version(self, info: Info, input: RestoreVersionInput) -> RestoreVersionPayload:
        """Restore a version."""
        context = info.context
        async with context.write() as work:
            await services.restore_version(
                work, context.actor, input.document_id, input.number, input.organization_code
            )
        return RestoreVersionPayload(draft=await draft_after(context, input.document_id))
