"""The same work on many tasks: in order, with errors and an end that leave nothing running."""

import multiprocessing
import os
import tempfile
import time
from pathlib import Path

import numpy as np
import pytest
from joblib.externals.loky import process_executor

from photon_desktop.backtest.spread import Crew, spread

TWO = Crew(2)


def doubled(number: int) -> int:
    return 2 * number


def total(values: np.ndarray) -> tuple[float, bool]:
    return float(values.sum()), isinstance(values, np.memmap)


def refusing_three(number: int) -> int:
    if number == 3:
        raise ValueError("three is refused")
    return number


def endless(number: int) -> int:
    time.sleep(600)
    return number


def nothing() -> None:
    pass


def test_one_process_is_this_one_and_results_come_in_order() -> None:
    assert list(spread(lambda number: (number, os.getpid()), [3, 1, 2], Crew(), nothing)) == [
        (number, os.getpid()) for number in (3, 1, 2)
    ]


@pytest.mark.slow
def test_two_processes_give_the_same_in_the_same_order_and_share_large_arrays() -> None:
    assert list(spread(doubled, list(range(20)), TWO, nothing)) == list(range(0, 40, 2))
    large = np.ones(100_000)
    assert list(spread(total, [large, np.ones(3)], TWO, nothing)) == [(100_000.0, True), (3.0, False)]


@pytest.mark.slow
def test_what_the_work_raises_is_raised_here() -> None:
    with pytest.raises(ValueError, match="three is refused"):
        list(spread(refusing_three, list(range(9)), TWO, nothing))


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.0, 3.0])
def test_a_watcher_that_raises_ends_it_within_a_second(after: float) -> None:
    began = time.monotonic()
    raised_at = []

    def watch() -> None:
        if time.monotonic() - began > after:
            raised_at.append(time.monotonic())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(spread(endless, [1, 2, 3], TWO, watch))
    assert time.monotonic() - raised_at[0] < 1 + after  # the fixture finds what is left running


@pytest.mark.slow
def test_workers_end_where_there_is_no_pgrep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_executor, "kill_process_tree", process_executor.kill_process_tree)
    monkeypatch.setattr("joblib.externals.loky.backend.utils.psutil", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert list(spread(doubled, [1, 2, 3], TWO, nothing)) == [2, 4, 6]
    assert not [process for process in multiprocessing.active_children() if process.name.startswith("Loky")]


def test_what_was_shared_with_the_processes_is_deleted_with_their_end() -> None:
    before = shared_folders()
    told = list(spread(total, [np.ones(200_000), np.zeros(200_000)], TWO, nothing))
    assert told == [(200_000.0, True), (0.0, True)]
    assert shared_folders() <= before


def shared_folders() -> set[Path]:
    """Those that joblib made for this process."""
    roots = (Path("/dev/shm"), Path(tempfile.gettempdir()))
    return {folder for root in roots for folder in root.glob(f"joblib_memmapping_folder_{os.getpid()}_*")}
