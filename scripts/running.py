"""Running commands: quietly in set-up, in plain sight in checks; and remembering which steps are done."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATE = ROOT / ".dev"
_LEADS_ASTRAY = ("VIRTUAL_ENV", "PYTHONHOME", "PYTHONPATH")  # to other packages than ours
_SLOWS_DOWN = ("PYTHONDONTWRITEBYTECODE",)  # images set it: each process would compile 800 files for itself
_SHOWN_OF_A_LOG = 6000

Command = Sequence[str | Path]


class Stop(Exception):
    """The sentence that says why this cannot go on."""


def environment(variables: Mapping[str, str] | None = None) -> dict[str, str]:
    """The caller's environment as our programs get it, with these variables added."""
    kept = {name: value for name, value in os.environ.items() if name not in _LEADS_ASTRAY + _SLOWS_DOWN}
    return {**kept, "PYTHONUNBUFFERED": "1", **(variables or {})}


def show(command: Command) -> str:
    """The command as one would type it in the checkout."""
    return " ".join(str(part).replace(f"{ROOT}/", "") for part in command)


def quietly(
    name: str, command: Command, *, folder: Path = ROOT, variables: Mapping[str, str] | None = None
) -> None:
    """Run one set-up command; print it with its time, and what it says only when it fails."""
    print(f"  {show(command)}", end="", flush=True)
    began = time.monotonic()
    log = STATE / f"{name}.log"
    with log.open("wb") as output:
        code = subprocess.call(
            [str(part) for part in command],
            cwd=folder,
            env=environment(variables),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    print(f"  ({time.monotonic() - began:.1f} s)", flush=True)
    if code:
        print(log.read_text(errors="replace")[-_SHOWN_OF_A_LOG:], file=sys.stderr)
        raise Stop(f"That command failed with exit code {code}; all it said is in .dev/{log.name}.")


def loudly(command: Command, *, folder: Path = ROOT) -> bool:
    """Run one check in plain sight; whether it passed."""
    print(f"$ {show(command)}", flush=True)
    words = [str(part) for part in command]
    return subprocess.call(words, cwd=folder, env=environment(), stdin=subprocess.DEVNULL) == 0


def heard(command: Command, *, folder: Path = ROOT) -> tuple[bool, str]:
    """Run one check beside others; whether it passed, and what it said."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode == 0, f"$ {show(command)}\n{done.stdout.decode(errors='replace')}"


def fingerprint(files: Iterable[Path], *facts: object) -> str:
    """One hash of where the checkout lies, of these files' names and contents, and of these facts."""
    digest = hashlib.sha256(repr((str(ROOT), facts)).encode())
    for file in sorted(files):
        digest.update(f"{file.relative_to(ROOT)}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


@dataclass(frozen=True)
class Step:
    """Work that need not be done again while its inputs are the same and its result is there."""

    name: str
    inputs: str
    result: Path

    def is_done(self) -> bool:
        """Whether it was done on these inputs."""
        stamp = self._stamp()
        return self.result.exists() and stamp.exists() and stamp.read_text() == self.inputs

    def ensure(self, work: Callable[[], None]) -> None:
        """Do it unless it is done."""
        if not self.is_done():
            work()
            self._stamp().write_text(self.inputs)

    def _stamp(self) -> Path:
        return STATE / f"{self.name}.done"
