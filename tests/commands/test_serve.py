"""`photon-desktop serve` as a process of its own: it answers, holds its folder, and ends politely."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from photon_desktop.store import Store

PATIENCE_S = 60
NAMED = {"email": "ann@example.org", "password": "a long password"}


@contextmanager
def serving(folder: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A process that serves, and its address."""
    command = [sys.executable, "-m", "photon_desktop", "serve", "--data-dir", str(folder), "--port", "0", *words]
    environment = {**os.environ, "NO_PROXY": "127.0.0.1"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = next((word for word in line.split() if word.startswith("http")), "")
        yield process, address.removesuffix("/api/")
    finally:
        process.kill()
        process.communicate()


def ask(address: str, path: str, body: object = None, token: str = "") -> object:
    data = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    with urlopen(Request(f"{address}{path}", data, headers), timeout=PATIENCE_S) as answer:
        return json.loads(answer.read())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_answers_until_it_is_interrupted_and_leaves_a_sound_store(tmp_path: Path, number: int) -> None:
    with serving(tmp_path) as (process, address):
        ask(address, "/api/auth/register/", NAMED)
        tokens = ask(address, "/api/auth/login/", NAMED)
        assert isinstance(tokens, dict)
        told = ask(address, "/api/trading/dashboard/overview/", token=tokens["access"])
        assert isinstance(told, dict) and told["market"] == "demo" and told["portfolio"]["mode"] == "paper"
        with pytest.raises(HTTPError) as refused:
            ask(address, "/api/trading/portfolio/")
        assert refused.value.code == 401
        refused.value.close()
        process.send_signal(number)
        _, errors = process.communicate(timeout=PATIENCE_S)
        assert (process.returncode, errors) == (0, "")
    store = Store.open(tmp_path / "photon.sqlite3")
    health = store.health()
    assert (health.integrity, health.messages_failed, health.ledger_equals_cash) == ("ok", 0, True)
    store.close()


def test_one_program_a_folder(tmp_path: Path) -> None:
    with serving(tmp_path), serving(tmp_path) as (second, _):
        _, errors = second.communicate(timeout=PATIENCE_S)
        assert second.returncode == 1 and "Another Photon Desktop is using" in errors


def test_another_address_takes_a_certificate(tmp_path: Path) -> None:
    with serving(tmp_path, "--host", "0.0.0.0") as (process, _):
        _, errors = process.communicate(timeout=PATIENCE_S)
        assert process.returncode == 1 and "only with a TLS certificate" in errors
