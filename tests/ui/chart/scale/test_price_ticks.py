"""Round prices on the axis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.ui.chart.scale.price_range import PriceRange
from photon_desktop.ui.chart.scale.price_ticks import nice_step, price_ticks


def test_steps_are_round() -> None:
    assert nice_step(100, 10) == 10
    assert nice_step(100, 9) == 20
    assert nice_step(0.9, 4) == 0.25
    assert nice_step(30_000, 7) == 5_000


def test_a_step_is_whole_ticks() -> None:
    assert nice_step(0.03, 10, 0.01) == pytest.approx(0.01)
    assert nice_step(9, 4, 1.0) == 5.0
    assert nice_step(0.1, 50, 0.05) == pytest.approx(0.05)


@given(low=st.floats(0.01, 1e5), share=st.floats(1e-4, 100), height=st.floats(60, 2000), is_log=st.booleans())
def test_labels_are_in_view_apart_and_not_too_many(low: float, share: float, height: float, is_log: bool) -> None:
    shown = PriceRange(is_log=is_log).fitted(low, low * (1 + share))
    ticks = price_ticks(shown, height, 44, 0.0)
    assert ticks == sorted(set(ticks))
    assert all(-1e-6 <= shown.place(tick) <= 1 + 1e-6 for tick in ticks)
    assert len(ticks) <= height / 44 + 1


def test_a_logarithmic_axis_over_decades_shows_round_figures() -> None:
    shown = PriceRange(is_log=True).fitted(100, 90_000)
    assert {1_000, 10_000} <= set(price_ticks(shown, 600, 44, 0.01))
