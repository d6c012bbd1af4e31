"""The history lists what people saved and thins what the system saved; who wrote what is told by town, and to readers by person."""

from typing import Any

from positions.services.automatic import save_due
from tests.support.clients import Client
from tests.support.papers import move, propose
from tests.support.states import step
from tests.support.texts import document_of, save, write

LEAD = "delegate@08019.demo"
OUTSIDER = "delegate@08101.demo"
HISTORY = """
query ($id: ID!, $after: String, $first: Int!, $all: Boolean!) {
  node(id: $id) { ... on Document {
    versions(first: $first, after: $after, includeThinned: $all) {
      totalCount nodes { number label isAutomatic occasion author { name } } pageInfo { hasNextPage endCursor }
    }
    version(number: 2) { number occasion }
  } }
}
"""
AUTHORS = """
query ($id: ID!) {
  node(id: $id) { ... on Document { draft {
    text
    authorship { start end organization { code } author { name } }
    people: authorship(by: MEMBER) { start end organization { code } author { name } }
    contributors(by: MEMBER) { characters organization { code } author { name } }
  } } }
}
"""


@step
async def drafting(client: Client) -> str:
    reference = await propose(client)
    await move(client, reference, "START_DRAFTING")
    return await document_of(client, reference)


async def listed(
    client: Client, document: str, *, first: int = 50, all_of_them: bool = False, reader: str = LEAD
) -> list[Any]:
    """Every version, page after page."""
    found: list[Any] = []
    after: str | None = None
    while True:
        variables = {"id": document, "after": after, "first": first, "all": all_of_them}
        data = (await client.ask(HISTORY, variables, as_email=reader))["node"]
        assert reader != LEAD or data["version"]["number"] == 2
        found += data["versions"]["nodes"]
        if not data["versions"]["pageInfo"]["hasNextPage"]:
            assert data["versions"]["totalCount"] == len(found)
            return found
        after = data["versions"]["pageInfo"]["endCursor"]


async def test_automatic_versions_are_thinned_in_the_list_and_never_in_the_store(client: Client) -> None:
    document = await drafting(client)
    sequence = 0
    for number in range(1, 6):
        written = await write(client, document, f"# Aigües\n\nVersió {number}.\n", base=sequence)
        sequence = written["sequence"]
        if number == 3:
            await save(client, document, "v0.3")
        client.clock.advance(minutes=11)
        await save_due(client.database)
    numbers = [one["number"] for one in await listed(client, document)]
    assert numbers == [5, 4, 3, 2, 1]
    client.clock.advance(days=3)
    shown = await listed(client, document, first=1)
    assert [(one["number"], one["label"], one["occasion"]) for one in shown] == [
        (5, None, "QUIET"),
        (3, "v0.3", None),
        (2, None, "QUIET"),
    ]
    everything = await listed(client, document, first=2, all_of_them=True)
    assert [one["number"] for one in everything] == [5, 4, 3, 2, 1]


async def test_what_was_kept_while_a_paper_was_drafted_is_not_for_who_comes_to_read_it_later(
    client: Client,
) -> None:
    reference = await propose(client)
    await move(client, reference, "START_DRAFTING")
    document = await document_of(client, reference)
    await write(client, document, "# Aigües\n", base=0)
    await save(client, document, "v0.1")
    await write(client, document, "# Aigües\n\nDe pas.\n", base=1)
    client.clock.advance(minutes=11)
    await save_due(client.database)
    await write(client, document, "# Aigües\n\nAcabat.\n", base=2)
    await move(client, reference, "OPEN_AMENDING")
    assert [one["number"] for one in await listed(client, document)] == [3, 2, 1]
    assert [one["number"] for one in await listed(client, document, reader=OUTSIDER)] == [3, 1]


async def test_readers_are_told_town_and_person(client: Client) -> None:
    document = await drafting(client)
    await write(client, document, "# Aigües\n", base=0)
    draft = (await client.ask(AUTHORS, {"id": document}, as_email=LEAD))["node"]["draft"]
    (town,), (person,) = draft["authorship"], draft["people"]
    assert (town["start"], town["end"], town["author"]) == (0, len(draft["text"]), None)
    assert person["author"]["name"]
    (share,) = draft["contributors"]
    assert (share["characters"], share["author"]) == (len(draft["text"]), person["author"])
