"""Named layouts in the whole program: saved, used, deleted, undone, and there after a restart."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.desktop import Desktop
from photon_desktop.ui.comfort.layouts_dialog import LayoutsDialog
from tests.gui.desktops import run_shown

CONTROL = Qt.KeyboardModifier.ControlModifier


def stand(desktop: Desktop) -> dict[str, tuple[object, bool]]:
    """Where each panel stands, and whether it is shown."""
    docks = desktop.window.docks
    return {name: (desktop.window.dockWidgetArea(dock), dock.isHidden()) for name, dock in docks.items()}


def names(dialog: LayoutsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_layout_is_saved_used_deleted_and_undone_by_keys(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    async def use(desktop: Desktop) -> None:
        window = desktop.window
        window.actions_by_name["actionLayouts"].trigger()
        dialog = desktop.comfort.layouts.open()
        assert "No layout has a name yet" in dialog.state.text()
        window.docks["agents"].hide()
        qtbot.keyClicks(dialog.name, "  Wide chart ")
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
        assert names(dialog) == ["Wide chart"]
        qtbot.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
        assert not window.docks["agents"].isHidden()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
        assert window.docks["agents"].isHidden()
        assert dialog.state.text() == "Wide chart is used."
        dialog.undo.click()
        assert not window.docks["agents"].isHidden()
        dialog.delete.click()
        assert names(dialog) == []
        dialog.undo.click()
        assert names(dialog) == ["Wide chart"]
        dialog.close()

    async def look_again(desktop: Desktop) -> None:
        assert desktop.comfort.layouts.names == ("Wide chart",)
        palette = desktop.window.commands.open()
        assert "Layout: Wide chart" in palette.shown_texts()
        palette.close()

    run_shown(qapp, lambda: Desktop(tmp_path), use)
    run_shown(qapp, lambda: Desktop(tmp_path), look_again)


def test_a_layout_that_can_not_be_read_is_said_and_nothing_moves(qapp: QApplication, tmp_path: Path) -> None:
    async def use(desktop: Desktop) -> None:
        desktop.comfort.layouts._keep({"Old": "no layout"})
        before = stand(desktop)
        desktop.comfort.layouts.load("Old")
        assert stand(desktop) == before
        assert "The layout can't be used" in [problem.title for problem in desktop.window.banner.problems]

    run_shown(qapp, lambda: Desktop(tmp_path), use)
