"""What ./dev says when it cannot do what it is asked: one sentence, exit code 2."""

import socket
import subprocess
import sys

from tests.support.sources import ROOT


def _dev(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, ROOT / "dev", *words], capture_output=True, text=True, check=False)


def test_a_busy_port_is_named_before_anything_is_done() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        answer = _dev("start", "--port", str(port))
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert answer.stderr == f"./dev: Port {port} is in use; choose another: ./dev start --port {port + 1}\n"


def test_an_unknown_part_is_refused_with_the_known_ones() -> None:
    answer = _dev("test", "everything")
    assert answer.returncode == 2
    assert answer.stderr.startswith("./dev: There is no part everything; the parts are format, lint, ")
