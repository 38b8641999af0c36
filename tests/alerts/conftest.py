"""A store in a folder of its own, and local servers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from photon_desktop.store import Store
from tests.alerts.mail_server import MailServer
from tests.alerts.web_server import WebServer


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = Store.open(tmp_path / "photon.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def web() -> Iterator[WebServer]:
    """A receiver of webhooks, or Telegram's server."""
    with WebServer() as server:
        yield server


@pytest.fixture
def mail() -> Iterator[MailServer]:
    """A mail server that takes everything."""
    with MailServer() as server:
        yield server
