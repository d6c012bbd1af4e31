"""Somebody at a browser: goes places, and takes note of whatever the page complained about."""

import json
import os
from functools import cached_property
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, ViewportSize

SIZES: dict[str, ViewportSize] = {
    "desktop": {"width": 1280, "height": 900},
    "phone": {"width": 390, "height": 844},
}
AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
SETTLED = """Promise.all(document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished.catch(() => null)))"""
"""Colours on their way from one to another are no colours to judge."""
JUDGED = """async tags => {
    let found = [];
    for (let times = 0; times < 3; times++) {
        const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags } });
        found = violations;
        if (found.length === 0) return found;
        await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }
    return found;
}"""
"""A barrier is there when one looks again: while a vote arrives, axe may read the old colour on the new ground."""
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Person:
    """A page, opened when it is first needed, and what it complained about."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.complaints: list[str] = []

    @cached_property
    def page(self) -> Page:
        """A window of this person's browser."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._note)
        return page

    def _note(self, told: ConsoleMessage) -> None:
        if told.type == "error":
            self.complaints.append(told.text)

    def go(self, path: str) -> Page:
        """Open an address and wait until it shows its heading."""
        self.page.goto(path)
        self.page.get_by_role("heading", level=1).first.wait_for()
        return self.page

    def graphql(self, document: str, **variables: object) -> dict[str, Any]:
        """Ask the API with this person's session."""
        answer = self.context.request.post(
            "/graphql",
            data=json.dumps({"query": document, "variables": variables}),
            headers={"content-type": "application/json", "x-positions": "1"},
        )
        body: dict[str, Any] = answer.json()
        assert "errors" not in body, body
        data: dict[str, Any] = body["data"]
        return data

    def barriers(self) -> list[str]:
        """What axe finds on the page as it is: rule, and the first element it found."""
        self.page.evaluate(SETTLED)
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(JUDGED, _TAGS)
        return [
            f"{one['id']}: {one['nodes'][0]['html'][:200]}: {one['nodes'][0]['failureSummary']}"
            for one in found
        ]

    def overflows(self) -> bool:
        """Whether the page is wider than the window."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))

    def look(self, name: str, *sizes: str) -> None:
        """Look at what is open now, and once more at other sizes: nothing that axe finds, nothing wider than the window.

        A picture is kept when POSITIONS_PICTURES names a folder for them.
        """
        self._judge(name)
        opened = self.page.viewport_size
        for size in sizes:
            self.page.set_viewport_size(SIZES[size])
            self._judge(f"{name}-{size}")
        if sizes and opened:
            self.page.set_viewport_size(opened)

    def _judge(self, name: str) -> None:
        folder = os.environ.get("POSITIONS_PICTURES")
        if folder:
            self.page.screenshot(path=Path(folder) / f"{name.strip('/').replace('/', '-')}.png")
        found = self.barriers()
        assert not found, (name, found)
        assert not self.overflows(), name
