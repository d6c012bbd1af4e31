"""The command line: run the server, bring the database up to date, add people and tokens, prove the record."""

import asyncio
import gc
import os
import re
import sys
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, NoReturn, TypeVar

import typer
import uvicorn
from starlette.applications import Starlette

from api.app import create_app
from api.graphql.schema import write_sdl
from api.settings import Settings, SettingsInvalid, read_settings
from api.workers import SERVED, Seats
from positions.actors import Role, Scope
from positions.deadlines import day_of
from positions.demo.player import play
from positions.errors import NotFound, Refusal
from positions.messages.catalogue import message
from positions.migrations.commands import migrate as run_revisions
from positions.publishing.dossiers import MAX_BYTES, faults, sealed_as
from positions.queries.members import actor_by_email
from positions.services.members import AddMember, add_member
from positions.services.reference_data import load
from positions.services.tokens import CreateToken, create_token
from positions.services.unit_of_work import Database
from positions.services.upkeep import is_ready
from positions.services.verification import verify as find_differences

T = TypeVar("T")

GARBAGE = 20_000
"""New objects after which Python looks for those that nobody needs: an update is read as hundreds of small ones, a paper as tens of thousands."""

SEATS = "POSITIONS_SEATS"
"""What tells workers how many they are, and in which folder they find one another."""

SDL = Path(__file__).parent / "graphql" / "schema.graphql"

main = typer.Typer(name="positions", help=__doc__, no_args_is_help=True, pretty_exceptions_enable=False)
members = typer.Typer(help="People and their roles.", no_args_is_help=True)
tokens = typer.Typer(help="Secrets for programs.", no_args_is_help=True)
main.add_typer(members, name="member")
main.add_typer(tokens, name="token")


def application() -> Starlette:
    """The application as uvicorn's workers make it."""
    number, _, folder = os.environ.get(SEATS, "").partition(":")
    app = create_app(read_settings(), seats=Seats(Path(folder), int(number)) if folder else None)
    gc.freeze()  # what is loaded by now stays, and need not be looked at again and again
    gc.set_threshold(GARBAGE)
    return app


@main.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(help="Processes; more than one needs PostgreSQL.")] = 1,
) -> None:
    """Run the server until it is stopped."""
    os.environ.setdefault("POSITIONS_BASE_URL", f"http://{host}:{port}")
    settings = _settings()
    if workers > 1 and settings.database_url.startswith("sqlite"):
        _stop("SQLite is written by one process: several workers need PostgreSQL.")
    os.environ["POSITIONS_SECRET"] = settings.secret  # one for all workers, also where nobody named it
    with ExitStack() as run:
        if workers > 1 and sys.platform == "linux":
            folder = run.enter_context(TemporaryDirectory(prefix="positions-"))
            os.environ[SEATS] = f"{workers}:{folder}"
        uvicorn.run(
            "api.cli:application",
            factory=True,
            host=host,
            port=port,
            workers=workers,
            timeout_worker_healthcheck=60,  # a worker takes longer than uvicorn's 5 seconds to start on a busy machine
            **SERVED,
        )


@main.command()
def migrate() -> None:
    """Bring the database and its reference tables up to date."""
    run_revisions(_settings().database_url)
    _with_database(_load)


@main.command()
def demo() -> None:
    """Play the demo papers into an empty database, dated so that their present is today."""

    async def act(database: Database) -> int:
        return await play(database.url, day_of(database.clock()), _tell)

    print(f"{_with_database(act)} steps played.")


def _tell(done: int, steps: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {steps}", end="" if done < steps else "\n", file=sys.stderr, flush=True)


@main.command()
def schema(
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail when the file differs.")
    ] = False,
) -> None:
    """Write the GraphQL schema to its file in the repository."""
    sdl = write_sdl()
    if not check:
        SDL.write_text(sdl, encoding="utf-8")
    elif not SDL.is_file() or SDL.read_text(encoding="utf-8") != sdl:
        _stop(f"{SDL.name} is not the served schema: run `positions schema`.")


@members.command("add")
def add_a_member(
    email: Annotated[str, typer.Option(help="Address; the same person may have several roles.")],
    name: Annotated[str, typer.Option(help="Name as others read it.")],
    organization: Annotated[str, typer.Option(help="Organization's code: 08019, AMB, …")],
    role: Annotated[str, typer.Option(help="delegate, coordinator, observer or administrator.")],
) -> None:
    """Give a person a role for an organization."""
    request = AddMember(email, name, organization, _one_of(Role, role))

    async def act(database: Database) -> None:
        async with database.write() as work:
            await add_member(work, request)

    _with_database(act)


@tokens.command("create")
def create_a_token(
    email: Annotated[str, typer.Option(help="The member the token acts for.")],
    scopes: Annotated[str, typer.Option(help="By comma: read, comment, write, vote, administer.")],
    days: Annotated[int, typer.Option(help="Days until it ends.")] = 90,
    name: Annotated[str, typer.Option(help="What the token is called.")] = "command line",
    organization: Annotated[str | None, typer.Option(help="The only organization it acts for.")] = None,
) -> None:
    """Make a token and print its secret, alone, on one line."""
    wanted = [_one_of(Scope, scope) for scope in scopes.split(",")]

    async def act(database: Database) -> str:
        async with database.write() as work:
            actor = await actor_by_email(work.session, email, work.now)
            if actor is None:
                raise NotFound("member_unknown", ["email"])
            request = CreateToken(name, wanted, work.now + timedelta(days=days), organization)
            _, secret = await create_token(work, actor, request)
            return secret

    print(_with_database(act))


@main.command()
def verify(
    subject: Annotated[
        str | None,
        typer.Argument(
            metavar="[REFERENCE | DOSSIER.zip]",
            help="One position, or a sealed dossier; all positions without.",
        ),
    ] = None,
) -> None:
    """Prove the record, the versions, the database's rules, or a dossier; exit 1 and say what differs when they do not hold."""
    if subject is not None and subject.lower().endswith(".zip"):
        _verify_dossier(Path(subject))
        return

    async def act(database: Database) -> int:
        differences = 0
        async for finding in find_differences(database, subject):
            differences += 1
            print(f"{finding.subject}: {finding.difference}", file=sys.stderr)
        return differences

    found = _with_database(act)
    if found:
        _stop(f"{found} differences.")
    print(f"{subject or 'Everything'} holds.")


def _verify_dossier(path: Path) -> None:
    """Prove a dossier by itself: no database, no settings."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError:
        _stop(f"{path} cannot be read.")
    if size > MAX_BYTES:
        _stop(f"{path}: is larger than any dossier.")
    found = faults(content)
    for fault in found:
        print(f"{path}: {fault.subject} {fault.difference}", file=sys.stderr)
    if found:
        raise typer.Exit(1)
    print(f"{path} holds. {sealed_as(content)}")


async def _load(database: Database) -> None:
    async with database.write() as work:
        await load(work)


def _settings() -> Settings:
    try:
        return read_settings()
    except SettingsInvalid as error:
        _stop(str(error))


def _with_database(act: Callable[[Database], Awaitable[T]]) -> T:
    settings = _settings()

    async def run() -> T:
        database = Database(settings.database_url)
        try:
            if not await is_ready(database):
                _stop("The database cannot be reached or is not up to date: run `positions migrate`.")
            return await act(database)
        finally:
            await database.dispose()

    try:
        return asyncio.run(run())
    except Refusal as refusal:
        _stop(message(refusal.reason, _language(), **refusal.fields))


def _language() -> str:
    match = re.match(r"(ca|es|en)", os.environ.get("LC_ALL") or os.environ.get("LANG") or "")
    return match[1] if match else "en"


Word = TypeVar("Word", Role, Scope)


def _one_of(words: type[Word], given: str) -> Word:
    try:
        return words(given.strip().upper())
    except ValueError:
        _stop(f"{given!r} is none of {', '.join(word.value.lower() for word in words)}.")


def _stop(sentence: str) -> NoReturn:
    print(sentence, file=sys.stderr)
    raise typer.Exit(1)
