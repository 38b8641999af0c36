"""A local exchange with an account, and the key to it."""

from collections.abc import Iterator

import pytest

from tests.fakes.bybit_server import BybitServer

KEY, SECRET = "photon-key", "very-secret-words"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[BybitServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with BybitServer() as running:
        running.keys[KEY] = SECRET
        yield running
