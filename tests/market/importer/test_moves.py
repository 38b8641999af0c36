import numpy as np
import pytest

from photon_desktop.market.importer.moves import outliers_of, sentences_about
from photon_desktop.trading.bars import Bars

DAY = 86_400_000_000_000


def bars_of(closes: list[float]) -> Bars:
    close = np.array(closes)
    open_ = np.concatenate([close[:1], close[:-1]])
    return Bars.of(np.arange(len(close)) * DAY, open_, np.maximum(open_, close), np.minimum(open_, close), close,
                   np.ones(len(close)))  # fmt: skip


def calm(count: int) -> list[float]:
    return [100 + np.sin(number) for number in range(count)]


def test_calm_and_constant_prices_have_no_outliers() -> None:
    assert len(outliers_of(bars_of(calm(50)))) == 0
    assert len(outliers_of(bars_of([7.0] * 50))) == 0
    assert len(outliers_of(bars_of([7.0, 7.0]))) == 0


def test_a_close_far_away_and_back_is_two_outliers() -> None:
    assert outliers_of(bars_of([*calm(20), 3.0, *calm(20)])).tolist() == [20 * DAY, 21 * DAY]


def test_a_wick_far_below_is_an_outlier() -> None:
    bars = bars_of(calm(40))
    low = bars.low.copy()
    low[7] = 5.0
    odd = Bars(bars.times, bars.open, bars.high, low, bars.close, bars.volume)
    assert outliers_of(odd).tolist() == [7 * DAY]


@pytest.mark.parametrize(("ratio", "words"), [(2.0, "2:1"), (7.0, "7:1"), (0.1, "1:10")])
def test_a_split_is_named_by_its_ratio(ratio: float, words: str) -> None:
    before, after = bars_of(calm(20)), bars_of([price / ratio for price in calm(20)])
    joined = before.followed_by(
        Bars(after.times + 20 * DAY, *(getattr(after, name) for name in ("open", "high", "low", "close", "volume")))
    )
    assert any(f"possible split of {words} on 1970-01-21" in sentence for sentence in sentences_about(joined))


def test_a_fall_that_is_no_whole_ratio_is_no_split() -> None:
    before, after = bars_of(calm(20)), bars_of([price / 2.45 for price in calm(20)])
    joined = before.followed_by(
        Bars(after.times + 20 * DAY, *(getattr(after, name) for name in ("open", "high", "low", "close", "volume")))
    )
    assert not any("split" in sentence for sentence in sentences_about(joined))


def test_numbers_beyond_any_market_are_extreme() -> None:
    assert list(sentences_about(bars_of([1e13] * 4))) == ["Extreme values in 4 rows, the first on 1970-01-01."]
    assert list(sentences_about(bars_of([1e-13] * 1))) == ["Extreme values in 1 row, the first on 1970-01-01."]


def test_the_widest_numbers_there_are_raise_nothing() -> None:
    bars = bars_of([1e308, 1e-308] * 10)
    assert len(outliers_of(bars)) >= 0
    assert any("Extreme" in sentence for sentence in sentences_about(bars))
