"""A town and the coordinator bring a paper into English: passage by passage, through a correction, to its approval."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.acts import confirmed
from tests.browser.conftest import SignIn
from tests.browser.lives import adopt, open_round
from tests.browser.papers import COORDINATOR, GAVA, Paper, drafted, tell
from tests.browser.people import Person

TEXT = """# El dret a l'aigua

El cicle de l'aigua és metropolità.

**D1.** Que la Comissió publiqui un esborrany zero.

| Any | Cabal |
| --- | --- |
| 2025 | molt |
"""
CORRECTED = TEXT.replace("és metropolità", "és plenament metropolità")
_CORRECT = """mutation($input: CorrectTextInput!) { correctText(input: $input) {
  version { number } userErrors { path code message } } }"""
_BLOCKS = """query($r: String!) { position(reference: $r) { documents {
  language isStale approvedVersion { number text } draft { text } } } }"""


def adopted(coordinator: Person) -> Paper:
    """A paper that both towns have approved."""
    paper = drafted(coordinator, TEXT, title="El dret a l'aigua")
    paper.save(coordinator, "v1.0")
    paper.move(coordinator, "OPEN_AMENDING")
    adopt(coordinator, open_round(coordinator, paper, name="Ronda única"))
    return paper


def english(person: Person, paper: Paper) -> dict[str, object]:
    """The translation as the server has it."""
    documents = person.graphql(_BLOCKS, r=paper.reference)["position"]["documents"]
    (found,) = [document for document in documents if document["language"] == "en"]
    return dict(found)


def passage(page: Page, at: int) -> Locator:
    """The passage at a place."""
    return page.locator(f'[data-passage="{at}"]')


def give(page: Page, words: str) -> None:
    """Write a wording over the present one and go on to the next."""
    field = page.locator("[data-passage] .cm-content")
    expect(field).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(words)
    page.keyboard.press("Control+Enter")


def add_english(person: Person, paper: Paper) -> Page:
    """A town begins the English text."""
    page = person.go(paper.path)
    page.get_by_role("button", name="Afegeix una llengua").click()
    dialog = page.get_by_role("dialog", name="Afegeix una llengua")
    dialog.get_by_label("Llengua").select_option("anglès")
    person.look("translating-1-add")
    dialog.get_by_role("button", name="Afegeix una llengua").click()
    expect(page.get_by_text("0 de 5 passatges traduïts")).to_be_visible()
    person.look("translating-2-begun")
    return page


def translate(person: Person, page: Page) -> None:
    """Passage by passage, by keyboard; what is the same in both languages is confirmed."""
    page.get_by_role("button", name="Següent per fer").click()
    give(page, "The right to water")
    expect(page.get_by_text(re.compile("Desat a les"))).to_be_visible()
    give(page, "The water cycle is metropolitan.")
    expect(passage(page, 2).get_by_text("zero draft")).to_be_visible()
    person.look("translating-3-hint")
    give(page, "That the Commission publish a zero draft.")
    page.get_by_label("Traducció del passatge 4, Columna 1").fill("Year")
    page.get_by_label("Traducció del passatge 4, Columna 2").fill("Flow")
    person.look("translating-4-row")
    page.keyboard.press("Control+Enter")
    page.get_by_label("Traducció del passatge 5, Columna 2").fill("much")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Tots els passatges són traduïts.")).to_be_visible()


def approve(coordinator: Person, paper: Paper) -> None:
    """The coordinator lets it stand for the adopted text."""
    page = coordinator.go(f"{paper.path}?llengua=en")
    page.get_by_role("button", name="Aprova la traducció").click()
    coordinator.look("translating-5-approve")
    confirmed(page, "Aprova la traducció")
    expect(page.get_by_text("Traducció aprovada.")).to_be_visible()
    expect(page.get_by_text(re.compile(r"Aprovada: versió \d"))).to_be_visible()


def correct(coordinator: Person, paper: Paper) -> None:
    """The adopted text is corrected: what it changed is marked in the translation."""
    number = paper.newest(coordinator)
    given = {"text": CORRECTED, "reason": "Faltava una paraula.", "expectedVersion": number}
    tell(coordinator, _CORRECT, documentId=paper.document_id, **given)
    assert english(coordinator, paper)["isStale"] is True


def confirm(person: Person, paper: Paper) -> None:
    """The town brings it up to date and finds that its words still say the same."""
    page = person.go(f"{paper.path}?llengua=en")
    page.get_by_role("button", name="Posa-la al dia").click()
    confirmed(page, "Posa-la al dia")
    changed = passage(page, 1)
    expect(changed.locator("ins")).to_contain_text("plenament")
    expect(page.get_by_text("1 passatge per revisar")).to_be_visible()
    person.look("translating-6-stale")
    page.get_by_role("heading", level=1).first.click()
    page.keyboard.press("j")
    expect(changed).to_be_focused()
    changed.get_by_role("button", name="Encara val").click()
    expect(page.get_by_text("Tots els passatges són traduïts.")).to_be_visible()


def test_a_paper_is_brought_into_english(sign_in: SignIn) -> None:
    coordinator, person = sign_in(COORDINATOR), sign_in(GAVA)
    paper = adopted(coordinator)
    page = add_english(person, paper)
    translate(person, page)
    approve(coordinator, paper)
    approved = english(coordinator, paper)
    assert "That the Commission publish a zero draft." in str(approved["approvedVersion"])
    correct(coordinator, paper)
    confirm(person, paper)
    approve(coordinator, paper)
    assert english(coordinator, paper)["isStale"] is False
    assert coordinator.complaints == person.complaints == []


def test_two_at_one_passage_and_on_a_phone(sign_in: SignIn) -> None:
    coordinator, person = sign_in(COORDINATOR), sign_in(GAVA, size="phone")
    paper = adopted(coordinator)
    page = add_english(person, paper)
    other = coordinator.go(f"{paper.path}?llengua=en")
    passage(page, 1).get_by_role("button", name="Tradueix").click()
    passage(other, 1).get_by_role("button", name="Tradueix").click()
    give(other, "The water cycle belongs to us all.")
    expect(passage(other, 1)).to_contain_text("belongs to us all")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("The water cycle is metropolitan.")
    page.get_by_role("button", name="Desa", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("algú altre ha escrit en aquest passatge")
    expect(page.locator("[data-passage] .cm-content")).to_contain_text("is metropolitan")
    expect(passage(page, 1)).to_contain_text("Ara hi diu: The water cycle belongs to us all.")
    person.look("translating-7-phone")
    assert "belongs to us all" in str(english(person, paper)["draft"])
    page.get_by_role("button", name="Cancel·la").click()
    page.get_by_role("link", name="Text seguit").click()
    expect(page.locator(".cm-content")).to_contain_text("belongs to us all")
    person.look("translating-8-running")
    assert person.complaints == []
