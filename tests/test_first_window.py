"""A second start brings the first window to the front."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.commands.window import begin_alone
from photon_desktop.crash.watch import CrashWatch
from photon_desktop.data_folder_lock import DataFolderLock
from photon_desktop.first_window import FirstWindow


@pytest.fixture
def first(qapp: QApplication, tmp_path: Path) -> Iterator[FirstWindow]:
    made = FirstWindow(tmp_path)
    assert made.listen()
    yield made
    made.end()


def test_a_second_start_asks_the_first_window_to_come_forward(first: FirstWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(first.asked):
        assert FirstWindow(tmp_path).show_running()


def test_another_folder_has_a_window_of_its_own(first: FirstWindow, tmp_path: Path) -> None:
    assert not FirstWindow(tmp_path / "other").show_running()


def test_after_the_end_nobody_answers(first: FirstWindow, tmp_path: Path) -> None:
    first.end()
    assert not FirstWindow(tmp_path).show_running()


def test_while_the_folder_is_held_by_a_window_nothing_else_begins(
    first: FirstWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    lock = DataFolderLock(tmp_path)
    lock.take()
    watch = CrashWatch(tmp_path / "logs")
    with qtbot.waitSignal(first.asked):
        assert not begin_alone(FirstWindow(tmp_path), watch, tmp_path)
    lock.release()
    assert not watch.log.path.exists()


def test_alone_it_begins_and_leaves_the_folder_to_the_application(qapp: QApplication, tmp_path: Path) -> None:
    watch = CrashWatch(tmp_path / "logs")
    assert begin_alone(FirstWindow(tmp_path), watch, tmp_path)
    watch.end()
    DataFolderLock(tmp_path).take()
