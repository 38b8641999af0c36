"""What a size may depend on at a bar besides money and price: how much the market moves, and what a model expects."""

from dataclasses import dataclass

from photon_desktop.backtest.wants import Wants
from photon_desktop.learning.labels import VOLATILITY_SPAN
from photon_desktop.trading.analysis import daily_factor, return_volatility
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.sizing import TradeOdds


@dataclass(frozen=True, slots=True, eq=False)
class BarOdds:
    """One value a bar in each array, from that bar and earlier ones: the daily volatility of returns, and a model's
    `expected` return net of costs and log distance to its stop and target; None for rules, which expect nothing."""

    daily_volatility: FloatArray
    expected: FloatArray | None
    barriers: FloatArray | None

    def at(self, index: int) -> TradeOdds:
        """The odds at this bar's close. A backtest knows no drift and no drawdown limit, hence no risk score."""
        expected = None if self.expected is None else float(self.expected[index])
        barrier = 0.0 if self.barriers is None else float(self.barriers[index])
        return TradeOdds(expected, barrier, float(self.daily_volatility[index]), risk_score=0.0)


def odds_of(bars: Bars, wants: Wants, interval: Interval) -> BarOdds:
    """The odds of what is wanted; the volatility is NaN for the first two bars."""
    daily = return_volatility(bars.close, VOLATILITY_SPAN) * daily_factor(interval)
    return BarOdds(daily, wants.expected, wants.barriers)
