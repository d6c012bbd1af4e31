"""Comparisons as clients see them: blocks in reading order, words inside changed blocks."""

import asyncio
from dataclasses import asdict

import strawberry

from positions import comparison as core
from positions.publishing.markdown import comparison_html

BlockKind = core.BlockKind
strawberry.enum(BlockKind, name="BlockKind", description="What happened to a block.")
ChangeKind = core.ChangeKind
strawberry.enum(ChangeKind, name="ChangeKind", description="What happened to a piece of text.")


MarkupKind = core.MarkupKind
strawberry.enum(
    MarkupKind,
    name="MarkupKind",
    description=(
        "What happened to a block's marks: it became another kind of block, its level or place in a list changed, words that"
        " stayed lost or got a mark or another address, its lines are broken elsewhere (WRAPPING), or it is written otherwise"
        " and reads the same (NOTATION)."
    ),
)


@strawberry.type(description="A change of marks, told apart from the wording.")
class MarkupChange:
    """What a mark was and what it is."""

    kind: MarkupKind = strawberry.field(description="What happened.")
    before: str | None = strawberry.field(
        description="What it was: a kind of block, a level, a mark, an address; null for none."
    )
    after: str | None = strawberry.field(description="What it is; null for none.")
    words: str = strawberry.field(description="The words that it is on; empty for the whole block.")


@strawberry.type(description="A piece of text that stayed, came or went.")
class Change:
    """One element of a block's diff."""

    kind: ChangeKind = strawberry.field(description="What happened to it.")
    text: str = strawberry.field(description="The piece.")


@strawberry.type(description="A block of one or both texts; offsets in code points, ends excluded.")
class BlockChange:
    """A paragraph, heading, list item, table row, quote or code, and what happened to it."""

    kind: BlockKind = strawberry.field(description="What happened to it.")
    markup_only: bool = strawberry.field(description="Whether only its marks changed, not its words.")
    base_start: int | None = strawberry.field(description="Start in the base; null for ADDED.")
    base_end: int | None = strawberry.field(description="End in the base; null for ADDED.")
    head_start: int | None = strawberry.field(description="Start in the head; null for REMOVED.")
    head_end: int | None = strawberry.field(description="End in the head; null for REMOVED.")
    changes: list[Change] = strawberry.field(description="Its pieces; empty for a block that did not change.")
    markup: list[MarkupChange] = strawberry.field(
        description="What changed besides its words; not empty when only its marks changed."
    )


@strawberry.type(description="What changed between two texts.")
class Comparison:
    """A comparison with both its texts."""

    inserted_words: int = strawberry.field(description="How many words came.")
    deleted_words: int = strawberry.field(description="How many words went.")
    made: strawberry.Private[core.Comparison]
    base_text: strawberry.Private[str]
    head_text: strawberry.Private[str]

    @classmethod
    def of(cls, made: core.Comparison, base_text: str, head_text: str) -> "Comparison":
        """A comparison as clients see it."""
        return cls(
            inserted_words=made.inserted_words,
            deleted_words=made.deleted_words,
            made=made,
            base_text=base_text,
            head_text=head_text,
        )

    @strawberry.field(description="The blocks in reading order; their ranges tile both texts.")
    def blocks(self) -> list[BlockChange]:
        """Every block."""
        return [
            BlockChange(
                kind=block.kind,
                markup_only=block.markup_only,
                base_start=block.base_start,
                base_end=block.base_end,
                head_start=block.head_start,
                head_end=block.head_end,
                changes=[Change(kind=change.kind, text=change.text) for change in block.changes],
                markup=[MarkupChange(**asdict(change)) for change in block.markup],
            )
            for block in self.made.blocks
        ]

    @strawberry.field(description="The comparison as sanitised HTML with `ins` and `del`.")
    async def html(self) -> str:
        """The comparison rendered."""
        return await asyncio.to_thread(comparison_html, self.made, self.base_text, self.head_text)
