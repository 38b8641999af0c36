"""What is typed in the dialog of the layouts is judged beside the field."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.ui.comfort.layouts_dialog import LONGEST_NAME, LayoutsDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> LayoutsDialog:
    made = LayoutsDialog()
    qtbot.addWidget(made)
    made.show_layouts(["Narrow", "Wide"], "Wide was saved.", "Wide")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_blank_name_is_refused_and_a_known_one_said_to_be_replaced(dialog: LayoutsDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.name, "   ")
    assert dialog.fault.text() == "The name is blank; type a word."
    with qtbot.assertNotEmitted(dialog.save_requested):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    dialog.name.setText("Wide")
    assert dialog.fault.text() == "This replaces Wide."
    dialog.name.clear()
    qtbot.keyClicks(dialog.name, "x" * 60)
    assert len(dialog.name.text()) == LONGEST_NAME


def test_the_list_is_used_by_keys(dialog: LayoutsDialog, qtbot: QtBot) -> None:
    dialog.list.setFocus()
    with qtbot.waitSignal(dialog.load_requested) as used:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.delete_requested) as deleted:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    with qtbot.waitSignal(dialog.undo_requested):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (used.args, deleted.args) == (["Wide"], ["Wide"])


def test_nothing_chosen_can_be_neither_used_nor_deleted(dialog: LayoutsDialog) -> None:
    dialog.show_layouts((), "")
    assert not dialog.load.isEnabled()
    assert not dialog.delete.isEnabled()
    assert not dialog.undo.isEnabled()
