"""What is known of a channel is kept by coordinators and administrators, and outlives the tables of a new release."""

from typing import Any

import pytest
from sqlalchemy import select

from positions.errors import Forbidden, Invalid, Refusal, Unauthenticated
from positions.institutions import ChannelKind
from positions.models.events import Event
from positions.models.institutions import Channel, Institution
from positions.services.channels import UpdateChannel, update_channel
from positions.services.reference_data import load
from tests.support.world import World


def known(**terms: Any) -> UpdateChannel:
    usual = {"institution_code": "EC", "kind": ChannelKind.LETTER, "languages": ["en"]}
    return UpdateChannel(**{**usual, **terms})


async def channel(world: World, kind: str = "LETTER") -> Channel:
    async with world.database.read() as session:
        statement = select(Channel).join(Institution, Institution.id == Channel.institution_id)
        found = statement.where(Institution.code == "EC", Channel.kind == kind)
        return (await session.scalars(found)).one()


@pytest.mark.parametrize("who", ["COORDINATOR", "ADMINISTRATOR"])
async def test_limits_are_kept_and_recorded(world: World, who: str) -> None:
    request = known(
        languages=["FR", "en", "fr"],
        max_characters=4_000,
        max_bytes=5_000_000,
        formats=[".PDF"],
        is_verified=True,
    )
    async with world.database.write() as work:
        await update_channel(work, world.actors[who], request)
    row = await channel(world)
    assert (row.languages, row.max_characters, row.formats, row.verified) == (
        ["en", "fr"],
        4_000,
        ["pdf"],
        True,
    )
    async with world.database.read() as session:
        (event,) = await session.scalars(select(Event).where(Event.tag == "channel:updated"))
        assert event.chain == "register"


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        ({"languages": []}, "channel_languages_missing"),
        ({"languages": ["english"]}, "language_invalid"),
        ({"max_characters": 0}, "channel_limit_invalid"),
        ({"max_bytes": -1}, "channel_limit_invalid"),
        ({"max_bytes": 2**31}, "channel_limit_invalid"),
        ({"formats": []}, "channel_format_invalid"),
        ({"formats": ["p d f"]}, "channel_format_invalid"),
        ({"institution_code": "NOBODY"}, "institution_unknown"),
        ({"kind": ChannelKind.PETITION}, "channel_unknown"),
    ],
)
async def test_what_cannot_be_is_refused(world: World, terms: dict[str, Any], reason: str) -> None:
    with pytest.raises(Invalid, match=reason):
        async with world.database.write() as work:
            await update_channel(work, world.coordinator, known(**terms))
    assert (await channel(world)).edited_at is None


@pytest.mark.parametrize(
    ("who", "refusal"), [("ANONYMOUS", Unauthenticated), ("08019", Forbidden), ("OBSERVER", Forbidden)]
)
async def test_others_may_not(world: World, who: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        async with world.database.write() as work:
            await update_channel(work, world.actors[who], known())


async def test_a_new_release_leaves_alone_what_was_edited(world: World) -> None:
    async with world.database.write() as work:
        await load(work)
        await update_channel(
            work,
            world.coordinator,
            known(kind=ChannelKind.HAVE_YOUR_SAY, max_characters=4_000, is_verified=True),
        )
    async with world.database.write() as work:
        await load(work)
    assert (await channel(world, "HAVE_YOUR_SAY")).max_characters == 4_000
