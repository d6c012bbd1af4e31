"""A translation beside its source: progress, the parallel passages, and where the two are not built alike."""

import strawberry

from api.graphql.comparisons import Change
from api.graphql.context import Context, Info
from api.graphql.tallies import Fraction
from api.graphql.versions import Version
from positions.changes import ChangeKind
from positions.comparison import compare
from positions.parallels import Passage
from positions.permissions import Permission
from positions.publishing.passages import passage_html
from positions.queries.access import Access
from positions.queries.documents import DocumentRow
from positions.queries.translations import Beside, beside_draft, glossary, newer_source
from positions.structure import Fault, FaultKind, faults
from positions.terms import hints
from positions.translations import Parallel, PassageState, progress
from positions.versions import sha256_of

strawberry.enum(PassageState, description="How a passage and its translation stand to each other.")
strawberry.enum(FaultKind, name="StructureFaultKind", description="How a translation is built otherwise.")


@strawberry.type(description="How many passages are translated, and what the others lack.")
class TranslationProgress:
    """Counts of passages that need a translation."""

    total: int = strawberry.field(description="The passages that have words to translate.")
    translated: int = strawberry.field(description="Those translated from the source as it is.")
    untranslated: int = strawberry.field(description="Those that still say the source's words.")
    stale: int = strawberry.field(description="Those whose source changed since.")
    missing: int = strawberry.field(description="Those with nothing in their place.")
    share: Fraction = strawberry.field(description="The translated of the total; 1 for nothing to translate.")


@strawberry.type(description="A term of the glossary that occurs in a passage.")
class TermHint:
    """What the glossary calls a notion in both languages."""

    term: str = strawberry.field(description="In the source's language.")
    translation: str = strawberry.field(description="In the translation's.")
    definition: str = strawberry.field(description="What it means, in English.")


@strawberry.type(description="A passage of the source and its translation.")
class TranslationBlock:
    """One parallel."""

    number: int | None = strawberry.field(description="Its number in the source, from 0; null for EXTRA.")
    state: PassageState = strawberry.field(description="How the two stand to each other.")
    kind: str = strawberry.field(description="`heading`, `paragraph`, `list_item`, `table_row` and so on.")
    ask_key: str | None = strawberry.field(description="The key of the ask that it is.")
    source: str | None = strawberry.field(description="The source's Markdown; null for EXTRA.")
    source_sha256: str | None = strawberry.field(description="Of the source's UTF-8 bytes.")
    target: str | None = strawberry.field(description="The translation's Markdown; null for MISSING.")
    row: strawberry.Private[Parallel]
    languages: strawberry.Private[tuple[str, str]]

    @strawberry.field(description="The source as sanitised HTML.")
    def source_html(self) -> str | None:
        """The source rendered."""
        return passage_html(self.row.source) if self.row.source else None

    @strawberry.field(description="The translation as sanitised HTML.")
    def target_html(self) -> str | None:
        """The translation rendered."""
        return passage_html(self.row.target) if self.row.target else None

    @strawberry.field(description="Of a STALE passage: what changed in its source since it was translated.")
    def changes(self) -> list[Change]:
        """The words that came and went."""
        if self.row.before is None or self.row.source is None:
            return []
        found = compare(self.row.before, self.row.source.text)
        return [
            Change(kind=change.kind, text=change.text)
            for block in found.blocks
            for change in block.changes
            or [Change(kind=ChangeKind.EQUAL, text=self.row.source.text[block.head_start : block.head_end])]
        ]

    @strawberry.field(description="The glossary's terms that occur in the source.")
    async def hints(self, info: Info) -> list[TermHint]:
        """The terms with what the translation's language calls them."""
        known = await info.context.read_once(glossary)
        return [
            TermHint(term=hint.term, translation=hint.translation, definition=hint.definition)
            for hint in hints(self.source or "", *self.languages, known)
        ]


@strawberry.type(description="A difference of structure that an approval would be refused for.")
class StructureFault:
    """One fault."""

    kind: FaultKind = strawberry.field(description="What differs.")
    block: int | None = strawberry.field(description="The place in `blocks` it is at, from 0.")
    ask_key: str | None = strawberry.field(description="The ask it is about.")


@strawberry.type(description="A translation's draft beside the version of the original that it follows.")
class Translation:
    """The two texts in parallel."""

    made: strawberry.Private[Beside]
    row: strawberry.Private[DocumentRow]
    access: strawberry.Private[Access]

    @strawberry.field(description="The version of the original that it follows.")
    def source_version(self) -> Version:
        """The source."""
        return Version.of(self.made.source)

    @strawberry.field(description="The version in force, where that says something else by now.")
    async def newer_source(self, info: Info) -> Version | None:
        """What `followSource` would bring it to."""
        found = await info.context.read(newer_source, self.access.position, self.row)
        return Version.of(found) if found else None

    @strawberry.field(description="How far it is.")
    def progress(self) -> TranslationProgress:
        """The counts."""
        done = progress(self.made.rows)
        return TranslationProgress(
            total=done.total,
            translated=done.translated,
            untranslated=done.untranslated,
            stale=done.stale,
            missing=done.missing,
            share=Fraction(numerator=done.share.numerator, denominator=done.share.denominator),
        )

    @strawberry.field(description="The passages in the source's order, what is extra where it stands.")
    def blocks(self) -> list[TranslationBlock]:
        """Every parallel."""
        languages = self.access.position.original_language, self.row.language
        numbers = iter(range(len(self.made.rows)))
        return [_block(row, next(numbers) if row.source else None, languages) for row in self.made.rows]

    @strawberry.field(
        description="Where it is not built as its source is: asks first, then in reading order."
    )
    def structure_faults(self) -> list[StructureFault]:
        """Every fault."""
        return [_fault(found) for found in faults(self.made.rows)]


async def translation_of(context: Context, row: DocumentRow, access: Access) -> Translation | None:
    """A translation's draft beside its source, for who may read drafts; null for the original."""
    if row.is_original or row.source_version_id is None or not access.holds(Permission.READ):
        return None
    return Translation(
        made=await context.read(beside_draft, context.database.drafts, row), row=row, access=access
    )


def _block(row: Parallel, number: int | None, languages: tuple[str, str]) -> TranslationBlock:
    shown: Passage | None = row.source or row.target
    assert shown is not None
    return TranslationBlock(
        number=number,
        state=row.state,
        kind=shown.shape.kind,
        ask_key=shown.shape.key or None,
        source=row.source.text if row.source else None,
        source_sha256=sha256_of(row.source.text) if row.source else None,
        target=row.target.text if row.target else None,
        row=row,
        languages=languages,
    )


def _fault(found: Fault) -> StructureFault:
    return StructureFault(kind=found.kind, block=found.at, ask_key=found.ask or None)
