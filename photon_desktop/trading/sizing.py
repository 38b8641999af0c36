"""How positions are sized: by which method, and what it goes by; and the share of equity the balanced method holds."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import isfinite

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.money import ZERO, exact

LARGEST_AMOUNT = Decimal(1_000_000_000)
_KELLY_SHARE = 0.25
_HIGH_RISK = 0.8
_LARGEST: dict[str, float | Decimal] = {
    "quantity": LARGEST_AMOUNT, "notional": LARGEST_AMOUNT, "share": Decimal(1), "kelly_fraction": 1.0,
    "largest_position": 1.0, "at_risk": 0.1, "daily_volatility": 0.2,
}  # fmt: skip


class SizingMethod(StrEnum):
    """What the size of a position comes from. Balanced is the smallest of four limits, see `position_share`; the
    formulas of the others stand in `position_size.py`."""

    BALANCED = "balanced"
    FIXED_QUANTITY = "fixed_quantity"
    FIXED_NOTIONAL = "fixed_notional"
    SHARE = "share"
    VOLATILITY = "volatility"
    KELLY = "kelly"


@dataclass(frozen=True, slots=True)
class SizingRules:
    """`method`, and what the methods go by, each above 0.

    `quantity` units and `notional` quote money, up to a billion, are the two fixed sizes; `share` of equity up to 1.
    `kelly_fraction` of the stake that Kelly's criterion names, up to 1. Shares of equity that more than one method goes
    by: `largest_position`, up to 1, caps the balanced, volatility and Kelly sizes; `daily_volatility`, up to 0.2, is
    the daily standard deviation of equity one position may bring, balanced, or is to bring, volatility; `at_risk`, up
    to 0.1, is what a balanced position loses if its stop is hit. Raises ValueRefusedError beyond the bounds.
    """

    method: SizingMethod = SizingMethod.BALANCED
    quantity: Decimal = Decimal(1)
    notional: Decimal = Decimal(1_000)
    share: Decimal = Decimal("0.1")
    kelly_fraction: float = 0.25
    largest_position: float = 0.10
    at_risk: float = 0.005
    daily_volatility: float = 0.01

    def __post_init__(self) -> None:
        for name, most in _LARGEST.items():
            value = getattr(self, name)
            if not (isfinite(value) and 0 < value <= most):
                raise ValueRefusedError(f"{name} is {value}; it lies above 0 and up to {most:,}.")


@dataclass(frozen=True, slots=True)
class TradeOdds:
    """What a trade is expected to be: `expected_return` net of costs as a share of its notional, None where nobody
    told it, `barrier` the log distance to stop and target, `daily_volatility` of the instrument's returns,
    `risk_score` 0 to 1."""

    expected_return: float | None
    barrier: float
    daily_volatility: float
    risk_score: float


def position_share(odds: TradeOdds, rules: SizingRules) -> float:
    """Share of equity to hold: min(volatility target, quarter Kelly EV/b^2, position cap, risk per barrier).

    Halved from a risk score of 0.8; zero when nothing is expected to be gained. Where no return was told, Kelly's limit
    is left out.
    """
    expected = odds.expected_return
    if odds.barrier <= 0 or (expected is not None and expected <= 0):
        return 0.0
    by_risk = rules.at_risk / odds.barrier
    by_volatility = rules.daily_volatility / odds.daily_volatility if odds.daily_volatility > 0 else by_risk
    share = min(by_risk, by_volatility, rules.largest_position)
    if expected is not None:
        share = min(share, _KELLY_SHARE * expected / odds.barrier**2)
    return share / 2 if odds.risk_score >= _HIGH_RISK else share


def order_quantity(
    share: float, equity: Decimal, price: Decimal, instrument: Instrument, held: Decimal = ZERO
) -> Decimal:
    """Units that are missing to `share` of `equity` at `price` when `held` are there, cut to the step; zero when that
    is under the least allowed."""
    if share <= 0 or equity <= 0:
        return ZERO
    quantity = instrument.floor_quantity(equity * exact(share) / price - held)
    return quantity if is_allowed(quantity, price, instrument) else ZERO


def is_allowed(quantity: Decimal, price: Decimal, instrument: Instrument) -> bool:
    """Whether `quantity` is at least the least that may be ordered at `price`."""
    return quantity >= instrument.minimum_quantity and quantity * price >= instrument.minimum_notional
