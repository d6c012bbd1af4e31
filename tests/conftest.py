"""What every test may ask for: a migrated database of its own, on each engine.

`database_url` is a fresh database for each test, `module_database_url` one for a whole file. A test that asks for either
runs once on SQLite and once on PostgreSQL; `--databases sqlite` runs it on one only. `postgres_url` is PostgreSQL's alone.
"""

import gc
import shutil
from collections.abc import AsyncIterator, Iterator

import pytest
from hypothesis import settings

from positions.services import submissions
from positions.services.reference_data import load
from positions.services.unit_of_work import Database
from tests.support.clients import Clock
from tests.support.databases import ENGINES, PostgresTemplate, SqliteTemplate, Templates
from tests.support.engines import shared_statements
from tests.support.postgres import Cluster, throw_away_cluster
from tests.support.scratch import make_scratch_folder
from tests.support.states import keep_apart
from tests.support.world import World, world_at
from tests.support.yjs import MISSING, Yjs, is_installed, running_yjs

# A slow machine must not turn a property red, and the same commit must give the same answer everywhere.
settings.register_profile("house", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The engines are chosen on the command line."""
    parser.addoption("--databases", default=",".join(ENGINES), help="engines to test on, by comma")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run whatever needs a database once on each chosen engine."""
    if "engine" in metafunc.fixturenames:
        chosen = str(metafunc.config.getoption("databases")).split(",")
        unknown = set(chosen) - set(ENGINES)
        if unknown:
            raise pytest.UsageError(
                f"--databases knows {', '.join(ENGINES)}, not {', '.join(sorted(unknown))}"
            )
        if metafunc.definition.get_closest_marker("one_engine"):
            chosen = chosen[:1]
        metafunc.parametrize("engine", chosen, scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a database, so that the checks can run it apart."""
    for item in items:
        names = getattr(item, "fixturenames", ())
        if "engine" in names or "postgres_cluster" in names:
            item.add_marker(pytest.mark.database)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: the garbage collector need not look through it again and again."""
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """States of the world that a patched product reached are nobody else's."""
    keep_apart(item)


@pytest.fixture(scope="session", autouse=True)
def statements() -> Iterator[None]:
    """A statement is compiled once for the whole run."""
    with shared_statements():
        yield


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Asynchronous tests run on asyncio, as the server does."""
    return "asyncio"


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """A PostgreSQL cluster of this test run's own."""
    with throw_away_cluster() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def postgres_template(postgres_cluster: Cluster) -> PostgresTemplate:
    """The migrated template of PostgreSQL."""
    return PostgresTemplate(postgres_cluster)


@pytest.fixture(scope="session")
def database_template(engine: str, request: pytest.FixtureRequest) -> Iterator[Templates]:
    """The migrated template of this engine."""
    if engine == "postgresql":
        yield request.getfixturevalue("postgres_template")
    else:
        folder = make_scratch_folder()
        yield SqliteTemplate(folder)
        shutil.rmtree(folder)


@pytest.fixture
def database_url(database_template: Templates) -> Iterator[str]:
    """A fresh migrated database for this test."""
    url = database_template.copy()
    yield url
    database_template.remove(url)


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    """People and towns in a fresh database."""
    async with world_at(database_url) as made:
        yield made


@pytest.fixture
def nothing_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent is sent without printed forms: printing takes seconds, and is not what most tests are about."""
    monkeypatch.setattr(submissions, "FORMS", ())


@pytest.fixture(scope="session")
async def loaded_url(database_template: Templates) -> AsyncIterator[str]:
    """A database with the reference tables, to be copied."""
    url = database_template.copy()
    database = Database(url, Clock())
    async with database.write() as work:
        await load(work)
    await database.dispose()
    yield url
    database_template.remove(url)


@pytest.fixture
def postgres_url(postgres_template: PostgresTemplate) -> Iterator[str]:
    """A fresh migrated PostgreSQL database, for what several processes do."""
    url = postgres_template.copy()
    yield url
    postgres_template.remove(url)


@pytest.fixture(scope="module")
def module_database_url(database_template: Templates) -> Iterator[str]:
    """A fresh migrated database for this file."""
    url = database_template.copy()
    yield url
    database_template.remove(url)


@pytest.fixture(scope="session")
def yjs() -> Iterator[Yjs]:
    """The browsers' text engine, one process for the whole run."""
    if not is_installed():
        pytest.skip(MISSING)
    with running_yjs() as process:
        yield process
