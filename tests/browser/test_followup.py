"""What came of it: a coordinator records it in the grid, a town and the public read it, conclusions and figures follow."""

import csv
import io

from playwright.sync_api import expect

from tests.browser.conftest import SignIn

PAPER = "AMB-PP-2026-001"
REPORT = f"/positions/{PAPER}/informe"
SOURCE = "https://www.europarl.europa.eu/doceo/document/A-10-2026-0001_EN.html"


def test_uptake_is_recorded_by_keyboard_and_read_by_others(sign_in: SignIn) -> None:
    coordinator = sign_in("coordinator@amb.demo")
    page = coordinator.go(REPORT)
    cells = page.locator("td button")
    cells.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    chosen = page.locator("td button:focus")
    expect(chosen).to_contain_text("D2,")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    record = dialog.get_by_role("button", name="Registra")
    record.click()
    expect(dialog.locator(".fault")).to_be_visible()
    dialog.get_by_role("radio", name="Recollida en part").check()
    dialog.get_by_label("Prova").fill("Esmena 21 del projecte d'informe")
    dialog.get_by_label("Adreça web de la font").fill("javascript:alert(1)")
    record.click()
    expect(dialog.get_by_text("no és una adreça web")).to_be_visible()
    coordinator.look("uptake-dialog")
    dialog.get_by_label("Adreça web de la font").fill(SOURCE)
    record.click()
    expect(dialog).to_have_count(0)
    expect(page.locator("td button:focus")).to_contain_text("Recollida en part")
    coordinator.look("uptake-grid")
    assert coordinator.complaints == []

    town = sign_in("delegate@08282.demo", size="phone")
    page = town.go(REPORT)
    page.get_by_role("button", name="D2,").filter(has_text="Recollida en part").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Esmena 21 del projecte d'informe")).to_be_visible()
    expect(dialog.get_by_role("link", name=SOURCE)).to_have_attribute("href", SOURCE)
    expect(dialog.get_by_role("radio")).to_have_count(0)
    town.look("uptake-read")


def test_conclusions_stand_at_the_end_of_the_report(sign_in: SignIn) -> None:
    coordinator = sign_in("coordinator@amb.demo")
    page = coordinator.go(REPORT)
    page.get_by_label("Conclusions (Català)").fill("L'escala **metropolitana** ja surt al debat.")
    page.get_by_role("button", name="Desa les conclusions").click()
    expect(page.get_by_text("S'han desat.")).to_be_visible()
    expect(page.locator("article strong", has_text="metropolitana")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").click()
    assert download.value.suggested_filename == f"{PAPER}-report-ca.pdf"
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    assert coordinator.complaints == []


def test_indicators_are_chosen_by_year_and_downloaded(sign_in: SignIn) -> None:
    coordinator = sign_in("coordinator@amb.demo")
    page = coordinator.go("/indicadors")
    page.get_by_role("button", name="Han comentat").click()
    expect(page.get_by_role("table", name="Han comentat: Per comarques")).to_contain_text("Baix Llobregat")
    page.get_by_label("Any", exact=True).select_option("2026")
    expect(page).to_have_url("/indicadors?any=2026")
    expect(page.get_by_role("table", name="De la proposta a l'adopció")).to_contain_text(PAPER)
    coordinator.look("indicators")
    with page.expect_download() as download:
        page.get_by_role("link", name="Baixa la taula (CSV)").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8"))))
    assert PAPER in {row["key"] for row in rows if row["scope"] == "paper"}
    page = coordinator.go("/indicadors?any=1999")
    expect(page.get_by_text("No hi ha cap posició que compti amb aquest filtre.")).to_be_visible()
    assert coordinator.complaints == []


def test_the_public_counts_votes_alone(sign_in: SignIn) -> None:
    person = sign_in()
    page = person.go("/indicadors")
    expect(page.get_by_role("heading", name="Participació dels municipis")).to_be_visible()
    expect(page.get_by_role("button", name="Han comentat")).to_have_count(0)
    expect(page.get_by_text("Rondes repetides")).to_have_count(0)
    person.look("indicators-public")
