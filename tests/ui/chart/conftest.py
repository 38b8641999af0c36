"""A chart on a shown window."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from photon_desktop.trading.interval import Interval
from photon_desktop.ui.chart.chart_widget import ChartWidget
from tests.ui.chart.markets import COIN, walk


@pytest.fixture
def empty_chart(qtbot: QtBot) -> Iterator[ChartWidget]:
    """A chart that was told nothing yet."""
    chart = ChartWidget()
    qtbot.addWidget(chart)
    chart.resize(900, 600)
    chart.show()
    qtbot.waitExposed(chart)
    yield chart


@pytest.fixture
def chart(empty_chart: ChartWidget, qtbot: QtBot) -> ChartWidget:
    """A chart of 500 hourly bars, refreshed."""
    empty_chart.set_series("DEMO-BTC", Interval.HOUR_1, walk(500), COIN)
    with qtbot.waitSignal(empty_chart.plot.refreshed):
        empty_chart.plot.schedule()
    empty_chart.plot.refresh()
    return empty_chart
