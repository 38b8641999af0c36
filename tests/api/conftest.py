"""A store in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from photon_desktop.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = Store.open(tmp_path / "photon.sqlite3")
    yield opened
    opened.close()
