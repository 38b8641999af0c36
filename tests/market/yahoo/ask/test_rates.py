"""The bucket in front of Yahoo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.market.yahoo.ask.faults import YahooError
from photon_desktop.market.yahoo.ask.rates import LONGEST_REST_S, Rates


class HandClock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@given(st.lists(st.floats(0, 20), min_size=1, max_size=80))
def test_no_span_of_time_holds_more_than_the_burst_and_what_was_gained(pauses: list[float]) -> None:
    clock = HandClock()
    rates = Rates(clock, burst=5, seconds_a_request=2.0)
    sent = []
    for pause in pauses:
        clock.seconds += pause
        sent.append(clock.seconds + rates.reserve())
    for first in range(len(sent)):
        for last in range(first, len(sent)):
            assert last - first + 1 <= 5 + (sent[last] - sent[first]) / 2.0 + 1e-6


def test_each_refusal_doubles_the_rest_until_an_answer() -> None:
    clock = HandClock()
    rates = Rates(clock)
    rests = []
    for _ in range(6):
        rests.append(rates.refused())
        clock.seconds += rests[-1]
    assert rests == [60, 120, 240, 480, LONGEST_REST_S, LONGEST_REST_S]
    rates.reserve()
    rates.answered()
    assert rates.refused() == 60


def test_refusals_of_the_same_time_count_once() -> None:
    clock = HandClock()
    rates = Rates(clock)
    assert rates.refused() == 60
    clock.seconds = 20
    assert rates.refused() == 40
    with pytest.raises(YahooError, match="asked again in 40 s"):
        rates.reserve()
    clock.seconds = 60
    assert rates.reserve() == 0


def test_a_long_rest_is_told_in_minutes() -> None:
    clock = HandClock()
    rates = Rates(clock)
    for _ in range(4):
        clock.seconds += rates.refused()
    rates.refused()
    with pytest.raises(YahooError, match="asked again in 15 minutes"):
        rates.reserve()
