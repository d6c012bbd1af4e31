"""Work apart: its answer or its refusal comes back, and one that takes too long is ended with all it started."""

import os
import subprocess
import time

import pytest

from positions.errors import Invalid, LimitExceeded
from positions.publishing.apart import apart


def double(value: str) -> str:
    return value * 2


def refuse(reason: str) -> str:
    raise Invalid(reason, ["file"], limit=3)


def stall(marker: str) -> str:
    subprocess.run(["sleep", marker], check=False)
    return "too late"


def crash() -> str:
    os.abort()


def devour() -> int:
    return len(bytearray(8 * 1024**3))


def test_the_answer_comes_back() -> None:
    assert apart(double, "l·l 😀") == "l·l 😀l·l 😀"


def test_a_refusal_comes_back_whole() -> None:
    with pytest.raises(Invalid, match="file_broken") as caught:
        apart(refuse, "file_broken")
    assert (caught.value.path, caught.value.fields) == (("file",), {"limit": 3})


def test_what_takes_too_long_is_ended_with_its_children() -> None:
    marker = f"{40_000 + os.getpid()}"
    began = time.monotonic()
    with pytest.raises(LimitExceeded, match="file_takes_too_long"):
        apart(stall, marker, seconds=1)
    assert time.monotonic() - began < 20
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=False).stdout
    assert f"sleep {marker}" not in running


@pytest.mark.parametrize("work", [crash, devour])
def test_a_crash_or_hunger_is_a_refusal(work: object) -> None:
    with pytest.raises(LimitExceeded, match="file_takes_too_long"):
        apart(work)  # type: ignore[arg-type]  # both are functions
