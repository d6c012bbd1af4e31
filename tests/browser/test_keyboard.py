"""From the sign-in to a comment and a colleague's place without a mouse: every stop is seen, and one comes back to where one was."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
from tests.browser.papers import COORDINATOR, MONTGAT, Desk, drafted, until

TITLE = "Rieres sense ratolí"
TEXT = "# Rius\n\nUn riu.\n\n## Demandes\n\nQue plogui.\n"
WRITTEN = """# Rius

Sí: Un riu.

## Demandes

Que plogui.

## Costos

- aigua
  - clara

| Any |  |  |
| --- | --- | --- |
| 2027 |  |  |
|  |  |  |

Vegeu la [llei](https://amb.cat)[^1]

[^1]: DOGC."""
STOP = """async () => {
  const one = document.activeElement;
  const isRinged = (element) => getComputedStyle(element).outlineStyle !== "none";
  const isSeen = () => {
    const { left, top, width, height } = one.getBoundingClientRect();
    const lies = document.elementFromPoint(
      Math.max(left, 0) + Math.min(width / 2, 12), Math.max(top, 0) + Math.min(height / 2, 12));
    return isRinged(one) && lies !== null && (one.contains(lies) || lies.contains(one));
  };
  const isText = one === document.body || one.classList.contains("cm-content");
  for (let frames = 0; frames < 60 && !isText && !isSeen(); frames++) await new Promise(requestAnimationFrame);
  return {
    name: (one.ariaLabel ?? [...(one.labels ?? [])].map((label) => label.textContent).join(" ")).trim(),
    words: one.textContent.replace(/\\s+/g, " ").trim(),
    isSeen: isText || isSeen(),
  };
}"""
"""The stop one is at; the window may need a frame to scroll to it. The text shows its cursor, and the page itself is no stop."""
MOST = 60  # stops from the top of a page to its end


class Hands:
    """Somebody's hands on the keyboard."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, words: str) -> None:
        self.page.keyboard.type(words)

    def reach(self, name: str, *, key: str = "Tab") -> None:
        """Go on from stop to stop, each of which must be seen, to the one whose name begins so."""
        passed = []
        for _ in range(MOST):
            self.press(key)
            stop = self.page.evaluate(STOP)
            passed.append((stop["name"] or stop["words"])[:60])
            assert stop["isSeen"], (name, passed)
            if passed[-1].startswith(name):
                return
        raise AssertionError((name, passed))


def enter(hands: Hands, town: str) -> None:
    """From the public page to one's own work."""
    hands.reach("Entra")
    hands.press("Enter")
    expect(hands.page.get_by_role("heading", name="Entra", exact=True)).to_be_visible()
    hands.press("/")
    hands.write(town)
    hands.reach(town)
    hands.press("Enter")
    expect(hands.page.get_by_role("heading", name="La meva feina")).to_be_visible()


def find(hands: Hands) -> None:
    """From one's own work to the paper's text."""
    hands.reach("Posicions")
    hands.press("Enter")
    expect(hands.page.get_by_role("heading", name="Posicions", exact=True, level=1)).to_be_visible()
    hands.press("/")
    hands.write(TITLE)
    expect(hands.page.get_by_role("link", name=TITLE)).to_have_count(1)
    hands.reach(TITLE)
    hands.press("Enter")
    hands.page.locator("[data-status=saved]").wait_for()
    hands.reach("Text de la posició")


def style(hands: Hands) -> None:
    """A heading chosen from the styles, of which one may try several; a list that Tab goes deeper in, and the way out."""
    hands.press("Control+End", "Enter")
    hands.write("Costos")
    hands.press("Escape")
    hands.reach("Estil del paràgraf", key="Shift+Tab")
    hands.press("ArrowDown", "ArrowDown")
    expect(hands.page.get_by_label("Estil del paràgraf")).to_be_focused()
    hands.press("Escape", "End", "Enter")
    hands.press("Control+Shift+8")
    hands.write("aigua")
    hands.press("Enter", "Tab")
    hands.write("neta")
    expect(hands.page.get_by_text("Tecla Esc i després Tab")).to_be_visible()
    hands.press("Escape")
    hands.reach("Estil del paràgraf", key="Shift+Tab")
    hands.press("Escape", "Enter", "Enter", "Enter")


def insert(hands: Hands) -> None:
    """A table in its grid, a link and a note; each gives the text back."""
    text = hands.page.locator(".cm-content")
    hands.press("Escape")
    hands.reach("Estil del paràgraf", key="Shift+Tab")
    hands.press("ArrowRight", "End", "ArrowLeft", "Enter")
    expect(hands.page.get_by_label("Capçalera 1")).to_be_focused()
    hands.write("Any")
    hands.press("Enter")
    hands.write("2027")
    hands.press("Control+Enter")
    expect(text).to_be_focused()
    hands.write("Vegeu la llei")
    hands.press("Control+Shift+ArrowLeft", "Control+k")
    hands.write("amb.cat")
    hands.press("Enter")
    expect(text).to_be_focused()
    hands.press("Control+Alt+f")
    hands.write("DOGC.")
    hands.press("Control+Alt+f")


def replace(hands: Hands) -> None:
    """Other words by find and replace."""
    hands.press("Control+h")
    hands.write("neta")
    hands.reach("Substitueix per")
    hands.write("clara")
    hands.press("Enter", "Escape")
    expect(hands.page.locator(".cm-content")).to_be_focused()


def comment(hands: Hands) -> None:
    """A remark on a passage: given up, one is where one asked for it; made, one is in the text."""
    dialog = hands.page.get_by_role("dialog", name="Comentari nou")
    hands.press("Control+Home", "ArrowDown", "Shift+End")
    expect(hands.page.get_by_role("button", name="Comenta")).to_be_visible()
    hands.press("Escape")
    hands.reach("Comenta")
    hands.press("Enter", "Escape")
    expect(hands.page.get_by_role("button", name="Comenta")).to_be_focused()
    hands.press("Enter")
    hands.write("Quin?")
    hands.reach("Publica el comentari")
    hands.press("Enter")
    expect(dialog).to_have_count(0)
    expect(hands.page.locator(".cm-content")).to_be_focused()


def meet(hands: Hands) -> None:
    """To where somebody else is, and through the outline."""
    hands.press("Escape")
    hands.reach("2 persones aquí")
    hands.press("Enter")
    hands.reach("Ves on és")
    hands.press("Enter")
    expect(hands.page.locator(".cm-content")).to_be_focused()
    hands.write("Sí: ")


def test_a_delegate_writes_without_a_mouse(sign_in: SignIn) -> None:
    paper = drafted(sign_in(COORDINATOR), TEXT, title=TITLE)
    person = sign_in()
    hands = Hands(person.go("/"))
    enter(hands, "Gavà")
    find(hands)
    for act in (style, insert, replace, comment):
        act(hands)
    other = Desk(sign_in(MONTGAT), paper)
    other.line("Un riu.").click()
    other.press("Home")
    meet(hands)
    until(hands.page, lambda: paper.draft(person)[1].strip() == WRITTEN)
    assert person.complaints == []
