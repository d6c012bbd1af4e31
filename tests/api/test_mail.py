"""Mail against a real server: each mail once, what is asked at once, news in the digest, and nothing where nothing is to say."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from api.app import jobs
from api.identity import COOKIE
from api.mail import Courier
from api.settings import Settings
from positions.comments import Visibility
from positions.lifecycle import Action, Stage
from positions.mails import PAUSES, MailState
from positions.models.members import Member
from positions.notices import Cadence
from positions.services.comments import StartThread, reply, start_thread
from positions.services.mails import send_again, take
from positions.services.notices import mark_seen
from tests.support.clients import Clock, client_of
from tests.support.mail_servers import Mailbox, body_of, mail_server
from tests.support.notices import mails, wants
from tests.support.rounds import cast, end, open_on, ready
from tests.support.world import LEAD, PARTICIPANT, Paper, World, bring_to, move, propose

LEAD_ADDRESS = "delegate@08019.test"
PARTICIPANT_ADDRESS = "delegate@08101.test"
NEXT_MORNING = datetime.fromisoformat("2026-11-24T06:31+00:00")


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with mail_server() as made:
        yield made


async def post(world: World, mailbox: Mailbox, *, after: timedelta = timedelta(minutes=3)) -> int:
    """Let time pass and the courier go round."""
    world.clock.now += after
    settings = mailbox.settings()
    assert settings.smtp is not None
    return await Courier(settings, settings.smtp).round_trip(world.database)


async def quiet(world: World, mailbox: Mailbox) -> None:
    """Send whatever the making of the paper has asked, and forget it."""
    await post(world, mailbox)
    mailbox.arrived.clear()


async def states(world: World) -> list[str]:
    return [row.state for row in await mails(world)]


async def asked(world: World, mailbox: Mailbox) -> None:
    """A round is open, and only the lead is to hear of it."""
    paper = await ready(world)
    await wants(world, world.participant, Cadence.NONE)
    await wants(world, world.actors["08015"], Cadence.NONE)
    await quiet(world, mailbox)
    await open_on(world, paper)


async def test_what_is_asked_goes_at_once_with_subject_and_link(world: World, mailbox: Mailbox) -> None:
    await asked(world, mailbox)
    assert await post(world, mailbox) == 1
    (message,) = mailbox.arrived
    assert message["Subject"] == "Barcelona: vot abans del 03/12/2026, 10.00 (AMB-PP-2026-001)"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe"] == "<http://test/compte#avisos>"
    assert str(message["Message-ID"]).endswith("@test>")
    assert "http://test/positions/AMB-PP-2026-001/aprovacio?ronda=1" in body_of(message)
    assert "aprovacio?ronda=1" in body_of(message, "html")


async def test_a_mail_is_sent_once(world: World, mailbox: Mailbox) -> None:
    await asked(world, mailbox)
    assert [await post(world, mailbox) for _ in range(3)] == [1, 0, 0]
    assert len(mailbox.arrived) == 1


async def test_several_asks_within_two_minutes_are_one_mail_decidim_8486(
    world: World, mailbox: Mailbox
) -> None:
    for title in ("Primer", "Segon", "Tercer"):
        await propose(world, title)
    await post(world, mailbox)
    (message,) = mailbox.to(PARTICIPANT_ADDRESS)
    assert str(message["Subject"]).startswith("Hi ha 3 coses per respondre.")


async def test_a_vote_that_was_cast_meanwhile_is_asked_of_nobody(world: World, mailbox: Mailbox) -> None:
    paper = await ready(world)
    await quiet(world, mailbox)
    row = await open_on(world, paper)
    await cast(world, row.id, LEAD)
    await post(world, mailbox)
    assert mailbox.to(LEAD_ADDRESS) == []
    assert len(mailbox.to(PARTICIPANT_ADDRESS)) == 1


async def test_a_mail_whose_cause_went_while_it_waited_is_dropped(world: World, mailbox: Mailbox) -> None:
    paper = await ready(world)
    await quiet(world, mailbox)
    row = await open_on(world, paper)
    mailbox.recipient_answers = ["451 later"] * 3
    await post(world, mailbox)
    await cast(world, row.id, LEAD)
    await post(world, mailbox, after=timedelta(minutes=10))
    assert (await states(world)).count(MailState.DROPPED) == 1
    assert mailbox.to(LEAD_ADDRESS) == []


async def thread(world: World, paper: Paper) -> None:
    async with world.database.write() as work:
        request = StartThread(paper.document_id, "Hi falta una xifra.", visibility=Visibility.PARTICIPANTS)
        started = await start_thread(work, world.participant, request)
    async with world.database.write() as work:
        await reply(work, world.lead, started.id, "Hi és: 42 hectòmetres.")


async def test_news_come_with_the_digest_and_show_the_comment_decidim_12557(
    world: World, mailbox: Mailbox
) -> None:
    paper = await ready(world)
    await quiet(world, mailbox)
    await thread(world, paper)
    await post(world, mailbox)
    assert mailbox.arrived == []
    world.clock.now = NEXT_MORNING
    await post(world, mailbox)
    (message,) = mailbox.to(PARTICIPANT_ADDRESS)
    assert "Hi és: 42 hectòmetres." in body_of(message)
    assert "S'ESPERA RESPOSTA" not in body_of(message)


async def test_an_empty_digest_is_never_sent_decidim_14899(world: World, mailbox: Mailbox) -> None:
    paper = await ready(world)
    await quiet(world, mailbox)
    await thread(world, paper)
    async with world.database.write() as work:
        for code in (LEAD, PARTICIPANT, "08015"):
            await mark_seen(work, world.actors[code].signed_in(), None)
    world.clock.now = NEXT_MORNING
    assert await post(world, mailbox) == 0
    assert mailbox.arrived == []


async def test_one_digest_a_day_whatever_happened_decidim_12234(world: World, mailbox: Mailbox) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.AMENDING)
    await move(world, paper, Action.REOPEN_DRAFTING)
    await quiet(world, mailbox)
    world.clock.now = NEXT_MORNING
    await post(world, mailbox)
    assert len(mailbox.to(PARTICIPANT_ADDRESS)) == 1
    assert await post(world, mailbox) == 0


async def test_nobody_who_wants_no_mail_gets_any(world: World, mailbox: Mailbox) -> None:
    for code in (LEAD, PARTICIPANT, "08015"):
        await wants(world, world.actors[code], Cadence.NONE)
    await wants(world, world.coordinator, Cadence.NONE)
    await open_on(world, await ready(world))
    await post(world, mailbox)
    world.clock.now = NEXT_MORNING
    assert await post(world, mailbox) == 0


async def test_a_fault_that_may_pass_is_tried_again_with_the_same_id(world: World, mailbox: Mailbox) -> None:
    await asked(world, mailbox)
    mailbox.recipient_answers = ["451 greylisted"]
    assert await post(world, mailbox) == 0
    row = (await mails(world))[-1]
    assert (row.state, row.fault) == (MailState.WAITING, "RCPT 451")
    assert await post(world, mailbox, after=PAUSES[0]) == 1
    assert row.id in str(mailbox.arrived[0]["Message-ID"])


async def test_a_final_refusal_is_kept_for_an_administrator(world: World, mailbox: Mailbox) -> None:
    await asked(world, mailbox)
    mailbox.recipient_answers = ["550 delegate@08019.test is unknown"]
    await post(world, mailbox)
    row = (await mails(world))[-1]
    assert (row.state, row.fault) == (MailState.FAILED, "RCPT 550")
    async with world.database.write() as work:
        await send_again(work, world.actors["ADMINISTRATOR"], row.id)
    assert await post(world, mailbox) == 1


async def test_a_line_that_breaks_after_the_text_leaves_a_doubt_and_no_second_mail(
    world: World, mailbox: Mailbox
) -> None:
    await asked(world, mailbox)
    mailbox.breaks = True
    await post(world, mailbox)
    mailbox.breaks = False
    assert (await states(world))[-1] == MailState.DOUBTFUL
    assert await post(world, mailbox, after=timedelta(hours=1)) == 0
    assert len(mailbox.arrived) == 1


async def test_what_a_dead_process_had_taken_is_doubtful(world: World, mailbox: Mailbox) -> None:
    await asked(world, mailbox)
    await post(world, mailbox, after=timedelta(minutes=1))  # not due yet
    mailbox.recipient_answers = ["451 later"]
    await post(world, mailbox)
    world.clock.now += PAUSES[0]
    async with world.database.write() as work:
        taken = await take(work)
    assert taken is not None
    assert await post(world, mailbox) == 0
    await post(world, mailbox, after=timedelta(minutes=10))
    assert (await states(world))[-1] == MailState.DOUBTFUL
    assert mailbox.arrived == []


async def test_a_server_that_is_away_costs_no_mail_an_attempt(world: World, mailbox: Mailbox) -> None:
    await asked(world, mailbox)
    settings = Settings(base_url="http://test", smtp_url="smtp://127.0.0.1:1")
    assert settings.smtp is not None
    world.clock.now += timedelta(minutes=3)
    assert await Courier(settings, settings.smtp).round_trip(world.database) == 0
    row = (await mails(world))[-1]
    assert (row.state, row.attempts) == (MailState.WAITING, 0)
    assert await post(world, mailbox) == 1


def test_without_a_mail_server_no_mail_is_made() -> None:
    assert "mails" not in [job.name for job in jobs(Settings(base_url="http://test"))]


async def test_what_waited_too_long_for_a_server_is_not_mailed_any_more(
    world: World, mailbox: Mailbox
) -> None:
    await asked(world, mailbox)
    assert await post(world, mailbox, after=timedelta(days=4)) == 0
    assert mailbox.arrived == []


@pytest.mark.parametrize("language", ["ca", "es", "en"])
async def test_every_mail_is_in_its_readers_language(world: World, mailbox: Mailbox, language: str) -> None:
    async with world.database.write() as work:
        (await work.session.get_one(Member, world.lead.member_id)).locale = language
    await asked(world, mailbox)
    await post(world, mailbox)
    (message,) = mailbox.arrived
    assert (
        message["Subject"]
        == {
            "ca": "Barcelona: vot abans del 03/12/2026, 10.00 (AMB-PP-2026-001)",
            "es": "Barcelona: voto antes del 03/12/2026, 10:00 (AMB-PP-2026-001)",
            "en": "Barcelona: vote before 03 December 2026, 10:00 (AMB-PP-2026-001)",
        }[language]
    )
    assert message["Content-Language"] == language
    assert f'lang="{language}"' in body_of(message, "html")


async def test_every_link_of_a_mail_leads_its_reader_to_a_page(
    world: World, mailbox: Mailbox, tmp_path: Path
) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    await thread(world, paper)
    for code in (LEAD, PARTICIPANT, "08015"):
        await cast(world, row.id, code)
    await end(world, row.id)
    await post(world, mailbox)
    world.clock.now = NEXT_MORNING
    await post(world, mailbox)
    arrived = mailbox.to(PARTICIPANT_ADDRESS)
    links = {link for one in arrived for link in re.findall(r"http://test(/\S+)", body_of(one))}
    assert len(links) >= 3
    (tmp_path / "index.html").write_text("<!doctype html>")
    settings = Settings(base_url="http://test", is_demo=True, frontend=tmp_path)
    async with client_of(world.database, Clock(world.clock.now), settings) as client:
        cookie = f"{COOKIE}={await client.sign_in(PARTICIPANT_ADDRESS)}"
        for link in sorted(links):
            answer = await client.http.get(
                link.rstrip("."), headers={"accept": "text/html", "cookie": cookie}
            )
            assert answer.status_code == 200, link


async def test_no_address_stands_in_the_log(
    world: World, mailbox: Mailbox, capsys: pytest.CaptureFixture[str]
) -> None:
    await asked(world, mailbox)
    mailbox.recipient_answers = [f"550 <{LEAD_ADDRESS}> unknown"]
    await post(world, mailbox)
    said = capsys.readouterr()
    assert "mail_not_sent" in said.out + said.err
    assert "@" not in said.out + said.err
