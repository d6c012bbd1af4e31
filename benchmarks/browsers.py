"""`./dev bench browsers`: from a key in one browser to the frame that shows it in another, two Chromium programs on one paper.

Both clocks are the machine's: a key has the time of its event, and what it wrote the time of the frame after the mutation. The own screen
tells what of it is the drawing. The paper has 20 KB; the keys come as from a fast hand, in turns from either side. Times are
of a machine that has other work to do: its load stands beside them.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from statistics import median, quantiles

from playwright.sync_api import Page, Playwright, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks.support.crowds import Person
from benchmarks.support.live_servers import ours
from benchmarks.support.live_world import Scene, make

SCENE = Scene(2, 1)
PAPER = "/positions/AMB-PP-2026-001"
KEYS = 300
TURN = 30
PAUSES = (70, 170)
"""Milliseconds between two keys."""

MEDIAN_LIMIT = 50.0
LETTER = "x"
WATCH = """letter => {
  const now = () => performance.timeOrigin + performance.now();
  const text = document.querySelector(".cm-content");
  const count = () => text.querySelector(".cm-line").textContent.split(letter).length - 1;
  window.pressed = [];
  window.shown = [];
  let seen = count();
  addEventListener("keydown", event => {
    if (event.key === letter) window.pressed.push(performance.timeOrigin + event.timeStamp);
  }, true);
  new MutationObserver(() => {
    const more = count();
    for (; seen < more; seen++) {
      const place = window.shown.push(0) - 1;
      requestAnimationFrame(() => (window.shown[place] = now()));
    }
  }).observe(text, { childList: true, subtree: true, characterData: true });
}"""


def main() -> None:
    """Print what was measured, and whether it is what was asked for."""
    with tempfile.TemporaryDirectory(prefix="positions-bench-") as folder, ExitStack() as stack:
        url = f"sqlite+aiosqlite:///{Path(folder)}/positions.db"
        server = stack.enter_context(ours("ours", url, make(url, (SCENE,))))
        playwright = stack.enter_context(sync_playwright())
        pages = [stack.enter_context(_open(playwright, person)) for person in server.people(SCENE)]
        pressed, own, others = _measure(pages)
    table = Table("to", "keys", "p50 ms", "p95 ms", "p99 ms", "largest ms")
    for name, shown in (("the other's screen", others), ("the own screen", own)):
        took = [there - here for here, there in zip(pressed, shown, strict=True)]
        cuts = quantiles(took, n=100)
        table.add_row(
            name, str(len(took)), *(f"{one:.1f}" for one in (median(took), cuts[94], cuts[98], max(took)))
        )
    console = Console(width=100)
    console.print(table)
    reached = median(there - here for here, there in zip(pressed, others, strict=True))
    verdict = "met" if reached <= MEDIAN_LIMIT else "missed"
    console.print(
        f"median to the other's screen ≤ {MEDIAN_LIMIT:.0f} ms: {verdict}; load of {os.cpu_count()} cores {os.getloadavg()[0]:.1f}"
    )


@contextmanager
def _open(playwright: Playwright, person: Person) -> Iterator[Page]:
    """The paper in a browser of its own, the cursor at the end of its first line."""
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    context = browser.new_context(
        base_url=person.origin, locale="ca-ES", viewport={"width": 1280, "height": 900}
    )
    name, _, secret = person.cookie.partition("=")
    context.add_cookies([{"name": name, "value": secret, "url": person.origin}])
    page = context.new_page()
    page.goto(PAPER)
    page.locator('[data-status="saved"]').wait_for()
    page.locator(".cm-line").first.click()
    page.keyboard.press("End")
    page.evaluate(WATCH, LETTER)
    yield page
    browser.close()


def _measure(pages: Sequence[Page]) -> tuple[list[float], list[float], list[float]]:
    """When each key was pressed, when its own page showed it and when the other's did."""
    chance, pressed, own, others = Random(1), list[float](), list[float](), list[float]()
    for turn in range(KEYS // TURN):
        here, there = pages[turn % 2], pages[1 - turn % 2]
        for _ in range(TURN):
            here.keyboard.press(LETTER)
            here.wait_for_timeout(chance.uniform(*PAUSES))
        for page in pages:
            page.wait_for_function(
                "many => shown.length === many && shown.every(Boolean)", arg=(turn + 1) * TURN
            )
        pressed += here.evaluate("pressed")[-TURN:]
        own += here.evaluate("shown")[-TURN:]
        others += there.evaluate("shown")[-TURN:]
    return pressed, own, others


if __name__ == "__main__":
    main()
