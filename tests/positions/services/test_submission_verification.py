"""What was sent and what came back is proven against the record, row by row and file by file."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Table, delete, select, text, update

from positions.models.append_only import drop_statements
from positions.models.positions import Position
from positions.models.submissions import Attachment, Registration, Reply, Submission, SubmissionFile
from positions.services.attachments import AttachFile, attach_file, check_file, remove_attachment
from positions.services.replies import RecordReply, RegisterSubmission, record_reply, register_submission
from positions.services.submission_verification import verify_submissions
from positions.submissions import ReplyKind
from tests.support.dossiers import adopted_in_english, send
from tests.support.states import step
from tests.support.world import Paper, World

pytestmark = pytest.mark.usefixtures("nothing_printed")


@step
async def attach(world: World, paper: Paper, name: str, *, is_annex: bool) -> str:
    request = AttachFile(paper.reference, name, b"A text.", is_annex)
    checked = await check_file(world.database, world.coordinator, request)
    async with world.database.write() as work:
        return (await attach_file(work, world.coordinator, checked)).id


@step
async def followed_up(world: World) -> Paper:
    """A paper with everything that is proven here."""
    paper = await adopted_in_english(world)
    await attach(world, paper, "annex.txt", is_annex=True)
    taken_off = await attach(world, paper, "wrong.txt", is_annex=False)
    proof = await attach(world, paper, "receipt.txt", is_annex=False)
    row = await send(world, paper)
    async with world.database.write() as work:
        await remove_attachment(work, world.coordinator, taken_off)
        await register_submission(
            work, world.coordinator, RegisterSubmission(row.id, "S/14", date(2026, 11, 23))
        )
    reply = RecordReply(
        row.id, ReplyKind.RECEIPT, world.clock.now, "Ares 1", "Body", "https://europa.eu", [proof]
    )
    async with world.database.write() as work:
        await record_reply(work, world.coordinator, reply)
    return paper


async def findings(world: World, paper: Paper) -> list[str]:
    async with world.database.read() as session:
        position = await session.get_one(Position, paper.id)
        return [finding.difference async for finding in verify_submissions(session, position)]


async def unlock(world: World) -> None:
    """Take the triggers away, as somebody would who changes rows behind the software's back."""
    async with world.database.write() as work:
        for statement in drop_statements(work.session.get_bind().dialect.name):
            await work.session.execute(text(statement))


async def test_what_was_recorded_holds(world: World) -> None:
    assert await findings(world, await followed_up(world)) == []


CHANGES: list[tuple[Any, dict[str, object], str]] = [
    (Submission, {"channel": "MEETING"}, "it is not what the record tells"),
    (Submission, {"external_reference": "S/15"}, "it is not what the record tells"),
    (Submission, {"manifest_sha256": "0" * 64}, "it is not what the record tells"),
    (Submission, {"chain_head": "0" * 64}, "it was sealed elsewhere in the record"),
    (SubmissionFile, {"content": b"another"}, "has another size or hash"),
    (SubmissionFile, {"sha256": "0" * 64}, "has another size or hash"),
    (SubmissionFile, {"media_type": "text/html"}, "is told to be of another type"),
    (Registration, {"external_reference": "S/15"}, "its registrations are not what the record tells"),
    (Reply, {"kind": "ANSWER"}, "is not what the record tells"),
    (Reply, {"body": "Another"}, "is not what the record tells"),
    (Attachment, {"content": b"Another"}, "the file is not what the record tells"),
    (Attachment, {"name": "other.txt"}, "the file is not what the record tells"),
    (Attachment, {"removed_at": None}, "the file is not what the record tells"),
]


@pytest.mark.parametrize(("table", "change", "told"), CHANGES)
async def test_a_changed_row_shows(
    world: World, table: type[Submission], change: dict[str, object], told: str
) -> None:
    paper = await followed_up(world)
    await unlock(world)
    async with world.database.write() as work:
        await work.session.execute(update(table).values(**change))
    assert any(told in finding for finding in await findings(world, paper))


async def test_a_submission_that_was_taken_away_shows(world: World) -> None:
    paper = await adopted_in_english(world)
    await send(world, paper)
    await unlock(world)
    async with world.database.write() as work:
        row = (await work.session.scalars(select(Submission.id))).one()
        for name in ("submission_files", "submission_versions", "submissions"):
            table: Table = Submission.metadata.tables[name]
            key = table.c["id" if name == "submissions" else "submission_id"]
            await work.session.execute(delete(table).where(key == row))
    assert await findings(world, paper) == [f"{row} was recorded and is missing"]


async def test_an_attachment_that_was_taken_away_shows(world: World) -> None:
    paper = await adopted_in_english(world)
    lost = await attach(world, paper, "note.txt", is_annex=False)
    async with world.database.write() as work:
        await work.session.execute(delete(Attachment))
    assert await findings(world, paper) == ["the file was added and is missing"]
    async with world.database.read() as session:
        position = await session.get_one(Position, paper.id)
        assert [one.subject async for one in verify_submissions(session, position)] == [lost]
