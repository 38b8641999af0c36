"""Execution reports as a CSV file that a spreadsheet can be trusted with."""

import csv
import io
import re
from collections.abc import Iterable

from photon_desktop.trading.messages import ExecutionReport
from photon_desktop.trading.money import plain
from photon_desktop.trading.timestamps import to_iso

COLUMNS = (
    "timestamp", "symbol", "action", "quantity", "requested_price", "executed_price", "commission", "slippage",
    "status", "mode", "model_hash", "order_id", "blocked_by", "message",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def reports_csv(reports: Iterable[ExecutionReport]) -> str:
    """A header and a line a report, in their order: times ISO 8601 UTC, exact decimals, empty where there is no price.

    A cell that a spreadsheet would take for a formula, one that begins with = + - @ a tab or a carriage return and is
    no number, gets an apostrophe before it.
    """
    text = io.StringIO()
    writer = csv.writer(text)  # RFC 4180: its line ends have a carriage return, so that one in a cell is quoted
    writer.writerow(COLUMNS)
    for report in reports:
        writer.writerow([harmless(cell) for cell in _cells(report)])
    return text.getvalue()


def harmless(cell: str) -> str:
    """`cell` as a spreadsheet shows it and does not run it."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell


def _cells(report: ExecutionReport) -> tuple[str, ...]:
    return (
        to_iso(report.executed_at),
        report.ticker,
        report.action.value,
        plain(report.quantity),
        plain(report.requested_price),
        "" if report.executed_price is None else plain(report.executed_price),
        plain(report.commission),
        plain(report.slippage),
        report.status.value,
        report.mode,
        report.model_hash,
        report.order_id,
        " ".join(report.blocked_by),
        report.message,
    )
