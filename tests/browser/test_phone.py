"""The same work on a phone, 390 pixels wide: sign in, open a paper, write, comment, vote."""

from playwright.sync_api import Page, expect

from tests.browser.acts import vote
from tests.browser.conftest import SignIn
from tests.browser.lives import open_round
from tests.browser.papers import COORDINATOR, GAVA, Desk, drafted
from tests.browser.people import Person

TITLE = "La riera de Tiana també és metropolitana"
TEXT = "# La riera\n\nNeix a Tiana i mor a Montgat.\n"


def enter(person: Person, town: str) -> Page:
    """Sign in as a new user would: from the public page, by the menu, to one's own work."""
    page = person.go("/")
    page.get_by_role("button", name="Menú").click()
    page.get_by_role("link", name="Entra").click()
    page.get_by_label("Cerca").fill(town)
    page.get_by_role("button", name=town).click()
    expect(page.get_by_role("heading", name="La meva feina")).to_be_visible()
    return page


def test_a_delegate_works_on_a_phone(sign_in: SignIn) -> None:
    coordinator = sign_in(COORDINATOR)
    paper = drafted(coordinator, TEXT, title=TITLE)
    person = sign_in(size="phone")
    page = enter(person, "Montgat")
    person.look("phone-1-work")
    page.get_by_role("button", name="Menú").click()
    page.get_by_role("link", name="Posicions", exact=True).click()
    page.get_by_role("searchbox").fill("riera de Tiana")
    page.get_by_role("link", name=TITLE).click()
    expect(page.locator("header h1")).to_have_text(TITLE)
    desk = Desk(person, paper)
    person.look("phone-2-text")
    desk.place("mor a Montgat.")
    desk.press("Enter")
    desk.write("I cal cuidar-la.")
    desk.holds(f"{TEXT}\nI cal cuidar-la.\n")
    desk.select("cuidar-la.")
    person.look("phone-3-selected")
    page.get_by_role("button", name="Comenta").click()
    dialog = page.get_by_role("dialog", name="Comentari nou")
    dialog.get_by_label("Comentari", exact=True).fill("Entre tots.")
    dialog.get_by_role("button", name="Publica el comentari").click()
    expect(dialog).to_have_count(0)
    page.get_by_role("button", name="Marge (1)").click()
    expect(page.get_by_role("dialog", name="1 nota al marge")).to_contain_text("Entre tots.")
    person.look("phone-4-margin")
    paper.save(coordinator, "v1.0")
    paper.move(coordinator, "OPEN_AMENDING")
    open_round(coordinator, paper, name="Ronda única")
    page = person.go("/")
    task = page.locator("main li", has=page.get_by_role("link", name=TITLE)).filter(has_text="vot").first
    person.look("phone-5-task")
    task.get_by_role("link").last.click()
    expect(page.get_by_role("heading", name="Ronda 1: Ronda única")).to_be_visible()
    vote(person, paper, "A favor")
    person.look("phone-6-voted")
    assert person.complaints == []


def test_no_bar_lies_over_the_line_one_writes_on(sign_in: SignIn) -> None:
    paper = drafted(sign_in(COORDINATOR), "\n\n".join(["Un paràgraf del document."] * 30))
    desk = Desk(sign_in(GAVA, size="phone"), paper)
    desk.text.click()
    desk.press("Control+End")
    desk.write(" Aquí s'escriu.")
    written = desk.page.get_by_text("Aquí s'escriu.")
    bar = desk.page.locator("[data-bar=bottom]")
    expect(written).to_be_in_viewport()
    desk.page.wait_for_function(
        "() => [...document.querySelectorAll('.cm-line')].at(-1).getBoundingClientRect().bottom"
        " <= document.querySelector('[data-bar=bottom]').getBoundingClientRect().top"
    )
    expect(bar).to_be_in_viewport()
    desk.press("Shift+Home")
    expect(desk.page.get_by_role("group", name="Passatge seleccionat")).to_be_in_viewport()
    desk.page.wait_for_function(
        "() => getSelection().getRangeAt(0).getBoundingClientRect().bottom"
        " <= document.querySelector('[data-bar=bottom][role=group]').getBoundingClientRect().top"
    )


def test_the_keyboard_of_a_phone_leaves_tools_status_and_line_in_sight(sign_in: SignIn) -> None:
    paper = drafted(
        sign_in(COORDINATOR), "\n\n".join(f"Paràgraf {number} del document." for number in range(40))
    )
    desk = Desk(sign_in(GAVA, size="phone"), paper)
    desk.place("Paràgraf 20")
    desk.write(" Aquí.")
    desk.page.evaluate("""() => {
      const shown = { height: 480, offsetTop: 0, scale: 1 };
      for (const [name, value] of Object.entries(shown))
        Object.defineProperty(visualViewport, name, { get: () => value });
      visualViewport.dispatchEvent(new Event("resize"));
    }""")
    desk.page.wait_for_function("""() => {
      const box = (one) => document.querySelector(one).getBoundingClientRect();
      const line = [...document.querySelectorAll(".cm-line")].find((one) => one.textContent.includes("Aquí.")).getBoundingClientRect();
      return box("[data-bar=bottom]").bottom <= 480.5 && line.bottom <= box("[data-bar=bottom]").top
        && line.top >= box("[data-bar=top]").bottom;
    }""")
    desk.press("Shift+Home")
    tools = desk.page.get_by_role("group", name="Passatge seleccionat")
    status = desk.page.locator(".line[data-bar=bottom]")
    expect(tools).to_be_visible()
    assert tools.bounding_box()["y"] + tools.bounding_box()["height"] <= status.bounding_box()["y"] + 0.5  # type: ignore[index]  # both are drawn
    desk.page.emulate_media(media="print")
    expect(status).to_be_hidden()


def test_nobody_is_asked_to_write_before_the_text_is_there(sign_in: SignIn) -> None:
    paper = drafted(sign_in(COORDINATOR))
    person = sign_in(GAVA, size="phone")
    person.page.route_web_socket("**/live/**", lambda line: None)
    page = person.go(paper.path)
    expect(page.locator("[data-status=connecting]")).to_be_visible()
    expect(page.get_by_text("Comença a escriure")).to_have_count(0)
    expect(page.get_by_text("0 paraules")).to_have_count(0)
