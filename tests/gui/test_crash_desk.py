"""Faults in the whole program: the window stays, and says so once."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.crash.report import report_of_error, report_of_hard_crash
from photon_desktop.crash.watch import CrashWatch
from photon_desktop.desktop import Desktop
from photon_desktop.ui.dialogs.crash_report import CrashReportDialog
from tests.gui.desktops import run_shown, until

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def dialog_of(desktop: Desktop) -> CrashReportDialog | None:
    return desktop.window.findChild(CrashReportDialog)


def test_a_fault_is_shown_once_and_the_report_is_a_key_away(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    watch = CrashWatch(tmp_path / "logs")
    fault = report_of_error(ValueError("no bars"), "a task of the window", ())

    async def look(desktop: Desktop) -> None:
        watch.failed.emit(fault)
        await until(lambda: dialog_of(desktop))
        dialog = dialog_of(desktop)
        assert dialog is not None
        assert "no bars" in dialog.text.toPlainText()
        dialog.close()
        watch.failed.emit(fault)
        QApplication.processEvents()
        assert not dialog.isVisible()
        desktop.window.activateWindow()
        await until(desktop.window.isActiveWindow)
        qtbot.keyClick(desktop.window, Qt.Key.Key_J, CTRL_SHIFT)
        assert dialog.isVisible()
        dialog.close()

    run_shown(qapp, lambda: Desktop(tmp_path, crash=watch), look)


def test_what_a_crash_left_behind_is_offered_at_the_next_start(qapp: QApplication, tmp_path: Path) -> None:
    watch = CrashWatch(tmp_path / "logs")
    watch.earlier = report_of_hard_crash("Fatal Python error: Segmentation fault", ())

    async def look(desktop: Desktop) -> None:
        dialog = dialog_of(desktop)
        assert dialog is not None
        assert "the last time" in dialog.title.text()
        dialog.close()
        desktop.comfort.begin()  # as after a change of market
        assert not dialog.isVisible()

    run_shown(qapp, lambda: Desktop(tmp_path, crash=watch), look)
