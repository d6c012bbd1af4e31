"""Papers made for one test through the API, and somebody's desk: the editor open on one of them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, Request, Route, WebSocketRoute

from tests.browser.people import Person

COORDINATOR = "coordinator@amb.demo"
GAVA, MONTGAT = "delegate@08089.demo", "delegate@08126.demo"
TOWNS = ("08089", "08126")
_LIVE = re.compile("/live/")
PAUSE = 50  # milliseconds between two looks at something that is on its way

_CREATE = """mutation($input: CreatePositionInput!) { createPosition(input: $input) {
  position { reference documents { id } } userErrors { path code message } } }"""
_MOVE = """mutation($input: MoveStageInput!) { moveStage(input: $input) {
  position { stage } userErrors { path code message } } }"""
_EDIT = """mutation($input: EditDraftInput!) { editDraft(input: $input) {
  draft { sequence } userErrors { path code message } } }"""
_SAVE = """mutation($input: SaveVersionInput!) { saveVersion(input: $input) {
  version { number } userErrors { path code message } } }"""
_NEWEST = "query($id: ID!) { node(id: $id) { ... on Document { latestVersion { number } } } }"
_DRAFT = "query($id: ID!) { node(id: $id) { ... on Document { draft { sequence text } } } }"


def tell(person: Person, document: str, **given: object) -> dict[str, object]:
    """Send a mutation that must not be refused; what it answers."""
    (payload,) = person.graphql(document, input=given).values()
    assert payload["userErrors"] == [], payload
    return dict(payload)


@dataclass(frozen=True)
class Paper:
    """A paper by its reference, and its original text."""

    reference: str
    document_id: str

    @property
    def path(self) -> str:
        """Where its text is."""
        return f"/positions/{self.reference}"

    def draft(self, person: Person) -> tuple[int, str]:
        """Sequence and text as the server has them."""
        draft = person.graphql(_DRAFT, id=self.document_id)["node"]["draft"]
        return draft["sequence"], draft["text"]

    def edit(self, person: Person, text: str) -> None:
        """Save a whole text, as a script does."""
        sequence, _ = self.draft(person)
        tell(person, _EDIT, documentId=self.document_id, baseSequence=sequence, text=text)

    def save(self, person: Person, label: str) -> int:
        """Save a version; its number."""
        payload = tell(person, _SAVE, documentId=self.document_id, label=label)
        number: int = payload["version"]["number"]  # type: ignore[index]  # JSON has no shape
        return number

    def newest(self, person: Person) -> int:
        """The number of its newest version."""
        number: int = person.graphql(_NEWEST, id=self.document_id)["node"]["latestVersion"]["number"]
        return number

    def move(self, person: Person, action: str) -> None:
        """Move it through its life."""
        tell(person, _MOVE, reference=self.reference, action=action)


def proposed(
    coordinator: Person,
    *,
    title: str = "Una posició de prova",
    summary: str = "",
    towns: Sequence[str] = TOWNS,
    language: str = "ca",
) -> Paper:
    """A paper to which towns are invited, two unless told otherwise."""
    payload = tell(
        coordinator,
        _CREATE,
        titles=[{"language": language, "text": title}],
        summaries=[{"language": language, "text": summary}] if summary else [],
        originalLanguage=language,
        leadCode="AMB",
        participantCodes=list(towns),
    )
    position: dict[str, list[dict[str, str]]] = payload["position"]  # type: ignore[assignment]  # JSON has no shape
    return Paper(str(position["reference"]), position["documents"][0]["id"])


def drafted(
    coordinator: Person,
    text: str = "",
    *,
    title: str = "Una posició de prova",
    summary: str = "",
    language: str = "ca",
) -> Paper:
    """A paper in drafting with two towns in it."""
    paper = proposed(coordinator, title=title, summary=summary, language=language)
    paper.move(coordinator, "START_DRAFTING")
    if text:
        paper.edit(coordinator, text)
    return paper


def until(page: Page, look: Callable[[], object], *, patience: int = 10_000) -> None:
    """Look again and again until it is so; at the end of the patience the last look must hold."""
    for _ in range(patience // PAUSE):
        if look():
            return
        page.wait_for_timeout(PAUSE)
    assert look()


class Desk:
    """Somebody with a paper's text open before them."""

    def __init__(self, person: Person, paper: Paper) -> None:
        self.person = person
        self.page = person.page
        self.paper = paper
        person.go(paper.path)
        self.status("saved", "readOnly")

    @property
    def text(self) -> Locator:
        """The text one writes in."""
        return self.page.locator(".cm-content")

    def status(self, *kinds: str) -> None:
        """Wait until the line under the text says one of these."""
        wanted = ", ".join(f'[data-status="{kind}"]' for kind in kinds)
        self.page.locator(wanted).wait_for()

    def press(self, *keys: str) -> None:
        """Press keys in the text, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, words: str) -> None:
        """Write where the cursor is, key by key."""
        self.page.keyboard.type(words)

    def tool(self, name: str) -> Locator:
        """A tool of the toolbar."""
        return self.page.get_by_role("toolbar").get_by_role("button", name=name, exact=True)

    def place(self, words: str | re.Pattern[str], *, count: int = 1) -> None:
        """Put the cursor at the end of the line with these words."""
        self.line(words).click(click_count=count)
        self.page.keyboard.press("End")

    def line(self, words: str | re.Pattern[str]) -> Locator:
        """The first line with these words."""
        return self.text.locator(".cm-line", has_text=words).first

    def select(self, words: str) -> None:
        """Select these words, which stand at the end of a line, by keyboard."""
        self.place(words)
        for _ in words:
            self.page.keyboard.press("Shift+ArrowLeft")

    def holds(self, text: str) -> None:
        """Wait until the server has exactly this text, and the line under it says so."""
        seen = ""
        self.status("saved")

        def look() -> bool:
            nonlocal seen
            _, seen = self.paper.draft(self.person)
            return seen == text

        try:
            until(self.page, look)
        except AssertionError:
            assert seen == text, seen
        self.status("saved")

    def paste(self, html: str) -> None:
        """Paste what another program put on the clipboard."""
        self.text.evaluate(
            """(target, html) => {
              const clipboardData = new DataTransfer();
              clipboardData.setData("text/html", html);
              clipboardData.setData("text/plain", "x");
              target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
            }""",
            html,
        )

    def read(self) -> str:
        """The text as it stands on the screen, without the names at the others' carets."""
        read = self.text.evaluate(
            """text => {
              const copy = text.cloneNode(true);
              for (const caret of copy.querySelectorAll(".md-caret")) caret.remove();
              return [...copy.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\\n");
            }"""
        )
        return str(read)

    def shows(self, words: str) -> None:
        """Wait until these words are to be read in the text."""
        until(self.page, lambda: words in self.read())


class Wire:
    """What connects a browser with the live text, by socket or by requests, so that it can be cut."""

    def __init__(self, person: Person) -> None:
        self.page = person.page
        self._is_cut = False
        self.lines = 0  # how often the live text was opened while the network was there
        self.page.route_web_socket(_LIVE, self._connect)
        self.page.on("request", self._count)

    def _connect(self, line: WebSocketRoute) -> None:
        if self._is_cut:
            line.close(code=1012)
        else:
            self.lines += 1
            line.connect_to_server()

    def _count(self, request: Request) -> None:
        if not self._is_cut and _LIVE.search(request.url):
            self.lines += "heard=" not in request.url

    def cut(self) -> None:
        """Take the network away: the browser notices, and no new connection comes through."""
        self._is_cut = True
        self.page.route(_LIVE, _abort)  # not before: while anything is routed, the browser caches nothing
        self.page.evaluate("window.dispatchEvent(new Event('offline'))")

    def restore(self) -> None:
        """Bring the network back to a page that is not there yet."""
        self._is_cut = False
        self.page.unroute(_LIVE, _abort)

    def mend(self) -> None:
        """Bring the network back, and have the browser notice."""
        self.restore()
        self.page.evaluate("window.dispatchEvent(new Event('online'))")


def _abort(request: Route) -> None:
    request.abort()
