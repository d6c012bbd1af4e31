"""A private address shows a member's deadlines by the roles of today, and nothing more."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar, Event
from sqlalchemy import select

from api.settings import Settings
from positions.actors import Actor, Scope
from positions.errors import AlreadyDone, Forbidden, Unauthenticated
from positions.lifecycle import Action
from positions.milestones import MilestoneKind
from positions.models.events import Event as Entry
from positions.models.members import Membership
from positions.models.positions import Milestone
from positions.services.agendas import end_calendar_link, renew_calendar_link
from tests.support.clients import Client, Clock, client_of
from tests.support.rounds import DEADLINE, cast, open_on, ready
from tests.support.world import LEAD, OTHER_PARTICIPANT, OUTSIDER, START, Paper, World, move

TABLING = datetime(2026, 12, 22, 13, tzinfo=UTC)
CLOSES = datetime(2026, 12, 31, 23, tzinfo=UTC)


@pytest.fixture
async def client(world: World) -> AsyncIterator[Client]:
    async with client_of(world.database, Clock(), Settings(base_url="https://posicions.example")) as client:
        yield client


async def link(world: World, actor: Actor) -> str:
    async with world.database.write() as work:
        return f"/calendari/{await renew_calendar_link(work, actor)}.ics"


async def shown(client: Client, path: str) -> dict[str, Event]:
    answer = await client.http.get(path)
    assert answer.status_code == 200, answer.text
    found = Calendar.from_ical(answer.content).walk("VEVENT")
    return {str(event["SUMMARY"]).partition(":")[0]: event for event in found if isinstance(event, Event)}


async def planned(world: World) -> Paper:
    """A paper in amending with two dates."""
    paper = await ready(world)
    async with world.database.write() as work:
        for kind, due_at in (
            (MilestoneKind.TABLING_DEADLINE, TABLING),
            (MilestoneKind.INSTITUTION_DEADLINE, CLOSES),
        ):
            work.session.add(Milestone(position_id=paper.id, kind=kind.value, due_at=due_at))
    return paper


async def test_a_delegate_sees_dates_closings_and_ratifications(world: World, client: Client) -> None:
    paper = await planned(world)
    running = await open_on(world, paper)
    await cast(world, running.id, LEAD, ratification_due_on=date(2027, 2, 26))
    found = await shown(client, await link(world, world.lead))
    assert set(found) == {"Votació", "Ratificació del vot", "Termini de la institució"}
    vote = found["Votació"]
    assert (vote.end, vote.start) == (DEADLINE, DEADLINE - timedelta(hours=1))
    assert "Barcelona" in str(vote["DESCRIPTION"])
    assert str(vote["URL"]) == f"https://posicions.example/positions/{paper.reference}/aprovacio"
    assert found["Ratificació del vot"].start == date(2027, 2, 26)
    closing = str(found["Termini de la institució"]["DESCRIPTION"])
    assert "31.12.2026 a les 24:00. Hora de Brussel·les." in closing


async def test_others_see_only_what_concerns_them(world: World, client: Client) -> None:
    paper = await planned(world)
    outsider = await link(world, world.actors[OUTSIDER])
    coordinator = await link(world, world.coordinator)
    assert await shown(client, outsider) == {}
    await open_on(world, paper, electorate_codes=[LEAD, OTHER_PARTICIPANT, OUTSIDER])
    assert set(await shown(client, outsider)) == {"Votació"}
    assert set(await shown(client, coordinator)) == {"Termini de la institució"}


async def test_what_is_done_or_given_up_leaves_the_calendar(world: World, client: Client) -> None:
    paper = await planned(world)
    path = await link(world, world.lead)
    assert set(await shown(client, path)) == {"Termini d'esmenes", "Termini de la institució"}
    await move(world, paper, Action.WITHDRAW)
    assert await shown(client, path) == {}


async def test_a_role_that_ends_empties_the_calendar(world: World, client: Client) -> None:
    await planned(world)
    path = await link(world, world.lead)
    async with world.database.write() as work:
        statement = select(Membership).where(Membership.id == world.lead.memberships[0].id)
        (await work.session.scalars(statement)).one().until = (START - timedelta(days=2)).date()
    assert await shown(client, path) == {}


async def test_the_same_deadlines_are_not_sent_twice(world: World, client: Client) -> None:
    await planned(world)
    path = await link(world, world.lead)
    first = await client.http.get(path)
    assert first.headers["content-type"].startswith("text/calendar")
    assert first.headers["cache-control"].startswith("private")
    assert "access-control-allow-origin" not in first.headers
    again = await client.http.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_a_new_address_ends_the_one_before_and_none_is_guessed(world: World, client: Client) -> None:
    old = await link(world, world.lead)
    new = await link(world, world.lead)
    assert (await client.http.get(old)).status_code == 404
    assert (await client.http.get(new)).status_code == 200
    async with world.database.write() as work:
        await end_calendar_link(work, world.lead)
    for path in (new, "/calendari/res.ics", "/calendari/None.ics"):
        assert (await client.http.get(path)).status_code == 404
    with pytest.raises(AlreadyDone):
        async with world.database.write() as work:
            await end_calendar_link(work, world.lead)


async def test_a_program_and_a_stranger_make_no_address(world: World) -> None:
    program = Actor(
        member_id=world.lead.member_id,
        name=world.lead.name,
        locale="ca",
        memberships=world.lead.memberships,
        scopes=frozenset(Scope),
    )
    for actor, kind in ((program, Forbidden), (world.actors["ANONYMOUS"], Unauthenticated)):
        with pytest.raises(kind):
            async with world.database.write() as work:
                await renew_calendar_link(work, actor)


async def test_the_register_tells_that_and_never_the_secret(world: World) -> None:
    path = await link(world, world.lead)
    async with world.database.read() as session:
        told = list(await session.scalars(select(Entry).where(Entry.tag == "member:updated")))
    assert [event.chain for event in told] == ["register"]
    assert path.removeprefix("/calendari/").removesuffix(".ics") not in told[0].body
    assert "RENEWED" in told[0].body


async def test_a_person_asks_for_it_through_the_api(client: Client) -> None:
    email = "delegate@08019.test"
    document = "mutation { renewCalendarLink(input: {}) { path userErrors { code } } }"
    made = await client.ask(document, as_email=email)
    assert (await client.http.get(made["renewCalendarLink"]["path"])).status_code == 200
    seen = await client.ask("{ viewer { hasCalendarLink } }", as_email=email)
    assert seen["viewer"]["hasCalendarLink"] is True
    ended = await client.ask(
        "mutation { endCalendarLink(input: {}) { isEnded userErrors { code } } }", as_email=email
    )
    assert ended["endCalendarLink"] == {"isEnded": True, "userErrors": []}
