"""What stands beside an adopted text: a dissent, a joint statement that two towns sign, a signature withdrawn, an erratum; and the
public page that shows all of it."""

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import SignIn
from tests.browser.lives import today
from tests.browser.papers import COORDINATOR, GAVA, MONTGAT, Paper, drafted, tell
from tests.browser.people import Person

HOSPITALET = "delegate@08101.demo"
TEXT = "# Un riu\n\nEl pla es farà el 2026.\n\n- **D1.** Un pla de conca.\n- **D2.** Sense ajornar.\n"
SLIP, MENDED = "El pla es farà el 2026.", "El pla es farà el 2027."
OPEN = """mutation($input: OpenRoundInput!) { openRound(input: $input) {
  round { id } userErrors { path code message } } }"""
CAST = "mutation($input: CastVoteInput!) { castVote(input: $input) { userErrors { path code message } } }"
CLOSE = (
    "mutation($input: CloseRoundInput!) { closeRound(input: $input) { userErrors { path code message } } }"
)

People = dict[str, Person]


@pytest.fixture
def people(sign_in: SignIn) -> People:
    """A coordinator and three delegates, each at a browser of their own."""
    return {email: sign_in(email) for email in (COORDINATOR, GAVA, MONTGAT, HOSPITALET)}


def adopted(people: People) -> Paper:
    """A paper that Gavà approves, all but D2, and L'Hospitalet whole; Montgat objects."""
    coordinator = people[COORDINATOR]
    paper = drafted(coordinator, TEXT, title="Un riu per a tothom")
    paper.move(coordinator, "OPEN_AMENDING")
    payload = tell(
        coordinator,
        OPEN,
        reference=paper.reference,
        versionNumber=1,
        name="Consell d'Alcaldes",
        rule={"preset": "SIMPLE_MAJORITY"},
        electorateCodes=["08089", "08126", "08101"],
        closesAt=f"{today() + timedelta(days=9)}T12:00:00Z",
    )
    round_id = payload["round"]["id"]  # type: ignore[index]  # JSON has no shape
    mandate = {"kind": "MAYOR_DECREE", "date": today().isoformat()}
    for email, choice, excepted in (
        (GAVA, "APPROVE", ["D2"]),
        (HOSPITALET, "APPROVE", []),
        (MONTGAT, "OBJECT", []),
    ):
        tell(
            people[email],
            CAST,
            roundId=round_id,
            choice=choice,
            mandate=mandate,
            exceptAskKeys=excepted,
        )
    tell(coordinator, CLOSE, roundId=round_id, outcome="CLOSE")
    return paper


def annexing(person: Person, paper: Paper) -> Locator:
    """The dialog in which a statement is written."""
    page = person.go(f"{paper.path}/aprovacio")
    page.get_by_role("button", name="Annexa una declaració").click()
    return page.get_by_role("dialog", name="Annexa una declaració")


def dissent(person: Person, paper: Paper) -> None:
    dialog = annexing(person, paper)
    dialog.get_by_role("button", name="Annexa: declaració en acta").click()
    expect(dialog.get_by_text("Cal escriure el text de la declaració.")).to_be_visible()
    dialog.get_by_role("radio", name="Vot particular").check()
    dialog.get_by_label("Text").fill("El cost recau en el rebut.\n\nNo hi podem donar suport.")
    person.look("adoption-1-dissent")
    dialog.get_by_role("button", name="Annexa: vot particular").click()
    expect(dialog).to_have_count(0)
    expect(person.page.get_by_text("No hi podem donar suport.")).to_be_visible()


def state_together(person: Person, paper: Paper) -> None:
    dialog = annexing(person, paper)
    expect(dialog.get_by_role("radio", name="Vot particular")).to_be_disabled()
    dialog.get_by_label("Text").fill("Demanem que se'n parli cada any.")
    dialog.get_by_role("checkbox", name="És conjunta amb altres municipis").check()
    dialog.get_by_role("checkbox", name="l'Hospitalet de Llobregat").check()
    expect(dialog.get_by_text("També l'hauran de signar: L'Hospitalet de Llobregat.")).to_be_visible()
    person.look("adoption-2-joint")
    dialog.get_by_role("button", name="Annexa: declaració en acta").click()
    expect(dialog).to_have_count(0)
    expect(person.page.get_by_text("encara no l'han signada: L'Hospitalet de Llobregat")).to_be_visible()


def sign(person: Person, paper: Paper) -> None:
    page = person.go(f"{paper.path}/aprovacio")
    page.get_by_role("button", name="Signa la declaració").click()
    dialog = page.get_by_role("dialog", name="Signa la declaració")
    person.look("adoption-3-sign")
    dialog.get_by_role("button", name="Signa la declaració").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_text("Gavà i L'Hospitalet de Llobregat")).to_be_visible()
    expect(page.get_by_role("button", name="Signa la declaració")).to_have_count(0)


def correct(person: Person, paper: Paper) -> None:
    """The slip is mended in place, looked at, explained."""
    page = person.go(f"{paper.path}/aprovacio")
    page.get_by_role("button", name="Corregeix una errada").click()
    dialog = page.get_by_role("dialog", name="Corregeix una errada")
    expect(dialog.get_by_text("Encara no has canviat res.")).to_be_visible()
    dialog.locator(".cm-line").filter(has_text=SLIP).click()
    for key in ("End", "ArrowLeft", "Backspace", "7"):
        page.keyboard.press(key)
    expect(dialog.locator("ins")).to_contain_text("2027")
    dialog.get_by_role("button", name="Publica la correcció").click()
    expect(dialog.get_by_text("Cal dir per què es corregeix.")).to_be_visible()
    dialog.get_by_label("Motiu de la correcció").fill("Deia 2026 i havia de dir 2027.")
    person.look("adoption-4-erratum")
    dialog.get_by_role("button", name="Publica la correcció").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_text("Deia 2026 i havia de dir 2027.")).to_be_visible()


def withdraw(person: Person, paper: Paper) -> None:
    page = person.go(f"{paper.path}/aprovacio")
    page.get_by_role("button", name="Retira la signatura", exact=True).click()
    dialog = page.get_by_role("dialog", name="Retira la signatura de Gavà")
    dialog.get_by_label("Retirada des del dia").fill((today() + timedelta(days=3)).isoformat())
    dialog.get_by_label("Òrgan que ho acorda").fill("Ple municipal")
    dialog.get_by_label("Data de l'acte").fill(today().isoformat())
    dialog.get_by_label("Referència de l'acte").fill("PLE 2026/11")
    dialog.get_by_role("button", name="Retira la signatura").click()
    expect(dialog.locator(".fault")).to_contain_text("encara no ha arribat")
    dialog.get_by_label("Retirada des del dia").fill(today().isoformat())
    person.look("adoption-5-withdraw")
    dialog.get_by_role("button", name="Retira la signatura").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_text("Signatura retirada des del")).to_be_visible()


def choose_whose(person: Person, paper: Paper) -> None:
    """Who may withdraw anybody's signature is asked whose it is."""
    page = person.go(f"{paper.path}/aprovacio")
    page.get_by_role("button", name="Retira una signatura").click()
    dialog = page.get_by_role("dialog", name="Retira una signatura")
    dialog.get_by_role("button", name="Retira la signatura").click()
    expect(dialog.locator(".fault").first).to_have_text("Cal omplir aquest camp.")
    dialog.get_by_label("Qui la retira").select_option("Gavà")
    person.look("adoption-5-choose")
    dialog.get_by_role("button", name="Cancel·la").click()
    expect(dialog).to_have_count(0)


def read(person: Person, paper: Paper, name: str) -> None:
    """Anybody reads the corrected text, who signs what, what was stated, and what the erratum changed."""
    page = person.go(f"/publicat/{paper.reference}")
    expect(page.get_by_text(MENDED)).to_be_visible()
    expect(page.get_by_text("tots els punts menys D2")).to_be_visible()
    expect(page.get_by_text("Signatura retirada des del")).to_be_visible()
    expect(page.get_by_text("El cost recau en el rebut.")).to_be_visible()
    expect(page.get_by_text("Gavà i L'Hospitalet de Llobregat")).to_be_visible()
    page.get_by_text("Mostra què canvia respecte de la versió 1").click()
    expect(page.locator(".compared del")).to_contain_text("6")
    person.look(name)


def test_from_the_vote_to_the_public_page(people: People, sign_in: SignIn) -> None:
    paper = adopted(people)
    dissent(people[MONTGAT], paper)
    state_together(people[GAVA], paper)
    sign(people[HOSPITALET], paper)
    paper.move(people[COORDINATOR], "PUBLISH")
    correct(people[COORDINATOR], paper)
    choose_whose(people[COORDINATOR], paper)
    withdraw(people[GAVA], paper)
    people[GAVA].look("adoption-6-approval")
    for size in ("desktop", "phone"):
        read(sign_in(size=size), paper, f"adoption-7-public-{size}")
    phone = sign_in(GAVA, size="phone", dark=True)
    phone.go(f"{paper.path}/aprovacio")
    expect(phone.page.get_by_role("heading", name="Signataris")).to_be_visible()
    phone.look("adoption-8-approval-phone")
    page = people[COORDINATOR].go(f"{paper.path}/registre")
    expect(page.get_by_text("ha corregit una errada del text adoptat, en la versió 2")).to_be_visible()
    expect(page.get_by_text("ha signat la declaració 2")).to_be_visible()
    changes = people[COORDINATOR].go(f"{paper.path}/canvis")
    expect(changes.get_by_text("Correcció d'errades")).to_be_visible()
    assert [person.complaints for person in people.values()] == [[], [], [], []]
