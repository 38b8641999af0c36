"""A sweep as it is printed and kept, by the command line and by the window."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from math import expm1
from typing import Any

from photon_desktop import __version__
from photon_desktop.backtest.honesty.overfitting import Overfitting
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.summary import parameters
from photon_desktop.backtest.sweep import Sweep, Trial
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import data_hash
from photon_desktop.trading.timestamps import to_iso


@dataclass(frozen=True, slots=True)
class Swept:
    """What was swept: the values of each parameter in `axes`, on bars from `source`, under `rules` otherwise."""

    symbol: str
    interval: Interval
    source: str
    strategy: str
    seed: int
    rules: Rules
    axes: Mapping[str, Sequence[float | str]]


def sweep_json(
    swept: Swept, bars: Bars, done: Sweep, overfitting: Overfitting | None, seconds: Mapping[str, float]
) -> dict[str, Any]:
    """The sweep as a JSON object: returns as shares, times as ISO 8601 in UTC. Whoever keeps it has each trial counted
    as tried on these bars from now on."""
    return {
        "symbol": swept.symbol,
        "interval": swept.interval.value,
        "source": swept.source,
        "strategy": swept.strategy,
        "bars": len(bars),
        "sweep": {name: list(values) for name, values in swept.axes.items()},
        "tried": len(done.trials),
        "trials": [_told(trial) for trial in done.trials],
        "best": _told(done.best),
        "walk_forward": [
            {
                "first": to_iso(int(bars.times[choice.start])),
                "last": to_iso(int(bars.times[choice.stop - 1])),
                "values": choice.values,
                "return": expm1(choice.log_return),
            }
            for choice in done.choices
        ],
        "out_of_sample_return": done.out_of_sample_return,
        "overfitting": None if overfitting is None else asdict(overfitting),
        "periods_per_year": done.best.periods_per_year,
        "rules": parameters(swept.rules),
        "seconds": dict(seconds),
        "data_hash": data_hash(bars),
        "seed": swept.seed,
        "version": __version__,
    }


def _told(trial: Trial) -> dict[str, Any]:
    return {
        "values": trial.values,
        "total_return": trial.total_return,
        "sharpe": trial.sharpe,
        "max_drawdown": trial.max_drawdown,
        "trades": trial.trades,
        "digest": trial.digest,
        "by_block": [expm1(made) for made in trial.by_block],
    }
