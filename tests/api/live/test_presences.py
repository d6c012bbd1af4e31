"""Presence, by itself and over sockets: the session says who it is, and only for its own clients."""

from dataclasses import replace

from api.live.connections import Connection, Limits
from api.live.presences import BELIEVED, MAX_CLIENTS, Presences
from api.live.protocol import Presence, PresenceUpdate, QueryPresence
from positions.actors import Actor
from positions.ids import MemberId
from positions.replicas import SERVER_CLIENT_BASE
from tests.api.live.conftest import Table
from tests.api.live.test_connections import visitor
from tests.support.peers import Peer, at_the_table
from tests.support.world import LEAD, PARTICIPANT

NOW = 1_800_000_000_000


def connection_of(member_id: str) -> Connection:
    actor = Actor(member_id=MemberId(member_id), name=member_id)
    return Connection(replace(visitor(), actor=actor), Limits())


def here(client: int, clock: int = 1) -> Presence:
    return Presence(client, clock, {"user": {"name": "Nobody"}})


class TestEntries:
    """What a room keeps of who is there."""

    async def test_the_session_says_who_it_is(self) -> None:
        presences, anna = Presences(lambda _: None), connection_of("Anna")
        (told,) = presences.announce(anna, [here(7)], NOW)
        assert told.state == {
            "user": {"name": "Anna", "organization": "08101", "key": "Anna"},
            "cursor": None,
        }

    async def test_another_members_client_is_not_taken_over(self) -> None:
        presences, anna, eve = Presences(lambda _: None), connection_of("Anna"), connection_of("Eve")
        presences.announce(anna, [here(7)], NOW)
        assert presences.announce(eve, [here(7), Presence(7, 9, None)], NOW) == ()
        assert [entry.client for entry in presences.others(eve, NOW)] == [7]

    async def test_a_client_id_that_has_typed_is_its_members(self) -> None:
        presences = Presences({7: "Anna"}.get)
        assert presences.announce(connection_of("Eve"), [here(7)], NOW) == ()
        assert presences.announce(connection_of("Anna"), [here(7)], NOW) != ()

    async def test_a_member_who_returns_takes_the_client_over_from_the_lost_socket(self) -> None:
        presences, lost, back = Presences(lambda _: None), connection_of("Anna"), connection_of("Anna")
        (before,) = presences.announce(lost, [here(7)], NOW)
        (after,) = presences.announce(back, [here(7)], NOW)
        assert after.clock > before.clock
        assert presences.leave(lost, NOW) == ()
        assert [entry.client for entry in presences.leave(back, NOW)] == [7]

    async def test_numbers_rise_whatever_the_browser_says(self) -> None:
        presences, anna = Presences(lambda _: None), connection_of("Anna")
        clocks = [presences.announce(anna, [here(7, clock)], NOW)[0].clock for clock in (9, 1, 5)]
        assert clocks == [NOW, NOW + 1, NOW + 2]

    async def test_who_leaves_is_gone(self) -> None:
        presences, anna, biel = Presences(lambda _: None), connection_of("Anna"), connection_of("Biel")
        presences.announce(anna, [here(7)], NOW)
        assert [(gone.client, gone.state) for gone in presences.leave(anna, NOW)] == [(7, None)]
        assert presences.others(biel, NOW) == ()

    async def test_clients_are_few_and_not_the_servers(self) -> None:
        presences, anna = Presences(lambda _: None), connection_of("Anna")
        assert presences.announce(anna, [here(SERVER_CLIENT_BASE)], NOW) == ()
        assert len(presences.announce(anna, [here(2**53 - 1)], NOW)) == 1
        assert len(presences.announce(anna, [here(client) for client in range(100)], NOW)) == MAX_CLIENTS - 1

    async def test_who_is_at_another_process_is_shown_until_it_falls_silent(self) -> None:
        presences, anna = Presences(lambda _: None), connection_of("Anna")
        entry = Presence(9, NOW, {"user": {"name": "Biel", "key": "Biel"}})
        assert presences.hear(entry)
        assert not presences.hear(entry)
        assert presences.others(anna, NOW + BELIEVED) == (entry,)
        assert presences.here() == ()
        assert presences.others(anna, NOW + BELIEVED + 1) == ()

    async def test_a_member_who_moves_between_processes_is_one_and_nobody_else_takes_over(self) -> None:
        presences, anna, eve = Presences(lambda _: None), connection_of("Anna"), connection_of("Eve")
        presences.hear(Presence(7, NOW + 5, {"user": {"name": "Anna", "key": "Anna"}}))
        assert presences.announce(eve, [here(7)], NOW) == ()
        (told,) = presences.announce(anna, [here(7)], NOW)
        assert told.clock == NOW + 6
        assert not presences.hear(Presence(7, NOW + 5, None))
        assert presences.here() == (told,)


async def announce(peer: Peer) -> None:
    await peer.send(PresenceUpdate((here(peer.client_id),)))


async def test_people_see_each_other_come_and_go(table: Table) -> None:
    anna, biel, late = await table.peer(LEAD), await table.peer(PARTICIPANT), await table.peer("OBSERVER")
    async with at_the_table(anna, biel):
        await announce(anna)
        await announce(biel)
        await anna.until(lambda: biel.client_id in anna.seen)
        await biel.until(lambda: anna.client_id in biel.seen)
        state = biel.seen[anna.client_id].state
        assert state is not None
        assert state["user"] == {
            "name": table.world.lead.name,
            "organization": LEAD,
            "key": table.world.lead.member_id,
        }
        await late.open()
        await late.until(lambda: {anna.client_id, biel.client_id} <= late.seen.keys())
        await anna.close()
        await late.until(lambda: late.seen.keys() == {biel.client_id})
        await biel.until(lambda: not biel.seen)
        await late.close()


async def test_whoever_asks_is_told_who_is_here(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        await announce(anna)
        await biel.until(lambda: anna.client_id in biel.seen)
        biel.heard = [frame for frame in biel.heard if not isinstance(frame, PresenceUpdate)]
        await biel.send(QueryPresence())
        await biel.until(lambda: anna.client_id in biel.seen)
