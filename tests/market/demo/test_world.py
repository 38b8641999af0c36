"""The film: no edge in it, storms that last, the stated correlations, and the same bars whichever way one asks."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from photon_desktop.errors import UnknownSymbolError, ValueRefusedError
from photon_desktop.market.demo.checkpoint import LOG_UNIT, Checkpoint
from photon_desktop.market.demo.film_times import DAY_NS, DEMO_EPOCH, FILM_START, STEP_NS, bar_open
from photon_desktop.market.demo.listings import DEMO_SYMBOLS, LISTINGS, demo_instrument
from photon_desktop.market.demo.noise import Stream, generator
from photon_desktop.market.demo.weather import Weather
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso

HOUR = Interval.HOUR_1
OPENING = Checkpoint.opening()
DAYS = 360
START = DEMO_EPOCH - DAYS * DAY_NS


@pytest.fixture(scope="module")
def world() -> DemoWorld:
    return DemoWorld()


@pytest.fixture(scope="module")
def steps(world: DemoWorld) -> dict[str, FloatArray]:
    """Log increments of 360 days, one row an hour."""
    return {symbol: world.increments(symbol, START, DEMO_EPOCH).reshape(-1, 360) * LOG_UNIT for symbol in DEMO_SYMBOLS}


def test_each_day_is_made_in_a_turn_and_only_once() -> None:
    taken: list[str] = []

    @contextmanager
    def turn() -> Iterator[None]:
        taken.append("in")
        yield
        taken.append("out")

    careful, start = DemoWorld(in_turn=turn), DEMO_EPOCH - 3 * DAY_NS
    bars = careful.bars("DEMO-BTC", HOUR, start, DEMO_EPOCH, OPENING)
    assert taken == ["in", "out"] * 3
    careful.bars("DEMO-BTC", HOUR, start, DEMO_EPOCH, OPENING)
    assert len(taken) == 6
    assert np.array_equal(bars.close, DemoWorld().bars("DEMO-BTC", HOUR, start, DEMO_EPOCH, OPENING).close)
    careful.bars("DEMO-BTC", Interval.MINUTE_1, start, DEMO_EPOCH, OPENING)
    assert taken == ["in", "out"] * 6


def year_of_hours(world: DemoWorld, symbol: str) -> Bars:
    return world.bars(symbol, HOUR, START, DEMO_EPOCH, OPENING)


def standard_errors_from_one(ratios: FloatArray) -> float:
    return float((ratios.mean() - 1) / (ratios.std() / np.sqrt(ratios.size)))


def autocorrelation(series: FloatArray, lag: int) -> float:
    return float(np.corrcoef(series[:-lag], series[lag:])[0, 1])


@pytest.mark.parametrize("symbol", DEMO_SYMBOLS)
def test_the_mean_price_ratio_is_one_at_every_horizon(steps: dict[str, FloatArray], symbol: str) -> None:
    hours = steps[symbol].sum(axis=1)
    assert steps[symbol].size > 3_000_000
    for increments in (steps[symbol].ravel(), hours, hours.reshape(-1, 24).sum(axis=1)):
        assert abs(standard_errors_from_one(np.exp(increments))) < 3


@pytest.mark.parametrize("place", range(len(LISTINGS)))
def test_a_steps_drift_is_exactly_what_keeps_the_mean_price_in_place(place: int) -> None:
    day, listing = DEMO_EPOCH // DAY_NS, LISTINGS[place]
    market = generator(7, Stream.MARKET, day).standard_normal(8_640)
    own = generator(7, Stream.OWN, day, place).standard_normal(8_640)
    noise = listing.loading * market + np.sqrt(1 - listing.loading**2) * own
    sigma = listing.hourly_volatility / np.sqrt(360) * np.repeat(Weather(7).levels(day, place), 360)
    increments = DemoWorld(7).increments(listing.symbol, DEMO_EPOCH, DEMO_EPOCH + DAY_NS) * LOG_UNIT
    assert increments - sigma * noise == pytest.approx(-(sigma**2) / 2, abs=LOG_UNIT)


@pytest.mark.parametrize("symbol", DEMO_SYMBOLS)
def test_returns_do_not_foretell_returns(steps: dict[str, FloatArray], symbol: str) -> None:
    for returns in (steps[symbol].ravel(), steps[symbol].sum(axis=1)):
        for lag in (1, 2, 3, 6, 24):
            products = returns[:-lag] * returns[lag:]  # their own spread, since volatility is not the same throughout
            assert abs(products.sum()) < 3.5 * np.sqrt((products**2).sum())


@pytest.mark.parametrize("symbol", DEMO_SYMBOLS)
def test_neither_volatility_nor_volume_foretells_the_sign_of_the_next_return(world: DemoWorld, symbol: str) -> None:
    bars = year_of_hours(world, symbol)
    ratios = bars.close[1:] / bars.open[1:]
    spread = np.abs(np.log(bars.close / bars.open))[:-1]
    for known in (spread, bars.volume[:-1]):
        for chosen in (known > np.quantile(known, 0.8), known < np.quantile(known, 0.2)):
            assert abs(standard_errors_from_one(ratios[chosen])) < 3


@pytest.mark.parametrize("symbol", DEMO_SYMBOLS)
def test_storms_last_and_tails_are_fat(steps: dict[str, FloatArray], symbol: str) -> None:
    hours = steps[symbol].sum(axis=1)
    sizes = np.abs(hours)
    assert autocorrelation(sizes, 1) > 0.15
    assert autocorrelation(sizes, 24) > 0.05
    assert abs(autocorrelation(sizes, 24 * 30)) < 0.08
    assert ((hours - hours.mean()) ** 4).mean() / hours.var() ** 2 > 4.5


def test_symbols_move_as_much_and_as_much_together_as_stated(steps: dict[str, FloatArray]) -> None:
    hours = np.array([steps[symbol].sum(axis=1) for symbol in DEMO_SYMBOLS])
    bitcoin, ether, apple = hours.std(axis=1)
    assert 0.0055 < bitcoin < 0.0085
    assert bitcoin * 1.15 < ether < 0.012
    assert 0.0024 < apple < 0.0038
    correlations = np.corrcoef(hours)
    assert correlations[0, 1] == pytest.approx(0.75, abs=0.05)
    assert correlations[0, 2] == pytest.approx(0.30, abs=0.06)
    assert correlations[1, 2] == pytest.approx(0.28, abs=0.06)


def test_volume_rises_with_volatility_and_follows_the_time_of_day(world: DemoWorld) -> None:
    bars = year_of_hours(world, "DEMO-BTC")
    by_hour = bars.volume.reshape(-1, 24).mean(axis=0)
    assert by_hour[15] > 1.5 * by_hour[3]
    sizes = np.abs(np.log(bars.close / bars.open))
    assert np.corrcoef(sizes, bars.volume)[0, 1] > 0.2
    assert 800 < bars.volume.mean() < 1_600


def test_the_same_seed_gives_the_same_film_and_another_seed_another() -> None:
    span = (DEMO_EPOCH - DAY_NS, DEMO_EPOCH + DAY_NS)
    first, again, other = DemoWorld(7), DemoWorld(7), DemoWorld(8)
    for symbol in DEMO_SYMBOLS:
        assert np.array_equal(first.increments(symbol, *span), again.increments(symbol, *span))
        assert np.array_equal(first.volumes(symbol, *span), again.volumes(symbol, *span))
        assert not np.any(first.increments(symbol, *span)[:100] == other.increments(symbol, *span)[:100])
        assert np.corrcoef(first.increments(symbol, *span), other.increments(symbol, *span))[0, 1] < 0.05


def test_a_day_is_the_same_made_alone_or_after_all_days_before_it(world: DemoWorld) -> None:
    late = DEMO_EPOCH + 9 * DAY_NS
    after_all = DemoWorld().increments("DEMO-ETH", DEMO_EPOCH, late + DAY_NS)[-8_640:]
    assert np.array_equal(after_all, DemoWorld().increments("DEMO-ETH", late, late + DAY_NS))


def test_the_price_stands_at_its_start_at_the_epoch(world: DemoWorld) -> None:
    for symbol, start in zip(DEMO_SYMBOLS, (60_000, 3_000, 190), strict=True):
        bars = world.bars(symbol, HOUR, DEMO_EPOCH - HOUR.nanoseconds, DEMO_EPOCH + HOUR.nanoseconds, OPENING)
        assert bars.close[0] == bars.open[1] == pytest.approx(start, rel=0.01)


@pytest.mark.parametrize("moved_by", [-300 * DAY_NS - 7 * STEP_NS, -STEP_NS, 0, 11 * STEP_NS, 40 * DAY_NS])
def test_history_from_a_checkpoint_equals_history_from_the_epoch(world: DemoWorld, moved_by: int) -> None:
    checkpoint = world.moved(OPENING, DEMO_EPOCH + moved_by)
    start, end = DEMO_EPOCH - 20 * DAY_NS, DEMO_EPOCH + 2 * DAY_NS
    for symbol in DEMO_SYMBOLS:
        assert world.bars(symbol, HOUR, start, end, checkpoint) == world.bars(symbol, HOUR, start, end, OPENING)
    assert world.moved(checkpoint, DEMO_EPOCH) == OPENING


@pytest.mark.parametrize("interval", list(Interval))
def test_bars_of_every_interval_are_the_minutes_put_together(world: DemoWorld, interval: Interval) -> None:
    start = from_iso("2024-12-16")
    end = start + max(interval.nanoseconds, DAY_NS)
    minutes = world.bars("DEMO-ETH", Interval.MINUTE_1, start, end, OPENING)
    bars = world.bars("DEMO-ETH", interval, start, end, OPENING)
    rows = (len(bars), interval.seconds // 60)
    assert bars.times.tolist() == minutes.times[:: rows[1]].tolist()
    assert bars.open.tolist() == minutes.open.reshape(rows)[:, 0].tolist()
    assert bars.high.tolist() == minutes.high.reshape(rows).max(axis=1).tolist()
    assert bars.low.tolist() == minutes.low.reshape(rows).min(axis=1).tolist()
    assert bars.close.tolist() == minutes.close.reshape(rows)[:, -1].tolist()
    assert np.round(minutes.volume.reshape(rows).sum(axis=1), 3).tolist() == bars.volume.tolist()


def test_weeks_open_on_monday_and_days_at_midnight() -> None:
    wednesday = from_iso("2025-01-01T13:14:20Z")
    assert bar_open(wednesday, Interval.WEEK_1) == from_iso("2024-12-30")
    assert bar_open(wednesday, Interval.DAY_1) == from_iso("2025-01-01")
    assert bar_open(wednesday, Interval.HOUR_4) == from_iso("2025-01-01T12:00:00Z")


@pytest.mark.parametrize("symbol", DEMO_SYMBOLS)
def test_bars_are_whole_gapless_and_at_the_tick(world: DemoWorld, symbol: str) -> None:
    bars = year_of_hours(world, symbol)
    bars.check()
    assert bars.open[1:].tolist() == bars.close[:-1].tolist()
    assert set(np.diff(bars.times)) == {HOUR.nanoseconds}
    instrument = demo_instrument(symbol)
    for bar in (bars.bar(0), bars.bar(-1)):
        assert all(float(instrument.round_price(price)) == price for price in (bar.open, bar.high, bar.low, bar.close))
        assert float(instrument.floor_quantity(bar.volume)) == bar.volume
    assert np.all(bars.high > bars.low)


def test_a_price_is_never_shown_under_one_tick(world: DemoWorld) -> None:
    sunk = Checkpoint(DEMO_EPOCH, dict.fromkeys(DEMO_SYMBOLS, round(-40 / LOG_UNIT)))
    bars = world.bars("DEMO-BTC", HOUR, DEMO_EPOCH - DAY_NS, DEMO_EPOCH, sunk)
    bars.check()
    assert set(bars.close) == {0.1}


def test_what_the_film_does_not_hold_is_refused(world: DemoWorld) -> None:
    with pytest.raises(ValueRefusedError, match=r"no steps from 2021-01-03T23:00:00Z .* it runs from 2021-01-04T"):
        world.bars("DEMO-BTC", HOUR, FILM_START - HOUR.nanoseconds, DEMO_EPOCH, OPENING)
    with pytest.raises(ValueRefusedError, match="in steps of 10 seconds"):
        world.increments("DEMO-BTC", DEMO_EPOCH, DEMO_EPOCH + 1)
    with pytest.raises(ValueRefusedError, match="2025-01-01T00:00:10Z is no open of a 1h bar; ask from whole bars"):
        world.bars("DEMO-BTC", HOUR, DEMO_EPOCH - DAY_NS, DEMO_EPOCH + STEP_NS, OPENING)
    with pytest.raises(UnknownSymbolError, match="did you mean DEMO-BTC"):
        world.bars("DEMO-BTX", HOUR, START, DEMO_EPOCH, OPENING)
    with pytest.raises(ValueRefusedError, match="seed is -1; it is zero or more"):
        DemoWorld(-1)
    assert len(world.bars("DEMO-BTC", HOUR, DEMO_EPOCH, DEMO_EPOCH, OPENING)) == 0


def test_a_kept_day_of_hours_keeps_none_of_its_steps(world: DemoWorld) -> None:
    hours = world._hours(0, DEMO_EPOCH // DAY_NS)
    for column in (hours.net, hours.up, hours.down, hours.volume):
        assert len(column) == 24
        assert column.base is None
