"""Marks and lines that belong to a series."""

from datetime import UTC

import pytest

from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action
from photon_desktop.ui.chart.content import Content, PositionLevels
from photon_desktop.ui.chart.marker import ChartMarker
from photon_desktop.ui.design import DARK
from tests.ui.chart.markets import COIN, walk

BARS = walk(50)
HOUR = Interval.HOUR_1.nanoseconds


@pytest.fixture
def content() -> Content:
    return Content.of("DEMO-BTC", Interval.HOUR_1, BARS, COIN, UTC)


def mark(bar: int, reference: str = "", text: str = "") -> ChartMarker:
    return ChartMarker(int(BARS.times[bar]) + HOUR, Action.BUY, 1.0, text=text, reference=reference)


def test_marks_come_in_the_order_of_their_times(content: Content) -> None:
    content.set_markers([mark(30), mark(10)])
    content.add_marker(mark(20))
    assert content.markers_in(0, 50) == [mark(10), mark(20), mark(30)]


def test_only_marks_near_the_view_are_given(content: Content) -> None:
    content.set_markers([mark(bar) for bar in range(50)])
    given = content.markers_in(10, 20)
    assert {mark(bar) for bar in range(10, 20)} <= set(given)
    assert len(given) <= 12
    assert content.markers_in(20, 20) == []


def test_a_mark_told_again_replaces_the_one_before(content: Content) -> None:
    content.add_marker(mark(10, "a", "old"))
    content.add_marker(mark(10, "b", "other"))
    content.add_marker(mark(10, "a", "new"))
    assert sorted(marker.text for marker in content.markers_in(0, 50)) == ["new", "other"]


def test_a_day_of_marks_leaves_the_newest(content: Content) -> None:
    start = mark(0).time_ns
    for number in range(2_010):
        content.add_marker(ChartMarker(start + number, Action.BUY, 1.0))
    assert [marker.time_ns - start for marker in content.markers_in(0, 50)] == list(range(10, 2_010))
    content.add_marker(ChartMarker(start + 5, Action.BUY, 1.0))
    assert content.markers_in(0, 50)[0].time_ns - start == 10


def test_lines_stand_at_the_last_price_and_the_open_positions_levels(content: Content) -> None:
    content.position = PositionLevels(average=10.0, stop=9.0)
    assert [(line.word, line.price) for line in content.price_lines(DARK)] == [
        ("", BARS.close[-1]),
        ("Avg", 10.0),
        ("Stop", 9.0),
    ]


def test_old_prices_lose_their_market_colour(content: Content) -> None:
    assert content.last_colour(DARK) in (DARK.up, DARK.down)
    content.is_stale = True
    assert content.last_colour(DARK) == DARK.muted_text
