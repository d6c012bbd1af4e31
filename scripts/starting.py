"""`./dev start`: the server with the demo papers on SQLite, until Ctrl-C."""

import ctypes
import secrets
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from types import FrameType

from scripts.running import ROOT, Stop, environment, quietly
from scripts.setup import BIN, alone, set_up

_READY_SECONDS = 60
_STOP_SECONDS = 15
_PR_SET_PDEATHSIG = 1


def start(port: int, folder: Path) -> None:
    """From whatever state to a running server; its database is kept in `folder`."""
    if not _is_free(port):
        raise Stop(f"Port {port} is in use; choose another: ./dev start --port {port + 1}")
    set_up(with_checks=False)
    folder.mkdir(parents=True, exist_ok=True)
    variables = {
        "POSITIONS_DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'positions.db'}",
        "POSITIONS_SECRET": _kept_secret(folder),
        "POSITIONS_BASE_URL": f"http://localhost:{port}",
        "POSITIONS_DEMO": "1",
    }
    with alone():
        _prepare_database(folder, variables)
    _serve(port, variables)


def _is_free(port: int) -> bool:
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _kept_secret(folder: Path) -> str:
    """The key that signs this folder's sessions; made once, readable by its owner only."""
    file = folder / "secret"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text()


def _prepare_database(folder: Path, variables: dict[str, str]) -> None:
    """Bring the database up to date and play the demo into an empty one, anew if it was cut short."""
    database, unfinished = folder / "positions.db", folder / "demo-unfinished"
    if unfinished.exists():
        for file in folder.glob("positions.db*"):
            file.unlink()
    quietly("migrate", [BIN / "positions", "migrate"], variables=variables)
    if _is_empty(database):
        unfinished.touch()
        quietly("demo", [BIN / "positions", "demo"], variables=variables)
    unfinished.unlink(missing_ok=True)


def _is_empty(database: Path) -> bool:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT 1 FROM positions LIMIT 1").fetchone() is None


def _serve(port: int, variables: dict[str, str]) -> None:
    """Run the server until Ctrl-C or a signal, then end it in good order."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    server = subprocess.Popen(
        [str(BIN / "positions"), "serve", "--port", str(port)],
        cwd=ROOT,
        env=environment(variables),
        start_new_session=True,  # Ctrl-C reaches us alone, and we end it once
        preexec_fn=_end_with_parent,  # noqa: PLW1509  # there are no threads here
    )
    try:
        _wait_until_ready(server, variables["POSITIONS_BASE_URL"])
        print(f"\nPositions is running: {variables['POSITIONS_BASE_URL']}   (Ctrl-C stops it)\n", flush=True)
        raise Stop(f"The server ended by itself, with exit code {server.wait()}.")
    except KeyboardInterrupt:
        print("\nStopping.", flush=True)
    finally:
        server.terminate()
        try:
            server.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _end_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _wait_until_ready(server: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + _READY_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):  # noqa: S310  # our own http address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise Stop("The server did not come up; what it said stands above.")
