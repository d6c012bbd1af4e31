"""A sealed dossier comes out the same byte for byte, for those who may have it, and proves itself on any machine."""

import hashlib
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from api.cli import main
from api.identity import COOKIE
from positions.lifecycle import Action
from positions.models.submissions import Submission
from positions.publishing.dossiers import faults
from positions.services.stages import MoveStage, move_stage
from tests.support.clients import Client, Clock, client_of
from tests.support.dossiers import adopted_in_english, send
from tests.support.world import Paper, World, world_at

pytestmark = pytest.mark.one_engine  # what is sealed and read again is tested with the services

COORDINATOR = "coordinator@amb.test"


@dataclass(frozen=True)
class Sent:
    """A submission and the address of its dossier."""

    world: World
    client: Client
    paper: Paper
    row: Submission

    @property
    def address(self) -> str:
        return f"/positions/{self.paper.reference}/submissions/{self.row.id}"

    async def get(self, path: str, email: str | None = COORDINATOR) -> Any:
        cookie = {"cookie": f"{COOKIE}={await self.client.sign_in(email)}"} if email else {}
        return await self.client.http.get(path, headers=cookie)


@pytest.fixture
async def sent(database_url: str, nothing_printed: None) -> AsyncIterator[Sent]:
    async with world_at(database_url) as world:
        paper = await adopted_in_english(world)
        row = await send(world, paper)
        async with client_of(world.database, Clock(world.clock.now)) as client:
            yield Sent(world, client, paper, row)


async def test_the_dossier_is_the_same_each_time_and_holds(sent: Sent) -> None:
    answers = [await sent.get(f"{sent.address}/dossier.zip") for _ in range(2)]
    assert answers[0].content == answers[1].content
    assert faults(answers[0].content) == ()
    assert answers[0].headers["content-type"] == "application/zip"
    assert answers[0].headers["content-disposition"].startswith("attachment; filename=")


async def test_each_file_is_had_under_the_address_that_graphql_gives(sent: Sent) -> None:
    document = """query($id: ID!) { node(id: $id) { ... on Submission {
      dossierUrl files { name mediaType bytes sha256 url } } } }"""
    found = (await sent.client.ask(document, {"id": sent.row.id}, as_email=COORDINATOR))["node"]
    assert found["dossierUrl"] == f"http://test{sent.address}/dossier.zip"
    for file in found["files"]:
        answer = await sent.get(file["url"].removeprefix("http://test"))
        assert (len(answer.content), hashlib.sha256(answer.content).hexdigest()) == (
            file["bytes"],
            file["sha256"],
        )
        assert answer.headers["content-type"] == file["mediaType"]
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["x-content-type-options"] == "nosniff"


async def test_the_public_has_it_once_the_position_is_published(sent: Sent) -> None:
    assert (await sent.get(f"{sent.address}/dossier.zip", None)).status_code == 404
    async with sent.world.database.write() as work:
        await move_stage(work, sent.world.coordinator, MoveStage(sent.paper.reference, Action.PUBLISH))
    assert (await sent.get(f"{sent.address}/dossier.zip", None)).status_code == 200


async def test_other_addresses_find_nothing(sent: Sent) -> None:
    for path in (
        "/positions/AMB-PP-2026-999/submissions/{id}/dossier.zip",
        "/positions/{reference}/submissions/sub_none/dossier.zip",
        "/positions/{reference}/submissions/{id}/files/none.txt",
        "/positions/{reference}/submissions/{id}/files/..%2F..%2Fetc%2Fpasswd",
    ):
        address = path.format(id=sent.row.id, reference=sent.paper.reference)
        assert (await sent.get(address)).status_code == 404, path


async def test_a_machine_without_a_database_proves_it(sent: Sent, tmp_path: Path) -> None:
    content = (await sent.get(f"{sent.address}/dossier.zip")).content
    path = tmp_path / "dossier.zip"
    path.write_bytes(content)
    held = verify_elsewhere(path)
    assert held.returncode == 0, held.stderr
    assert f"{sent.paper.reference} to EC" in held.stdout
    changed = bytearray(content)
    changed[content.index(b"# Waters")] ^= 1
    path.write_bytes(changed)
    refused = verify(path)
    line = f"{path}: texts/{sent.paper.reference}-en.md differs from what was sealed\n"
    assert (refused.exit_code, refused.stderr, refused.stdout) == (1, line, "")


def verify_elsewhere(path: Path) -> subprocess.CompletedProcess[str]:
    """`positions verify` in a process that has no settings at all."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("POSITIONS_")}
    command = [sys.executable, "-c", "from api.cli import main; main()", "verify", str(path)]
    return subprocess.run(command, env=clean, capture_output=True, text=True, check=False)


def verify(path: Path) -> Result:
    """`positions verify` here: a process of its own takes seconds to begin."""
    return CliRunner().invoke(main, ["verify", str(path)])


def test_what_is_no_dossier_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "other.zip"
    for content in (b"", b"PK", b"x" * 100):
        path.write_bytes(content)
        refused = verify(path)
        assert (refused.exit_code, len(refused.stderr.splitlines())) == (1, 1)
    refused = verify(tmp_path / "none.zip")
    assert (refused.exit_code, "cannot be read" in refused.stderr) == (1, True)
