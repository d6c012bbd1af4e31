"""The append of live updates, without sockets: rights under the lock, owners of client ids, gapless logs, checkpoints."""

import asyncio

import pytest
from sqlalchemy import select

from positions.documents import MAX_BYTES
from positions.drafts import Draft, LogRow
from positions.errors import (
    Forbidden,
    Invalid,
    LimitExceeded,
    NotFound,
    Refusal,
    StageForbids,
    Stale,
    Unauthenticated,
)
from positions.hunks import Hunk
from positions.lifecycle import Action, Stage
from positions.models.documents import Checkpoint, ClientClaim, Update
from positions.models.positions import Position
from positions.queries.drafts import fold, log_rows
from positions.replicas import SERVER_CLIENT_BASE, SERVER_CLIENTS, Replica
from positions.services import checkpoints
from positions.services.live import (
    MAX_NEW_CLIENTS,
    Appended,
    Batch,
    LiveDraft,
    Outcome,
    Typed,
    append_typed,
    find_visitor,
)
from positions.services.signals import DraftMoved
from positions.services.versions import SaveVersion, save_version
from positions.updates import inspect
from tests.support.peers import PATIENCE
from tests.support.world import (
    LEAD,
    OUTSIDER,
    PARTICIPANT,
    Paper,
    World,
    bring_to,
    move,
    propose,
    world_at,
    write,
)

TEXT = "# Aigua\n"


@pytest.fixture
async def paper(world: World) -> Paper:
    paper = await propose(world)
    await bring_to(world, paper, Stage.DRAFTING, TEXT)
    return paper


async def load(world: World, paper: Paper) -> LiveDraft:
    return await LiveDraft.load(world.database, paper.document_id)


async def typed(world: World, paper: Paper, name: str, update: bytes) -> Typed:
    async with world.database.read() as session:
        visitor = await find_visitor(session, world.actors[name], paper.document_id)
    return Typed(visitor, update, inspect(update))


async def submit(world: World, live: LiveDraft, *given: Typed) -> Appended:
    async with world.database.write() as work:
        (appended,) = await append_typed(work, [Batch(live, given)])
    if isinstance(appended, Exception):
        raise appended
    assert appended is not None
    return appended


async def outcome_of(world: World, paper: Paper, name: str, update: bytes) -> Outcome:
    appended = await submit(world, await load(world, paper), await typed(world, paper, name, update))
    return appended.outcomes[0]


async def stored(world: World, paper: Paper) -> Draft:
    async with world.database.read() as session:
        return Draft.fold(await log_rows(session, paper.document_id, after=0))


async def copy(world: World, paper: Paper, client_id: int) -> Replica:
    return (await stored(world, paper)).replica.fork(client_id)


class TestRights:
    """Who may write is asked under the lock, at the stage found there."""

    async def test_a_writers_update_is_a_row_of_the_log(self, world: World, paper: Paper) -> None:
        update = (await copy(world, paper, 1)).edit([Hunk(0, 0, "x")])
        row = await outcome_of(world, paper, PARTICIPANT, update)
        assert row == LogRow(2, update, world.participant.memberships[0].id)
        draft = await stored(world, paper)
        assert (draft.text, draft.sequence, len(draft.runs)) == ("x" + TEXT, 2, 2)

    async def test_the_stage_counts_that_is_found_under_the_lock(self, world: World, paper: Paper) -> None:
        update = (await copy(world, paper, 1)).edit([Hunk(0, 0, "x")])
        before = await typed(world, paper, LEAD, update)
        live = await load(world, paper)
        await move(world, paper, Action.OPEN_AMENDING, Action.OPEN_ROUND)
        (refusal,) = (await submit(world, live, before)).outcomes
        assert isinstance(refusal, StageForbids)
        assert (await stored(world, paper)).text == TEXT
        await move(world, paper, Action.FAIL_ROUND)
        assert isinstance((await submit(world, live, before)).outcomes[0], LogRow)

    async def test_who_only_reads_is_refused(self, world: World, paper: Paper) -> None:
        update = (await copy(world, paper, 1)).edit([Hunk(0, 0, "x")])
        for name in ("OBSERVER", "ADMINISTRATOR"):
            assert isinstance(await outcome_of(world, paper, name, update), Forbidden)

    @pytest.mark.parametrize(("name", "refusal"), [("ANONYMOUS", Unauthenticated), (OUTSIDER, NotFound)])
    async def test_who_may_not_read_is_no_visitor(
        self, world: World, paper: Paper, name: str, refusal: type[Refusal]
    ) -> None:
        with pytest.raises(refusal):
            await typed(world, paper, name, b"\0\0")

    async def test_a_published_position_does_not_open_its_draft(self, world: World, paper: Paper) -> None:
        await move(world, paper, Action.OPEN_AMENDING, Action.OPEN_ROUND, Action.ADOPT, Action.PUBLISH)
        with pytest.raises(Unauthenticated):
            await typed(world, paper, "ANONYMOUS", b"\0\0")

    async def test_one_organization_may_be_chosen(self, world: World, paper: Paper) -> None:
        async with world.database.read() as session:
            actor, document_id = world.participant, paper.document_id
            chosen = await find_visitor(session, actor, document_id, PARTICIPANT)
            other = await find_visitor(session, actor, document_id, LEAD)
        assert chosen.refusal() is None
        assert isinstance(other.refusal(), Forbidden)


class TestUpdates:
    """What is refused changes nothing; what is new is a row."""

    async def test_nothing_new_is_no_row(self, world: World, paper: Paper) -> None:
        live = await load(world, paper)
        everything = (await copy(world, paper, 1)).update_since()
        assert live.is_noop(inspect(everything))
        assert await outcome_of(world, paper, LEAD, everything) is None
        assert (await stored(world, paper)).sequence == 1

    async def test_a_batch_goes_in_its_order_and_refusals_do_not_stop_it(
        self, world: World, paper: Paper
    ) -> None:
        anna, biel = await copy(world, paper, 1), await copy(world, paper, 2)
        first, second = anna.edit([Hunk(0, 0, "a")]), anna.edit([Hunk(1, 1, "b")])
        biel.edit([Hunk(0, 0, "never sent")])
        late = biel.edit([Hunk(0, 0, "misses that")])
        batch = [
            await typed(world, paper, LEAD, second),
            await typed(world, paper, LEAD, first),
            await typed(world, paper, PARTICIPANT, late),
            await typed(world, paper, LEAD, second),
            await typed(world, paper, LEAD, first),
        ]
        outcomes = (await submit(world, await load(world, paper), *batch)).outcomes
        assert [type(each) for each in outcomes] == [Stale, LogRow, Stale, LogRow, type(None)]
        assert (await stored(world, paper)).text == "ab" + TEXT

    async def test_half_a_character_is_refused(self, world: World, paper: Paper) -> None:
        anna = await copy(world, paper, 1)
        smile = anna.edit([Hunk(0, 0, "😀")])
        live = await load(world, paper)
        await submit(world, live, await typed(world, paper, LEAD, smile))
        half = b"\0\1\1\1\0\1"  # deletes the first unit of client 1 only
        (refusal,) = (await submit(world, live, await typed(world, paper, LEAD, half))).outcomes
        assert isinstance(refusal, Invalid)

    async def test_a_text_over_its_limit_is_refused(self, world: World, paper: Paper) -> None:
        update = (await copy(world, paper, 1)).edit([Hunk(0, 0, "x" * MAX_BYTES)])
        assert isinstance(await outcome_of(world, paper, LEAD, update), LimitExceeded)

    async def test_an_unknown_document_takes_nothing(self, world: World, paper: Paper) -> None:
        nothing = await typed(world, paper, LEAD, b"\0\0")
        with pytest.raises(NotFound):
            await submit(world, LiveDraft("doc_none", Draft(Replica()), {}), nothing)

    async def test_everybody_is_told_after_the_commit(self, world: World, paper: Paper) -> None:
        update = (await copy(world, paper, 1)).edit([Hunk(0, 0, "x")])
        with world.database.bus.subscribe() as subscription:
            row = await outcome_of(world, paper, LEAD, update)
            assert isinstance(row, LogRow)
            assert await subscription.get() == DraftMoved(paper.document_id, 2, (row,))


class TestOwners:
    """A browser's client id belongs to the first member seen with it."""

    async def test_the_first_to_type_owns_the_client(self, world: World, paper: Paper) -> None:
        anna = await copy(world, paper, 7)
        first, second = anna.edit([Hunk(0, 0, "a")]), anna.edit([Hunk(0, 0, "b")])
        assert isinstance(await outcome_of(world, paper, LEAD, first), LogRow)
        refusal = await outcome_of(world, paper, PARTICIPANT, second)
        assert isinstance(refusal, Forbidden)
        assert refusal.reason == "client_id_taken"
        assert isinstance(await outcome_of(world, paper, LEAD, second), LogRow)
        async with world.database.read() as session:
            claims = list(await session.scalars(select(ClientClaim)))
        assert [(claim.client, claim.member_id) for claim in claims] == [(7, world.lead.member_id)]

    async def test_the_first_of_a_batch_owns_the_client(self, world: World, paper: Paper) -> None:
        live, replicas = await load(world, paper), [await copy(world, paper, client) for client in (1, 2, 1)]
        people = zip((LEAD, LEAD, PARTICIPANT), replicas, ("a", "b", "forged"), strict=True)
        given = [await typed(world, paper, name, one.edit([Hunk(0, 0, say)])) for name, one, say in people]
        first, second, third = (await submit(world, live, *given)).outcomes
        assert isinstance(first, LogRow)
        assert isinstance(second, LogRow)
        assert isinstance(third, Forbidden)

    async def test_owners_are_also_found_that_another_process_wrote(self, world: World, paper: Paper) -> None:
        here, anna = await load(world, paper), await copy(world, paper, 7)
        first, second = anna.edit([Hunk(0, 0, "a")]), anna.edit([Hunk(0, 0, "b")])
        await outcome_of(world, paper, LEAD, first)
        (refusal,) = (await submit(world, here, await typed(world, paper, PARTICIPANT, second))).outcomes
        assert isinstance(refusal, Forbidden)

    async def test_the_servers_clients_are_nobodys(self, world: World, paper: Paper) -> None:
        for client_id in (SERVER_CLIENT_BASE, SERVER_CLIENT_BASE + 5, SERVER_CLIENTS.stop - 1):
            update = (await copy(world, paper, client_id)).edit([Hunk(0, 0, "x")])
            assert isinstance(await outcome_of(world, paper, LEAD, update), Forbidden)

    async def test_programs_draw_their_clients_from_53_bits(self, world: World, paper: Paper) -> None:
        for client_id in (SERVER_CLIENTS.stop, 2**53 - 1):
            update = (await copy(world, paper, client_id)).edit([Hunk(0, 0, "x")])
            assert isinstance(await outcome_of(world, paper, LEAD, update), LogRow)

    async def test_a_refused_update_claims_nothing(self, world: World, paper: Paper) -> None:
        update = (await copy(world, paper, 7)).edit([Hunk(0, 0, "x")])
        await outcome_of(world, paper, "OBSERVER", update)
        assert isinstance(await outcome_of(world, paper, PARTICIPANT, update), LogRow)

    async def test_nobody_claims_clients_by_the_thousand(self, world: World, paper: Paper) -> None:
        crowd = Replica.from_updates([(await copy(world, paper, 1)).update_since()])
        for client in range(100, 100 + MAX_NEW_CLIENTS + 1):
            crowd.apply(crowd.fork(client).edit([Hunk(0, 0, "x")]))
        refusal = await outcome_of(world, paper, LEAD, crowd.update_since())
        assert isinstance(refusal, LimitExceeded)
        assert refusal.reason == "too_many_clients"
        async with world.database.read() as session:
            assert list(await session.scalars(select(ClientClaim))) == []

    async def test_what_others_wrote_may_come_along(self, world: World, paper: Paper) -> None:
        anna = await copy(world, paper, 7)
        await outcome_of(world, paper, LEAD, anna.edit([Hunk(0, 0, "a")]))
        biel = await copy(world, paper, 8)
        biel.edit([Hunk(0, 0, "b")])
        assert isinstance(await outcome_of(world, paper, PARTICIPANT, biel.update_since()), LogRow)


class TestProcesses:
    """Several folds of one draft: each finds what the others have appended, and the log has no gap."""

    async def test_two_folds_write_in_turns(self, world: World, paper: Paper) -> None:
        folds = [await load(world, paper), await load(world, paper)]
        people = [(LEAD, await copy(world, paper, 1)), (PARTICIPANT, await copy(world, paper, 2))]
        seen = [0, 0]
        for step in range(12):
            name, replica = people[step % 2]
            update = replica.edit([Hunk(0, 0, f"{step} ")])
            appended = await submit(world, folds[step % 2], await typed(world, paper, name, update))
            seen[step % 2] += len(appended.others)
        assert seen == [5, 6]
        draft = await stored(world, paper)
        assert draft.sequence == folds[1].sequence == 13
        assert all(str(step) in draft.text for step in range(12))

    async def test_whole_saves_in_between_are_caught_up_with(self, world: World, paper: Paper) -> None:
        live, anna = await load(world, paper), await copy(world, paper, 1)
        await write(world, paper, TEXT + "Més.\n")
        given = await typed(world, paper, LEAD, anna.edit([Hunk(0, 0, "x")]))
        appended = await submit(world, live, given)
        assert [row.sequence for row in appended.others] == [2]
        assert (await stored(world, paper)).text == "x" + TEXT + "Més.\n"

    async def test_people_who_begin_to_write_while_the_position_is_locked_wait_for_nobody(
        self, postgres_url: str
    ) -> None:
        """A whole-text save locks the position and then the draft: who holds the draft must not ask for the position."""
        async with world_at(postgres_url) as world:
            paper = await propose(world)
            await bring_to(world, paper, Stage.DRAFTING, TEXT)
            beginners = [
                (name, await copy(world, paper, client))
                for client, name in enumerate((LEAD, PARTICIPANT, LEAD), 1)
            ]
            updates = [(name, replica.edit([Hunk(0, 0, name)])) for name, replica in beginners]
            given = [await typed(world, paper, name, update) for name, update in updates]
            live = await load(world, paper)
            async with world.database.write() as saving:
                await saving.session.get_one(Position, paper.id, with_for_update=True)
                async with asyncio.timeout(PATIENCE):
                    appended = await submit(world, live, *given)
            assert all(isinstance(outcome, LogRow) for outcome in appended.outcomes)


class TestCheckpoints:
    """A checkpoint gives the same draft, faster; they do not pile up."""

    async def test_they_give_the_same_draft(self, world: World, paper: Paper) -> None:
        live = await load(world, paper)
        async with world.database.write() as work:
            await checkpoints.keep_checkpoint(work, live.fold_now())
            await checkpoints.keep_checkpoint(work, live.fold_now())
        update = (await copy(world, paper, 1)).edit([Hunk(0, 3, "à")])
        await outcome_of(world, paper, PARTICIPANT, update)
        async with world.database.read() as session:
            quick = await fold(session, paper.document_id)
        whole = await stored(world, paper)
        assert (quick.text, quick.runs, quick.sequence) == (whole.text, whole.runs, whole.sequence)
        assert quick.replica.state() == whole.replica.state()

    async def test_of_a_span_only_the_newest_and_the_versions_own_stay(
        self, world: World, paper: Paper, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(checkpoints, "CHECKPOINT_SPAN", 6)
        live, anna = await load(world, paper), await copy(world, paper, 1)
        for step in range(2, 15):
            given = await typed(world, paper, LEAD, anna.edit([Hunk(0, 0, "x")]))
            await submit(world, live, given)
            async with world.database.write() as work:
                if step == 8:
                    await save_version(work, world.lead, SaveVersion(paper.document_id, "v1"))
                await checkpoints.keep_checkpoint(work, live.fold_now())
        async with world.database.read() as session:
            kept = list(await session.scalars(select(Checkpoint.sequence).order_by(Checkpoint.sequence)))
            rows = len(list(await session.scalars(select(Update.sequence))))
        assert (kept, rows) == ([6, 8, 12, 14], 14)
