"""The exchange's time from the best of three answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.market.bybit.faults import ExchangeError, Meaning
from photon_desktop.market.bybit.rest.server_clock import ServerClock

SECOND = 1_000_000_000


class Line:
    """A monotonic clock that an answer moves by its way there and back; the exchange is `ahead_s` ahead of it."""

    def __init__(self, ahead_s: float, ways: list[tuple[float, float]]) -> None:
        self.now_s = 100.0
        self._ahead_s = ahead_s
        self._ways = list(ways)

    def __call__(self) -> float:
        return self.now_s

    def ask(self) -> int:
        there, back = self._ways.pop(0)
        self.now_s += there
        answer = round((self.now_s + self._ahead_s) * SECOND)
        self.now_s += back
        return answer


def test_the_shortest_round_trip_of_three_is_believed() -> None:
    line = Line(1_000.0, [(2.0, 0.1), (0.01, 0.01), (0.1, 3.0)])
    clock = ServerClock(line)
    measured = clock.measure(line.ask)
    assert measured.round_trip_s == pytest.approx(0.02)
    assert clock.now_ns() == pytest.approx((line.now_s + 1_000.0) * SECOND, abs=1_000)


def test_the_error_is_at_most_half_the_round_trip() -> None:
    line = Line(1_000.0, [(0.4, 0.0)] * 3)
    clock = ServerClock(line)
    clock.measure(line.ask)
    assert abs(clock.now_ns() - (line.now_s + 1_000.0) * SECOND) <= 0.2 * SECOND + 1_000


@given(st.lists(st.tuples(st.floats(0, 9), st.floats(0, 9)), min_size=3, max_size=3))
def test_the_sure_time_is_never_ahead_however_the_round_trip_was_shared(ways: list[tuple[float, float]]) -> None:
    line = Line(1_000.0, ways)
    clock = ServerClock(line)
    clock.measure(line.ask)
    true_ns = (line.now_s + 1_000.0) * SECOND
    assert true_ns - 9.1 * 2 * SECOND <= clock.surely_ns() <= true_ns + 1_000


def test_the_time_that_was_told_stands_whatever_this_clock_does_since() -> None:
    line = Line(1_000.0, [(0.0, 0.0), (1.0, 1.0), (1.0, 1.0)])
    clock = ServerClock(line)
    with pytest.raises(ExchangeError):
        clock.told_ns()
    clock.measure(line.ask)
    line.now_s += 50
    assert clock.told_ns() == pytest.approx(1_100 * SECOND, abs=1_000)


def test_time_goes_on_with_the_handed_clock() -> None:
    line = Line(0.0, [(0.0, 0.0)] * 3)
    clock = ServerClock(line)
    clock.measure(line.ask)
    before = clock.now_ms()
    line.now_s += 7
    assert clock.now_ms() == before + 7_000
    assert clock.age_s == pytest.approx(7)


def test_nothing_is_known_before_the_first_measurement() -> None:
    clock = ServerClock(lambda: 5.0)
    assert clock.age_s == float("inf")
    with pytest.raises(ExchangeError) as refused:
        clock.now_ns()
    assert refused.value.meaning is Meaning.CLOCK


def test_a_failed_measurement_leaves_the_last_one() -> None:
    line = Line(10.0, [(0.0, 0.0)] * 3)
    clock = ServerClock(line)
    clock.measure(line.ask)
    before = clock.now_ns()

    def failing() -> int:
        raise ExchangeError(Meaning.UNKNOWN, "no answer")

    with pytest.raises(ExchangeError):
        clock.measure(failing)
    assert clock.now_ns() == before
