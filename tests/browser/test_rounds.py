"""Rounds in a real browser: a silence broken with its reason and held again, and a double majority with a vote that awaits its plenary."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.acts import confirmed, vote
from tests.browser.conftest import SignIn
from tests.browser.lives import open_round, today
from tests.browser.papers import COORDINATOR, GAVA, MONTGAT, TOWNS, Paper, drafted, tell
from tests.browser.people import Person

HOSPITALET = "delegate@08101.demo"
TEXT = "# Un riu\n\nEl pla es fa sense termini.\n\n- **D1.** Un pla de conca.\n"
BETTER = TEXT.replace("sense termini", "abans de 2030")
REASON = "Sense termini, el pla no obliga ningú."
DUE = timedelta(days=40)
SETTLE = """mutation($input: SettleRatificationInput!) { settleRatification(input: $input) {
  vote { id } userErrors { path code message } } }"""
VOTES = """query($r: String!, $n: Int!) { position(reference: $r) { round(number: $n) {
  votes(first: 9) { nodes { id organization { code } } } } } }"""


def frozen(coordinator: Person, title: str) -> Paper:
    """A paper whose text is ready to be voted on."""
    paper = drafted(coordinator, TEXT, title=title)
    paper.move(coordinator, "OPEN_AMENDING")
    return paper


def close(coordinator: Person, paper: Paper, name: str) -> None:
    """The coordinator closes a round in which everybody has voted."""
    page = coordinator.go(f"{paper.path}/aprovacio")
    page.get_by_role("button", name="Tanca la ronda").click()
    confirmed(page, "Tanca la ronda")
    expect(page.get_by_text("S'ha aprovat", exact=True)).to_be_visible()
    coordinator.look(name)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_silence_is_broken_with_its_reason_and_then_held_again(sign_in: SignIn, size: str) -> None:
    coordinator, gava, montgat = (sign_in(email, size=size) for email in (COORDINATOR, GAVA, MONTGAT))
    paper = frozen(coordinator, "El silenci trencat")
    clearance = {"preset": "CONSENSUS", "silence": "CONSENT"}
    open_round(coordinator, paper, name="Validació tècnica", **clearance)
    vote(gava, paper, "En contra", statement=REASON)
    page = coordinator.go(f"{paper.path}/aprovacio")
    expect(page.get_by_text("No s'ha aprovat: hi va haver objeccions")).to_be_visible()
    expect(page.get_by_text(REASON).first).to_be_visible()
    expect(page.locator("[aria-current=step]")).to_contain_text("En esmena")
    coordinator.look(f"silence-broken-{size}")
    paper.edit(coordinator, BETTER)
    paper.save(coordinator, "v2")
    open_round(coordinator, paper, name="Validació tècnica, de nou", **clearance)
    for town in (gava, montgat):
        vote(town, paper, "A favor")
    close(coordinator, paper, f"silence-kept-{size}")
    expect(page.get_by_role("heading", name="Ronda 2: Validació tècnica, de nou")).to_be_visible()
    assert [person.complaints for person in (coordinator, gava, montgat)] == [[], [], []]


def test_a_double_majority_adopts_with_a_vote_that_is_ratified_afterwards(sign_in: SignIn) -> None:
    coordinator, gava, hospitalet = (sign_in(email) for email in (COORDINATOR, GAVA, HOSPITALET))
    montgat = sign_in(MONTGAT, dark=True)
    paper = frozen(coordinator, "La doble majoria")
    called = [*TOWNS, "08101"]
    open_round(
        coordinator, paper, name="Consell d'Alcaldes", preset="DOUBLE_MAJORITY", electorateCodes=called
    )
    vote(hospitalet, paper, "A favor", ratified_by=today() + DUE)
    page = coordinator.go(f"{paper.path}/aprovacio")
    expect(page.get_by_text("Passaria ara")).to_have_count(0)
    expect(page.get_by_text("Subjecte a ratificació").first).to_be_attached()
    vote(gava, paper, "A favor")
    page.reload()
    expect(page.get_by_text("Decidit: s'aprova")).to_be_visible()
    coordinator.look("double-majority")
    vote(montgat, paper, "En contra")
    close(coordinator, paper, "double-majority-passed")
    expect(page.locator("[aria-current=step]")).to_contain_text("Adoptada")
    ratify(hospitalet, paper)
    page = hospitalet.go(f"{paper.path}/aprovacio")
    expect(page.get_by_text("Ratificat", exact=True).first).to_be_attached()
    hospitalet.look("double-majority-ratified")


def ratify(person: Person, paper: Paper) -> None:
    """The plenary has confirmed the town's vote."""
    found = person.graphql(VOTES, r=paper.reference, n=1)["position"]["round"]["votes"]["nodes"]
    (own,) = (one["id"] for one in found if one["organization"]["code"] == "08101")
    act = {"body": "Ple", "date": today().isoformat(), "reference": "Acord 7"}
    tell(person, SETTLE, voteId=own, outcome="CONFIRMED", act=act)
