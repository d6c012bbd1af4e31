"""What many nodes name alike, fetched once for all of them: organizations, authors behind memberships, covers, adoptions;
and of reservations what only the texts tell."""

from strawberry.dataloader import DataLoader

from positions.publications import Adoption
from positions.queries.adoptions import adoptions_by_id
from positions.queries.covers import PositionRow, load_covers
from positions.queries.members import MembershipRow, memberships_by_id
from positions.queries.organizations import OrganizationRow, organizations_by_id
from positions.queries.reservations import quotes, wishes_reached
from positions.services.snapshots import Snapshot


class Loaders:
    """One request's loaders; each gathers the ids asked for together into one statement."""

    def __init__(self, snapshot: Snapshot) -> None:
        async def organizations(ids: list[str]) -> list[OrganizationRow]:
            found = await snapshot.read(organizations_by_id, ids)
            return [found[one] for one in ids]

        async def memberships(ids: list[str]) -> list[MembershipRow]:
            found = await snapshot.read(memberships_by_id, ids)
            return [found[one] for one in ids]

        async def covers(ids: list[str]) -> list[PositionRow]:
            found = await snapshot.read(load_covers, ids)
            return [found[one] for one in ids]

        async def adoptions(ids: list[str]) -> list[Adoption | None]:
            found = await snapshot.read(adoptions_by_id, ids)
            return [found.get(one) for one in ids]

        async def reached(ids: list[str]) -> list[bool]:
            found = await snapshot.read(wishes_reached, ids)
            return [one in found for one in ids]

        async def quoted(ids: list[str]) -> list[str | None]:
            found = await snapshot.read(quotes, ids)
            return [found.get(one) for one in ids]

        self.adoptions: DataLoader[str, Adoption | None] = DataLoader(adoptions)
        self.covers: DataLoader[str, PositionRow] = DataLoader(covers)
        self.organizations: DataLoader[str, OrganizationRow] = DataLoader(organizations)
        self.memberships: DataLoader[str, MembershipRow] = DataLoader(memberships)
        self.quotes: DataLoader[str, str | None] = DataLoader(quoted)
        self.reached: DataLoader[str, bool] = DataLoader(reached)
