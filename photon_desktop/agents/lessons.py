"""What a challenger is made from: what the champion said, what became of its trades, and what is new since."""

from collections.abc import Iterable, Mapping

import numpy as np

from photon_desktop.agents.finished_trades import FinishedTrade
from photon_desktop.learning.challenge import LoggedPredictions
from photon_desktop.learning.labels import Labels
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.learning.samples import TradeResult
from photon_desktop.store.decision_history import SaidOfBar
from photon_desktop.trading.bars import Bars


def new_labels(bars: Bars, labels: Labels, trained_to: int) -> int:
    """How many of the `labels` of `bars` were not finished yet when the bar opened at `trained_to` was the newest."""
    finished = int(np.isfinite(labels.classes).sum())
    hidden = int((bars.times > trained_to).sum())
    return min(finished, hidden)


def logged_predictions(said: Iterable[SaidOfBar], champion: ModelManifest) -> LoggedPredictions:
    """What `champion` said of bars that opened after the last one it was trained on, each bar once."""
    told = {
        one.opened_at: one.probabilities
        for one in said
        if one.model_version == champion.version and one.probabilities and one.opened_at > champion.trained_to
    }
    times = np.array(sorted(told), dtype=np.int64)
    return LoggedPredictions(times, np.array([told[time] for time in times.tolist()]).reshape(-1, 3))


def trade_results(
    finished: Iterable[FinishedTrade], opened_at: Mapping[str, int], bars: Bars, labels: Labels
) -> tuple[TradeResult, ...]:
    """The `finished` trades by the bar each was decided on, and their profits in barriers of that bar.

    `opened_at` is when the decided bar of each trace id opened, in ns UTC; trades it does not hold are left out.
    """
    decided = np.isin(bars.times, list(opened_at.values()))
    barriers = dict(zip(bars.times[decided].tolist(), labels.barriers[decided].tolist(), strict=True))
    results = []
    for trade in finished:
        bar = opened_at.get(trade.trace_id)
        barrier = np.nan if bar is None else barriers.get(bar, np.nan)
        if bar is not None and np.isfinite(barrier) and barrier > 0:
            results.append(TradeResult(bar, float(trade.profit) / barrier))
    return tuple(results)
