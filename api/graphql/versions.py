"""Versions, and the mutations that save and restore them."""

from datetime import datetime

import strawberry

from api.graphql.authors import Author, Contributor, contributors_of, organization_of
from api.graphql.context import Context, Info
from api.graphql.nodes import Node
from api.graphql.organizations import Organization
from positions.authorship import Run
from positions.documents import outline
from positions.errors import NotFound
from positions.publishing.markdown import render
from positions.queries.documents import VersionRow, see_version_by_id, shares
from positions.queries.versions import version_runs, version_text
from positions.services.offload import offload


@strawberry.type(description="A heading of a text.")
class Heading:
    """One line of an outline."""

    level: int = strawberry.field(description="1 to 6.")
    text: str = strawberry.field(description="The heading without marks.")
    start: int = strawberry.field(description="Where it begins, in code points.")


@strawberry.type(description="A stretch of text by one organization.")
class AuthoredRange:
    """Who wrote a range of code points."""

    organization: Organization = strawberry.field(description="Who wrote it.")
    start: int = strawberry.field(description="Start, in code points.")
    end: int = strawberry.field(description="End, excluded.")


@strawberry.type(description="An immutable, numbered, hashed snapshot of a draft.")
class Version(Node):
    """A version as clients see it."""

    number: int = strawberry.field(description="Its number in the document, from 1.")
    label: str | None = strawberry.field(description="What the person who saved it called it.")
    note: str | None = strawberry.field(description="Why it was saved.")
    erratum_reason: str | None = strawberry.field(
        description="Set when it corrects the adopted version before it: why."
    )
    is_automatic: bool = strawberry.field(description="Whether the system saved it before a step.")
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
            sequence=row.sequence,
            sha256=row.sha256,
            chain_sha256=row.chain_sha256,
            words=row.words,
            created_at=row.created_at,
            row=row,
        )

    @strawberry.field(description="Who saved it.")
    def author(self) -> Author:
        """The member who saved it."""
        return Author(membership_id=self.row.membership_id)

    @strawberry.field(description="The text: Markdown, NFC.")
    async def text(self, info: Info) -> str:
        """The whole text."""
        return await info.context.read(version_text, self.row)

    @strawberry.field(description="The text as sanitised HTML.")
    async def html(self, info: Info) -> str:
        """The text rendered."""
        return await offload(render, await info.context.read(version_text, self.row))

    @strawberry.field(description="Its headings.")
    async def outline(self, info: Info) -> list[Heading]:
        """The outline."""
        text = await info.context.read(version_text, self.row)
        return [Heading(level=h.level, text=h.text, start=h.start) for h in outline(text)]

    @strawberry.field(description="How much each organization wrote, largest share first.")
    async def contributors(self, info: Info) -> list[Contributor]:
        """The shares of its text."""
        return await contributors_of(info, shares(await info.context.read(version_runs, self.row)))

    @strawberry.field(description="Who wrote which stretch; the ranges tile the text.")
    async def authorship(self, info: Info) -> list[AuthoredRange]:
        """The text divided among organizations."""
        return await _by_organization(info, await info.context.read(version_runs, self.row))


async def _by_organization(info: Info, runs: tuple[Run, ...]) -> list[AuthoredRange]:
    rows = await info.context.loaders.memberships.load_many([run.author for run in runs])
    ranges: list[AuthoredRange] = []
    start = 0
    for run, row in zip(runs, rows, strict=True):
        end = start + run.length
        if ranges and ranges[-1].organization.id == row.organization_id:
            ranges[-1].end = end
        else:
            organization = await organization_of(info, row.organization_id)
            ranges.append(AuthoredRange(organization=organization, start=start, end=end))
        start = end
    return ranges


async def load_version(context: Context, identifier: str) -> Version | None:
    """The version with this id, for whoever asks."""
    try:
        _, row = await context.read(see_version_by_id, context.actor, identifier)
    except NotFound:
        return None
    return Version.of(row)
