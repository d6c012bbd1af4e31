"""A paper from a Word file to its public page, in a real browser, by the people who do it: the whole chain, link by link.

The links are functions that take the cast, so that a broken one is named in the trace; they hang together and run in order.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.acts import confirmed, primary, save_version, vote
from tests.browser.conftest import SignIn
from tests.browser.lives import today
from tests.browser.papers import COORDINATOR, Desk, Paper, until
from tests.browser.people import Person

WORD_FILE = Path(__file__).parents[1] / "files" / "aigues-residuals.docx"
HOSPITALET, PRAT = "delegate@08101.demo", "delegate@08169.demo"
TITLE = "Aigües residuals: una sola veu metropolitana"
PASSAGE = "La col·laboració entre municipis és la regla."
BETTER = "La col·laboració entre municipis és la norma."


@dataclass
class Cast:
    """Who takes part, and the paper once it is there."""

    coordinator: Person
    hospitalet: Person
    prat: Person
    paper: Paper

    def all(self) -> tuple[Person, ...]:
        """Everybody."""
        return self.coordinator, self.hospitalet, self.prat


def create(coordinator: Person) -> Paper:
    """The coordinator fills in the form and everybody is invited."""
    page = coordinator.go("/posicions/nova")
    page.get_by_label("Títol (Català)").fill(TITLE)
    page.get_by_label("Resum per a tothom (Català)").fill("Un sol pla per a un sol riu.")
    page.get_by_role("button", name="Convida tots els municipis").click()
    expect(page.get_by_text("36 triats")).to_be_visible()
    page.get_by_role("group", name="Àmbits temàtics").get_by_role("button", name="Medi ambient").click()
    page.get_by_label("Cerca una institució").fill("Medi Ambient")
    page.locator(".found button").first.click()
    page.get_by_label("Termini de la institució").fill((today() + timedelta(days=60)).isoformat())
    page.get_by_role("button", name="Afegeix un expedient").click()
    page.get_by_label("Número", exact=True).fill("2022/0345(COD)")
    coordinator.look("chain-1-create")
    page.get_by_role("button", name="Crea la posició").click()
    page.wait_for_url("**/positions/AMB-PP-*")
    expect(page.locator("h1")).to_have_text(TITLE)
    reference = page.url.rsplit("/", 1)[-1]
    asked = "query($r: String!) { position(reference: $r) { documents { id } } }"
    found = coordinator.graphql(asked, r=reference)["position"]
    return Paper(reference, found["documents"][0]["id"])


def start_drafting(cast: Cast) -> None:
    page = cast.coordinator.page
    primary(page, "Obre la redacció").click()
    confirmed(page, "Obre la redacció")
    expect(page.get_by_role("listitem").filter(has_text="En redacció")).to_have_attribute(
        "aria-current", "step"
    )


def bring_the_word_file(cast: Cast) -> Desk:
    """A delegate accepts, and the file becomes the text."""
    page = cast.hospitalet.go(cast.paper.path)
    primary(page, "Accepta la invitació").click()
    confirmed(page, "Accepta la invitació")
    expect(primary(page, "Escriu al text")).to_be_visible()
    desk = Desk(cast.hospitalet, cast.paper)
    page.locator("input[type=file]").set_input_files(WORD_FILE)
    confirmed(page, "Porta un fitxer")
    expect(page.get_by_text("Text portat del fitxer.")).to_be_visible()
    expect(desk.text.get_by_role("heading", name="2. Calendari")).to_be_visible()
    expect(desk.text.get_by_role("table").first).to_be_visible()
    cast.hospitalet.look("chain-2-imported")
    return desk


def write_together(cast: Cast, mine: Desk) -> Desk:
    """Two delegates write the same paragraph at once; each sees the other's words and name, and what is saved."""
    theirs = Desk(cast.prat, cast.paper)
    mine.place("1. Resum")
    mine.press("Enter")
    mine.write("Aquí.")
    theirs.shows("Aquí.")
    theirs.place("Aquí.")
    theirs.press("Home")
    for own, other in zip(" I ara tots dos alhora.", "Escrivim plegats. Avui ", strict=True):
        mine.write(own)
        theirs.write(other)
    for desk in (mine, theirs):
        desk.shows("Escrivim plegats. Avui Aquí. I ara tots dos alhora.")
    expect(mine.page.locator(".md-caret-name")).to_contain_text("Prat")
    expect(theirs.page.locator(".md-caret-name")).to_contain_text("Hospitalet")
    expect(mine.page.get_by_text("3 persones aquí")).to_be_visible()
    until(mine.page, lambda: mine.read() == theirs.read())
    mine.status("saved")
    expect(mine.page.locator("[data-status]")).to_contain_text("Desat")
    assert "Escrivim plegats." in cast.paper.draft(cast.coordinator)[1]
    cast.hospitalet.look("chain-3-together")
    theirs.press("End", "Enter")
    theirs.write(PASSAGE)
    mine.shows(PASSAGE)
    return theirs


def discuss(cast: Cast, theirs: Desk) -> None:
    """A remark on a passage is answered by another town and settled by the coordinator, all in the margin."""
    theirs.select(PASSAGE)
    theirs.page.get_by_role("button", name="Comenta").click()
    dialog = theirs.page.get_by_role("dialog", name="Comentari nou")
    expect(dialog.locator("blockquote")).to_have_text(PASSAGE)
    dialog.get_by_label("Comentari", exact=True).fill("Cal dir qui la paga.")
    theirs.person.look("chain-4-dialog")
    dialog.get_by_role("button", name="Publica el comentari").click()
    expect(dialog).to_have_count(0)
    card = cast.hospitalet.page.locator("[data-card]", has_text="Cal dir qui la paga.")
    card.get_by_role("button").first.click()
    card.get_by_label("Resposta").fill("Ho diu l'apartat 5.")
    card.get_by_role("button", name="Envia la resposta").click()
    expect(card).to_contain_text("Ho diu l'apartat 5.")
    cast.hospitalet.look("chain-4-comment")
    page = cast.coordinator.go(cast.paper.path)
    card = page.locator("[data-card]", has_text="Cal dir qui la paga.")
    card.get_by_role("button").first.click()
    card.get_by_role("button", name="Marca'l com a resolt").click()
    expect(
        page.locator("[data-card]", has_text="Cal dir qui la paga.").filter(has_not_text="Resolt")
    ).to_have_count(0)


def open_amending(cast: Cast) -> None:
    page = cast.coordinator.page
    primary(page, "Obre el període d'esmenes").click()
    confirmed(page, "Obre el període d'esmenes")
    expect(page.locator("[aria-current=step]")).to_contain_text("En esmena")


def amend(cast: Cast) -> None:
    """A town that may no longer write in the text tables an amendment on a passage of it."""
    page = cast.prat.page
    expect(page.locator(".notice").first).to_contain_text("fer-hi una esmena")
    theirs = page.locator(".cm-line", has_text=PASSAGE)
    theirs.click(click_count=3)
    page.get_by_role("button", name="Esmena", exact=True).click()
    dialog = page.get_by_role("dialog", name="Esmena nova")
    expect(dialog.locator(".passage").first).to_have_text(PASSAGE)
    dialog.get_by_label("Text proposat").fill(BETTER)
    dialog.get_by_label("Justificació").fill("Més precís.")
    cast.prat.look("chain-5-amend")
    dialog.get_by_role("button", name="Presenta l'esmena").click()
    expect(dialog).to_have_count(0)
    expect(page.locator("[data-card]", has_text="Esmena 1")).to_be_visible()


def decide(cast: Cast) -> None:
    """The coordinator sees what the text would become, and takes the amendment in."""
    page = cast.coordinator.go("/")
    page.get_by_role("listitem").filter(has_text=TITLE).get_by_role(
        "link", name="Decideix les esmenes"
    ).click()
    page.get_by_role("button", name="Decideix").click()
    dialog = page.get_by_role("dialog", name="Decideix l'esmena 1")
    dialog.get_by_role("radio", name="Incorpora", exact=False).first.check()
    dialog.get_by_label("Motiu de la decisió").fill("Hi estem d'acord.")
    expect(dialog.locator("ins")).to_contain_text("norma")
    cast.coordinator.look("chain-6-decide")
    dialog.locator("button[type=submit]").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_text("Esmena 1 decidida.")).to_be_visible()
    expect(page.locator("#A1")).to_contain_text("Incorporada")
    cast.coordinator.look("chain-6-decided")


def compare(cast: Cast) -> None:
    """The last version beside the one before: what the amendment changed, word by word."""
    page = cast.coordinator.go(f"{cast.paper.path}/canvis")
    page.get_by_role("link", name="v1.0").click()
    expect(page.get_by_text("1 passatge amb canvis")).to_be_visible()  # until then the one before is shown
    expect(page.locator("ins", has_text="norma")).to_be_visible()
    expect(page.locator("del", has_text="regla")).to_be_visible()
    cast.coordinator.look("chain-7-canvis")


def open_round(cast: Cast) -> None:
    """The coordinator opens a round of all towns on the newest version."""
    page = cast.coordinator.page
    primary(page, "Obre la ronda 1").click()
    page.get_by_role("button", name="Prepara la ronda 1").click()
    page.get_by_label("Nom de la ronda").fill("Consell d'Alcaldes")
    page.get_by_role("radio", name="Doble majoria", exact=False).first.check()
    page.get_by_role("radio", name="Només els municipis que participen").check()
    cast.coordinator.look("chain-8-opening")
    page.get_by_role("button", name="Mostra què passarà").click()
    expect(page.get_by_role("heading", name="Això és el que passarà")).to_be_visible()
    cast.coordinator.look("chain-8-preview")
    page.get_by_role("button", name="Obre la ronda", exact=True).click()
    expect(page.get_by_role("heading", name="Ronda 1: Consell d'Alcaldes")).to_be_visible()
    expect(page.locator("[aria-current=step]")).to_contain_text("En aprovació")


def enter_the_minutes(cast: Cast) -> None:
    """The other towns' votes are entered from the minutes of their meeting; then the round is closed."""
    page = cast.coordinator.page
    expect(page.get_by_text("Han votat 2 de 36.")).to_be_visible()
    page.get_by_role("button", name="Entra els vots d'una acta").click()
    dialog = page.get_by_role("dialog", name="Vots d'una acta")
    dialog.get_by_label("Òrgan").fill("Consell d'Alcaldes")
    dialog.get_by_label("Data de la reunió").fill(today().isoformat())
    dialog.get_by_label("Referència de l'acta").fill("4/2026")
    dialog.get_by_role("button", name="A favor").click()
    cast.coordinator.look("chain-10-minutes")
    dialog.get_by_role("button", name="Registra 34 vots").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_text("Decidit: s'aprova")).to_be_visible()
    cast.coordinator.look("chain-11-tally")
    page.get_by_role("button", name="Tanca la ronda").click()
    confirmed(page, "Tanca la ronda")
    expect(page.get_by_text("S'ha aprovat")).to_be_visible()
    expect(page.locator("[aria-current=step]")).to_contain_text("Adoptada")


def publish(cast: Cast) -> None:
    page = cast.coordinator.page
    primary(page, "Publica la posició").click()
    confirmed(page, "Publica la posició")
    expect(page.locator("main header").get_by_text("Publicada")).to_be_visible()


def look_back(cast: Cast) -> None:
    """Discussion and record tell what happened."""
    page = cast.prat.go(f"{cast.paper.path}/debat")
    page.get_by_role("link", name="Resolts 1").click()
    expect(page.locator("main")).to_contain_text("Ho diu l'apartat 5.")
    cast.prat.look("chain-13-debat")
    page = cast.prat.go(f"{cast.paper.path}/registre")
    for words in (
        "ha proposat la posició",
        "ha decidit l'esmena A1: incorporada",
        "ha tancat la ronda 1: aprovada",
    ):
        expect(page.locator("main")).to_contain_text(words)
    cast.prat.look("chain-14-registre")


def read_in_public(anybody: Person) -> None:
    """Somebody who is not signed in finds the text, who signed, the tally, and the files."""
    page = anybody.go("/")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("header h1")).to_have_text(TITLE)
    main = page.locator("main")
    expect(main).to_contain_text(BETTER)
    for words in (
        "Escrivim plegats.",
        "L'Hospitalet de Llobregat",
        "El Prat de Llobregat",
        "35 de 36 municipis a favor",
        "Un sol pla per a un sol riu.",
    ):
        expect(main).to_contain_text(words)
    anybody.look("chain-12-public")
    page.get_by_role("button", name="Baixa").click()
    for name, begins in (
        ("Markdown", b"# Aplicar la Directiva"),
        ("Pàgina web", b"<!doctype html>"),
        ("PDF", b"%PDF-"),
        ("Word", b"PK"),
    ):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=name).click()
        content = waiting.value.path().read_bytes()
        assert content.startswith(begins)
        assert begins.startswith((b"%", b"P")) or BETTER.encode() in content
    expect(page.get_by_role("dialog")).to_contain_text("Baixat")
    anybody.look("chain-13-files")
    assert anybody.complaints == []


def test_a_paper_from_a_word_file_to_its_public_page(sign_in: SignIn, operator: Callable[..., str]) -> None:
    coordinator = sign_in(COORDINATOR)
    cast = Cast(coordinator, sign_in(HOSPITALET), sign_in(PRAT), create(coordinator))
    start_drafting(cast)
    mine = bring_the_word_file(cast)
    theirs = write_together(cast, mine)
    save_version(mine, "v0.1")
    discuss(cast, theirs)
    open_amending(cast)
    amend(cast)
    decide(cast)
    save_version(Desk(coordinator, cast.paper), "v1.0")
    compare(cast)
    open_round(cast)
    vote(cast.hospitalet, cast.paper, "A favor")
    vote(cast.prat, cast.paper, "Abstenció")
    enter_the_minutes(cast)
    publish(cast)
    look_back(cast)
    read_in_public(sign_in())
    assert [person.complaints for person in cast.all()] == [[], [], []]
    operator("verify", cast.paper.reference)
    operator("verify")
