"""What came back is recorded once, after the sending, and stays."""

from datetime import date, timedelta
from typing import Any

import pytest

from positions.errors import Forbidden, Invalid, LimitExceeded, NotFound, Refusal, StageForbids
from positions.lifecycle import Action
from positions.models.submissions import Submission
from positions.queries.submissions import see_submission
from positions.services.idempotency import key
from positions.services.replies import RecordReply, RegisterSubmission, record_reply, register_submission
from positions.services.stages import MoveStage, move_stage
from positions.submissions import ReplyKind
from tests.support.dossiers import adopted_in_english, send, tags_of
from tests.support.world import World

pytestmark = pytest.mark.usefixtures("nothing_printed")


@pytest.fixture
async def sent(world: World) -> Submission:
    return await send(world, await adopted_in_english(world))


def received(world: World, sent: Submission, **terms: Any) -> RecordReply:
    usual = {"submission_id": sent.id, "kind": ReplyKind.RECEIPT, "at": world.clock.now}
    return RecordReply(**{**usual, **terms})


async def note(world: World, request: RecordReply, who: str = "COORDINATOR") -> Submission:
    async with world.database.write() as work:
        return await record_reply(work, world.actors[who], request)


async def look(world: World, sent: Submission) -> Submission:
    async with world.database.read() as session:
        return (await see_submission(session, world.coordinator, sent.id))[1]


async def test_receipt_meeting_and_answer_stand_in_order(world: World, sent: Submission) -> None:
    first = world.clock()
    world.clock()
    await note(
        world, received(world, sent, kind=ReplyKind.ANSWER, body=" Thank\r\nyou ", url="https://europa.eu/a")
    )
    await note(world, received(world, sent, at=first, reference="Ares(2026) 14"))
    found = (await look(world, sent)).replies
    assert [(one.kind, one.reference, one.body) for one in found] == [
        ("RECEIPT", "Ares(2026) 14", None),
        ("ANSWER", None, "Thank\nyou"),
    ]


@pytest.mark.parametrize(
    ("terms", "refusal", "reason"),
    [
        ({"url": "javascript:alert(1)"}, Invalid, "link_invalid"),
        ({"url": "data:text/html,<script>"}, Invalid, "link_invalid"),
        ({"url": "https://user:word@europa.eu"}, Invalid, "link_invalid"),
        ({"url": "https://" + "a" * 2_000}, LimitExceeded, "text_too_long"),
        ({"body": "x" * 20_001}, LimitExceeded, "text_too_long"),
        ({"attachment_ids": ["att_none"]}, Invalid, "attachment_unknown"),
        ({"attachment_ids": ["att_\x00"]}, Invalid, "attachment_unknown"),
        ({"attachment_ids": [str(one) for one in range(21)]}, LimitExceeded, "list_too_long"),
        ({"submission_id": "sub_none"}, NotFound, "submission_unknown"),
    ],
)
async def test_what_cannot_be_is_refused_and_changes_nothing(
    world: World, sent: Submission, terms: dict[str, Any], refusal: type[Refusal], reason: str
) -> None:
    with pytest.raises(refusal, match=reason):
        await note(world, received(world, sent, **terms))
    assert (await look(world, sent)).replies == []


async def test_replies_lie_between_the_sending_and_now(world: World, sent: Submission) -> None:
    for at in (sent.sent_at - timedelta(seconds=1), world.clock.now + timedelta(hours=1)):
        with pytest.raises(Invalid, match=r"reply_(before_sending|in_future)"):
            await note(world, received(world, sent, at=at))


@pytest.mark.parametrize("who", ["08019", "OBSERVER", "ADMINISTRATOR"])
async def test_only_a_coordinator_records(world: World, sent: Submission, who: str) -> None:
    with pytest.raises(Forbidden):
        await note(world, received(world, sent), who)


async def test_a_closed_position_takes_no_replies(world: World) -> None:
    paper = await adopted_in_english(world)
    sent = await send(world, paper)
    async with world.database.write() as work:
        await move_stage(work, world.coordinator, MoveStage(paper.reference, Action.CLOSE))
    with pytest.raises(StageForbids):
        await note(world, received(world, sent))


async def test_a_repeat_with_its_key_records_once(world: World, sent: Submission) -> None:
    used = key(world.coordinator, "recordReply", "once", {"submission": sent.id})
    request = received(world, sent)
    for _ in range(2):
        async with world.database.write() as work:
            await record_reply(work, world.coordinator, request, used)
    assert len((await look(world, sent)).replies) == 1


async def test_a_later_registration_corrects_an_earlier_one_and_both_stay(world: World) -> None:
    paper = await adopted_in_english(world)
    sent = await send(world, paper)
    for number in ("S/13", " S/14 "):
        async with world.database.write() as work:
            entry = RegisterSubmission(sent.id, number, date(2026, 11, 23))
            await register_submission(work, world.coordinator, entry)
    found = (await look(world, sent)).registrations
    assert [(one.number, one.external_reference) for one in found] == [(1, "S/13"), (2, "S/14")]
    assert (await tags_of(world, paper))[-2:] == ["submission:registered"] * 2


async def test_the_same_registration_again_changes_nothing(world: World) -> None:
    paper = await adopted_in_english(world)
    sent = await send(world, paper)
    for _ in range(2):
        async with world.database.write() as work:
            entry = RegisterSubmission(sent.id, "S/13", date(2026, 11, 23))
            await register_submission(work, world.coordinator, entry)
    assert len((await look(world, sent)).registrations) == 1
    assert (await tags_of(world, paper)).count("submission:registered") == 1


@pytest.mark.parametrize(
    ("number", "day", "reason"),
    [(" ", date(2026, 11, 23), "text_blank"), ("S/1", date(2027, 1, 1), "registered_in_future")],
)
async def test_a_registration_has_a_number_and_a_day_that_has_come(
    world: World, sent: Submission, number: str, day: date, reason: str
) -> None:
    with pytest.raises(Invalid, match=reason):
        async with world.database.write() as work:
            await register_submission(work, world.coordinator, RegisterSubmission(sent.id, number, day))
    assert (await look(world, sent)).registrations == []
