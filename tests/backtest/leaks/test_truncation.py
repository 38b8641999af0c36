from dataclasses import replace

import numpy as np
import pytest

from photon_desktop.backtest.leaks.futures import CUT_OFF, NOISE, cuts_of, noise_from
from photon_desktop.backtest.leaks.probes import Probe, Told, features_probe, labels_probe, signals_probe
from photon_desktop.backtest.leaks.truncation import check_truncation
from photon_desktop.backtest.leaks.watch import Watch
from photon_desktop.backtest.strategies import BuyAndHold, RsiReversal, SmaCross, Strategy
from photon_desktop.backtest.wants import SignalArray
from photon_desktop.errors import DataError, NotEnoughDataError
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.timestamps import to_iso
from tests.backtest.leaks import leaking
from tests.backtest.leaks.leaking import Value, probe_of
from tests.backtest.markets import generated_bars


@pytest.fixture(scope="module")
def market() -> Bars:
    bars = generated_bars(1_500)
    volume = np.random.default_rng(2).uniform(1, 9, 1_500)
    volume[np.random.default_rng(1).random(1_500) < 0.01] = 0
    return replace(bars, volume=volume)


@pytest.mark.parametrize(
    "leak",
    [
        leaking.centred_mean,
        leaking.scaled_by_the_whole,
        leaking.daily_high_at_dawn,
        leaking.back_filled,
        leaking.back_filled_warm_up,
        leaking.seldom_back_filled,
    ],
    ids=lambda leak: leak.__name__,
)
@pytest.mark.parametrize("seed", range(3))
def test_a_planted_leak_is_caught_and_where_it_is_told(market: Bars, leak: Value, seed: int) -> None:
    check = check_truncation(probe_of(leak), market, seed, Watch())
    assert not check.passed
    (found,) = check.findings
    assert found.what == "planted"
    assert found.time_ns is not None
    assert found.changed_from_ns is not None
    assert found.time_ns < found.changed_from_ns
    assert found.with_future != found.without_future
    assert f"planted at {to_iso(found.time_ns)} is " in found.sentence
    value = leak(market)[np.searchsorted(market.times, found.time_ns)]
    if leak is not leaking.scaled_by_the_whole:  # a stretch has another mean
        assert found.with_future == pytest.approx(value)


@pytest.mark.parametrize(
    "honest",
    [leaking.trailing_mean, leaking.scaled_by_the_past, leaking.daily_high_so_far, leaking.forward_filled],
    ids=lambda honest: honest.__name__,
)
def test_the_same_without_the_leak_passes(market: Bars, honest: Value) -> None:
    assert check_truncation(probe_of(honest), market, 1, Watch()).passed


@pytest.mark.parametrize("strategy", [SmaCross(), SmaCross(3, 7), RsiReversal(), RsiReversal(5, 45, 55), BuyAndHold()])
def test_reference_strategies_decide_from_the_past_only(market: Bars, strategy: Strategy) -> None:
    assert check_truncation(signals_probe(strategy), market, 1, Watch()).passed


def test_the_models_features_and_labels_pass(market: Bars) -> None:
    busy = replace(market, volume=np.maximum(market.volume, 1.0))
    assert check_truncation(features_probe(), busy, 1, Watch()).passed
    assert check_truncation(labels_probe(0.003), busy, 1, Watch()).passed


def test_labels_used_before_they_are_settled_are_caught(market: Bars) -> None:
    def told(bars: Bars) -> Told:
        rise = np.full(len(bars), 0.0)
        rise[:-1] = bars.close[1:] > bars.close[:-1]
        return {"label": rise}

    check = check_truncation(Probe("labels", told, settles=True), market, 1, Watch())
    assert [found.what for found in check.findings] == ["label"]


class BuysBeforeRises:
    """Looks one bar ahead."""

    name = "leaking"
    first_decision = 0

    def signals(self, bars: Bars) -> SignalArray:
        return np.sign(np.append(np.diff(bars.close), 0.0)).astype(np.int8)


def test_a_strategy_that_sees_the_next_bar_is_caught_at_the_bar_it_looked_from(market: Bars) -> None:
    (found,) = check_truncation(signals_probe(BuysBeforeRises()), market, 1, Watch()).findings
    assert found.what == "signal"
    assert found.changed_from_ns is not None
    assert found.time_ns == found.changed_from_ns - 3_600 * 10**9


def test_what_is_told_anew_each_time_is_no_constant_and_fails(market: Bars) -> None:
    random = np.random.default_rng(1)
    assert not check_truncation(probe_of(lambda bars: random.random(len(bars))), market, 1, Watch()).passed


def test_a_slow_probe_is_asked_seven_times(market: Bars) -> None:
    asked: list[int] = []

    def told(bars: Bars) -> Told:
        asked.append(len(bars))
        return {"close": bars.close}

    assert check_truncation(Probe("decisions", told, least=100, slow=True), market, 1, Watch()).passed
    assert len(asked) == 7
    assert min(asked) >= 100


def test_bars_too_few_to_be_asked_about_are_no_leak(market: Bars) -> None:
    def told(bars: Bars) -> Told:
        if len(bars) < 300:
            raise NotEnoughDataError("more bars")
        return {"close": bars.close}

    assert check_truncation(Probe("features", told), market, 1, Watch()).passed


def test_too_few_values_are_refused(market: Bars) -> None:
    with pytest.raises(DataError, match="planted has 1,499 values for 1,500 bars"):
        check_truncation(probe_of(lambda bars: bars.close[1:]), market, 1, Watch())


def test_cuts_are_the_same_each_time_and_lie_inside(market: Bars) -> None:
    cuts = cuts_of(market, 2, 5, few=False)
    assert cuts == cuts_of(market, 2, 5, few=False) == sorted(set(cuts))
    assert cuts[0] >= 2
    assert cuts[-1] < len(market)
    assert cuts_of(market.part(0, 2), 2, 5, few=False) == []


@pytest.mark.parametrize("cut", [1, 700, 1_499])
def test_noise_keeps_the_past_and_the_times_and_is_a_market(market: Bars, cut: int) -> None:
    noisy = noise_from(market, cut, 1)
    noisy.check()
    assert noisy.part(0, cut) == market.part(0, cut)
    assert np.array_equal(noisy.times, market.times)
    assert not np.any(noisy.close[cut:] == market.close[cut:])
    assert noisy == noise_from(market, cut, 1)


def test_both_futures_are_told_by_their_names() -> None:
    assert {CUT_OFF, NOISE} == {"cut off", "replaced by noise"}
