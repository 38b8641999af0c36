"""Requests stay under the documented rates, whatever the pattern in which they are made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.faults import ExchangeError, Meaning
from photon_desktop.market.bybit.rest.rates import BLOCKED_S, Limit, Rates, TokenBucket, documented_limits

PATH = "/v5/market/kline"


class HandClock:
    def __init__(self) -> None:
        self.now_s = 50.0

    def __call__(self) -> float:
        return self.now_s


@given(
    limit=st.builds(Limit, st.integers(1, 600), st.sampled_from([1.0, 5.0])),
    pauses=st.lists(st.floats(0, 0.7), min_size=1, max_size=200),
)
def test_no_window_holds_more_requests_than_the_limit(limit: Limit, pauses: list[float]) -> None:
    now = 0.0
    bucket = TokenBucket(limit, now)
    sent: list[float] = []
    for pause in pauses:
        now += pause
        sent.append(now + bucket.reserve(now))
    for first in sent:
        within = sum(first <= moment < first + limit.seconds - 1e-9 for moment in sent)
        assert within <= max(limit.requests, 2)  # of a limit of 1, the burst is one and the next comes after 1.1 s


def test_a_steady_stream_runs_at_nine_tenths_of_the_limit() -> None:
    bucket = TokenBucket(Limit(50), 0.0)
    due = [bucket.reserve(0.0) for _ in range(455)]
    assert due[-1] == pytest.approx(10.0)  # five at once, then 45 a second


def test_each_path_has_its_own_bucket_and_all_share_the_address() -> None:
    clock = HandClock()
    rates = Rates(clock, {"/a": Limit(10), "/b": Limit(10)}, Limit(30))
    assert rates.reserve("/a") == 0
    assert rates.reserve("/b") == 0
    assert rates.reserve("/a") == pytest.approx(1 / 9)
    assert rates.reserve("/b") == pytest.approx(1 / 9)
    clock.now_s += 10
    assert rates.reserve("/a") == 0


def test_the_address_limits_many_paths_together() -> None:
    clock = HandClock()
    rates = Rates(clock, {}, Limit(10))
    waits = [rates.reserve(f"/{number}") for number in range(10)]
    assert waits[0] == 0
    assert waits[-1] == pytest.approx(1.0)


@pytest.mark.parametrize(("asked", "taken"), [(-3.0, 0.05), (0.0, 0.05), (1.5, 1.5), (3_600.0, 5.0)])
def test_a_pause_is_cut_to_sane_bounds(asked: float, taken: float) -> None:
    clock = HandClock()
    rates = Rates(clock, {})
    assert rates.pause(PATH, asked) == taken
    assert rates.reserve(PATH) == pytest.approx(taken)
    assert rates.reserve("/other") == 0


def test_a_block_lasts_ten_minutes_for_every_path() -> None:
    clock = HandClock()
    rates = Rates(clock, {})
    rates.block()
    clock.now_s += BLOCKED_S - 60
    with pytest.raises(ExchangeError, match=r"1\.0 minutes are left") as refused:
        rates.reserve(PATH)
    assert refused.value.meaning is Meaning.BLOCKED
    clock.now_s += 61
    assert rates.reserve(PATH) == 0


def test_asking_during_a_block_does_not_make_it_longer() -> None:
    clock = HandClock()
    rates = Rates(clock, {})
    rates.block()
    clock.now_s += BLOCKED_S - 1
    rates.block()
    clock.now_s += 2
    assert rates.reserve(PATH) == 0
    rates.block()
    with pytest.raises(ExchangeError, match=r"10\.0 minutes"):
        rates.reserve(PATH)


def test_orders_have_the_documented_limits() -> None:
    assert documented_limits(Category.LINEAR)["/v5/order/create"] == Limit(10)
    assert documented_limits(Category.SPOT)["/v5/order/create"] == Limit(20)
