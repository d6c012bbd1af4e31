"""`verify` finds what was changed in confirmations, ratifications and certificates behind the software's back."""

from collections.abc import AsyncIterator
from datetime import date

import pytest
from sqlalchemy import text

from positions.mandates import RatificationStatus
from positions.services.verification import verify
from tests.support.delegates import ask, certify, confirm, settle, want_two
from tests.support.rounds import cast, open_on, ready
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, World, world_at


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    async with world_at(database_url) as made:
        paper = await ready(made)
        row = await open_on(made, paper)
        proof = await certify(made, paper, made.lead)
        second = await want_two(made, LEAD)
        vote = await cast(made, row.id, LEAD, certificate_id=proof.id)
        await confirm(made, vote.id, second)
        await cast(made, row.id, LEAD)
        await cast(made, row.id, PARTICIPANT)
        await ask(made, row.id, PARTICIPANT)
        due = await cast(made, row.id, OTHER_PARTICIPANT, ratification_due_on=date(2026, 12, 20))
        await settle(made, due.id, RatificationStatus.WITHDRAWN, made.coordinator)
        yield made


async def differences(world: World) -> str:
    return "\n".join([f"{one.subject}: {one.difference}" async for one in verify(world.database)])


async def test_what_nobody_touched_holds(world: World) -> None:
    assert await differences(world) == ""


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (
            "UPDATE votes SET is_awaiting = NOT is_awaiting WHERE certificate_id IS NULL AND NOT is_awaiting",
            "whether somebody confirmed",
        ),
        (
            "UPDATE votes SET ratification_status = 'CONFIRMED' WHERE ratification_status IS NOT NULL",
            "what a body made",
        ),
        ("UPDATE votes SET replaced_at = NULL WHERE ratification_status IS NOT NULL", "the vote of 08015"),
        ("UPDATE votes SET certificate_id = NULL", "the vote of 08019"),
        ("UPDATE confirmations SET confirmed_at = NULL", "whether somebody confirmed"),
        ("UPDATE confirmations SET reason = 'Cap' WHERE reason IS NOT NULL", "why to confirm"),
        ("UPDATE certificates SET name = 'altre.pdf'", "a certificate of 08019 is not what"),
        ("UPDATE certificates SET content = zeroblob(3)", "is not the file that was kept"),
        ("UPDATE votes SET is_substitute = NOT is_substitute", "the vote of"),
    ],
)
async def test_whatever_is_changed_is_found(world: World, statement: str, told: str) -> None:
    if world.database.url.startswith("postgresql"):
        statement = statement.replace("zeroblob(3)", "decode('000000', 'hex')")
    async with world.database.write() as work:
        changed = await work.session.execute(text(statement))
    assert changed.rowcount  # type: ignore[attr-defined]  # what executes a change counts its rows
    assert told in await differences(world)
