"""What each metric is called, how it is worked out, and whose formula it is: one table for every screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class MetricKind(StrEnum):
    """How a metric is written."""

    SHARE = "share"  # of 1, as a percentage
    RATIO = "ratio"
    COUNT = "count"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class MetricWords:
    """A metric's title, its formula in plain letters, where the formula is from, and how it is written."""

    title: str
    formula: str
    source: str
    kind: MetricKind

    @property
    def tooltip(self) -> str:
        """Formula and source, for a tooltip."""
        return f"{self.title} = {self.formula}\n{self.source}"


_BACON = "Bacon, Practical Portfolio Performance Measurement, 2008"
_PARDO = "Pardo, The Evaluation and Optimization of Trading Strategies, 2008"
_OWN = "counted here"

METRIC_WORDS: Mapping[str, MetricWords] = {
    "total_return": MetricWords("Return", "last equity / first equity − 1", _BACON, MetricKind.SHARE),
    "cagr": MetricWords("CAGR", "product of (1 + r) ^ (1 / years) − 1", _BACON, MetricKind.SHARE),
    "annual_volatility": MetricWords(
        "Volatility", "standard deviation of r × √(bars a year)", _BACON, MetricKind.SHARE
    ),
    "sharpe": MetricWords(
        "Sharpe", "mean of r / standard deviation of r × √(bars a year), risk-free rate 0", "Sharpe 1994",
        MetricKind.RATIO,
    ),
    "sortino": MetricWords(
        "Sortino", "mean of r / √(mean of min(r, 0)²) × √(bars a year)", "Sortino and Price 1994", MetricKind.RATIO
    ),
    "max_drawdown": MetricWords(
        "Maximum drawdown", "least of (equity / highest equity so far − 1)", "Magdon-Ismail and Atiya 2004",
        MetricKind.SHARE,
    ),
    "max_drawdown_bars": MetricWords(
        "Longest under water", "longest run of bars that end under the highest equity so far", _BACON, MetricKind.COUNT
    ),
    "calmar": MetricWords("Calmar", "CAGR / |maximum drawdown|", "Young 1991", MetricKind.RATIO),
    "ulcer_index": MetricWords("Ulcer index", "√(mean of drawdown²)", "Martin 1987", MetricKind.SHARE),
    "value_at_risk": MetricWords(
        "Value at risk 95%", "return that one bar in twenty falls short of", "Jorion, Value at Risk, 2006",
        MetricKind.SHARE,
    ),
    "expected_shortfall": MetricWords(
        "Expected shortfall 95%", "mean return of the worst bar in twenty", "Rockafellar and Uryasev 2000",
        MetricKind.SHARE,
    ),
    "exposure": MetricWords(
        "Exposure", "bars in which a position was held, entry and exit included / all bars", _OWN, MetricKind.SHARE
    ),
    "trades": MetricWords("Closed trades", "positions closed, from flat to flat", _OWN, MetricKind.COUNT),
    "win_rate": MetricWords("Win rate", "trades with a profit above 0, net of fees / all trades", _PARDO,
                            MetricKind.SHARE),
    "profit_factor": MetricWords("Profit factor", "sum of what was won / sum of what was lost", _PARDO,
                                 MetricKind.RATIO),
    "payoff_ratio": MetricWords("Payoff ratio", "mean of what was won / mean of what was lost", _PARDO,
                                MetricKind.RATIO),
    "expectancy": MetricWords(
        "Expectancy", "mean of a trade's profit / the money put in, net of fees",
        "Tharp, Trade Your Way to Financial Freedom, 1998", MetricKind.SHARE,
    ),
    "fees": MetricWords("Fees", "sum of all commissions, in quote money", _OWN, MetricKind.MONEY),
    "slippage": MetricWords(
        "Slippage", "sum of what fills cost beyond the prices asked for, in quote money", _OWN, MetricKind.MONEY
    ),
    "turnover": MetricWords(
        "Turnover", "sum of |quantity × price|, buys and sells / mean equity",
        f"{_BACON}, who halves it", MetricKind.RATIO,
    ),
}  # fmt: skip
