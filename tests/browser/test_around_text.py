"""What surrounds the text in the editor: finding, outline, margin, limits, and who else is here."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import SignIn
from tests.browser.papers import COORDINATOR, GAVA, MONTGAT, Desk, drafted
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
