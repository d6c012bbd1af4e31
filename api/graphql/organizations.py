"""Organizations as clients see them."""

from datetime import date
from functools import cache, partial
from typing import cast

import strawberry

from api.graphql.context import Context, Info
from api.graphql.nodes import Node
from api.graphql.pagination import After, Connection, First, connect, window
from positions.data.municipalities import read_municipalities
from positions.errors import Refusal
from positions.members import demand_administrator
from positions.organizations import OrganizationKind
from positions.queries.electorates import SuspensionRow, suspensions_of
from positions.queries.organizations import (
    NO_FIGURES,
    OrganizationFilter,
    OrganizationRow,
    count_organizations,
    every_organization,
    figures_on,
    find_organization,
    list_organizations,
    organizations_by_id,
)

strawberry.enum(OrganizationKind, description="What an organization is.")


@strawberry.type(description="A town's place on the tile map of the metropolis, from its north-west corner.")
class Tile:
    """A square of the map."""

    column: int = strawberry.field(description="From the left, from 0.")
    row: int = strawberry.field(description="From the top, from 0.")


@strawberry.type(description="Days on which an organization is not called to vote.")
class Suspension:
    """A suspension."""

    since: date = strawberry.field(name="from", description="The first day.")
    until: date | None = strawberry.field(description="The last day; null while it is not known.")
    why: strawberry.Private[str]

    @classmethod
    def of(cls, row: SuspensionRow) -> "Suspension":
        """The suspension of a row."""
        return cls(since=row.since, until=row.until, why=row.reason)

    @strawberry.field(description="Why; null for whoever does not keep the register.")
    def reason(self, info: Info) -> str | None:
        """The reason, for administrators."""
        try:
            demand_administrator(info.context.actor)
        except Refusal:
            return None
        return self.why


@strawberry.type(description="A municipality, the metropolitan authority, or a partner.")
class Organization(Node):
    """An organization."""

    code: str = strawberry.field(
        description="The INE code of a municipality, `AMB`, or a partner's short code."
    )
    kind: OrganizationKind = strawberry.field(description="What it is.")
    name: str = strawberry.field(description="Its own name.")
    comarca: str | None = strawberry.field(description="The county it lies in.")
    confirms_votes: bool = strawberry.field(
        description="Whether its votes count only once a second person of it has confirmed them."
    )

    @classmethod
    def of(cls, row: OrganizationRow) -> "Organization":
        """The organization of a row."""
        return cls(
            id=strawberry.ID(row.id),
            code=row.code,
            kind=OrganizationKind(row.kind),
            name=row.name,
            comarca=row.comarca,
            confirms_votes=row.confirms_votes,
        )

    @strawberry.field(description="Its square on the tile map; null for whoever is not on it.")
    def tile(self) -> Tile | None:
        """Where a map draws it."""
        return _tiles().get(self.code)

    @strawberry.field(description="Inhabitants, as of today.")
    def population(self, info: Info) -> int | None:
        """What counts in a vote by population."""
        return self._figure(info.context, "population")

    @strawberry.field(description="Seats in the Metropolitan Council, as of today.")
    def seats(self, info: Info) -> int | None:
        """What counts in a vote by seats."""
        return self._figure(info.context, "seats")

    @strawberry.field(description="Its last day, when it merged into another or is about to.")
    async def ended_on(self, info: Info) -> date | None:
        """From the day after it is called no more."""
        return (await self._row(info.context)).ended_on

    @strawberry.field(description="Who follows it after its last day.")
    async def successor(self, info: Info) -> "Organization | None":
        """What it merged into."""
        every = await info.context.read_once(every_organization)
        found = every.get((await self._row(info.context)).successor_id or "")
        return Organization.of(found) if found else None

    @strawberry.field(description="The days on which it is not called to vote, by their first.")
    async def suspensions(self, info: Info) -> list[Suspension]:
        """Past, present and to come."""
        found = await info.context.read_once(suspensions_of)
        return [Suspension.of(row) for row in found.get(self.id, ())]

    async def _row(self, context: Context) -> OrganizationRow:
        return (await context.read_once(every_organization))[self.id]

    def _figure(self, context: Context, name: str) -> int | None:
        # A list loads the figures ahead; elsewhere the answer is awaited, which GraphQL takes from any resolver.
        known = context.known(figures_on, context.today)
        if known is None:
            return cast("int | None", self._awaited(context, name))
        return cast("int | None", getattr(known.get(self.id, NO_FIGURES), name))

    async def _awaited(self, context: Context, name: str) -> int | None:
        every = await context.read_once(figures_on, context.today)
        return cast("int | None", getattr(every.get(self.id, NO_FIGURES), name))


@strawberry.input(
    name="OrganizationFilter", description="Which organizations; fields that are given must all hold."
)
class OrganizationFilterInput:
    """A filter as clients send it."""

    kind: OrganizationKind | None = strawberry.field(default=None, description="Of this kind.")
    search: str | None = strawberry.field(
        default=None, description="With these words in the name or as the code."
    )


@strawberry.type
class OrganizationQueries:
    """Root fields about organizations."""

    @strawberry.field(description="The organizations, by code.")
    async def organizations(
        self, info: Info, first: First, after: After = None, filter: OrganizationFilterInput | None = None
    ) -> Connection[Organization]:
        """One page of organizations."""
        context, asked = info.context, window(first, after)
        chosen = OrganizationFilter(filter.kind, filter.search) if filter else OrganizationFilter()
        page = await context.read(list_organizations, chosen, asked)
        if context.mentioned & {"population", "seats"}:
            await context.read_once(figures_on, context.today)
        return connect(
            page,
            asked,
            node=Organization.of,
            count=partial(context.read, count_organizations, chosen),
        )

    @strawberry.field(description="One organization by its code.")
    async def organization(self, info: Info, code: str) -> Organization | None:
        """The organization, or null."""
        row = await info.context.read(find_organization, code)
        return Organization.of(row) if row else None


async def load_organization(context: Context, identifier: str) -> Organization | None:
    """The organization with this id."""
    found = await context.read(organizations_by_id, [identifier])
    return Organization.of(found[identifier]) if identifier in found else None


@cache
def _tiles() -> dict[str, Tile]:
    towns = read_municipalities()
    return {town.code: Tile(column=town.tile.column, row=town.tile.row) for town in towns if town.tile}
