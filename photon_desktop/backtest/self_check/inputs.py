"""What a decision, an order and a fill were made from, beside what their messages and rows tell."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any, Self

import numpy as np

from photon_desktop.backtest.self_check.told import (
    Holdings,
    Settings,
    decimal_told,
    instrument_told,
    prices_told,
    range_told,
    told_decimal,
    told_instrument,
    told_prices,
    told_range,
)
from photon_desktop.learning.decision import DecisionContext
from photon_desktop.learning.policy import LastClose
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.messages import Json
from photon_desktop.trading.price_range import PriceRange
from photon_desktop.trading.risk_moment import TradingMoment


@dataclass(frozen=True, slots=True)
class DecisionInputs:
    """Of one decision. `bars`: the digest of those it was made on. `evidence`: the model's, empty without one."""

    bars: str
    holdings: Holdings
    prices: Mapping[str, Decimal]
    instrument: Instrument
    order_pending: bool
    drawdown: float | None
    last_close: LastClose | None
    fallback_reason: str
    evidence: str

    @classmethod
    def of(cls, context: DecisionContext) -> Self:
        """Those in `context`."""
        return cls(
            digest(context.bars),
            Holdings.of(context.account),
            context.prices,
            context.instrument,
            context.order_pending,
            context.drawdown,
            context.last_close,
            context.fallback_reason,
            "" if context.manifest is None else context.manifest.evidence,
        )

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """The inputs that `to_json` wrote."""
        closed = told["last_close"]
        return cls(
            told["bars"],
            Holdings.from_json(told),
            prices_told(told["prices"]),
            instrument_told(told["instrument"]),
            told["order_pending"],
            told["drawdown"],
            None if closed is None else LastClose(*closed),
            told["fallback_reason"],
            told["evidence"],
        )

    def to_json(self) -> Json:
        """As the record keeps them."""
        closed = self.last_close
        return {
            "bars": self.bars,
            **self.holdings.to_json(),
            "prices": told_prices(self.prices),
            "instrument": told_instrument(self.instrument),
            "order_pending": self.order_pending,
            "drawdown": self.drawdown,
            "last_close": None if closed is None else [closed.bars_ago, closed.was_loss],
            "fallback_reason": self.fallback_reason,
            "evidence": self.evidence,
        }


@dataclass(frozen=True, slots=True)
class OrderInputs:
    """What the rules looked at before a decision's order went out. `settings` in force then, as decisions tell them."""

    holdings: Holdings
    prices: Mapping[str, Decimal]
    instrument: Instrument
    moment: TradingMoment
    is_halted: bool
    order_pending: bool
    settings: Settings

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """The inputs that `to_json` wrote."""
        moment = {**told["moment"]}
        for name in _MONEY_OF_MOMENT:
            moment[name] = decimal_told(moment[name])
        return cls(
            Holdings.from_json(told),
            prices_told(told["prices"]),
            instrument_told(told["instrument"]),
            TradingMoment(**moment),
            told["is_halted"],
            told["order_pending"],
            told["settings"],
        )

    def to_json(self) -> Json:
        """As the record keeps them."""
        moment = asdict(self.moment)
        for name in _MONEY_OF_MOMENT:
            moment[name] = told_decimal(moment[name])
        return {
            **self.holdings.to_json(),
            "prices": told_prices(self.prices),
            "instrument": told_instrument(self.instrument),
            "moment": moment,
            "is_halted": self.is_halted,
            "order_pending": self.order_pending,
            "settings": dict(self.settings),
        }


@dataclass(frozen=True, slots=True)
class FillInputs:
    """The prices that a fill was made at, the position's stop and target then, and the settings its costs are of."""

    prices: PriceRange
    instrument: Instrument
    stop_loss: Decimal | None
    take_profit: Decimal | None
    settings: Settings

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """The inputs that `to_json` wrote."""
        stop, target = map(decimal_told, told["levels"])
        return cls(range_told(told["prices"]), instrument_told(told["instrument"]), stop, target, told["settings"])

    def to_json(self) -> Json:
        """As the record keeps them."""
        return {
            "prices": told_range(self.prices),
            "instrument": told_instrument(self.instrument),
            "levels": [told_decimal(self.stop_loss), told_decimal(self.take_profit)],
            "settings": dict(self.settings),
        }


_MONEY_OF_MOMENT = ("day_began_with", "peak")


def digest(bars: Bars) -> str:
    """One word for `bars`: BLAKE2 over their times, prices and volumes."""
    hashed = hashlib.blake2b(digest_size=16)
    for column in (bars.times, bars.open, bars.high, bars.low, bars.close, bars.volume):
        hashed.update(np.ascontiguousarray(column).tobytes())
    return hashed.hexdigest()
