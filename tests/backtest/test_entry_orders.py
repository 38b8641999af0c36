"""Entries by limit and stop orders at a distance from the close that signalled."""

from decimal import Decimal

import numpy as np
import pytest

from photon_desktop.backtest.engines import simulate
from photon_desktop.backtest.entry_orders import EntryKind, EntryOrders
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.simulation import Engine
from photon_desktop.backtest.wants import Wants, wants_of
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from tests.backtest.markets import bars_of

FREE = CostModel(Decimal(0), Decimal(0))
FLAT = (100, 100.5, 99.5, 100)
BUY, SELL = np.array([1, 0, 0, 0, 0], np.int8), np.array([-1, 0, 0, 0, 0], np.int8)


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(
    ("entry", "signals", "bar", "filled"),
    [
        ("limit:2", BUY, (100, 100, 97, 99), 98),
        ("limit:2", SELL, (100, 103, 100, 101), 102),
        ("stop:2", BUY, (100, 103, 100, 101), 102),
        ("stop:2", SELL, (100, 100, 97, 99), 98),
        ("market", BUY, FLAT, 100),
    ],
)
def test_an_entry_is_filled_once_its_price_is_reached(
    engine: Engine, entry: str, signals: np.ndarray, bar: tuple[float, ...], filled: float
) -> None:
    rules = Rules(costs=FREE, entry=EntryOrders.parse(entry), short_allowed=True)
    held = simulate(bars_of([FLAT, FLAT, FLAT, bar, FLAT]), wants_of(signals, True), rules, engine=engine).open_trade
    assert held is not None
    assert (held.entry_index, held.entry_price) == (1 if entry == "market" else 3, pytest.approx(filled))


@pytest.mark.parametrize("engine", Engine)
def test_an_entry_whose_price_does_not_come_trades_nothing(engine: Engine) -> None:
    rules = Rules(costs=FREE, entry=EntryOrders.parse("limit:2"))
    done = simulate(bars_of([FLAT] * 5), wants_of(BUY, False), rules, engine=engine)
    assert (len(done.trades), done.open_trade, done.refused_entries) == (0, None, 0)


def test_a_position_turned_round_waits_on_the_other_side() -> None:
    bars = bars_of([FLAT] * 3)
    column = np.array([1, 0, -1], np.int8)
    prices = EntryOrders(EntryKind.LIMIT, 0.01).of(Wants(np.ones(3, np.int8), column * 0, column), bars).entry_prices
    assert prices is not None
    np.testing.assert_allclose(prices, [99, 99, 101])


@pytest.mark.parametrize("engine", Engine)
def test_an_entry_waits_at_a_tick(engine: Engine) -> None:
    coin = Instrument("C", InstrumentKind.CRYPTO, "USD", Decimal("0.25"), Decimal("0.1"), Decimal("0.1"), Decimal(1))
    rules = Rules(costs=FREE, entry=EntryOrders.parse("limit:1.9"), instrument=coin)
    bars = bars_of([FLAT, FLAT, (100, 100, 97, 99)])
    held = simulate(bars, wants_of(BUY[:3], False), rules, engine=engine).open_trade
    assert held is not None
    assert (held.entry_index, held.entry_price) == (2, 98)


def test_a_strategy_that_names_prices_keeps_them() -> None:
    wants = Wants(BUY, BUY, BUY, entry_prices=np.full(5, 7.0))
    assert EntryOrders.parse("stop:1").of(wants, bars_of([FLAT] * 5)) is wants


@pytest.mark.parametrize("text", ["limit", "limit:", "limit:x", "stop:1:2", "market:1", "best", ""])
def test_what_is_no_entry_is_refused_with_those_there_are(text: str) -> None:
    with pytest.raises(ValueRefusedError, match="use market, limit:PCT or stop:PCT"):
        EntryOrders.parse(text)


@pytest.mark.parametrize("text", ["limit:0", "stop:-1", "limit:51", "limit:nan", "stop:inf"])
def test_a_distance_outside_its_bounds_is_refused(text: str) -> None:
    with pytest.raises(ValueRefusedError, match="above 0% and up to 50%"):
        EntryOrders.parse(text)


def test_entries_are_written_as_they_are_read() -> None:
    for text in ("market", "limit:0.2", "stop:12.5"):
        assert EntryOrders.parse(text).text == text
