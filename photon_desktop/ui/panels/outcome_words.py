"""What became of a decision in words, from all the reports that answered it."""

from collections.abc import Sequence
from decimal import Decimal

from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.messages import ExecutionReport, MessageStatus, ReportStatus
from photon_desktop.trading.money import ZERO
from photon_desktop.ui import formats
from photon_desktop.ui.panels.words import REPORT_STATUS_WORDS, rule_sentence

_DONE = (ReportStatus.EXECUTED, ReportStatus.PARTIALLY_EXECUTED)
_SETTLED_BADLY = {MessageStatus.FAILED.value: "✕ Failed.", MessageStatus.EXPIRED.value: "✕ Expired."}


def unhandled_words(status: str, note: str) -> str:
    """Why the decision's message led to nothing; empty when it was handled."""
    return f"{_SETTLED_BADLY[status]} {note}".strip() if status in _SETTLED_BADLY else ""


def went_well(reports: Sequence[ExecutionReport]) -> bool:
    """Whether the last word on the order was a fill."""
    return reports[-1].status in _DONE


def outcome_words(reports: Sequence[ExecutionReport], ordered: Decimal, instrument: Instrument) -> str:
    """All reports on an order of `ordered` in one line: how it ended, and what was filled in all."""
    fills = [report for report in reports if report.status in _DONE]
    is_whole = any(fill.status is ReportStatus.EXECUTED for fill in fills)
    of = "" if is_whole else f" of {formats.quantity(ordered, instrument)}"
    if went_well(reports):
        status = ReportStatus.EXECUTED if is_whole else ReportStatus.PARTIALLY_EXECUTED
        return f"{REPORT_STATUS_WORDS[status]} {_filled_words(fills, of, instrument)}"
    last = reports[-1]
    after = f" after {_filled_words(fills, of, instrument)}" if fills else ""
    return f"{REPORT_STATUS_WORDS[last.status]}{after}: {last.message}"


def report_words(report: ExecutionReport, instrument: Instrument) -> str:
    """One report in full: a fill with its time and costs, an end with every rule by its code and sentence."""
    word = REPORT_STATUS_WORDS[report.status]
    if report.status in _DONE:
        costs = f"commission {formats.money(report.commission)}, slippage {formats.signed_money(report.slippage)}"
        return f"{word} {_amount(report, instrument)}, {formats.short_time(report.executed_at)}: {costs}"
    if len(report.blocked_by) < 2:
        code = f", {report.blocked_by[0]}" if report.blocked_by else ""
        return f"{word}{code}: {report.message}"
    rules = [f"⊘ {code}: {rule_sentence(code)}" for code in report.blocked_by]
    return "\n".join([f"{word} by {len(rules)} rules:", *rules, report.message])


def _filled_words(fills: Sequence[ExecutionReport], of: str, instrument: Instrument) -> str:
    filled = sum((fill.quantity for fill in fills), ZERO)
    value = sum((fill.quantity * (fill.executed_price or ZERO) for fill in fills), ZERO)
    price = formats.price(value / filled if filled else None, instrument)
    parts = f" in {len(fills)} parts" if len(fills) > 1 else ""
    return f"{formats.quantity(filled, instrument)}{of} at {price}{parts}"


def _amount(report: ExecutionReport, instrument: Instrument) -> str:
    price = formats.price(report.executed_price, instrument)
    return f"{formats.quantity(report.quantity, instrument)} at {price}"
