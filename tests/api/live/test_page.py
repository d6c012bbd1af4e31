"""`docs/live.md` is true: its tables say what the code says, and its programs do what they promise, run as they are printed."""

import asyncio
import re
import sys
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
import uvicorn
from sqlalchemy import select

from api.errors import close_code_of
from api.live import connections, polls, presences, protocol
from api.live.connections import Connection, Limits
from api.live.protocol import Ack, Frame, Message, Sync
from positions import documents, replicas, updates
from positions.actors import Scope
from positions.errors import LimitExceeded, NotFound, Unauthenticated
from positions.messages.catalogue import message
from positions.models.documents import Update
from positions.queries.drafts import fold
from positions.services import live
from positions.services.tokens import CreateToken, create_token
from tests.api.live.conftest import TEXT, Table
from tests.support.yjs import FRONTEND

PAGE = (Path(__file__).parents[3] / "docs/live.md").read_text(encoding="utf-8")
PROGRAMS = dict(re.findall(r"^```(python|js)\n(.+?)^```$", PAGE, re.MULTILINE | re.DOTALL))
SENTENCE = "La xarxa creix, l·l 😀."


def rows(*heading: str) -> list[list[str]]:
    """The cells of the one table with these first columns."""
    (table,) = re.findall(rf"^\| {' [|] '.join(heading)} [|].*\n.*\n((?:[|].*\n)+)", PAGE, re.MULTILINE)
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]


def kibibytes(size: int) -> str:
    return f"{size // 2**20} MiB" if size % 2**20 == 0 else f"{size // 2**10} KiB"


def test_the_numbers_are_those_of_the_code() -> None:
    limits, server = Limits(), uvicorn.Config(None)  # type: ignore[arg-type]  # what `positions serve` leaves as it is
    assert server.ws_ping_interval == server.ws_ping_timeout
    assert dict(rows("what", "how much")) == {
        "a frame": kibibytes(protocol.MAX_FRAME),
        "a state vector": kibibytes(protocol.MAX_STATE_VECTOR),
        "a frame of presence": kibibytes(protocol.MAX_PRESENCE),
        "a request's body": kibibytes(polls.MAX_BODY),
        "a text, in UTF-8": f"{documents.MAX_BYTES} bytes",
        "new client ids in one update": str(live.MAX_NEW_CLIENTS),
        "client ids of the server's own": f"{replicas.SERVER_CLIENTS[0]} to {replicas.SERVER_CLIENTS[-1]}",
        "highest clock of a client": str(updates.MAX_CLOCK),
        "clients in the presence of one connection": str(presences.MAX_CLIENTS),
        "presence told by another process, or between two requests, is believed for": f"{presences.BELIEVED // 1000} s",
        "bytes waiting to be sent to you before you are too slow": kibibytes(limits.outgoing_bytes),
        "time for you to take one frame": f"{limits.send_seconds} s",
        "bytes of yours waiting for the log before the server reads no further": kibibytes(
            limits.incoming_bytes
        ),
        "rights are looked up again, without any sign of change, after": f"{limits.recheck_seconds} s",
        "the server sends a ping, and waits for the pong": f"{server.ws_ping_interval:.0f} s",
        "longest `wait`": f"{polls.LONGEST_WAIT} s",
        "an answer is given in any case after": f"{polls.LONGEST} s",
    }


def test_the_messages_are_those_of_the_code() -> None:
    assert [(row[1], row[2]) for row in rows("message", "first", "second")] == [
        *((str(int(Message.SYNC)), str(int(step))) for step in Sync),
        (str(int(Message.PRESENCE)), ""),
        (str(int(Message.AUTH)), str(protocol.PERMISSION_DENIED)),
        (str(int(Message.QUERY_PRESENCE)), ""),
        (str(int(Message.ACK)), ""),
    ]


def test_the_close_codes_are_those_of_the_code_and_the_programs_heed_them() -> None:
    told: Mapping[int, list[str]] = {int(row[0]): row[1:] for row in rows("code", "reason", "final")}
    final = {
        connections.MALFORMED,
        close_code_of(Unauthenticated("token_invalid")),
        close_code_of(NotFound("document_unknown")),
        close_code_of(LimitExceeded("frame_too_large")),
    }
    passing = {
        connections.FAILED,
        connections.GOING_AWAY,
        connections.RIGHTS_GAINED,
        connections.TOO_SLOW,
        connections.OUT_OF_STEP,
    }
    assert set(told) == final | passing
    assert {code for code, row in told.items() if row[1] == "yes"} == final
    for program in PROGRAMS.values():
        (codes,) = re.findall(r"^.*FINAL = [{\[](.+)[}\]]", program, re.MULTILINE)
        assert {int(code) for code in codes.split(",")} == final


def test_the_reasons_are_those_of_the_code() -> None:
    told = {row[0].strip("`") for row in rows("reason", "why")}
    assert told >= connections.RIGHTS
    assert all(message(reason, "en") for reason in told - connections.RIGHTS)


@pytest.mark.parametrize("language", ["python", "js"])
async def test_a_program_writes_once_though_its_line_breaks_before_it_hears_that_all_is_kept(
    table: Table, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world, document_id = table.world, table.paper.document_id
    lost: list[Frame] = []
    send = Connection.send

    def lose_the_first_news_of_the_sentence(connection: Connection, frame: Frame) -> None:
        if not lost and isinstance(frame, Ack) and frame.frames == 2:
            lost.append(frame)
            connection.end(connections.FAILED, "append_failed")
        else:
            send(connection, frame)

    monkeypatch.setattr(Connection, "send", lose_the_first_news_of_the_sentence)
    async with world.database.write() as work:
        wish = CreateToken("program", [Scope.READ, Scope.WRITE], work.now + timedelta(days=1))
        _, secret = await create_token(work, world.lead, wish)
    (tmp_path / "node_modules").symlink_to(FRONTEND / "node_modules")
    program = tmp_path / {"python": "write.py", "js": "write.mjs"}[language]
    program.write_text(PROGRAMS[language], encoding="utf-8")
    command = [sys.executable if language == "python" else "node", str(program)]
    running = await asyncio.create_subprocess_exec(
        *command, table.address, document_id, secret, SENTENCE, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await running.communicate()
    async with world.database.read() as session:
        draft = await fold(session, document_id)
        statement = select(Update.membership_id).where(Update.document_id == document_id)
        author = await session.scalar(statement.order_by(Update.sequence.desc()))
    assert said.decode().strip() == f"durable up to sequence {draft.sequence}"
    assert running.returncode == 0
    assert lost
    assert draft.text == TEXT + SENTENCE
    assert author == world.lead.memberships[0].id
