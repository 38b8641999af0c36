"""The market of the drill: the same prices in every program, minutes that go on while none runs."""

import pytest

from photon_desktop.drill.at_exchange.market import SPEED, SYMBOLS, DrillClock, DrillMarket
from photon_desktop.trading.prices import BarClosed, PriceTick
from photon_desktop.trading.timestamps import from_iso

BEGUN = from_iso("2026-01-01T00:00:00Z")
MINUTE_NS = 60_000_000_000


class HandClock(DrillClock):
    """Stands until it is moved."""

    def __init__(self) -> None:
        super().__init__(BEGUN)
        self.time_ns = BEGUN

    def now_ns(self) -> int:
        return self.time_ns


def test_each_minute_brings_a_price_and_a_bar_of_each_symbol_once() -> None:
    clock = HandClock()
    feed = DrillMarket(clock).open(None).feed
    assert feed.poll() == ()
    clock.time_ns += 2 * MINUTE_NS
    ticks = [event for event in feed.poll() if isinstance(event, PriceTick)]
    assert [tick.symbol for tick in ticks] == [*SYMBOLS, *SYMBOLS]
    assert all(BEGUN <= tick.time_ns < clock.time_ns for tick in ticks)
    assert feed.poll() == ()
    assert feed.market_time_ns() == clock.time_ns


def test_another_program_finds_the_bars_that_the_first_one_saw() -> None:
    clock = HandClock()
    feed = DrillMarket(clock).open(None).feed
    clock.time_ns += 3 * MINUTE_NS
    seen = [event.bar for event in feed.poll() if isinstance(event, BarClosed) and event.symbol == "BTCUSDT"]
    (history, _) = DrillMarket(clock).open(None).series
    assert list(history.bars)[-3:] == seen


def test_its_time_lies_a_year_behind_and_runs_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, year_ns = DrillClock(BEGUN), 365 * 86_400_000_000_000
    monkeypatch.setattr("time.time_ns", lambda: BEGUN)
    begun = clock.now_ns()
    assert begun < BEGUN - year_ns
    monkeypatch.setattr("time.time_ns", lambda: BEGUN + MINUTE_NS)
    assert clock.now_ns() - begun == SPEED * MINUTE_NS


def test_it_is_traded_in_the_exchanges_steps() -> None:
    assert str(DrillMarket(DrillClock(BEGUN)).instrument("BTCUSDT").quantity_step) == "0.001"
