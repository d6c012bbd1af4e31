"""Between two rounds, in a real browser: a reservation is met and lifted, and an approval is confirmed with one click."""

from playwright.sync_api import expect

from tests.browser.acts import confirmed
from tests.browser.conftest import SignIn
from tests.browser.lives import open_round, today
from tests.browser.papers import COORDINATOR, GAVA, MONTGAT, Paper, drafted, tell
from tests.browser.people import Person

TEXT = """# Aigües residuals

Les trenta-sis ciutats compartim la mateixa conca.

## Demandes

- **D1.** Que hi hagi un pla de reutilització.
- **D2.** Que el cost no s'ajorni.
"""
WISH = "un pla de reutilització a deu anys"
BETTER = TEXT.replace("un pla de reutilització.", f"{WISH}, amb finançament.")
CAST = """mutation($input: CastVoteInput!) { castVote(input: $input) {
  vote { id } userErrors { path code message } } }"""
CLOSE = """mutation($input: CloseRoundInput!) { closeRound(input: $input) {
  round { status } userErrors { path code message } } }"""


def vote(person: Person, round_id: str, choice: str, **more: object) -> None:
    mandate = {"kind": "PLENARY", "date": today().isoformat()}
    tell(person, CAST, roundId=round_id, choice=choice, mandate=mandate, **more)


def first_round(coordinator: Person, gava: Person, montgat: Person) -> Paper:
    """A round that failed: Gavà approves with a reservation on each ask, Montgat objects."""
    paper = drafted(coordinator, TEXT, title="Reutilitzar l'aigua")
    paper.move(coordinator, "OPEN_AMENDING")
    round_id = open_round(coordinator, paper, name="Consell d'Alcaldes")
    held = [
        {"kind": "SUBSTANTIVE", "askKey": "D1", "reason": "Sense termini no serveix.", "wish": WISH},
        {"kind": "SCRUTINY", "askKey": "D2", "reason": "Ho estudia el ple."},
    ]
    vote(gava, round_id, "APPROVE", reservations=held, statement="Hi som, si hi ha termini.")
    vote(montgat, round_id, "OBJECT")
    tell(coordinator, CLOSE, roundId=round_id, outcome="CLOSE")
    return paper


def lift_what_was_met(gava: Person, paper: Paper) -> None:
    """The holder is told at work, and takes the reservation back where the text is amended."""
    page = gava.go("/")
    task = (
        page.get_by_role("listitem")
        .filter(has_text=paper.reference)
        .or_(page.get_by_role("listitem").filter(has_text="El text ja recull el redactat demanat"))
    )
    task.get_by_role("link", name="Mira la reserva").first.click()
    standing = page.get_by_role("region", name="Reserves vigents")
    met = standing.get_by_role("listitem").filter(has_text="Sense termini no serveix.")
    expect(met.get_by_text("El text ja recull el redactat demanat.")).to_be_visible()
    expect(standing.get_by_text("El text ja recull el redactat demanat.")).to_have_count(1)
    gava.look("standing", "desktop")
    met.get_by_role("button", name="Retira la reserva").click()
    confirmed(page, "Retira la reserva")
    expect(standing.get_by_text("Sense termini no serveix.")).to_have_count(0)
    expect(standing.get_by_text("Ho estudia el ple.")).to_be_visible()


def confirm(gava: Person, paper: Paper) -> None:
    """The town approves the newer text with one click, having seen what changed."""
    page = gava.go(f"{paper.path}/aprovacio")
    own = page.get_by_role("region", name="El vot de Gavà")
    expect(own.get_by_text("Des que el municipi va votar en la ronda 1")).to_be_visible()
    form = own.get_by_role("form", name="El municipi va votar a favor en la ronda 1")
    expect(form.locator("ins").filter(has_text="a deu anys")).to_be_visible()
    expect(form.get_by_text("Ho estudia el ple.")).to_be_visible()
    expect(form.get_by_text("Sense termini no serveix.")).to_have_count(0)
    expect(form.get_by_text("La declaració d'aquell vot no s'hi trasllada")).to_be_visible()
    gava.look("renewal", "desktop")
    form.get_by_role("button", name="Confirma el vot a favor de Gavà").click()
    expect(form.get_by_label("Data de l'acte")).to_be_focused()
    form.get_by_label("Data de l'acte").fill(today().isoformat())
    form.get_by_role("button", name="Confirma el vot a favor de Gavà").click()
    expect(page.get_by_role("heading", name="Vot registrat")).to_be_visible()
    gava.look("renewed", "desktop")
    page.get_by_role("button", name="Torna al recompte").click()
    expect(own.get_by_text("A favor")).to_be_visible()
    expect(page.get_by_text("Ho estudia el ple.")).to_be_visible()


def test_a_reservation_is_lifted_and_an_approval_confirmed(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR)
    gava, montgat = (sign_in(email, size="phone") for email in (GAVA, MONTGAT))
    paper = first_round(coordinator, gava, montgat)
    page = coordinator.go(f"{paper.path}/aprovacio")
    expect(page.get_by_role("region", name="Reserves vigents").get_by_role("link", name="D1")).to_be_visible()
    coordinator.look("standing-coordinator")
    paper.edit(coordinator, BETTER)
    lift_what_was_met(gava, paper)
    paper.save(coordinator, "v2")
    open_round(coordinator, paper, name="Consell d'Alcaldes")
    confirm(gava, paper)
    page = montgat.go(f"{paper.path}/aprovacio")
    expect(page.get_by_text("El vot de la ronda 1 no es pot confirmar")).to_be_visible()
    expect(page.get_by_text("No era favorable: cal votar de nou.")).to_be_visible()
    montgat.look("revote", "desktop")
    assert [one for person in (coordinator, gava, montgat) for one in person.complaints] == []


def test_a_reservation_is_held_on_a_passage_by_its_words(sign_in: SignIn) -> None:
    coordinator, gava = sign_in(COORDINATOR), sign_in(GAVA)
    paper = drafted(coordinator, TEXT, title="Reutilitzar l'aigua")
    paper.move(coordinator, "OPEN_AMENDING")
    open_round(coordinator, paper, name="Consell d'Alcaldes")
    page = gava.go(f"{paper.path}/aprovacio")
    page.get_by_role("button", name="Prepara el vot").click()
    page.get_by_role("radio", name="A favor").check()
    page.get_by_label("Data de l'acte").fill(today().isoformat())
    page.get_by_text("Declaració, excepcions i reserves").click()
    page.get_by_role("button", name="Afegeix una reserva").click()
    page.get_by_label("Sobre", exact=True).select_option("Un passatge del text")
    page.get_by_label("Motiu").fill("Mal dit.")
    passage = page.get_by_label("Paraules del passatge")
    passage.fill("una altra conca")
    passage.blur()
    expect(page.get_by_text("Aquestes paraules no surten seguides")).to_be_visible()
    page.get_by_role("button", name="Revisa el vot").click()
    expect(passage).to_be_focused()
    gava.look("passage-absent")
    passage.fill("ciutats compartim  la mateixa conca")
    passage.blur()
    expect(page.get_by_text("Aquestes paraules no surten seguides")).to_have_count(0)
    page.get_by_role("button", name="Revisa el vot").click()
    page.get_by_role("dialog").get_by_role("button", name="A favor").click()
    page.get_by_role("button", name="Torna al recompte").click()
    expect(page.get_by_text("Lingüística").or_(page.get_by_text("De fons"))).to_contain_text(
        "«ciutats compartim la mateixa conca»"
    )
    gava.look("passage-held")
