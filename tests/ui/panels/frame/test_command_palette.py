"""The command palette finds any action by a few letters."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QTreeWidget
from pytestqt.qtbot import QtBot

from photon_desktop.ui.comfort.commands import commands_of
from photon_desktop.ui.panels.frame.actions import WHY_NOT, action_name
from photon_desktop.ui.panels.frame.command_palette import CommandPalette

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
    made = CommandPalette(commands_of(actions), window)
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
    palette = CommandPalette(commands_of(actions), window)
    name = action_name(actions[0])
    assert palette.shown_texts()[-1] == f"{name}  Nothing is held."
    with qtbot.assertNotEmitted(actions[0].triggered), qtbot.waitSignal(actions[1].triggered):
        qtbot.keyClick(palette.findChildren(QLineEdit)[0], Qt.Key.Key_Return)


def test_what_gives_no_reason_says_that_it_can_not_be_done_now(window: QMainWindow, actions: list[QAction]) -> None:
    actions[0].setEnabled(False)
    palette = CommandPalette(commands_of(actions), window)
    assert palette.shown_texts() == ["Start monitoring", "Reset layout", "Decide now  Not possible now."]


def test_letters_that_stand_apart_find_it_and_the_better_fit_stands_first(
    palette: CommandPalette, qtbot: QtBot
) -> None:
    field = type_in(palette, qtbot, "rly")
    assert palette.shown_texts() == ["Reset layout"]
    field.setText("mon")
    assert palette.shown_texts() == ["Start monitoring"]


def test_what_was_done_lately_stands_first_and_is_told(
    window: QMainWindow, actions: list[QAction], qtbot: QtBot
) -> None:
    palette = CommandPalette(commands_of(actions), window, ["Reset layout", "Start monitoring"])
    assert palette.shown_texts() == ["Reset layout", "Start monitoring", "Decide now"]
    with qtbot.waitSignal(palette.done_with) as done:
        qtbot.keyClick(palette.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert done.args == ["Reset layout"]
