"""Simulated time runs, stands still and changes speed without ever jumping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.demo.pace import DEFAULT_SPEED, FASTEST, SLOWEST, Pace

SECOND = 10**9


class WallClock:
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


def test_it_runs_as_many_times_as_fast_as_the_clock() -> None:
    clock = WallClock()
    pace = Pace(50 * SECOND, clock, DEFAULT_SPEED)
    assert pace.now_ns() == 50 * SECOND
    clock.seconds += 2
    assert pace.now_ns() == (50 + 3_600) * SECOND


def test_pausing_stands_still_and_going_on_loses_nothing() -> None:
    clock = WallClock()
    pace = Pace(0, clock, 10)
    clock.seconds += 1
    pace.pause()
    clock.seconds += 100
    assert pace.is_paused
    assert pace.now_ns() == 10 * SECOND
    pace.set_speed(20)
    pace.pause()
    assert pace.now_ns() == 10 * SECOND
    pace.resume()
    pace.resume()
    clock.seconds += 1
    assert pace.now_ns() == 30 * SECOND


@given(
    st.lists(
        st.one_of(
            st.floats(0, 100), st.tuples(st.just("speed"), st.floats(1, 36_000)), st.sampled_from(["pause", "resume"])
        )
    )
)
def test_no_change_moves_the_time_and_it_never_runs_back(changes: list[float | str | tuple[str, float]]) -> None:
    clock = WallClock()
    pace = Pace(0, clock, 1)
    last = 0
    for change in changes:
        if isinstance(change, float):
            clock.seconds += change
            assert pace.now_ns() >= last
            last = pace.now_ns()
            continue
        if isinstance(change, tuple):
            pace.set_speed(change[1])
        elif change == "pause":
            pace.pause()
        else:
            pace.resume()
        assert pace.now_ns() == last


@pytest.mark.parametrize("speed", [0.99, 36_000.1, 0.0, -5.0, float("nan"), float("inf")])
def test_a_speed_outside_its_bounds_is_refused_and_changes_nothing(speed: float) -> None:
    pace = Pace(0, WallClock(), 5)
    with pytest.raises(ValueRefusedError, match="it lies between 1 and 36000"):
        pace.set_speed(speed)
    assert pace.speed == 5
    with pytest.raises(ValueRefusedError):
        Pace(0, WallClock(), speed)
    assert (SLOWEST, FASTEST) == (1, 36_000)
