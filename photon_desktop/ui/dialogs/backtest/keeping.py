"""A run as it is kept, and the files it is written to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from photon_desktop import __version__
from photon_desktop.backtest.report import equity_csv, report_html, thinned
from photon_desktop.backtest.trades import trades_csv
from photon_desktop.backtest.trial import Trial, trial_json
from photon_desktop.backtest.trial_process import Outcome
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.passport import data_hash
from photon_desktop.ui.dialogs.backtest.figures_table import FIGURES
from photon_desktop.whole_files import write_text

_KEPT_POINTS = 500


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What stands on the page of results: the trial, its bars and their source, and what came of it."""

    trial: Trial
    bars: Bars
    source: str
    outcome: Outcome

    def varied(self, outcome: Outcome) -> "Shown":
        """The same bars, traded by other rules."""
        trial = replace(self.trial, rules=outcome.rules, minimum_confidence=outcome.minimum_confidence)
        return Shown(trial, self.bars, self.source, outcome)


def kept_results(shown: Shown, warnings: list[str]) -> dict[str, Any]:
    """The results as they are kept: as the command line keeps them, and a curve of at most 500 points."""
    trial, bars, outcome = shown.trial, shown.bars, shown.outcome
    curve = {
        "times": thinned(bars.times, _KEPT_POINTS).tolist(),
        "equity": thinned(outcome.simulation.equity, _KEPT_POINTS).tolist(),
        "held": thinned(outcome.held_equity, _KEPT_POINTS).tolist(),
    }
    return {
        "symbol": trial.symbol,
        "interval": trial.interval.value,
        "source": shown.source,
        "warnings": warnings,
        **outcome.summary,
        "data_hash": data_hash(bars),
        "seed": trial.seed,
        "version": __version__,
        "curve": curve,
    }


def write_export(kind: str, path: Path, shown: Shown, name: str, content: Mapping[str, Any]) -> Path:
    """Write the trades, the equity or the report to `path`, in place of what is there. Raises PhotonError when it can't
    be written."""
    outcome = shown.outcome
    if kind == "trades":
        text = trades_csv(outcome.simulation.trades)
    elif kind == "equity":
        text = equity_csv(shown.bars.times, outcome.simulation.equity)
    else:
        figures = {figure.words: figure.write(outcome.summary.get(figure.key)) for figure in FIGURES}
        told = {**outcome.summary, "warnings": content.get("warnings", ())}
        text = report_html(name, told, trial_json(shown.trial), figures, outcome.simulation.equity, outcome.held_equity)
    write_text(path, text)
    return path
