"""The backtest's fills in floats beside the paper broker's in exact decimals."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.backtest.fills import Grid, Slippage
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.simulation import Engine
from photon_desktop.backtest.sizes import SizeKind, Sizing
from photon_desktop.backtest.trades import ExitReason, Trade
from photon_desktop.trading.account import Account
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel, SlippageModel
from photon_desktop.trading.instrument import Instrument, assumed_instrument
from photon_desktop.trading.matching import fill_market_order, fill_resting_order, protective_exit
from photon_desktop.trading.money import exact
from photon_desktop.trading.orders import Fill, Order, OrderPurpose, Side
from photon_desktop.trading.price_range import PriceRange
from photon_desktop.trading.slippage import slippage_rate, slipped_price
from tests.backtest.markets import HOUR, generated_bars, simulate_signals

TICKS = [Decimal("0.01"), Decimal("0.25"), Decimal("0.00001"), Decimal(5)]
BTC = assumed_instrument("BTCUSDT")
prices = st.integers(1, 10**9).map(lambda cents: Decimal(cents) / 100)
rates = st.sampled_from([Decimal(0), Decimal("0.0005"), Decimal("0.1"), Decimal("0.00333")])


@given(prices, rates, st.sampled_from(TICKS), st.sampled_from(Side))
@settings(max_examples=500, deadline=None)
def test_a_slipped_price_lies_on_the_paper_brokers_tick(
    price: Decimal, rate: Decimal, tick: Decimal, side: Side
) -> None:
    instrument = Instrument("X", BTC.kind, "USD", tick, tick, tick, Decimal(0))
    found = Grid.of(tick).away(side.sign, float(price) * (1 + side.sign * float(rate)))
    assert exact(found) == slipped_price(side, price, rate, instrument)


@given(st.integers(1, 10**10), st.sampled_from(TICKS))
@settings(max_examples=300, deadline=None)
def test_quantities_are_cut_to_the_paper_brokers_step(millionths: int, step: Decimal) -> None:
    instrument = Instrument("X", BTC.kind, "USD", step, step, step, Decimal(0))
    quantity = Decimal(millionths) / 10**6
    assert exact(Grid.of(step).below(float(quantity))) == instrument.floor_quantity(quantity)


@given(st.floats(1, 1e6), st.sampled_from(TICKS))
def test_levels_lie_on_the_paper_brokers_nearest_tick(level: float, tick: Decimal) -> None:
    instrument = Instrument("X", BTC.kind, "USD", tick, tick, tick, Decimal(0))
    assert Grid.of(tick).nearest(level) == pytest.approx(float(instrument.round_price(level)), rel=1e-12)


@pytest.mark.parametrize("model", SlippageModel)
@pytest.mark.parametrize("quantity", [0.5, 700.0, 1e9])
def test_slippage_is_the_paper_brokers_for_every_model(model: SlippageModel, quantity: float) -> None:
    costs = CostModel(slippage_rate=Decimal("0.001"), slippage_model=model)
    kept = generated_bars(30)
    bars = Bars.of(kept.times, kept.open, kept.high, kept.low, kept.close, np.where(np.arange(30) % 3, 1e3, 0))
    slippage = Slippage.of(costs, bars)
    for index, bar in enumerate(bars):
        range_ = PriceRange.of_bar(bar, bar.open_time + HOUR)
        paper = slippage_rate(costs, exact(quantity), range_.volume, range_.volatility)
        assert slippage.rate(index, quantity) == pytest.approx(float(paper), rel=1e-12)
        assert slippage.worst(index) >= slippage.rate(index, quantity)


COSTS = [
    CostModel(),
    CostModel(Decimal("0.002"), Decimal("0.001"), maker_share=Decimal("0.5"), minimum_commission=Decimal(1)),
    CostModel(slippage_model=SlippageModel.SPREAD_VOLATILITY),
    CostModel(slippage_model=SlippageModel.SQUARE_ROOT, impact_rate=Decimal("0.0003")),
]


@pytest.mark.parametrize("costs", COSTS)
@pytest.mark.parametrize("engine", Engine)
def test_the_paper_brokers_account_has_the_same_fills_and_the_same_cash(costs: CostModel, engine: Engine) -> None:
    bars = generated_bars(3_000)
    signals = np.random.default_rng(5).choice([-1, 0, 1], 3_000, p=[0.05, 0.9, 0.05]).astype(np.int8)
    size = Sizing(SizeKind.SHARE, 0.5)
    rules = Rules(10_000, costs, size, stop_loss=0.01, take_profit=0.02, short_allowed=True, instrument=BTC)
    done = simulate_signals(bars, signals, rules, engine)
    assert {trade.exit_reason for trade in done.trades} == {ExitReason.SIGNAL, ExitReason.STOP, ExitReason.TARGET}
    account, _ = Account().deposited(Decimal(10_000))
    for trade, cash in zip(done.trades, done.trades.columns.cash_after.tolist(), strict=True):
        entry, leaving = paper_fills(trade, bars, rules)
        account, _ = account.after(entry)
        account, _ = account.after(leaving)
        assert [float(entry.price), float(leaving.price)] == [trade.entry_price, trade.exit_price]
        assert trade.commission == pytest.approx(float(entry.commission + leaving.commission), rel=1e-9, abs=2e-8)
        assert cash == pytest.approx(float(account.cash), rel=1e-9)


def paper_fills(trade: Trade, bars: Bars, rules: Rules) -> tuple[Fill, Fill]:
    """The entry and the exit of `trade` as the paper broker would carry them out."""
    opening = Side.BUY if trade.side == "long" else Side.SELL
    closing = Side.SELL if trade.side == "long" else Side.BUY
    entry = paper_fill(trade, opening, trade.entry_index, exact(float(bars.open[trade.entry_index])), bars, rules)
    price, purpose = exact(float(bars.open[trade.exit_index])), OrderPurpose.SIGNAL
    if trade.exit_reason is not ExitReason.SIGNAL:
        stop, target = (
            BTC.round_price(float(entry.price) * (1 - opening.sign * share))
            for share in (rules.stop_loss, -rules.take_profit)
        )
        range_ = PriceRange.of_bar(bars.bar(trade.exit_index), trade.exit_time + HOUR)
        price, purpose = protective_exit(trade.side == "long", range_.open, range_.high, range_.low, stop, target)
    return entry, paper_fill(trade, closing, trade.exit_index, price, bars, rules, purpose)


def paper_fill(
    trade: Trade, side: Side, index: int, price: Decimal, bars: Bars, rules: Rules,
    purpose: OrderPurpose = OrderPurpose.SIGNAL,
) -> Fill:  # fmt: skip
    order = Order("o", "t", "d", "BTCUSDT", side, exact(trade.quantity), price, 0, "paper", purpose)
    if purpose is OrderPurpose.TARGET:
        return fill_resting_order(order, price, 1, rules.costs, BTC)
    range_ = PriceRange.of_bar(bars.bar(index), int(bars.times[index]) + HOUR)
    rate = slippage_rate(rules.costs, order.quantity, range_.volume, range_.volatility)
    fixed = CostModel(
        rules.costs.commission_rate, rate, rules.costs.maker_share, rules.costs.minimum_commission
    )  # at a price without a range or volume there is no other slippage to ask for
    return fill_market_order(order, price, 1, fixed, BTC)
