"""Will it pass, what if, and a tie voted again: the coordinator's view, by keyboard and on a phone."""

from playwright.sync_api import Page, expect

from tests.browser.acts import confirmed
from tests.browser.conftest import SignIn
from tests.browser.lives import decide_round, open_round
from tests.browser.papers import COORDINATOR, Paper, drafted
from tests.browser.people import Person

TEXT = "# El riu\n\nTambé passa per Gavà.\n"


def asked(coordinator: Person, title: str) -> tuple[Paper, str]:
    """A paper before two towns by simple majority, and its round."""
    paper = drafted(coordinator, TEXT, title=title)
    paper.save(coordinator, "v1.0")
    paper.move(coordinator, "OPEN_AMENDING")
    return paper, open_round(coordinator, paper, name="Consell", preset="SIMPLE_MAJORITY")


def suppose(page: Page, town: str, choice: str) -> None:
    page.get_by_role("group", name=f"Què votaria {town}").get_by_role("button", name=choice).click()


def test_a_supposition_is_told_as_one_and_changes_nothing(sign_in: SignIn) -> None:
    person = sign_in(COORDINATOR, size="phone")
    paper, _ = asked(person, "Què passaria si plou")
    page = person.go(f"{paper.path}/aprovacio")
    expect(page.get_by_text("El seu sí la faria passar").first).to_be_visible()
    starter = page.get_by_role("button", name="Què passaria si…")
    starter.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="És una suposició: cap vot no canvia")).to_be_focused()
    suppose(page, "Gavà", "A favor")
    expect(page.get_by_text("Passaria", exact=True)).to_be_visible()
    suppose(page, "Montgat", "En contra")
    expect(page.get_by_text("Seria un empat: caldria una segona votació")).to_be_visible()
    person.look("what-if", "desktop")
    tile = page.locator("[data-town='08126']")
    tile.focus()
    page.keyboard.press("Enter")  # from against to abstaining
    expect(tile).to_have_attribute("data-mark", "ABSTAIN")
    expect(page.get_by_text("Passaria, i els altres ja no ho podrien canviar")).to_be_visible()
    page.get_by_role("button", name="Surt de la suposició").click()
    expect(starter).to_be_focused()
    expect(tile).to_have_attribute("data-mark", "PENDING")
    assert person.complaints == []


def test_a_tie_is_voted_again(sign_in: SignIn) -> None:
    person = sign_in(COORDINATOR)
    paper, round_id = asked(person, "El riu empata")
    decide_round(person, round_id, ("APPROVE", "OBJECT"))
    page = person.go(f"{paper.path}/aprovacio")
    expect(page.get_by_text("Empat: cal una segona votació")).to_be_visible()
    expect(page.get_by_role("button", name="Obre la ronda 2")).to_have_count(0)
    person.look("tie")
    page.get_by_role("button", name="Obre la segona votació").click()
    confirmed(page, "Obre la segona votació")
    expect(page.get_by_text("És la segona votació de la ronda 1")).to_be_visible()
    assert person.complaints == []
