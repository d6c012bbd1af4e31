"""What tests of the shared text ask for."""

from collections.abc import Iterator

import pytest

from tests.support.yjs import MISSING, Yjs, is_installed, running_yjs


@pytest.fixture(scope="session")
def yjs() -> Iterator[Yjs]:
    """The browsers' engine, one process for all tests."""
    if not is_installed():
        pytest.skip(MISSING)
    with running_yjs() as process:
        yield process
