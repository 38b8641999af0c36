"""A metric as it is written, and its tooltip: one for every table and card of metrics."""

from photon_desktop.trading.metric_words import METRIC_WORDS, MetricKind
from photon_desktop.trading.performance import LEAST_DAYS_FOR_A_YEAR, OF_A_YEAR
from photon_desktop.ui import formats
from photon_desktop.ui.language import tr

_SIGNED = ("total_return", "cagr", "expectancy", "max_drawdown", "value_at_risk", "expected_shortfall")


def metric_title(key: str) -> str:
    """What a metric is called."""
    return tr(METRIC_WORDS[key].title)


def metric_text(key: str, value: float | None) -> str:
    """A metric as it is written; a dash where it is not defined."""
    match METRIC_WORDS[key].kind:
        case MetricKind.SHARE:
            return formats.signed_percent(value) if key in _SIGNED else formats.percent(value, 2)
        case MetricKind.RATIO:
            return formats.fixed(value, 2)
        case MetricKind.COUNT:
            return formats.fixed(value, 0)
        case MetricKind.MONEY:
            return formats.money(value)


def metric_tip(key: str) -> str:
    """What a metric is, as a formula, and whose it is."""
    words = METRIC_WORDS[key]
    return f"{tr(words.title)} = {tr(words.formula)}\n{tr(words.source)}"


def account_metric_tip(key: str) -> str:
    """The same for an account's metric; one that speaks of a year says from when on it is shown."""
    if key not in OF_A_YEAR:
        return metric_tip(key)
    since = tr("Shown from {days} days of trading on: before, a year would be a guess.")
    return f"{metric_tip(key)}\n{since.format(days=LEAST_DAYS_FOR_A_YEAR)}"
