"""Errata: a version of its own with a reason, through the log of the frozen draft; what the rounds decided stays public."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import func, select

from positions.actors import ANONYMOUS
from positions.errors import (
    Forbidden,
    IdempotencyMismatch,
    Invalid,
    LimitExceeded,
    NotFound,
    Refusal,
    StageForbids,
    Stale,
)
from positions.lifecycle import Action
from positions.models.documents import Document
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.versions import Version
from positions.queries.access import see_position
from positions.queries.documents import adopted_version, count_open_versions, newest_open_version
from positions.queries.errata import corrections_of
from positions.queries.positions import PositionFilter, count_positions
from positions.queries.rounds import count_rounds
from positions.queries.signatories import signatories_of
from positions.queries.versions import version_text
from positions.services.idempotency import key
from tests.support.adoptions import CORRECTED, adopted, correct
from tests.support.rounds import TEXT, ready
from tests.support.world import LEAD, OTHER_PARTICIPANT, Paper, World, move


async def written(world: World, paper: Paper) -> tuple[int | None, ...]:
    """How many versions, events and updates there are, and which version is adopted."""
    async with world.database.read() as session:
        document = await session.get_one(Document, paper.document_id)
        position = await session.get_one(Position, paper.id)
        versions = await session.scalar(select(func.count()).select_from(Version))
        events = await session.scalar(select(func.count()).select_from(Event))
        adopted_id = position.adopted_version_id
        adopted_now = await session.get_one(Version, adopted_id) if adopted_id else None
        return versions, events, document.sequence, adopted_now.number if adopted_now else None


async def refused(world: World, paper: Paper, **more: Any) -> Refusal:
    before = await written(world, paper)
    with pytest.raises(Refusal) as caught:
        await correct(world, paper, **more)
    assert await written(world, paper) == before
    return caught.value


async def test_an_erratum_is_a_version_with_a_reason_and_the_adopted_one(world: World) -> None:
    paper, _ = await adopted(world)
    version = await correct(world, paper, reason=" Errada \\n")
    assert (version.number, version.erratum_reason, version.is_automatic) == (2, "Errada \\n", False)
    async with world.database.read() as session:
        access = await see_position(session, world.lead, paper.reference)
        now = await adopted_version(session, access)
        assert now is not None
        assert (now.id, await version_text(session, now)) == (version.id, CORRECTED)
        draft = await world.database.drafts.load(session, paper.document_id)
        assert draft.text == CORRECTED
        assert access.position.stage == "ADOPTED"
        (correction,) = await corrections_of(session, access)
        assert (correction.corrects.number, correction.version.number) == (1, 2)
        assert await version_text(session, correction.corrects) == TEXT


async def test_the_public_reads_the_adopted_text_and_every_correction(world: World) -> None:
    paper, _ = await adopted(world)
    await move(world, paper, Action.PUBLISH)
    await correct(world, paper)
    await correct(world, paper, CORRECTED.replace("riu", "riu Besòs"), expected_version=2)
    async with world.database.read() as session:
        access = await see_position(session, ANONYMOUS, paper.reference)
        assert await count_open_versions(session, access, paper.document_id) == 3
        newest = await newest_open_version(session, access, paper.document_id)
        assert newest is not None
        assert newest.number == 3
        assert [one.version.number for one in await corrections_of(session, access)] == [2, 3]
        assert await count_rounds(session, access) == 1
        assert len(await signatories_of(session, access)) == 2
        assert await count_positions(session, ANONYMOUS, PositionFilter(search="Besòs")) == 1


async def test_earlier_versions_of_the_paper_stay_unseen(world: World) -> None:
    paper, _ = await adopted(world)
    await correct(world, paper)
    async with world.database.read() as session:
        with pytest.raises(NotFound):
            await see_position(session, ANONYMOUS, paper.reference)


async def test_bad_corrections_change_nothing(world: World) -> None:
    paper, _ = await adopted(world)
    for more, kind, reason in (
        ({"text": TEXT}, Invalid, "erratum_changes_nothing"),
        ({"text": TEXT.replace("**D2.**", "**D3.**")}, Invalid, "erratum_changes_asks"),
        ({"text": " "}, Invalid, "text_blank"),
        ({"text": "a\x00"}, Invalid, "text_has_nul"),
        ({"reason": " "}, Invalid, "text_blank"),
        ({"reason": "a" * 2_001}, LimitExceeded, "text_too_long"),
        ({"expected_version": 7}, Stale, "adopted_text_moved"),
        ({"by": LEAD}, Forbidden, "role_forbids"),
        ({"by": OTHER_PARTICIPANT}, Forbidden, "role_forbids"),
        ({"by": "ADMINISTRATOR"}, Forbidden, "role_forbids"),
    ):
        refusal = await refused(world, paper, **more)
        assert (type(refusal), refusal.reason) == (kind, reason)


async def test_only_an_adopted_or_submitted_text_is_corrected(world: World) -> None:
    early = await ready(world)
    assert isinstance(await refused(world, early), StageForbids)
    paper, _ = await adopted(world)
    await move(world, paper, Action.SUBMIT)
    await correct(world, paper)
    await move(world, paper, Action.CLOSE)
    assert isinstance(await refused(world, paper, expected_version=2), StageForbids)


async def test_a_translation_is_not_corrected(world: World) -> None:
    paper, _ = await adopted(world)
    async with world.database.write() as work:
        (await work.session.get_one(Document, paper.document_id)).is_original = False
    assert (await refused(world, paper)).reason == "erratum_of_translation"


async def test_a_repeated_request_corrects_once(world: World) -> None:
    paper, _ = await adopted(world)
    used = key(world.coordinator, "correctText", "k1", {"text": "a"})
    first = await correct(world, paper, key=used)
    assert (await correct(world, paper, key=used)).id == first.id
    with pytest.raises(IdempotencyMismatch):
        await correct(world, paper, key=key(world.coordinator, "correctText", "k1", {"text": "b"}))


async def test_of_two_corrections_at_once_one_is_refused(world: World) -> None:
    paper, _ = await adopted(world)
    texts = (CORRECTED, TEXT.replace("riu", "mar"))
    answers = await asyncio.gather(*(correct(world, paper, text) for text in texts), return_exceptions=True)
    assert sorted(type(answer).__name__ for answer in answers) == ["Stale", "Version"]
