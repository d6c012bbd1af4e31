"""Input methods, links to follow, languages, and what a screen reader is told while one writes."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import CDPSession, expect

from tests.browser.conftest import ANDROID, SignIn
from tests.browser.papers import COORDINATOR, GAVA, MONTGAT, Desk, drafted
from tests.browser.people import Person

AtDesk = Callable[..., Desk]


@pytest.fixture
def coordinator(sign_in: SignIn) -> Person:
    return sign_in(COORDINATOR)


@pytest.fixture
def at_desk(sign_in: SignIn, coordinator: Person) -> AtDesk:
    """A delegate with a new paper open: `at_desk("the text to begin with")`, the cursor at its end."""

    def sit(text: str = "", language: str = "ca", **how: Any) -> Desk:
        desk = Desk(sign_in(GAVA, **how), drafted(coordinator, text, language=language))
        desk.text.click()
        desk.press("Control+End")
        return desk

    return sit


def compose(desk: Desk, *steps: str, done: str) -> CDPSession:
    """Compose as a dead key or a phone's keyboard does: each step replaces the one before, the last one stays."""
    session = desk.page.context.new_cdp_session(desk.page)
    for step in steps:
        session.send(
            "Input.imeSetComposition", {"text": step, "selectionStart": len(step), "selectionEnd": len(step)}
        )
    session.send("Input.insertText", {"text": done})
    return session


def test_dead_keys_write_accents(at_desk: AtDesk) -> None:
    desk = at_desk("Un c")
    compose(desk, "´", done="é")
    desk.write("l·l")
    compose(desk, "`", done="à")
    desk.write(" ç")
    desk.holds("Un cél·là ç")


def test_a_paragraph_may_begin_with_a_dead_key(at_desk: AtDesk) -> None:
    desk = at_desk("Un.\n")
    compose(desk, "`", done="À")
    desk.write("gil.")
    desk.holds("Un.\n\nÀgil.")


def test_a_phone_composes_whole_words_also_in_bold_and_in_lists(at_desk: AtDesk) -> None:
    desk = at_desk("Cal ", size="phone", agent=ANDROID)
    desk.press("Control+b")
    compose(desk, "m", "mol", done="molta")
    expect(desk.text.locator(".md-strong")).to_contain_text("molta")
    desk.write(" ")
    compose(desk, "ai", "aigu", done="aigua")
    desk.holds("Cal **molta aigua**")
    desk.press("Control+b", "Enter")
    desk.tool("Llista de punts").click()
    compose(desk, "plu", done="pluja")
    desk.press("Enter")
    expect(desk.text.locator(".cm-line")).to_have_count(4)  # Android's keys are done in the next frame
    compose(desk, "ri", done="riu")
    desk.holds("Cal **molta aigua**\n\n- pluja\n- riu")


def test_what_others_write_above_does_not_break_a_composition(at_desk: AtDesk, coordinator: Person) -> None:
    desk = at_desk("Aigua.\n\nFi")
    session = desk.page.context.new_cdp_session(desk.page)
    session.send("Input.imeSetComposition", {"text": "nalit", "selectionStart": 5, "selectionEnd": 5})
    desk.holds("Aigua.\n\nFinalit")
    desk.paper.edit(coordinator, "Avui, aigua.\n\nFinalit")
    desk.shows("Avui, aigua.")
    session.send("Input.imeSetComposition", {"text": "nalitat", "selectionStart": 7, "selectionEnd": 7})
    session.send("Input.insertText", {"text": "nalitats"})
    desk.holds("Avui, aigua.\n\nFinalitats")


@pytest.mark.parametrize("agent", [None, ANDROID])
def test_what_others_write_in_a_composed_word_waits_until_it_is_done(
    at_desk: AtDesk, sign_in: SignIn, agent: str | None
) -> None:
    """Chromium gives a composition up when its letters are touched, and then writes the word once more; so do input methods."""
    desk = at_desk("Fi", agent=agent)
    with desk.page.expect_websocket() as line:
        desk.page.reload()
    desk.status("saved")
    desk.text.click()
    desk.press("Control+End")
    session = desk.page.context.new_cdp_session(desk.page)
    session.send("Input.imeSetComposition", {"text": "nalit", "selectionStart": 5, "selectionEnd": 5})
    desk.holds("Finalit")
    other = Desk(sign_in(MONTGAT), desk.paper)
    other.text.click()
    other.press("Home", *["ArrowRight"] * 3)
    with line.value.expect_event("framereceived", lambda frame: b"XY" in frame):
        other.page.keyboard.insert_text("XY")
    session.send("Input.imeSetComposition", {"text": "nalitat", "selectionStart": 7, "selectionEnd": 7})
    assert desk.read() == "Finalitat"
    session.send("Input.insertText", {"text": "nalitats"})
    desk.holds("FinXYalitats")
    desk.shows("FinXYalitats")
    desk.write(" i més")
    desk.holds("FinXYalitats i més")


def test_links_are_followed_with_ctrl_and_where_the_text_is_only_read(
    at_desk: AtDesk, coordinator: Person
) -> None:
    desk = at_desk("Vegeu [l'AMB](https://www.amb.cat/x) i [mal](javascript:alert(1)).")
    desk.page.context.route("https://www.amb.cat/**", lambda route: route.fulfill(body="AMB"))
    link = desk.text.get_by_role("link", name="l'AMB")
    expect(link).to_have_attribute("title", "https://www.amb.cat/x · Ctrl i clic per obrir l'enllaç")
    expect(desk.text.get_by_role("link")).to_have_count(1)
    with desk.page.context.expect_page() as opened:
        link.click(modifiers=["Control"])
    expect(opened.value).to_have_url("https://www.amb.cat/x")
    desk.paper.save(coordinator, "v1")
    desk.paper.move(coordinator, "OPEN_AMENDING")
    expect(desk.text).to_have_attribute("aria-readonly", "true")
    with desk.page.context.expect_page() as opened:
        link.click()
    expect(opened.value).to_have_url("https://www.amb.cat/x")
    with desk.page.context.expect_page() as opened:
        desk.press("Enter")
    expect(opened.value).to_have_url("https://www.amb.cat/x")


@pytest.mark.parametrize("language", ["es", "fr"])
def test_spelling_is_that_of_the_document(at_desk: AtDesk, coordinator: Person, language: str) -> None:
    desk = at_desk("Un text.", language=language)
    expect(desk.text).to_have_attribute("lang", language)
    expect(desk.text).to_have_attribute("spellcheck", "true")
    desk.tool("Taula").click()
    expect(desk.page.get_by_label("Capçalera 1")).to_have_attribute("lang", language)
    desk.press("Escape")
    desk.paper.save(coordinator, "v1")
    desk.paper.move(coordinator, "OPEN_AMENDING")
    expect(desk.text).to_have_attribute("spellcheck", "false")
    expect(desk.text).to_have_attribute("lang", language)
    desk.line("Un text.").click(click_count=3)
    desk.page.get_by_role("button", name="Esmena").click()
    expect(desk.page.get_by_label("Text proposat")).to_have_attribute("lang", language)


EVERYTHING = """# Un títol

Amb **negreta**, *cursiva*, [enllaç](https://www.amb.cat/) i nota.[^1]

- un
  - endins

1. primer
2. segon

- [x] fet
- [ ] per fer

> Una cita.

| Any | M€ |
| --- | --: |
| 2027 | 4 |

[^1]: La nota."""


@pytest.mark.parametrize("dark", [False, True])
def test_everything_is_told_to_a_screen_reader_as_what_it_is(at_desk: AtDesk, dark: bool) -> None:
    desk = at_desk(EVERYTHING, dark=dark)
    text = desk.page.get_by_role("textbox", name="Text de la posició")
    expect(text).to_have_attribute("aria-multiline", "true")
    desk.place("Un títol")
    expect(text.get_by_role("heading", name="Un títol", exact=True, level=1)).to_be_visible()
    expect(text.get_by_role("link", name="enllaç")).to_be_visible()
    expect(text.get_by_role("img", name="nota 1")).to_be_visible()
    expect(text.get_by_role("checkbox", name="Fet")).to_be_checked()
    expect(text.get_by_role("table")).to_be_visible()
    told = text.aria_snapshot()
    assert not [mark for mark in ("#", "**", "](", "[x]", "[^", "| -") if mark in told], told
    desk.person.look(f"writing-everything-{'dark' if dark else 'light'}", "phone")


def test_the_keys_are_named_as_on_the_readers_keyboard(sign_in: SignIn) -> None:
    person = sign_in(GAVA)
    person.page.add_init_script("Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' })")
    person.go("/")
    person.page.keyboard.press("?")
    dialog = person.page.get_by_role("dialog")
    expect(dialog.get_by_role("row", name="⌘B, ⌘I")).to_contain_text("Negreta, cursiva")
    expect(dialog.get_by_role("row", name="⇧⌘8")).to_contain_text("de tasques")
    person.look("writing-keys")
