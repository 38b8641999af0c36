"""The command palette over the whole program: symbols, pages of the settings, and what was done lately."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from photon_desktop.desktop import Desktop
from photon_desktop.ui.panels.frame.command_palette import CommandPalette
from tests.gui.desktops import run_shown


def choose(desktop: Desktop, qtbot: QtBot, text: str) -> None:
    palette = desktop.window.commands.open()
    field = palette.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def first_of(palette: CommandPalette) -> str:
    text = palette.shown_texts()[0]
    palette.close()
    return text


@pytest.mark.slow
def test_symbols_and_pages_are_chosen_by_name_and_remembered(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    async def use(desktop: Desktop) -> None:
        other = desktop.window.watchlist.symbols[-1]
        assert desktop.window.desk.symbol != other
        choose(desktop, qtbot, f"symbol {other}")
        assert desktop.window.desk.symbol == other
        choose(desktop, qtbot, "settings sizing")
        dialog = desktop.settings_desk.open()
        assert dialog.isVisible()
        assert dialog.list.currentItem().text().startswith("Sizing")
        dialog.close()

    async def look_again(desktop: Desktop) -> None:
        assert first_of(desktop.window.commands.open()) == "Settings: Sizing"

    run_shown(qapp, lambda: Desktop(tmp_path), use)
    run_shown(qapp, lambda: Desktop(tmp_path), look_again)
