"""Work in a process of its own, within a time and a memory: whatever a text does to a writer, the server is not held up.

Of each queue two such processes run at once; a third waits. The function and what it is given are pickled to the
child and its answer back: both ends are ours.
"""

import os
import pickle
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from positions.errors import LimitExceeded, Refusal

Made = TypeVar("Made")

AT_ONCE = 2
SECONDS = 60
_MEMORY = 3 * 1024**3


@dataclass(frozen=True)
class Queue:
    """Work that waits for its turn, and the reason of the refusal for what needs too much."""

    reason: str
    turns: threading.BoundedSemaphore = field(default_factory=lambda: threading.BoundedSemaphore(AT_ONCE))


FILES, TEXTS = Queue("file_takes_too_long"), Queue("text_takes_too_long")


def apart(work: Callable[..., Made], *given: object, seconds: float = SECONDS, queue: Queue = FILES) -> Made:
    """What the work makes of what it is given; LimitExceeded with the queue's reason when it needs too much."""
    with queue.turns:
        child = subprocess.Popen(  # noqa: S603 (our own interpreter and module)
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(sys.path), "LANG": "C.UTF-8", "PATH": os.defpath},
            start_new_session=True,
        )
        try:
            answer, _ = child.communicate(pickle.dumps((work, given)), timeout=seconds)
        except subprocess.TimeoutExpired:
            raise LimitExceeded(queue.reason, seconds=int(seconds)) from None
        finally:
            _end(child)
    if child.returncode != 0:
        raise LimitExceeded(queue.reason, seconds=int(seconds))
    made: Made | Refusal = pickle.loads(answer)  # noqa: S301 (written by our own child)
    if isinstance(made, Refusal):
        raise made
    return made


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child and whatever it started."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        child.communicate()


def _serve() -> None:
    """The child: one piece of work from the standard input, its answer on the standard output."""
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    work, given = pickle.load(sys.stdin.buffer)  # noqa: S301 (written by our own parent)
    try:
        made = work(*given)
    except Refusal as refusal:
        made = refusal
    sys.stdout.buffer.write(pickle.dumps(made))


if __name__ == "__main__":
    _serve()
