"""Every page, in every language, at both widths and in both themes: nothing that axe finds, no sideways scroll, no complaint."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SignIn
from tests.browser.papers import COORDINATOR, proposed
from tests.browser.people import SIZES, Person

ADOPTED, APPROVING, DRAFTING = "AMB-PP-2026-002", "AMB-PP-2026-003", "AMB-PP-2026-004"
PLACES = ("", "/canvis", "/debat", "/esmenes", "/aprovacio", "/tramesa", "/registre")

PUBLIC = (
    "/",
    "/entra",
    "/invitacio#no",
    f"/publicat/{ADOPTED}",
    f"/positions/{ADOPTED}",
    f"/positions/{ADOPTED}/informe",
    "/indicadors",
    "/organizations/08019",
    "/organizations/00000",
    "/open-data",
    "/accessibilitat",
    "/privacitat",
    "/no-hi-es",
)
SIGNED_IN = (
    "/",
    "/posicions",
    "/posicions/nova",
    "/indicadors",
    f"/positions/{ADOPTED}/informe",
    "/compte",
    "/administracio",
    *(f"/positions/{ADOPTED}{place}" for place in PLACES),
    f"/positions/{APPROVING}",
    f"/positions/{APPROVING}/aprovacio",
    *(f"/positions/{DRAFTING}{place}" for place in PLACES),
)


def check(person: Person, path: str, *sizes: str) -> None:
    """Open a page and look at it as wide as it was opened, then at other widths."""
    page = person.go(path)
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    opened = page.viewport_size
    assert opened
    for size in (opened, *(SIZES[name] for name in sizes)):
        page.set_viewport_size(size)
        assert person.barriers() == [], (path, size)
        assert not person.overflows(), (path, size)
    page.set_viewport_size(opened)


def test_public_pages(sign_in: SignIn) -> None:
    person = sign_in(size="phone")
    for path in PUBLIC:
        check(person, path, "desktop")


def test_pages_of_a_coordinator(sign_in: SignIn) -> None:
    person = sign_in(COORDINATOR, size="phone")
    for path in (*SIGNED_IN, proposed(person).path):
        check(person, path, "desktop")
    assert person.complaints == []


@pytest.mark.parametrize(("language", "town"), [("es", "08073"), ("en", "08019")])
def test_pages_of_a_delegate_in_the_other_languages_and_in_the_dark(
    sign_in: SignIn, language: str, town: str
) -> None:
    person = sign_in(f"delegate@{town}.demo", language=language, dark=True)
    for path in (*SIGNED_IN, proposed(sign_in(COORDINATOR), towns=(town,)).path):
        check(person, path)
        assert person.page.locator("html").get_attribute("lang") == language
    assert person.complaints == []
