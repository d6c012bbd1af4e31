import asyncio

import pytest

from api.live.connections import Connection, Ending, Limits, Settlement, denial
from api.live.protocol import PermissionDenied, encode
from positions.actors import Actor, Membership, Role
from positions.errors import Forbidden, LimitExceeded, Refusal, StageForbids
from positions.ids import MemberId, MembershipId, OrganizationId
from positions.lifecycle import Stage
from positions.permissions import Permission, Standing
from positions.services.live import Visitor

SHORT = Limits(send_seconds=0.01, outgoing_bytes=10, incoming_bytes=10)


def visitor(stage: Stage = Stage.DRAFTING, standing: Standing = Standing.DELEGATE) -> Visitor:
    membership = Membership(MembershipId("msh_1"), OrganizationId("org_1"), "08101", Role.DELEGATE)
    actor = Actor(member_id=MemberId("mem_1"), name="Laia", memberships=(membership,))
    return Visitor(
        actor,
        document_id="doc_1",
        position_id="pos_1",
        permission=Permission.EDIT_ORIGINAL,
        stage=stage,
        standings=((membership, standing),),
    )


class TestSettlement:
    """A frame counts as settled only with all that were sent before it."""

    def test_frames_settle_one_after_the_other(self) -> None:
        frames = Settlement()
        numbers = [frames.number() for _ in range(3)]
        assert all(frames.settle(number, is_whole=False) for number in numbers)
        assert frames.settled == 3

    def test_what_was_not_taken_holds_up_what_follows(self) -> None:
        frames = Settlement()
        _lost, later = frames.number(), frames.number()
        assert not frames.settle(later, is_whole=False)
        assert frames.settled == 0

    def test_a_whole_answer_carries_all_before_it(self) -> None:
        frames = Settlement()
        _lost, _later, whole, next_one = [frames.number() for _ in range(4)]
        assert frames.settle(whole, is_whole=True)
        assert frames.settled == 3
        assert frames.settle(next_one, is_whole=False)
        assert frames.settled == 4


class TestSending:
    """Nobody waits for a connection that does not take its frames."""

    async def test_frames_go_out_in_order(self) -> None:
        connection, sent = Connection(visitor(), Limits()), list[bytes]()

        async def send(frame: bytes) -> None:
            sent.append(frame)
            if len(sent) == 3:
                connection.end(1000, "enough")

        for frame in (b"1", b"2", b"3"):
            connection.send_encoded(frame)
        delivery = asyncio.create_task(connection.deliver(send))
        await connection.ended
        delivery.cancel()
        assert sent == [b"1", b"2", b"3"]

    async def test_who_takes_nothing_is_ended_after_a_while(self) -> None:
        connection, never = Connection(visitor(), SHORT), asyncio.Event()

        async def send(_: bytes) -> None:
            await never.wait()

        connection.send_encoded(b"x")
        delivery = asyncio.create_task(connection.deliver(send))
        assert await connection.ended == Ending(4408, "too_slow")
        delivery.cancel()

    async def test_who_has_too_much_waiting_is_ended_at_once(self) -> None:
        connection = Connection(visitor(), SHORT)
        connection.send_encoded(b"one frame may be of any size")
        assert not connection.ended.done()
        connection.send_encoded(b"x")
        assert connection.ended.result() == Ending(4408, "too_slow")

    async def test_the_first_reason_to_end_stands(self) -> None:
        connection = Connection(visitor(), SHORT)
        connection.end(1, "first")
        connection.end(2, "second")
        assert connection.ended.result() == Ending(1, "first")

    async def test_a_socket_is_read_on_while_little_waits_for_the_log(self) -> None:
        connection = Connection(visitor(), SHORT)
        connection.hold(11)
        reading = asyncio.create_task(connection.may_read())
        await asyncio.sleep(0)
        assert not reading.done()
        connection.release(11)
        await reading


class TestRights:
    """What is told when rights change."""

    @staticmethod
    def told(connection: Connection) -> list[bytes]:
        return list(connection._outgoing)

    async def test_who_loses_the_right_is_told_once(self) -> None:
        connection = Connection(visitor(), Limits())
        for _ in range(2):
            connection.reconsider(visitor(Stage.AMENDING))
        assert self.told(connection) == [encode(PermissionDenied("frozen"))]

    async def test_who_wins_the_right_is_to_come_back(self) -> None:
        connection = Connection(visitor(Stage.AMENDING), Limits())
        connection.deny(StageForbids("stage_forbids"))
        connection.reconsider(visitor())
        assert connection.ended.result() == Ending(4205, "rights_gained")

    async def test_who_wrote_what_cannot_be_taken_stays(self) -> None:
        connection = Connection(visitor(), Limits())
        connection.deny(LimitExceeded("text_too_long"))
        connection.reconsider(visitor())
        assert not connection.ended.done()

    async def test_who_always_had_it_hears_nothing(self) -> None:
        connection = Connection(visitor(), Limits())
        connection.reconsider(visitor())
        assert not self.told(connection)
        assert not connection.ended.done()

    @pytest.mark.parametrize(
        ("refusal", "reason"),
        [
            (StageForbids("stage_forbids"), "frozen"),
            (Forbidden("role_forbids"), "read_only"),
            (Forbidden("scope_missing"), "read_only"),
            (Forbidden("client_id_taken"), "client_id_taken"),
        ],
    )
    def test_reasons_have_the_names_that_clients_know(self, refusal: Refusal, reason: str) -> None:
        assert denial(refusal) == reason
