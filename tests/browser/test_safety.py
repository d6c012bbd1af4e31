"""What somebody smuggles into a text, a comment or an amendment stays words on every page: nothing runs, nothing loads."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import SignIn
from tests.browser.lives import adopt, amend, comment, decide, open_round
from tests.browser.papers import COORDINATOR, GAVA, Desk, Paper, drafted
from tests.browser.people import Person

EVIL = "<img src=x onerror=alert(1)>"
PASSAGE = "Un passatge per parlar-ne."
TEXT = f"""# Títol {EVIL}

{PASSAGE}

<script>alert(1)</script>

[clica](javascript:alert(1)) [dades](data:text/html,<script>alert(1)</script>) <javascript:alert(1)> [més][ref]

![imatge](javascript:alert(1)) ![fora](https://example.org/x.png) [entitat](&#106;avascript:alert(1))

<a href="javascript:alert(1)" onclick="alert(1)">a</a> <svg onload=alert(1)> <iframe srcdoc="<b>x</b>"></iframe>

| <b onmouseover=alert(1)>cel·la</b> | [x](javascript:alert(1)) |
|---|---|
| {EVIL} | y |

```<script>
alert(1) </script>
```

Nota.[^1]

[ref]: javascript:alert(1) "x"

[^1]: {EVIL} [nota](vbscript:alert(1))
"""
CHANGED = TEXT.replace(
    "Nota.", 'Nota <b onfocus=alert(1) tabindex=1>nova</b> [z](JaVaScRiPt:alert(1)) "><svg/onload=alert(1)>.'
)
FOUND = """() => {
  const found = window.violations ?? [];
  for (const one of document.querySelectorAll("*")) {
    for (const { name, value } of one.attributes) {
      if (name.startsWith("on")) found.push(`${one.tagName} ${name}`);
      const isAddress = ["href", "src", "action", "formaction", "srcdoc", "xlink:href"].includes(name);
      if (isAddress && /^\\s*(javascript|vbscript|data):/i.test(value)) found.push(`${one.tagName} ${name}=${value}`);
    }
    if (["IFRAME", "OBJECT", "EMBED", "BASE", "FORM-ASSOCIATED"].includes(one.tagName)) found.push(one.tagName);
    if (one.tagName === "SCRIPT" && one.closest("main, body > :not(script)")) found.push("SCRIPT in the page");
    if (one.tagName === "IMG" && one.hasAttribute("src")) found.push(`IMG ${one.src}`);
  }
  return found;
}"""
WATCH = """window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));"""


def dialogs(page: Page) -> list[str]:
    """What dialogs on the page said, as they come."""
    asked: list[str] = []

    def note(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    return asked


@contextmanager
def watched(person: Person) -> Iterator[Page]:
    """A page whose dialogs and policy violations are noted; at the end there must be none."""
    asked = dialogs(person.page)
    person.page.add_init_script(WATCH)
    yield person.page
    assert asked == []
    assert person.complaints == []


def harmless(page: Page) -> None:
    """Nothing on the page acts or points to an act, and the smuggled words are there as words."""
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    assert page.evaluate(FOUND) == []


@pytest.fixture
def coordinator(sign_in: SignIn) -> Person:
    return sign_in(COORDINATOR)


@pytest.fixture
def paper(coordinator: Person, sign_in: SignIn) -> Paper:
    """A paper full of bad will, in amending: text, comments, amendments."""
    paper = drafted(coordinator, TEXT, title=f"Títol {EVIL}", summary=f"{EVIL} [s](javascript:alert(1))")
    paper.save(coordinator, f"v1 {EVIL}")
    delegate = sign_in(GAVA)
    comment(delegate, paper, f"{EVIL} [c](javascript:alert(1)) <script>alert(1)</script>", PASSAGE)
    comment(delegate, paper, f"**Tot** {EVIL}")
    paper.edit(coordinator, CHANGED)
    paper.save(coordinator, "v2")
    paper.move(coordinator, "OPEN_AMENDING")
    taken = amend(delegate, paper, PASSAGE, f"{PASSAGE} {EVIL} [e](javascript:alert(1))", f"{EVIL} **x**")
    amend(delegate, paper, "Nota", f"<script>alert(1)</script>{EVIL}", EVIL)
    decide(coordinator, taken, "INCORPORATE", EVIL)
    return paper


def test_the_places_of_a_paper_are_harmless(coordinator: Person, paper: Paper) -> None:
    with watched(coordinator) as page:
        for place in ("", "/canvis", "/debat", "/esmenes", "/aprovacio", "/registre"):
            coordinator.go(paper.path + place)
            expect(page.locator("h1").first).to_contain_text(EVIL)
            harmless(page)
        page.goto("/posicions")
        expect(page.get_by_role("link", name="Títol <img").first).to_be_visible()
        harmless(page)


def test_versions_and_comparisons_as_pages_are_harmless(coordinator: Person, paper: Paper) -> None:
    with watched(coordinator) as page:
        for end in ("versions/2.html", "comparison/1...2.html"):
            answer = page.goto(f"/positions/{paper.reference}/ca/{end}")
            assert answer
            assert "script-src" not in answer.headers["content-security-policy"]
            assert "default-src 'none'" in answer.headers["content-security-policy"]
            harmless(page)
            expect(page.locator("body")).to_contain_text("<script>alert(1)</script>")
        assert (
            page.request.get(f"/positions/{paper.reference}/ca/versions/2.md")
            .headers["content-type"]
            .startswith("text/markdown")
        )


def test_what_is_typed_is_harmless(coordinator: Person, sign_in: SignIn) -> None:
    person = sign_in(GAVA)
    with watched(person) as page:
        desk = Desk(person, drafted(coordinator))
        desk.text.click()
        desk.write(f"{EVIL} [clica](javascript:alert(1)) fi")
        desk.holds(f"{EVIL} [clica](javascript:alert(1)) fi")
        desk.text.get_by_text("clica").click(modifiers=["Control"])
        harmless(page)


def test_what_is_pasted_leaves_its_acts_behind(coordinator: Person, sign_in: SignIn) -> None:
    person = sign_in(GAVA)
    asked = dialogs(person.page)
    desk = Desk(person, drafted(coordinator))
    desk.text.click()
    desk.paste(
        f"""<p class=MsoListParagraph style='mso-list:l0 level1 lfo1' onclick=alert(1)>
        <span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Una entrada <b onmouseover=alert(1)>forta</b> {EVIL}</p>
        <p>Enganxat <a href="javascript:alert(1)" onclick="alert(1)">x</a></p><script>alert(1)</script>"""
    )
    desk.shows("Enganxat")
    desk.text.get_by_text("forta").hover()
    desk.text.get_by_text("Enganxat").click()
    desk.status("saved")
    text = desk.paper.draft(person)[1]
    assert text.startswith("- Una entrada **forta**")
    assert "alert(1)" not in text.replace("[x](javascript:alert(1))", "")
    assert person.page.evaluate(FOUND) == []
    assert asked == []


def test_the_public_page_is_harmless(coordinator: Person, paper: Paper, sign_in: SignIn) -> None:
    paper.save(coordinator, "v3")
    adopt(
        coordinator,
        open_round(coordinator, paper, name=f"Ronda {EVIL}"),
        statement=f"{EVIL} [d](javascript:alert(1))",
    )
    paper.move(coordinator, "PUBLISH")
    anybody = sign_in()
    with watched(anybody) as page:
        anybody.go(f"/publicat/{paper.reference}")
        expect(page.locator("main")).to_contain_text(PASSAGE)
        harmless(page)
        anybody.go("/")
        expect(page.locator("main")).to_contain_text(EVIL)
        harmless(page)
