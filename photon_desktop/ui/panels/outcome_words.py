"""What became of a decision in words, from all the reports that answered it."""

from collections.abc import Sequence
from decimal import Decimal

from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.messages import ExecutionReport, MessageStatus, ReportStatus
from photon_desktop.trading.money import ZERO
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr, tr_many
from photon_desktop.ui.panels.words import REPORT_STATUS_WORDS, rule_sentence
from photon_desktop.ui.sentences.said import said

_DONE = (ReportStatus.EXECUTED, ReportStatus.PARTIALLY_EXECUTED)
_SETTLED_BADLY = {MessageStatus.FAILED.value: mark("✕ Failed."), MessageStatus.EXPIRED.value: mark("✕ Expired.")}


def unhandled_words(status: str, note: str) -> str:
    """Why the decision's message led to nothing; empty when it was handled."""
    return f"{tr(_SETTLED_BADLY[status])} {note}".strip() if status in _SETTLED_BADLY else ""


def went_well(reports: Sequence[ExecutionReport]) -> bool:
    """Whether the last word on the order was a fill."""
    return reports[-1].status in _DONE


def outcome_words(reports: Sequence[ExecutionReport], ordered: Decimal, instrument: Instrument) -> str:
    """All reports on an order of `ordered` in one line: how it ended, and what was filled in all."""
    fills = [report for report in reports if report.status in _DONE]
    is_whole = any(fill.status is ReportStatus.EXECUTED for fill in fills)
    wanted = None if is_whole else ordered
    if went_well(reports):
        status = ReportStatus.EXECUTED if is_whole else ReportStatus.PARTIALLY_EXECUTED
        return f"{tr(REPORT_STATUS_WORDS[status])} {_filled_words(fills, wanted, instrument)}"
    last = reports[-1]
    end = tr(REPORT_STATUS_WORDS[last.status])
    if fills:
        end = tr("{end} after {fills}").format(end=end, fills=_filled_words(fills, wanted, instrument))
    return f"{end}: {last.message}"


def report_words(report: ExecutionReport, instrument: Instrument) -> str:
    """One report in full: a fill with its time and costs, an end with every rule by its code and sentence."""
    word = tr(REPORT_STATUS_WORDS[report.status])
    if report.status in _DONE:
        costs = tr("commission {commission}, slippage {slippage}").format(
            commission=formats.money(report.commission), slippage=formats.signed_money(report.slippage)
        )
        return f"{word} {_amount(report, instrument)}, {formats.short_time(report.executed_at)}: {costs}"
    if len(report.blocked_by) < 2:
        code = f", {report.blocked_by[0]}" if report.blocked_by else ""
        return f"{word}{code}: {said(report.message)}"
    rules = [f"⊘ {code}: {rule_sentence(code)}" for code in report.blocked_by]
    by = tr_many("{end} by %n rules:", "{end} by %n rule:", len(rules)).format(end=word)
    return "\n".join([by, *rules, said(report.message)])


def _filled_words(fills: Sequence[ExecutionReport], wanted: Decimal | None, instrument: Instrument) -> str:
    """How much of what was `wanted`, None for all of it, was filled, at which price on average, in how many parts."""
    filled = sum((fill.quantity for fill in fills), ZERO)
    value = sum((fill.quantity * (fill.executed_price or ZERO) for fill in fills), ZERO)
    price = formats.price(value / filled if filled else None, instrument)
    quantity = formats.quantity(filled, instrument)
    if wanted is not None:
        whole = formats.quantity(wanted, instrument)
        quantity = tr("{filled} of {whole}").format(filled=quantity, whole=whole)
    amount = tr("{quantity} at {price}").format(quantity=quantity, price=price)
    parts = tr_many("{amount} in %n parts", "{amount} in %n part", len(fills)).format(amount=amount)
    return parts if len(fills) > 1 else amount


def _amount(report: ExecutionReport, instrument: Instrument) -> str:
    price = formats.price(report.executed_price, instrument)
    return tr("{quantity} at {price}").format(quantity=formats.quantity(report.quantity, instrument), price=price)
