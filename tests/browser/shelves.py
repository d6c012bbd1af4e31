"""Browsers that are handed on from test to test as good as new: what was loaded and compiled of the site's own files stays."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

PATIENCE = 15_000
"""Milliseconds: a slow machine must not turn a test red."""

ONE_PROCESS = "--process-per-site"
"""All windows of a browser share one process, so that it lasts as long as one of them is open."""


class Kept:
    """A browser, and the window without any script that keeps its process from ending between two tests."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        context.set_default_timeout(PATIENCE)
        self._anchor: Page | None = None

    def empty(self, address: str) -> None:
        """Take away whatever a test left: session, permissions, windows, what the site stored."""
        self.context.unroute_all()
        self.context.set_offline(False)
        self.context.clear_permissions()
        self.context.clear_cookies()
        opened = [page for page in self.context.pages if page is not self._anchor]
        if not opened:
            return
        if self._anchor is None:
            self._anchor = self.context.new_page()
            self._anchor.goto(f"{address}/healthz")
        for page in opened:
            page.close()
        session = self.context.new_cdp_session(self._anchor)
        session.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": "all"})
        session.detach()


class Shelf:
    """The browsers that nobody uses now, by how they are set up."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: defaultdict[str, list[Kept]] = defaultdict(list)

    @contextmanager
    def taken(self, *, base_url: str, **setting: Any) -> Iterator[BrowserContext]:
        """A browser that nobody is signed in at and that keeps nothing of anybody, for as long as the block lasts."""
        free = self._free[f"{base_url} {setting}"]
        kept = free.pop() if free else Kept(self._browser.new_context(base_url=base_url, **setting))
        yield kept.context
        kept.empty(base_url)
        free.append(kept)
