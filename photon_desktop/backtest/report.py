"""A run as text that stands alone: its equity as CSV, and one HTML page with all there is to tell of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from string import Template
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from photon_desktop.backtest.honesty.report import Honesty
from photon_desktop.backtest.report_tables import honesty_section, monthly_returns, monthly_table, rows_of, trades_table
from photon_desktop.backtest.trades import Trade
from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.timestamps import to_iso

Number = TypeVar("Number", np.float64, np.int64)
_WIDTH, _HEIGHT, _MARGIN = 960, 320, 8
_POINTS = 960
_PAGE = Template("""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>$title</title><style>
:root { color-scheme: light dark; }
body { font: 14px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin-bottom: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
h3 { font-size: 0.95rem; margin: 1rem 0 0.25rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
td, th { padding: 2px 8px; border-bottom: 1px solid #8884; text-align: left; overflow-wrap: anywhere; }
.pairs td + td, .facts td + td, .numbers td, .numbers th + th { text-align: right; }
.numbers { font-size: 12px; } .numbers td, .numbers th { padding: 2px 4px; overflow-wrap: normal; }
.facts td { border-bottom: none; } .hint td { border-bottom: 1px solid #8884; color: #777; font-size: 12px; }
.verdict { font-size: 1.1rem; font-weight: 600; border-left: 4px solid #d29922; padding-left: 0.75rem; }
.up { color: #1a7f6b; } .down { color: #c4432b; }
svg { width: 100%; height: auto; border: 1px solid #8884; }
.equity { fill: none; stroke: #2f81f7; stroke-width: 1.5; }
.held { fill: none; stroke: #888; stroke-width: 1.5; stroke-dasharray: 5 4; }
@media print {
  body { margin: 0; max-width: none; font-size: 11px; }
  h2, h3 { break-after: avoid; } tr, svg { break-inside: avoid; } thead { display: table-header-group; }
}
</style></head><body>
<h1>$title</h1>
<p>$first to $last</p>
<h2>What the result is worth</h2>
$honesty
<h2>What was made</h2>
<p>$verdict</p>
$warnings
<table class="pairs">$figures</table>
<h2>Equity (solid) beside buying and holding (dashed)</h2>
$curve
<h2>By month</h2>
$months
<h2>Trades</h2>
$trades
<h2>Settings</h2><table class="pairs">$settings</table>
<h2>To make it again</h2><table class="pairs">$passport</table>
</body></html>
""")


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """What a report tells. `times` (ns UTC) are the bars' opens, `equity` and `held` (buying and holding) one value a
    bar in quote money, begun with `initial_balance`; `honesty` is None where it was not found out. `figures`,
    `settings` and what is needed to make it again, `passport`, are values by their words."""

    title: str
    verdict: str
    warnings: tuple[str, ...]
    honesty: Honesty | None
    figures: Mapping[str, str]
    times: TimeArray
    equity: FloatArray
    held: FloatArray
    initial_balance: float
    trades: Sequence[Trade]
    settings: Mapping[str, Any]
    passport: Mapping[str, Any]


def equity_csv(times: TimeArray, equity: FloatArray) -> str:
    """`timestamp,equity`, one line a bar: ISO 8601 UTC and the shortest exact number."""
    points = zip(times.tolist(), equity.tolist(), strict=True)
    return "timestamp,equity\n" + "".join(f"{to_iso(time)},{value!r}\n" for time, value in points)


def report_html(told: Report) -> str:
    """One page that needs nothing beside it and can be printed: what the result is worth comes first."""
    return _PAGE.substitute(
        title=escape(told.title),
        verdict=escape(told.verdict),
        honesty=honesty_section(told.honesty),
        warnings="".join(f"<p>▲ {escape(warning)}</p>" for warning in told.warnings),
        first=to_iso(int(told.times[0])),
        last=to_iso(int(told.times[-1])),
        figures=rows_of(told.figures),
        curve=_curves(told.equity, told.held),
        months=monthly_table(monthly_returns(told.times, told.equity, told.initial_balance)),
        trades=trades_table(told.trades),
        settings=rows_of(told.settings),
        passport=rows_of(told.passport),
    )


def thinned(values: npt.NDArray[Number], most: int = _POINTS) -> npt.NDArray[Number]:
    """At most `most` of the values, evenly spread, with the first and the last."""
    if len(values) <= most:
        return values
    return values[np.linspace(0, len(values) - 1, most).round().astype(np.int64)]


def _curves(equity: FloatArray, held: FloatArray) -> str:
    low, high = min(equity.min(), held.min()), max(equity.max(), held.max())
    lines = (f'<polyline class="{name}" points="{_points(values, low, high)}"/>' for name, values in
             (("held", held), ("equity", equity)))  # fmt: skip
    return f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="Equity curve">{"".join(lines)}</svg>'


def _points(values: FloatArray, low: float, high: float) -> str:
    shown = thinned(values)
    across = np.linspace(_MARGIN, _WIDTH - _MARGIN, len(shown))
    down = _MARGIN + (high - shown) / ((high - low) or 1.0) * (_HEIGHT - 2 * _MARGIN)
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(across.tolist(), down.tolist(), strict=True))
