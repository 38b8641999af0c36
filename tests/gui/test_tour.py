"""The tour over the real window: once, by keys, and again when asked for."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.desktop import Desktop
from tests.gui.desktops import run_shown


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_every_place_is_shown_and_the_tour_comes_by_itself_only_once(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    async def walk(desktop: Desktop) -> None:
        desk = desktop.comfort.tour_desk
        desk.begin_once()
        assert desk.tour is not None
        titles = []
        while not desk.tour.bubble.isHidden():
            place = desk.tour.place
            assert place is not None
            assert place.isVisible()
            titles.append(desk.tour.bubble.title.text())
            qtbot.keyClick(desk.tour.bubble, Qt.Key.Key_Return)
        assert len(titles) == len(set(titles)) == 8

    async def look_again(desktop: Desktop) -> None:
        desktop.comfort.tour_desk.begin_once()
        assert desktop.comfort.tour_desk.tour is None
        desktop.window.actions_by_name["actionTour"].trigger()
        assert desktop.comfort.tour_desk.tour is not None
        qtbot.keyClick(desktop.comfort.tour_desk.tour.bubble, Qt.Key.Key_Escape)

    run_shown(qapp, lambda: Desktop(tmp_path), walk)
    run_shown(qapp, lambda: Desktop(tmp_path), look_again)
