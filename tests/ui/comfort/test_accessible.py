"""Everything of the dialogs of comfort that takes the focus by Tab has a name to read out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.paths import resources_folder
from photon_desktop.ui.comfort.help_book import HelpBook
from photon_desktop.ui.comfort.help_window import HelpWindow
from photon_desktop.ui.comfort.layouts_dialog import LayoutsDialog
from photon_desktop.ui.comfort.tour import TourBubble
from photon_desktop.ui.comfort.window_page import WindowPage
from photon_desktop.ui.dialogs.crash_report import CrashReportDialog

MAKERS: dict[str, Callable[[], QWidget]] = {
    "help": lambda: HelpWindow(HelpBook(resources_folder() / "help")),
    "layouts": LayoutsDialog,
    "tour": TourBubble,
    "window": WindowPage,
    "report": lambda: CrashReportDialog(Path()),
}


@pytest.mark.parametrize("what", MAKERS)
def test_what_takes_the_focus_has_a_name(qtbot: QtBot, what: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = MAKERS[what]()
    made.setParent(window)
    parts = [part for part in made.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    own = [part for part in parts if not part.objectName().startswith("qt_") and not _is_of_a_choice(part)]
    assert own
    for part in own:
        interface = QAccessible.queryAccessibleInterface(part)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name), part.objectName()


def _is_of_a_choice(part: QWidget) -> bool:
    """Whether Qt made it as the list of a choice."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QComboBox):
        above = above.parentWidget()
    return above is not None
