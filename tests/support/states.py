"""States of the small world that were reached before are copied, not played again.

`@step` is for functions that take a world or a client somewhere, such as `ready(world)`: who asks for the same steps from the same
beginning on gets the rows, the moment and the answer of whoever asked before. It holds only while nothing else happens: once somebody
writes to the database, sets the clock or listens to the bus, every step is played; and whoever patches the product keeps apart.
"""

import asyncio
import inspect
import pickle
import re
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from hashlib import sha256
from itertools import chain
from typing import Any, Protocol, TypeVar, cast

import pytest

from positions.actors import Actor
from positions.services.unit_of_work import Database
from tests.support.contents import Contents, Rows, contents_of

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Coroutine[Any, Any, Any]])

_ID = re.compile(rb"[a-z]{3}_[0-9A-Z]{26}")


@dataclass
class State:
    """What a database holds after some steps, and the states that were reached from it; without rows it was only passed."""

    path: bytes
    rows: Rows | None = None
    now: datetime | None = None
    answer: bytes = b""
    further: dict[bytes, "State"] = field(default_factory=dict)


class Clock(Protocol):
    """A clock that can be set, and knows which tasks looked at it."""

    now: datetime
    readers: set[int]


class Staged(Protocol):
    """What steps are taken with."""

    @property
    def actors(self) -> Mapping[str, Actor]: ...
    @property
    def trail(self) -> "Trail | None": ...


_beginnings: dict[tuple[object, ...], State] = {}  # by the engine's name, who keeps apart, and what there was
_apart = ""
_passed: set[bytes] = set()


def keep_apart(item: pytest.Item) -> None:
    """What a test reaches that patches the product is for itself; what fixtures patched, for all that ask for the same ones."""
    global _apart  # noqa: PLW0603  # the test that runs is the process's own
    if not isinstance(item, pytest.Function) or "monkeypatch" in inspect.signature(item.function).parameters:
        _apart = item.nodeid
    else:
        fixtures = chain.from_iterable(item._fixtureinfo.name2fixturedefs.values())
        patching = (fixture for fixture in fixtures if "monkeypatch" in fixture.argnames)
        _apart = " ".join(sorted(f"{fixture.baseid}::{fixture.argname}" for fixture in patching))


class Trail:
    """Where a world stands among the states that are known; it begins in an empty database, or in one `settled` elsewhere."""

    def __init__(self, database: Database, clock: Clock, settled: str = "") -> None:
        self._database = database
        self._clock = clock
        self._settled = settled
        self._contents: Contents | None = None  # opened when the first step is taken
        self._is_within = False
        self._state: State | None = None

    def _begin(self) -> Contents:
        contents = contents_of(self._database.url)
        if self._settled or contents.is_empty():
            self._arrive(contents, self._beginning(contents))
        return contents

    def _beginning(self, contents: Contents) -> State | None:
        place = (self._database.url.partition(":")[0], _apart, self._settled)
        known = _beginnings.get(place)
        if known is None:
            known = _beginnings[place] = State(repr(place).encode(), contents.take(), self._clock.now)
        elif self._settled and (known.now != self._clock.now or known.rows != contents.take()):
            return None
        return known

    async def take(self, name: str, play: Callable[[], Coroutine[Any, Any, T]], given: object) -> T:
        """The answer of one step: copied if it is known from here, else played."""
        if self._is_within:
            return await play()
        contents = self._contents = self._contents or self._begin()
        state, key = self._stand(contents), _pickled((name, given))
        if state is None or key is None:
            self._state = None
            return await play()
        known = state.further.get(key)
        if known is None:
            return await self._play(contents, play, state, key)
        return cast("T", self._copy(contents, state, known))

    def _stand(self, contents: Contents) -> State | None:
        """The state we are in, if nothing has happened since."""
        is_alone = not self._database.bus._subscriptions
        is_same = self._now == self._clock.now and self._mark == contents.mark()
        return self._state if self._state and is_alone and is_same else None

    def _copy(self, contents: Contents, state: State, known: State) -> Any:
        assert state.rows is not None
        assert known.rows is not None
        assert known.now is not None
        contents.put(known.rows, instead_of=state.rows)
        self._clock.now = known.now
        self._arrive(contents, known)
        return pickle.loads(known.answer)

    async def _play(
        self, contents: Contents, play: Callable[[], Coroutine[Any, Any, T]], state: State, key: bytes
    ) -> T:
        self._is_within, self._state = True, None
        self._clock.readers.clear()
        try:
            answer = await play()
        finally:
            self._is_within = False
        if self._clock.readers <= {id(asyncio.current_task())}:  # nobody wrote at the same time
            self._arrive(contents, self._remember(contents, state, key, answer))
        return answer

    def _remember(self, contents: Contents, state: State, key: bytes, answer: object) -> State:
        """The state reached by a step: kept when somebody took the same steps before, whatever the ids."""
        reached = State(sha256(state.path + _ID.sub(b"", key)).digest())
        pickled = _pickled(answer)
        if reached.path in _passed and state.rows is not None and pickled is not None:
            rows = contents.take()
            reached.rows = {name: _shared(state.rows[name], found) for name, found in rows.items()}
            reached.now, reached.answer = self._clock.now, pickled
            state.further[key] = reached
        _passed.add(reached.path)
        return reached

    def _arrive(self, contents: Contents, state: State | None) -> None:
        self._state, self._now, self._mark = state, self._clock.now, contents.mark()

    def close(self) -> None:
        """Nothing more is to be copied."""
        self._state = None
        if self._contents:
            self._contents.close()


def _shared(before: Any, after: Any) -> Any:
    return before if before == after else after


def _pickled(given: object) -> bytes | None:
    try:
        return pickle.dumps(given)
    except (pickle.PicklingError, AttributeError, TypeError):
        return None


def step(play: F) -> F:
    """What a world is taken somewhere by: played once, then copied; its answer is data."""

    @wraps(play)
    async def go(world: Staged, *args: Any, **more: Any) -> Any:
        name = f"{play.__module__}.{play.__qualname__}"
        if world.trail is None:
            return await play(world, *args, **more)
        return await world.trail.take(name, lambda: play(world, *args, **more), (world.actors, args, more))

    return cast("F", go)
