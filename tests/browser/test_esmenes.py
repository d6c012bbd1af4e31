"""Amendments together: ticked, previewed and decided at once, in voting order, and the text in its five readings."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
from tests.browser.lives import amend
from tests.browser.papers import COORDINATOR, GAVA, MONTGAT, Paper, drafted
from tests.browser.people import Person

TEXT = """# Aigües residuals urbanes

Els fons es reparteixen per municipi cada any.

Les depuradores petites queden fora del calendari.

Els municipis informen dels abocaments.
"""


def _amended(coordinator: Person, sign_in: SignIn) -> Paper:
    """A paper with four amendments: 1 and 2 collide, 3 and 4 do not."""
    paper = drafted(coordinator, TEXT)
    paper.save(coordinator, "Per esmenar")
    paper.move(coordinator, "OPEN_AMENDING")
    gava, montgat = sign_in(GAVA), sign_in(MONTGAT)
    amend(gava, paper, "per municipi", "per conca hidrogràfica", "Els rius no saben de municipis.")
    amend(montgat, paper, "per municipi cada any", "per habitant cada dos anys", "")
    amend(gava, paper, "petites", "de menys de dos mil habitants", "Cal dir quines.")
    amend(montgat, paper, "informen", "informen cada trimestre", "")
    return paper


def _decide_together(person: Person) -> None:
    page = person.page
    page.get_by_role("button", name="Tria les que no topen (2)").click()
    page.get_by_role("button", name="Decideix-les juntes").click()
    page.get_by_role("button", name="Per a totes: Incorpora", exact=True).click()
    page.get_by_role("button", name="Mira com queda el text").click()
    expect(page.get_by_role("heading", name="Com queda el text")).to_be_focused()
    expect(page.locator(".compared ins", has_text="dos mil")).to_be_visible()
    expect(page.get_by_text("A nom de")).to_contain_text("Gavà (3); Montgat (4)")
    person.look("esmenes-preview", "desktop")
    page.get_by_role("button", name="Decideix 2 esmenes").click()
    expect(page.get_by_text("2 esmenes decidides.")).to_be_visible()


def _read(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Quina lectura").get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()


def test_amendments_are_decided_together_and_the_text_is_read_in_five_ways(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR, size="phone")
    paper = _amended(coordinator, sign_in)
    page = coordinator.go(f"{paper.path}/esmenes")
    expect(page.locator("#A1")).to_contain_text("Toca el mateix passatge que l'esmena 2")
    coordinator.look("esmenes-list", "desktop")
    _decide_together(coordinator)
    expect(page.locator("#A3")).to_contain_text("Incorporada")
    assert "de menys de dos mil habitants queden" in paper.draft(coordinator)[1]

    page.get_by_role("link", name="Ordre de votació").click()
    expect(page.get_by_text("Si s'aprova la 2, la 1 ja no podria entrar tal com és.")).to_be_visible()
    page.get_by_text("Compara les redaccions de costat").click()
    coordinator.look("esmenes-agenda", "desktop")
    page.get_by_role("button", name="Proposa una transacció que substitueixi 1 i 2").click()
    dialog = page.get_by_role("dialog", name="Esmena nova")
    expect(dialog.get_by_label("Text proposat")).to_have_value("per conca hidrogràfica cada any")
    expect(dialog.get_by_label("Esmena 2, Montgat")).to_be_checked()
    coordinator.look("esmenes-compromise", "desktop")
    dialog.get_by_role("button", name="Cancel·la").click()

    page.get_by_role("link", name="Lectures del text").click()
    expect(page.locator(".numbered", has_text="petites queden")).to_be_visible()
    for name in ("Amb totes les esmenes", "Diferències", "Text final", "Adoptat fins ara"):
        _read(page, name)
    expect(page.locator(".compared p", has_text="dos mil habitants")).to_be_visible()
    page.get_by_role("link", name="Paràgraf 2: enllaç").click()
    expect(page).to_have_url(re.compile("#p2$"))
    expect(page.get_by_text(f"{paper.reference}, § 2")).to_be_visible()
    coordinator.look("esmenes-reading", "desktop")
