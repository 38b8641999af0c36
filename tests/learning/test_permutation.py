import numpy as np
import pytest

from photon_desktop.learning.permutation import permuted_market
from photon_desktop.trading.bars import Bars
from tests.learning.markets import HOUR, fair_bars


def gapped_bars(count: int) -> Bars:
    bars = fair_bars(count)
    gaps = np.exp(np.cumsum(np.random.default_rng(2).normal(0, 0.01, count)))
    return Bars.of(bars.times, *(column * gaps for column in bars.columns()[1:5]), bars.volume)


def shapes(bars: Bars) -> np.ndarray:
    before = bars.close[:-1]
    columns = [np.log(column[1:] / before) for column in (bars.open, bars.high, bars.low, bars.close)]
    return np.column_stack([*columns, bars.volume[1:]])


def test_every_shape_is_there_once_and_in_another_order() -> None:
    bars = gapped_bars(500)
    permuted = permuted_market(bars, 3)
    permuted.check()
    mine, theirs = shapes(bars), shapes(permuted)
    order = np.argsort(mine[:, 4]), np.argsort(theirs[:, 4])
    assert theirs[order[1]] == pytest.approx(mine[order[0]], abs=1e-9)
    assert not np.allclose(mine[:, 3], theirs[:, 3])


def test_times_start_and_end_of_the_price_stay() -> None:
    bars = gapped_bars(500)
    permuted = permuted_market(bars, 3)
    assert np.array_equal(permuted.times, bars.times)
    assert permuted.bar(0) == bars.bar(0)
    assert permuted.close[-1] == pytest.approx(bars.close[-1])


def test_each_seed_is_another_market_and_the_same_seed_the_same() -> None:
    bars = gapped_bars(100)
    assert permuted_market(bars, 1) == permuted_market(bars, 1)
    assert permuted_market(bars, 1) != permuted_market(bars, 2)


def test_a_rhythm_is_gone() -> None:
    hours = np.arange(2_000)
    close = 100 * np.exp(0.03 * np.sin(2 * np.pi * hours / 40))
    opens = np.concatenate([[100.0], close[:-1]])
    bars = Bars.of(hours * HOUR, opens, np.maximum(opens, close), np.minimum(opens, close), close, np.ones(2_000))
    moves = np.diff(np.log(permuted_market(bars, 1).close))
    assert abs(np.corrcoef(moves[:-1], moves[1:])[0, 1]) < 0.1


@pytest.mark.parametrize("count", [0, 1, 2])
def test_too_few_bars_to_permute_stay_as_they_are(count: int) -> None:
    bars = fair_bars(10).part(0, count)
    assert permuted_market(bars, 1) == bars
