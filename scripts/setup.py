"""From an empty clone to everything installed and built, in the checkout's own folders."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.debian import VENV, install
from scripts.running import ROOT, STATE, Command, Step, Stop, fingerprint, quietly

UV = "0.13.9"
NODE = (20, 19)
BIN = ROOT / ".venv" / "bin"
FRONTEND = ROOT / "frontend"
_TOOLS = ROOT / ".venv-tools"
_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
_FRONTEND_OUTPUT = {"node_modules", "dist", "coverage"}


@contextmanager
def alone() -> Iterator[None]:
    """Let only one set-up at a time work in this checkout."""
    STATE.mkdir(exist_ok=True)
    with (STATE / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("  waiting for another ./dev in this folder", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def set_up(*, with_checks: bool, with_frontend: bool = True) -> None:
    """Install and build what is missing or outdated."""
    version = _node_version() if with_frontend else ""
    with alone():
        _sync_python(with_checks=with_checks)
        if with_frontend:
            _build_frontend(version)


def uv(*arguments: str) -> Command:
    """A call of the pinned uv, which lies in an environment of its own and trusts whom the machine trusts."""
    program = _TOOLS / "bin" / "uv"

    def work() -> None:
        if subprocess.call([sys.executable, "-c", "import ensurepip, venv"], stderr=subprocess.DEVNULL):
            install([VENV])
        quietly("venv", [sys.executable, "-m", "venv", "--clear", _TOOLS])
        pip = [
            str(_TOOLS / "bin" / "python"),
            "-m",
            "pip",
            "--disable-pip-version-check",
            "install",
            "--quiet",
        ]
        quietly("uv", [*pip, f"uv=={UV}"])

    Step("uv", fingerprint([], UV, sys.version, sys.executable), program).ensure(work)
    trust = ["--system-certs"] if _CERTIFICATES.exists() else []
    return [program, *arguments, "--python", sys.executable, *trust]


def _sync_python(*, with_checks: bool) -> None:
    """Bring .venv to what uv.lock says; starting leaves there what the checks have added."""
    inputs = fingerprint([ROOT / "pyproject.toml", ROOT / "uv.lock"], UV, sys.version, sys.executable)
    product = Step("python", inputs, BIN / "positions")
    checks = Step("python-with-checks", inputs, BIN / "pytest")
    if checks.is_done():
        return
    options = [] if with_checks else ["--no-dev", "--inexact"]
    step = checks if with_checks else product
    step.ensure(lambda: quietly("uv-sync", uv("sync", "--locked", "--quiet", "--compile-bytecode", *options)))


def _node_version() -> str:
    """Node's version; it and npm have to be there and new enough."""
    wanted = f"Node.js {NODE[0]}.{NODE[1]} or newer, with npm, is needed"
    if not shutil.which("node") or not shutil.which("npm"):
        raise Stop(f"{wanted}, and is not on the PATH (Debian 12's own nodejs is too old).")
    version = subprocess.run(
        ["node", "--version"], stdout=subprocess.PIPE, text=True, check=True
    ).stdout.strip()
    if tuple(int(part) for part in version.lstrip("v").split(".")[:2]) < NODE:
        raise Stop(f"{wanted}; this is {version}.")
    return version


def _build_frontend(node_version: str) -> None:
    """Install what package-lock.json says, running nobody's install script, and build frontend/dist."""
    inputs = fingerprint([FRONTEND / "package.json", FRONTEND / "package-lock.json"], node_version)
    npm_ci = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    packages = Step("npm-ci", inputs, FRONTEND / "node_modules")
    packages.ensure(lambda: quietly("npm-ci", npm_ci, folder=FRONTEND))
    build = Step("build", fingerprint(_frontend_sources(), inputs), FRONTEND / "dist" / "index.html")
    build.ensure(lambda: quietly("build", ["npm", "run", "build"], folder=FRONTEND))


def _frontend_sources() -> Iterator[Path]:
    for folder, names, files in os.walk(FRONTEND):
        names[:] = [name for name in names if name not in _FRONTEND_OUTPUT]
        yield from (Path(folder, file) for file in files)
