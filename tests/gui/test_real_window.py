"""The window as a stranger opens it: a real process on a virtual screen, in a fresh data folder."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from photon_desktop.paths import STORE_NAME
from photon_desktop.store.store import Store

WINDOW_SECONDS, TRADE_SECONDS, END_SECONDS = 30, 90, 15
_PAUSE = 0.1
_SCREENS_TRIED = 5


@pytest.fixture
def screen() -> Iterator[str]:
    """The name of a virtual screen."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed, so there is no screen to open a window on")
    for _ in range(_SCREENS_TRIED):
        server, number = _screen()
        if _answers(number):
            break
        _end(server)
    yield f":{number}"
    _end(server)


def _screen() -> "tuple[subprocess.Popen[bytes], str]":
    """A server of a virtual screen, and its number."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        return server, told.readline().strip()


def _answers(number: str) -> bool:
    """Whether the screen can be reached; its number may be that of another that is just ending."""
    with socket.socket(socket.AF_UNIX) as client:
        return client.connect_ex(f"/tmp/.X11-unix/X{number}") == 0


def _end(server: "subprocess.Popen[bytes]") -> None:
    server.terminate()
    server.wait(END_SECONDS)


def start(folder: Path, screen: str) -> "subprocess.Popen[str]":
    environment = {key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
    return subprocess.Popen(
        [sys.executable, "-m", "photon_desktop", "--data-dir", str(folder)],
        env={**environment, "DISPLAY": screen},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def wait_for(condition: Callable[[], bool], program: "subprocess.Popen[str]", seconds: float) -> bool:
    """Whether `condition` came true in time while the program ran."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and program.poll() is None:
        if condition():
            return True
        with pytest.raises(subprocess.TimeoutExpired):
            program.wait(_PAUSE)
    return condition()


def counted(folder: Path, query: str) -> int:
    path = folder / STORE_NAME
    if not path.exists():
        return 0
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            return int(connection.execute(query).fetchone()[0])
        finally:
            connection.close()
    except sqlite3.OperationalError:
        return 0  # the tables are being made


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_stranger_sees_decisions_and_a_trade_and_the_window_closes_cleanly(tmp_path: Path, screen: str) -> None:
    program = start(tmp_path, screen)
    decisions = "SELECT count(*) FROM messages WHERE type = 'TRADE_DECISION'"
    fills = "SELECT count(*) FROM fills"
    decided = wait_for(lambda: counted(tmp_path, decisions) > 0, program, WINDOW_SECONDS)
    traded = wait_for(lambda: counted(tmp_path, fills) > 0, program, TRADE_SECONDS)
    program.send_signal(signal.SIGTERM)
    output, _ = program.communicate(timeout=END_SECONDS)
    assert (decided, traded, program.returncode, output) == (True, True, 0, "")
    store = Store.open(tmp_path / STORE_NAME)
    try:
        health = store.health()
    finally:
        store.close()
    assert health.ledger_equals_cash
    assert (health.integrity, health.messages_failed, health.duplicate_fills) == ("ok", 0, 0)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_killed_window_starts_again_where_it_stopped(tmp_path: Path, screen: str) -> None:
    decisions = "SELECT count(*) FROM messages WHERE type = 'TRADE_DECISION'"
    program = start(tmp_path, screen)
    assert wait_for(lambda: counted(tmp_path, decisions) > 5, program, WINDOW_SECONDS)
    program.kill()
    program.communicate()
    before = counted(tmp_path, decisions)
    again = start(tmp_path, screen)
    went_on = wait_for(lambda: counted(tmp_path, decisions) > before, again, WINDOW_SECONDS)
    again.send_signal(signal.SIGINT)
    output, _ = again.communicate(timeout=END_SECONDS)
    assert (went_on, again.returncode, output) == (True, 0, "")
