"""The tables of the analytics dock."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from photon_desktop.learning.decision_outcomes import DecisionGroup, SettledDecision
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.metric_cells import account_metric_tip, metric_text, metric_title
from photon_desktop.ui.panels.words import ACTION_SHAPES, rule_sentence
from photon_desktop.ui.tables.row_table import Column, RowTable, Tone, tone_of_sign

BLOCKED_LIMIT = 100


@dataclass(frozen=True, slots=True)
class MetricRow:
    """A metric by its key in `METRIC_WORDS`, and its value."""

    key: str
    value: float | None


@dataclass(frozen=True, slots=True)
class YearRow:
    """The months of a year, by number, as returns."""

    year: int
    months: Mapping[int, float]

    @property
    def whole(self) -> float:
        """All its months linked."""
        value = 1.0
        for each in self.months.values():
            value *= 1 + each
        return value - 1


def metric_tone(row: MetricRow) -> Tone:
    """That of its sign, where the sign is good or bad."""
    return tone_of_sign(row.value) if row.key in ("total_return", "cagr", "expectancy") else Tone.PLAIN


def metric_table(parent: QObject | None = None) -> RowTable[MetricRow]:
    """A metric a row, each with its formula and source in the tooltip."""
    columns = [
        Column[MetricRow](tr("Metric"), _title, tooltip=_tip, tone=lambda _: Tone.MUTED),
        Column[MetricRow](
            tr("Value", "of a metric"), lambda row: metric_text(row.key, row.value), is_number=True,
            tooltip=_tip, tone=metric_tone,
        ),
    ]  # fmt: skip
    return RowTable(columns, lambda row: row.key, 40, parent)


def month_table(parent: QObject | None = None) -> RowTable[YearRow]:
    """A year a row, the newest on top."""
    months = [
        Column[YearRow](formats.month(number), _month_text(number), is_number=True, tone=_month_tone(number))
        for number in range(1, 13)
    ]
    year = Column[YearRow](tr("Year"), lambda row: str(row.year))
    whole = Column[YearRow](tr("Whole"), lambda row: formats.signed_percent(row.whole), is_number=True,
                            tone=lambda row: tone_of_sign(row.whole))  # fmt: skip
    return RowTable([year, *months, whole], lambda row: str(row.year), 100, parent)


def year_rows(months: Mapping[tuple[int, int], float]) -> Sequence[YearRow]:
    """The years, newest first."""
    years = sorted({year for year, _ in months}, reverse=True)
    return [YearRow(year, {month: value for (of, month), value in months.items() if of == year}) for year in years]


def group_table(parent: QObject | None = None) -> RowTable[DecisionGroup]:
    """Decisions by action, confidence and outcome."""
    columns = [
        Column[DecisionGroup](tr("By"), lambda row: tr(row.kind), tone=lambda _: Tone.MUTED),
        Column[DecisionGroup](tr("Group"), lambda row: tr(row.name)),
        Column[DecisionGroup](tr("Decisions"), lambda row: f"{row.n:,}", is_number=True),
        Column[DecisionGroup](tr("Settled"), lambda row: f"{row.settled:,}", is_number=True,
                              tooltip=lambda _: tr("What came is known: the horizon of 24 bars is over.")),
        Column[DecisionGroup](tr("Came true"), lambda row: formats.percent(row.came_true, 1), is_number=True,
                              tooltip=lambda _: tr("Share of the settled ones whose wish was the outcome that came.")),
        Column[DecisionGroup](tr("Mean result"), lambda row: formats.signed_percent(row.mean_result), is_number=True,
                              tone=lambda row: tone_of_sign(row.mean_result),
                              tooltip=lambda _: tr("Of those that wanted to buy or sell, before costs.")),
    ]  # fmt: skip
    return RowTable(columns, lambda row: f"{row.kind}/{row.name}", 40, parent)


def blocked_table(parent: QObject | None = None) -> RowTable[SettledDecision]:
    """The vetoed decisions, newest first."""
    columns = [
        Column[SettledDecision](tr("Bar"), lambda row: formats.short_time(row.decision.decided_at),
                                tooltip=lambda row: formats.utc_time(row.decision.decided_at)),
        Column[SettledDecision](tr("Symbol"), lambda row: row.decision.symbol),
        Column[SettledDecision](tr("Wanted"), _wish),
        Column[SettledDecision](tr("Confidence"), lambda row: f"{row.decision.confidence:.2f}", is_number=True),
        Column[SettledDecision](tr("Would have made"), _made, is_number=True, tone=lambda row: tone_of_sign(row.result),
                                tooltip=lambda _: tr(LEDGER_RULES)),
        Column[SettledDecision](tr("Stood in its way"), _rules, tooltip=_rules),
    ]  # fmt: skip
    return RowTable(columns, lambda row: row.decision.id, BLOCKED_LIMIT, parent)


LEDGER_RULES = mark(
    "Filled whole and without costs, as the paper twin fills, at the open of the next bar; left at the stop or the"
    " target that labels are made with, or after 24 bars."
)


def _tip(row: MetricRow) -> str:
    return account_metric_tip(row.key)


def _title(row: MetricRow) -> str:
    return metric_title(row.key)


def _month_text(number: int) -> Callable[[YearRow], str]:
    return lambda row: formats.signed_percent(row.months[number]) if number in row.months else ""


def _month_tone(number: int) -> Callable[[YearRow], Tone]:
    return lambda row: tone_of_sign(row.months.get(number))


def _wish(row: SettledDecision) -> str:
    return f"{ACTION_SHAPES[row.decision.wanted]} {row.decision.wanted}"


def _made(row: SettledDecision) -> str:
    return tr("open") if row.result is None else formats.signed_percent(row.result)


def _rules(row: SettledDecision) -> str:
    return " ".join(rule_sentence(code) for code in row.decision.blocked_by)
