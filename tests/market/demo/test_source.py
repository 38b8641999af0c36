"""The simulated market's past, never its future."""

from decimal import Decimal

import pytest

from photon_desktop.errors import DataError, UnknownSymbolError, ValueRefusedError
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.film_times import DAY_NS, DEMO_EPOCH, FILM_START, HOUR_NS, STEP_NS
from photon_desktop.market.demo.listings import DEMO_SYMBOLS
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.market.source import BarSource
from photon_desktop.trading.bars import FloatArray
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval

WORLD = DemoWorld()
OPENING = Checkpoint.opening()
HOUR = Interval.HOUR_1
LATER = WORLD.moved(OPENING, DEMO_EPOCH + 5 * HOUR_NS + 3 * STEP_NS)


def test_the_newest_closed_bars_are_given() -> None:
    source: BarSource = DemoSource(WORLD, LATER)
    bars = source.history("DEMO-BTC", HOUR, 10)
    assert bars == WORLD.bars("DEMO-BTC", HOUR, DEMO_EPOCH - 5 * HOUR_NS, DEMO_EPOCH + 5 * HOUR_NS, OPENING)
    assert source.name == "demo"


@pytest.mark.parametrize("interval", [Interval.MINUTE_5, HOUR, Interval.HOUR_4])
def test_histories_of_several_symbols_are_those_of_each(interval: Interval) -> None:
    together = DemoSource(DemoWorld(), LATER).histories(DEMO_SYMBOLS, interval, 100)
    assert together == tuple(DemoSource(DemoWorld(), LATER).history(symbol, interval, 100) for symbol in DEMO_SYMBOLS)


def test_what_symbols_share_of_a_day_is_made_once_for_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    make = DemoWorld._make_market

    def counted(self: DemoWorld, day: int) -> FloatArray:
        made.append(day)
        return make(self, day)

    monkeypatch.setattr(DemoWorld, "_make_market", counted)
    DemoSource(DemoWorld(), LATER).histories(DEMO_SYMBOLS, HOUR, 24 * 30)
    assert len(made) == len(set(made)) == 31


def test_an_end_cuts_what_opens_at_or_after_it() -> None:
    source = DemoSource(WORLD, LATER)
    whole = source.history("DEMO-ETH", HOUR, 20)
    for end in (DEMO_EPOCH, DEMO_EPOCH + 1, DEMO_EPOCH - 1):
        assert source.history("DEMO-ETH", HOUR, 4, end) == whole.between(None, end).tail(4)


def test_no_end_however_late_gives_bars_that_have_not_closed() -> None:
    source = DemoSource(WORLD, LATER)
    for interval in Interval:
        bars = source.history("DEMO-AAPL", interval, 3, DEMO_EPOCH + 900 * DAY_NS)
        assert bars == source.history("DEMO-AAPL", interval, 3)
        assert bars.times[-1] + interval.nanoseconds <= LATER.time_ns


def test_the_past_goes_back_to_the_films_start() -> None:
    source = DemoSource(WORLD, OPENING)
    bars = source.history("DEMO-BTC", HOUR, 10**9, FILM_START + 2 * DAY_NS)
    assert (len(bars), bars.times[0]) == (48, FILM_START)
    with pytest.raises(DataError, match="no 1h bars of DEMO-BTC that early; ask for a later time"):
        source.history("DEMO-BTC", HOUR, 5, FILM_START)


def test_weekly_bars_are_whole_weeks() -> None:
    bars = DemoSource(WORLD, OPENING).history("DEMO-ETH", Interval.WEEK_1, 4)
    assert len(bars) == 4
    assert bars.times[-1] + 7 * DAY_NS == DEMO_EPOCH - 2 * DAY_NS


def test_unknown_symbols_and_senseless_counts_are_refused() -> None:
    source = DemoSource(WORLD, OPENING)
    with pytest.raises(
        UnknownSymbolError, match=r"did you mean DEMO-AAPL\?\); use one of DEMO-BTC, DEMO-ETH, DEMO-AAPL"
    ):
        source.history("AAPL", HOUR, 5)
    with pytest.raises(UnknownSymbolError):
        source.instrument("demo/btc")
    with pytest.raises(ValueRefusedError, match="is 0; ask for 1 or more"):
        source.history("DEMO-BTC", HOUR, 0)


def test_instruments_have_the_markets_own_steps() -> None:
    instruments = [DemoSource(WORLD, OPENING).instrument(symbol) for symbol in DEMO_SYMBOLS]
    assert [instrument.tick_size for instrument in instruments] == [Decimal("0.1"), Decimal("0.01"), Decimal("0.01")]
    assert [instrument.quantity_step for instrument in instruments] == [
        Decimal("0.0001"), Decimal("0.001"), Decimal("0.01"),
    ]  # fmt: skip
    assert {(i.kind, i.minimum_notional, i.quote) for i in instruments} == {(InstrumentKind.DEMO, Decimal(5), "USD")}
