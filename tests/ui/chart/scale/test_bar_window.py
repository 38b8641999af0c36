"""Which bars are in view."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.ui.chart.scale.bar_window import LIVE_PLACE, MOST_PIXELS_PER_BAR, BarWindow


@pytest.fixture
def window() -> BarWindow:
    return BarWindow(count=500, width=1000).followed()


def test_following_puts_the_last_bar_at_its_place(window: BarWindow) -> None:
    assert window.x_of(499) / window.width == pytest.approx(LIVE_PLACE)


def test_while_following_the_last_bar_keeps_its_place_as_bars_arrive(window: BarWindow) -> None:
    grown = window.with_count(510)
    assert grown.x_of(509) == pytest.approx(window.x_of(499))
    assert grown.is_following


def test_a_look_back_ends_following_and_stays_where_it_is(window: BarWindow) -> None:
    back = window.panned(-40)
    assert not back.is_following
    assert back.with_count(510).left == back.left
    assert back.followed().is_following


def test_moving_on_to_empty_space_goes_on_following(window: BarWindow) -> None:
    assert window.panned(5).is_following


@given(factor=st.floats(0.2, 5), place=st.floats(0, 1))
def test_zoom_keeps_what_stands_under_the_cursor(factor: float, place: float) -> None:
    window = BarWindow(count=100_000, width=1000, right=50_000, is_following=False)
    zoomed = window.zoomed(factor, place)
    x = place * window.width
    assert zoomed.index_of(x) == pytest.approx(window.index_of(x))


def test_zooming_into_the_past_ends_following(window: BarWindow) -> None:
    assert not window.zoomed(2.0, 0.1).is_following
    assert window.zoomed(2.0, LIVE_PLACE).is_following


@given(
    count=st.integers(0, 2000),
    steps=st.lists(st.tuples(st.floats(-5000, 5000), st.floats(0.1, 10), st.floats(0, 1)), max_size=8),
)
def test_however_one_moves_some_bars_stay_in_view(count: int, steps: list[tuple[float, float, float]]) -> None:
    window = BarWindow(count=count, width=900).followed()
    for bars, factor, place in steps:
        window = window.panned(bars).zoomed(factor, place)
        first, stop = window.visible
        assert 0 <= first <= stop <= count
        assert stop > first or count == 0
        assert window.pixels_per_bar <= MOST_PIXELS_PER_BAR


def test_one_can_zoom_out_until_all_bars_are_in_view() -> None:
    window = BarWindow(count=1_000_000, width=1200).followed()
    for _ in range(100):
        window = window.zoomed(0.8, 0.9)
    assert window.visible == (0, 1_000_000)


def test_a_wider_plot_shows_more_bars_of_the_same_width(window: BarWindow) -> None:
    wider = window.with_width(1500)
    assert wider.pixels_per_bar == window.pixels_per_bar
    assert wider.x_of(499) / 1500 == pytest.approx(LIVE_PLACE)
    back = window.panned(-100)
    assert back.with_width(1500).right == back.right


def test_the_start_shows_the_oldest_bar_at_the_left(window: BarWindow) -> None:
    start = window.from_start()
    assert start.visible[0] == 0
    assert start.x_of(0) >= 0
    assert not start.is_following
    assert BarWindow(count=20, width=1000).from_start().is_following


def test_a_bar_can_be_brought_into_the_middle(window: BarWindow) -> None:
    assert window.centred_on(100).x_of(100) == pytest.approx(500)
