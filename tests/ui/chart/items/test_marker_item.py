"""Marks on the candles."""

from dataclasses import replace

import pytest

from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action
from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.items.marker_item import Shape, place_markers, shape_of
from photon_desktop.ui.chart.marker import ChartMarker, MarkerKind
from photon_desktop.ui.chart.scale.bar_window import BarWindow
from photon_desktop.ui.chart.scale.price_range import PriceRange
from photon_desktop.ui.design import DARK
from tests.ui.chart.markets import walk

BARS = walk(100)
HEIGHT = 400.0
CLOSE_OF_60 = int(BARS.times[60]) + Interval.HOUR_1.nanoseconds


@pytest.fixture
def frame() -> Frame:
    shown = PriceRange().fitted(float(BARS.low.min()), float(BARS.high.max()))
    return Frame(ChartSeries(BARS), BarWindow(100, 800).followed(), shown, DARK)


def test_a_buy_stands_under_the_bar_decided_on_and_a_sell_above_it(frame: Frame) -> None:
    buy = ChartMarker(CLOSE_OF_60, Action.BUY, 1.0)
    sell = replace(buy, action=Action.SELL)
    placed = {mark.shape: mark for mark in place_markers([buy, sell], frame, HEIGHT)}
    low, high = (frame.shown.place(float(price[60])) * HEIGHT for price in (BARS.low, BARS.high))
    assert placed[Shape.BUY].x == placed[Shape.SELL].x == frame.window.x_of(60)
    assert placed[Shape.BUY].y > low
    assert placed[Shape.SELL].y < high


def test_a_fill_stands_at_its_price_in_the_bar_it_happened_in(frame: Frame) -> None:
    fill = ChartMarker(CLOSE_OF_60, Action.BUY, float(BARS.open[61]), kind=MarkerKind.FILL)
    (placed,) = place_markers([fill], frame, HEIGHT)
    assert placed.shape is Shape.BOUGHT
    assert placed.x == frame.window.x_of(61)
    assert placed.y == pytest.approx(frame.shown.place(float(BARS.open[61])) * HEIGHT)


def test_a_hold_is_not_drawn_and_a_blocked_wish_has_a_shape_of_its_own(frame: Frame) -> None:
    hold = ChartMarker(CLOSE_OF_60, Action.HOLD, 1.0)
    assert place_markers([hold], frame, HEIGHT) == []
    shapes = {
        shape_of(ChartMarker(1, action, 1.0, kind=kind)) for action in (Action.BUY, Action.SELL) for kind in MarkerKind
    }
    assert shapes == set(Shape)


def test_a_mark_is_hit_near_its_middle_only(frame: Frame) -> None:
    (placed,) = place_markers([ChartMarker(CLOSE_OF_60, Action.BUY, 1.0)], frame, HEIGHT)
    assert placed.is_hit(placed.x + 6, placed.y - 6)
    assert not placed.is_hit(placed.x + 20, placed.y)
    assert not placed.is_hit(placed.x, placed.y - 20)


def test_marks_out_of_view_are_left_out(frame: Frame) -> None:
    before_all = ChartMarker(int(BARS.times[0]) - 1, Action.BUY, 1.0)
    assert place_markers([before_all], frame, HEIGHT) == []
    early = replace(frame, window=BarWindow(100, 100, right=20.0, is_following=False))
    assert place_markers([ChartMarker(CLOSE_OF_60, Action.BUY, 1.0)], early, HEIGHT) == []


def test_of_marks_that_would_cover_each_other_the_newest_is_drawn(frame: Frame) -> None:
    far = replace(frame, window=BarWindow(100, 30, 0.3, right=100.0))
    marks = [ChartMarker(int(time) + 1, Action.BUY, 1.0) for time in BARS.times]
    placed = place_markers(marks, far, HEIGHT)
    assert len(placed) <= 4
    assert placed[-1].marker is marks[-1]
