import numpy as np
import pytest

from photon_desktop.errors import DataError, ValueRefusedError
from photon_desktop.trading.bars import Bar, Bars


def rows(count: int, start: int = 0) -> Bars:
    times = np.arange(start, start + count) * 60
    price = np.full(count, 10.0)
    return Bars.of(times, price, price + 1, price - 1, price, price)


def test_parts_are_views_that_nobody_can_write_to() -> None:
    bars = rows(5)
    part = bars.part(1, 3)
    assert np.shares_memory(part.close, bars.close)
    with pytest.raises(ValueError, match="read-only"):
        part.close[0] = 1.0


def test_bars_from_outside_are_copied() -> None:
    source = np.array([10.0, 10.0])
    bars = Bars.of([0, 60], source, source, source, source, source)
    source[0] = 99.0
    assert bars.open[0] == 10.0


def test_following_bars_are_taken_once() -> None:
    joined = rows(5).followed_by(rows(5, start=3))
    assert joined == rows(8)


def test_between_takes_the_start_and_leaves_the_end() -> None:
    assert list(rows(5).between(60, 180).times) == [60, 120]
    assert len(rows(5).between(None, None)) == 5


def test_iterating_gives_each_bar() -> None:
    assert Bars.from_bars(rows(3)) == rows(3)


@pytest.mark.parametrize(
    ("column", "value", "what"),
    [
        ("open", np.nan, "not a number"),
        ("close", 0.0, "not above zero"),
        ("high", 9.5, "high under"),
        ("low", 10.5, "low above"),
        ("volume", -1.0, "volume"),
        ("times", 0, "not later"),
    ],
)
def test_a_bad_row_is_named(column: str, value: float, what: str) -> None:
    columns = {name: np.array(getattr(rows(3), name)) for name in ("times", "open", "high", "low", "close", "volume")}
    columns[column][1] = value
    with pytest.raises(DataError, match=f"Row 2 .*{what}"):
        Bars.of(*columns.values())


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueRefusedError):
        Bars.of([0], [1, 2], [1], [1], [1], [1])


@pytest.mark.parametrize("prices", [(10, 9, 8, 9, 1), (10, 12, 11, 11, 1), (0, 1, 1, 1, 1), (10, 11, 9, 10, -1)])
def test_an_impossible_bar_is_refused(prices: tuple[float, ...]) -> None:
    with pytest.raises(ValueRefusedError):
        Bar(0, *prices)
