"""Two processes at one outbox, one of them killed: every mail arrives once, and what is not certain is not sent again."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from positions.mails import MailKind, MailState
from positions.models.members import Member
from positions.models.notices import Mail, Notice
from positions.notices import Cadence, NoticeKind
from positions.services.unit_of_work import Database
from tests.support.couriers import couriers, kill
from tests.support.mail_servers import Mailbox, mail_server
from tests.support.world import propose, world_at

MAILS = 40


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with mail_server() as made:
        yield made


async def fill(url: str) -> None:
    """An outbox of many mails with one line each, all for one member."""
    async with world_at(url) as world:
        paper = await propose(world)
        async with world.database.write() as work:
            member = await work.session.get_one(Member, world.participant.member_id)
            member.cadence = Cadence.NONE.value
            for number in range(MAILS):
                mail = Mail(
                    id=work.new_id("mai"),
                    member_id=member.id,
                    kind=MailKind.DIGEST.value,
                    state=MailState.WAITING.value,
                    due_at=work.now,
                    created_at=Database(url).clock(),
                )
                work.session.add(mail)
                await work.session.flush()
                notice = Notice(
                    id=work.new_id("ntc"),
                    member_id=member.id,
                    position_id=paper.id,
                    kind=NoticeKind.STAGE_MOVED.value,
                    key=f"test:{number}",
                    facts={"to": "DRAFTING"},
                    created_at=work.now,
                    mail_id=mail.id,
                )
                work.session.add(notice)


async def states(url: str) -> list[str]:
    database = Database(url)
    async with database.read() as session:
        found = list(await session.scalars(select(Mail.state).where(Mail.kind == MailKind.DIGEST.value)))
    await database.dispose()
    return found


async def test_two_processes_one_of_them_killed_send_every_mail_at_most_once(
    database_url: str, mailbox: Mailbox
) -> None:
    await fill(database_url)
    mailbox.watched = MAILS // 4
    with couriers(database_url, mailbox.settings(), 2) as (one, other):
        assert mailbox.reached.wait(60)
        kill(one)
        other.join(60)
        assert other.exitcode == 0
    found = await states(database_url)
    identifiers = [str(message["Message-ID"]) for message in mailbox.arrived]
    assert len(identifiers) == len(set(identifiers))
    assert found.count(MailState.SENT) + found.count(MailState.TAKEN) == MAILS
    assert found.count(MailState.TAKEN) <= 1  # what the killed one held: doubtful after a while
    assert len(identifiers) >= found.count(MailState.SENT)
