"""Documents, their drafts, and the mutations that write to them."""

from datetime import datetime
from functools import partial
from typing import Annotated

import strawberry

from api.graphql.authors import AuthoredBy, AuthoredRange, By, Contributor, contributors_of, ranges_of
from api.graphql.baselines import DocumentBaselines
from api.graphql.comparisons import Comparison, Side
from api.graphql.consolidations import Consolidation, DecisionInput, Passage, agenda_of, preview_of
from api.graphql.context import Context, Info
from api.graphql.nodes import Node
from api.graphql.pagination import After, Connection, First, connect, window
from api.graphql.payloads import Payload, mutation
from api.graphql.readings import Reading, ReadText, reading_of
from api.graphql.translations import Translation, translation_of
from api.graphql.versions import Version
from positions.authorship import Run
from positions.errors import NotFound
from positions.permissions import Permission
from positions.publishing.differences import Numbers
from positions.publishing.markdown import render
from positions.queries import documents as queries
from positions.queries.access import Access, see_document
from positions.queries.documents import DocumentRow
from positions.queries.numbering import citations_of_text
from positions.queries.translations import is_stale
from positions.services import drafts as services
from positions.services.drafts import is_frozen
from positions.services.idempotency import key
from positions.services.offload import offload
from positions.wording import count_words

OnConflict = services.OnConflict
strawberry.enum(
    OnConflict, name="OnConflict", description="What to do where both sides touched the same words."
)


IncludeThinned = Annotated[
    bool, strawberry.argument(description="Whether every version is listed, those that were thinned too.")
]


@strawberry.type(description="A document's live text at one sequence.")
class Draft:
    """A draft as it was when it was read."""

    sequence: int = strawberry.field(description="The last update of the log that is in the text.")
    text: str = strawberry.field(description="Markdown, NFC.")
    updated_at: datetime = strawberry.field(description="When it last changed.")
    is_frozen: bool = strawberry.field(description="Whether nobody may write in it now.")
    runs: strawberry.Private[tuple[Run, ...]]

    @strawberry.field(description="The text as sanitised HTML.")
    async def html(self) -> str:
        """The text rendered."""
        return await offload(render, self.text)

    @strawberry.field(description="How many words it has.")
    def words(self) -> int:
        """The number of words."""
        return count_words(self.text)

    @strawberry.field(description="How much each organization, or each member, wrote, largest share first.")
    async def contributors(self, info: Info, by: By = AuthoredBy.ORGANIZATION) -> list[Contributor]:
        """The shares of the text as it stands."""
        return await contributors_of(info, queries.shares(self.runs), by)

    @strawberry.field(description="Who wrote which stretch; the ranges tile the text.")
    async def authorship(self, info: Info, by: By = AuthoredBy.ORGANIZATION) -> list[AuthoredRange]:
        """The text divided among organizations, or members."""
        return await ranges_of(info, self.runs, by)


@strawberry.type(description="A position's text in one language.")
class Document(DocumentBaselines, Node):
    """A document as its reader may see it."""

    language: str = strawberry.field(description="BCP 47 tag.")
    is_original: bool = strawberry.field(description="Whether it is the text the others translate.")
    row: strawberry.Private[DocumentRow]
    access: strawberry.Private[Access]

    @classmethod
    def of(cls, row: DocumentRow, access: Access) -> "Document":
        """The document of a row, for whoever the access is."""
        return cls(
            id=strawberry.ID(row.id),
            language=row.language,
            is_original=row.is_original,
            row=row,
            access=access,
        )

    @strawberry.field(description="The live text; null for who may not read before publication.")
    async def draft(self, info: Info) -> Draft | None:
        """The draft as it is now."""
        if not self.access.holds(Permission.READ):
            return None
        return await draft_of(info.context, self.row)

    @strawberry.field(description="Whether the text it translates has changed since.")
    async def is_stale(self, info: Info) -> bool:
        """Whether a translation was approved against, or follows, what is no longer in force."""
        if self.row.is_original:
            return False
        return await info.context.read(is_stale, self.access.position, self.row)

    @strawberry.field(
        description="The translation beside its source; null for the original, and before publication."
    )
    async def translation(self, info: Info) -> Translation | None:
        """The two texts in parallel."""
        return await translation_of(info.context, self.row, self.access)

    @strawberry.field(description="The newest version that the reader may open.")
    async def latest_version(self, info: Info) -> Version | None:
        """The newest version."""
        row = await info.context.read(queries.newest_open_version, self.access, self.row.id)
        return Version.of(row) if row else None

    @strawberry.field(description="The version that was adopted or, of a translation, approved.")
    async def approved_version(self, info: Info) -> Version | None:
        """The adopted version of the original, the approved one of a translation."""
        row = await info.context.read(queries.approved_version, self.access, self.row)
        return Version.of(row) if row else None

    @strawberry.field(description="One version by its number.")
    async def version(self, info: Info, number: int) -> Version | None:
        """The version, or null."""
        row = await info.context.read(queries.see_version, self.access, self.row.id, number)
        return Version.of(row) if row else None

    @strawberry.field(
        description="The versions, newest first. Those that the system saved in pauses are thinned with age: of the last "
        "day all, of the last week one an hour, then one a day. None is lost: `version` opens each by its number."
    )
    async def versions(
        self, info: Info, first: First, after: After = None, *, include_thinned: IncludeThinned = False
    ) -> Connection[Version]:
        """One page of the history."""
        read, asked, where = info.context.read, window(first, after), (self.access, self.row.id)
        if include_thinned:
            page = await read(queries.history, *where, asked)
            return connect(
                page, asked, node=Version.of, count=partial(read, queries.count_open_versions, *where)
            )
        now = info.context.database.clock()
        page = await read(queries.thinned_history, *where, asked, now)
        return connect(
            page, asked, node=Version.of, count=partial(read, queries.count_shown_versions, *where, now)
        )

    @strawberry.field(
        description="What changed since a version, or since a point of the draft's log, until a version or until now. Points "
        "before amending opened are for those who could read the paper while it was drafted."
    )
    async def comparison(
        self,
        info: Info,
        base: Annotated[int | None, strawberry.argument(description="The number of a version.")] = None,
        head: Annotated[int | None, strawberry.argument(description="Absent: the draft.")] = None,
        base_sequence: Annotated[
            int | None, strawberry.argument(description="Instead of a version: a sequence of the draft.")
        ] = None,
    ) -> Comparison | None:
        """The comparison; null when one side may not be opened, or none or two bases are given."""
        if (base is None) == (base_sequence is None):
            return None
        older = await _side(info.context, self, base, base_sequence)
        newer = await _side(info.context, self, head, None)
        if older is None or newer is None:
            return None
        comparisons = info.context.database.comparisons
        made = await info.context.read(queries.compare_versions, comparisons, older.text, newer.text)

        async def numbers() -> Numbers:
            found = [
                await info.context.read(citations_of_text, self.row, side.text) for side in (older, newer)
            ]
            return found[0].by_start, found[1].by_start

        return Comparison.of(*made, sides=(older, newer), numbers=numbers)

    @strawberry.field(
        description="The undecided amendments, passage by passage, in the order in which they are voted on."
    )
    async def agenda(self, info: Info) -> list[Passage]:
        """The voting order."""
        return await agenda_of(info.context, self.row, self.access)

    @strawberry.field(
        description="The text that decisions on amendments would lead to; nothing is written. Null for who may not read drafts."
    )
    async def preview(self, info: Info, decisions: list[DecisionInput]) -> Consolidation | None:
        """The preview of a batch."""
        return await preview_of(info.context, self.row, self.access, decisions)

    @strawberry.field(description="The text in one of the five readings; null for who may not read drafts.")
    async def reading(self, info: Info, of: Reading) -> ReadText | None:
        """A reading."""
        return await reading_of(info.context, self.row, self.access, of)


async def _side(
    context: Context, document: Document, number: int | None, sequence: int | None
) -> Side | None:
    """A version by its number, the draft at a sequence, or else the draft now, for who may open it."""
    if number is not None:
        row = await context.read(queries.see_version, document.access, document.row.id, number)
        return Side(row, row) if row else None
    if not document.access.holds(Permission.READ):
        return None
    drafts, at = context.database.drafts, document.row.sequence if sequence is None else sequence
    written = await context.read(queries.draft_at, drafts, document.access, document.row, at)
    return Side(written.text, written.runs) if written else None


async def draft_of(context: Context, row: DocumentRow) -> Draft:
    """A document's draft, for somebody who may read it."""
    written = await context.read(context.database.drafts.read, row.id)
    return Draft(
        sequence=written.sequence,
        text=written.text,
        updated_at=row.updated_at,
        is_frozen=is_frozen(row),
        runs=written.runs,
    )


async def load_document(context: Context, identifier: str) -> Document | None:
    """The document with this id, for whoever asks."""
    try:
        access, row = await context.read(see_document, context.actor, identifier)
    except NotFound:
        return None
    return Document.of(row, access)


async def draft_after(context: Context, document_id: str) -> Draft:
    """The draft as it stands after a mutation of this operation."""
    _, row = await context.read(see_document, context.actor, document_id)
    return await draft_of(context, row)


@strawberry.input(description="A whole text for a draft.")
class EditDraftInput:
    """A whole text and the state it was written on."""

    document_id: strawberry.ID = strawberry.field(description="The document.")
    text: str = strawberry.field(description="The whole text, at most 2,000,000 bytes of UTF-8.")
    base_sequence: int | None = strawberry.field(
        default=None, description="The draft's sequence it was written on."
    )
    base_version: int | None = strawberry.field(default=None, description="Or the version it was written on.")
    on_conflict: OnConflict = strawberry.field(
        default=services.OnConflict.MERGE, description="MERGE reports overlaps, REJECT refuses them."
    )
    organization_code: str | None = strawberry.field(default=None, description="Whom the member acts for.")
    idempotency_key: str | None = strawberry.field(
        default=None, description="Repeats with this key do it once."
    )


@strawberry.type(description="A place that both sides touched.")
class Overlap:
    """Offsets in the text returned, and both wordings."""

    start: int = strawberry.field(description="Code points from the start of the returned text.")
    end: int = strawberry.field(description="End, excluded.")
    yours: str = strawberry.field(description="The words that were sent.")
    theirs: str = strawberry.field(description="The words written meanwhile.")


@strawberry.type(description="What editDraft answers.")
class EditDraftPayload(Payload):
    """The draft after the save."""

    draft: Draft | None = strawberry.field(default=None, description="The draft with the save in it.")
    overlaps: list[Overlap] | None = strawberry.field(
        default=None,
        description="Where both sides touched the same words; what others wrote stands beside yours.",
    )


@strawberry.type
class DocumentMutations:
    """Mutations of drafts."""

    @mutation("Save a whole text as an edit of the draft, merged with what others wrote since its base.")
    async def edit_draft(self, info: Info, input: EditDraftInput) -> EditDraftPayload:
        """Merge a whole text."""
        context = info.context
        request = services.EditDraft(
            document_id=input.document_id,
            text=input.text,
            base_sequence=input.base_sequence,
            base_version=input.base_version,
            on_conflict=input.on_conflict,
            organization_code=input.organization_code,
        )
        used = key(context.actor, "editDraft", input.idempotency_key, strawberry.asdict(input))
        prepared = await services.prepare_edit(context.database, context.actor, request, used)
        async with context.write() as work:
            edited = await services.edit_draft(work, context.actor, prepared, used)
        return await _edited(context, edited)


async def _edited(context: Context, edited: services.Edited) -> EditDraftPayload:
    _, row = await context.read(see_document, context.actor, edited.draft.document_id)
    draft = await draft_of(context, row)
    draft.sequence, draft.text = edited.draft.sequence, edited.draft.text
    overlaps = [Overlap(start=o.start, end=o.end, yours=o.yours, theirs=o.theirs) for o in edited.overlaps]
    return EditDraftPayload(draft=draft, overlaps=overlaps)
