"""The five readings of a paper while it is amended, with paragraph numbers that stay citable."""

from enum import StrEnum

import strawberry

from api.graphql.amendments import AmendmentNumber
from api.graphql.comparisons import Comparison
from api.graphql.context import Context
from positions import numbering as core
from positions import readings
from positions.numbering import first_numbers
from positions.publishing.differences import Numbers
from positions.publishing.markdown import render
from positions.queries import readings as queries
from positions.queries.access import Access
from positions.queries.documents import DocumentRow
from positions.services.offload import offload

Reading = readings.Reading
strawberry.enum(
    Reading,
    name="Reading",
    description="A way to read a paper: ORIGINAL is the version that paragraphs are numbered from, AMENDED the draft with all that is "
    "tabled and does not collide, DIFFERENCES from one to the other, ADOPTED what the decisions made of it so far, FINAL the draft "
    "alone.",
)


class ParagraphKind(StrEnum):
    """What a block of a text is."""

    PARAGRAPH = "PARAGRAPH"
    HEADING = "HEADING"
    LIST_ITEM = "LIST_ITEM"
    TABLE_ROW = "TABLE_ROW"
    QUOTE = "QUOTE"
    CODE = "CODE"
    RULE = "RULE"
    FOOTNOTE = "FOOTNOTE"


strawberry.enum(ParagraphKind, name="ParagraphKind", description="What a block of a text is.")


@strawberry.type(description="A block of a text and the number it is cited by.")
class Paragraph:
    """A paragraph, heading, list item, table row, quote or code."""

    number: str = strawberry.field(
        description="The number it is cited by, as printed: `12`, or `12a` for one that came later; empty for what has no number."
    )
    kind: ParagraphKind = strawberry.field(description="What it is.")
    level: int = strawberry.field(description="Level of a heading, depth of a list or quote, else 0.")
    start: int = strawberry.field(description="Start in the reading's text, in code points.")
    end: int = strawberry.field(description="End, excluded; equal to start for one that is gone.")
    is_gone: bool = strawberry.field(
        description="Whether it is no longer in the text: its number is never given to another."
    )
    text: str = strawberry.field(description="Markdown; of one that is gone, what it said.")

    @strawberry.field(description="The block alone as sanitised HTML.")
    async def html(self) -> str:
        """The block rendered."""
        return await offload(render, self.text)

    @classmethod
    def of(cls, found: core.Numbered, text: str) -> "Paragraph":
        """A numbered block of a text."""
        return cls(
            number=found.number,
            kind=ParagraphKind(found.kind.upper()),
            level=found.level,
            start=found.start,
            end=found.end,
            is_gone=found.gone is not None,
            text=text[found.start : found.end] if found.gone is None else found.gone,
        )


@strawberry.type(description="A paper in one reading.")
class ReadText:
    """The text of a reading, its numbered blocks, and what it was made from."""

    reading: Reading = strawberry.field(description="Which reading it is.")
    text: str = strawberry.field(description="Markdown; for DIFFERENCES that of AMENDED.")
    base: int | None = strawberry.field(
        description="The version it is read against, which the paragraphs are numbered from; null before there is one."
    )
    made: strawberry.Private[readings.Read]
    context: strawberry.Private[Context]

    @strawberry.field(description="Its blocks in order; together with those that are gone where they stood.")
    def paragraphs(self) -> list[Paragraph]:
        """The numbered blocks."""
        return [Paragraph.of(one, self.text) for one in self.made.paragraphs]

    @strawberry.field(description="What changed from the base; null for ORIGINAL and FINAL.")
    async def comparison(self) -> Comparison | None:
        """The comparison with the base."""
        base = self.made.base_text
        if base is None:
            return None
        made = await self.context.database.comparisons.compare(base, self.text)
        blocks = self.made.paragraphs

        async def numbers() -> Numbers:
            return first_numbers(base), core.Citations(blocks, self.text).by_start

        return Comparison.of(made, base, self.text, numbers=numbers)

    @strawberry.field(
        description="The tabled amendments that AMENDED leaves out, as they collide or no longer fit."
    )
    def left(self) -> list[AmendmentNumber]:
        """What is left out."""
        return [AmendmentNumber(number=number) for number in self.made.left]

    @strawberry.field(description="The text as sanitised HTML.")
    async def html(self) -> str:
        """The text rendered."""
        return await offload(render, self.text)


async def reading_of(context: Context, row: DocumentRow, access: Access, of: Reading) -> ReadText | None:
    """A document in a reading; null for who may not read drafts, and where there is no version yet."""
    made = await context.read(queries.reading, context.database.drafts, access, row, of)
    if made is None:
        return None
    return ReadText(reading=of, text=made.text, base=made.base, made=made, context=context)
