"""What is chosen about the window counts in the whole program, and after a restart."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.desks.comfort.kept_choices import kept_choices
from photon_desktop.desks.notifications import News
from photon_desktop.desktop import Desktop
from photon_desktop.errors import StoreFullError
from photon_desktop.paths import STORE_NAME
from photon_desktop.ui.comfort.choices import ComfortChoices
from tests.gui.desktops import run_shown, until


def test_switches_count_at_once_and_are_kept(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    async def change(desktop: Desktop) -> None:
        page = desktop.comfort.kept.page
        dialog = desktop.settings_desk.open_page("Window")
        qtbot.keyClick(page.switches["tells_trades"], Qt.Key.Key_Space)
        page.scale.setCurrentText("125%")
        page.language.setCurrentText("Русский")
        assert desktop._notifications.muted == {News.TRADE}
        dialog.close()

    async def look_again(desktop: Desktop) -> None:
        assert desktop._notifications.muted == {News.TRADE}
        assert not desktop.comfort.kept.page.switches["tells_trades"].isChecked()

    assert kept_choices(tmp_path / STORE_NAME) == ComfortChoices()
    run_shown(qapp, lambda: Desktop(tmp_path), change)
    kept = kept_choices(tmp_path / STORE_NAME)
    assert (kept.scale, kept.language) == (125, "ru")
    run_shown(qapp, lambda: Desktop(tmp_path), look_again)


@pytest.mark.slow
def test_what_the_disk_does_not_take_counts_all_the_same_and_is_said(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreFullError("The disk is full.")

    async def change(desktop: Desktop) -> None:
        settings = desktop.application.store.settings
        with monkeypatch.context() as patch:
            patch.setattr(settings, "put", refuse)
            desktop.comfort.layouts.save("Wide")
            await until(lambda: desktop.window.banner.problems)
            assert desktop.window.banner.problems[-1].sentence.startswith("The disk is full.")
            assert desktop.comfort.layouts.names == ("Wide",)
        desktop.comfort.tour_desk.begin()
        assert desktop.comfort.tour_desk.tour is not None
        desktop.comfort.tour_desk.tour.end()

    async def look_again(desktop: Desktop) -> None:
        assert desktop.comfort.layouts.names == ("Wide",)  # it went with the next that the disk took

    run_shown(qapp, lambda: Desktop(tmp_path), change)
    run_shown(qapp, lambda: Desktop(tmp_path), look_again)
