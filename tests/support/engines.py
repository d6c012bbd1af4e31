"""Engines that know each other's statements: every test has engines of its own, and SQLAlchemy compiles anew for each.

That took a quarter of a test's time. What is compiled depends on the engine's kind only, so it is kept by kind.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Dialect
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util import LRUCache

_KEPT = 5_000
_Known = dict[str, tuple[Dialect, LRUCache[Any, Any]]]


@contextmanager
def shared_statements() -> Iterator[None]:
    """The engines made meanwhile share one dialect a kind and what was compiled for it."""
    known: _Known = {}

    def create(url: str, **options: Any) -> AsyncEngine:
        engine = create_async_engine(url, **options)
        of_kind = (engine.dialect, LRUCache[Any, Any](_KEPT))
        name = engine.url.drivername
        if not hasattr(
            known.get(name, of_kind)[0], "default_isolation_level"
        ):  # it has not met the database yet
            known[name] = of_kind
        dialect, statements = known[name]
        core = engine.sync_engine
        core.dialect = core.pool._dialect = dialect
        core._compiled_cache = statements
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("positions.services.unit_of_work.create_async_engine", create)
        yield
