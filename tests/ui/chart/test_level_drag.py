"""A position's stop and target, dragged on the chart."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from photon_desktop.trading.account import Position
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.chart.items.price_lines import PriceLine
from photon_desktop.ui.design import DARK
from tests.ui.chart.mouse import drop, pixel, point, pull


@pytest.fixture
def held(chart: ChartWidget) -> ChartWidget:
    """A chart with a long position whose stop and target are in sight."""
    shown = chart.plot.stack.price.shown
    stop, target = (Decimal(str(round(shown.price_at(place), 2))) for place in (0.85, 0.15))
    last = Decimal(str(chart.last_price))
    chart.set_position(last, stop, target)
    chart.set_held(Position(chart.symbol, Decimal(2), 2 * last, stop_loss=stop, take_profit=target))
    chart.plot.refresh()
    return chart


def levels(chart: ChartWidget) -> tuple[float, float]:
    position = chart.plot._content.position  # type: ignore[union-attr]
    assert position.stop is not None
    assert position.target is not None
    return position.stop, position.target


def stop_line(chart: ChartWidget) -> PriceLine:
    return next(line for line in chart.plot._content.price_lines(DARK) if "Stop" in line.word)  # type: ignore[union-attr]


def test_a_dropped_stop_is_asked_for_at_a_whole_tick(held: ChartWidget, qtbot: QtBot) -> None:
    stop, target = levels(held)
    start = pixel(held, stop)
    end = start + QPoint(0, 20)
    pull(held, start, end)
    with qtbot.waitSignal(held.plot.level_drag.moved) as moved:
        drop(held, end)
    symbol, new_stop, new_target = moved.args
    assert symbol == held.symbol
    assert new_stop < Decimal(str(stop))
    assert new_stop % Decimal("0.01") == 0
    assert float(new_target) == target


def test_while_it_is_dragged_its_line_says_what_it_would_cost(held: ChartWidget) -> None:
    start = pixel(held, levels(held)[0])
    end = start + QPoint(0, 10)
    pull(held, start, end)
    assert stop_line(held).word.startswith("Stop −")
    drop(held, end)
    assert stop_line(held).word == "Stop"


def test_escape_gives_it_back(held: ChartWidget, qtbot: QtBot) -> None:
    before = levels(held)
    start = pixel(held, before[0])
    end = start - QPoint(0, 30)
    with qtbot.assertNotEmitted(held.plot.level_drag.moved):
        pull(held, start, end)
        QTest.keyClick(held.plot.view, Qt.Key.Key_Escape)
        drop(held, end)
    assert levels(held) == before


def test_a_stop_over_the_price_is_refused_and_goes_back(held: ChartWidget, qtbot: QtBot) -> None:
    before = levels(held)
    start, end = pixel(held, before[0]), pixel(held, before[1]) + QPoint(0, 8)
    pull(held, start, end)
    assert "wrong side" in stop_line(held).word
    with qtbot.waitSignal(held.plot.level_drag.refused) as refused:
        drop(held, end)
    assert "stop of a long position lies under the price" in refused.args[0]
    assert levels(held) == before


def test_the_line_is_grabbed_within_a_few_pixels_and_the_cursor_says_so(held: ChartWidget) -> None:
    at = QPointF(pixel(held, levels(held)[0]))
    is_over = held.plot.level_drag.is_over
    assert is_over(at + QPointF(0, 3))
    assert is_over(at - QPointF(0, 3))
    assert not is_over(at + QPointF(0, 8))
    point(held, at.toPoint())
    assert held.plot.view.cursor().shape() is Qt.CursorShape.SizeVerCursor


def test_without_a_position_a_drag_moves_the_chart(held: ChartWidget) -> None:
    start = pixel(held, levels(held)[0])
    held.set_held(None)
    pull(held, start, start - QPoint(60, 0))
    drop(held, start - QPoint(60, 0))
    assert held.plot.level_drag._held is None


def test_the_crosshair_stays_away_from_the_words_of_a_dragged_line(held: ChartWidget) -> None:
    start = pixel(held, levels(held)[0])
    pull(held, start, start + QPoint(0, 10))
    assert held.plot._mouse is None
    drop(held, start + QPoint(0, 10))
