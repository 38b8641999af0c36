"""A recorded decision made again, by the functions that made it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from photon_desktop.learning.decision import DecisionContext, decide
from photon_desktop.learning.further import explained
from photon_desktop.learning.input_quality import InputQuality
from photon_desktop.learning.model import Model
from photon_desktop.learning.policy import DecisionPolicy, LastClose
from photon_desktop.trading.account import Account
from photon_desktop.trading.analysis import analyse
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.features import compute_features
from photon_desktop.trading.indicators import compute_indicators
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.messages import MarketSnapshot, TradeDecision
from photon_desktop.trading.risk import RiskLimits
from photon_desktop.trading.sizing import SizingRules


@dataclass(frozen=True, slots=True)
class SessionRules:
    """What decisions and fills went by."""

    costs: CostModel
    limits: RiskLimits
    sizing: SizingRules
    policy: DecisionPolicy


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a decision depends on beside its bars, its model and its rules; each field as in DecisionContext."""

    account: Account
    prices: Mapping[str, Decimal]
    instrument: Instrument
    order_pending: bool
    drawdown: float | None
    last_close: LastClose | None
    fallback_reason: str = ""


def decided_again(
    recorded: TradeDecision,
    snapshot: MarketSnapshot,
    bars: Bars,
    model: Model | None,
    rules: SessionRules,
    known: Circumstances,
) -> TradeDecision:
    """What would be decided of `snapshot` in place of `recorded`, which says for which symbol and under which settings;
    explained as it was if a model has a part in it."""
    indicators, row = compute_indicators(bars), compute_features(bars)[-1]
    reading = None if model is None else model.drift(row)
    context = DecisionContext(
        symbol=recorded.ticker,
        interval=recorded.interval,
        bars=bars,
        analysis=analyse(bars, indicators),
        indicators=indicators.at(-1),
        prediction=None if model is None else model.predict(row),
        manifest=None if model is None else model.manifest,
        fallback_reason=known.fallback_reason,
        account=known.account,
        prices=known.prices,
        instrument=known.instrument,
        costs=rules.costs,
        limits=rules.limits,
        sizing=rules.sizing,
        order_pending=known.order_pending,
        drift=None if reading is None else reading.share,
        drawdown=known.drawdown,
        policy=rules.policy,
        last_close=known.last_close,
        quality=InputQuality.told_by(snapshot.data_quality),
    )
    decision = replace(decide(context), settings=recorded.settings)
    return decision if model is None else explained(decision, context, model, row)
