"""Who wrote, decided or voted: a member in office for an organization."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Annotated

import strawberry

from api.graphql.context import Info
from api.graphql.organizations import Organization
from positions.authorship import Run


@strawberry.type(description="A member acting for an organization.")
class Author:
    """The author behind a membership id."""

    membership_id: strawberry.Private[str]

    @strawberry.field(description="The member's name.")
    async def name(self, info: Info) -> str:
        """The name, as the register has it."""
        return (await info.context.loaders.memberships.load(self.membership_id)).member.name

    @strawberry.field(description="The organization the member acted for.")
    async def organization(self, info: Info) -> Organization:
        """The organization."""
        membership = await info.context.loaders.memberships.load(self.membership_id)
        return await organization_of(info, membership.organization_id)


@strawberry.enum(description="Whom a text is divided among.")
class AuthoredBy(Enum):
    """Towns, or their people."""

    ORGANIZATION = "ORGANIZATION"
    MEMBER = "MEMBER"


By = Annotated[
    AuthoredBy,
    strawberry.argument(
        description="MEMBER also names the people; the public gets organizations in any case."
    ),
]

_AUTHOR = "The member; null where organizations are asked for, and for the public."


@strawberry.type(description="How much of a text an organization, or one of its members, wrote.")
class Contributor:
    """A share of a text."""

    organization: Organization = strawberry.field(description="Who wrote.")
    characters: int = strawberry.field(description="How many code points of the text are theirs.")
    author: Author | None = strawberry.field(default=None, description=_AUTHOR)


@strawberry.type(description="A stretch of text by one organization, or by one of its members.")
class AuthoredRange:
    """Who wrote a range of code points."""

    organization: Organization = strawberry.field(description="Who wrote it.")
    start: int = strawberry.field(description="Start, in code points.")
    end: int = strawberry.field(description="End, excluded.")
    author: Author | None = strawberry.field(default=None, description=_AUTHOR)


async def organization_of(info: Info, organization_id: str) -> Organization:
    """The organization with this id, which exists."""
    row = await info.context.loaders.organizations.load(organization_id)
    return Organization.of(row)


_Who = tuple[str, str | None]
"""An organization's id and, where people are told apart, a member's id."""


async def _who(info: Info, memberships: Iterable[str], by: AuthoredBy) -> dict[str, _Who]:
    """Whom each membership counts for: a member with several roles in an organization counts once."""
    rows = await info.context.loaders.memberships.load_many(list(memberships))
    return {row.id: (row.organization_id, row.member_id if by is AuthoredBy.MEMBER else None) for row in rows}


async def contributors_of(
    info: Info, characters: Mapping[str, int], by: AuthoredBy = AuthoredBy.ORGANIZATION
) -> list[Contributor]:
    """The shares, largest first, from the shares of memberships."""
    who = await _who(info, characters, by)
    totals: dict[_Who, int] = {}
    names: dict[_Who, str] = {}
    for membership_id, count in characters.items():
        totals[who[membership_id]] = totals.get(who[membership_id], 0) + count
        names.setdefault(who[membership_id], membership_id)
    ordered = sorted(totals.items(), key=lambda share: (-share[1], share[0][0], share[0][1] or ""))
    return [
        Contributor(
            organization=await organization_of(info, one[0]),
            characters=count,
            author=Author(membership_id=names[one]) if one[1] else None,
        )
        for one, count in ordered
    ]


async def ranges_of(info: Info, runs: Sequence[Run], by: AuthoredBy) -> list[AuthoredRange]:
    """A text divided among organizations or members: neighbours of one are one range."""
    who = await _who(info, {run.author for run in runs}, by)
    ranges: list[AuthoredRange] = []
    start, last = 0, None
    for run in runs:
        one, end = who[run.author], start + run.length
        if one == last:
            ranges[-1].end = end
        else:
            author = Author(membership_id=run.author) if one[1] else None
            organization = await organization_of(info, one[0])
            ranges.append(AuthoredRange(organization=organization, start=start, end=end, author=author))
        start, last = end, one
    return ranges
