"""Analytics, heatmap and time machine in the whole program."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from photon_desktop.desktop import Desktop
from photon_desktop.ui.panels.analytics.views import Period
from tests.gui.desktops import run_shown, until


@pytest.mark.slow
def test_they_fill_while_the_agents_trade(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(desktop: Desktop) -> None:
        window = desktop.window
        window.docks["analytics"].raise_()
        window.speed_changed.emit(7_200.0)
        await until(lambda: window.analytics.has_content and window.analytics.metrics.rowCount())
        before = window.analytics.groups.index(0, 2).data()
        await until(lambda: window.analytics.groups.index(0, 2).data() != before)  # it goes on by itself
        window.analytics.period.setCurrentIndex(list(Period).index(Period.DAY))
        window.docks["heatmap"].raise_()
        await until(lambda: len(window.heatmap.map.tiles) == 3)
        window.heatmap.map.symbol_chosen.emit("DEMO-AAPL")
        assert window.desk.symbol == "DEMO-AAPL"
        window.actions_by_name["actionTimeMachine"].trigger()
        past = window.findChild(type(desktop.time_machine.open()), "timeMachine")
        assert past is not None
        await until(past.slider.isEnabled)
        assert "THE PAST" in past.sign.text()
        past.reject()

    run_shown(qapp, lambda: Desktop(tmp_path), scenario)


@pytest.mark.slow
def test_what_is_behind_another_tab_is_neither_read_nor_drawn_until_it_comes_to_the_front(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario(desktop: Desktop) -> None:
        window = desktop.window
        window.speed_changed.emit(7_200.0)
        await until(lambda: window.feed.has_content and len(desktop.application.store.trades.fills()) > 0)
        assert window.portfolio.is_in_sight
        assert not (window.analytics.is_in_sight or window.heatmap.is_in_sight)
        assert window.analytics.metrics.rowCount() == 0
        assert not any(tile.held for tile in window.heatmap.map.tiles)
        window.docks["heatmap"].raise_()
        await until(lambda: any(tile.held for tile in window.heatmap.map.tiles))
        assert not window.portfolio.is_in_sight
        window.docks["analytics"].raise_()
        await until(window.analytics.metrics.rowCount)

    run_shown(qapp, lambda: Desktop(tmp_path), scenario)
