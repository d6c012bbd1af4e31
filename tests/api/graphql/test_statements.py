"""Statements, signatures and errata through the door that clients use, and what the public reads of them."""

from typing import Any

import pytest

from tests.api.graphql.test_rounds import (
    BADALONA,
    BARCELONA,
    NODE,
    OBSERVER,
    OUTSIDER,
    TEXT,
    ask,
    cast,
    close,
    codes,
    opened,
)
from tests.support.clients import Client
from tests.support.papers import COORDINATOR, move
from tests.support.states import step

ACT = {"body": "Ple", "date": "2026-11-23", "reference": "PLE 11"}
ANNEX = """
mutation AnnexStatement($input: AnnexStatementInput!) {
  annexStatement(input: $input) {
    statement { id kind organizations { code } } round { viewerMayAnnex } userErrors { path code message }
  }
}
"""
SIGN = """
mutation ($input: SignStatementInput!) {
  signStatement(input: $input) {
    statement { id organizations { code } pendingOrganizations { code } viewerMaySign } userErrors { code message }
  }
}
"""
WITHDRAW = """
mutation ($input: WithdrawSignatureInput!) {
  withdrawSignature(input: $input) { position { ...Signed } userErrors { path code message } }
}
fragment Signed on Position {
  signatories {
    organization { code } exceptAskKeys ratification { dueOn status }
    withdrawal { withdrawnOn act { body date reference } reason }
  }
}
"""
CORRECT = """
mutation ($input: CorrectTextInput!) {
  correctText(input: $input) { version { number erratumReason } userErrors { path code message } }
}
"""
FACE = """
query ($reference: String!) {
  position(reference: $reference) {
    signatories { organization { code } exceptAskKeys withdrawal { withdrawnOn reason } }
    statements {
      __typename id number kind language text act { reference } roundNumber author { name }
      organizations { code } pendingOrganizations { code } viewerMaySign
    }
    errata { reason correctedAt version { number text } corrects { number text } comparison { html } }
    documents { id approvedVersion { number erratumReason } versions(first: 5) { nodes { number } } }
    rounds(first: 3) { nodes { viewerMayAnnex version { number } statements { number } } }
    events(first: 50) { nodes { tag subject } }
  }
}
"""


@step
async def adopted(client: Client) -> tuple[str, str]:
    """A paper that Barcelona approved, all but D2, and that Badalona abstained from; and its round."""
    reference, round_id = await opened(client)
    await cast(client, BARCELONA, round_id, exceptAskKeys=["D2"])
    await cast(client, BADALONA, round_id, "ABSTAIN")
    await close(client, round_id)
    return reference, round_id


async def face(client: Client, reference: str, email: str | None = None) -> Any:
    found: Any = await client.ask(FACE, {"reference": reference}, as_email=email)
    return found["position"]


async def correct(client: Client, reference: str, email: str = COORDINATOR, **more: object) -> Any:
    document_id = (await face(client, reference, COORDINATOR))["documents"][0]["id"]
    wish = {"documentId": document_id, "text": TEXT.replace("Un pla", "Un pla de conca")}
    return await ask(client, CORRECT, email, **{**wish, "reason": "Faltava", "expectedVersion": 1, **more})


async def test_a_joint_statement_and_its_second_signature(client: Client) -> None:
    reference, round_id = await adopted(client)
    wish = {
        "roundId": round_id,
        "kind": "MINUTES",
        "text": "Hi som.",
        "organizationCodes": ["08019", "08015"],
    }
    annexed = await ask(client, ANNEX, BARCELONA, **wish)
    assert annexed["userErrors"] == []
    assert annexed["statement"]["organizations"] == [{"code": "08019"}]
    assert annexed["round"]["viewerMayAnnex"] is True
    (seen,) = (await face(client, reference, BADALONA))["statements"]
    assert (seen["viewerMaySign"], seen["pendingOrganizations"]) == (True, [{"code": "08015"}])
    assert seen["author"]["name"] == "Bernat Barcelona"
    signed = await ask(client, SIGN, BADALONA, statementId=seen["id"])
    assert signed["statement"]["organizations"] == [{"code": "08015"}, {"code": "08019"}]
    assert (signed["statement"]["viewerMaySign"], signed["statement"]["pendingOrganizations"]) == (False, [])
    assert codes(await ask(client, SIGN, BADALONA, statementId=seen["id"])) == ["ALREADY_DONE"]
    tags = [event["tag"] for event in (await face(client, reference, OBSERVER))["events"]["nodes"]]
    assert tags[-2:] == ["statement:annexed", "statement:signed"]


@step
async def public_paper(client: Client) -> str:
    """A published paper with a joint statement half signed, a signature withdrawn, and an erratum."""
    reference, round_id = await adopted(client)
    towns = ["08019", "08015"]
    wish = {"roundId": round_id, "kind": "MINUTES", "text": "Hi som.\n\nI prou.", "organizationCodes": towns}
    statement_id = (await ask(client, ANNEX, BARCELONA, **wish))["statement"]["id"]
    assert (await client.ask(NODE, {"id": statement_id}))["node"] is None
    client.clock.advance(seconds=1)
    await move(client, reference, "PUBLISH")
    taken = await ask(
        client, WITHDRAW, BARCELONA, reference=reference, withdrawnOn="2026-11-23", act=ACT, reason="Canvi"
    )
    (signatory,) = taken["position"]["signatories"]
    assert signatory["withdrawal"] == {"withdrawnOn": "2026-11-23", "act": ACT, "reason": "Canvi"}
    assert (await correct(client, reference))["version"] == {"number": 2, "erratumReason": "Faltava"}
    assert (await client.ask(NODE, {"id": statement_id}))["node"]["__typename"] == "Statement"
    return reference


async def test_the_public_reads_signatories_and_statements(client: Client) -> None:
    seen = await face(client, await public_paper(client))
    assert seen["signatories"] == [
        {
            "organization": {"code": "08019"},
            "exceptAskKeys": ["D2"],
            "withdrawal": {"withdrawnOn": "2026-11-23", "reason": "Canvi"},
        }
    ]
    (statement,) = seen["statements"]
    assert (statement["organizations"], statement["pendingOrganizations"]) == ([{"code": "08019"}], [])
    assert (statement["author"], statement["viewerMaySign"]) == (None, False)


async def test_the_public_reads_errata_beside_what_was_decided(client: Client) -> None:
    seen = await face(client, await public_paper(client))
    (erratum,) = seen["errata"]
    assert (erratum["reason"], erratum["corrects"]["text"]) == ("Faltava", TEXT)
    assert "<ins" in erratum["comparison"]["html"]
    (document,) = seen["documents"]
    assert document["approvedVersion"] == {"number": 2, "erratumReason": "Faltava"}
    assert [one["number"] for one in document["versions"]["nodes"]] == [2, 1]
    (row,) = seen["rounds"]["nodes"]
    assert row == {"viewerMayAnnex": False, "version": {"number": 1}, "statements": [{"number": 1}]}
    assert [(event["tag"], event["subject"]) for event in seen["events"]["nodes"]] == [
        ("position:published", None),
        ("signature:withdrawn", "08019"),
        ("version:corrected", "2"),
    ]


@pytest.mark.parametrize(
    ("email", "more", "code"),
    [
        (OUTSIDER, {}, "NOT_ELIGIBLE"),
        (OBSERVER, {}, "FORBIDDEN"),
        (BARCELONA, {"kind": "DISSENT"}, "INVALID"),
        (BARCELONA, {"text": " "}, "INVALID"),
        (BARCELONA, {"text": "a" * 5_001}, "LIMIT_EXCEEDED"),
        (BARCELONA, {"organizationCodes": ["08015"]}, "FORBIDDEN"),
        (BARCELONA, {"roundId": "rnd_none"}, "NOT_FOUND"),
    ],
)
async def test_statements_refused_by_name(
    client: Client, email: str, more: dict[str, object], code: str
) -> None:
    reference, round_id = await adopted(client)
    wish = {"roundId": round_id, "kind": "MINUTES", "text": "Hi som.", **more}
    answer = await ask(client, ANNEX, email, **wish)
    assert (codes(answer), answer["statement"]) == ([code], None)
    assert (await face(client, reference, COORDINATOR))["statements"] == []


@pytest.mark.parametrize(
    ("email", "more", "code"),
    [
        (COORDINATOR, {"text": TEXT}, "INVALID"),
        (COORDINATOR, {"text": TEXT.replace("**D1.**", "**D7.**")}, "INVALID"),
        (COORDINATOR, {"reason": " "}, "INVALID"),
        (COORDINATOR, {"expectedVersion": 2}, "STALE"),
        (BARCELONA, {}, "FORBIDDEN"),
    ],
)
async def test_corrections_refused_by_name(
    client: Client, email: str, more: dict[str, object], code: str
) -> None:
    reference, _ = await adopted(client)
    answer = await correct(client, reference, email, **more)
    assert (codes(answer), answer["version"]) == ([code], None)
    assert (await face(client, reference, COORDINATOR))["errata"] == []


async def test_the_same_key_answers_the_same(client: Client) -> None:
    reference, round_id = await adopted(client)
    wish = {"roundId": round_id, "kind": "MINUTES", "text": "Hi som.", "idempotencyKey": "k"}
    first, again = [await ask(client, ANNEX, BARCELONA, **wish) for _ in range(2)]
    assert first == again
    made = [await correct(client, reference, idempotencyKey="k") for _ in range(2)]
    assert made[0] == made[1]
    seen = await face(client, reference, COORDINATOR)
    assert (len(seen["statements"]), len(seen["errata"])) == (1, 1)


async def test_a_long_text_may_be_corrected(client: Client) -> None:
    reference, _ = await adopted(client)
    assert (await correct(client, reference, text=TEXT + "Aigua i més aigua.\n" * 20_000))["userErrors"] == []
