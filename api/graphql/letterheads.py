"""Letterheads: what stands at the head of an organization's papers, and setting its lines."""

from datetime import datetime

import strawberry

from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from positions.queries.letterheads import LetterheadRow, letterhead_in
from positions.services.letterheads import SetLetterhead, set_letterhead


@strawberry.type(description="What stands at the head of an organization's papers.")
class Letterhead:
    """Lines and a mark."""

    lines: list[str] = strawberry.field(description="The lines, an address as it is printed.")
    has_logo: bool = strawberry.field(
        description="Whether it has a mark; the picture is at `/organizations/CODE/letterhead/logo`."
    )
    updated_at: datetime = strawberry.field(description="When it was last set.")

    @classmethod
    def of(cls, row: LetterheadRow) -> "Letterhead":
        """The letterhead of a row."""
        return cls(lines=row.lines, has_logo=row.logo_media_type is not None, updated_at=row.updated_at)


@strawberry.type
class LetterheadQueries:
    """Root fields about letterheads."""

    @strawberry.field(
        description="An organization's letterhead; null while it has none and its name stands alone."
    )
    async def letterhead(self, info: Info, organization_code: str) -> Letterhead | None:
        """The letterhead, or null."""
        row = await info.context.read(letterhead_in, organization_code)
        return Letterhead.of(row) if row else None


@strawberry.input(description="Whose letterhead, and its lines.")
class SetLetterheadInput:
    """Lines."""

    for_organization_code: str = strawberry.field(description="The organization whose papers it heads.")
    lines: list[str] = strawberry.field(description="At most six lines of at most 120 characters.")
    organization_code: str | None = strawberry.field(
        default=None, description="The organization you act for; required only when you may act for several."
    )


@strawberry.type(description="What setLetterhead answers.")
class SetLetterheadPayload(Payload):
    """The letterhead."""

    letterhead: Letterhead | None = strawberry.field(default=None, description="The letterhead as it is now.")


@strawberry.type
class LetterheadMutations:
    """Mutations of letterheads."""

    @mutation(
        "Set the lines at the head of an organization's papers: an administrator for any, a coordinator for its own."
    )
    async def set_letterhead(self, info: Info, input: SetLetterheadInput) -> SetLetterheadPayload:
        """Set the lines."""
        wish = SetLetterhead(input.for_organization_code, input.lines, input.organization_code)
        async with info.context.write() as work:
            row = await set_letterhead(work, info.context.actor, wish)
        return SetLetterheadPayload(letterhead=Letterhead.of(row))
