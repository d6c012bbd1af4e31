"""Signing in through a real provider's pages, the register, invitations, and acting for one of several organizations."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect

from api.settings import Settings
from tests.browser.conftest import SignIn
from tests.browser.people import SIZES, Person
from tests.browser.shelves import PATIENCE
from tests.support.oidc import oidc_settings, running_provider
from tests.support.servers import running_server

ADMIN, COORDINATOR = "admin@amb.demo", "coordinator@amb.demo"


@pytest.fixture
def provided(browser: Browser, demo_url: str) -> Iterator[Callable[..., Person]]:
    """Opens a browser on a server of the same papers that signs in through a real provider."""
    with ExitStack() as stack:

        def settings_at(address: str) -> Settings:
            return oidc_settings(stack.enter_context(running_provider(address)), address)

        address = stack.enter_context(running_server(demo_url, settings_at=settings_at))

        def open_browser(size: str = "desktop") -> Person:
            context = browser.new_context(base_url=address, viewport=SIZES[size], locale="ca-ES")
            stack.callback(context.close)
            context.set_default_timeout(PATIENCE)
            return Person(context)

        yield open_browser


def pass_provider(person: Person, login: str) -> None:
    """Fill in the provider's own pages."""
    person.page.get_by_placeholder("Enter any login").fill(login)
    person.page.get_by_placeholder("and password").fill("any")
    person.page.get_by_role("button", name="Sign-in").click()
    person.page.get_by_role("button", name="Continue").click()


def test_through_the_providers_pages_and_back_to_where_one_was(provided: Callable[..., Person]) -> None:
    person = provided()
    person.go("/publicat/AMB-PP-2026-001")
    person.page.get_by_role("link", name="Entra", exact=True).click()
    person.page.get_by_role("link", name="Entra amb el compte corporatiu").wait_for()
    person.look("sign_in_provider")
    person.page.get_by_role("link", name="Entra amb el compte corporatiu").click()
    pass_provider(person, COORDINATOR)
    person.page.wait_for_url("**/publicat/AMB-PP-2026-001")
    expect(person.page.get_by_role("link", name="La meva feina")).to_be_visible()
    person.page.get_by_role("button", name="Surt").click()
    person.page.get_by_role("button", name="Yes, sign me out").click()
    expect(person.page.get_by_role("link", name="Entra", exact=True)).to_be_visible()


def test_an_unknown_person_reads_what_to_do(provided: Callable[..., Person]) -> None:
    person = provided("phone")
    person.go("/entra")
    person.page.get_by_role("link", name="Entra amb el compte corporatiu").click()
    pass_provider(person, "ningu@enlloc.test")
    expect(person.page.get_by_role("heading", level=1)).to_have_text("Aquesta persona no és al registre")
    person.look("sign_in_unknown", "desktop")
    person.page.get_by_role("link", name="Entra amb un altre compte").click()
    expect(person.page.get_by_role("link", name="Entra amb el compte corporatiu")).to_be_visible()


def test_an_administrator_invites_and_the_person_comes_in(sign_in: SignIn) -> None:
    anna, nova = sign_in(ADMIN, size="phone"), sign_in(size="phone")
    page = anna.go("/administracio")
    anna.look("register", "desktop")
    page.get_by_role("button", name="Convida una persona").click()
    page.get_by_role("button", name="Crea la invitació").click()
    expect(page.get_by_text("Cal omplir aquest camp.").first).to_be_visible()
    anna.look("register_invite", "desktop")
    page.get_by_label("Nom i cognoms").fill("Nova Persona")
    page.get_by_label("Adreça de correu").fill("nova@badalona.test")
    page.get_by_role("dialog").get_by_label("En nom de").select_option(label="Badalona")
    page.get_by_role("button", name="Crea la invitació").click()
    link = page.get_by_label("Enllaç secret").input_value()
    anna.look("register_link", "desktop")
    nova.page.goto(link)
    nova.page.get_by_role("heading", name="Invitació per a Nova Persona").wait_for()
    nova.look("invitation", "desktop")
    nova.page.get_by_role("button", name="Accepta i entra").click()
    nova.page.get_by_role("heading", name="La meva feina").wait_for()
    nova.page.goto(link)
    expect(nova.page.get_by_text("Aquesta invitació ja s'ha fet servir.")).to_be_visible()


def test_a_role_is_ended_and_the_person_is_told(sign_in: SignIn) -> None:
    anna, left = sign_in(ADMIN), sign_in("delegate@08123.demo")
    left.go("/compte")
    page = anna.go("/administracio")
    page.get_by_label("Cerca per nom, adreça o organització").fill("08123")
    page.get_by_role("button", name="Acaba el rol: Delegació municipal, Molins de Rei").click()
    anna.look("register_end")
    page.get_by_label("Després d'un últim dia").check()
    page.get_by_role("dialog").get_by_role("button", name="Acaba el rol").click()
    expect(page.get_by_text("té data de final")).to_be_visible()
    left.page.reload()
    expect(left.page.get_by_role("listitem").filter(has_text="Delegació municipal")).to_contain_text(" al ")


def test_one_acts_for_the_organization_in_the_header(sign_in: SignIn, operator: Callable[..., str]) -> None:
    operator(
        "member",
        "add",
        "--email",
        COORDINATOR,
        "--name",
        "X",
        "--organization",
        "08282",
        "--role",
        "delegate",
    )
    person = sign_in(COORDINATOR)
    page = person.go("/")
    expect(page.get_by_role("link", name="Proposa")).to_have_count(1)
    page.get_by_label("S'actua en nom de").select_option(label="Tiana")
    expect(page.get_by_text("Què es demana ara a Tiana")).to_be_visible()
    expect(page.get_by_role("link", name="Proposa")).to_have_count(0)
    person.look("acting_for")
    page.get_by_label("S'actua en nom de").select_option(label="Àrea Metropolitana de Barcelona")
    expect(page.get_by_role("link", name="Proposa")).to_have_count(1)
    assert person.complaints == []


def test_sessions_and_tokens_are_ended_from_the_account(sign_in: SignIn) -> None:
    person, other = sign_in("delegate@08101.demo", size="phone"), sign_in("delegate@08101.demo")
    other.go("/compte")
    page = person.go("/compte")
    page.get_by_role("button", name="Tanca totes les altres").click()
    expect(page.get_by_text(re.compile("^S'han? tancat"))).to_be_visible()
    other.page.reload()
    expect(other.page.get_by_role("heading", level=1)).to_have_text("Entra")
    page.get_by_role("button", name="Crea una clau").click()
    page.get_by_label("Nom", exact=True).fill("intranet")
    person.look("account_token", "desktop")
    page.get_by_role("dialog").get_by_role("button", name="Crea una clau").click()
    assert page.get_by_role("textbox", name="intranet").input_value().startswith("positions_")
    page.get_by_role("button", name="Fet").click()
    page.get_by_role("button", name="Anul·la la clau «intranet»").click()
    page.get_by_role("dialog").get_by_role("button", name="Anul·la la clau").click()
    expect(page.get_by_text("La clau s'ha anul·lat.")).to_be_visible()
    person.look("account", "desktop")
    assert person.complaints == []
