"""The example does what it says, run as an outside programmer would: a program of its own, a real server, a token."""

import asyncio
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import httpx

from positions.actors import Scope
from positions.queries.members import actor_by_email
from positions.services.tokens import CreateToken, create_token
from positions.services.unit_of_work import Database
from tests.support.clients import settle
from tests.support.servers import running_server

EXAMPLE = Path(__file__).parents[2] / "examples" / "whole_chain.py"
PUBLIC = "query ($reference: String!) { position(reference: $reference) { stage asks { key uptakes { status } } } }"
SCOPES = [Scope.READ, Scope.COMMENT, Scope.WRITE, Scope.VOTE]


async def token_of(database_url: str) -> str:
    database = Database(database_url)
    await settle(database)
    async with database.write() as work:
        actor = await actor_by_email(work.session, "coordinator@amb.demo", work.now)
        assert actor is not None
        request = CreateToken("example", SCOPES, work.now + timedelta(days=1), None)
        _, secret = await create_token(work, actor, request)
    await database.dispose()
    return secret


async def test_the_example_goes_from_creation_to_recorded_uptake(database_url: str) -> None:
    token = await token_of(database_url)
    with running_server(database_url) as address:
        command = [sys.executable, str(EXAMPLE), address, token]
        done = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        reference = done.stdout.split("/positions/")[1].split()[0]
        asked = {"query": PUBLIC, "variables": json.dumps({"reference": reference})}
        answer = await asyncio.to_thread(httpx.get, f"{address}/graphql", params=asked)
    told = json.loads(answer.text)["data"]["position"]  # what anybody may read
    assert told["stage"] == "SUBMITTED"
    assert told["asks"] == [{"key": "D1", "uptakes": [{"status": "PARTLY_TAKEN_UP"}]}]
