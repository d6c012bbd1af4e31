"""What people once wrote at the same time, played through the endpoint, ends in the text that browsers make of it; in full: `./dev soak traces`."""

from collections import Counter
from pathlib import Path

import pytest

from positions.lifecycle import Stage
from positions.queries.drafts import fold
from positions.services.verification import verify
from tests.api.live.conftest import Table, secret_of
from tests.support.callers import Caller
from tests.support.traces import Play, play_in_yjs, read_trace
from tests.support.world import LEAD, PARTICIPANT, Paper, World, bring_to, propose
from tests.support.yjs import Yjs

pytestmark = (
    pytest.mark.one_engine
)  # how the log is kept is tested with the scribe; this is what the texts come to

TRACES = Path(__file__).parents[2] / "files/traces"


@pytest.fixture
async def paper(world: World) -> Paper:
    """A paper in drafting that says nothing yet."""
    paper = await propose(world)
    await bring_to(world, paper, Stage.DRAFTING, "")
    return paper


@pytest.mark.parametrize("name", ["friendsforever", "clownschool"])
async def test_a_recording_of_people_who_wrote_at_once_ends_in_the_text_that_yjs_gives(
    table: Table, yjs: Yjs, name: str
) -> None:
    strokes = read_trace(TRACES / f"{name}.json")
    secrets = [await secret_of(table.world, each) for each in (LEAD, PARTICIPANT)]
    seats = [(table.address, table.paper.document_id, secret) for secret in secrets]
    listener = await table.peer("OBSERVER")
    caller = Caller(*seats[0], client_id=7)
    text = await Play(strokes).run(seats, listener, caller)
    async with table.world.database.read() as session:
        draft = await fold(session, table.paper.document_id)
    expected, written = play_in_yjs(yjs, strokes)
    assert (text, draft.text) == (expected, expected)
    found = Counter[str]()
    for run in draft.runs:
        found[run.author] += run.length
    people = (table.world.lead, table.world.participant)
    assert found == {people[n].memberships[0].id: many for n, many in enumerate(written.values())}
    assert [one async for one in verify(table.world.database)] == []
