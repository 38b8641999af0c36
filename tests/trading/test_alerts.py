"""Price alerts: they go off when the price came that far, once until it came back."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.alerts import (
    AlertCondition,
    PriceAlert,
    PriceSpan,
    Standing,
    advanced,
    reached_price,
    triggered,
)
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import PriceTick

SECOND = 1_000_000_000
PRICES = st.integers(900, 1_100).map(lambda tenths: tenths / 10)


def alert(condition: AlertCondition = AlertCondition.ABOVE, level: str = "100", **changes: object) -> PriceAlert:
    plain = {"window_s": 0, "repeats": True} | changes
    return PriceAlert("a1", "BTCUSDT", condition, Decimal(level), created_at_ns=0, **plain)


def tick(*prices: float, second: int = 1) -> PriceTick:
    """A tick that saw these prices in their order."""
    low, high = min(prices), max(prices)
    forming = Bar(0, prices[0], high, low, prices[-1], 1.0)
    return PriceTick("BTCUSDT", Interval.HOUR_1, second * SECOND, prices[0], high, low, prices[-1], forming)


def at(price: float) -> PriceSpan:
    return PriceSpan(price, price, price)


def goes_off_at(start: PriceAlert, prices: list[float]) -> list[int]:
    """The numbers of the prices at which an alert goes off."""
    gone_off, before, current = [], None, start
    for number, price in enumerate(prices):
        now = tick(price, second=number)
        if triggered(current, before, now):
            gone_off.append(number)
        current, before = advanced(current, before, now), at(price)
    return gone_off


@pytest.mark.parametrize(
    ("condition", "prices", "expected"),
    [
        (AlertCondition.ABOVE, [99, 99.9, 100, 101, 99.95, 100.5, 99.8, 100], [2, 7]),
        (AlertCondition.BELOW, [101, 100.1, 100, 99, 100.05, 99.5, 100.2, 100], [2, 7]),
        (AlertCondition.CROSSES, [99, 101, 102, 99, 98, 100], [1, 3, 5]),
        (AlertCondition.CROSSES, [101, 100, 100.05, 100.2, 99], [1, 4]),
    ],
)
def test_it_goes_off_at_the_level_and_not_again_before_the_price_came_back(
    condition: AlertCondition, prices: list[float], expected: list[int]
) -> None:
    assert goes_off_at(alert(condition), prices) == expected


def test_a_spike_between_two_ticks_is_not_missed() -> None:
    spike = tick(99, 100.5, 99.2)
    assert triggered(alert(), at(99), spike)
    assert reached_price(alert(), at(99), spike) == 100.5
    fall = tick(101, 99.5, 101)
    assert triggered(alert(AlertCondition.BELOW), at(101), fall)
    assert triggered(alert(AlertCondition.CROSSES, standing=Standing.OVER), at(101), fall)
    assert reached_price(alert(AlertCondition.CROSSES, standing=Standing.OVER), at(101), fall) == 99.5


def test_a_gap_over_the_level_between_two_ticks_is_not_missed() -> None:
    assert triggered(alert(AlertCondition.CROSSES), at(99), tick(101))
    assert not triggered(alert(AlertCondition.CROSSES), at(101.5), tick(101))


def test_a_price_that_came_back_and_returned_within_one_tick_goes_off_again() -> None:
    spent = alert(standing=Standing.SPENT)
    assert triggered(spent, at(101), tick(101, 99, 100.5))
    assert not triggered(spent, at(101), tick(101, 99.95, 100.5))


def test_one_that_was_passed_while_nobody_watched_goes_off_at_the_first_price() -> None:
    for condition, standing in ((AlertCondition.ABOVE, Standing.UNDER), (AlertCondition.CROSSES, Standing.UNDER)):
        assert triggered(alert(condition, standing=standing), None, tick(105))


def test_an_alert_that_is_to_go_off_once_is_done_afterwards() -> None:
    once = alert(repeats=False)
    assert goes_off_at(once, [99, 101, 90, 101]) == [1]
    done = advanced(once, None, tick(101, second=7))
    assert (done.is_done, done.last_triggered_ns) == (True, 7 * SECOND)
    assert advanced(done, at(101), tick(90)) is done


def test_an_alert_set_beyond_its_level_waits_for_the_price_to_come_back() -> None:
    waiting = alert().placed(101.0)
    assert waiting.is_waiting_to_come_back
    assert goes_off_at(waiting, [101, 102, 99, 100]) == [3]
    assert not alert().placed(99.99).is_waiting_to_come_back
    assert alert(AlertCondition.BELOW).placed(99.0).is_waiting_to_come_back


def test_an_alert_begun_anew_forgets_that_it_went_off() -> None:
    done = advanced(alert(repeats=False), None, tick(101))
    again = done.placed(99.0)
    assert not again.is_done
    assert triggered(again, at(99), tick(100))


def test_a_move_is_told_once_until_it_has_calmed_down() -> None:
    moving = alert(AlertCondition.CHANGE_PERCENT, "5", window_s=60)
    before = PriceSpan(100.0, 102.0, 101.0)
    assert not triggered(moving, before, tick(104.9))
    assert triggered(moving, before, tick(105.0))
    assert triggered(moving, before, tick(96.9))
    spent = advanced(moving, before, tick(105.0))
    assert not triggered(spent, before, tick(106.0))
    calm = advanced(spent, PriceSpan(104.0, 106.0, 105.0), tick(105.0))
    assert triggered(calm, PriceSpan(104.0, 106.0, 105.0), tick(99.0))


def test_a_level_of_a_decimal_is_reached_by_the_float_that_shows_it() -> None:
    assert triggered(alert(level="0.3"), at(0.2), tick(0.3))


def test_nothing_changes_while_nothing_happens() -> None:
    armed = alert(standing=Standing.UNDER)
    assert advanced(armed, at(99), tick(99.5)) is armed


@pytest.mark.parametrize("level", ["0", "-1", "NaN", "Infinity"])
def test_a_level_that_no_price_can_reach_is_refused(level: str) -> None:
    with pytest.raises(ValueRefusedError, match="above zero"):
        alert(level=level)


def test_a_window_belongs_to_moves_and_to_nothing_else() -> None:
    with pytest.raises(ValueRefusedError, match="60 to 86400"):
        alert(AlertCondition.CHANGE_PERCENT, window_s=59)
    with pytest.raises(ValueRefusedError, match="no window"):
        alert(window_s=60)


@given(st.sampled_from([AlertCondition.ABOVE, AlertCondition.BELOW]), st.lists(PRICES, min_size=1, max_size=60))
def test_between_two_times_it_goes_off_the_price_came_back(condition: AlertCondition, prices: list[float]) -> None:
    gone_off = goes_off_at(alert(condition), prices)
    sign = 1 if condition is AlertCondition.ABOVE else -1
    for earlier, later in pairwise(gone_off):
        assert any(sign * (price - 100) <= -0.0999 for price in prices[earlier:later])
    assert bool(gone_off) == any(sign * (price - 100) >= 0 for price in prices)


@given(st.lists(PRICES, min_size=1, max_size=60), st.integers(1, 10))
def test_ticks_put_together_hide_no_alert(prices: list[float], together: int) -> None:
    one_by_one = goes_off_at(alert(), prices)
    gone_off, before, current = 0, None, alert()
    for start in range(0, len(prices), together):
        now = tick(*prices[start : start + together])
        gone_off += triggered(current, before, now)
        current, before = advanced(current, before, now), at(now.price)
    assert bool(gone_off) == bool(one_by_one)
    assert gone_off <= len(one_by_one)


@pytest.mark.parametrize("level", ["0.009", "1000.01"])
def test_a_move_too_small_or_too_large_to_happen_is_refused(level: str) -> None:
    with pytest.raises(ValueRefusedError, match=f"is {level}%; it must be 0.01 to 1000%"):
        alert(AlertCondition.CHANGE_PERCENT, level, window_s=60)
    assert alert(level=level).level == Decimal(level)


@given(st.lists(st.lists(PRICES, min_size=1, max_size=4), min_size=1, max_size=30))
def test_a_one_shot_goes_off_once_and_exactly_where_the_range_first_reaches_the_level(path: list[list[float]]) -> None:
    current, before, gone_off = alert(repeats=False), None, []
    for number, prices in enumerate(path):
        now = tick(*prices, second=number)
        if triggered(current, before, now):
            gone_off.append(number)
        current, before = advanced(current, before, now), at(now.price)
    reaching = [number for number, prices in enumerate(path) if max(prices) >= 100]
    assert gone_off == reaching[:1]
    assert current.is_done == bool(reaching)
