"""A real browser on a real server: Debian's Chromium, the built frontend, the demo papers, and people who sign in."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.people import SIZES, Person
from tests.browser.shelves import ONE_PROCESS, PATIENCE, Shelf
from tests.support.servers import running_server
from tests.support.sharing import made_once

ROOT = Path(__file__).parents[2]

expect.set_options(timeout=PATIENCE)

ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36"
"""What Chrome says on a phone with Android, where the editor takes its letters another way."""

SignIn = Callable[..., Person]


def _positions(url: str, *command: str) -> str:
    """Run one of the operator's commands on a database; what it prints."""
    program = Path(sys.executable).with_name("positions")
    environment = {**os.environ, "POSITIONS_DATABASE_URL": url}
    done = subprocess.run([program, *command], env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def demo_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with the demo papers of this process's own; they are played once for all processes."""
    played = made_once(tmp_path_factory, "demo.db", _play)
    own = tmp_path_factory.mktemp("browser") / "positions.db"
    return _url(shutil.copyfile(played, own))


def _play(file: Path) -> None:
    _positions(_url(file), "migrate")
    _positions(_url(file), "demo")


def _url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture(scope="session")
def operator(demo_url: str) -> Callable[..., str]:
    """Runs one of the operator's commands on the server's database: `operator("verify")`."""
    return partial(_positions, demo_url)


@pytest.fixture(scope="session")
def address(demo_url: str) -> Iterator[str]:
    """The address of a server with the demo papers."""
    assert (ROOT / "frontend/dist/index.html").is_file(), "build the frontend first: ./dev setup"
    with running_server(demo_url) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests."""
    executable = shutil.which("chromium")
    assert executable, "apt-get install chromium"
    arguments = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", ONE_PROCESS]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shelf(browser: Browser) -> Shelf:
    """Where the browsers stand that nobody uses now."""
    return Shelf(browser)


@pytest.fixture
def sign_in(shelf: Shelf, address: str) -> Iterator[SignIn]:
    """Sign somebody in (or, without an address, let anybody in) in a browser of their own: `sign_in(email, size=, language=, agent=)`; `by` another address."""
    with ExitStack() as taken:

        def open_for(
            email: str | None = None,
            *,
            size: str = "desktop",
            language: str = "ca",
            dark: bool = False,
            by: str = address,
            agent: str | None = None,
        ) -> Person:
            context = taken.enter_context(
                shelf.taken(
                    base_url=by,
                    viewport=SIZES[size],
                    locale={"ca": "ca-ES", "es": "es-ES", "en": "en-GB"}[language],
                    timezone_id="Europe/Madrid",
                    color_scheme="dark" if dark else "light",
                    reduced_motion="reduce",
                    user_agent=agent,
                )
            )
            if email:
                enter(context, email, language)
            return Person(context)

        yield open_for


def enter(context: BrowserContext, email: str, language: str) -> None:
    """Sign somebody in at a browser, in a language."""
    for path, given in (("demo", {"email": email}), ("locale", {"locale": language})):
        answer = context.request.post(f"/auth/{path}", data=given, headers={"X-Positions": "1"})
        assert answer.ok, answer.text()


@pytest.fixture
def page(sign_in: SignIn) -> Page:
    """A page of nobody in particular."""
    return sign_in().page
