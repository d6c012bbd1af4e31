"""Decisions on amendments, many at once: carried out whole or not at all, the same in any order, and proved by the record."""

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from positions.actors import Actor
from positions.amendments import Decision, Fit
from positions.authorship import contributors
from positions.errors import AlreadyDone, Conflict, Forbidden, Invalid, NotFound, Refusal, Stale
from positions.lifecycle import Stage
from positions.models.amendments import Amendment
from positions.models.documents import Document
from positions.models.events import Event
from positions.queries.access import see_document
from positions.queries.amendments import see_amendments, standing
from positions.queries.verdicts import Given, Verdict, preview
from positions.queries.versions import version_text
from positions.services.amendments import ProposeAmendment, propose_amendment
from positions.services.decisions import DecideAmendments, decide_amendments, prepare_decisions
from positions.services.idempotency import key
from positions.services.verification import verify
from positions.services.versions import SaveVersion, save_version
from tests.support.world import Paper, World, bring_to, propose, write

FIRST = "Demanem un pla metropolità de l'aigua per a tothom."
SECOND = "Demanem un fons de bestreta per als municipis petits."
TEXT = f"# Aigua\n\n{FIRST}\n\n{SECOND}\n\nI res més no demanem.\n"


@pytest.fixture
async def paper(world: World) -> Paper:
    paper = await propose(world)
    await bring_to(world, paper, Stage.AMENDING, TEXT)
    return paper


async def table(
    world: World, paper: Paper, passage: str, text: str, *, version: int = 1, on: str = TEXT, **more: object
) -> Amendment:
    start = on.index(passage)
    request = ProposeAmendment(paper.document_id, version, start, start + len(passage), text)
    actor = more.pop("actor", world.participant)
    assert isinstance(actor, Actor)
    async with world.database.write() as work:
        return await propose_amendment(work, actor, replace(request, **more))  # type: ignore[arg-type]  # by name


def yes(*amendments: Amendment) -> list[Given]:
    return [Given(amendment.id, Decision.INCORPORATE) for amendment in amendments]


async def decide(world: World, paper: Paper, given: list[Given], **more: object) -> list[Amendment]:
    request = DecideAmendments(paper.document_id, given, **more)  # type: ignore[arg-type]  # keywords by name
    await prepare_decisions(world.database, world.coordinator, request)
    async with world.database.write() as work:
        ids = await decide_amendments(work, world.coordinator, request)
    async with world.database.read() as session:
        return await see_amendments(session, world.coordinator, ids)


async def look(world: World, paper: Paper, given: list[Given]) -> Verdict:
    async with world.database.read() as session:
        access, document = await see_document(session, world.coordinator, paper.document_id)
        found = await preview(session, world.database.drafts, access, document, given)
    assert found is not None
    return found


async def draft(world: World, paper: Paper) -> str:
    async with world.database.read() as session:
        return (await world.database.drafts.load(session, paper.document_id)).text


async def refused(world: World, paper: Paper, given: list[Given], kind: type[Refusal], match: str) -> None:
    before = await draft(world, paper)
    with pytest.raises(kind, match=match):
        await decide(world, paper, given)
    assert await draft(world, paper) == before
    async with world.database.read() as session:
        statuses = set(await session.scalars(select(Amendment.status)))
    assert "INCORPORATED" not in statuses


async def test_a_batch_does_what_its_preview_shows_each_for_its_author(world: World, paper: Paper) -> None:
    one = await table(world, paper, "pla metropolità", "pla europeu")
    two = await table(world, paper, SECOND, "", actor=world.lead)
    three = await table(world, paper, "I res més", "I ara res més")
    given = [*yes(three, two), Given(one.id, Decision.REJECT, reason="Massa lluny")]
    shown = await look(world, paper, given)
    assert (shown.refused, shown.made.incorporated) == ((), (2, 3))
    decided = await decide(world, paper, given, expected_draft_sequence=shown.sequence)
    assert [(row.number, row.status) for row in decided] == [
        (1, "REJECTED"),
        (2, "INCORPORATED"),
        (3, "INCORPORATED"),
    ]
    assert (
        await draft(world, paper)
        == shown.made.text
        == TEXT.replace(f"{SECOND}\n\n", "").replace("I res", "I ara res")
    )
    async with world.database.read() as session:
        runs = (await world.database.drafts.load(session, paper.document_id)).runs
        events = select(Event.tag).where(Event.chain == paper.id, Event.tag == "amendment:decided")
        assert len(list(await session.scalars(events))) == 3
    assert [finding async for finding in verify(world.database, paper.reference)] == []
    assert contributors(runs)[world.participant.memberships[0].id] == len("ara ")


async def test_two_that_change_the_same_words_are_refused_by_name(world: World, paper: Paper) -> None:
    one = await table(world, paper, "pla metropolità", "pla europeu")
    two = await table(world, paper, "un pla metropolità", "un pla mundial")
    three = await table(world, paper, "I res més", "I ara res més")
    with pytest.raises(Conflict) as refusal:
        await decide(world, paper, yes(three, one, two))
    assert refusal.value.fields == {"numbers": "1, 2"}
    await refused(world, paper, yes(three, one, two), Conflict, "amendments_collide")
    shown = await look(world, paper, yes(three, one, two))
    assert [collision.numbers for collision in shown.made.collisions] == [(1, 2)]
    assert dict(shown.made.collisions[0].wordings).keys() == {1, 2}


async def test_a_compromise_and_what_it_replaces_cannot_both_go_in(world: World, paper: Paper) -> None:
    one = await table(world, paper, "pla metropolità", "pla europeu")
    two = await table(world, paper, "I res més", "I ara res més", replaces=(one.id,))
    await refused(world, paper, yes(one, two), Conflict, "amendments_collide")
    assert [row.status for row in await decide(world, paper, yes(two))] == ["INCORPORATED", "FALLEN"]


async def test_what_stood_in_a_passage_that_was_deleted_whole_falls(world: World, paper: Paper) -> None:
    part = await table(world, paper, "bestreta", "garantia")
    whole = await table(world, paper, SECOND, "")
    assert (await look(world, paper, yes(whole))).made.falling == (part.number,)
    decided = await decide(world, paper, yes(whole))
    assert [(row.number, row.status) for row in decided] == [(2, "INCORPORATED"), (1, "FALLEN")]


@pytest.mark.parametrize(
    ("given", "kind", "match"),
    [
        ([], Invalid, "decisions_missing"),
        ([Given("amd_none", Decision.REJECT)], NotFound, "amendment_unknown"),
        ([Given("amd\0", Decision.REJECT)], NotFound, "amendment_unknown"),
    ],
)
async def test_a_batch_that_cannot_be_is_refused(
    world: World, paper: Paper, given: list[Given], kind: type[Refusal], match: str
) -> None:
    await refused(world, paper, given, kind, match)


async def test_all_or_nothing(world: World, paper: Paper) -> None:
    one = await table(world, paper, "pla metropolità", "pla europeu")
    two = await table(world, paper, "I res més", "I ara res més")
    await refused(world, paper, [*yes(one), *yes(one)], Invalid, "amendment_decided_twice")
    partly = Given(two.id, Decision.INCORPORATE_PARTLY)
    await refused(world, paper, [*yes(one), partly], Invalid, "decided_text_required")
    with pytest.raises(Stale):
        await decide(world, paper, yes(one), expected_draft_sequence=0)
    await decide(world, paper, [Given(two.id, Decision.REJECT)])
    await refused(world, paper, yes(one, two), AlreadyDone, "amendment_already_decided")
    with pytest.raises(Forbidden):
        async with world.database.write() as work:
            await decide_amendments(work, world.participant, DecideAmendments(paper.document_id, yes(one)))


async def test_a_repeated_batch_is_done_once(world: World, paper: Paper) -> None:
    one = await table(world, paper, "pla metropolità", "pla europeu")
    used = key(world.coordinator, "decideAmendments", "k1", {"x": 1})
    request = DecideAmendments(paper.document_id, yes(one))
    answers = []
    for _ in range(2):
        async with world.database.write() as work:
            answers.append(await decide_amendments(work, world.coordinator, request, used))
    assert answers[0] == answers[1] == (one.id,)


async def test_one_by_one_leads_where_the_batch_leads_on_versions_old_and_new(
    world: World, paper: Paper
) -> None:
    """antragsgruen 844: the agreed ones are merged first, and the others carried over unchanged."""
    agreed = await table(world, paper, "pla metropolità", "pla europeu")
    late = await table(world, paper, "bestreta", "garantia")
    added = await table(world, paper, "petits.", "petits.\n\nI també un paràgraf nou.")
    await decide(world, paper, yes(agreed))
    async with world.database.write() as work:
        version = await save_version(work, world.lead, SaveVersion(paper.document_id))
    newer = await table(
        world, paper, "I res més", "I ara res més", version=version.number, on=await draft(world, paper)
    )
    shown = await look(world, paper, yes(newer, added, late))
    for one in (newer, added, late):
        await decide(world, paper, yes(one))
    assert await draft(world, paper) == shown.made.text
    assert "garantia per als municipis petits.\n\nI també un paràgraf nou.\n\nI ara" in shown.made.text


async def test_openslides_4954_a_passage_that_is_gone_does_not_break_the_list(
    world: World, paper: Paper
) -> None:
    """openslides 5920: and its author still reads the amendment's own text; openslides 5834: one fault empties no list."""
    gone = await table(world, paper, "bestreta", "garantia")
    there = await table(world, paper, "I res més", "I ara res més")
    await write(world, paper, TEXT.replace(f"{SECOND}\n\n", ""))
    async with world.database.write() as work:
        broken = await work.session.get_one(Amendment, there.id)
        broken.end = 99_999
    async with world.database.read() as session:
        rows = await see_amendments(session, world.participant, [gone.id, there.id])
        found = await standing(session, world.database.drafts, rows)
    assert [found.placements[row.id].fit for row in rows] == [Fit.ORPHANED, Fit.ORPHANED]
    assert (rows[0].original, rows[0].proposed_text) == ("bestreta", "garantia")
    await refused(world, paper, yes(gone), Conflict, "amendment_no_longer_fits")


async def test_opening_for_amendments_fixes_what_paragraphs_are_numbered_from(
    world: World, paper: Paper
) -> None:
    async with world.database.read() as session:
        document = await session.get_one(Document, paper.document_id)
        assert document.numbered_from == 1


async def test_openslides_6563_what_is_saved_and_sent_is_the_amended_text(world: World, paper: Paper) -> None:
    one = await table(world, paper, "pla metropolità", "pla europeu")
    await decide(world, paper, yes(one))
    async with world.database.write() as work:
        version = await save_version(work, world.lead, SaveVersion(paper.document_id))
    async with world.database.read() as session:
        assert await version_text(session, version) == TEXT.replace("pla metropolità", "pla europeu")


@pytest.mark.parametrize(
    "forged",
    [
        {"decided_sequence": 1},
        {"decided_sequence": None},
        {"decided_text": None},
        {"decided_text": "pla mundial"},
    ],
)
async def test_what_was_decided_is_proved(world: World, paper: Paper, forged: dict[str, object]) -> None:
    one = await table(world, paper, "pla metropolità", "pla europeu")
    await decide(world, paper, yes(one))
    async with world.database.write() as work:
        await work.session.execute(update(Amendment).where(Amendment.id == one.id).values(forged))
    found = [finding async for finding in verify(world.database, paper.reference)]
    assert [finding.difference for finding in found] == ["amendment 1 is not what was recorded"]
