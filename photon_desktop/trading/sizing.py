"""How much to trade: the smallest of four limits, cut in half when the risk is high."""

from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.money import ZERO, exact

_KELLY_SHARE = 0.25
_HIGH_RISK = 0.8
_LARGEST = {"largest_position": 1.0, "at_risk": 0.1, "daily_volatility": 0.2}


@dataclass(frozen=True, slots=True)
class SizingLimits:
    """Shares of equity, each above 0: `largest_position` for one position, up to 1; `at_risk` lost if the stop is hit,
    up to 0.1; `daily_volatility` the daily standard deviation of equity one position may bring, up to 0.2."""

    largest_position: float = 0.10
    at_risk: float = 0.005
    daily_volatility: float = 0.01

    def __post_init__(self) -> None:
        for name, most in _LARGEST.items():
            share = getattr(self, name)
            if not 0 < share <= most:
                raise ValueRefusedError(f"{name} is {share}; it lies above 0 and up to {most}.")


@dataclass(frozen=True, slots=True)
class TradeOdds:
    """What a trade is expected to be: `expected_return` net of costs as a share of its notional, `barrier` the log
    distance to stop and target, `daily_volatility` of the instrument's returns, `risk_score` 0 to 1."""

    expected_return: float
    barrier: float
    daily_volatility: float
    risk_score: float


def position_share(odds: TradeOdds, limits: SizingLimits) -> float:
    """Share of equity to hold: min(volatility target, quarter Kelly EV/b^2, position cap, risk per barrier).

    Halved from a risk score of 0.8; zero when nothing is expected to be gained.
    """
    if odds.expected_return <= 0 or odds.barrier <= 0:
        return 0.0
    kelly = _KELLY_SHARE * odds.expected_return / odds.barrier**2
    by_risk = limits.at_risk / odds.barrier
    by_volatility = limits.daily_volatility / odds.daily_volatility if odds.daily_volatility > 0 else by_risk
    share = min(kelly, by_risk, by_volatility, limits.largest_position)
    return share / 2 if odds.risk_score >= _HIGH_RISK else share


def order_quantity(share: float, equity: Decimal, price: Decimal, instrument: Instrument) -> Decimal:
    """Units that `share` of `equity` buys at `price`, cut to the step; zero when that is under the least allowed."""
    if share <= 0 or equity <= 0:
        return ZERO
    quantity = instrument.floor_quantity(equity * exact(share) / price)
    allowed = quantity >= instrument.minimum_quantity and quantity * price >= instrument.minimum_notional
    return quantity if allowed else ZERO
