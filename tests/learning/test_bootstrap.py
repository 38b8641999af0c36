import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.learning.bootstrap import block_length, estimate
from photon_desktop.learning.labels import HORIZON


def test_blocks_are_a_week_of_hours_and_never_shorter_than_a_label() -> None:
    assert block_length(8_760) == 168
    assert block_length(600) == 120
    assert block_length(10) == HORIZON


@given(st.integers(1, 500), st.integers(0, 9))
def test_bounds_stand_in_order_around_the_mean(rows: int, seed: int) -> None:
    values = np.random.default_rng(seed).normal(1, 1, rows)
    found = estimate(values, np.ones(rows), 3)
    assert found.value == pytest.approx(values.mean())
    assert found.low <= found.likely_low <= found.likely_high <= found.high
    assert values.min() - 1e-9 <= found.low
    assert found.high <= values.max() + 1e-9


def test_a_figure_that_never_changes_has_no_doubt() -> None:
    found = estimate(np.full(400, 0.3), np.ones(400), 1)
    assert (found.low, found.high) == (pytest.approx(0.3), pytest.approx(0.3))


def test_rows_that_hang_together_are_trusted_less_than_rows_that_do_not() -> None:
    random = np.random.default_rng(5)
    apart = random.normal(0, 1, 4_000)
    together = np.repeat(apart[::100], 100)
    loose, tight = (estimate(values, np.ones(4_000), 1) for values in (together, apart))
    assert loose.high - loose.low > 3 * (tight.high - tight.low)


def test_about_nine_of_ten_true_means_lie_inside() -> None:
    random = np.random.default_rng(6)
    inside = 0
    for seed in range(100):
        found = estimate(random.normal(0, 1, 2_000), np.ones(2_000), seed)
        inside += found.low <= 0 <= found.high
    assert 78 <= inside <= 97


def test_rows_without_a_count_are_not_part_of_the_mean() -> None:
    values, counts = np.tile([2.0, 0.0], 300), np.tile([1.0, 0.0], 300)
    found = estimate(values, counts, 1)
    assert (found.value, found.low, found.high) == (2.0, pytest.approx(2.0), pytest.approx(2.0))


def test_the_same_rows_and_seed_give_the_same_bounds() -> None:
    values = np.random.default_rng(1).normal(size=300)
    assert estimate(values, np.ones(300), 4) == estimate(values, np.ones(300), 4)
    assert estimate(values, np.ones(300), 4) != estimate(values, np.ones(300), 5)
