"""The load: people at sockets, in one Node process (`crowd.mjs`), told line by line what to do."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FRONTEND = Path(__file__).parents[2] / "frontend"
MISSING = "skipped: Node, `ws` or `@hocuspocus/server` is missing: run `./dev setup`"


@dataclass(frozen=True)
class Person:
    """Somebody who has a paper open: where, as whom, and the name of the document where a server wants it in each frame."""

    url: str
    paper: str
    cookie: str = ""
    origin: str = ""
    prefix: str | None = None


def is_installed() -> bool:
    packages = ("ws", "yjs", "@hocuspocus/server")
    return bool(shutil.which("node")) and all(
        (FRONTEND / "node_modules" / package).is_dir() for package in packages
    )


class Crowds:
    """The process; each order waits for its answer."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def open(self, crowd: str, people: Sequence[Person]) -> None:
        """Let people open their papers."""
        self._order("open", crowd, people=[asdict(person) for person in people])
        self._answer("open")

    def type(self, crowd: str, seconds: float, rate: float, look: Callable[[], object]) -> dict[str, Any]:
        """Let all of a crowd type; `look` is called when they begin, and when everything was heard."""
        self._order("type", crowd, seconds=seconds, rate=rate)
        self._answer("begun")
        look()
        self._answer("ended")
        measured = self._answer("measured")
        look()
        return measured

    def check(self, crowd: str) -> None:
        """Open every paper anew: each key that was typed has to be there."""
        self._order("check", crowd)
        found = self._answer("checked")
        if found["grown"] != found["keys"]:
            raise RuntimeError(
                f"{crowd}: {found['keys']} keys were typed, {found['grown']} are in the papers"
            )

    def visit(self, person: Person) -> dict[str, float]:
        """Let somebody open a paper and leave: how long until the text's bytes are there, and until they are read."""
        self._order("visit", "", people=[asdict(person)])
        return self._answer("visited")

    def stick(self, person: Person) -> int:
        """Let somebody open a paper and read nothing more; the local port of their socket."""
        self._order("stick", "", people=[asdict(person)])
        return int(self._answer("stuck")["port"])

    def close(self, crowd: str) -> None:
        """Let people leave."""
        self._order("close", crowd)
        self._answer("closed")

    def _order(self, do: str, crowd: str, **more: object) -> None:
        assert self._process.stdin is not None
        print(json.dumps({"do": do, "crowd": crowd, **more}), file=self._process.stdin, flush=True)

    def _answer(self, at: str) -> dict[str, Any]:
        assert self._process.stdout is not None
        told: dict[str, Any] = json.loads(self._process.stdout.readline())
        if told["at"] != at:
            raise RuntimeError(told.get("reason", told))
        return told


@contextmanager
def crowds() -> Iterator[Crowds]:
    """The process for the length of a block."""
    command = ["node", str(Path(__file__).with_name("crowd.mjs"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Crowds(process)
        finally:
            process.kill()
