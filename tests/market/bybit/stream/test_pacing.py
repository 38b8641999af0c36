"""Pauses between attempts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.bybit.stream.pacing import Backoff, Pacing


def test_the_bound_doubles_from_half_a_second_to_thirty() -> None:
    backoff = Backoff(Pacing(), lambda: 0.999999)
    pauses = [backoff.next_pause_s() for _ in range(9)]
    assert pauses == pytest.approx([0.5, 1, 2, 4, 8, 16, 30, 30, 30], rel=1e-4)


@given(st.lists(st.floats(0, 0.999), min_size=1, max_size=100))
def test_jitter_is_full_and_bounded(draws: list[float]) -> None:
    remaining = iter(draws)
    backoff = Backoff(Pacing(), lambda: next(remaining))
    assert all(0 <= backoff.next_pause_s() <= 30 for _ in draws)


def test_a_reset_begins_again() -> None:
    backoff = Backoff(Pacing(), lambda: 0.5)
    for _ in range(5):
        backoff.next_pause_s()
    backoff.reset()
    assert backoff.next_pause_s() == 0.25


@pytest.mark.parametrize("wrong", [{"look_s": 0}, {"look_s": 9, "beat_s": 5}, {"stale_beats": 3}, {"stale_beats": 0}])
def test_pacing_that_can_not_work_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueRefusedError):
        Pacing(**wrong)
