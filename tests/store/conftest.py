"""A store in a folder of its own, closed when the test ends."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from photon_desktop.store import Store


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """Where the test's store lies."""
    return tmp_path / "photon.sqlite3"


@pytest.fixture
def store(store_path: Path) -> Iterator[Store]:
    """An empty store that gives up waiting for a lock after a few milliseconds."""
    opened = Store.open(store_path, busy_timeout_ms=20)
    yield opened
    opened.close()
