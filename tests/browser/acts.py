"""What people do in the interface in more than one test: a step taken, a version saved, a vote cast."""

from datetime import date

from playwright.sync_api import Locator, Page, expect

from tests.browser.lives import today
from tests.browser.papers import Desk, Paper
from tests.browser.people import Person


def primary(page: Page, name: str) -> Locator:
    """The one thing to do now, in the paper's header."""
    header = page.locator("main header")
    return header.get_by_role("button", name=name).or_(header.get_by_role("link", name=name))


def confirmed(page: Page, title: str) -> None:
    """Say yes to the question that a binding step asks."""
    dialog = page.get_by_role("dialog", name=title)
    dialog.get_by_role("button", name=title).click()
    expect(dialog).to_have_count(0)


def save_version(desk: Desk, label: str) -> None:
    """Save the text under a name."""
    desk.page.get_by_role("button", name="Desa una versió").click()
    dialog = desk.page.get_by_role("dialog", name="Desa una versió")
    dialog.get_by_label("Nom").fill(label)
    dialog.get_by_role("button", name="Desa una versió").click()
    expect(dialog).to_have_count(0)
    expect(desk.page.get_by_text(f"Última versió: {label}")).to_be_visible()


def vote(
    person: Person, paper: Paper, choice: str, *, statement: str = "", ratified_by: date | None = None
) -> None:
    """A town votes with its mandate, perhaps subject to a plenary or with a statement, and gets a receipt."""
    page = person.go(f"{paper.path}/aprovacio")
    page.get_by_role("button", name="Prepara el vot").click()
    page.get_by_role("radio", name=choice).check()
    page.get_by_role("button", name="Revisa el vot").click()
    expect(page.get_by_label("Data de l'acte")).to_be_focused()
    page.get_by_label("Tipus d'acte").select_option("Acord de la junta de govern local")
    page.get_by_label("Data de l'acte").fill(today().isoformat())
    if ratified_by:
        page.get_by_label("El vot queda subjecte a ratificació").check()
        page.get_by_label("Data prevista de ratificació").fill(ratified_by.isoformat())
    if statement:
        field = page.get_by_label("Declaració", exact=True)
        if not field.is_visible():  # it is open already where a reason is asked for
            page.get_by_text("Declaració, excepcions i reserves").click()
        field.fill(statement)
    page.get_by_role("button", name="Revisa el vot").click()
    person.look(f"vote-confirm-{choice}")
    page.get_by_role("dialog").get_by_role("button", name=choice).click()
    expect(page.get_by_role("heading", name="Vot registrat")).to_be_visible()
    person.look(f"vote-receipt-{choice}")
    page.get_by_role("button", name="Torna al recompte").click()
