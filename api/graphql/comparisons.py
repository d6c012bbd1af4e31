"""Comparisons as clients see them: blocks in reading order, words inside changed blocks."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Annotated

import strawberry

from api.graphql.authors import organization_of
from api.graphql.context import Info
from api.graphql.organizations import Organization
from api.graphql.turns import in_turns
from positions import comparison as core
from positions.authorship import Run
from positions.changes import ChangeKind
from positions.comparison import BlockKind
from positions.contributions import Contribution as Share
from positions.contributions import contributions
from positions.markup import MarkupKind
from positions.patches import patch_between
from positions.publishing.differences import UNNUMBERED, Numbers
from positions.publishing.markdown import comparison_html
from positions.queries.documents import VersionRow
from positions.queries.versions import version_runs
from positions.services.offload import offload

strawberry.enum(BlockKind, name="BlockKind", description="What happened to a block.")
strawberry.enum(ChangeKind, name="ChangeKind", description="What happened to a piece of text.")
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


@strawberry.type(description="What came from an organization between two texts, and what went of its words.")
class Contribution:
    """An organization's share of the changes."""

    organization: Organization = strawberry.field(description="Whose words.")
    inserted_words: int = strawberry.field(description="How many words came from it.")
    inserted_characters: int = strawberry.field(description="How many code points came from it.")
    deleted_words: int = strawberry.field(description="How many of its words went.")
    deleted_characters: int = strawberry.field(description="How many of its code points went.")


WithNumbers = Annotated[
    bool,
    strawberry.argument(
        description="Whether each paragraph begins with the number it is cited by, a link to itself (`#p12a`), where it has one."
    ),
]


@dataclass(frozen=True)
class Side:
    """One side of a comparison: its text or the version that has it, and likewise who wrote it."""

    text: VersionRow | str
    authorship: VersionRow | tuple[Run, ...]

    async def runs(self, info: Info) -> tuple[Run, ...]:
        """Who wrote the text."""
        if isinstance(self.authorship, VersionRow):
            return await info.context.read(version_runs, self.authorship)
        return self.authorship


@strawberry.type(description="What changed between two texts.")
class Comparison:
    """A comparison with both its texts."""

    inserted_words: int = strawberry.field(description="How many words came.")
    deleted_words: int = strawberry.field(description="How many words went.")
    made: strawberry.Private[core.Comparison]
    base_text: strawberry.Private[str]
    head_text: strawberry.Private[str]
    sides: strawberry.Private[tuple[Side, Side] | None]
    numbers: strawberry.Private[Callable[[], Awaitable[Numbers]] | None]

    @classmethod
    def of(
        cls,
        made: core.Comparison,
        base_text: str,
        head_text: str,
        *,
        sides: tuple[Side, Side] | None = None,
        numbers: Callable[[], Awaitable[Numbers]] | None = None,
    ) -> "Comparison":
        """A comparison as clients see it; `numbers` finds what its paragraphs are cited by."""
        return cls(
            inserted_words=made.inserted_words,
            deleted_words=made.deleted_words,
            made=made,
            base_text=base_text,
            head_text=head_text,
            sides=sides,
            numbers=numbers,
        )

    @strawberry.field(description="The blocks in reading order; their ranges tile both texts.")
    async def blocks(self) -> list[BlockChange]:
        """Every block."""
        return in_turns(await asyncio.to_thread(_told, self.made.blocks))

    @strawberry.field(description="The comparison as sanitised HTML with `ins` and `del`.")
    async def html(self, *, numbered: WithNumbers = False) -> str:
        """The comparison rendered."""
        numbers = await self.numbers() if numbered and self.numbers else UNNUMBERED
        return await offload(comparison_html, self.made, self.base_text, self.head_text, numbers)

    @strawberry.field(
        description="The comparison in diff-match-patch's patch format, to carry it over to another copy; counts code points."
    )
    async def patch(self) -> str:
        """The comparison as a patch."""
        return await offload(patch_between, self.base_text, self.head_text)

    @strawberry.field(
        description="Who wrote the words that came, and whose words went, largest share first; null where that is not known."
    )
    async def contributors(self, info: Info) -> list[Contribution] | None:
        """The shares of organizations."""
        if self.sides is None:
            return None
        base, head = [await side.runs(info) for side in self.sides]
        return await _by_organization(info, await asyncio.to_thread(contributions, self.made, base, head))


def _told(blocks: Sequence[core.BlockChange]) -> list[BlockChange]:
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
        for block in blocks
    ]


async def _by_organization(info: Info, shares: dict[str, Share]) -> list[Contribution]:
    rows = await info.context.loaders.memberships.load_many(list(shares))
    totals: dict[str, Share] = {}
    for row, share in zip(rows, shares.values(), strict=True):
        totals[row.organization_id] = totals.get(row.organization_id, Share()) + share
    ordered = sorted(
        totals.items(), key=lambda one: (-one[1].inserted_characters, -one[1].deleted_characters, one[0])
    )
    return [
        Contribution(
            organization=await organization_of(info, organization_id),
            inserted_words=share.inserted_words,
            inserted_characters=share.inserted_characters,
            deleted_words=share.deleted_words,
            deleted_characters=share.deleted_characters,
        )
        for organization_id, share in ordered
    ]
