"""The browsers' engine (yjs on Node) as a peer in tests."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from positions.updates import decode_state_vector

FRONTEND = Path(__file__).parents[2] / "frontend"
SCRIPT = Path(__file__).with_suffix(".mjs")
MISSING = "yjs is not installed: run `npm ci` in frontend/, or `./dev test`, which does"


def is_installed() -> bool:
    return shutil.which("node") is not None and (FRONTEND / "node_modules/yjs").is_dir()


class Yjs:
    """A process that holds yjs documents; each call is one line there and one line back."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._names = count()

    def ask(self, do: str, **request: object) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps({"do": do, **request}), file=self._process.stdin, flush=True)
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def document(self, client_id: int) -> "YjsDocument":
        name = str(next(self._names))
        self.ask("new", name=name, client=client_id)
        return YjsDocument(self, name)

    def merge(self, updates: Sequence[bytes]) -> bytes:
        return bytes.fromhex(self.ask("merge", updates=[u.hex() for u in updates])["update"])

    def foreign_update(self, kind: str) -> bytes:
        return bytes.fromhex(self.ask("other", kind=kind)["update"])


class YjsDocument:
    """One document; offsets are code points here too, and converted as a browser would."""

    def __init__(self, yjs: Yjs, name: str) -> None:
        self._yjs = yjs
        self._name = name
        self.text = ""
        self.state: dict[int, int] = {}
        self.is_pending = False

    def ask(self, do: str, **request: object) -> dict[str, Any]:
        answer = self._yjs.ask(do, name=self._name, **request)
        self.text = answer["text"]
        self.state = decode_state_vector(bytes.fromhex(answer["state"]))
        self.is_pending = answer["pending"]
        return answer

    def edit(self, *edits: tuple[int, int, str]) -> bytes:
        """Each edit is (offset, code points to delete, text), made one after the other."""
        text, units = self.text, []
        for start, length, inserted in edits:
            before, gone = (
                len(part.encode("utf-16-le")) // 2 for part in (text[:start], text[start:][:length])
            )
            units.append((before, gone, inserted))
            text = text[:start] + inserted + text[start + length :]
        return bytes.fromhex(self.ask("edit", edits=units)["update"])

    def apply(self, *updates: bytes) -> None:
        self.ask("apply", updates=[update.hex() for update in updates])

    def encode(self, since: bytes | None = None) -> bytes:
        more = {} if since is None else {"since": since.hex()}
        return bytes.fromhex(self.ask("encode", **more)["update"])


@contextmanager
def running_yjs() -> Iterator[Yjs]:
    """A yjs process of this test run's own."""
    command = [str(shutil.which("node")), str(SCRIPT), str(FRONTEND)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Yjs(process)
        assert process.stdin is not None
        process.stdin.close()
