"""What tests of the live socket ask for: a world with a paper in drafting, a server, and people at it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from itertools import count

import pytest

from positions.lifecycle import Stage
from positions.services.sessions import sign_in
from tests.support.live_servers import live_server
from tests.support.peers import Peer
from tests.support.world import Paper, World, bring_to, propose

TEXT = "# Aigua\n\nEl títol.\n"


@dataclass
class Table:
    """A paper in drafting, a server, and peers by the name of their actor."""

    world: World
    paper: Paper
    address: str

    async def peer(self, name: str, client_id: int | None = None) -> Peer:
        """Somebody with a session of their own; not connected yet."""
        secret = await secret_of(self.world, name)
        return Peer(self.address, self.paper.document_id, secret, client_id or next(_client_ids))


_client_ids = count(100)
Seat = Callable[[str], Awaitable[Peer]]


async def secret_of(world: World, name: str) -> str:
    """A new session's secret; none for nobody."""
    member_id = world.actors[name].member_id
    if member_id is None:
        return ""
    async with world.database.write() as work:
        return await sign_in(work, member_id)


@pytest.fixture
async def paper(world: World) -> Paper:
    """A paper whose text is being written."""
    paper = await propose(world)
    await bring_to(world, paper, Stage.DRAFTING, TEXT)
    return paper


@pytest.fixture
async def table(world: World, paper: Paper) -> AsyncIterator[Table]:
    """The paper on a server."""
    async with live_server(world.database) as address:
        yield Table(world, paper, address)
