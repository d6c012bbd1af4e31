"""What lists of published positions tell in short, and by what they can be chosen."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.support.clients import Client, Clock, client_of
from tests.support.publications import adopt, publish
from tests.support.world import LEAD, OTHER_PARTICIPANT, OUTSIDER, PARTICIPANT, World

ADOPTION = """
query ($filter: PositionFilter) {
  positions(first: 30, filter: $filter, orderBy: { field: PUBLISHED_AT }) {
    nodes {
      reference
      adoption {
        adoptedAt called populationShare languages
        signatories { code exceptAskKeys }
        sendings { code name(language: "en") hasAnswer languages }
        uptakes { status count }
        dissent: voice(code: "08015") { choice }
        outsider: voice(code: "08282") { choice }
      }
    }
  }
}
"""
FACETS = """
{
  publicFacets {
    subjects { subject { code } count }
    institutions { institution { code } count }
    organizations { organization { code } count }
    years { year count }
  }
}
"""


@pytest.fixture
async def client(world: World) -> AsyncIterator[Client]:
    async with client_of(world.database, Clock()) as client:
        yield client


async def test_a_list_tells_who_signed_and_what_came_of_it(world: World, client: Client) -> None:
    await publish(world)
    data: Any = await client.ask(ADOPTION, {"filter": {}})
    (position,) = data["positions"]["nodes"]
    adoption = position["adoption"]
    assert adoption["called"] == 3
    assert 0.89 < adoption["populationShare"] < 0.9
    assert adoption["signatories"] == [
        {"code": LEAD, "exceptAskKeys": ["D2"]},
        {"code": PARTICIPANT, "exceptAskKeys": []},
    ]
    assert adoption["sendings"] == [
        {"code": "EC", "name": "European Commission", "hasAnswer": True, "languages": ["ca"]}
    ]
    assert adoption["uptakes"] == [{"status": "TAKEN_UP", "count": 1}]
    assert (adoption["dissent"], adoption["outsider"]) == ({"choice": "OBJECT"}, None)
    assert adoption["languages"] == ["ca"]


async def test_nothing_is_told_before_publication(world: World, client: Client) -> None:
    await adopt(world)
    for wanted in ({"signatoryCodes": [LEAD]}, {"voterCodes": [LEAD]}, {"adoptedIn": 2026}, {}):
        data: Any = await client.ask(ADOPTION, {"filter": wanted})
        assert data["positions"]["nodes"] == [], wanted
    facets: Any = await client.ask(FACETS)
    assert facets["publicFacets"] == {"subjects": [], "institutions": [], "organizations": [], "years": []}


async def test_choices_come_with_their_numbers(world: World, client: Client) -> None:
    await publish(world)
    data: Any = await client.ask(FACETS)
    found = data["publicFacets"]
    assert found["subjects"] == [{"subject": {"code": "52"}, "count": 1}]
    assert found["institutions"] == [{"institution": {"code": "EC"}, "count": 1}]
    assert [one["organization"]["code"] for one in found["organizations"]] == [LEAD, PARTICIPANT]
    assert found["years"] == [{"year": world.clock.now.year, "count": 1}]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({"signatoryCodes": [LEAD]}, 1),
        ({"signatoryCodes": [OTHER_PARTICIPANT]}, 0),
        ({"voterCodes": [OTHER_PARTICIPANT]}, 1),
        ({"voterCodes": [OUTSIDER]}, 0),
        ({"adoptedIn": 2026}, 1),
        ({"adoptedIn": 2025}, 0),
        ({"isPublished": True}, 1),
        ({"isPublished": False}, 0),
    ],
)
async def test_lists_can_be_narrowed(
    world: World, client: Client, wanted: dict[str, object], count: int
) -> None:
    await publish(world)
    data: Any = await client.ask(ADOPTION, {"filter": wanted})
    assert len(data["positions"]["nodes"]) == count
