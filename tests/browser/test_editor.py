"""The editor under real keys: what staff type, erase, undo and paste becomes the Markdown they would expect."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

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

    def sit(text: str = "") -> Desk:
        desk = Desk(sign_in(GAVA), drafted(coordinator, text))
        desk.text.click()
        desk.press("Control+End")
        return desk

    return sit


def test_what_is_typed_is_kept(at_desk: AtDesk) -> None:
    desk = at_desk()
    desk.write("Primer paràgraf.")
    desk.press("Enter")
    desk.write("Segon paràgraf.")
    desk.holds("Primer paràgraf.\n\nSegon paràgraf.")
    assert desk.person.complaints == []


def test_enter_leaves_a_list_with_a_blank_line(at_desk: AtDesk) -> None:
    desk = at_desk()
    desk.tool("Llista de punts").click()
    desk.write("pluja")
    desk.press("Enter")
    desk.write("riu")
    desk.press("Enter", "Enter")
    desk.write("Un paràgraf a part.")
    desk.holds("- pluja\n- riu\n\nUn paràgraf a part.")


def test_a_numbered_list_counts_on(at_desk: AtDesk) -> None:
    desk = at_desk()
    desk.tool("Llista numerada").click()
    desk.write("pluja")
    desk.press("Enter")
    desk.write("riu")
    desk.holds("1. pluja\n2. riu")


def test_bold_goes_on_and_off_while_one_types(at_desk: AtDesk) -> None:
    desk = at_desk()
    desk.write("Cal ")
    desk.press("Control+b")
    desk.write("molta")
    desk.press("Control+b")
    desk.write(" aigua")
    desk.holds("Cal **molta** aigua")
    expect(desk.text.locator(".md-strong")).to_have_text("molta")


def test_bold_of_selected_words_goes_on_and_off(at_desk: AtDesk) -> None:
    desk = at_desk("Cal molta aigua")
    desk.select("aigua")
    desk.press("Control+b")
    desk.holds("Cal molta **aigua**")
    expect(desk.tool("Negreta")).to_have_attribute("aria-pressed", "true")
    desk.press("Control+b")
    desk.holds("Cal molta aigua")


def test_backspace_at_the_start_of_a_heading_makes_it_a_paragraph(at_desk: AtDesk) -> None:
    desk = at_desk("Un paràgraf.\n\n## Calendari")
    expect(desk.text.get_by_role("heading", level=2)).to_have_text("## Calendari")
    desk.press("Home", "Backspace")
    desk.holds("Un paràgraf.\n\nCalendari")
    desk.press("Backspace")
    desk.holds("Un paràgraf.Calendari")


def test_the_style_of_a_paragraph_is_chosen(at_desk: AtDesk) -> None:
    desk = at_desk("Calendari")
    style = desk.page.get_by_label("Estil del paràgraf")
    style.select_option("Apartat")
    desk.holds("## Calendari")
    expect(style).to_have_value("2")
    style.select_option("Text normal")
    desk.holds("Calendari")


def test_undo_goes_back_step_by_step(at_desk: AtDesk) -> None:
    desk = at_desk()
    desk.write("Primer.")
    desk.press("Enter")
    desk.write("Segon.")
    desk.tool("Negreta").click()
    desk.write("Fort")
    desk.holds("Primer.\n\nSegon.**Fort**")
    desk.press("Control+z")
    desk.holds("Primer.\n\nSegon.")
    desk.tool("Desfés").click()
    desk.holds("Primer.")
    desk.tool("Refés").click()
    desk.holds("Primer.\n\nSegon.")


def test_undo_is_ones_own(at_desk: AtDesk, sign_in: SignIn) -> None:
    desk = at_desk("La riera baixa neta.")
    other = Desk(sign_in(MONTGAT), desk.paper)
    desk.write(" Meu.")
    other.shows("Meu.")
    other.text.click()
    other.press("Control+End")
    other.write(" Seu.")
    desk.shows("Seu.")
    desk.press("Control+z")
    desk.holds("La riera baixa neta. Seu.")
    other.press("Control+z")
    other.holds("La riera baixa neta.")


def test_a_link_is_put_changed_and_taken_away(at_desk: AtDesk) -> None:
    desk = at_desk("Vegeu la Directiva")
    desk.select("Directiva")
    desk.press("Control+k")
    dialog = desk.page.get_by_role("dialog", name="Enllaç")
    expect(dialog.get_by_label("Text que es veu")).to_have_value("Directiva")
    dialog.get_by_label("Adreça").fill("javascript:alert(1)")
    dialog.get_by_role("button", name="Posa l'enllaç").click()
    expect(dialog).to_contain_text("Cal una adreça web")
    desk.person.look("editor-link")
    dialog.get_by_label("Adreça").fill("eur-lex.europa.eu/eli")
    dialog.get_by_label("Adreça").press("Enter")
    desk.holds("Vegeu la [Directiva](https://eur-lex.europa.eu/eli)")
    desk.press("ArrowLeft")
    desk.tool("Enllaç").click()
    dialog.get_by_role("button", name="Treu l'enllaç").click()
    desk.holds("Vegeu la Directiva")


def test_a_table_is_made_in_a_grid_and_edited_there(at_desk: AtDesk) -> None:
    desk = at_desk()
    desk.write("Costos.")
    desk.tool("Taula").click()
    dialog = desk.page.get_by_role("dialog", name="Taula")
    desk.person.look("editor-table")
    dialog.get_by_label("Capçalera 1").fill("Any")
    dialog.get_by_label("Fila 1, columna 1").fill("2027")
    dialog.get_by_role("button", name="Treu la columna 3").click()
    dialog.get_by_role("button", name="Desa la taula").click()
    table = desk.text.get_by_role("table")
    expect(table.get_by_role("cell", name="2027")).to_be_visible()
    desk.text.get_by_role("button", name="Edita la taula").click()
    dialog.get_by_label("Fila 1, columna 2").fill("4 | 5")
    dialog.get_by_role("button", name="Desa la taula").click()
    expect(table.get_by_role("cell", name="4 | 5")).to_be_visible()
    desk.status("saved")
    _, text = desk.paper.draft(desk.person)
    assert [line.replace(" ", "") for line in text.strip().splitlines()][:5] == [
        "Costos.",
        "",
        "|Any||",
        "|---|---|",
        "|2027|4\\|5|",
    ]


def test_a_footnote_is_written_at_the_end(at_desk: AtDesk) -> None:
    desk = at_desk("La Directiva obliga.")
    desk.tool("Nota al peu").click()
    desk.write("DO L, 12.12.2024.")
    desk.holds("La Directiva obliga.[^1]\n\n[^1]: DO L, 12.12.2024.")
    expect(desk.text.locator("sup.md-note")).to_have_text("1")


def test_words_saved_by_a_program_appear_and_the_cursor_stays(at_desk: AtDesk, coordinator: Person) -> None:
    desk = at_desk("La riera baixa neta.")
    desk.press("Home", *["ArrowRight"] * len("La riera"))
    desk.paper.edit(coordinator, "Avui 🌊 plou. La riera baixa neta. Demà no.")
    desk.shows("Avui 🌊 plou. La riera baixa neta. Demà no.")
    desk.write(" seca")
    desk.holds("Avui 🌊 plou. La riera seca baixa neta. Demà no.")


def test_two_people_who_type_at_once_converge(at_desk: AtDesk, sign_in: SignIn) -> None:
    desk = at_desk("La col·laboració 🌍 importa.")
    other = Desk(sign_in(MONTGAT), desk.paper)
    other.text.click()
    other.press("Control+Home")
    desk.place("importa.")
    mine, theirs = " l·l 👩‍👩‍👧 à", "ç 🏳️‍🌈 L·L "
    for own, their in zip(mine, theirs, strict=False):
        desk.write(own)
        other.write(their)
    desk.write(mine[len(theirs) :])
    other.write(theirs[len(mine) :])
    for one in (desk, other):
        one.holds("ç 🏳️‍🌈 L·L La col·laboració 🌍 importa. l·l 👩‍👩‍👧 à")
        one.shows("ç 🏳️‍🌈 L·L La col·laboració 🌍 importa. l·l 👩‍👩‍👧 à")
    expect(desk.page.locator(".md-caret-name")).to_contain_text("Montgat")


def test_a_text_becomes_read_only_with_the_reason_and_opens_again(
    at_desk: AtDesk, coordinator: Person
) -> None:
    desk = at_desk("Un text tancat.")
    desk.paper.save(coordinator, "v1")
    desk.paper.move(coordinator, "OPEN_AMENDING")
    expect(desk.page.locator(".notice").first).to_contain_text("fer-hi una esmena")
    expect(desk.text).to_have_attribute("aria-readonly", "true")
    expect(desk.page.get_by_role("toolbar")).to_have_count(0)
    desk.text.click()
    desk.write("Res.")
    desk.paper.move(coordinator, "REOPEN_DRAFTING")
    expect(desk.text).not_to_have_attribute("aria-readonly", "true")
    desk.holds("Un text tancat.")


def test_without_a_connection_nothing_is_called_saved(sign_in: SignIn, coordinator: Person) -> None:
    person = sign_in(GAVA)
    wire = Wire(person)
    desk = Desk(person, drafted(coordinator, "Abans."))
    line = desk.page.locator("[data-status]")
    desk.place("Abans.")
    wire.cut()
    expect(line).to_contain_text("res del que ja estava desat es perd")
    desk.write(" Durant.")
    expect(line).to_contain_text("es guarda en aquest navegador")
    assert desk.paper.draft(coordinator)[1] == "Abans."
    wire.mend()
    desk.holds("Abans. Durant.")
    expect(line).to_contain_text("Desat")


def test_styles_of_the_editor_hold_under_the_policy(at_desk: AtDesk) -> None:
    desk = at_desk("## Calendari\n\nText.")

    def style(selector: str, name: str) -> str:
        found = desk.page.locator(selector).first.evaluate("(one, name) => getComputedStyle(one)[name]", name)
        return str(found)

    assert style(".cm-content", "whiteSpace") == "break-spaces"
    assert style(".cm-editor", "position") == "relative"
    assert style(".cm-scroller", "display") == "flex"
    assert "Source Serif" in style(".cm-scroller", "fontFamily")
    assert float(style(".md-h2", "fontSize")[:-2]) > float(style(".cm-scroller", "fontSize")[:-2])
    assert desk.person.complaints == []


def test_the_toolbar_is_worked_by_keyboard_alone(at_desk: AtDesk) -> None:
    desk = at_desk("Cal molta aigua")
    desk.select("aigua")
    desk.press("Escape", "Shift+Tab")
    expect(desk.page.get_by_label("Estil del paràgraf")).to_be_focused()
    desk.press("ArrowRight")
    expect(desk.tool("Desfés")).to_be_focused()
    desk.press("ArrowRight", "ArrowRight")
    expect(desk.tool("Negreta")).to_be_focused()
    desk.press("Enter")
    desk.holds("Cal molta **aigua**")
    expect(desk.text).to_be_focused()
    desk.press("Escape", "Shift+Tab")
    expect(desk.tool("Negreta")).to_be_focused()
    desk.press("End")
    expect(desk.tool("Nota al peu")).to_be_focused()
    desk.press("Home")
    expect(desk.page.get_by_label("Estil del paràgraf")).to_be_focused()
