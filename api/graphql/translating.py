"""Mutations of translations: add a language, give and confirm passages, follow a newer source, approve."""

import strawberry

from api.graphql.context import Info
from api.graphql.documents import Document, load_document
from api.graphql.payloads import Payload, mutation
from positions.services import translations as services

_WHOM = "Whom the member acts for."


@strawberry.input(description="A language to write the paper in.")
class AddTranslationInput:
    """A language and where to begin from."""

    reference: str = strawberry.field(description="The position.")
    language: str = strawberry.field(description="BCP 47 tag.")
    source_version: int = strawberry.field(description="The original's version to begin from.")
    organization_code: str | None = strawberry.field(default=None, description=_WHOM)


@strawberry.input(description="A passage of a translation, as the translator saw it.")
class TranslationPlaceInput:
    """A passage and what stood there."""

    document_id: strawberry.ID = strawberry.field(description="The translation.")
    number: int = strawberry.field(description="The passage's number in the source, from 0.")
    source_sha256: str = strawberry.field(description="Of the source's passage.")
    expected: str | None = strawberry.field(
        default=None, description="Its translation as it was; null where it is MISSING."
    )
    organization_code: str | None = strawberry.field(default=None, description=_WHOM)

    def place(self) -> services.Place:
        """The place as the service takes it."""
        return services.Place(
            self.document_id, self.number, self.source_sha256, self.expected, self.organization_code
        )


@strawberry.input(description="A passage's wording.")
class TranslateBlockInput(TranslationPlaceInput):
    """A passage and its wording."""

    text: str = strawberry.field(description="The whole passage in Markdown, with its marks and ask key.")


@strawberry.input(description="A passage whose wording stands as it is.")
class ConfirmTranslatedBlockInput(TranslationPlaceInput):
    """A passage."""


@strawberry.input(description="A translation, and the original's version it is to follow.")
class FollowSourceInput:
    """A translation and a version."""

    document_id: strawberry.ID = strawberry.field(description="The translation.")
    source_version: int = strawberry.field(description="The original's version; it must be in force.")
    organization_code: str | None = strawberry.field(default=None, description=_WHOM)


@strawberry.input(description="A version of a translation to stand for a version of the original.")
class ApproveTranslationInput:
    """What is approved, against what."""

    document_id: strawberry.ID = strawberry.field(description="The translation.")
    number: int = strawberry.field(description="The translation's version.")
    source_version: int = strawberry.field(description="The original's version that it says.")
    organization_code: str | None = strawberry.field(default=None, description=_WHOM)


@strawberry.type(description="What addTranslation answers.")
class AddTranslationPayload(Payload):
    """The new document."""

    document: Document | None = strawberry.field(default=None, description="The text in the new language.")


@strawberry.type(description="What translateBlock answers.")
class TranslateBlockPayload(Payload):
    """The translation."""

    document: Document | None = strawberry.field(default=None, description="The translation with it.")


@strawberry.type(description="What confirmTranslatedBlock answers.")
class ConfirmTranslatedBlockPayload(Payload):
    """The translation."""

    document: Document | None = strawberry.field(default=None, description="The translation.")


@strawberry.type(description="What followSource answers.")
class FollowSourcePayload(Payload):
    """The translation."""

    document: Document | None = strawberry.field(default=None, description="The translation, up to date.")


@strawberry.type(description="What approveTranslation answers.")
class ApproveTranslationPayload(Payload):
    """The translation."""

    document: Document | None = strawberry.field(default=None, description="The approved translation.")


@strawberry.type
class TranslationMutations:
    """Mutations of translations."""

    @mutation("Begin the text in another language, from a version of the original.")
    async def add_translation(self, info: Info, input: AddTranslationInput) -> AddTranslationPayload:
        """Add a language."""
        request = services.AddTranslation(
            input.reference, input.language, input.source_version, input.organization_code
        )
        async with info.context.write() as work:
            added = await services.add_translation(work, info.context.actor, request)
        return AddTranslationPayload(document=await load_document(info.context, added.id))

    @mutation("Give a passage of a translation its wording.")
    async def translate_block(self, info: Info, input: TranslateBlockInput) -> TranslateBlockPayload:
        """Translate a passage."""
        async with info.context.write() as work:
            await services.translate_block(work, info.context.actor, input.place(), input.text)
        return TranslateBlockPayload(document=await load_document(info.context, input.document_id))

    @mutation(
        "Let a passage's wording stand: though its source changed, or because both languages say it alike."
    )
    async def confirm_translated_block(
        self, info: Info, input: ConfirmTranslatedBlockInput
    ) -> ConfirmTranslatedBlockPayload:
        """Confirm a passage."""
        async with info.context.write() as work:
            await services.confirm_block(work, info.context.actor, input.place())
        return ConfirmTranslatedBlockPayload(document=await load_document(info.context, input.document_id))

    @mutation("Bring a translation to the original's version in force; what changed in it is marked.")
    async def follow_source(self, info: Info, input: FollowSourceInput) -> FollowSourcePayload:
        """Follow a newer source."""
        request = services.FollowSource(input.document_id, input.source_version, input.organization_code)
        async with info.context.write() as work:
            await services.follow_source(work, info.context.actor, request)
        return FollowSourcePayload(document=await load_document(info.context, input.document_id))

    @mutation("Let a version of a translation stand for the original's version in force.")
    async def approve_translation(
        self, info: Info, input: ApproveTranslationInput
    ) -> ApproveTranslationPayload:
        """Approve a translation."""
        request = services.ApproveTranslation(
            input.document_id, input.number, input.source_version, input.organization_code
        )
        async with info.context.write() as work:
            await services.approve_translation(work, info.context.actor, request)
        return ApproveTranslationPayload(document=await load_document(info.context, input.document_id))
