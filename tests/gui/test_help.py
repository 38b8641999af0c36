"""F1 in the whole program opens the page for where one is."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.desktop import Desktop
from photon_desktop.ui.comfort.help_window import HelpWindow
from tests.gui.desktops import run_shown, until


def test_f1_opens_the_page_of_the_panel_and_of_the_dialog(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    async def ask(desktop: Desktop) -> None:
        window, desk = desktop.window, desktop.comfort.help_desk
        window.activateWindow()
        await until(window.isActiveWindow)
        window.chart.setFocus()
        qtbot.keyClick(window.chart, Qt.Key.Key_F1)
        assert desk.help is not None
        assert desk.help.isVisible()
        assert desk.help.name == "chart"
        await until(desk.help.isActiveWindow)
        qtbot.keyClick(desk.help.search, Qt.Key.Key_F1)
        assert desk.help.name == "chart"
        desk.help.close()
        dialog = desktop.settings_desk.open()
        await until(dialog.isActiveWindow)
        qtbot.keyClick(dialog.search, Qt.Key.Key_F1)
        assert desk.help.name == "settings"
        desk.help.close()
        dialog.close()

    run_shown(qapp, lambda: Desktop(tmp_path), ask)


def test_a_modal_dialog_has_help_over_itself(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    async def ask(desktop: Desktop) -> None:
        dialog = desktop.window.watch_desk.open_dialog()
        await until(lambda: dialog.isActiveWindow() and dialog.focusWidget() is not None)
        await until(lambda: dialog.findChild(QShortcut) is not None)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_F1)
        over = dialog.findChild(HelpWindow)
        assert isinstance(over, HelpWindow)
        assert over.isVisible()
        assert over.name == "start"
        over.show_page("import")
        assert over.name == "import"
        over.close()
        dialog.close()

    run_shown(qapp, lambda: Desktop(tmp_path), ask)
