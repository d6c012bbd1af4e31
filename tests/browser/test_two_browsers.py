"""Two browsers, each a program of its own, as in two town halls: what is written in one is in the other, also after both were without a line."""

import re
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import SignIn
from tests.browser.papers import COORDINATOR, GAVA, MONTGAT, Desk, drafted
from tests.browser.people import SIZES, Person
from tests.browser.shelves import PATIENCE

Sit = Callable[[str], Desk]


@pytest.fixture
def elsewhere(browser: Browser, address: str) -> Iterator[Callable[[str], Person]]:
    """Sign somebody in at another computer."""
    other = browser.browser_type.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])

    def open_for(email: str) -> Person:
        context = other.new_context(
            base_url=address,
            viewport=SIZES["desktop"],
            locale="ca-ES",
            timezone_id="Europe/Madrid",
        )
        context.set_default_timeout(PATIENCE)
        answer = context.request.post("/auth/demo", data={"email": email}, headers={"X-Positions": "1"})
        assert answer.ok, answer.text()
        return Person(context)

    yield open_for
    other.close()


def test_what_both_write_without_a_line_is_in_both_when_they_are_back(
    sign_in: SignIn, elsewhere: Callable[[str], Person]
) -> None:
    coordinator = sign_in(COORDINATOR)
    before = "La riera baixa neta.\n\nEl riu també."
    paper = drafted(coordinator, before)
    gava, montgat = Desk(sign_in(GAVA), paper), Desk(elsewhere(MONTGAT), paper)
    gava.place("La riera")
    gava.write(" Sempre.")
    montgat.shows("La riera baixa neta. Sempre.")
    desks = (gava, montgat)
    for desk in desks:
        desk.page.context.set_offline(True)
        desk.status("offline")
    gava.place("El riu")
    gava.write(" Gavà ho demana: 🌊 l·l.")
    gava.press("Enter")
    gava.write("Un paràgraf de Gavà.")
    montgat.place("La riera")
    montgat.press("Home")
    montgat.write("Montgat diu: ")
    montgat.place("El riu")
    montgat.press("Home", *["Shift+ArrowRight"] * len("El riu"))
    montgat.write("La mar")
    assert paper.draft(coordinator)[1] == "La riera baixa neta. Sempre.\n\nEl riu també."
    for desk in reversed(desks):
        desk.page.context.set_offline(False)
    text = "Montgat diu: La riera baixa neta. Sempre.\n\nLa mar també. Gavà ho demana: 🌊 l·l.\n\nUn paràgraf de Gavà."
    for desk in desks:
        desk.holds(text)
        desk.shows("La mar també. Gavà ho demana: 🌊 l·l.")
        expect(desk.page.locator("[data-status]")).to_contain_text("Desat")
    assert [re.sub(r"\s+", " ", desk.read()) for desk in desks] == [re.sub(r"\s+", " ", text)] * 2
    gava.person.look("two-browsers-after")


def test_one_goes_and_comes_while_the_other_writes_on_again_and_again(
    sign_in: SignIn, elsewhere: Callable[[str], Person]
) -> None:
    coordinator = sign_in(COORDINATOR)
    paper = drafted(coordinator, "Gavà:\n\nMontgat:")
    gava, montgat = Desk(sign_in(GAVA), paper), Desk(elsewhere(MONTGAT), paper)
    gava.place("Gavà:")
    montgat.place("Montgat:")
    for turn in range(4):
        gone, there = (gava, montgat) if turn % 2 else (montgat, gava)
        gone.page.context.set_offline(True)
        gone.status("offline")
        for letter in f" {turn}à":
            gone.write(letter)
            there.write(letter)
        there.status("saved")
        gone.page.context.set_offline(False)
        written = "".join(f" {one}à" for one in range(turn + 1))
        for desk in (gava, montgat):
            desk.holds(f"Gavà:{written}\n\nMontgat:{written}")
            desk.shows(f"Montgat:{written}")
