"""The built program's window on a virtual screen."""

import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.frozen.screen import virtual_screen

PATIENCE_S = 60
COLOURS = 200  # a window with a chart has thousands, a bare screen one


def wait_until(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < ends, "it did not become so"
        time.sleep(0.05)


@pytest.mark.parametrize("words", [(), ("open", "bars.csv")], ids=["alone", "with a file"])
def test_the_window_paints_trades_and_ends_when_it_is_asked_to(
    program: Path, clean: Mapping[str, str], tmp_path: Path, words: tuple[str, ...]
) -> None:
    home = tmp_path / "home"
    (home / "bars.csv").write_text("timestamp,open,high,low,close,volume\n2024-01-01T00:00:00Z,1,1,1,1,1\n" * 2)
    with virtual_screen(tmp_path) as screen:
        environment = {**clean, "DISPLAY": screen.name}
        running = subprocess.Popen([program, *words], env=environment, cwd=home, stderr=subprocess.PIPE, text=True)
        try:
            wait_until(lambda: running.poll() is not None or screen.colours() > COLOURS)
            assert running.poll() is None, running.communicate()[1]
            wait_until((home / ".local/share/photon-desktop/photon.sqlite3").exists)
            running.send_signal(signal.SIGTERM)
            _, err = running.communicate(timeout=PATIENCE_S)
        finally:
            running.kill()
            running.wait()
    assert (running.returncode, err) == (0, "")
