"""Entries that wait for a price, by both engines."""

from decimal import Decimal

import numpy as np
import pytest

from photon_desktop.backtest.engines import simulate
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.simulation import Engine, Simulation
from photon_desktop.backtest.sizes import SizeKind, Sizing
from photon_desktop.backtest.trades import ExitReason
from photon_desktop.backtest.wants import Wants
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.costs import CostModel
from tests.backtest.markets import bars_of

SLIPPING = CostModel(Decimal("0.001"), Decimal("0.01"), maker_share=Decimal("0.5"))
TEN = Sizing(SizeKind.FIXED, 10)
FLAT = (100, 101, 99, 100)
Row = tuple[float, float, float, float]


def run(rows: list[Row], engine: Engine, price: float, side: int = 1, again: dict[int, float] | None = None,
        **rules: float) -> Simulation:  # fmt: skip
    """An entry wanted at the first bar at `price`, others at the bars of `again`."""
    count = len(rows)
    wanted, prices = np.zeros(count, dtype=np.int8), np.full(count, np.nan)
    for bar, named in {0: price, **(again or {})}.items():
        wanted[bar], prices[bar] = side, named
    stay = np.full(count, side, dtype=np.int8)
    wants = Wants(stay if side < 0 else -stay, wanted, stay, entry_prices=prices)
    return simulate(bars_of(rows), wants, Rules(costs=SLIPPING, sizing=TEN, **rules), engine=engine)


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(
    ("side", "price", "bar", "filled"),
    [
        (1, 95, (100, 101, 94, 96), 95),  # rested: no slippage
        (1, 95, (90, 96, 89, 92), 90 * 1.01),  # opened beyond its limit: taken there
        (1, 95, (94.5, 96, 94, 95), 95),  # and no farther than the limit itself
        (1, 105, (100, 106, 99, 104), 105 * 1.01),  # a stop
        (1, 105, (108, 109, 107, 108), 108 * 1.01),
        (-1, 105, (100, 106, 99, 104), 105),
        (-1, 95, (100, 101, 94, 96), 95 * 0.99),
        (-1, 95, (92, 93, 91, 92), 92 * 0.99),
        (-1, 105, (105.5, 106, 105, 106), 105),
    ],
)
def test_an_entry_waits_for_its_price_and_fills_as_its_kind_does(
    engine: Engine, side: int, price: float, bar: Row, filled: float
) -> None:
    held = run([FLAT, FLAT, bar, FLAT], engine, price, side).open_trade
    assert held is not None
    assert (held.entry_index, held.quantity) == (2, 10 * side)
    assert held.entry_price == pytest.approx(filled, rel=1e-12)


@pytest.mark.parametrize("engine", Engine)
def test_a_rested_entry_pays_a_makers_share(engine: Engine) -> None:
    done = run([FLAT, (100, 101, 94, 96), FLAT], engine, 95)
    assert (done.commission, done.slippage) == (pytest.approx(10 * 95 * 0.0005), 0)


@pytest.mark.parametrize("engine", Engine)
def test_a_price_that_is_not_reached_fills_nothing_and_another_entry_takes_its_place(engine: Engine) -> None:
    assert run([FLAT] * 5, engine, 95).open_trade is None
    held = run([FLAT, FLAT, FLAT, (100, 101, 90, 100), FLAT], engine, 95, again={2: 92}).open_trade
    assert held is not None
    assert (held.entry_index, held.entry_price) == (3, 92)
    at_once = run([FLAT] * 5, engine, 95, again={2: np.nan}).open_trade
    assert at_once is not None
    assert at_once.entry_price == pytest.approx(101)


@pytest.mark.parametrize("engine", Engine)
def test_what_may_have_come_before_the_fill_counts_only_against_the_trader(engine: Engine) -> None:
    bought_low = [FLAT, (100, 103, 94, 96), (96, 97, 95, 96)]  # 103 came before 95 or after it, nobody knows
    assert run(bought_low, engine, 95, take_profit=0.05).trades == ()
    (sure,) = run([FLAT, (100, 103, 94, 100), FLAT], engine, 95, take_profit=0.05).trades
    assert (sure.exit_index, sure.exit_price, sure.exit_reason) == (1, 95 * 1.05, ExitReason.TARGET)
    (stopped,) = run([FLAT, (100, 106, 98, 105), FLAT], engine, 105, stop_loss=0.05).trades
    assert (stopped.exit_index, stopped.exit_reason) == (1, ExitReason.STOP)


def test_prices_of_entries_are_one_a_bar() -> None:
    flat = np.zeros(2, dtype=np.int8)
    with pytest.raises(ValueRefusedError, match=r"\[1, 2\]"):
        Wants(flat, flat, flat, entry_prices=np.ones(1))
