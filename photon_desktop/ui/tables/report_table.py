"""Execution reports as a table."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from photon_desktop.trading.messages import Action, ExecutionReport, ReportStatus
from photon_desktop.ui import formats
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.panels.words import REPORT_STATUS_WORDS, action_words
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Column, RowTable, Tone

REPORT_LIMIT = 1_000
_HASH_SHOWN = 8  # as in a version's name
_DONE = (ReportStatus.EXECUTED, ReportStatus.PARTIALLY_EXECUTED)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report and the message that carried it."""

    message_id: str
    trace_id: str
    report: ExecutionReport


def is_trade(row: ReportRow) -> bool:
    """Whether anything was bought or sold."""
    return row.report.status in _DONE


def report_table(instruments: InstrumentBook, parent: QObject | None = None) -> RowTable[ReportRow]:
    """Reports, newest first, at most 1,000. Prices and quantities have their instrument's digits."""

    def price(row: ReportRow) -> str:
        return formats.price(row.report.executed_price, instruments.of(row.report.ticker))

    def requested(row: ReportRow) -> str:
        asked = formats.price(row.report.requested_price, instruments.of(row.report.ticker))
        return tr("Requested at {price}").format(price=asked)

    def quantity(row: ReportRow) -> str:
        return formats.quantity(row.report.quantity, instruments.of(row.report.ticker))

    columns = [
        Column[ReportRow](
            tr("Time"), lambda row: formats.short_time(row.report.executed_at), tooltip=_moment, sort=_time
        ),
        Column[ReportRow](tr("Symbol"), lambda row: row.report.ticker),
        Column[ReportRow](tr("Action"), lambda row: action_words(row.report.action), tone=_action_tone),
        Column[ReportRow](tr("Quantity"), quantity, is_number=True, sort=lambda row: float(row.report.quantity)),
        Column[ReportRow](tr("Price"), price, is_number=True, tooltip=requested, sort=_price),
        Column[ReportRow](tr("Commission"), _commission, is_number=True, sort=lambda row: float(row.report.commission)),
        Column[ReportRow](tr("Slippage"), _slippage, is_number=True, sort=lambda row: float(row.report.slippage)),
        Column[ReportRow](tr("Status"), lambda row: tr(REPORT_STATUS_WORDS[row.report.status]), tone=_status_tone),
        Column[ReportRow](tr("Model"), _model, tooltip=_model_tip, tone=lambda _: Tone.MUTED),
        Column[ReportRow](
            tr("Reason"), lambda row: said(row.report.message), tooltip=lambda row: said(row.report.message)
        ),
    ]
    return RowTable(columns, lambda row: row.message_id, REPORT_LIMIT, parent)


def _time(row: ReportRow) -> int:
    return row.report.executed_at // 1_000_000


def _price(row: ReportRow) -> float | None:
    return None if row.report.executed_price is None else float(row.report.executed_price)


def _moment(row: ReportRow) -> str:
    return f"{formats.full_time(row.report.executed_at)} ({formats.utc_time(row.report.executed_at)})"


def _commission(row: ReportRow) -> str:
    return formats.money(row.report.commission) if is_trade(row) else formats.NO_VALUE


def _slippage(row: ReportRow) -> str:
    return formats.signed_money(row.report.slippage) if is_trade(row) else formats.NO_VALUE


def _model(row: ReportRow) -> str:
    return row.report.model_hash[:_HASH_SHOWN] or formats.NO_VALUE


def _model_tip(row: ReportRow) -> str:
    model_hash = row.report.model_hash
    if not model_hash:
        return tr("No model stands behind it.")
    return tr("The model behind it has the hash {hash}").format(hash=model_hash)


def _action_tone(row: ReportRow) -> Tone:
    if not is_trade(row):
        return Tone.MUTED
    return {Action.BUY: Tone.UP, Action.SELL: Tone.DOWN}.get(row.report.action, Tone.PLAIN)


def _status_tone(row: ReportRow) -> Tone:
    return Tone.PLAIN if is_trade(row) else Tone.WARNING
