"""Amendments through the API: the voting order, a preview of a batch, the batch, and the five readings."""

import io
import zipfile
from typing import Any

import pytest

from api.graphql.pagination import encode_cursor
from tests.support.clients import Client
from tests.support.papers import COORDINATOR, move, propose
from tests.support.states import step

BARCELONA = "delegate@08019.demo"
FIRST, SECOND = "El riu baixa net per la vall.", "El mar és ple de peixos."
TEXT = f"# Aigües\n\n{FIRST}\n\n- una entrada\n- una altra\n\n{SECOND}\n"

EDIT = "mutation ($input: EditDraftInput!) { editDraft(input: $input) { draft { sequence } userErrors { code } } }"
TABLE = "mutation ($input: ProposeAmendmentInput!) { proposeAmendment(input: $input) { amendment { id number } userErrors { message } } }"
DECIDE = """
mutation ($input: DecideAmendmentsInput!) {
  decideAmendments(input: $input) {
    amendments { number status decidedText decision { reason } } draft { text sequence } userErrors { path code message }
  }
}
"""
IDS = "query ($r: String!) { position(reference: $r) { documents { id } } }"
AGENDA = """
query ($id: ID!) {
  node(id: $id) { ... on Document { agenda {
    heading paragraphs start end
    amendments { distance isWhole collidesWith { number } fallsWith { number } amendment { number proposedText fit } }
  } } }
}
"""
PREVIEW = """
query ($id: ID!, $decisions: [DecisionInput!]!) {
  node(id: $id) { ... on Document { preview(decisions: $decisions) {
    text sequence incorporated { number } falling { number } refused { number reason }
    collisions { numbers original wordings { number text } } comparison { insertedWords deletedWords }
  } } }
}
"""
WORDING = "query ($id: ID!) { node(id: $id) { ... on Amendment { proposedNow } } }"
LISTED = """
query ($r: String!, $after: String) {
  position(reference: $r) { amendments(first: 1, after: $after, orderBy: TEXT) {
    totalCount nodes { number } pageInfo { hasNextPage endCursor }
  } }
}
"""
READ = """
query ($id: ID!, $of: Reading!) {
  node(id: $id) { ... on Document { reading(of: $of) {
    reading text base left { number } comparison { insertedWords } paragraphs { number kind isGone text start end html }
  } } }
}
"""


@step
async def amended(client: Client) -> str:
    """The document of a paper that is being amended."""
    reference = await propose(client)
    await move(client, reference, "START_DRAFTING")
    data = await client.ask(IDS, {"r": reference}, as_email=COORDINATOR)
    document_id = str(data["position"]["documents"][0]["id"])
    given = {"documentId": document_id, "text": TEXT, "baseSequence": 0}
    await client.ask(EDIT, {"input": given}, as_email=COORDINATOR)
    await move(client, reference, "OPEN_AMENDING")
    return document_id


async def document(client: Client, query: str, document_id: str, who: str = COORDINATOR, **more: Any) -> Any:
    return (await client.ask(query, {"id": document_id, **more}, as_email=who))["node"]


async def table(client: Client, document_id: str, passage: str, text: str, **more: Any) -> str:
    start = TEXT.index(passage)
    given = {
        "documentId": document_id,
        "versionNumber": 1,
        "start": start,
        "end": start + len(passage),
        **more,
    }
    data = await client.ask(TABLE, {"input": {**given, "proposedText": text}}, as_email=BARCELONA)
    assert data["proposeAmendment"]["userErrors"] == []
    return str(data["proposeAmendment"]["amendment"]["id"])


def yes(*ids: str) -> list[dict[str, str]]:
    return [{"amendmentId": one, "decision": "INCORPORATE"} for one in ids]


async def test_the_list_follows_the_text_page_after_page(client: Client) -> None:
    document_id = await amended(client)
    for passage in ("peixos", "una altra", "net"):
        await table(client, document_id, passage, "altre")
    found: list[int] = []
    after: str | None = None
    for _ in range(3):
        asked = {"r": "AMB-PP-2026-001", "after": after}
        data = (await client.ask(LISTED, asked, as_email=COORDINATOR))["position"]["amendments"]
        found += [one["number"] for one in data["nodes"]]
        after = data["pageInfo"]["endCursor"]
    assert (found, data["pageInfo"]["hasNextPage"], data["totalCount"]) == ([3, 2, 1], False, 3)
    with pytest.raises(AssertionError, match="cursor"):
        await client.ask(LISTED, {"r": "AMB-PP-2026-001", "after": encode_cursor((1,))}, as_email=COORDINATOR)


async def test_the_agenda_names_passages_by_heading_and_paragraph(client: Client) -> None:
    """decidim 5024: amendments stand beside the text, never as articles of it."""
    document_id = await amended(client)
    await table(client, document_id, "net", "brut")
    await table(client, document_id, FIRST, "")
    await table(client, document_id, "peixos", "vaixells")
    passages = (await document(client, AGENDA, document_id))["agenda"]
    assert [(one["heading"], one["paragraphs"]) for one in passages] == [("Aigües", ["1"]), ("Aigües", ["2"])]
    whole, part = passages[0]["amendments"]
    assert (whole["amendment"]["number"], whole["distance"], whole["isWhole"]) == (2, 1.0, True)
    assert (part["fallsWith"], part["collidesWith"]) == ([{"number": 2}], [{"number": 2}])
    assert (await document(client, READ, document_id, of="FINAL"))["reading"]["text"] == TEXT


async def test_a_batch_is_what_its_preview_was(client: Client) -> None:
    document_id = await amended(client)
    one = await table(client, document_id, "net", "brut")
    two = await table(client, document_id, "peixos", "vaixells")
    same = await table(client, document_id, "peixos", "algues")
    shown = (await document(client, PREVIEW, document_id, decisions=yes(one, two, same)))["preview"]
    assert shown["collisions"][0]["numbers"] == [2, 3]
    assert "2, 3" in shown["refused"][0]["reason"]
    shown = (await document(client, PREVIEW, document_id, decisions=yes(two, one)))["preview"]
    assert (shown["refused"], shown["comparison"]["insertedWords"]) == ([], 2)
    given = {
        "documentId": document_id,
        "decisions": yes(one, two),
        "expectedDraftSequence": shown["sequence"],
    }
    data = await client.ask(DECIDE, {"input": {**given, "idempotencyKey": "x"}}, as_email=COORDINATOR)
    answer = data["decideAmendments"]
    assert [row["status"] for row in answer["amendments"]] == ["INCORPORATED", "INCORPORATED"]
    assert answer["draft"]["text"] == shown["text"]
    again = await client.ask(DECIDE, {"input": {**given, "idempotencyKey": "x"}}, as_email=COORDINATOR)
    assert again == data
    refused = await client.ask(DECIDE, {"input": given}, as_email=COORDINATOR)
    assert refused["decideAmendments"]["userErrors"][0]["code"] == "ALREADY_DONE"


async def test_the_wording_of_a_part_begins_with_what_others_wrote_since(client: Client) -> None:
    """A part's wording had started from the proposal, and would have undone what others wrote in the passage."""
    document_id = await amended(client)
    one = await table(client, document_id, FIRST, FIRST.replace("net", "brut"))
    edited = {"documentId": document_id, "text": TEXT.replace("riu", "gran riu"), "baseSequence": 1}
    await client.ask(EDIT, {"input": edited}, as_email=COORDINATOR)
    wording = (await document(client, WORDING, one))["proposedNow"]
    assert wording == "El gran riu baixa brut per la vall."
    part = [{"amendmentId": one, "decision": "INCORPORATE_PARTLY", "text": wording}]
    whole = (await document(client, PREVIEW, document_id, decisions=yes(one)))["preview"]
    assert (await document(client, PREVIEW, document_id, decisions=part))["preview"] == whole


async def test_the_five_readings_keep_the_printed_numbers(client: Client) -> None:
    """openslides 3671 and openslides 2903: an adopted paragraph gets a letter, and what colliding ones want is left out."""
    document_id = await amended(client)
    new = await table(client, document_id, FIRST, f"{FIRST}\n\nI un paràgraf nou.")
    await table(client, document_id, "peixos", "vaixells")
    await table(client, document_id, "peixos", "algues")
    await client.ask(
        DECIDE, {"input": {"documentId": document_id, "decisions": yes(new)}}, as_email=COORDINATOR
    )
    await table(client, document_id, "El mar", "La mar")
    found = {
        of: (await document(client, READ, document_id, of=of))["reading"]
        for of in ("ORIGINAL", "AMENDED", "DIFFERENCES", "ADOPTED", "FINAL")
    }
    assert found["ORIGINAL"]["text"] == TEXT
    assert (
        found["ADOPTED"]["text"]
        == found["FINAL"]["text"]
        == TEXT.replace(FIRST, f"{FIRST}\n\nI un paràgraf nou.")
    )
    assert found["AMENDED"]["text"] == found["FINAL"]["text"].replace("El mar", "La mar")
    assert found["AMENDED"]["left"] == [{"number": 2}, {"number": 3}]
    numbers = {
        of: [one["number"] for one in read["paragraphs"] if one["number"]] for of, read in found.items()
    }
    assert numbers == {
        "ORIGINAL": ["1", "2"],
        **{of: ["1", "1a", "2"] for of in ("AMENDED", "DIFFERENCES", "ADOPTED", "FINAL")},
    }
    assert [read["comparison"] is None for read in found.values()] == [True, False, False, False, True]


async def test_openslides_2970_a_list_shifts_no_number_and_no_base_text(client: Client) -> None:
    """openslides 5171: an entry of a list is amended like any passage, and again after others were."""
    document_id = await amended(client)
    added = await table(client, document_id, "- una altra", "- una altra\n- i una tercera")
    later = await table(client, document_id, "una entrada", "una entrada ampla")
    await client.ask(
        DECIDE, {"input": {"documentId": document_id, "decisions": yes(added)}}, as_email=COORDINATOR
    )
    await client.ask(
        DECIDE, {"input": {"documentId": document_id, "decisions": yes(later)}}, as_email=COORDINATOR
    )
    read = (await document(client, READ, document_id, of="ADOPTED"))["reading"]
    assert "- una entrada ampla\n- una altra\n- i una tercera\n\n" in read["text"]
    assert [one["number"] for one in read["paragraphs"] if one["number"]] == ["1", "2"]


async def test_who_may_not_read_drafts_sees_nothing_of_it(client: Client) -> None:
    document_id = await amended(client)
    await table(client, document_id, "net", "brut")
    data = await client.ask(AGENDA, {"id": document_id})
    assert data["node"] is None


CITED = """
query ($id: ID!, $r: String!) {
  position(reference: $r) { amendments(first: 9) { nodes { paragraphs afterParagraph } } }
  node(id: $id) { ... on Document {
    version(number: 2) { html(numbered: true) plain: html }
    comparison(base: 1, head: 2) { html(numbered: true) plain: html }
    reading(of: ADOPTED) { comparison { html(numbered: true) } }
  } }
}
"""
SAVE = "mutation ($input: SaveVersionInput!) { saveVersion(input: $input) { version { number } } }"


async def test_the_number_on_paper_is_the_number_on_the_screen(client: Client) -> None:
    """Every form of one version says 1a, whatever another would count; an amendment says what it is about."""
    document_id = await amended(client)
    new = await table(client, document_id, FIRST, f"{FIRST}\n\nI un paràgraf nou.")
    await table(client, document_id, "una altra", "cap més")
    await table(client, document_id, "# Aigües", "# Aigua")
    given = {"documentId": document_id, "decisions": yes(new)}
    await client.ask(DECIDE, {"input": given}, as_email=COORDINATOR)
    await client.ask(SAVE, {"input": {"documentId": document_id}}, as_email=COORDINATOR)
    reference = "AMB-PP-2026-001"
    data = await client.ask(CITED, {"id": document_id, "r": reference}, as_email=COORDINATOR)
    found, amendments = data["node"], data["position"]["amendments"]["nodes"]
    html = [found["version"]["html"], found["comparison"]["html"], found["reading"]["comparison"]["html"]]
    for number in ("1", "1a", "2"):
        assert all(f'id="p{number}"' in one for one in html), number
    assert not any("number" in found[name]["plain"] for name in ("version", "comparison"))
    assert [(one["paragraphs"], one["afterParagraph"]) for one in amendments] == [
        (["1"], None), ([], "1"), ([], None),
    ]  # fmt: skip
    cookie = {"cookie": f"positions_session={await client.sign_in(COORDINATOR)}"}
    path = f"/positions/{reference}/ca"
    for page in ("versions/2.html", "comparison/1...2.html"):
        assert ">1a</a>" in (await client.http.get(f"{path}/{page}", headers=cookie)).text
    for file in ("versions/2", "comparison/1...2"):
        made = (await client.http.get(f"{path}/{file}.docx", headers=cookie)).content
        assert ">1a<" in zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    akoma = (await client.http.get(f"{path}/versions/2.xml", headers=cookie)).text
    assert 'eId="par_1a"' in akoma
