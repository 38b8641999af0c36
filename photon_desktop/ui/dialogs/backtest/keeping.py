"""A run as it is kept, and the files it is written to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from photon_desktop import __version__
from photon_desktop.backtest.honesty.report import Honesty
from photon_desktop.backtest.report import Report, equity_csv, report_html, thinned
from photon_desktop.backtest.trades import trades_csv
from photon_desktop.backtest.trial import Trial, trial_json
from photon_desktop.backtest.trial_process import Outcome
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.metric_words import METRIC_WORDS
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


def write_export(
    kind: str, path: Path, shown: Shown, name: str, warnings: Sequence[str], honesty: Honesty | None
) -> Path:
    """Write the trades, the equity or the report to `path`, in place of what is there. Raises PhotonError when it can't
    be written."""
    outcome = shown.outcome
    if kind == "trades":
        text = trades_csv(outcome.simulation.trades)
    elif kind == "equity":
        text = equity_csv(shown.bars.times, outcome.simulation.equity)
    else:
        text = report_html(_report(shown, name, warnings, honesty))
    write_text(path, text)
    return path


def _report(shown: Shown, name: str, warnings: Sequence[str], honesty: Honesty | None) -> Report:
    trial, outcome = shown.trial, shown.outcome
    return Report(
        title=name.strip() or trial.name,
        verdict=outcome.summary["verdict"],
        warnings=tuple(warnings),
        honesty=honesty,
        figures={
            figure.words or METRIC_WORDS[figure.key].title: figure.text(outcome.summary.get(figure.key))
            for figure in FIGURES
        },
        times=shown.bars.times,
        equity=outcome.simulation.equity,
        held=outcome.held_equity,
        initial_balance=trial.rules.initial_balance,
        trades=outcome.simulation.trades,
        settings=trial_json(trial),
        passport={
            "Bars": f"{len(shown.bars):,} of {trial.symbol} {trial.interval.value}, source {shown.source}",
            "Hash of the bars": data_hash(shown.bars),
            "Seed": trial.seed,
            "Digest of the trades": outcome.summary["digest"],
            "Program": f"Photon Desktop {__version__}",
        },
    )
