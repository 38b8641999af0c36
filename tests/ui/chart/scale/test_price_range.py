"""Which prices are in view."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.chart.data.study import Line
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.scale.bar_window import BarWindow
from photon_desktop.ui.chart.scale.fitting import fit_macd, fit_prices
from photon_desktop.ui.chart.scale.price_range import MARGIN, PriceRange
from photon_desktop.ui.design import DARK
from tests.ui.chart.markets import walk


@given(low=st.floats(0.01, 1e5), share=st.floats(0, 3), is_log=st.booleans())
def test_a_fitted_range_leaves_its_margins_free(low: float, share: float, is_log: bool) -> None:
    high = low * (1 + share)
    shown = PriceRange(is_log=is_log).fitted(low, high)
    assert shown.place(high) >= MARGIN - 1e-6
    assert shown.place(low) <= 1 - MARGIN + 1e-6
    assert shown.height > 0


def test_the_margins_are_shares_of_the_height() -> None:
    shown = PriceRange().fitted(100, 200, floor=0.2, ceiling=0.1)
    assert shown.place(200) == pytest.approx(0.1)
    assert shown.place(100) == pytest.approx(0.8)


@given(price=st.floats(1, 1e6), is_log=st.booleans())
def test_place_and_price_are_each_others_inverse(price: float, is_log: bool) -> None:
    shown = PriceRange(is_log=is_log).fitted(0.5, 2e6)
    assert shown.price_at(shown.place(price)) == pytest.approx(price)


def test_scaling_by_hand_lasts_until_it_is_fitted_again() -> None:
    shown = PriceRange().fitted(100, 200).scaled(2)
    frame = Frame(ChartSeries(walk(100)), BarWindow(100, 800).followed(), shown, DARK)
    assert fit_prices(shown, frame, (), 0.1, 0.1) is shown
    again = fit_prices(shown.refitted(), frame, (), 0.1, 0.1)
    assert again.price_at(0.5) == pytest.approx(60_000, rel=0.2)


def test_bands_are_fitted_with_the_prices() -> None:
    series, window = ChartSeries(walk(100)), BarWindow(100, 800).followed()
    frame = Frame(series, window, PriceRange(), DARK)
    shown = fit_prices(PriceRange(), frame, (Line.BAND_UPPER, Line.BAND_LOWER), 0.1, 0.1)
    assert shown.top > np.nanmax(series.line(Line.BAND_UPPER))
    assert shown.bottom < np.nanmin(series.line(Line.BAND_LOWER))


def test_only_a_range_set_by_hand_moves_up_and_down() -> None:
    fitted = PriceRange().fitted(100, 200)
    assert fitted.shifted(0.1) == fitted
    by_hand = fitted.scaled(1)
    assert by_hand.shifted(0.1).top == pytest.approx(by_hand.top + 0.1 * by_hand.height)


def test_the_same_prices_stay_in_view_when_the_axis_turns_logarithmic() -> None:
    shown = PriceRange().fitted(100, 200).scaled(1)
    log = shown.with_log(True)
    assert log.price(log.top) == pytest.approx(shown.top)
    assert log.price(log.bottom) == pytest.approx(shown.bottom)
    back = log.with_log(False)
    assert back.top == pytest.approx(shown.top)


def test_a_range_below_zero_is_fitted_anew_on_a_logarithmic_axis() -> None:
    assert PriceRange(-5, 10, is_fitted=False).with_log(True).is_fitted


def test_the_macd_reaches_as_far_below_zero_as_above_and_leaves_room_for_its_title() -> None:
    series = ChartSeries(walk(200))
    shown = fit_macd(series, BarWindow(200, 800).followed(), ceiling=0.2)
    assert shown.place(-shown.bottom) == pytest.approx(0.2)
    assert np.nanmax(np.abs(series.line(Line.MACD)[100:])) < -shown.bottom


def test_bars_without_a_macd_still_have_a_range() -> None:
    assert fit_macd(ChartSeries(walk(5)), BarWindow(5, 800).followed(), 0.2).height > 0
