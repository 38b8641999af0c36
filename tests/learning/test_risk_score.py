import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.learning.risk_score import doubt, risk_score, volatility_percentile
from tests.learning.markets import fair_bars

TERM = st.none() | st.floats(-5, 5)


def test_all_terms_weigh_as_defined() -> None:
    assert risk_score(1, 0, 0, 0) == pytest.approx(0.35)
    assert risk_score(0, 1, 0, 0) == pytest.approx(0.25)
    assert risk_score(0, 0, 1, 0) == pytest.approx(0.20)
    assert risk_score(0, 0, 0, 1) == pytest.approx(0.20)


def test_what_is_not_measured_neither_adds_nor_soothes() -> None:
    assert risk_score(0.6, 0.6) == pytest.approx(0.6)
    assert risk_score(1.0, None, None, 0.0) == pytest.approx(0.35 / 0.55)
    assert risk_score(None, None) == 0.5


@given(TERM, TERM, TERM, TERM)
def test_it_lies_between_zero_and_one(a: float | None, b: float | None, c: float | None, d: float | None) -> None:
    assert 0 <= risk_score(a, b, c, d) <= 1 + 1e-12


def test_doubt_is_none_when_certain_and_whole_when_all_are_as_likely() -> None:
    assert doubt((0.0, 1.0, 0.0)) == 0
    assert doubt((1 / 3, 1 / 3, 1 / 3)) == pytest.approx(1.0)


def test_the_wildest_bar_of_all_has_the_highest_percentile() -> None:
    close = fair_bars(300).close.copy()
    close[-1] *= 1.2
    assert volatility_percentile(close) == 1.0
    assert volatility_percentile(np.array([100.0, 101.0])) is None
