"""Every operation, by everybody, at every stage: refused or admitted just as the permission table says.

Each call is rehearsed: it runs whole and is rolled back, so that the next finds the same state.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from api.graphql.context import Context
from api.graphql.schema import schema
from api.identity import Identity
from api.settings import Settings
from positions.actors import Actor
from positions.errors import Code
from positions.hunks import Hunk
from positions.lifecycle import Stage
from positions.models.documents import Document
from positions.models.institutions import Institution
from positions.models.positions import Position
from positions.models.rounds import Elector, Reservation, Round, Vote
from positions.models.statements import Statement, StatementSignature
from positions.models.submissions import Attachment, Submission
from positions.models.versions import Version
from positions.permissions import PERMISSIONS, Permission, Standing
from positions.queries.versions import newest_version
from positions.services.amendments import ProposeAmendment, propose_amendment
from positions.services.comments import StartThread, start_thread
from positions.services.drafts import Entry, append
from positions.services.unit_of_work import Database, UnitOfWork
from positions.services.versions import SaveVersion, save_version
from tests.api.graphql.operations import OF_THEIR_OWN, ON_POSITIONS, Keys, Operation
from tests.support.world import LEAD, OUTSIDER, PARTICIPANT, PATHS, World, move, propose, world_at, write

PEOPLE = {
    Standing.ANONYMOUS: "ANONYMOUS",
    Standing.OBSERVER: "OBSERVER",
    Standing.OUTSIDER: OUTSIDER,
    Standing.DELEGATE: PARTICIPANT,
    Standing.LEAD: LEAD,
    Standing.COORDINATOR: "COORDINATOR",
    Standing.ADMINISTRATOR: "ADMINISTRATOR",
}
SENT_AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
GATES = {Code.NOT_FOUND, Code.UNAUTHENTICATED, Code.FORBIDDEN, Code.STAGE_FORBIDS}


class Rehearsal(Database):
    """A database where every unit of work runs whole and is then rolled back."""

    @asynccontextmanager
    async def write(self) -> AsyncIterator[UnitOfWork]:
        async with self._lock, self._write_sessions() as session:
            yield UnitOfWork(session, self.clock(), self.drafts)
            await session.flush()
            session.expunge_all()
            await session.rollback()


@pytest.fixture(scope="module")
async def stages(module_database_url: str) -> AsyncIterator[tuple[Database, World, dict[Stage, Keys]]]:
    async with world_at(module_database_url) as world:
        papers = {stage: await stage_paper(world, stage) for stage in Stage}
        rehearsal = Rehearsal(module_database_url, world.clock)
        yield rehearsal, world, papers
        await rehearsal.dispose()


async def stage_paper(world: World, stage: Stage) -> Keys:
    """A paper at a stage, with a version, a thread, an amendment and a round that holds a vote with a reservation."""
    paper = await propose(world)
    made = {"thread": "thr_none", "amendment": "amd_none"}
    for action in PATHS[stage]:
        await move(world, paper, action)
        if action.value == "START_DRAFTING":
            await write(world, paper, "# Text\n\nUn paràgraf.\n")
        if action.value == "OPEN_AMENDING":
            made["amendment"] = await amend(world, paper.document_id)
    made["thread"] = await discuss(world, paper.document_id, stage)
    round_id, vote_id, reservation_id = await hold_round(world, paper.document_id, stage)
    statement_id = await state(world, round_id, paper.id)
    async with world.database.read() as session:
        position = await session.get_one(Position, paper.id)
        return Keys(
            reference=paper.reference,
            document_id=paper.document_id,
            updated_at=position.updated_at.isoformat(),
            thread_id=made["thread"],
            amendment_id=made["amendment"],
            round_id=round_id,
            vote_id=vote_id,
            reservation_id=reservation_id,
            submission_id=await send_once(world, paper.id),
            statement_id=statement_id,
            attachment_id=await attach_once(world, paper.id),
        )


async def amend(world: World, document_id: str) -> str:
    async with world.database.write() as work:
        request = ProposeAmendment(document_id, 1, 0, 1, "##", "Perquè sí")
        return (await propose_amendment(work, world.participant, request)).id


async def discuss(world: World, document_id: str, stage: Stage) -> str:
    """A thread, written past the stage's rules where those admit none any more."""
    async with world.database.write() as work:
        document = await work.session.get_one(Document, document_id)
        position = await work.session.get_one(Position, document.position_id)
        position.stage = Stage.DRAFTING.value
        thread = await start_thread(work, world.participant, StartThread(document_id, "Un fil"))
        position.stage = stage.value
        return thread.id


async def hold_round(world: World, document_id: str, stage: Stage) -> tuple[str, str, str]:
    async with world.database.write() as work:
        version = await any_version(work, world, document_id)
        document = await work.session.get_one(Document, document_id)
        held = Round(
            id=work.new_id("rnd"),
            position_id=document.position_id,
            number=1,
            version_id=version.id,
            name="Ronda",
            rule={"preset": "SIMPLE_MAJORITY"},
            silence="NONE",
            is_last=True,
            status="OPEN" if stage is Stage.APPROVING else "FAILED",
            opens_at=world.clock.now,
            closes_at=world.clock.now.replace(year=2098),
        )
        work.session.add(held)
        await work.session.flush()
        towns = [world.actors[code].memberships[0] for code in (LEAD, PARTICIPANT)]
        for town in towns:
            work.session.add(
                Elector(round_id=held.id, organization_id=town.organization_id, population=1, seats=1)
            )
        vote = Vote(
            id=work.new_id("vot"),
            round_id=held.id,
            organization_id=towns[1].organization_id,
            choice="APPROVE",
            membership_id=towns[1].id,
            cast_at=world.clock.now,
        )
        work.session.add(vote)
        await work.session.flush()
        reservation = Reservation(
            id=work.new_id("res"), vote_id=vote.id, kind="SCRUTINY", state="OPEN", reason="Cal estudiar-ho"
        )
        work.session.add(reservation)
        return held.id, vote.id, reservation.id


async def send_once(world: World, position_id: str) -> str:
    """A submission, written past the stage's rules."""
    async with world.database.write() as work:
        institution = (await work.session.scalars(select(Institution).where(Institution.code == "EC"))).one()
        sent = Submission(
            id=work.new_id("sub"),
            position_id=position_id,
            institution_id=institution.id,
            channel="LETTER",
            sent_at=SENT_AT,
            manifest_sha256="0" * 64,
            chain_sequence=0,
            chain_head="0" * 64,
            membership_id=world.coordinator.memberships[0].id,
            recorded_at=SENT_AT,
        )
        work.session.add(sent)
        return sent.id


async def state(world: World, round_id: str, position_id: str) -> str:
    """A statement of the participant that names the lead besides."""
    own, named = (world.actors[code].memberships[0] for code in (PARTICIPANT, LEAD))
    async with world.database.write() as work:
        statement = Statement(
            id=work.new_id("stm"),
            position_id=position_id,
            round_id=round_id,
            number=1,
            kind="MINUTES",
            language="ca",
            text="Hi som.",
            membership_id=own.id,
            annexed_at=work.now,
        )
        statement.signatures = [
            StatementSignature(organization_id=own.organization_id, membership_id=own.id, signed_at=work.now),
            StatementSignature(organization_id=named.organization_id),
        ]
        work.session.add(statement)
        return statement.id


async def attach_once(world: World, position_id: str) -> str:
    """A file, kept past the stage's rules."""
    async with world.database.write() as work:
        file = Attachment(
            id=work.new_id("att"),
            position_id=position_id,
            name="a.txt",
            media_type="text/plain",
            size=1,
            sha256="0" * 64,
            content=b"a",
            is_annex=False,
            membership_id=world.coordinator.memberships[0].id,
            added_at=SENT_AT,
        )
        work.session.add(file)
        return file.id


async def any_version(work: UnitOfWork, world: World, document_id: str) -> Version:
    """The newest version; where the stage never had a text, one written past its rules."""
    found = await newest_version(work.session, document_id)
    if found is not None:
        return found
    document = await work.session.get_one(Document, document_id)
    position = await work.session.get_one(Position, document.position_id)
    before = position.stage
    position.stage = document.stage = Stage.DRAFTING.value
    if not document.sequence:
        replica = (await work.drafts.load(work.session, document_id)).replica.fork(2**32 + 1)
        append(work, document, [Entry(world.lead.memberships[0].id, replica.edit([Hunk(0, 0, "# Text\n")]))])
        await work.session.flush()
    version = await save_version(work, world.lead, SaveVersion(document_id))
    position.stage = document.stage = before
    return version


async def answer(database: Database, actor: Actor, document: str, given: dict[str, object]) -> Code | None:
    """The first refusal's code, None when it was done."""
    context = Context(database, Settings(), Identity(actor, lambda: _same(actor)), "ca")
    result = await schema.execute(document, variable_values={"input": given}, context_value=context)
    await context.refresh()
    assert result.errors is None, result.errors
    assert result.data is not None
    (payload,) = result.data.values()
    return Code(payload["userErrors"][0]["code"]) if payload["userErrors"] else None


async def _same(actor: Actor) -> Actor:
    return actor


def expected(operation: Operation, who: Standing, stage: Stage) -> Code | None:
    """What the tables say of an operation: the gate that stops it, or None."""
    if stage not in PERMISSIONS[operation.needs].get(who, ()):
        return Code.NOT_FOUND
    if who not in PERMISSIONS[operation.permission]:
        return Code.FORBIDDEN
    return None if stage in PERMISSIONS[operation.permission][who] else Code.STAGE_FORBIDS


@pytest.mark.one_engine
@pytest.mark.parametrize("operation", ON_POSITIONS, ids=lambda operation: operation.name)
async def test_each_operation_is_admitted_just_where_the_table_says(
    operation: Operation, stages: tuple[Database, World, dict[Stage, Keys]]
) -> None:
    database, world, papers = stages
    wrong = []
    for stage, keys in papers.items():
        if (
            operation.field.endswith("Amendment")
            and "amendmentId" in operation.given(keys)
            and "none" in keys.amendment_id
        ):
            continue  # there never was one
        for who, name in PEOPLE.items():
            given = await answer(database, world.actors[name], operation.document, operation.given(keys))
            wanted = expected(operation, who, stage)
            if (given if given in GATES else None) is not wanted and not is_own_rule(operation, given, who):
                wrong.append(f"{stage} {who}: {given}, not {wanted}")
    assert not wrong, "\n".join(wrong)


def is_own_rule(operation: Operation, given: Code | None, who: Standing) -> bool:
    """Whether a refusal comes from whose thing it is, not from the table: taking back what others tabled or hold."""
    owned = {"withdrawAmendment", "liftReservation", "confirmVote", "settleRatification"}
    return operation.field in owned and given is Code.FORBIDDEN


def test_no_mutation_of_the_schema_is_left_out() -> None:
    mutations = schema._schema.mutation_type  # strawberry has no other way to its graphql-core schema
    assert mutations is not None
    walked = {operation.field for operation in ON_POSITIONS} | set(OF_THEIR_OWN)
    assert set(mutations.fields) == walked


@pytest.mark.parametrize("who", Standing)
async def test_only_a_coordinator_proposes(
    who: Standing, stages: tuple[Database, World, dict[Stage, Keys]]
) -> None:
    database, world, _ = stages
    document = "mutation($input: CreatePositionInput!) { createPosition(input: $input) { userErrors { path code message } } }"
    given: dict[str, object] = {
        "titles": [{"language": "ca", "text": "Títol"}],
        "originalLanguage": "ca",
        "leadCode": LEAD,
        "participantCodes": [],
    }
    wanted = {Standing.ANONYMOUS: Code.UNAUTHENTICATED, Standing.COORDINATOR: None}
    assert await answer(database, world.actors[PEOPLE[who]], document, given) is wanted.get(
        who, Code.FORBIDDEN
    )


@pytest.mark.parametrize("stage", Stage)
async def test_a_town_joins_for_itself_and_a_coordinator_invites(
    stage: Stage, stages: tuple[Database, World, dict[Stage, Keys]]
) -> None:
    database, world, papers = stages
    document = "mutation($input: SetParticipationInput!) { setParticipation(input: $input) { userErrors { path code message } } }"
    for who, name in PEOPLE.items():
        actor = world.actors[name]
        own = who in PERMISSIONS[Permission.PARTICIPATE]
        code = actor.memberships[0].organization_code if own else "08015"
        given = {"reference": papers[stage].reference, "organizationCode": code, "participates": True}
        permission = Permission.PARTICIPATE if own else Permission.INVITE
        wanted = expected(Operation("setParticipation", permission, lambda _: {}), who, stage)
        assert await answer(database, actor, document, given) is wanted, who


@pytest.mark.parametrize("stage", Stage)
async def test_nobody_reads_what_the_table_does_not_let_them(
    stage: Stage, stages: tuple[Database, World, dict[Stage, Keys]]
) -> None:
    database, world, papers = stages
    document = """query($reference: String!, $id: ID!) {
      position(reference: $reference) { documents { draft { text } } threads(first: 5) { nodes { id } } }
      node(id: $id) { id } }"""
    for who, name in PEOPLE.items():
        context = Context(
            database, Settings(), Identity(world.actors[name], lambda: _same(world.coordinator)), "ca"
        )
        variables = {"reference": papers[stage].reference, "id": papers[stage].document_id}
        result = await schema.execute(document, variable_values=variables, context_value=context)
        await context.refresh()
        assert result.errors is None
        assert result.data is not None
        may_read = stage in PERMISSIONS[Permission.READ].get(who, ())
        assert (result.data["position"] is not None, result.data["node"] is not None) == (
            may_read,
            may_read,
        ), who
        if may_read:
            discusses = stage in PERMISSIONS[Permission.READ_DISCUSSION].get(who, ())
            assert bool(result.data["position"]["threads"]["nodes"]) is discusses, who
