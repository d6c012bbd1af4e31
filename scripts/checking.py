"""`./dev test`: every check the project has, in parts; CI runs nothing else."""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scripts.debian import (
    CHROMIUM,
    FONTS,
    LIBATOMIC,
    POPPLER,
    POSTGRESQL,
    QPDF,
    WRITER,
    Package,
    install,
)
from scripts.running import ROOT, Command, Stop, heard, loudly
from scripts.setup import BIN, FRONTEND, alone, set_up

# A browser's event loop outlives its tests, so they run in a call of their own; so do those that start a server for Node.
_TESTS = ("tests", "--ignore=tests/browser", "--ignore=tests/api/http")


# What a file's tests begin with is played, parsed or started by each process that runs some of them: so a file is run by one.
# Files are taken in their order, which ends with many small ones.
_BY_FILE = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")

# Each process has a server and a browser of its own, and waits for them half of the time, so there are more than cores; who has
# nothing left to do takes tests from another one.
_SHARED_OUT = ("-n", str((os.cpu_count() or 1) * 3 // 2), "--dist", "worksteal")


@dataclass(frozen=True)
class Part:
    """One part of the checks: its commands, where they run, and what they need; or whether they take every core by themselves."""

    what: str
    commands: tuple[Command, ...]
    folder: Path = ROOT
    packages: tuple[Package, ...] = ()
    needs_frontend: bool = False
    takes_every_core: bool = False


def _pytest(*arguments: str) -> Command:
    return [BIN / "python", "-m", "pytest", "-q", *arguments]


PARTS = {
    "format": Part("Python is formatted", ([BIN / "ruff", "format", "--check", "--quiet", "."],)),
    "lint": Part(
        "Python, the Dockerfile and compose.yaml keep the rules",
        (
            [BIN / "ruff", "check", "--quiet", "."],
            [BIN / "hadolint", "Dockerfile"],
            [BIN / "check-jsonschema", "--quiet", "--builtin-schema", "vendor.compose-spec", "compose.yaml"],
        ),
    ),
    "imports": Part("who may import whom", ([BIN / "lint-imports", "--no-cache"],)),
    "types": Part("mypy, strict", ([BIN / "mypy"], [BIN / "mypy", "--scripts-are-modules", "dev"])),
    "unit": Part(
        "rules and architecture, without a database",
        (_pytest("-m", "not database", *_BY_FILE, *_TESTS),),
        packages=(
            QPDF,
            POPPLER,
            WRITER,
        ),  # printed pages are read again, and a Word file saved by another program
        needs_frontend=True,  # yjs is the other side of some of them
        takes_every_core=True,
    ),
    "api": Part(
        "services and API on SQLite and on PostgreSQL",
        (_pytest("-m", "database", *_BY_FILE, *_TESTS),),
        packages=(POSTGRESQL,),
        needs_frontend=True,  # a program on Node, as docs/live.md prints it, is one of the clients
        takes_every_core=True,
    ),
    "frontend": Part(
        "format, types and units of the frontend",
        (["npm", "run", "--silent", "check"], ["npm", "--silent", "test"]),
        folder=FRONTEND,
        needs_frontend=True,
    ),
    "http": Part(
        "the audits of GraphQL over HTTP, and signing in at a real provider",
        (_pytest("tests/api/http"),),
        packages=(POSTGRESQL,),
        needs_frontend=True,
    ),
    "browser": Part(
        "the whole chain in a browser",
        (_pytest("tests/browser", *_SHARED_OUT),),
        packages=(CHROMIUM, LIBATOMIC, FONTS, POSTGRESQL),
        needs_frontend=True,
        takes_every_core=True,
    ),
}


def run_parts(names: Sequence[str]) -> bool:
    """Run these parts, or all; go on after a failure, report each with its time; whether all passed."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        raise Stop(f"There is no part {', '.join(unknown)}; the parts are {', '.join(PARTS)}.")
    parts = {name: PARTS[name] for name in names or PARTS}
    with alone():
        install(package for part in parts.values() for package in part.packages)
    set_up(with_checks=True, with_frontend=any(part.needs_frontend for part in parts.values()))
    results = dict(
        _run_side_by_side({name: part for name, part in parts.items() if not part.takes_every_core})
    )
    for name, part in parts.items():
        if part.takes_every_core:
            began = time.monotonic()
            _announce(name)
            passed = [loudly(command, folder=part.folder) for command in part.commands]
            results[name] = (all(passed), time.monotonic() - began)
    return _summarise({name: results[name] for name in parts})


def _run_side_by_side(parts: Mapping[str, Part]) -> Iterator[tuple[str, tuple[bool, float]]]:
    """Run parts of one core each, as many at a time as there are cores; what each said is printed when it is done."""
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        for name, (passed, seconds, said) in zip(parts, cores.map(_hear, parts.values()), strict=True):
            _announce(name)
            print(said, end="", flush=True)
            yield name, (passed, seconds)


def _hear(part: Part) -> tuple[bool, float, str]:
    began = time.monotonic()
    done = [heard(command, folder=part.folder) for command in part.commands]
    passed, said = all(has_passed for has_passed, _ in done), "".join(told for _, told in done)
    return passed, time.monotonic() - began, said


def _announce(name: str) -> None:
    print(f"\n== {name}: {PARTS[name].what}", flush=True)


def _summarise(results: dict[str, tuple[bool, float]]) -> bool:
    print("\n== summary")
    for name, (has_passed, seconds) in results.items():
        print(f"{name:<10} {'passed' if has_passed else 'FAILED':<8} {seconds:7.1f} s")
    failed = sum(not has_passed for has_passed, _ in results.values())
    print(f"checks: {len(results) - failed} passed, {failed} failed", flush=True)
    return not failed
