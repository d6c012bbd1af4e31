"""A small world to try verbs in: the authority, four towns, a partner, their people, two addressees, and a clock that ticks.

async with world_at(database_url) as world:     # (in a fixture)
paper = await propose(world)                       # PROPOSED, led by Barcelona, L'Hospitalet invited
await write(world, paper, "# Text\\n")              # in DRAFTING, by the lead's delegate
await move(world, paper, Action.START_DRAFTING, ...)
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from positions import actors
from positions.actors import ANONYMOUS, Actor, Role
from positions.headings import LanguageText
from positions.ids import MemberId, MembershipId, OrganizationId
from positions.lifecycle import Action, Stage
from positions.models.documents import Document
from positions.models.institutions import Channel, Institution, Subject
from positions.models.members import Member, Membership
from positions.models.organizations import Organization, Population, SeatCount
from positions.models.positions import Position
from positions.services.covers import CoverGiven
from positions.services.drafts import EditDraft, edit_draft, prepare_edit
from positions.services.positions import CreatePosition, create_position
from positions.services.routes import load_routes
from positions.services.stages import MoveStage, advance_position, move_stage
from positions.services.unit_of_work import Database, UnitOfWork
from tests.support.states import Trail, step

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
SINCE = date(2023, 6, 17)

TOWNS = {
    "08019": ("Barcelona", 1_686_208, 25),
    "08101": ("l'Hospitalet de Llobregat", 282_293, 7),
    "08015": ("Badalona", 225_957, 6),
    "08282": ("Tiana", 9_271, 1),
}
LEAD, PARTICIPANT, OTHER_PARTICIPANT, OUTSIDER = TOWNS
INSTITUTIONS = {"EC": "European Commission", "EP": "European Parliament"}
SUBJECTS = {"52": "Environment", "48": "Transport"}

PATHS: dict[Stage, tuple[Action, ...]] = {
    Stage.PROPOSED: (),
    Stage.DRAFTING: (Action.START_DRAFTING,),
    Stage.AMENDING: (Action.START_DRAFTING, Action.OPEN_AMENDING),
    Stage.APPROVING: (Action.START_DRAFTING, Action.OPEN_AMENDING, Action.OPEN_ROUND),
    Stage.ADOPTED: (Action.START_DRAFTING, Action.OPEN_AMENDING, Action.OPEN_ROUND, Action.ADOPT),
    Stage.SUBMITTED: (
        Action.START_DRAFTING,
        Action.OPEN_AMENDING,
        Action.OPEN_ROUND,
        Action.ADOPT,
        Action.SUBMIT,
    ),
    Stage.CLOSED: (
        Action.START_DRAFTING,
        Action.OPEN_AMENDING,
        Action.OPEN_ROUND,
        Action.ADOPT,
        Action.SUBMIT,
        Action.CLOSE,
    ),
    Stage.WITHDRAWN: (Action.WITHDRAW,),
}
"""The actions that bring a new position to each stage."""


class TickingClock:
    """The present moves on by a second each time somebody looks."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now
        self.readers: set[int] = set()

    def __call__(self) -> datetime:
        self.readers.add(id(asyncio.current_task()))
        self.now += timedelta(seconds=1)
        return self.now


@dataclass(frozen=True)
class World:
    """A database with people in it; `actors` by name: a role for the authority's and the partner's, a town's code for delegates."""

    database: Database
    clock: TickingClock
    actors: dict[str, Actor]
    trail: Trail

    @property
    def coordinator(self) -> Actor:
        return self.actors["COORDINATOR"]

    @property
    def lead(self) -> Actor:
        return self.actors[LEAD]

    @property
    def participant(self) -> Actor:
        return self.actors[PARTICIPANT]

    @property
    def outsider(self) -> Actor:
        return self.actors[OUTSIDER]


@dataclass(frozen=True)
class Paper:
    """A position's keys."""

    id: str
    reference: str
    document_id: str


@asynccontextmanager
async def world_at(url: str) -> AsyncIterator[World]:
    """Fill a migrated, empty database; its connections are closed afterwards."""
    clock = TickingClock()
    database = Database(url, clock)
    world = World(database, clock, {"ANONYMOUS": ANONYMOUS}, Trail(database, clock))
    try:
        world.actors.update(await _people(world))
        yield world
    finally:
        world.trail.close()
        await world.database.dispose()


@step
async def _people(world: World) -> dict[str, Actor]:
    async with world.database.write() as work:
        _add_addressees(work)
        await load_routes(work)
        people = [_add_town(work, code) for code in TOWNS]
        authority = _add_organization(work, "AMB", "AUTHORITY", "Àrea Metropolitana de Barcelona")
        partner = _add_organization(work, "GENERALITAT", "PARTNER", "Generalitat de Catalunya")
        people += [
            _add_member(work, authority, Role.COORDINATOR),
            _add_member(work, authority, Role.ADMINISTRATOR),
            _add_member(work, partner, Role.OBSERVER),
        ]
    return dict(people)


@step
async def propose(
    world: World,
    title: str = "Aigües residuals urbanes",
    *,
    participants: Sequence[str] = (PARTICIPANT,),
    lead: str = LEAD,
    cover: CoverGiven | None = None,
) -> Paper:
    """A new position, as the coordinator proposes it."""
    given = cover or CoverGiven(titles=[LanguageText("ca", title)])
    request = CreatePosition(
        original_language="ca", lead_code=lead, cover=given, participant_codes=tuple(participants)
    )
    async with world.database.write() as work:
        position = await create_position(work, world.coordinator, request)
        statement = select(Document.id).where(Document.position_id == position.id)
        document_id = (await work.session.scalars(statement)).one()
    return Paper(position.id, position.reference, document_id)


@step
async def move(world: World, paper: Paper, *actions: Action) -> None:
    """Take a position through actions, those of rounds and submissions included (without any round or submission)."""
    for action in actions:
        if action.name in {"OPEN_ROUND", "PASS_STEP", "ADOPT", "FAIL_ROUND", "SUBMIT"}:
            async with world.database.write() as work:
                position = await work.session.get_one(Position, paper.id, with_for_update=True)
                await advance_position(work, position, action)
        else:
            async with world.database.write() as work:
                await move_stage(
                    work, world.coordinator, MoveStage(paper.reference, action, reason="Motiu de prova")
                )


@step
async def bring_to(world: World, paper: Paper, stage: Stage, text: str = "# Títol\n\nUn paràgraf.\n") -> None:
    """Take a new position to a stage; its text is written on the way."""
    for action in PATHS[stage]:
        await move(world, paper, action)
        if action is Action.START_DRAFTING:
            await write(world, paper, text)


@step
async def write(world: World, paper: Paper, text: str, actor: Actor | None = None) -> None:
    """Give the original's draft this text."""
    writer = actor or world.lead
    async with world.database.read() as session:
        sequence = await session.scalar(select(Document.sequence).where(Document.id == paper.document_id))
    request = EditDraft(paper.document_id, text, base_sequence=sequence)
    prepared = await prepare_edit(world.database, writer, request)
    async with world.database.write() as work:
        await edit_draft(work, writer, prepared)


def _add_addressees(work: UnitOfWork) -> None:
    for code, name in INSTITUTIONS.items():
        institution = Institution(
            id=work.new_id("ins"), code=code, kind="eu", names={"en": name}, search=f" {name.lower()} "
        )
        institution.channels = [Channel(kind="LETTER", languages=["en"], verified=False)]
        work.session.add(institution)
    for code, label in SUBJECTS.items():
        work.session.add(Subject(code=code, uri=f"http://eurovoc.europa.eu/{code}", labels={"en": label}))


def _add_town(work: UnitOfWork, code: str) -> tuple[str, Actor]:
    name, population, seats = TOWNS[code]
    organization = _add_organization(work, code, "MUNICIPALITY", name)
    organization.populations = [Population(since=SINCE, value=population)]
    organization.seat_counts = [SeatCount(since=SINCE, value=seats)]
    _, actor = _add_member(work, organization, Role.DELEGATE)
    return code, actor


def _add_organization(work: UnitOfWork, code: str, kind: str, name: str) -> Organization:
    organization = Organization(id=work.new_id("org"), code=code, kind=kind, name=name)
    work.session.add(organization)
    return organization


def _add_member(work: UnitOfWork, organization: Organization, role: Role) -> tuple[str, Actor]:
    member = Member(
        id=work.new_id("mem"),
        email=f"{role.lower()}@{organization.code.lower()}.test",
        name=f"{role.title()} de {organization.name}",
        created_at=work.now,
    )
    membership = Membership(
        id=work.new_id("msh"),
        member_id=member.id,
        organization_id=organization.id,
        role=role.value,
        since=SINCE,
    )
    work.session.add_all([member, membership])
    held = actors.Membership(
        MembershipId(membership.id), OrganizationId(organization.id), organization.code, role
    )
    return role.value, Actor(member_id=MemberId(member.id), name=member.name, memberships=(held,))
