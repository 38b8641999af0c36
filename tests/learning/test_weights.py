import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.learning.weights import (
    base_rates,
    class_balance,
    class_shares,
    effective_samples,
    mean_one,
    recency,
    trade_lift,
    uniqueness,
)


def test_labels_that_do_not_overlap_are_unique() -> None:
    assert uniqueness(np.array([0, 5, 10]), np.array([5, 10, 12])) == pytest.approx([1, 1, 1])


def test_labels_over_the_same_bars_share_them() -> None:
    rows, touches = np.array([0, 0, 4]), np.array([4, 4, 5])
    assert uniqueness(rows, touches) == pytest.approx([0.5, 0.5, 1.0])
    assert effective_samples(rows, touches) == pytest.approx(2.0)


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 24)), min_size=1, max_size=60))
def test_uniqueness_is_the_mean_of_shares_bar_by_bar(spans: list[tuple[int, int]]) -> None:
    rows = np.array(sorted(row for row, _ in spans))
    touches = rows + np.array([length for _, length in spans])
    alive = np.array([((rows < bar) & (touches >= bar)).sum() for bar in range(230)])
    by_hand = [
        np.mean([1 / alive[bar] for bar in range(row + 1, end + 1)]) for row, end in zip(rows, touches, strict=True)
    ]
    assert uniqueness(rows, touches) == pytest.approx(by_hand)


def test_nothing_weighs_nothing() -> None:
    nothing = np.empty(0, dtype=np.int64)
    assert effective_samples(nothing, nothing) == 0
    assert len(recency(nothing)) == 0


def test_the_oldest_row_counts_a_quarter_of_the_newest() -> None:
    faded = recency(np.arange(100, 301))
    assert faded[-1] == 1
    assert faded[0] == pytest.approx(0.25)
    assert faded[100] == pytest.approx(0.5)


def test_balance_gives_all_classes_that_occur_the_same_mass() -> None:
    classes, weights = np.array([0, 1, 1, 1, 2, 2]), np.array([1.0, 2, 1, 1, 1, 3])
    factors = class_balance(class_shares(classes, weights))
    mass = np.bincount(classes, weights=weights * factors[classes])
    assert mass == pytest.approx(np.full(3, weights.sum() / 3))


def test_a_class_that_does_not_occur_is_left_alone() -> None:
    factors = class_balance(class_shares(np.array([0, 0, 2]), np.ones(3)))
    assert factors == pytest.approx([0.75, 1.0, 1.5])


def test_weights_are_scaled_to_a_mean_of_one() -> None:
    assert mean_one(np.array([0.001, 0.003])) == pytest.approx([0.5, 1.5])


def test_what_never_came_is_still_possible() -> None:
    rates = base_rates(np.array([0, 0, 2]), np.ones(3), effective=3.0)
    assert rates == pytest.approx(np.array([2.5, 0.5, 1.5]) / 4.5)
    many = base_rates(np.array([0, 0, 2]), np.ones(3), effective=3e6)
    assert many == pytest.approx([2 / 3, 0, 1 / 3], abs=1e-6)


def test_rows_that_were_traded_count_more_won_or_lost_alike() -> None:
    results = np.full(100, np.nan)
    results[[3, 4, 5]] = [0.5, -0.5, -9.0]
    lift = trade_lift(results, np.ones(100))
    assert lift[[3, 4, 5]] == pytest.approx([1.5, 1.5, 3.0])
    assert (np.delete(lift, [3, 4, 5]) == 1).all()


@given(st.lists(st.floats(-5, 5) | st.just(float("nan")), min_size=1, max_size=50))
def test_what_trades_add_stays_within_a_tenth_of_all_weight(results: list[float]) -> None:
    weights = np.linspace(0.5, 1.5, len(results))
    lifted = weights * trade_lift(np.array(results), weights)
    assert (lifted >= weights - 1e-12).all()
    assert (lifted - weights).sum() <= 0.1 * lifted.sum() + 1e-9
