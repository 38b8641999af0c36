"""The command palette finds any action by a few letters."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QTreeWidget
from pytestqt.qtbot import QtBot

from photon_desktop.ui.panels.frame.actions import WHY_NOT
from photon_desktop.ui.panels.frame.command_palette import CommandPalette, action_name

NAMES = {"&Decide now": "Ctrl+D", "Start &monitoring": "Ctrl+M", "&Reset layout": "Ctrl+Shift+R"}


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    yield made


@pytest.fixture
def actions(window: QMainWindow) -> list[QAction]:
    made = []
    for name, keys in NAMES.items():
        action = QAction(name, window)
        action.setShortcut(QKeySequence(keys))
        made.append(action)
    return made


@pytest.fixture
def palette(window: QMainWindow, actions: list[QAction]) -> CommandPalette:
    made = CommandPalette(actions, window)
    made.open()
    return made


def type_in(palette: CommandPalette, qtbot: QtBot, text: str) -> QLineEdit:
    field = palette.findChild(QLineEdit)
    qtbot.keyClicks(field, text)
    return field


def test_it_lists_every_action_with_its_shortcut(palette: CommandPalette) -> None:
    assert palette.shown_texts() == ["Decide now", "Start monitoring", "Reset layout"]
    assert palette.findChild(QTreeWidget).topLevelItem(0).text(1) == "Ctrl+D"


def test_letters_of_any_word_thin_the_list(palette: CommandPalette, qtbot: QtBot) -> None:
    type_in(palette, qtbot, "LAY re")
    assert palette.shown_texts() == ["Reset layout"]


def test_enter_does_the_action_that_is_marked(palette: CommandPalette, qtbot: QtBot, actions: list[QAction]) -> None:
    field = type_in(palette, qtbot, "o")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(actions[1].triggered):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_enter_on_an_empty_list_does_nothing(palette: CommandPalette, qtbot: QtBot, actions: list[QAction]) -> None:
    field = type_in(palette, qtbot, "zzz")
    with qtbot.assertNotEmitted(actions[0].triggered):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_what_says_why_it_can_not_be_done_stands_there_greyed(
    window: QMainWindow, actions: list[QAction], qtbot: QtBot
) -> None:
    actions[0].setEnabled(False)
    actions[0].setProperty(WHY_NOT, "Nothing is held.")
    palette = CommandPalette(actions, window)
    name = action_name(actions[0])
    assert palette.shown_texts()[0] == f"{name}  Nothing is held."
    with qtbot.assertNotEmitted(actions[0].triggered), qtbot.waitSignal(actions[1].triggered):
        qtbot.keyClick(palette.findChildren(QLineEdit)[0], Qt.Key.Key_Return)


def test_what_can_not_be_done_now_is_not_listed(window: QMainWindow, actions: list[QAction]) -> None:
    actions[0].setEnabled(False)
    palette = CommandPalette(actions, window)
    assert palette.shown_texts() == ["Start monitoring", "Reset layout"]
