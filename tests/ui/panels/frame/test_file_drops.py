"""Files dropped on the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.ui.design import DARK
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.panels.frame.file_drops import BAR_FILE_ENDINGS, SEVERAL_FILES, dropped_file
from tests.ui.examples import ICON_FOLDER, FixedClock

ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def dragged(*paths: Path | str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) if isinstance(path, Path) else QUrl(path) for path in paths])
    return mime


def drag_over(target: QWidget, mime: QMimeData) -> bool:
    """Whether a drag that enters `target` is taken by it or by what it stands in."""
    enter = QDragEnterEvent(QPoint(5, 5), ACTIONS, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    return enter.isAccepted()


def drop_on(target: QWidget, mime: QMimeData) -> bool:
    drop = QDropEvent(QPointF(5, 5), ACTIONS, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    drop.ignore()
    QApplication.sendEvent(target, drop)
    return drop.isAccepted()


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(Icons(ICON_FOLDER), DARK, FixedClock())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("ending", [*BAR_FILE_ENDINGS, ".CSV", ".ohlc", ".2024", ""])
def test_a_file_is_taken_whatever_its_ending(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"BTCUSDT_1h{ending}"
    assert dropped_file(dragged(path)) == path


def test_other_things_are_not_taken(tmp_path: Path) -> None:
    folder = tmp_path / "bars.csv"
    folder.mkdir()
    text = QMimeData()
    text.setText("BTCUSDT_1h.csv")
    refused = [
        dragged(folder, tmp_path / "a.csv"),
        dragged("https://example.invalid/BTCUSDT_1h.csv"),
        dragged(tmp_path / "a.csv", tmp_path / "b.csv"),
        dragged(folder),
        text,
    ]
    assert [dropped_file(mime) for mime in refused] == [None] * len(refused)


def test_a_file_dropped_on_the_window_is_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "BTCUSDT_1h.csv"
    path.write_text("time,open\n", encoding="utf-8")
    mime = dragged(path)
    assert drag_over(window, mime)
    with qtbot.waitSignal(window.file_dropped) as told:
        assert drop_on(window, mime)
    assert told.args == [path]


def test_a_folder_dropped_on_the_window_is_refused(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = dragged(tmp_path)
    assert not drag_over(window, folder)
    with qtbot.assertNotEmitted(window.file_dropped):
        assert not drop_on(window, folder)
    assert not window.banner.isVisible()


def test_several_files_dropped_on_the_window_are_answered_in_a_sentence(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    two = dragged(tmp_path / "a.csv", tmp_path / "b.csv")
    assert drag_over(window, two)
    with qtbot.assertNotEmitted(window.file_dropped):
        assert not drop_on(window, two)
    assert any(SEVERAL_FILES in label.text() for label in window.banner.findChildren(QLabel))


def test_the_chart_lets_a_file_through_to_the_window(window: MainWindow, tmp_path: Path) -> None:
    told: list[Path] = []
    window.file_dropped.connect(told.append)
    parts = [part for part in window.chart.findChildren(QWidget) if part.isVisible() and part.acceptDrops()]
    for part in parts:
        mime = dragged(tmp_path / "bars.csv")
        assert drag_over(part, mime)
        assert drop_on(part, mime)
    assert len(parts) >= 2
    assert told == [tmp_path / "bars.csv"] * len(parts)


def test_the_import_is_asked_for_by_its_action(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.import_requested):
        window.actions_by_name["actionImportCsv"].trigger()
