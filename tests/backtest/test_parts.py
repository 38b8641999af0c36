"""Orders that take no more than a share of what is traded, by both engines."""

from decimal import Decimal

import numpy as np
import pytest

from photon_desktop.backtest.engines import simulate
from photon_desktop.backtest.entry_orders import EntryOrders
from photon_desktop.backtest.part_book import allowed, step_grid
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.simulation import Engine, Simulation
from photon_desktop.backtest.sizes import SizeKind, Sizing
from photon_desktop.backtest.trades import ExitReason
from photon_desktop.backtest.wants import wants_of
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.trading.partial import allowance
from tests.backtest.markets import DAY

pytestmark = pytest.mark.parametrize("engine", Engine)
FREE = CostModel(Decimal(0), Decimal(0))
THIRTY = Sizing(SizeKind.FIXED, 30.0)


def run(
    engine: Engine, opens: list[float], volumes: list[float], signals: dict[int, int], **rules: object
) -> Simulation:
    """Bars that stand still at their open, a tenth of whose volume may be taken."""
    prices = np.array(opens, dtype=float)
    bars = Bars.of(np.arange(len(opens)) * DAY, prices, prices + 1, prices - 1, prices, np.array(volumes, dtype=float))
    wanted = np.zeros(len(opens), np.int8)
    for bar, signal in signals.items():
        wanted[bar] = signal
    usual = {"costs": FREE, "sizing": THIRTY, "volume_share": 0.1, **rules}
    return simulate(bars, wants_of(wanted, False), Rules(**usual), engine=engine)  # type: ignore[arg-type]


def test_an_entry_takes_its_share_of_two_bars_and_gives_the_rest_up(engine: Engine) -> None:
    held = run(engine, [100, 100, 110, 120, 120], [100] * 5, {0: 1}).open_trade
    assert held is not None
    assert (held.entry_index, held.quantity, held.entry_price) == (1, 20, 105)


def test_an_entry_that_the_bar_can_give_is_filled_whole(engine: Engine) -> None:
    held = run(engine, [100, 100, 110], [300] * 3, {0: 1}).open_trade
    assert held is not None
    assert (held.quantity, held.entry_price) == (30, 100)


def test_a_bar_without_volume_limits_nothing(engine: Engine) -> None:
    held = run(engine, [100, 100, 110], [0] * 3, {0: 1}).open_trade
    assert held is not None
    assert held.quantity == 30


def test_an_exit_is_made_of_parts_too_and_the_trade_tells_their_means(engine: Engine) -> None:
    done = run(engine, [100, 100, 100, 120, 130, 130], [500, 500, 500, 100, 200, 500], {0: 1, 2: -1})
    (trade,) = done.trades
    assert (trade.entry_index, trade.exit_index, trade.quantity) == (1, 4, 30)
    assert trade.exit_price == pytest.approx((10 * 120 + 20 * 130) / 30)
    assert trade.exit_reason is ExitReason.SIGNAL
    assert trade.pnl == pytest.approx(10 * 20 + 20 * 30)
    np.testing.assert_allclose(done.equity, [10_000, 10_000, 10_000, 10_600, 10_800, 10_800])


def test_what_an_exit_could_not_sell_in_two_bars_is_kept(engine: Engine) -> None:
    done = run(engine, [100] * 7, [500, 500, 500, 100, 100, 500, 500], {0: 1, 2: -1})
    assert len(done.trades) == 0
    assert done.open_trade is not None
    assert done.open_trade.quantity == 10


def test_a_stop_takes_all_out_whatever_is_traded_and_what_was_to_come_is_given_up(engine: Engine) -> None:
    done = run(engine, [100, 100, 80, 80, 80], [100] * 5, {0: 1}, stop_loss=0.1)
    (trade,) = done.trades
    assert (trade.exit_index, trade.quantity, trade.exit_reason) == (2, 20, ExitReason.STOP)
    assert done.open_trade is None


def test_the_least_commission_is_paid_once_an_order(engine: Engine) -> None:
    costs = CostModel(Decimal("0.001"), Decimal(0), minimum_commission=Decimal("1.5"))
    done = run(engine, [100] * 4, [100] * 4, {0: 1}, costs=costs)
    assert done.commission == pytest.approx(2.0)  # 20 units for 2,000 owe 2; the first ten would have owed 1


def test_the_rest_of_a_limit_waits_for_its_price(engine: Engine) -> None:
    rules = {"entry": EntryOrders.parse("limit:1"), "short_allowed": True}
    held = run(engine, [100, 99.5, 103, 103, 99.5, 103], [100] * 6, {0: 1}, **rules).open_trade
    assert held is not None
    assert (held.entry_index, held.quantity, held.entry_price) == (1, 20, 99)


def test_a_bar_gives_what_the_paper_broker_would_take_of_it(engine: Engine) -> None:
    coin = Instrument("C", InstrumentKind.CRYPTO, "USD", Decimal("0.01"), Decimal("0.1"), Decimal("0.1"), Decimal(1))
    rules = Rules(volume_share=0.1, instrument=coin)
    for volume in ("7.9", "0.3", "12345.67", "1"):
        paper = allowance(Decimal(volume), Decimal("0.1"), coin)
        assert allowed(rules, float(volume), step_grid(rules)) == float(paper or 0), engine


@pytest.mark.parametrize("share", [0.0, -0.1, 1.01, float("nan")])
def test_a_share_outside_its_bounds_is_refused(engine: Engine, share: float) -> None:
    with pytest.raises(ValueRefusedError, match="lies above 0 and up to 1"):
        run(engine, [100, 100], [100, 100], {}, volume_share=share)
