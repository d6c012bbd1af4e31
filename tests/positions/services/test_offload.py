"""Where work is done depends on what it is given, never on a clock."""

import os
import threading

import pytest

from positions.errors import Conflict
from positions.services.offload import LARGE, SMALL, offload


def place(*_texts: str | bytes) -> tuple[int, int]:
    """The process and the thread that this runs in."""
    return os.getpid(), threading.get_ident()


def refuse(_text: str) -> str:
    raise Conflict("edits_overlap", ["text"], count=3)


HERE = os.getpid()


async def test_small_work_is_done_at_once() -> None:
    assert await offload(place, "x" * SMALL) == (HERE, threading.get_ident())


@pytest.mark.parametrize("given", [("x" * SMALL, "y"), ("x" * (LARGE // 2), b"y" * (LARGE // 2))])
async def test_larger_work_is_done_in_a_thread(given: tuple[str | bytes, ...]) -> None:
    process, thread = await offload(place, *given)
    assert process == HERE
    assert thread != threading.get_ident()


@pytest.mark.parametrize("given", [("x" * LARGE, "y"), ("a\n\n" * (LARGE // 40), ""), (b"x" * LARGE, b"y")])
async def test_the_largest_is_done_in_a_process_many_lines_too(given: tuple[str | bytes, ...]) -> None:
    process, _ = await offload(place, *given)
    assert process != HERE


async def test_a_refusal_comes_back_from_a_process() -> None:
    with pytest.raises(Conflict, match="edits_overlap") as caught:
        await offload(refuse, "x" * (LARGE + 1))
    assert caught.value.fields == {"count": 3}
