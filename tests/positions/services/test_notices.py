"""Whom an event tells, whom it does not, and what it takes back."""

from datetime import timedelta

from sqlalchemy import select

from positions.comments import Visibility
from positions.lifecycle import Action, Stage
from positions.models.events import Event
from positions.notices import Cadence
from positions.rules import Choice, Silence
from positions.services.closing import Closing, close_due
from positions.services.comments import StartThread, reply, start_thread
from positions.services.notices import mark_seen
from positions.services.participation import SetParticipation, set_participation
from positions.services.verification import verify
from tests.support.notices import end_role, rows, sayings, second_delegate, told, wants
from tests.support.rounds import CONSENSUS, cast, end, open_on, ready
from tests.support.world import (
    LEAD,
    OTHER_PARTICIPANT,
    PARTICIPANT,
    START,
    Paper,
    World,
    bring_to,
    move,
    propose,
)

SILENT = {"silence": Silence.CONSENT, "rule": CONSENSUS}


async def thread_on(world: World, paper: Paper, author: str, visibility: Visibility) -> str:
    async with world.database.write() as work:
        request = StartThread(paper.document_id, "Hi falta una xifra.", visibility=visibility)
        return (await start_thread(work, world.actors[author], request)).id


async def answer(world: World, thread_id: str, author: str, body: str = "Hi és ara.") -> None:
    async with world.database.write() as work:
        await reply(work, world.actors[author], thread_id, body)


async def test_an_opened_round_asks_the_towns_called_and_nobody_else(world: World) -> None:
    await open_on(world, await ready(world))
    for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        assert (await told(world, world.actors[code]))[-1] == "VOTE_ASKED"
    assert "VOTE_ASKED" not in await told(world, world.outsider)
    assert await told(world, world.coordinator) == []


async def test_a_scheduled_round_asks_when_it_opens_and_only_once(world: World) -> None:
    await open_on(world, await ready(world), opens_at=START + timedelta(days=1))
    assert "VOTE_ASKED" not in await told(world, world.lead)
    world.clock.now = START + timedelta(days=1)
    await close_due(world.database)
    await close_due(world.database)
    assert (await told(world, world.lead)).count("VOTE_ASKED") == 1


async def test_whoever_acts_is_told_nothing_of_it(world: World) -> None:
    """datatracker#8271 asks for copies: here the receipt stands where one acted, and mail is for what others did."""
    paper = await propose(world)
    await move(world, paper, Action.START_DRAFTING)
    assert await told(world, world.coordinator) == []
    assert await told(world, world.lead) == ["STAGE_MOVED"]


async def test_a_cast_vote_takes_back_what_asked_for_it(world: World) -> None:
    """datatracker#9387: what answers a request closes it."""
    row = await open_on(world, await ready(world))
    await cast(world, row.id, LEAD)
    assert "VOTE_ASKED" not in await told(world, world.lead)
    assert "VOTE_ASKED" in await told(world, world.participant)


async def test_a_voided_round_asks_nobody_any_more_datatracker_6152(world: World) -> None:
    row = await open_on(world, await ready(world))
    await end(world, row.id, Closing.VOID, "Error al text")
    assert (await told(world, world.lead))[-1] == "ROUND_VOIDED"
    assert "VOTE_ASKED" not in await told(world, world.lead)


async def test_a_withdrawn_paper_accuses_nobody_datatracker_7159(world: World) -> None:
    paper = await ready(world)
    await open_on(world, paper)
    await move(world, paper, Action.WITHDRAW)
    assert "VOTE_ASKED" not in await told(world, world.participant)


async def test_a_scheduled_round_accuses_nobody_datatracker_6152(world: World) -> None:
    row = await open_on(world, await ready(world), opens_at=START + timedelta(days=1))
    await end(world, row.id, Closing.VOID, "Encara no")
    assert {"VOTE_ASKED", "ROUND_VOIDED"}.isdisjoint(await told(world, world.lead))


async def test_the_outcome_is_told_to_those_called(world: World) -> None:
    """datatracker#3435: reports of positions that were never sent."""
    row = await open_on(world, await ready(world))
    for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, row.id, code)
    await end(world, row.id)
    assert [one.sentence for one in await sayings(world, world.lead)][-1] == (
        "La ronda 1 de «Aigües residuals urbanes» s'ha tancat: aprovada."
    )


async def test_who_approved_before_is_asked_whether_it_holds(world: World) -> None:
    paper = await ready(world)
    first = await open_on(world, paper)
    await cast(world, first.id, PARTICIPANT)
    await cast(world, first.id, LEAD, Choice.OBJECT)
    await end(world, first.id, Closing.VOID, "Es torna a escriure")
    await open_on(world, paper)
    assert (await told(world, world.participant))[-1] == "RENEWAL_ASKED"
    assert (await told(world, world.lead))[-1] == "VOTE_ASKED"


async def test_an_answer_is_told_to_whoever_spoke_and_quotes_it(world: World) -> None:
    paper = await ready(world)
    thread = await thread_on(world, paper, PARTICIPANT, Visibility.PARTICIPANTS)
    await answer(world, thread, LEAD)
    (saying,) = [one for one in await sayings(world, world.participant) if one.quote]
    assert saying.quote == "Hi és ara."
    assert saying.path == f"/positions/{paper.reference}/debat"
    assert "COMMENT_ANSWERED" not in await told(world, world.actors[OTHER_PARTICIPANT])


async def test_several_answers_are_one_notice_until_it_was_seen(world: World) -> None:
    thread = await thread_on(world, await ready(world), PARTICIPANT, Visibility.PARTICIPANTS)
    await answer(world, thread, LEAD)
    await answer(world, thread, LEAD, "I una altra.")
    (saying,) = [one for one in await sayings(world, world.participant) if one.quote]
    assert (saying.quote, saying.sentence[:20]) == ("I una altra.", "Hi ha 2 respostes no")
    async with world.database.write() as work:
        await mark_seen(work, world.participant.signed_in(), None)
    await answer(world, thread, LEAD, "Encara una.")
    assert (await told(world, world.participant)).count("COMMENT_ANSWERED") == 2


async def test_an_internal_thread_is_told_to_nobody_of_another_town(world: World) -> None:
    paper = await ready(world)
    second = await second_delegate(world, world.participant)
    thread = await thread_on(world, paper, PARTICIPANT, Visibility.ORGANIZATION)
    await answer(world, thread, PARTICIPANT)
    assert [row for row in await rows(world, kind="COMMENT_ANSWERED") if row.member_id != second] == []


async def test_what_may_not_be_read_any_more_is_not_told(world: World) -> None:
    paper = await propose(world)
    await move(world, paper, Action.START_DRAFTING)
    assert await told(world, world.participant) == ["PARTICIPATION_ASKED", "STAGE_MOVED"]
    async with world.database.write() as work:
        await set_participation(
            work, world.participant, SetParticipation(paper.reference, participates=False)
        )
    assert await told(world, world.participant) == []


async def test_a_silence_procedure_keeps_the_proof_of_notice(world: World) -> None:
    paper = await ready(world)
    await second_delegate(world, world.participant)
    await end_role(world, world.actors[OTHER_PARTICIPANT])
    row = await open_on(world, paper, **SILENT)
    async with world.database.read() as session:
        body = await session.scalar(select(Event.body).where(Event.tag == "notice:given"))
    assert body is not None
    for code, members in ((LEAD, 1), (PARTICIPANT, 2), (OTHER_PARTICIPANT, 0)):
        assert f'{{"members":{members},"organization":"{code}"}}' in body
    assert row.id in body
    assert [finding async for finding in verify(world.database)] == []


async def test_a_proof_that_was_changed_shows(world: World) -> None:
    row = await open_on(world, await ready(world), **SILENT)
    async with world.database.write() as work:
        for notice in await rows(world, round_id=row.id):
            await work.session.delete(await work.session.merge(notice))
    found = [str(finding) async for finding in verify(world.database)]
    assert any("notice" in one for one in found), found


async def test_who_wants_no_mail_is_told_in_the_application(world: World) -> None:
    await wants(world, world.lead, Cadence.NONE)
    await open_on(world, await ready(world))
    (notice,) = await rows(world, kind="VOTE_ASKED", member_id=world.lead.member_id)
    assert notice.mail_at is None
    assert "VOTE_ASKED" in await told(world, world.lead)


async def test_stages_are_told_to_those_who_take_part(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.AMENDING)
    assert (await told(world, world.participant)).count("STAGE_MOVED") == 2
    assert await told(world, world.outsider) == []
