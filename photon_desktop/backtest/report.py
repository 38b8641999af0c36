"""A run as text that stands alone: its equity as CSV, and one HTML page with its figures and its curve."""

from collections.abc import Mapping
from html import escape
from string import Template
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.timestamps import to_iso

Number = TypeVar("Number", np.float64, np.int64)
_WIDTH, _HEIGHT, _MARGIN = 960, 320, 8
_POINTS = 960
_PAGE = Template("""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>$title</title><style>
:root { color-scheme: light dark; }
body { font: 14px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
td, th { padding: 2px 8px; border-bottom: 1px solid #8884; text-align: left; }
td + td { text-align: right; } svg { width: 100%; height: auto; border: 1px solid #8884; }
.equity { fill: none; stroke: #2f81f7; stroke-width: 1.5; }
.held { fill: none; stroke: #888; stroke-width: 1.5; stroke-dasharray: 5 4; }
</style></head><body>
<h1>$title</h1>
<p><strong>$verdict</strong></p>
$warnings
<h2>Equity (solid) beside buying and holding (dashed), $first to $last</h2>
$curve
<h2>Figures</h2><table>$figures</table>
<h2>What was run</h2><table>$rules</table>
</body></html>
""")


def equity_csv(times: TimeArray, equity: FloatArray) -> str:
    """`timestamp,equity`, one line a bar: ISO 8601 UTC and the shortest exact number."""
    points = zip(times.tolist(), equity.tolist(), strict=True)
    return "timestamp,equity\n" + "".join(f"{to_iso(time)},{value!r}\n" for time, value in points)


def report_html(
    title: str,
    content: Mapping[str, Any],
    parameters: Mapping[str, Any],
    figures: Mapping[str, str],
    equity: FloatArray,
    held: FloatArray,
) -> str:
    """One page that needs nothing beside it: the verdict and the warnings of `content`, the curves (one value a bar),
    `figures` by their words and the `parameters` of the run."""
    warnings = "".join(f"<p>{escape(warning)}</p>" for warning in content.get("warnings", ()))
    return _PAGE.substitute(
        title=escape(title),
        verdict=escape(str(content["verdict"])),
        warnings=warnings,
        first=escape(str(content["first"])),
        last=escape(str(content["last"])),
        curve=_curves(equity, held),
        figures=_rows(figures),
        rules=_rows(parameters),
    )


def thinned(values: npt.NDArray[Number], most: int = _POINTS) -> npt.NDArray[Number]:
    """At most `most` of the values, evenly spread, with the first and the last."""
    if len(values) <= most:
        return values
    return values[np.linspace(0, len(values) - 1, most).round().astype(np.int64)]


def _rows(content: Mapping[str, Any]) -> str:
    return "".join(
        f"<tr><td>{escape(str(name))}</td><td>{escape(str('–' if value is None else value))}</td></tr>"
        for name, value in content.items()
    )


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
