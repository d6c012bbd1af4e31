"""A client of the whole application, without a network, and the people of a test."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from api.app import create_app
from api.identity import COOKIE
from api.settings import Settings
from positions.actors import Actor, Role, Scope
from positions.queries.members import actor_of_session
from positions.services.members import AddMember, add_member
from positions.services.reference_data import load
from positions.services.sessions import hash_secret, sign_in_by_email
from positions.services.tokens import CreateToken, create_token
from positions.services.unit_of_work import Database
from tests.support.states import Trail

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)

PEOPLE = (
    AddMember("coordinator@amb.demo", "Clara Coordinadora", "AMB", Role.COORDINATOR),
    AddMember("admin@amb.demo", "Anna Administradora", "AMB", Role.ADMINISTRATOR),
    AddMember("delegate@08019.demo", "Bernat Barcelona", "08019", Role.DELEGATE),
    AddMember("delegate@08015.demo", "Berta Badalona", "08015", Role.DELEGATE),
    AddMember("delegate@08101.demo", "Laia Hospitalet", "08101", Role.DELEGATE),
    AddMember("observer@generalitat.demo", "Oriol Observador", "GENERALITAT", Role.OBSERVER),
)
"""The people every API test knows."""


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now
        self.readers: set[int] = set()

    def __call__(self) -> datetime:
        """The present of the test."""
        self.readers.add(id(asyncio.current_task()))
        return self.now

    def advance(self, **parts: float) -> None:
        """Let time pass."""
        self.now += timedelta(**parts)


@dataclass
class Client:
    """Speaks HTTP with the application, as anybody."""

    http: httpx.AsyncClient
    database: Database
    clock: Clock
    trail: Trail | None = None
    actors: Mapping[str, Actor] = field(default_factory=dict)  # nobody: it speaks for whom it is asked to

    async def post(self, body: object, **headers: str) -> httpx.Response:
        """POST a GraphQL request's JSON."""
        return await self.http.post(
            "/graphql", json=body, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )

    async def ask(
        self,
        document: str,
        variables: Mapping[str, object] | None = None,
        *,
        as_email: str | None = None,
        language: str = "en",
    ) -> Any:
        """The data of a GraphQL answer without errors; asked by the member with this address."""
        headers = {"accept-language": language, "x-positions": "1"}
        if as_email:
            headers["cookie"] = f"{COOKIE}={await self.sign_in(as_email)}"
        answer = await self.http.post(
            "/graphql", json={"query": document, "variables": variables or {}}, headers=headers
        )
        body = answer.json()
        assert "errors" not in body, body["errors"]
        return body["data"]

    async def sign_in(self, email: str) -> str:
        """The secret of a new session."""
        async with self.database.write() as work:
            return await sign_in_by_email(work, email)

    async def token(self, email: str, *scopes: Scope, organization: str | None = None, days: int = 30) -> str:
        """The secret of a new token."""
        secret = await self.sign_in(email)
        async with self.database.read() as session:
            actor = await actor_of_session(session, hash_secret(secret), self.clock.now)
        assert actor is not None
        wish = CreateToken(
            "test", scopes or tuple(Scope), self.clock.now + timedelta(days=days), organization
        )
        async with self.database.write() as work:
            _, token = await create_token(work, actor, wish)
        return token


async def settle(database: Database) -> None:
    """Bring the reference tables and PEOPLE into a migrated database."""
    async with database.write() as work:
        await load(work)
    await add_people(database)


async def add_people(database: Database) -> None:
    """Bring PEOPLE into a database that has the reference tables."""
    async with database.write() as work:
        for person in PEOPLE:
            await add_member(work, person)


@asynccontextmanager
async def client_of(
    database: Database, clock: Clock, settings: Settings | None = None
) -> AsyncIterator[Client]:
    """A client of the application on this database."""
    app = create_app(settings or Settings(base_url="http://test", is_demo=True), database)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
        yield Client(http, database, clock)
