"""Writing for people who come from Word: lists, tasks, notes, tables, pictures, the clipboard, undo, and input methods."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser import clipboards
from tests.browser.clipboards import paste
from tests.browser.conftest import SignIn
from tests.browser.papers import COORDINATOR, GAVA, MONTGAT, Desk, Wire, drafted
from tests.browser.people import Person

AtDesk = Callable[..., Desk]


@pytest.fixture
def coordinator(sign_in: SignIn) -> Person:
    return sign_in(COORDINATOR)


@pytest.fixture
def at_desk(sign_in: SignIn, coordinator: Person) -> AtDesk:
    """A delegate with a new paper open: `at_desk("the text to begin with")`, the cursor at its end."""

    def sit(text: str = "", **how: Any) -> Desk:
        desk = Desk(sign_in(GAVA, **how), drafted(coordinator, text))
        desk.text.click()
        desk.press("Control+End")
        return desk

    return sit


def test_tasks_are_written_and_ticked_by_mouse_and_key(at_desk: AtDesk, coordinator: Person) -> None:
    desk = at_desk()
    desk.tool("Llista de tasques").click()
    desk.write("llegir")
    desk.press("Enter")
    desk.write("votar")
    expect(desk.tool("Llista de tasques")).to_have_attribute("aria-pressed", "true")
    boxes = desk.text.get_by_role("checkbox")
    boxes.first.click()
    desk.holds("- [x] llegir\n- [ ] votar")
    desk.press("Control+Enter")
    desk.holds("- [x] llegir\n- [x] votar")
    expect(boxes.nth(1)).to_be_checked()
    desk.press("Control+z")
    desk.holds("- [x] llegir\n- [ ] votar")
    desk.person.look("writing-tasks")
    desk.paper.save(coordinator, "v1")
    desk.paper.move(coordinator, "OPEN_AMENDING")
    expect(desk.text).to_have_attribute("aria-readonly", "true")
    expect(boxes.first).to_be_disabled()
    boxes.nth(1).click(force=True)
    assert desk.paper.draft(desk.person)[1] == "- [x] llegir\n- [ ] votar"


def test_a_nested_numbered_list_is_left_level_by_level(at_desk: AtDesk) -> None:
    desk = at_desk("1. un\n2. dos\n3. tres")
    desk.place("dos")
    desk.press("Enter", "Tab")
    desk.write("endins")
    desk.holds("1. un\n2. dos\n   1. endins\n3. tres")
    desk.press("Enter", "Enter")
    desk.write("fora")
    desk.holds("1. un\n2. dos\n   1. endins\n3. fora\n4. tres")
    desk.press("Enter", "Enter")
    desk.write("Paràgraf.")
    desk.holds("1. un\n2. dos\n   1. endins\n3. fora\n\nParàgraf.\n\n4. tres")
    desk.person.look("writing-nested")


def test_a_list_is_left_in_the_middle_at_the_start_and_in_a_quote(at_desk: AtDesk) -> None:
    desk = at_desk("- \n- dos\n\n> - cita")
    desk.place("cita")
    desk.press("Enter", "Enter")
    desk.write("en la cita")
    desk.press("Enter", "Enter")
    desk.write("fora")
    desk.holds("- \n- dos\n\n> - cita\n>\n> en la cita\n\nfora")
    desk.press("Control+Home", "Enter")
    desk.write("dalt")
    desk.holds("dalt\n\n- dos\n\n> - cita\n>\n> en la cita\n\nfora")


def test_bold_holds_through_blanks_and_shows_no_bare_mark(at_desk: AtDesk) -> None:
    desk = at_desk("Cal ")
    desk.press("Control+b")
    expect(desk.tool("Negreta")).to_have_attribute("aria-pressed", "true")
    desk.write("molta ")
    desk.holds("Cal **molta** ")
    desk.write("aigua")
    desk.press("Control+b")
    expect(desk.tool("Negreta")).to_have_attribute("aria-pressed", "false")
    desk.write(" neta")
    desk.holds("Cal **molta aigua** neta")
    expect(desk.text.locator(".md-strong")).to_have_text("molta aigua")


def test_bold_of_a_part_across_paragraphs_in_italics_and_headings(at_desk: AtDesk) -> None:
    desk = at_desk("## Un títol\n\n*en cursiva*\n\n**tot negre**")
    desk.place("negre")
    desk.press(*["Shift+ArrowLeft"] * len("negre**"), "Control+b")
    desk.holds("## Un títol\n\n*en cursiva*\n\n**tot** negre")
    desk.press("Control+b")
    desk.holds("## Un títol\n\n*en cursiva*\n\n**tot** **negre**")
    desk.press("Control+a", "Control+b")
    desk.holds("## **Un títol**\n\n***en cursiva***\n\n**tot negre**")
    desk.press("Control+b")
    desk.holds("## Un títol\n\n*en cursiva*\n\ntot negre")


def test_a_bold_word_that_is_erased_leaves_no_marks(at_desk: AtDesk) -> None:
    desk = at_desk("Cal **molt** vi")
    desk.line("Cal").locator(".md-strong").dblclick()
    desk.press("Backspace")
    desk.holds("Cal  vi")
    desk.press("Control+z")
    desk.holds("Cal **molt** vi")
    desk.press("Control+End", *["ArrowLeft"] * 3, *["Backspace"] * 4)
    desk.holds("Cal  vi")


def test_backspace_first_takes_the_format_everywhere(at_desk: AtDesk) -> None:
    desk = at_desk("# Tí\n\n> un\n> dos\n\n- [ ] fet\n\n1. a\n2. b")
    desk.place("Tí")
    desk.press("Home", "Backspace")
    desk.place("dos")
    desk.press("Home", "Backspace")
    desk.place("fet")
    desk.press("Home", "Backspace")
    desk.place("a")
    desk.press("Home", "Backspace")
    desk.holds("Tí\n\n> un\n\ndos\n\nfet\n\na\n\n1. b")


def test_footnotes_are_counted_visited_and_taken_away_at_both_ends(at_desk: AtDesk) -> None:
    desk = at_desk("Primer. Segon.")
    desk.press("Control+Alt+f")
    desk.write("nota del final")
    desk.press("Enter")
    desk.press("Home", *["ArrowRight"] * len("Primer."))
    desk.tool("Nota al peu").click()
    desk.write("nota del principi")
    desk.holds("Primer.[^2] Segon.[^1]\n\n[^2]: nota del principi\n[^1]: nota del final")
    marks = desk.text.locator("sup.md-note")
    expect(marks).to_have_text(["1", "2"])
    desk.person.look("writing-notes")
    marks.nth(1).click()
    desk.write(", visitada")
    desk.text.locator(".md-marker.md-note").last.click()
    desk.press("Backspace")
    desk.holds("Primer.[^2] Segon.\n\n[^2]: nota del principi")
    desk.press("Control+z")
    desk.holds("Primer.[^2] Segon.[^1]\n\n[^2]: nota del principi\n[^1]: nota del final, visitada")


def test_a_table_grows_in_the_grid_by_keys(at_desk: AtDesk) -> None:
    desk = at_desk("Costos.")
    desk.tool("Taula").click()
    dialog = desk.page.get_by_role("dialog", name="Taula")
    expect(dialog.get_by_label("Capçalera 1")).to_be_focused()
    desk.write("Any")
    desk.press("Enter", "Enter", "Enter")
    expect(dialog.get_by_label("Fila 3, columna 1")).to_be_focused()
    desk.write("2029")
    desk.press("Tab")
    desk.write("7")
    dialog.get_by_role("button", name="Treu la columna 3").click()
    dialog.get_by_label("Alineació de la columna 2").select_option("right")
    dialog.get_by_role("button", name="Fila nova sota la capçalera").click()
    expect(dialog.get_by_label("Fila 1, columna 1")).to_be_focused()
    desk.write("2026")
    desk.person.look("writing-grid")
    dialog.get_by_role("button", name="Desa la taula").click()
    desk.holds("Costos.\n\n| Any |  |\n| --- | --: |\n| 2026 |  |\n|  |  |\n|  |  |\n| 2029 | 7 |\n\n")


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"files": [["foto.png", "image/png"]]}, "Les imatges no entren al text"),
    ({"html": '<img src="https://x.eu/a.png" width="300">'}, "Les imatges no entren al text"),
    ({"html": '<p>Text.</p><img src="https://x.eu/a.png">'}, "sense les imatges"),
    ({"files": [["nota.docx", "application/msword"]]}, "Porta un fitxer"),
    ({"files": [["dades.zip", "application/zip"]]}, "no entra al text"),
]


def test_pictures_and_files_are_refused_with_the_way_out(at_desk: AtDesk) -> None:
    desk = at_desk("Abans. ")
    written = "Abans. "
    for clip, says in REFUSED:
        paste(desk, **clip)
        notice = desk.page.locator(".notice", has_text=says)
        expect(notice).to_be_visible()
        written += "Text." if "<p>" in clip.get("html", "") else ""
        desk.holds(written)
        notice.get_by_role("button", name="Tanca l'avís").click()
        expect(notice).to_have_count(0)


def test_a_picture_in_markdown_is_its_description(at_desk: AtDesk) -> None:
    desk = at_desk("Abans.")
    desk.press("Enter")
    desk.write("![El port](https://x.eu/port.png)")
    expect(desk.page.get_by_text("només se'n conserva la descripció")).to_be_visible()
    desk.person.look("writing-picture")
    desk.place("Abans.")
    expect(desk.page.get_by_text("només se'n conserva la descripció")).to_have_count(0)
    expect(desk.text.locator(".md-image")).to_have_text("El port")


def test_what_word_puts_on_the_clipboard_comes_in_whole(at_desk: AtDesk) -> None:
    desk = at_desk()
    paste(desk, html=clipboards.WORD, plain="x")
    desk.holds(clipboards.WORD_IN_MARKDOWN)
    expect(desk.page.get_by_text("sense les imatges")).to_be_visible()
    desk.person.look("writing-word")
    desk.press("Control+z")
    desk.holds("")


def test_what_libreoffice_puts_there_counts_its_notes_on(at_desk: AtDesk) -> None:
    desk = at_desk("Ja hi ha nota.[^1]\n\n[^1]: Primera.")
    desk.place("Ja hi ha")
    desk.press("Enter")
    paste(desk, html=clipboards.LIBREOFFICE)
    desk.holds(
        "Ja hi ha nota.[^1]\n\nVegeu la nota[^2].\n\n1. un\n   1. dos **fort**\n2. tres\n\n[^1]: Primera.\n[^2]: La nota."
    )


def test_a_web_page_leaves_its_styles_scripts_and_trackers(at_desk: AtDesk) -> None:
    desk = at_desk()
    paste(desk, html=clipboards.PAGE)
    desk.holds(
        "### Notícia\n\nUn ***fet*** [amb enllaç](https://www.amb.cat/a) dolent.\n\n- [x] fet\n- [ ] per fer"
    )
    expect(desk.page.locator(".notice.waiting")).to_have_count(0)


def test_plain_paste_is_plain_and_an_address_makes_a_link(at_desk: AtDesk) -> None:
    desk = at_desk("Vegeu l'AMB")
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.select("AMB")
    put = "async text => navigator.clipboard.write([new ClipboardItem(text)])"
    desk.page.evaluate(put, {"text/plain": "https://www.amb.cat/"})
    desk.press("Control+v")
    desk.holds("Vegeu l'[AMB](https://www.amb.cat/)")
    desk.press("End", "Enter")
    desk.page.evaluate(put, {"text/plain": "fort\nSegon", "text/html": "<p><b>fort</b></p><p>Segon</p>"})
    desk.press("Control+Shift+v")
    desk.holds("Vegeu l'[AMB](https://www.amb.cat/)\n\nfort\n\nSegon")
    desk.press("Enter", "Control+v")
    desk.holds("Vegeu l'[AMB](https://www.amb.cat/)\n\nfort\n\nSegon\n\n**fort**\n\nSegon")


def test_a_large_paste_arrives_and_is_one_step(at_desk: AtDesk) -> None:
    desk = at_desk("Inici.")
    desk.press("Enter")
    desk.write("a")
    paragraph = f"<p class=MsoNormal>{'<b>Cal</b> <b>molta</b> aigua neta. ' * 20}</p>"
    paste(desk, html=paragraph * 250)
    desk.write("b")
    expected = "\n\n".join([" ".join(["**Cal molta** aigua neta."] * 20)] * 250)
    desk.holds(f"Inici.\n\na{expected}b")
    desk.press("Control+z")
    desk.holds(f"Inici.\n\na{expected}")
    desk.press("Control+z")
    desk.holds("Inici.\n\na")
    desk.press("Control+y")
    desk.holds(f"Inici.\n\na{expected}")


def test_undo_after_others_wrote_in_the_paragraph_and_after_a_reconnect(
    at_desk: AtDesk, sign_in: SignIn
) -> None:
    person = sign_in(MONTGAT)
    desk = at_desk("La riera baixa.")
    wire = Wire(person)
    other = Desk(person, desk.paper)
    desk.press("Home", *["ArrowRight"] * len("La riera"))
    desk.write(" gran")
    other.shows("La riera gran baixa.")
    other.place("La riera")
    other.write(" Neta.")
    desk.shows("Neta.")
    desk.press("Control+z")
    desk.holds("La riera baixa. Neta.")
    wire.cut()
    expect(other.page.locator("[data-status]")).to_contain_text("Sense connexió")
    other.press("ArrowLeft", "ArrowRight")
    other.write(" Fora.")
    desk.press("Control+Shift+Z")
    desk.holds("La riera gran baixa. Neta.")
    wire.mend()
    other.shows("La riera gran baixa. Neta. Fora.")
    other.press("Control+z")
    other.holds("La riera gran baixa. Neta.")
    other.press("Control+z")
    other.holds("La riera gran baixa.")


def test_nobodys_caret_is_printed(at_desk: AtDesk, sign_in: SignIn) -> None:
    desk = at_desk("La riera baixa.")
    other = Desk(sign_in(MONTGAT), desk.paper)
    other.place("La riera")
    caret = desk.text.locator(".md-caret")
    expect(caret).to_be_visible()
    expect(caret.locator(".md-caret-name")).to_be_hidden()  # it was read, and stood over the words above
    desk.page.emulate_media(media="print")
    expect(caret).to_be_hidden()
    desk.person.look("writing-printed")
