"""What every test has: no display, no network, warnings as failures, and nothing left running behind it."""

import gc
import multiprocessing
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

from tests.leftovers import QtRecorder

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_xdist_auto_num_workers() -> int:
    """With `-n auto` one worker more than there are cores: tests of threads and timers wait a sixth of their time."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """The folder of real bars, samples and oracles that stands beside the project."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with real bars and oracles is not here")
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def collected_here() -> Iterator[None]:
    """Cyclic garbage is collected between tests and on this thread: Qt's objects must not be freed on another."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session")
def qt_recorder() -> Iterator[QtRecorder]:
    """Remembers where every QThread and QTimer was started."""
    recorder = QtRecorder()
    recorder.install()
    yield recorder
    recorder.remove()


@pytest.fixture(autouse=True)
def nothing_left_behind(qt_recorder: QtRecorder, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a timer or a process running, and say where it was started."""
    uses_qt = "qapp" in request.fixturenames
    threads_before = set(threading.enumerate())
    qt_recorder.forget()
    yield
    left = qt_recorder.left_running()
    left += [f"thread {thread.name}" for thread in _ended_soon(set(threading.enumerate()) - threads_before)]
    left += [f"process {process.name}" for process in multiprocessing.active_children()]
    gc.collect(2 if uses_qt else 1)
    gc.freeze()  # what is left is the libraries' own, and need not be looked through after every test
    if left:
        pytest.fail("left running: " + "; ".join(left), pytrace=False)


def _ended_soon(threads: set[threading.Thread]) -> list[threading.Thread]:
    """Those of `threads` that do not end within two seconds. A QThread in which Python ran is the recorder's."""
    python_threads = [thread for thread in threads if not isinstance(thread, threading._DummyThread)]
    for thread in python_threads:
        thread.join(timeout=2)
    return [thread for thread in python_threads if thread.is_alive()]
