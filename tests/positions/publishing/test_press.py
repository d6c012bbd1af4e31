"""The press: few files at a time, the same one from memory, and a polite no when too many wait."""

import asyncio
import threading

import pytest

from positions.errors import RateLimited
from positions.publishing import press as pressing
from positions.publishing.papers import PaperFile
from positions.publishing.press import Press

at_once: list[int] = []
running = 0
lock = threading.Lock()
gate = threading.Event()


def file_of(name: str) -> PaperFile:
    global running  # noqa: PLW0603 (counted across threads)
    with lock:
        running += 1
        at_once.append(running)
    gate.wait(10)
    with lock:
        running -= 1
    return PaperFile(name, "text/plain", name.encode())


@pytest.fixture(autouse=True)
def fresh() -> None:
    at_once.clear()
    gate.clear()


async def test_the_same_file_is_made_once() -> None:
    gate.set()
    press = Press()
    first = await press.make(file_of, "a")
    assert await press.make(file_of, "a") is first
    assert len(at_once) == 1


async def test_two_are_made_at_a_time_and_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pressing, "_WAITING", 4)
    press = Press()
    waiting = [asyncio.create_task(press.make(file_of, str(number))) for number in range(4)]
    await asyncio.sleep(0)
    with pytest.raises(RateLimited, match="files_busy"):
        await press.make(file_of, "one too many")
    gate.set()
    await asyncio.gather(*waiting)
    assert max(at_once) <= 2


async def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    gate.set()
    monkeypatch.setattr(pressing, "_KEPT_BYTES", 3)
    press = Press()
    for name in ("a", "b", "c", "d", "a"):
        await press.make(file_of, name)
    assert len(at_once) == 5
