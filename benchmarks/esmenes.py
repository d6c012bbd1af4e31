"""`./dev bench esmenes`: sixty pages with three hundred amendments in a real browser, from the address to the first view and on.

First view: amendments stand on the screen. Settled: all 300 are counted and the page answers a key. Decided: from the binding button
to the screen that says so. Memory is what the page's JavaScript holds after a collection. Each line is a browser of its own.
"""

import asyncio
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from positions.migrations.commands import migrate
from tests.support.amended import AMENDMENTS, amended, changes, long_text
from tests.support.servers import running_server
from tests.support.world import world_at

RUNS = 5
LIMIT = 2_000.0  # milliseconds to the first view
PATIENCE = 20_000
SIZES = {"1280 × 900": {"width": 1280, "height": 900}, "390 × 844": {"width": 390, "height": 844}}
COORDINATOR = "coordinator@amb.test"


@dataclass
class Figures:
    """What one size of window took, in milliseconds and megabytes."""

    first: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)
    opened: list[float] = field(default_factory=list)
    decided: list[float] = field(default_factory=list)
    heap: list[float] = field(default_factory=list)


def main() -> None:
    """Print one row for each size of window; says so when the first view takes longer than it may."""
    with TemporaryDirectory() as folder, _server(Path(folder)) as (address, path), _chromium() as browser:
        _measure(
            browser, address, path, "1280 × 900", Figures()
        )  # the server's caches are those of a day's work
        found = {size: Figures() for size in SIZES}
        for size in [size for _ in range(RUNS) for size in SIZES]:
            _measure(browser, address, path, size, found[size])
    table = Table(
        "window", "first view: median", "max", "settled", "decision opened", "decided ms", "heap MB"
    )
    for size, figures in found.items():
        medians = (figures.settled, figures.opened, figures.decided, figures.heap)
        row = (median(figures.first), max(figures.first), *map(median, medians))
        table.add_row(size, *(f"{value:,.0f}" for value in row))
    Console(width=120).print(table)
    slowest = max(median(figures.first) for figures in found.values())
    print(f"{AMENDMENTS} amendments on 60 pages: first view {slowest:,.0f} ms, of {LIMIT:,.0f} ms allowed")


@contextmanager
def _server(folder: Path) -> Iterator[tuple[str, str]]:
    """A server with the paper, and where its amendments are."""
    url = f"sqlite+aiosqlite:///{folder / 'positions.db'}"
    migrate(url)

    async def fill() -> str:
        text = long_text()
        async with world_at(url) as world:
            return (await amended(world, text, changes(text))).reference

    reference = asyncio.run(fill())
    with running_server(url) as address:
        yield address, f"/positions/{reference}/esmenes"


@contextmanager
def _chromium() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        sys.exit("./dev bench esmenes needs chromium: apt-get install chromium")
    arguments = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


def _measure(browser: Browser, address: str, path: str, size: str, figures: Figures) -> None:
    context = browser.new_context(
        base_url=address,
        viewport=SIZES[size],  # type: ignore[arg-type]  # a ViewportSize by its keys
        locale="ca-ES",
    )
    context.set_default_timeout(PATIENCE)
    context.request.post("/auth/demo", data={"email": COORDINATOR}, headers={"X-Positions": "1"})
    page = context.new_page()
    begun = time.perf_counter()
    page.goto(path, wait_until="commit")
    page.locator("article[id^=A]").first.wait_for()
    figures.first.append(_since(begun))
    page.locator(".amendments[data-whole]").wait_for()
    page.keyboard.press("j")
    page.wait_for_function("document.activeElement?.id.startsWith('A')")
    figures.settled.append(_since(begun))
    figures.heap.append(_heap(page))
    _decide(page, figures)
    context.close()


def _decide(page: Page, figures: Figures) -> None:
    """Reject the first that waits: the text stays as it is, so that every run decides on the same one."""
    begun = time.perf_counter()
    page.locator("article[id^=A] .button", has_text="Decideix").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("radio", name="Rebutja").check()
    figures.opened.append(_since(begun))
    dialog.get_by_label("Motiu de la decisió").fill("No s'hi escau.")
    begun = time.perf_counter()
    dialog.get_by_role("button", name="Rebutja").click()
    page.get_by_text("decidida.").wait_for()
    figures.decided.append(_since(begun))


def _heap(page: Page) -> float:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    used: float = session.send("Runtime.getHeapUsage")["usedSize"]
    return used / 1e6


def _since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
