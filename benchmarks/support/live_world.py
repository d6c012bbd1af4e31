"""What the live benchmarks measure on: papers in drafting and signed-in people, and a crowd for each server."""

import asyncio
from dataclasses import dataclass
from itertools import cycle, islice

from sqlalchemy import select

from api.identity import COOKIE
from benchmarks.support.crowds import Person
from positions.actors import Role
from positions.lifecycle import Stage
from positions.migrations.commands import migrate
from positions.models.members import Member
from positions.services.members import AddMember, add_member
from positions.services.sessions import sign_in
from positions.services.unit_of_work import Database
from tests.support.world import LEAD, PARTICIPANT, bring_to, propose, world_at

BASE = "# Aigua\n\n" + "La metròpolis demana que la directiva reconegui el paper dels municipis.\n\n" * 280
"""The text that every paper begins with: 20 KB."""


@dataclass(frozen=True)
class Scene:
    """So many people on so many papers."""

    people: int
    papers: int

    @property
    def name(self) -> str:
        """How it is called in tables."""
        return f"{self.people} on {self.papers}"

    def seats(self) -> list[int]:
        """Which paper each of them has open."""
        return list(islice(cycle(range(self.papers)), self.people))


@dataclass(frozen=True)
class Made:
    """What stands in a database: documents by scene, and a session's secret for each person."""

    documents: dict[Scene, list[str]]
    secrets: list[str]

    def people(self, scene: Scene, address: str) -> list[Person]:
        """A scene's people at a server of ours."""
        url, documents = address.replace("http", "ws", 1), self.documents[scene]
        return [
            Person(f"{url}/live/{documents[seat]}", documents[seat], f"{COOKIE}={secret}", address)
            for seat, secret in zip(scene.seats(), self.secrets, strict=False)
        ]


def make(url: str, scenes: tuple[Scene, ...], text: str = BASE) -> Made:
    """Fill a new database."""
    migrate(url)
    return asyncio.run(_make(url, scenes, text))


async def _make(url: str, scenes: tuple[Scene, ...], text: str) -> Made:
    documents: dict[Scene, list[str]] = {}
    async with world_at(url) as world:
        for scene in scenes:
            documents[scene] = []
            for number in range(scene.papers):
                paper = await propose(world, f"Document {scene.name} {number}")
                await bring_to(world, paper, Stage.DRAFTING, text)
                documents[scene].append(paper.document_id)
        async with world.database.write() as work:
            for number in range(max(scene.people for scene in scenes)):
                town = (LEAD, PARTICIPANT)[number % 2]
                person = AddMember(f"p{number}@{town}.example", f"Persona {number}", town, Role.DELEGATE)
                await add_member(work, person)
    return Made(documents, await _sign_in(url))


async def _sign_in(url: str) -> list[str]:
    """Sessions of the real present: those of the small world are of its own."""
    database = Database(url)
    async with database.write() as work:
        statement = select(Member.id).where(Member.name.startswith("Persona ")).order_by(Member.id)
        members = (await work.session.scalars(statement)).all()
        secrets = [await sign_in(work, member) for member in members]
    await database.dispose()
    return secrets
