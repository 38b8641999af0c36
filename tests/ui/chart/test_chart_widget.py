"""The chart as a whole, moved by mouse and keys."""

from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.chart.data.study import StudyKind
from photon_desktop.ui.chart.marker import ChartMarker
from photon_desktop.ui.chart.panes import PaneName
from photon_desktop.ui.chart.scale.bar_window import LIVE_PLACE
from photon_desktop.ui.design import DARK, LIGHT
from tests.ui.chart.markets import COIN, next_bar, walk

BARS = walk(500)


def drag(chart: ChartWidget, start: QPoint, by: QPoint) -> None:
    viewport = chart.plot.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(viewport, start + by * share)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + by)


def wheel(chart: ChartWidget, at: QPointF, turn: int) -> None:
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, turn), none, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(chart.plot.view.viewport(), event)


def press(chart: ChartWidget, key: Qt.Key) -> None:
    QTest.keyClick(chart.plot.view, key)


def last_place(chart: ChartWidget) -> float:
    window = chart.plot.window_of_bars
    return window.x_of(window.last) / window.width


def test_the_newest_bar_stands_near_the_right_edge(chart: ChartWidget) -> None:
    assert chart.is_following
    assert last_place(chart) == pytest.approx(LIVE_PLACE)
    assert chart.plot.window_of_bars.width == chart.plot.stack.price.rect.width()


def test_new_bars_move_the_view_while_it_follows(chart: ChartWidget) -> None:
    bar = next_bar(BARS, 61_000.0)
    chart.set_forming(bar)
    chart.plot.refresh()
    assert chart.plot.window_of_bars.count == 501
    assert last_place(chart) == pytest.approx(LIVE_PLACE)
    chart.append_bar(bar)
    assert chart.plot.window_of_bars.count == 501
    assert chart.header.price.text() == "61,000.00"


def test_dragging_back_ends_following_and_a_key_returns_to_it(chart: ChartWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.following_changed) as told:
        drag(chart, QPoint(300, 200), QPoint(200, 0))
    assert told.args == [False]
    assert not chart.header.follow.isChecked()
    right = chart.plot.window_of_bars.right
    chart.append_bar(next_bar(BARS, 61_000.0))
    assert chart.plot.window_of_bars.right == right
    for key in (Qt.Key.Key_End, Qt.Key.Key_F):
        with qtbot.waitSignal(chart.following_changed) as told:
            press(chart, key)
        assert told.args == [True]
        assert last_place(chart) == pytest.approx(LIVE_PLACE)
        press(chart, Qt.Key.Key_Left)
        assert not chart.is_following


def test_a_drag_moves_the_bars_with_the_mouse(chart: ChartWidget) -> None:
    before = chart.plot.window_of_bars
    drag(chart, QPoint(300, 200), QPoint(200, 0))
    after = chart.plot.window_of_bars
    assert after.x_of(400) - before.x_of(400) == pytest.approx(200)


def test_the_wheel_zooms_around_the_cursor(chart: ChartWidget) -> None:
    before = chart.plot.window_of_bars
    for turn in (120, 120, 240):
        wheel(chart, QPointF(250, 150), turn)
    after = chart.plot.window_of_bars
    assert after.pixels_per_bar > before.pixels_per_bar
    assert after.index_of(250) == pytest.approx(before.index_of(250))


def test_keys_zoom_and_go_to_the_start(chart: ChartWidget) -> None:
    zoom = chart.plot.window_of_bars.pixels_per_bar
    press(chart, Qt.Key.Key_Plus)
    assert chart.plot.window_of_bars.pixels_per_bar > zoom
    assert chart.is_following
    press(chart, Qt.Key.Key_Minus)
    assert chart.plot.window_of_bars.pixels_per_bar == pytest.approx(zoom)
    press(chart, Qt.Key.Key_Home)
    assert chart.plot.window_of_bars.visible[0] == 0
    press(chart, Qt.Key.Key_L)
    assert chart.plot.stack.price.shown.is_log
    assert chart.header.log.isChecked()


def test_prices_fit_what_is_in_view(chart: ChartWidget) -> None:
    for key in (None, Qt.Key.Key_Home):
        if key is not None:
            press(chart, key)
            chart.plot.refresh()
        first, stop = chart.plot.window_of_bars.visible
        shown = chart.plot.stack.price.shown
        assert shown.place(float(BARS.high[first:stop].max())) >= 0.06 - 1e-9
        assert shown.place(float(BARS.low[first:stop].min())) <= 1 - 0.06


def test_dragging_the_price_axis_scales_until_a_double_click(chart: ChartWidget) -> None:
    fitted = chart.plot.stack.price.shown
    axis = QPoint(int(chart.plot.view.axis_left) + 20, 200)
    drag(chart, axis, QPoint(0, 80))
    chart.plot.refresh()
    assert chart.plot.stack.price.shown.height > fitted.height
    assert chart.is_following
    QTest.mouseDClick(chart.plot.view.viewport(), Qt.MouseButton.LeftButton, pos=axis)
    chart.plot.refresh()
    assert chart.plot.stack.price.shown == fitted


def test_dragging_the_time_axis_zooms_around_the_newest_bar(chart: ChartWidget) -> None:
    before, place = chart.plot.window_of_bars.pixels_per_bar, last_place(chart)
    below = QPoint(300, int(chart.plot.stack.plot_rect.bottom()) + 10)
    drag(chart, below, QPoint(80, 0))
    assert chart.plot.window_of_bars.pixels_per_bar > before
    assert chart.is_following
    chart.plot.refresh()
    assert last_place(chart) == pytest.approx(place)
    QTest.mouseMove(chart.plot.view.viewport(), below)
    assert chart.plot.view.cursor().shape() is Qt.CursorShape.SizeHorCursor


def test_many_changes_in_a_frame_lead_to_one_refresh(chart: ChartWidget, qtbot: QtBot) -> None:
    seen: list[int] = []
    chart.plot.refreshed.connect(lambda: seen.append(1))
    with qtbot.waitSignal(chart.plot.refreshed):
        for step in range(50):
            chart.set_forming(next_bar(BARS, 60_000.0 + step))
        assert seen == []
    assert len(seen) == 1


def test_the_crosshair_reads_the_bar_it_stands_on(chart: ChartWidget, qtbot: QtBot) -> None:
    chart.set_times_zone(ZoneInfo("UTC"))
    with qtbot.waitSignal(chart.bar_hovered) as hovered:
        QTest.mouseMove(chart.plot.view.viewport(), QPoint(200, 150))
    index = round(chart.plot.window_of_bars.index_of(200))
    assert hovered.args == [BARS.bar(index)]
    chart.plot.refresh()
    cross = chart.plot.overlay.crosshair.cross
    assert cross is not None
    assert cross.x == pytest.approx(chart.plot.window_of_bars.x_of(index))
    assert chart.plot.overlay.readout.fields[4].text == f"{BARS.close[index]:,.2f}"
    with qtbot.waitSignal(chart.bar_hovered) as hovered:
        chart.plot.view.left.emit()
    assert hovered.args == [None]
    assert chart.plot.overlay.crosshair.cross is None


def test_keys_read_the_bars_one_by_one(chart: ChartWidget) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    read: list[Bar | None] = []
    chart.bar_hovered.connect(read.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(chart.plot.view, key, shift)
    assert read == [BARS.bar(index) for index in (499, 498, 497, 498)]
    readout = chart.plot.overlay.readout
    assert f"C {BARS.close[498]:,.2f}" in readout.accessibleDescription()
    for _ in range(120):
        QTest.keyClick(chart.plot.view, Qt.Key.Key_Left, shift)
        chart.plot.refresh()
    assert read[-1] == BARS.bar(498 - 120)
    assert not chart.is_following


def test_escape_takes_the_crosshair_of_the_keys_away(chart: ChartWidget) -> None:
    QTest.keyClick(chart.plot.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert chart.plot.overlay.crosshair.cross is not None
    press(chart, Qt.Key.Key_Escape)
    assert chart.plot.overlay.crosshair.cross is None


def test_a_mark_says_its_reason_under_the_mouse(chart: ChartWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _where, text, _widget: said.append(text))
    chart.add_marker(ChartMarker(int(BARS.times[490]), Action.BUY, float(BARS.close[489]), text="Trend bull."))
    chart.plot.refresh()
    placed = chart.plot.placed[0]
    QTest.mouseMove(chart.plot.view.viewport(), QPoint(int(placed.x), int(placed.y)))
    assert said == ["Trend bull."]


def test_a_click_on_a_mark_tells_which(chart: ChartWidget, qtbot: QtBot) -> None:
    mark = ChartMarker(int(BARS.times[480]) + 1, Action.BUY, 1.0, text="RSI is low", reference="m1")
    chart.set_markers([mark])
    chart.plot.refresh()
    (placed,) = chart.plot.placed
    top = chart.plot.stack.price.rect.topLeft()
    spot = (top + QPointF(placed.x, placed.y)).toPoint()
    with qtbot.waitSignal(chart.marker_clicked) as clicked:
        QTest.mouseClick(chart.plot.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert clicked.args == [mark]
    with qtbot.assertNotEmitted(chart.marker_clicked):
        QTest.mouseClick(chart.plot.view.viewport(), Qt.MouseButton.LeftButton, pos=spot + QPoint(60, 60))


def test_going_to_a_decision_shows_its_bar_in_the_middle(chart: ChartWidget) -> None:
    chart.go_to(int(BARS.times[101]))
    window = chart.plot.window_of_bars
    assert window.x_of(100) == pytest.approx(window.width / 2)
    assert not chart.is_following


def test_labels_of_the_time_axis_do_not_repeat(chart: ChartWidget) -> None:
    for _ in range(12):
        labels = chart.plot.stack.time_axis.labels
        assert len(labels) >= 2
        assert all(one.text != other.text for one, other in pairwise(labels))
        wheel(chart, QPointF(400, 150), -240)
        chart.plot.refresh()


def test_nights_and_weekends_of_a_stock_take_no_room(empty_chart: ChartWidget) -> None:
    hours = Interval.HOUR_1.nanoseconds
    opened = [day * 24 + 14 + hour for day in (0, 3, 4, 5, 6, 7, 10) for hour in range(7)]  # from Friday on
    bars = walk(len(opened))
    times = int(bars.times[0]) + np.array(opened) * hours
    stock = Bars.of(times, bars.open, bars.high, bars.low, bars.close, bars.volume)
    empty_chart.set_times_zone(ZoneInfo("UTC"))
    empty_chart.set_series("AAPL", Interval.HOUR_1, stock, COIN)
    empty_chart.plot.refresh()
    window = empty_chart.plot.window_of_bars
    assert window.x_of(7) - window.x_of(6) == pytest.approx(window.pixels_per_bar)
    labels = empty_chart.plot.stack.time_axis.labels
    assert [label.text for label in labels] == ["Apr", "4 Apr", "8 Apr"]


def test_the_last_price_has_a_tag_on_the_axis_in_its_colour(chart: ChartWidget) -> None:
    tag = chart.plot.stack.price.axis.tags[0]
    assert tag.text == f"{BARS.close[-1]:,.2f}"
    assert tag.fill == (DARK.up if BARS.close[-1] >= BARS.open[-1] else DARK.down)
    chart.set_stale("No prices for 42 s")
    chart.plot.refresh()
    assert chart.plot.stack.price.axis.tags[0].fill == DARK.muted_text
    assert chart.header.stale.isVisible()
    chart.set_stale("")
    assert not chart.header.stale.isVisible()


def test_an_open_position_has_three_lines(chart: ChartWidget) -> None:
    chart.set_position(Decimal(60_000), Decimal(59_000), 62_000.0)
    chart.plot.refresh()
    assert [tag.text for tag in chart.plot.stack.price.axis.tags[1:]] == ["60,000.00", "59,000.00", "62,000.00"]
    chart.set_position(None)
    chart.plot.refresh()
    assert len(chart.plot.stack.price.axis.tags) == 1


def test_a_position_that_is_told_again_costs_no_frame(chart: ChartWidget, qtbot: QtBot) -> None:
    chart.set_position(Decimal(60_000), Decimal(59_000), 62_000.0)
    qtbot.wait(50)
    frames: list[int] = []
    chart.plot.refreshed.connect(lambda: frames.append(1))
    chart.set_position(60_000.0, Decimal(59_000), Decimal(62_000))
    qtbot.wait(50)
    assert not frames
    chart.set_position(60_000.0, Decimal(59_500), Decimal(62_000))
    qtbot.waitUntil(lambda: bool(frames))


def test_times_are_labelled_anew_when_bars_come_or_the_view_moves(chart: ChartWidget) -> None:
    axis = chart.plot.stack.time_axis
    before = axis.labels
    chart.plot.refresh()
    assert axis.labels is before
    chart.append_bar(next_bar(BARS, 61_000.0))
    chart.plot.refresh()
    moved = axis.labels
    assert [label.place for label in moved] != [label.place for label in before]
    chart.set_times_zone(ZoneInfo("Asia/Kolkata"))
    chart.plot.refresh()
    assert axis.labels is not moved


def test_another_theme_changes_what_is_painted(chart: ChartWidget) -> None:
    def spot() -> str:
        image = chart.plot.view.grab().toImage()
        return image.pixelColor(int(chart.plot.stack.price.rect.right()) - 20, image.height() // 3).name()

    assert spot() == DARK.canvas
    chart.set_theme(LIGHT)
    chart.plot.refresh()
    assert spot() == LIGHT.canvas
    assert chart.plot.stack.price.axis.theme is LIGHT
    assert chart.plot.stack.price.axis.tags[0].fill in (LIGHT.up, LIGHT.down)


def test_a_pane_that_is_hidden_gives_its_place_to_the_prices(chart: ChartWidget, qtbot: QtBot) -> None:
    before = chart.plot.stack.price.rect.height()
    chart.set_pane_visible("rsi", False)
    qtbot.waitUntil(lambda: chart.plot.stack.price.rect.height() > before)
    chart.plot.refresh()
    assert [pane.name for pane in chart.plot.stack.visible] == [PaneName.PRICE, PaneName.MACD]
    assert not chart.plot.overlay.titles[PaneName.RSI].isVisible()
    chart.set_pane_visible("rsi", True)
    qtbot.waitUntil(lambda: chart.plot.stack.price.rect.height() == before)
    assert chart.header.panes[PaneName.RSI].isChecked()


def test_a_click_in_the_legend_hides_the_curve(chart: ChartWidget, qtbot: QtBot) -> None:
    button = chart.plot.overlay.legend.button(StudyKind.SMA_FAST)
    assert button.text().startswith("SMA 10 ")
    item = chart.plot.stack.price.layers[StudyKind.SMA_FAST]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not item.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert item.isVisible()


def test_a_click_on_an_interval_asks_for_it(chart: ChartWidget, qtbot: QtBot) -> None:
    assert chart.header.intervals[Interval.HOUR_1].isChecked()
    with qtbot.waitSignal(chart.interval_requested) as asked:
        qtbot.mouseClick(chart.header.intervals[Interval.MINUTE_5], Qt.MouseButton.LeftButton)
    assert asked.args == ["5m"]


def test_an_empty_chart_says_what_will_stand_there(empty_chart: ChartWidget) -> None:
    message = empty_chart.plot.overlay.message
    empty_chart.plot.refresh()
    assert "watchlist" in message.text()
    assert message.isVisible()
    empty_chart.set_series("DEMO-BTC", Interval.HOUR_1, Bars.empty(), COIN)
    empty_chart.plot.refresh()
    assert message.text() == "Waiting for the first bars of DEMO-BTC …"
    empty_chart.append_bar(BARS.bar(0))
    empty_chart.plot.refresh()
    assert not message.isVisible()
    assert empty_chart.header.price.text() == f"{BARS.close[0]:,.2f}"


def test_a_message_takes_the_place_of_the_bars(chart: ChartWidget) -> None:
    chart.set_message("Loading DEMO-ETH …")
    chart.plot.refresh()
    assert chart.plot.stack.time_axis.labels == ()
    assert not chart.plot.overlay.legend.isVisible()
    chart.set_message("")
    chart.plot.refresh()
    assert chart.plot.stack.time_axis.labels != ()


def test_what_comes_before_the_first_series_is_ignored(empty_chart: ChartWidget) -> None:
    empty_chart.append_bar(Bar(1, 1.0, 1.0, 1.0, 1.0, 1.0))
    empty_chart.add_marker(ChartMarker(1, Action.BUY, 1.0))
    empty_chart.set_position(Decimal(1))
    empty_chart.plot.refresh()
    assert empty_chart.symbol == ""


def test_the_badge_says_where_prices_come_from(chart: ChartWidget) -> None:
    assert not chart.header.badge.isVisible()
    chart.set_badge("SIMULATED ×1800")
    assert chart.header.badge.isVisible()
    assert chart.header.badge.text() == "SIMULATED ×1800"


def test_everything_that_can_be_used_has_a_name_for_screen_readers(chart: ChartWidget) -> None:
    assert chart.objectName() == "chart"
    for widget in (chart, chart.plot.view, *chart.findChildren(QToolButton), *chart.header.findChildren(QLabel)):
        assert widget.accessibleName()


def test_a_narrow_chart_keeps_its_symbol_price_and_follow_button(chart: ChartWidget) -> None:
    chart.set_badge("SIMULATED ×1800")
    chart.resize(420, 300)
    header = chart.header
    assert chart.width() == 420
    assert header.follow.isVisible()
    assert header.symbol.isVisible()
    assert header.follow.geometry().right() <= header.width()
    chart.resize(1280, 800)
    assert header.chart_menu.isVisible()
    assert header.intervals[Interval.DAY_1].isVisible()


def test_candles_and_curves_are_on_the_picture(empty_chart: ChartWidget) -> None:
    empty_chart.set_series("DEMO-BTC", Interval.DAY_1, walk(3000, Interval.DAY_1), COIN)
    empty_chart.plot.refresh()
    image = empty_chart.plot.view.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert {DARK.up, DARK.down, DARK.canvas, DARK.lines[0]} <= seen
