"""What surrounds the text in the editor: finding, outline, margin, limits, and who else is here."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import SignIn
from tests.browser.lives import comment
from tests.browser.papers import COORDINATOR, GAVA, MONTGAT, Desk, drafted, tell
from tests.browser.people import Person

AtDesk = Callable[..., Desk]
AREA = "# L'**àrea** metropolitana\n\nL'àrea creix. Una *Àrea* neta.\n\n| Any | Àrea |\n| --- | --- |\n| 2027 | gran |\n"


@pytest.fixture
def coordinator(sign_in: SignIn) -> Person:
    return sign_in(COORDINATOR)


@pytest.fixture
def at_desk(sign_in: SignIn, coordinator: Person) -> AtDesk:
    """A delegate with a new paper open, the cursor at the beginning of its text."""

    def sit(text: str = "", *, size: str = "desktop") -> Desk:
        desk = Desk(sign_in(GAVA, size=size), drafted(coordinator, text))
        desk.text.click()
        desk.press("Control+Home")
        return desk

    return sit


def finder(desk: Desk) -> Locator:
    return desk.page.get_by_role("search", name="Cerca al text")


def look_for(desk: Desk, words: str, *, keys: str = "Control+f") -> Locator:
    """Open the panel from the text and look for these words."""
    desk.text.focus()
    desk.press(keys)
    expect(finder(desk).get_by_label("Cerca al text")).to_be_focused()
    finder(desk).get_by_label("Cerca al text").fill(words)
    return finder(desk)


def test_words_are_found_as_they_are_read(at_desk: AtDesk) -> None:
    desk = at_desk(AREA)
    panel = look_for(desk, "area metropolitana")
    expect(panel).to_contain_text("1 de 1")
    panel = look_for(desk, "area")
    expect(panel).to_contain_text("1 de 4")
    desk.press("Enter", "Enter")
    expect(panel).to_contain_text("3 de 4")
    expect(desk.text.locator(".md-found.is-current")).to_have_text("Àrea")
    desk.person.look("around-find")
    desk.press("Enter")
    expect(panel.get_by_role("status")).to_contain_text("4 de 4. creix. Una Àrea neta. Any Àrea 2027 gran")
    assert desk.page.evaluate("CSS.highlights.get('found-current').size") == 1
    desk.press("Enter", "Shift+Enter", "Shift+Enter")
    expect(panel).to_contain_text("3 de 4")
    panel.get_by_label("Majúscules i accents").check()
    expect(panel).to_contain_text("No hi és")
    desk.press("Escape")
    expect(panel).to_have_count(0)
    expect(desk.text).to_be_focused()


def test_leaving_the_search_selects_what_was_found(at_desk: AtDesk) -> None:
    desk = at_desk(AREA)
    look_for(desk, "creix")
    desk.press("Escape")
    desk.write("baixa")
    desk.shows("L'àrea baixa.")


def test_all_is_replaced_in_one_step_and_undone_in_one(at_desk: AtDesk) -> None:
    desk = at_desk(AREA)
    desk.write("Ara. ")
    desk.status("saved")
    before, text = desk.paper.draft(desk.person)
    panel = look_for(desk, "àrea", keys="Control+h")
    panel.get_by_label("Substitueix per").fill("regió")
    panel.get_by_role("button", name="Substitueix-ho tot").click()
    expect(panel.get_by_role("status")).to_contain_text("4 canvis fets")
    expect(panel).to_contain_text("No hi és")
    desk.holds(text.replace("àrea", "regió").replace("Àrea", "regió"))
    assert desk.paper.draft(desk.person)[0] == before + 1
    desk.press("Escape", "Control+z")
    desk.holds(text)


def test_one_is_replaced_and_the_next_is_shown(at_desk: AtDesk) -> None:
    desk = at_desk("riu, **riu** i riu")
    panel = look_for(desk, "riu", keys="Control+h")
    desk.press("Enter")
    expect(panel).to_contain_text("2 de 3")
    panel.get_by_label("Substitueix per").fill("mar")
    desk.press("Enter")
    desk.holds("riu, **mar** i riu")
    expect(panel).to_contain_text("2 de 2")
    desk.press("Enter")
    desk.holds("riu, **mar** i mar")


def test_what_others_write_is_found_while_one_looks(at_desk: AtDesk, sign_in: SignIn) -> None:
    desk = at_desk("Un riu i un riu.")
    panel = look_for(desk, "riu")
    desk.press("Enter")
    expect(panel).to_contain_text("2 de 2")
    other = Desk(sign_in(MONTGAT), desk.paper)
    other.text.click()
    other.press("Control+Home")
    other.write("riu ")
    expect(panel).to_contain_text("3 de 3")
    other.press("Control+End")
    other.write(" Prou riu.")
    expect(panel).to_contain_text("3 de 4")


def test_a_text_that_is_only_read_is_searched_and_not_replaced(at_desk: AtDesk, coordinator: Person) -> None:
    desk = at_desk(AREA)
    desk.paper.save(coordinator, "v1")
    desk.paper.move(coordinator, "OPEN_AMENDING")
    expect(desk.text).to_have_attribute("aria-readonly", "true")
    panel = look_for(desk, "area", keys="Control+h")
    expect(panel).to_contain_text("1 de 4")
    expect(panel.get_by_label("Substitueix per")).to_have_count(0)
    expect(panel.get_by_role("button", name="Substitueix")).to_have_count(0)


def test_the_search_works_on_a_phone(at_desk: AtDesk) -> None:
    desk = at_desk(AREA, size="phone")
    desk.page.get_by_role("button", name="Cerca", exact=True).click()
    finder(desk).get_by_label("Cerca al text").fill("area")
    expect(finder(desk)).to_contain_text("1 de 4")
    finder(desk).get_by_role("button", name="Següent").click()
    expect(finder(desk)).to_contain_text("2 de 4")
    desk.person.look("around-find-phone")


THREE = "# Rius\n\nUn riu.\n\n## Context\n\nPlou poc.\n\n## Demandes\n\nQue plogui.\n"


def people(desk: Desk) -> Locator:
    """Open the list of who is here."""
    button = desk.page.get_by_role("button", name="aquí")
    if button.get_attribute("aria-expanded") == "false":
        button.click()
    return desk.page.get_by_role("group", name="Qui hi ha aquí")


def test_who_is_here_is_listed_with_where_and_a_way_there(at_desk: AtDesk, sign_in: SignIn) -> None:
    desk = at_desk(THREE)
    other = Desk(sign_in(MONTGAT), desk.paper)
    expect(people(desk)).to_contain_text("Llegint")
    other.place("Que plogui.")
    expect(people(desk)).to_contain_text("Demandes")
    desk.person.look("around-people")
    people(desk).get_by_role("button", name="Demandes").click()
    expect(desk.text).to_be_focused()
    desk.write("! ")
    desk.shows("Que plogui.! ")
    again = Desk(Person(other.person.context), desk.paper)
    again.place("Un riu.")
    expect(desk.page.get_by_text("2 persones aquí")).to_be_visible()
    expect(people(desk).locator("li")).to_have_count(1)
    again.page.close()
    other.page.close()
    expect(desk.page.get_by_text("persones aquí")).to_have_count(0)


def test_who_comes_and_goes_is_said_once_and_calmly(at_desk: AtDesk, sign_in: SignIn) -> None:
    desk = at_desk(THREE)
    heard = desk.page.locator("[data-bar=bottom]").get_by_role("status")
    expect(heard).to_be_empty()
    other = Desk(sign_in(MONTGAT), desk.paper)
    expect(heard).to_have_text("Ha entrat Delegació de Montgat")
    other.page.reload()
    other.status("saved")
    other.page.close()
    expect(heard).to_have_text("Ha sortit Delegació de Montgat")


PAGE = """
- /children: deep-equal
- heading "Índex" [level=2]
- navigation "Índex":
  - list:
    - listitem:
      - button "Rius"
    - listitem:
      - button "Demandes"
- region "Text":
  - toolbar "Eines de text":
    - text: Estil del paràgraf
    - combobox "Estil del paràgraf":
      - option "Text normal" [selected]
      - option "Títol"
      - option "Apartat"
      - option "Subapartat"
      - option "Epígraf"
    - button "Desfés" [disabled]
    - button "Refés" [disabled]
    - button "Negreta"
    - button "Cursiva"
    - button "Llista de punts"
    - button "Llista numerada"
    - button "Llista de tasques"
    - button "Cita"
    - button "Enllaç"
    - button "Taula"
    - button "Nota al peu"
  - status
  - textbox "Text de la posició":
    - heading "Rius" [level=1]
    - text: "1"
    - heading "Demandes" [level=2]
    - text: "2"
    - group "Taula":
      - table:
        - rowgroup:
          - row "Any Cost":
            - columnheader "Any"
            - columnheader "Cost"
          - row "2027 4":
            - cell "2027"
            - cell "4"
    - button "Edita la taula"
  - group "Passatge seleccionat":
    - button "Comenta"
    - button "Copia l'enllaç"
  - paragraph: /Desat/
  - button "2 persones aquí" [expanded]
  - group "Qui hi ha aquí":
    - list:
      - listitem:
        - strong: Delegació de Montgat
        - 'button "Ves on és Delegació de Montgat: Demandes"'
  - paragraph: Cap versió desada
  - paragraph: "Selecció: 2 paraules, 7 caràcters"
  - status: /Ha entrat Delegació de Montgat/
- complementary "Marge":
  - heading "1 nota al marge" [level=2]
  - article:
    - button /Montgat Tant/:
      - strong: Montgat
      - text: Tant?
      - time: ara
"""


def test_who_does_not_see_the_page_hears_what_is_on_it(at_desk: AtDesk, sign_in: SignIn) -> None:
    desk = at_desk(
        "# Rius\n\nUn riu.\n\n## Demandes\n\nQue plogui.\n\n| Any | Cost |\n| --- | --- |\n| 2027 | 4 |\n"
    )
    montgat = sign_in(MONTGAT)
    comment(montgat, desk.paper, "Tant?", "Que plogui.")
    other = Desk(montgat, desk.paper)
    other.place("Que plogui.")
    desk.place("Un riu.")
    desk.press("Shift+Home")
    expect(people(desk)).to_contain_text("Demandes")
    expect(desk.page.locator(".workspace")).to_match_aria_snapshot(PAGE)
    expect(desk.text).to_have_accessible_description("Tecla Esc i després Tab per sortir del text.")
    expect(desk.tool("Negreta")).to_have_accessible_description("Ctrl+B")
    desk.page.get_by_role("button", name="Copia l'enllaç").click()
    expect(desk.page.get_by_role("status").filter(has_text="copiat")).to_have_count(1)


_CHANNEL = """mutation($input: UpdateChannelInput!) { updateChannel(input: $input) { userErrors { path code message } } }"""
_UPDATED = "query($reference: String!) { position(reference: $reference) { updatedAt } }"
_ADDRESS = """mutation($input: UpdatePositionInput!) { updatePosition(input: $input) { userErrors { path code message } } }"""


def test_the_length_is_weighed_against_the_limits_of_those_addressed(
    at_desk: AtDesk, sign_in: SignIn, coordinator: Person
) -> None:
    admin = sign_in("admin@amb.demo")
    limits = {"DG_ENV": 20, "DG_MOVE": 4000}
    for code, limit in limits.items():
        tell(
            admin, _CHANNEL, institutionCode=code, kind="HAVE_YOUR_SAY", languages=["en"], maxCharacters=limit
        )
    paper = drafted(coordinator, "Un **riu** net.")
    known = coordinator.graphql(_UPDATED, reference=paper.reference)["position"]["updatedAt"]
    address = {"reference": paper.reference, "expectedUpdatedAt": known, "addresseeCodes": list(limits)}
    tell(coordinator, _ADDRESS, **address)
    desk = Desk(sign_in(GAVA), paper)
    line = desk.page.locator(".line")
    expect(line).to_contain_text("11 de 20 caràcters (Have Your Say, DG de Medi Ambient)")
    expect(line).to_contain_text("11 de 4.000 caràcters (Have Your Say, DG de Mobilitat i Transports)")
    desk.place("net.")
    desk.write(" I fred.")
    expect(line).to_contain_text("Queda 1 caràcter de 20")
    desk.write(" Molt.")
    expect(line).to_contain_text("5 caràcters més que el límit de 20")
    desk.person.look("around-limits")
    desk.press("Shift+Home")
    expect(line).to_contain_text("Selecció: 6 paraules, 25 caràcters")


def test_the_outline_is_one_stop_and_worked_by_arrows(at_desk: AtDesk) -> None:
    desk = at_desk(THREE)
    outline = desk.page.get_by_role("navigation", name="Índex")
    outline.get_by_role("button", name="Rius").focus()
    desk.press("ArrowDown", "ArrowDown")
    expect(outline.get_by_role("button", name="Demandes")).to_be_focused()
    desk.press("Enter")
    expect(desk.text).to_be_focused()
    desk.write("Les ")
    expect(outline.get_by_role("button", name="Les Demandes")).to_be_visible()
    expect(outline.locator("[tabindex='0']")).to_have_count(1)


def test_what_others_remark_appears_and_is_found_by_keyboard(at_desk: AtDesk, sign_in: SignIn) -> None:
    desk = at_desk(THREE)
    montgat = sign_in(MONTGAT)
    for body, passage in (("Tant?", "Que plogui."), ("Quin?", "Un riu."), ("Quant?", "Plou poc.")):
        comment(montgat, desk.paper, body, passage)
    cards = desk.page.locator("aside.margin [data-card]")
    expect(cards).to_contain_text(["Quin?", "Quant?", "Tant?"])
    expect(desk.text.locator(".md-passage")).to_have_text(["Un riu.", "Plou poc.", "Que plogui."])
    card = cards.filter(has_text="Quant?")
    desk.text.focus()
    desk.press("Control+Home", "ArrowDown", "ArrowDown", "ArrowDown")
    expect(card.get_by_role("button", name="Quant?")).to_have_attribute("aria-expanded", "true")
    expect(desk.text.locator(".md-passage.is-active")).to_have_count(1)
    expect(desk.page.get_by_role("status").filter(has_text="Nota al marge: Montgat")).to_have_count(1)
    desk.press("Control+Home")
    expect(card.get_by_role("button", name="Quant?")).to_have_attribute("aria-expanded", "false")
    card.get_by_role("button", name="Quant?").press("Enter")
    expect(desk.text.locator(".md-passage.is-active")).to_have_count(1)


def test_a_passage_selected_by_keyboard_is_commented_by_keyboard(at_desk: AtDesk) -> None:
    desk = at_desk(THREE)
    desk.press("ArrowDown", "Home", "Shift+End")
    expect(desk.page.get_by_role("button", name="Comenta")).to_be_visible()
    desk.press("Escape", "Tab")
    expect(desk.page.get_by_role("button", name="Comenta")).to_be_focused()
    desk.press("Enter")
    dialog = desk.page.get_by_role("dialog", name="Comentari nou")
    dialog.get_by_label("Comentari", exact=True).fill("Net.")
    dialog.get_by_role("button", name="Publica el comentari").click()
    expect(desk.text.locator(".md-passage")).to_have_text("Un riu.")
