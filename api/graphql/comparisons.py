"""Comparisons as clients see them: blocks in reading order, words inside changed blocks."""

import asyncio

import strawberry

from positions import comparison as core
from positions.publishing.markdown import comparison_html

BlockKind = core.BlockKind
strawberry.enum(BlockKind, name="BlockKind", description="What happened to a block.")
ChangeKind = core.ChangeKind
strawberry.enum(ChangeKind, name="ChangeKind", description="What happened to a piece of text.")


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
            )
            for block in self.made.blocks
        ]

    @strawberry.field(description="The comparison as sanitised HTML with `ins` and `del`.")
    async def html(self) -> str:
        """The comparison rendered."""
        return await asyncio.to_thread(comparison_html, self.made, self.base_text, self.head_text)
