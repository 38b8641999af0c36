import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import numpy as np
import pytest

from photon_desktop.errors import NotEnoughDataError
from photon_desktop.fit_pool import FitPool
from photon_desktop.learning.challenge import LoggedPredictions
from photon_desktop.learning.evidence import gain_on_market
from photon_desktop.learning.files import load_model
from photon_desktop.learning.training import TrainingRequest
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval

REQUEST = TrainingRequest("X", Interval.HOUR_1, "random_forest", 0.003, created_at=1, trees=5)

_PARENT = """
import os, sys
from photon_desktop.fit_pool import FitPool

if __name__ == "__main__":
    print(FitPool().executor().submit(os.getpid).result(), flush=True)
    sys.stdin.read()
"""


def walk(count: int) -> Bars:
    close = 100 * np.exp(np.cumsum(np.random.default_rng(1).normal(0, 0.01, count)))
    return Bars.of(np.arange(count) * Interval.HOUR_1.nanoseconds, close, close, close, close, np.ones(count))


def test_a_model_is_fitted_in_another_process_and_read_back(tmp_path: Path) -> None:
    pool = FitPool()
    try:
        path = pool.submit(walk(1_000), REQUEST, tmp_path).result(60)
        assert load_model(Path(path)).manifest.symbol == "X"
        with pytest.raises(NotEnoughDataError):
            pool.submit(walk(300), REQUEST, tmp_path).result(60)
        assert pool.gain(walk(1_000), REQUEST, 3).result(60) == gain_on_market(walk(1_000), REQUEST, 3)
        nothing = LoggedPredictions(np.empty(0, dtype=np.int64), np.empty((0, 3)))
        report = pool.challenge(walk(1_000), REQUEST, nothing, tmp_path).result(60)
        assert (report.path, report.compared, report.manifest["symbol"]) == ("", 0, "X")
    finally:
        pool.close()


def test_closing_ends_a_fit_that_is_not_done(tmp_path: Path) -> None:
    pool = FitPool()
    future = pool.submit(walk(3_000), TrainingRequest("X", Interval.HOUR_1, "random_forest", 0.003, 1), tmp_path)
    pool.close()
    assert future.cancelled() or future.exception(10) is not None
    assert list(tmp_path.glob("*.npz")) == []


@pytest.mark.slow
def test_a_worker_that_died_is_replaced(tmp_path: Path) -> None:
    pool = FitPool()
    try:
        with pytest.raises(BrokenProcessPool):
            pool.executor().submit(os._exit, 1).result(60)
        assert Path(pool.submit(walk(1_000), REQUEST, tmp_path).result(60)).is_file()
    finally:
        pool.close()


def test_the_ctrl_c_of_a_terminal_is_not_the_workers_to_answer() -> None:
    pool = FitPool()
    try:
        worker = pool.executor()
        worker.submit(signal.raise_signal, signal.SIGINT).result(60)
        assert worker.submit(os.getpid).result(60) != os.getpid()
    finally:
        pool.close()


def test_closing_one_pool_leaves_the_worker_of_another() -> None:
    mine, other = FitPool(), FitPool()
    try:
        worker = mine.executor().submit(os.getpid).result(60)
        assert other.executor().submit(os.getpid).result(60) != worker
        other.close()
        assert mine.executor().submit(os.getpid).result(60) == worker
    finally:
        other.close()
        mine.close()


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return "zombie" not in Path(f"/proc/{pid}/status").read_text() if Path("/proc").is_dir() else True
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_a_worker_does_not_outlive_a_program_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT)
    parent = subprocess.Popen([sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    assert is_running(worker)
    parent.send_signal(signal.SIGKILL)
    parent.communicate()  # returns only when nobody holds the pipe any more
    deadline = time.monotonic() + 10
    while is_running(worker) and time.monotonic() < deadline:
        os.sched_yield()
    assert not is_running(worker)
