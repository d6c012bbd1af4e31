"""A translation is written live when its paper is adopted, and its original is not."""

from tests.api.live.conftest import secret_of
from tests.support.live_servers import live_server
from tests.support.peers import Peer, at_the_table
from tests.support.translations import add, adopted, look
from tests.support.world import PARTICIPANT, World


async def test_after_adoption_a_translation_is_open_and_the_original_closed(world: World) -> None:
    paper = await adopted(world)
    document_id = await add(world, paper)
    secret = await secret_of(world, PARTICIPANT)
    async with live_server(world.database) as address:
        peer = Peer(address, document_id, secret, 7)
        async with at_the_table(peer):
            await peer.type(0, 0, "Hello ")
            await peer.until(lambda: peer.is_saved)
        reader = Peer(address, paper.document_id, secret, 8)
        async with at_the_table(reader):
            await reader.type(0, 0, "Hello ")
            await reader.until(lambda: bool(reader.denials))
    assert (await look(world, document_id)).text.startswith("Hello ")
