"""Faults reach the log and the window; a crash is found by the next start."""

import asyncio
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.crash.hard_crash import TRACE_NAME, HardCrashTrace
from photon_desktop.crash.program_log import KEPT_FILES, LARGEST_BYTES, ProgramLog
from photon_desktop.crash.report import CrashReport
from photon_desktop.crash.watch import CrashWatch
from photon_desktop.errors import PhotonError

SECRET = "aB3dE6gH9jK2mN5pQ8sT1vW4xY7zA0bC3dE6"
CRASH = """
import faulthandler, sys
from pathlib import Path
from photon_desktop.crash.hard_crash import HardCrashTrace
print(HardCrashTrace(Path(sys.argv[1])).begin() == "", flush=True)
faulthandler._sigsegv()
"""


@pytest.fixture
def watch(qapp: QApplication, tmp_path: Path) -> Iterator[CrashWatch]:
    made = CrashWatch(tmp_path / "logs")
    made.begin()
    yield made
    made.end()


def fail(secret: str = SECRET) -> None:
    raise RuntimeError(f"api_secret={secret} was refused")


def test_what_nobody_caught_is_logged_and_told_without_what_is_secret(watch: CrashWatch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.failed) as told:
        try:
            fail()
        except RuntimeError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    report: CrashReport = told.args[0]
    logged = watch.log.path.read_text()
    assert "in fail" in report.text
    assert "in fail" in logged
    assert SECRET not in report.text + logged
    assert report.title == "RuntimeError: api_secret=[hidden] was refused"


def test_a_thread_that_fails_is_named(watch: CrashWatch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.failed) as told:
        thread = threading.Thread(target=fail, name="feed of BTC")
        thread.start()
        thread.join()
    assert "In the thread feed of BTC." in told.args[0].text


def test_a_task_that_fails_is_told(watch: CrashWatch, qtbot: QtBot) -> None:
    loop = asyncio.new_event_loop()
    watch.watch_loop(loop)
    with qtbot.waitSignal(watch.failed) as told:
        loop.call_exception_handler({"message": "oh", "exception": ValueError("no bars")})
    loop.close()
    assert told.args[0].title == "ValueError: no bars"


def test_an_interruption_is_no_fault(watch: CrashWatch, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    with qtbot.assertNotEmitted(watch.failed):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    capsys.readouterr()


def test_the_hooks_are_given_back_at_the_end(qapp: QApplication, tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook, list(logging.getLogger().handlers))
    watch = CrashWatch(tmp_path)
    watch.begin()
    watch.end()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook, logging.getLogger().handlers) == before
    assert not (tmp_path / TRACE_NAME).exists()


def test_the_next_start_finds_what_a_crash_left_behind_once(qapp: QApplication, tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", CRASH, str(tmp_path)], capture_output=True, text=True, check=False)
    assert ended.returncode != 0
    assert ended.stdout.strip() == "True"
    watch = CrashWatch(tmp_path)
    watch.begin()
    watch.end()
    assert watch.earlier is not None
    assert "Segmentation fault" in watch.earlier.text or "access violation" in watch.earlier.text
    again = CrashWatch(tmp_path)
    again.begin()
    again.end()
    assert again.earlier is None


def test_a_trace_that_can_not_be_written_stops_nobody(tmp_path: Path) -> None:
    trace = HardCrashTrace(tmp_path / "nowhere")
    assert trace.begin() == ""
    trace.end()


@pytest.mark.slow
def test_the_log_is_private_and_never_larger_than_its_files(tmp_path: Path) -> None:
    log = ProgramLog(tmp_path)
    log.begin()
    logger = logging.getLogger("photon_desktop.test")
    for number in range(4 * LARGEST_BYTES // 10_000):
        logger.info("%d %s", number, "price " * 2_000)
    log.end()
    files = list(tmp_path.iterdir())
    assert len(files) == KEPT_FILES
    assert all(file.stat().st_size <= LARGEST_BYTES for file in files)
    assert log.path.stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_a_log_that_can_not_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file in the folder's place")
    with pytest.raises(PhotonError, match="can't be written"):
        ProgramLog(tmp_path / "logs").begin()


def test_no_log_has_no_lines(tmp_path: Path) -> None:
    assert ProgramLog(tmp_path).last_lines(5) == ()
