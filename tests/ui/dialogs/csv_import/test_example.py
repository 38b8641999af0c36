"""The example that pictures of the import are made of."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.ui.design import DARK
from photon_desktop.ui.dialogs.csv_import.dialog import CsvImportDialog
from photon_desktop.ui.dialogs.csv_import.example import example_dialog
from photon_desktop.ui.icons import Icons
from tests.ui.dialogs.csv_import.test_dialog import lines_of
from tests.ui.examples import ICON_FOLDER


def test_the_example_shows_something_of_everything(
    qtbot: QtBot, qapp: QApplication, settled: Callable[[CsvImportDialog], None], tmp_path: Path
) -> None:
    dialog = example_dialog(tmp_path, Icons(ICON_FOLDER), DARK)
    qtbot.addWidget(dialog)
    dialog.show()
    settled(dialog)
    lines = lines_of(dialog)
    assert lines["Rows dropped"] == "2"
    assert lines["Duplicate rows"] == "1"
    assert lines["Outliers"] == "1"
    assert lines["Gaps, 7 bars missing"] == "2"
    assert dialog.footer.words.text().startswith("Which symbol the bars are of")
    dialog.close()
