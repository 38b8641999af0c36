"""What the execution agent knew when it checked an order and when one was filled, for the record."""

from collections.abc import Mapping
from decimal import Decimal

from photon_desktop.agents.risk_watch import RiskWatch
from photon_desktop.agents.trading_rules import TradingRules
from photon_desktop.backtest.self_check.inputs import FillInputs, OrderInputs
from photon_desktop.backtest.self_check.told import Holdings
from photon_desktop.broker.broker import Broker
from photon_desktop.trading.account import Account
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.messages import TradeDecision
from photon_desktop.trading.price_range import PriceRange
from photon_desktop.trading.prices import PriceTick


def order_inputs(
    decision: TradeDecision,
    account: Account,
    prices: Mapping[str, Decimal],
    instrument: Instrument,
    watch: RiskWatch,
    broker: Broker | None,
    rules: TradingRules,
    *,
    is_halted: bool,
) -> OrderInputs:
    """What the rules look at before the decision's order goes out."""
    waiting = () if broker is None else broker.waiting(decision.ticker)
    return OrderInputs(
        Holdings.of(account),
        dict(prices),
        instrument,
        watch.moment(decision, rules.policy),
        is_halted,
        any(order.is_due for order in waiting),
        rules.told(),
    )


def fill_inputs(tick: PriceTick, account: Account, broker: Broker, rules: TradingRules) -> FillInputs:
    """What fills at `tick` are made from, while the position is as in `account`."""
    position = account.position(tick.symbol)
    instrument = broker.instrument_of(tick.symbol)
    ends = (position.stop_loss, position.take_profit)
    return FillInputs(PriceRange.of_tick(tick), instrument, *ends, rules.told())
