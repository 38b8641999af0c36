"""The lines of price alerts on the chart: drawn, dragged, and what the menu offers about them."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from photon_desktop.trading.account import Position
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.chart.content import AlertLevel, Content
from photon_desktop.ui.chart.items.price_lines import PriceLine
from photon_desktop.ui.design import DARK
from tests.ui.chart.markets import COIN, walk
from tests.ui.chart.mouse import drop, pixel, point, pull

GRABS = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)  # by menus
TICK = Decimal("0.01")


@pytest.fixture
def watched(chart: ChartWidget) -> ChartWidget:
    """A chart with an alert above the price and one under it."""
    shown = chart.plot.stack.price.shown
    above, under = (Decimal(str(round(shown.price_at(place), 2))) for place in (0.2, 0.8))
    chart.set_alerts({chart.symbol: (AlertLevel("above", above, "▲ Alert"), AlertLevel("under", under, "▼ Buy back"))})
    chart.plot.refresh()
    return chart


def content_of(chart: ChartWidget) -> Content:
    content = chart.plot._content
    assert content is not None
    return content


def level(chart: ChartWidget, alert_id: str) -> Decimal:
    return next(level.price for level in content_of(chart).alerts if level.alert_id == alert_id)


def line(chart: ChartWidget, sign: str) -> PriceLine:
    return next(line for line in content_of(chart).price_lines(DARK) if line.word.startswith(sign))


def menu_at(chart: ChartWidget, at: QPoint) -> QMenu:
    point(chart, at)
    chart.plot.view.menu_asked.emit(chart.plot.view.mapToGlobal(at))
    return next(menu for menu in chart.findChildren(QMenu) if menu.isVisible())


def entry(menu: QMenu, begin: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(begin)).trigger()


def test_every_alert_has_its_line_and_its_tag(watched: ChartWidget) -> None:
    assert line(watched, "▲").price == float(level(watched, "above"))
    assert line(watched, "▼").word == "▼ Buy back"
    texts = [tag.text for tag in watched.plot.stack.price.axis.tags]
    assert f"{level(watched, 'under'):,.2f}" in texts


def test_the_lines_belong_to_their_symbol(watched: ChartWidget) -> None:
    watched.set_series("DEMO-ETH", Interval.HOUR_1, walk(100), COIN)
    assert content_of(watched).alerts == ()
    watched.set_series("DEMO-BTC", Interval.HOUR_1, walk(100), COIN)
    assert len(content_of(watched).alerts) == 2


def test_a_dropped_line_asks_for_a_level_at_a_whole_tick(watched: ChartWidget, qtbot: QtBot) -> None:
    before = level(watched, "above")
    start = pixel(watched, float(before))
    pull(watched, start, start - QPoint(0, 20))
    assert line(watched, "▲").price > float(before)
    with qtbot.waitSignal(watched.alert_moved) as moved:
        drop(watched, start - QPoint(0, 20))
    alert_id, wanted = moved.args
    assert alert_id == "above"
    assert wanted > before
    assert wanted % TICK == 0


def test_while_it_is_dragged_its_line_says_how_far_the_price_is(watched: ChartWidget) -> None:
    start = pixel(watched, float(level(watched, "under")))
    pull(watched, start, start + QPoint(0, 10))
    assert line(watched, "▼").word.startswith("▼ Buy back  −")
    assert line(watched, "▼").word.endswith("%")
    assert len([one for one in content_of(watched).price_lines(DARK) if one.word]) == 2
    drop(watched, start + QPoint(0, 10))
    assert line(watched, "▼").word == "▼ Buy back"


def test_escape_gives_the_line_back(watched: ChartWidget, qtbot: QtBot) -> None:
    before = level(watched, "above")
    start = pixel(watched, float(before))
    with qtbot.assertNotEmitted(watched.alert_moved):
        pull(watched, start, start + QPoint(0, 30))
        QTest.keyClick(watched.plot.view, Qt.Key.Key_Escape)
        drop(watched, start + QPoint(0, 30))
    assert line(watched, "▲").price == float(before)


def test_a_symbol_that_comes_meanwhile_ends_the_drag(watched: ChartWidget, qtbot: QtBot) -> None:
    start = pixel(watched, float(level(watched, "above")))
    pull(watched, start, start - QPoint(0, 10))
    watched.set_series("DEMO-ETH", Interval.HOUR_1, walk(100), COIN)
    watched.plot.refresh()
    with qtbot.assertNotEmitted(watched.alert_moved):
        QTest.mouseMove(watched.plot.view.viewport(), start + QPoint(0, 40))
        drop(watched, start + QPoint(0, 40))
    assert content_of(watched).moving_alert is None


def test_a_line_let_go_where_it_was_asks_for_nothing(watched: ChartWidget, qtbot: QtBot) -> None:
    start = pixel(watched, float(level(watched, "above")))
    with qtbot.assertNotEmitted(watched.alert_moved):
        QTest.mouseClick(watched.plot.view.viewport(), Qt.MouseButton.LeftButton, pos=start)


def test_no_level_falls_under_a_tick(watched: ChartWidget, qtbot: QtBot) -> None:
    price = watched.plot.stack.price
    price.shown = replace(price.shown, bottom=-price.shown.top, is_fitted=False)
    start = pixel(watched, float(level(watched, "under")))
    end = QPoint(start.x(), int(price.rect.bottom()) + 200)
    pull(watched, start, end)
    with qtbot.waitSignal(watched.alert_moved) as moved:
        drop(watched, end)
    assert moved.args == ["under", COIN.tick_size]


def test_a_stop_on_the_same_price_is_grabbed_first(watched: ChartWidget) -> None:
    under = level(watched, "under")
    last = Decimal(str(watched.last_price))
    watched.set_position(last, under)
    watched.set_held(Position(watched.symbol, Decimal(1), last, stop_loss=under))
    start = pixel(watched, float(under))
    pull(watched, start, start + QPoint(0, 10))
    assert content_of(watched).dragged is not None
    assert content_of(watched).moving_alert is None
    drop(watched, start)


def test_the_cursor_says_that_a_line_can_be_dragged(watched: ChartWidget) -> None:
    at = pixel(watched, float(level(watched, "above")))
    point(watched, at)
    assert watched.plot.view.cursor().shape() is Qt.CursorShape.SizeVerCursor
    point(watched, at + QPoint(0, 12))
    assert watched.plot.view.cursor().shape() is Qt.CursorShape.CrossCursor


@GRABS
def test_the_menu_offers_an_alert_at_the_price_pointed_at(watched: ChartWidget, qtbot: QtBot) -> None:
    at = watched.plot.stack.price.rect.center().toPoint()
    menu = menu_at(watched, at)
    price = watched.plot.stack.price.price_at(at.y())
    with qtbot.waitSignal(watched.alert_wanted) as wanted:
        entry(menu, "Price alert at ")
    assert wanted.args == ["DEMO-BTC", COIN.round_price(price)]
    assert not any(action.text().startswith("Remove alert") for action in menu.actions())


@GRABS
def test_the_menu_on_a_line_offers_to_remove_its_alert(watched: ChartWidget, qtbot: QtBot) -> None:
    menu = menu_at(watched, pixel(watched, float(level(watched, "under"))))
    with qtbot.waitSignal(watched.alert_unwanted) as unwanted:
        entry(menu, "Remove alert at ")
    assert unwanted.args == ["under"]


@GRABS
def test_beside_the_prices_the_menu_asks_for_an_alert_at_none(watched: ChartWidget, qtbot: QtBot) -> None:
    menu = menu_at(watched, watched.plot.stack.rsi.rect.center().toPoint())
    with qtbot.waitSignal(watched.alert_wanted) as wanted:
        entry(menu, "Price alert…")
    assert wanted.args == ["DEMO-BTC", None]
    assert watched.pointed_price is None
