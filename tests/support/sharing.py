"""What the processes of one test run make once for all of them."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The file that the first process to ask makes, and the others wait for and find."""
    own = folders.getbasetemp()
    target = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    with target.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            part = target.with_suffix(".part")
            make(part)
            part.rename(target)
    return target
