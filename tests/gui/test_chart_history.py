"""Who looks back on the chart finds the older bars: the store's first, then those of the source they came from."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from photon_desktop.desktop import Desktop
from photon_desktop.errors import NoBarsError, StoreError
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument, assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.chart.data.series import ChartSeries
from tests.gui.desktops import Scenario, run_shown, until


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path) -> Callable[[Scenario], None]:
    return partial(run_shown, qapp, lambda: Desktop(tmp_path, venues=dict))


class Source:
    """Has no bars, or can't be asked; counts how often it was."""

    def __init__(self, name: str, error: Exception) -> None:
        self.name, self._error = name, error
        self.asked = self.closed = 0

    def instrument(self, symbol: str) -> Instrument:
        return assumed_instrument(symbol)

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        self.asked += 1
        raise self._error

    def close(self) -> None:
        self.closed += 1


def series_of(desktop: Desktop) -> ChartSeries:
    content = desktop.window.chart.plot._content
    assert content is not None
    return content.series


async def begun(desktop: Desktop) -> int:
    """Wait for the first bars, and say how many there are."""
    await until(lambda: desktop.window.chart.plot._content is not None and len(series_of(desktop)) > 0)
    return len(series_of(desktop))


def look_back(desktop: Desktop) -> None:
    QTest.keyClick(desktop.window.chart.plot.view, Qt.Key.Key_Home)


@pytest.mark.slow
def test_the_simulated_market_goes_back_to_its_first_bar(run: Callable[[Scenario], None]) -> None:
    async def scenario(desktop: Desktop) -> None:
        await begun(desktop)
        symbol = desktop.window.desk.symbol
        whole = DemoSource(DemoWorld(), Checkpoint.opening()).history(symbol, Interval.HOUR_1, 1_000_000)

        def is_whole() -> bool:
            look_back(desktop)
            return int(series_of(desktop).times[0]) == int(whole.times[0])

        await until(is_whole)
        shown = series_of(desktop)
        assert shown.times[: len(whole)].tolist() == whole.times.tolist()
        assert [shown.bar(index) for index in (0, 4_321, len(whole) - 1)] == [
            whole.bar(index) for index in (0, 4_321, len(whole) - 1)
        ]

    run(scenario)


def test_a_source_that_can_not_be_asked_is_told_of_once_and_what_is_shown_stays(
    run: Callable[[Scenario], None],
) -> None:
    async def scenario(desktop: Desktop) -> None:
        await begun(desktop)
        source = Source("demo", StoreError("The exchange can't be reached; look at the network."))
        desktop._chart_history._open_source = lambda _: source
        stored = desktop.application.store.bars.read(
            desktop.window.desk.symbol, Interval.HOUR_1, "demo", last=1_000_000
        )

        def is_told() -> bool:
            look_back(desktop)
            return desktop.window.banner.isVisible()

        await until(is_told)
        asked = source.asked
        for _ in range(5):
            look_back(desktop)
            desktop.window.chart.plot.refresh()
        assert not desktop._chart_history._errands.is_busy
        assert (source.asked, source.closed) == (asked, 1) == (1, 1)
        assert int(series_of(desktop).times[0]) == int(stored.times[0])

    run(scenario)


@pytest.mark.parametrize("name", ["demo", "another"])
def test_where_nobody_has_older_bars_nothing_is_said_and_none_of_another_source_is_mixed_in(
    run: Callable[[Scenario], None], name: str
) -> None:
    async def scenario(desktop: Desktop) -> None:
        await begun(desktop)
        source = Source(name, NoBarsError("There are none."))
        desktop._chart_history._open_source = lambda _: source

        def is_asked() -> bool:
            look_back(desktop)
            return source.closed > 0 and not desktop._chart_history._errands.is_busy

        await until(is_asked)
        assert source.asked == (1 if name == "demo" else 0)
        assert not desktop.window.banner.isVisible()

    run(scenario)
