"""Confirming an earlier approval through the API: what is shown before, what is done, and to whom nothing is shown."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from tests.support.clients import Client
from tests.support.papers import COORDINATOR, move, propose
from tests.support.states import step

BARCELONA, BADALONA, OUTSIDER = (f"delegate@{code}.demo" for code in ("08019", "08015", "08101"))
TEXT = "# Aigües\n\nUn paràgraf.\n\n- **D1.** Un pla.\n- **D2.** Sense ajornar.\n"
BETTER = TEXT.replace("Un pla.", "Un pla a deu anys.")
MANDATE = {"kind": "PLENARY", "date": "2026-11-20"}
WISH = {"kind": "SUBSTANTIVE", "askKey": "D1", "reason": "Massa tou", "wish": "un pla a deu anys"}
PASSAGE = {"kind": "LINGUISTIC", "start": 10, "end": 22, "reason": "Mal dit"}

EDIT = "mutation ($input: EditDraftInput!) { editDraft(input: $input) { draft { sequence } userErrors { code } } }"
SAVE = "mutation ($input: SaveVersionInput!) { saveVersion(input: $input) { version { number } userErrors { code } } }"
OPEN = "mutation ($input: OpenRoundInput!) { openRound(input: $input) { round { id } userErrors { code } } }"
CLOSE = (
    "mutation ($input: CloseRoundInput!) { closeRound(input: $input) { round { id } userErrors { code } } }"
)
CAST = "mutation ($input: CastVoteInput!) { castVote(input: $input) { vote { id } userErrors { code } } }"
CONFIRM = """
mutation ($input: ConfirmApprovalInput!) {
  confirmApproval(input: $input) {
    vote { id choice renewsId mandate { kind covers } reservations { kind state quote } }
    round { number tally { approving { organizations } } viewerHasVoted }
    userErrors { path code message }
  }
}
"""
BEFORE = """
query ($r: String!, $number: Int!) {
  position(reference: $r) {
    standingReservations { roundNumber reservation { reason quote isWishReached askKey organization { code } } }
    round(number: $number) {
      viewerEarlierVote {
        vote { id choice } roundNumber isConfirmable reason reasonAskKey mandateCarries
        distance { baseNumber headNumber isSame insertedWords deletedWords }
      }
      viewerLastWord { kind roundNumber distance { baseNumber headNumber isSame insertedWords } }
    }
  }
}
"""
DOCUMENTS = "query ($r: String!) { position(reference: $r) { documents { id draft { sequence } } } }"
LOOK = "mutation ($input: MarkReadInput!) { markRead(input: $input) { userErrors { code } } }"


@dataclass
class Story:
    """A paper, and who does what to it."""

    client: Client
    reference: str
    document_id: str

    async def ask(self, document: str, email: str, **wish: object) -> Any:
        data = await self.client.ask(document, {"input": wish}, as_email=email)
        return next(iter(data.values()))

    async def tell(self, document: str, email: str, **wish: object) -> Any:
        answer = await self.ask(document, email, **wish)
        assert answer["userErrors"] == []
        return answer

    async def write(self, text: str) -> None:
        found: Any = await self.client.ask(DOCUMENTS, {"r": self.reference}, as_email=COORDINATOR)
        sequence = found["position"]["documents"][0]["draft"]["sequence"]
        await self.tell(EDIT, COORDINATOR, documentId=self.document_id, text=text, baseSequence=sequence)

    async def open(self, number: int = 1) -> str:
        rule, closes_at = {"preset": "SIMPLE_MAJORITY"}, self.client.clock.now + timedelta(days=10)
        terms = {"name": "Consell", "rule": rule, "closesAt": closes_at.isoformat(), "versionNumber": number}
        answer = await self.tell(OPEN, COORDINATOR, reference=self.reference, **terms)
        return str(answer["round"]["id"])

    async def void(self, round_id: str) -> None:
        await self.tell(CLOSE, COORDINATOR, roundId=round_id, outcome="VOID", reason="S'ha de refer")

    async def amend(self, text: str = BETTER) -> int:
        await self.write(text)
        answer = await self.tell(SAVE, COORDINATOR, documentId=self.document_id)
        return int(answer["version"]["number"])

    async def see(self, email: str | None, number: int = 2) -> Any:
        found: Any = await self.client.ask(BEFORE, {"r": self.reference, "number": number}, as_email=email)
        return found["position"]


@step
async def amending(client: Client) -> tuple[str, str]:
    """Reference and document of a paper that Barcelona and Badalona take part in, under amendment."""
    reference = await propose(client)
    await move(client, reference, "START_DRAFTING")
    found: Any = await client.ask(DOCUMENTS, {"r": reference}, as_email=COORDINATOR)
    document_id = found["position"]["documents"][0]["id"]
    made = Story(client, reference, document_id)
    await made.tell(EDIT, BARCELONA, documentId=document_id, text=TEXT, baseSequence=0)
    await move(client, reference, "OPEN_AMENDING")
    return reference, document_id


@pytest.fixture
async def story(client: Client) -> Story:
    """The paper under amendment, and what can be told of it."""
    return Story(client, *await amending(client))


async def again(story: Story, **said: object) -> str:
    """A second round on a better text; in the first, voided, Barcelona approved so."""
    first = await story.open()
    await story.tell(CAST, BARCELONA, roundId=first, choice="APPROVE", **{"mandate": MANDATE, **said})
    await story.void(first)
    return await story.open(await story.amend())


async def test_a_town_sees_what_it_approved_and_what_changed_and_confirms_it(story: Story) -> None:
    round_id = await again(story, mandate={**MANDATE, "covers": "POSITION"}, reservations=[PASSAGE])
    seen = (await story.see(BARCELONA))["round"]
    distance = {"baseNumber": 1, "headNumber": 2, "isSame": False, "insertedWords": 3, "deletedWords": 0}
    earlier = seen["viewerEarlierVote"]
    assert earlier.pop("vote")["choice"] == "APPROVE"
    assert earlier == {
        "roundNumber": 1,
        "isConfirmable": True,
        "reason": None,
        "reasonAskKey": None,
        "mandateCarries": True,
        "distance": distance,
    }
    assert (seen["viewerLastWord"]["kind"], seen["viewerLastWord"]["roundNumber"]) == ("VOTE", 1)
    answer = await story.tell(CONFIRM, BARCELONA, roundId=round_id)
    assert answer["vote"]["renewsId"] is not None
    assert answer["vote"]["mandate"] == {"kind": "PLENARY", "covers": "POSITION"}
    assert answer["vote"]["reservations"] == [
        {"kind": "LINGUISTIC", "state": "OPEN", "quote": "Un paràgraf."}
    ]
    assert answer["round"] == {
        "number": 2,
        "tally": {"approving": {"organizations": 1}},
        "viewerHasVoted": True,
    }


async def test_without_a_mandate_for_the_paper_one_has_to_be_given(story: Story) -> None:
    round_id = await again(story)
    assert (await story.see(BARCELONA))["round"]["viewerEarlierVote"]["mandateCarries"] is False
    (error,) = (await story.ask(CONFIRM, BARCELONA, roundId=round_id))["userErrors"]
    assert (error["path"], error["code"]) == (["mandate"], "INVALID")
    await story.tell(CONFIRM, BARCELONA, roundId=round_id, mandate=MANDATE)


async def test_a_reservation_on_changed_words_is_said_and_refused(story: Story) -> None:
    round_id = await again(story, reservations=[WISH])
    earlier = (await story.see(BARCELONA))["round"]["viewerEarlierVote"]
    assert (earlier["isConfirmable"], earlier["reason"], earlier["reasonAskKey"]) == (
        False,
        "RESERVATION_CHANGED",
        "D1",
    )
    (error,) = (await story.ask(CONFIRM, BARCELONA, roundId=round_id, mandate=MANDATE))["userErrors"]
    assert error["code"] == "INVALID"


async def test_nobody_else_sees_a_towns_earlier_vote_as_its_own(story: Story) -> None:
    await again(story)
    for email in (COORDINATOR, BADALONA, OUTSIDER):
        assert (await story.see(email))["round"]["viewerEarlierVote"] is None
    assert await story.see(None) is None


async def test_who_never_voted_is_told_what_changed_since_the_last_look(story: Story) -> None:
    first = await story.open()
    await story.tell(LOOK, BADALONA, documentId=story.document_id)
    await story.void(first)
    await story.open(await story.amend())
    word = (await story.see(BADALONA))["round"]["viewerLastWord"]
    assert (word["kind"], word["roundNumber"]) == ("LOOK", None)
    assert word["distance"] == {"baseNumber": 1, "headNumber": 2, "isSame": False, "insertedWords": 3}
    assert (await story.see(BARCELONA))["round"]["viewerLastWord"] is None


async def test_a_reached_wish_is_seen_by_its_holder_while_the_text_is_amended(story: Story) -> None:
    first = await story.open()
    await story.tell(
        CAST, BARCELONA, roundId=first, choice="APPROVE", mandate=MANDATE, reservations=[WISH, PASSAGE]
    )
    await story.void(first)
    held = (await story.see(BARCELONA, 1))["standingReservations"]
    assert [one["reservation"]["isWishReached"] for one in held] == [False, False]
    await story.write(BETTER)
    held = (await story.see(OUTSIDER, 1))["standingReservations"]
    assert [(one["roundNumber"], one["reservation"]["isWishReached"]) for one in held] == [
        (1, True),
        (1, False),
    ]
    assert held[1]["reservation"]["quote"] == "Un paràgraf."
    assert held[0]["reservation"]["organization"] == {"code": "08019"}
