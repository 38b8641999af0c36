"""The tables of a report: what each month made, the trades, and what the result is worth."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import numpy as np

from photon_desktop.backtest.honesty.report import Honesty
from photon_desktop.backtest.honesty.words import Group, groups_of, signed
from photon_desktop.backtest.trades import Trade
from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.timestamps import to_iso

MOST_TRADES = 2_000
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TRADE_HEADS = ("Entered (UTC)", "Left (UTC)", "Side", "Quantity", "In at", "Out at", "Profit", "Return", "Why it left")
_NONE = "–"


def monthly_returns(times: TimeArray, equity: FloatArray, initial_balance: float) -> dict[tuple[int, int], float]:
    """What each month (year, 1 to 12, in UTC) made as a share of the equity at its begin, the first one from
    `initial_balance` on; `equity` at the close of bars that open at `times` (ns UTC). A month begun with nothing has
    made nothing."""
    months = times.astype("datetime64[ns]").astype("datetime64[M]").astype(np.int64)
    lasts = np.append(np.flatnonzero(np.diff(months)), len(months) - 1)
    ends = equity[lasts]
    begins = np.append(initial_balance, ends[:-1])
    made = np.divide(ends, begins, out=np.ones_like(ends), where=begins > 0) - 1
    return {
        (1970 + month // 12, month % 12 + 1): share
        for month, share in zip(months[lasts].tolist(), made.tolist(), strict=True)
    }


def monthly_table(made: Mapping[tuple[int, int], float]) -> str:
    """A row a year: its months and the year itself."""
    head = "".join(f"<th>{name}</th>" for name in ("Year", *_MONTHS, "All"))
    rows = []
    for year in sorted({year for year, _ in made}):
        months = [made.get((year, month)) for month in range(1, 13)]
        whole = float(np.prod([1 + share for share in months if share is not None])) - 1
        cells = "".join(_share_cell(share) for share in (*months, whole))
        rows.append(f"<tr><th>{year}</th>{cells}</tr>")
    return f'<table class="numbers"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def trades_table(trades: Sequence[Trade]) -> str:
    """The trades in their order; of very many the last ones, which the sentence above them says."""
    shown = trades[-MOST_TRADES:]
    note = "" if len(shown) == len(trades) else (
        f"<p>The last {len(shown):,} of {len(trades):,} trades; the export of trades as CSV has them all.</p>"
    )  # fmt: skip
    if not shown:
        return "<p>There was no trade.</p>"
    head = "".join(f"<th>{name}</th>" for name in _TRADE_HEADS)
    rows = "".join(map(_trade_row, shown))
    return f'{note}<table class="numbers"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def honesty_section(honesty: Honesty | None) -> str:
    """The verdict, each reason that speaks against an edge, and the facts."""
    if honesty is None:
        return '<p class="verdict">What this result is worth was not found out.</p>'
    verdict = honesty.verdict
    reasons = "".join(f"<li>{escape(reason)}</li>" for reason in verdict.reasons[1:])
    also = f"<p>Against an edge speaks as well:</p><ul>{reasons}</ul>" if reasons else ""
    groups = "".join(map(_group, groups_of(honesty.facts)))
    return f'<p class="verdict">{escape(verdict.sentence)}</p>{also}{groups}'


def rows_of(content: Mapping[str, Any]) -> str:
    """Two columns: names and values."""
    return "".join(
        f"<tr><td>{escape(str(name))}</td><td>{escape(str(_NONE if value is None else value))}</td></tr>"
        for name, value in content.items()
    )


def _group(group: Group) -> str:
    rows = "".join(
        f"<tr><td>{escape(line.name)}</td><td>{escape(line.value)}</td><td>{escape(line.beside)}</td></tr>"
        f'<tr class="hint"><td colspan="3">{escape(line.hint)}</td></tr>'
        for line in group.lines
    )
    return f'<h3>{escape(group.title)}</h3><table class="facts">{rows}</table>'


def _share_cell(share: float | None) -> str:
    if share is None:
        return "<td></td>"
    return f'<td class="{"down" if share < 0 else "up"}">{signed(share)}</td>'


def _trade_row(trade: Trade) -> str:
    times = (to_iso(trade.entry_time), to_iso(trade.exit_time), trade.side)
    numbers = (f"{trade.quantity:,.8g}", f"{trade.entry_price:,.8g}", f"{trade.exit_price:,.8g}", _money(trade.pnl))
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in (*times, *numbers))
    return f"<tr>{cells}{_share_cell(trade.return_)}<td>{escape(trade.exit_reason.value)}</td></tr>"


def _money(amount: float) -> str:
    return f"{amount:,.2f}".replace("-", "−")
