"""Every page, in every language, at both widths and in both themes: nothing that axe finds, no sideways scroll, no complaint."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SignIn
from tests.browser.papers import COORDINATOR, proposed
from tests.browser.people import Person

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


def check(person: Person, path: str) -> None:
    person.go(path)
    expect(person.page.locator("[aria-busy=true]")).to_have_count(0)
    assert person.barriers() == []
    assert not person.overflows()


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages(sign_in: SignIn, path: str, size: str) -> None:
    check(sign_in(size=size), path)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_pages_of_a_coordinator(sign_in: SignIn, size: str) -> None:
    person = sign_in(COORDINATOR, size=size)
    for path in (*SIGNED_IN, proposed(person).path):
        check(person, path)
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
