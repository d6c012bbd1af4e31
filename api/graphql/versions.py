"""Versions, and the mutations that save and restore them."""

from datetime import datetime
from functools import partial

import strawberry

from api.graphql.authors import (
    Author,
    AuthoredBy,
    AuthoredRange,
    By,
    Contributor,
    contributors_of,
    ranges_of,
)
from api.graphql.comparisons import WithNumbers
from api.graphql.context import Context, Info
from api.graphql.nodes import Node
from positions.documents import outline
from positions.errors import NotFound
from positions.permissions import Permission
from positions.publishing.markdown import render
from positions.queries.access import see_document
from positions.queries.documents import VersionRow, see_version_by_id, shares
from positions.queries.numbering import citations_of
from positions.queries.versions import version_runs, version_text
from positions.services.offload import offload
from positions.versions import Occasion

strawberry.enum(Occasion, name="Occasion", description="Why the system saved a version.")


@strawberry.type(description="A heading of a text.")
class Heading:
    """One line of an outline."""

    level: int = strawberry.field(description="1 to 6.")
    text: str = strawberry.field(description="The heading without marks.")
    start: int = strawberry.field(description="Where it begins, in code points.")


@strawberry.type(description="An immutable, numbered, hashed snapshot of a draft.")
class Version(Node):
    """A version as clients see it."""

    number: int = strawberry.field(description="Its number in the document, from 1.")
    label: str | None = strawberry.field(description="What the person who saved it called it.")
    note: str | None = strawberry.field(description="Why it was saved.")
    erratum_reason: str | None = strawberry.field(
        description="Set when it corrects the adopted version before it: why."
    )
    is_automatic: bool = strawberry.field(description="Whether the system saved it.")
    occasion: Occasion | None = strawberry.field(
        description="When the system saved it: before a stage, before another step, in a pause of the edits, after many."
    )
    sequence: int = strawberry.field(description="The draft's sequence it was taken at.")
    sha256: str = strawberry.field(description="Of the text's UTF-8 bytes: what `sha256sum` prints.")
    chain_sha256: str = strawberry.field(
        description="Covers this hash and, through the version before it, all earlier ones."
    )
    words: int = strawberry.field(description="How many words it has.")
    created_at: datetime = strawberry.field(description="When it was saved.")
    row: strawberry.Private[VersionRow]

    @classmethod
    def of(cls, row: VersionRow) -> "Version":
        """The version of a row that the reader may open."""
        return cls(
            id=strawberry.ID(row.id),
            number=row.number,
            label=row.label,
            note=row.note,
            erratum_reason=row.erratum_reason,
            is_automatic=row.is_automatic,
            occasion=Occasion(row.occasion) if row.occasion else None,
            sequence=row.sequence,
            sha256=row.sha256,
            chain_sha256=row.chain_sha256,
            words=row.words,
            created_at=row.created_at,
            row=row,
        )

    @strawberry.field(
        description="Who saved it; of an automatic version who took the step it was saved before, or wrote last."
    )
    def author(self) -> Author:
        """The member who saved it."""
        return Author(membership_id=self.row.membership_id)

    @strawberry.field(description="The text: Markdown, NFC.")
    async def text(self, info: Info) -> str:
        """The whole text."""
        return await info.context.read(version_text, self.row)

    @strawberry.field(description="The text as sanitised HTML.")
    async def html(self, info: Info, *, numbered: WithNumbers = False) -> str:
        """The text rendered."""
        numbers = (await info.context.read(citations_of, self.row)).by_start if numbered else {}
        return await offload(
            partial(render, numbers=numbers), await info.context.read(version_text, self.row)
        )

    @strawberry.field(description="Its headings.")
    async def outline(self, info: Info) -> list[Heading]:
        """The outline."""
        text = await info.context.read(version_text, self.row)
        return [Heading(level=h.level, text=h.text, start=h.start) for h in outline(text)]

    @strawberry.field(description="How much each organization, or each member, wrote, largest share first.")
    async def contributors(self, info: Info, by: By = AuthoredBy.ORGANIZATION) -> list[Contributor]:
        """The shares of its text."""
        runs = await info.context.read(version_runs, self.row)
        return await contributors_of(info, shares(runs), await self._told(info, by))

    @strawberry.field(description="Who wrote which stretch; the ranges tile the text.")
    async def authorship(self, info: Info, by: By = AuthoredBy.ORGANIZATION) -> list[AuthoredRange]:
        """The text divided among organizations, or members."""
        runs = await info.context.read(version_runs, self.row)
        return await ranges_of(info, runs, await self._told(info, by))

    async def _told(self, info: Info, by: AuthoredBy) -> AuthoredBy:
        """The public is told of organizations only."""
        if by is AuthoredBy.MEMBER:
            access, _ = await info.context.read(see_document, info.context.actor, self.row.document_id)
            if not access.holds(Permission.READ):
                return AuthoredBy.ORGANIZATION
        return by


async def load_version(context: Context, identifier: str) -> Version | None:
    """The version with this id, for whoever asks."""
    try:
        _, row = await context.read(see_version_by_id, context.actor, identifier)
    except NotFound:
        return None
    return Version.of(row)
