"""The public side in a browser: found by search and by filters that can be mailed, in the reader's language, at addresses that stay."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SignIn
from tests.browser.test_pages import ADOPTED, DRAFTING, check

TITLE = "Aplicar la Directiva"


def test_a_position_is_found_by_its_words_with_the_hit_shown(sign_in: SignIn) -> None:
    page = sign_in().go("/")
    page.get_by_label("Cerca en títols i textos").fill("sanejament")
    expect(page.locator("mark")).to_have_text("sanejament")
    expect(page).to_have_url("/?cerca=sanejament")
    page.get_by_label("Cerca en títols i textos").fill("xyzxyz")
    expect(page.get_by_role("heading", name="Cap posició publicada no hi coincideix.")).to_be_visible()


def test_a_choice_becomes_a_chip_and_an_address_that_can_be_mailed(sign_in: SignIn) -> None:
    page = sign_in().go("/")
    page.get_by_label("Municipi signatari").select_option("08019")
    expect(page).to_have_url("/?municipi=08019")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    mailed = sign_in().go("/?municipi=08019&ambit=52")
    expect(mailed.get_by_role("list", name="Filtres triats").get_by_role("listitem")).to_have_count(3)
    mailed.get_by_role("link", name="Treu el filtre Barcelona").click()
    expect(mailed).to_have_url("/?ambit=52")


def test_a_town_on_the_map_narrows_the_list_and_has_a_page(sign_in: SignIn) -> None:
    page = sign_in().go("/")
    page.get_by_role("link", name=re.compile(r"^Barcelona: \d+ posici")).click()  # others publish too
    expect(page).to_have_url("/?municipi=08019")
    town = sign_in().go("/organizations/08019")
    expect(town.get_by_role("heading", name="Barcelona", level=1)).to_be_visible()
    town.get_by_role("link", name=TITLE).click()
    expect(town).to_have_url(f"/positions/{ADOPTED}")


def test_an_ask_can_be_linked_to(sign_in: SignIn) -> None:
    page = sign_in().go(f"/positions/{ADOPTED}#D2")
    expect(page.locator("#D2")).to_be_in_viewport()
    expect(page.locator("#D2 > a").first).to_have_attribute("href", "#D2")


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("ca", "Què defensen a Europa els municipis metropolitans"),
        ("es", "Qué defienden en Europa los municipios metropolitanos"),
        ("en", "What the metropolitan towns defend in Europe"),
    ],
)
def test_a_reader_is_greeted_in_the_browsers_language(sign_in: SignIn, language: str, heading: str) -> None:
    page = sign_in(language=language).go("/")
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    assert page.locator("html").get_attribute("lang") == language


def test_what_is_not_public_is_not_there_and_says_so(sign_in: SignIn) -> None:
    person = sign_in()
    answer = person.page.goto(f"/positions/{DRAFTING}")
    assert answer is not None
    assert answer.status == 404
    expect(person.page.get_by_role("heading", name="Aquesta posició no és pública")).to_be_visible()


def test_public_pages_in_the_dark(sign_in: SignIn) -> None:
    person = sign_in(dark=True, language="en")
    for path in ("/", f"/positions/{ADOPTED}", "/organizations/08019", "/open-data"):
        check(person, path)
