"""From the adopted text to the institution's answer, in a real browser: refused in Catalan alone, sealed in English, received, answered."""

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SignIn
from tests.browser.papers import COORDINATOR
from tests.browser.shelves import PATIENCE

PATH = "/positions/AMB-PP-2026-001/tramesa"
ADDRESSEE = "Comissió de Pressupostos"
SEALING = 8 * PATIENCE
"""Milliseconds for the PDF and Word files of two languages, on a slow machine."""


def sealed(page: Page) -> None:
    """Catalan alone is refused before anything is sent; English with it is sealed."""
    page.get_by_role("button", name=f"Prepara la tramesa: {ADDRESSEE}").click()
    dialog = page.get_by_role("dialog")
    record = dialog.get_by_role("button", name="Segella i registra la tramesa")
    dialog.get_by_label("anglès").uncheck()
    expect(dialog.get_by_text("No admet textos en català.")).to_be_visible()
    expect(record).to_be_disabled()
    dialog.get_by_label("anglès").check()
    expect(dialog.get_by_text("El text en català hi va de cortesia")).to_be_visible()
    dialog.get_by_label("Número del registre de sortida").fill("S/2026/77")
    dialog.get_by_role("button", name="Omple'l amb el resum i les demandes").click()
    expect(dialog.get_by_label("Text per al formulari o la carta")).not_to_have_value("")
    record.click()
    expect(dialog).to_have_count(0, timeout=SEALING)
    expect(page.get_by_text(f"La tramesa a {ADDRESSEE} ha quedat registrada")).to_be_visible()


def replied(card: Locator, kind: str, body: str, url: str = "") -> None:
    """Note what came back; an address that is a script is refused first."""
    card.get_by_role("button", name="Anota una resposta").click()
    dialog = card.page.get_by_role("dialog")
    dialog.get_by_label(kind).check()
    dialog.get_by_label("Què diu").fill(body)
    if url:
        dialog.get_by_label("Adreça web").fill("javascript:alert(1)")
        dialog.get_by_role("button", name="Anota-ho").click()
        expect(dialog.get_by_text("no és una adreça web").first).to_be_visible()
        dialog.get_by_label("Adreça web").fill(url)
    dialog.get_by_role("button", name="Anota-ho").click()
    expect(dialog).to_have_count(0)


def test_from_the_adopted_text_to_the_answer(sign_in: SignIn, tmp_path: Path) -> None:
    coordinator = sign_in(COORDINATOR)
    page = coordinator.go(PATH)
    sealed(page)
    coordinator.look("sending-sealed")
    card = page.get_by_role("article", name=ADDRESSEE).filter(has_text="S/2026/77")
    with page.expect_download() as download:
        card.get_by_role("link", name="Baixa l'expedient").click()
    path = tmp_path / "dossier.zip"
    download.value.save_as(path)
    assert "holds" in proven(path)
    replied(card, "Acusament de recepció", "Rebut.")
    replied(card, "Resposta", "Ho estudiarem.", "https://www.europarl.europa.eu/budg")
    expect(card.get_by_text("Ho estudiarem.")).to_be_visible()
    expect(card.get_by_role("list", name="Estat de la tramesa").get_by_text("pendent")).to_have_count(0)
    coordinator.look("sending-answered")
    assert [one for one in coordinator.complaints if "404" not in one] == []


def test_a_feedback_is_ready_to_copy(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR, size="phone")
    page = coordinator.go(PATH)
    page.get_by_role("button", name="Omple Have Your Say").click()
    dialog = page.get_by_role("dialog", name="Have Your Say: camps per copiar")
    expect(dialog.get_by_text("Public authority")).to_be_visible()
    dialog.get_by_label("Feedback", exact=True).fill("Hello")
    expect(dialog.get_by_text("5 caràcters")).to_be_visible()
    coordinator.look("sending-feedback")


def proven(path: Path) -> str:
    """What `positions verify` says of a dossier."""
    command = [str(Path(sys.executable).with_name("positions")), "verify", str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout
