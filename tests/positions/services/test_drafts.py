"""Whole texts become edits: compared with their base, merged with what others wrote since, once, by whoever may."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from positions.authorship import Run
from positions.documents import MAX_BYTES
from positions.drafts import Draft
from positions.errors import (
    Conflict,
    Forbidden,
    IdempotencyMismatch,
    Invalid,
    LimitExceeded,
    NotFound,
    Refusal,
    StageForbids,
    Unauthenticated,
)
from positions.hunks import Hunk
from positions.lifecycle import Action, Stage
from positions.models.documents import Document
from positions.models.events import Event
from positions.queries.drafts import fold, log_rows
from positions.replicas import SERVER_CLIENT_BASE
from positions.services.drafts import (
    EditDraft,
    Edited,
    Entry,
    OnConflict,
    Step,
    append,
    current,
    edit_draft,
    prepare_edit,
    rewrite,
)
from positions.services.idempotency import Key
from positions.services.signals import DraftMoved
from positions.services.unit_of_work import UnitOfWork
from positions.services.versions import SaveVersion, save_version
from tests.support.world import (
    LEAD,
    OUTSIDER,
    PARTICIPANT,
    Paper,
    World,
    bring_to,
    move,
    propose,
    write,
)

TEXT = "# Aigua\n\nEls ajuntaments paguen la depuració.\n"


@pytest.fixture
async def paper(world: World) -> Paper:
    paper = await propose(world)
    await bring_to(world, paper, Stage.DRAFTING, TEXT)
    return paper


@dataclass(frozen=True)
class Base:
    """What a save says of itself beside its text."""

    sequence: int | None = 1
    version: int | None = None
    on_conflict: OnConflict = OnConflict.MERGE


ON_THE_FIRST_ROW = Base()
STRICT = Base(on_conflict=OnConflict.REJECT)


async def save(
    world: World,
    paper: Paper,
    text: str,
    base: Base = ON_THE_FIRST_ROW,
    *,
    name: str = LEAD,
    key: Key | None = None,
) -> Edited:
    request = EditDraft(paper.document_id, text, base.sequence, base.version, base.on_conflict)
    prepared = await prepare_edit(world.database, world.actors[name], request)
    async with world.database.write() as work:
        return await edit_draft(work, world.actors[name], prepared, key)


async def stored(world: World, paper: Paper) -> Draft:
    async with world.database.read() as session:
        return Draft.fold(await log_rows(session, paper.document_id, after=0))


async def tags(world: World, paper: Paper) -> Sequence[str]:
    async with world.database.read() as session:
        found = await session.scalars(
            select(Event.tag).where(Event.chain == paper.id).order_by(Event.sequence)
        )
        return list(found)


async def locked(work: UnitOfWork, paper: Paper) -> Document:
    return await work.session.get_one(Document, paper.document_id, with_for_update=True)


async def write_and_fail(world: World, paper: Paper) -> None:
    async with world.database.write() as work:
        await rewrite(
            work, await locked(work, paper), [Step([Hunk(0, 0, "x")])], world.lead.memberships[0].id
        )
        raise ZeroDivisionError


class TestMerging:
    """A save says what it changed; what others changed since stays."""

    async def test_a_save_on_the_head_is_one_row(self, world: World, paper: Paper) -> None:
        edited = await save(world, paper, TEXT + "\nI prou.\n")
        assert (edited.draft.text, edited.draft.sequence, edited.overlaps) == (TEXT + "\nI prou.\n", 2, ())
        draft = await stored(world, paper)
        assert (draft.text, draft.sequence) == (edited.draft.text, 2)
        assert (await tags(world, paper)).count("draft:edited") == 2

    async def test_two_saves_on_one_base_are_both_there(self, world: World, paper: Paper) -> None:
        await save(world, paper, TEXT.replace("# Aigua", "# Aigua neta"))
        edited = await save(world, paper, TEXT + "\nI prou.\n", name=PARTICIPANT)
        assert edited.draft.text == TEXT.replace("# Aigua", "# Aigua neta") + "\nI prou.\n"
        assert edited.overlaps == ()
        draft = await stored(world, paper)
        authors = [world.actors[name].memberships[0].id for name in (LEAD, PARTICIPANT)]
        assert {run.author for run in draft.runs} == set(authors)

    async def test_where_both_touched_the_same_words_it_is_said(self, world: World, paper: Paper) -> None:
        await save(world, paper, TEXT.replace("paguen", "sufraguen"))
        edited = await save(world, paper, TEXT.replace("paguen", "financen"), name=PARTICIPANT)
        (overlap,) = edited.overlaps
        assert (overlap.yours, overlap.theirs) == ("financen", "sufraguen")
        place = edited.draft.text[overlap.start : overlap.end]
        assert "financen" in place
        assert "sufraguen" in place

    async def test_a_strict_save_is_refused_instead(self, world: World, paper: Paper) -> None:
        await save(world, paper, TEXT.replace("paguen", "sufraguen"))
        before = await stored(world, paper)
        with pytest.raises(Conflict) as caught:
            await save(world, paper, TEXT.replace("paguen", "financen"), STRICT, name=PARTICIPANT)
        assert (caught.value.reason, caught.value.fields) == ("edits_overlap", {"count": 1})
        assert (await stored(world, paper)).sequence == before.sequence
        edited = await save(world, paper, TEXT.replace("# Aigua", "# Aigües"), STRICT, name=PARTICIPANT)
        assert "sufraguen" in edited.draft.text

    async def test_an_unchanged_text_writes_nothing(self, world: World, paper: Paper) -> None:
        recorded = await tags(world, paper)
        edited = await save(world, paper, TEXT, name=PARTICIPANT)
        assert (edited.draft.sequence, (await stored(world, paper)).sequence) == (1, 1)
        assert await tags(world, paper) == recorded

    async def test_a_version_may_be_the_base(self, world: World, paper: Paper) -> None:
        async with world.database.write() as work:
            await save_version(work, world.lead, SaveVersion(paper.document_id, "v1"))
        await save(world, paper, TEXT + "\nDesprés.\n")
        edited = await save(world, paper, TEXT.replace("Els", "Tots els"), Base(None, 1))
        assert edited.draft.text == TEXT.replace("Els", "Tots els") + "\nDesprés.\n"

    async def test_what_is_saved_is_in_normal_form(self, world: World, paper: Paper) -> None:
        edited = await save(world, paper, TEXT + "a\u0300\r\n")
        assert edited.draft.text == TEXT + "à\n"

    async def test_every_fork_has_a_client_of_its_own(self, world: World, paper: Paper) -> None:
        await save(world, paper, TEXT + "\nUn.\n")
        await save(world, paper, TEXT + "\nDos.\n", name=PARTICIPANT)
        clients = (await stored(world, paper)).replica.state().keys()
        assert len(clients) == 3
        assert all(client > SERVER_CLIENT_BASE for client in clients)


class TestRefusals:
    """A refusal changes nothing."""

    @pytest.mark.parametrize(
        ("name", "refusal"),
        [
            ("ANONYMOUS", NotFound),
            (OUTSIDER, NotFound),
            ("OBSERVER", Forbidden),
            ("ADMINISTRATOR", Forbidden),
        ],
    )
    async def test_who_may_not_write_is_refused(
        self, world: World, paper: Paper, name: str, refusal: type[Refusal]
    ) -> None:
        with pytest.raises((refusal, Unauthenticated)):
            await save(world, paper, "x", name=name)
        assert (await stored(world, paper)).text == TEXT

    @pytest.mark.parametrize("stage", [Stage.APPROVING, Stage.ADOPTED, Stage.SUBMITTED, Stage.WITHDRAWN])
    async def test_a_frozen_text_is_not_changed(self, world: World, stage: Stage) -> None:
        paper = await propose(world)
        if stage is Stage.WITHDRAWN:
            await move(world, paper, Action.START_DRAFTING)
            await write(world, paper, TEXT)
        await bring_to(world, paper, stage, TEXT)
        with pytest.raises(StageForbids):
            await save(world, paper, "x")
        assert (await stored(world, paper)).text == TEXT

    async def test_a_freeze_between_preparing_and_saving_is_heeded(self, world: World, paper: Paper) -> None:
        request = EditDraft(paper.document_id, "x", base_sequence=1)
        prepared = await prepare_edit(world.database, world.lead, request)
        await move(world, paper, Action.OPEN_AMENDING, Action.OPEN_ROUND)
        with pytest.raises(StageForbids):
            async with world.database.write() as work:
                await edit_draft(work, world.lead, prepared)
        assert (await stored(world, paper)).text == TEXT

    @pytest.mark.parametrize(
        ("base", "refusal"),
        [
            (Base(None), "base_required"),
            (Base(1, 1), "base_required"),
            (Base(2), "base_unknown"),
            (Base(-1), "base_unknown"),
            (Base(None, 1), "version_unknown"),
        ],
    )
    async def test_the_base_must_be_one_and_known(
        self, world: World, paper: Paper, base: Base, refusal: str
    ) -> None:
        with pytest.raises(Refusal) as caught:
            await save(world, paper, "x", base)
        assert caught.value.reason == refusal
        assert ((await stored(world, paper)).text, (await stored(world, paper)).sequence) == (TEXT, 1)

    @pytest.mark.parametrize(
        ("text", "refusal"),
        [("a\0b", Invalid), ("\ud800", Invalid), ("x" * (MAX_BYTES + 1), LimitExceeded)],
    )
    async def test_a_text_that_cannot_be_is_refused(
        self, world: World, paper: Paper, text: str, refusal: type[Refusal]
    ) -> None:
        with pytest.raises(refusal):
            await save(world, paper, text)
        assert (await stored(world, paper)).sequence == 1

    async def test_merging_does_not_lead_over_the_limit(self, world: World, paper: Paper) -> None:
        half = "x" * (MAX_BYTES // 2) + "\n"
        await save(world, paper, TEXT + "\n" + half)
        with pytest.raises(LimitExceeded):
            await save(world, paper, half + "\n" + TEXT, name=PARTICIPANT)


class TestRepeats:
    """The same request with the same key is answered as before, and done once."""

    async def test_a_repeat_is_answered_and_not_done_again(self, world: World, paper: Paper) -> None:
        key = Key(world.lead.signed_in(), "editDraft", "k1", "hash")
        first = await save(world, paper, TEXT + "\nUn.\n", key=key)
        await save(world, paper, TEXT + "\nDos.\n", name=PARTICIPANT)
        assert await save(world, paper, TEXT + "\nUn.\n", key=key) == first
        assert (await stored(world, paper)).sequence == 3

    async def test_a_key_is_for_one_request(self, world: World, paper: Paper) -> None:
        await save(world, paper, TEXT + "1", key=Key(world.lead.signed_in(), "editDraft", "k1", "hash"))
        with pytest.raises(IdempotencyMismatch):
            await save(world, paper, TEXT + "2", key=Key(world.lead.signed_in(), "editDraft", "k1", "other"))


class TestAppending:
    """The log numbers rows without gaps; signals follow the commit."""

    async def test_attribution_names_the_authors_of_what_is_inserted(
        self, world: World, paper: Paper
    ) -> None:
        lead, participant = (world.actors[name].memberships[0].id for name in (LEAD, PARTICIPANT))
        async with world.database.write() as work:
            document = await locked(work, paper)
            given = (Run(2, participant), Run(3, lead))
            await rewrite(work, document, [Step([Hunk(0, 0, "ab"), Hunk(1, 1, "cde")], given)], lead)
        draft = await stored(world, paper)
        assert draft.text.startswith("ab#cde")
        assert draft.runs[:3] == (Run(2, participant), Run(len("#cde" + TEXT[1:]), lead))

    async def test_a_unit_of_work_sees_what_it_wrote(self, world: World, paper: Paper) -> None:
        membership = world.lead.memberships[0].id
        async with world.database.write() as work:
            document = await locked(work, paper)
            for word in ("un ", "dos ", "tres "):
                await rewrite(work, document, [Step([Hunk(0, 0, word)])], membership)
            assert (await current(work, document)).text == "tres dos un " + TEXT
            await rewrite(work, document, [Step([])], membership)
        draft = await stored(world, paper)
        assert (draft.text, draft.sequence) == ("tres dos un " + TEXT, 4)

    async def test_what_is_rolled_back_was_never_there(self, world: World, paper: Paper) -> None:
        with world.database.bus.subscribe() as subscription:
            with pytest.raises(ZeroDivisionError):
                await write_and_fail(world, paper)
            await write(world, paper, TEXT + "y")
            assert await subscription.get() == DraftMoved(paper.document_id, 2)
        async with world.database.read() as session:
            assert (await world.database.drafts.load(session, paper.document_id)).text == TEXT + "y"

    async def test_rows_are_numbered_one_after_the_other(self, world: World, paper: Paper) -> None:
        membership = world.lead.memberships[0].id
        fork = (await stored(world, paper)).replica.fork(5)
        updates = [fork.edit([Hunk(0, 0, letter)]) for letter in "abc"]
        async with world.database.write() as work:
            entries = [Entry(membership, update) for update in updates]
            assert append(work, await locked(work, paper), entries) == 4
        async with world.database.read() as session:
            rows = await log_rows(session, paper.document_id, after=1)
            middle = await fold(session, paper.document_id, 3)
        assert [row.sequence for row in rows] == [2, 3, 4]
        assert middle.text == "ba" + TEXT
