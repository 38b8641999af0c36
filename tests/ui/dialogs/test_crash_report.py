"""The report of a fault is shown, copied and saved, and nothing else."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from photon_desktop.crash.report import report_by_hand, report_of_error, report_of_hard_crash
from photon_desktop.ui.dialogs.crash_report import CrashReportDialog

FAULT = report_of_error(ValueError("no bars"), "the window's thread", ("line one", "line two"))


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> CrashReportDialog:
    made = CrashReportDialog(tmp_path)
    qtbot.addWidget(made)
    return made


def test_it_says_what_happened_and_has_the_log(dialog: CrashReportDialog) -> None:
    dialog.show_report(FAULT)
    shown = dialog.text.toPlainText()
    assert "went wrong" in dialog.title.text()
    assert "Nothing is sent to anyone" in dialog.sentence.text()
    assert "What: ValueError: no bars" in shown
    assert "line one\nline two" in shown


def test_a_crash_of_the_run_before_and_a_report_by_hand_say_so(dialog: CrashReportDialog) -> None:
    dialog.show_report(report_of_hard_crash("Fatal Python error: Segmentation fault", ()), is_earlier=True)
    assert "the last time" in dialog.title.text()
    dialog.show_report(report_by_hand(()))
    assert dialog.title.text() == "How the program is doing"


def test_it_is_copied_and_saved_by_keys(dialog: CrashReportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.show_report(FAULT)
    dialog.show()
    qtbot.keyClick(dialog.copy_button, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == FAULT.text
    qtbot.keyClick(dialog.save_button, Qt.Key.Key_Space)
    chooser = dialog.findChild(QFileDialog, "reportSaveDialog")
    assert chooser is not None
    chooser.fileSelected.emit(str(tmp_path / "report.txt"))
    chooser.close()
    assert (tmp_path / "report.txt").read_text("utf-8") == FAULT.text
    assert dialog.status.text() == "Saved as report.txt."
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_place_that_can_not_be_written_is_said(dialog: CrashReportDialog, tmp_path: Path) -> None:
    dialog.show_report(FAULT)
    dialog.save(str(tmp_path / "nowhere" / "report.txt"))
    assert "can't be written" in dialog.status.text()


def test_a_fault_that_follows_is_counted_and_the_first_stays(dialog: CrashReportDialog) -> None:
    dialog.show_report(FAULT)
    dialog.show()
    dialog.show_report(report_of_error(KeyError("x"), "the window's thread", ()))
    dialog.show_report(report_of_error(KeyError("y"), "the window's thread", ()))
    assert "no bars" in dialog.text.toPlainText()
    assert dialog.status.text().startswith("2 more faults")
