"""What a challenger is made from: what the champion said, what became of its trades, and what is new since."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import numpy as np

from photon_desktop.learning.challenge import LoggedPredictions
from photon_desktop.learning.labels import Labels
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.learning.samples import TradeResult
from photon_desktop.store.fills import StoredFill
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.messages import TradeDecision
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import OrderPurpose


def new_labels(bars: Bars, labels: Labels, trained_to: int) -> int:
    """How many of the `labels` of `bars` were not finished yet when the bar opened at `trained_to` was the newest."""
    finished = int(np.isfinite(labels.classes).sum())
    hidden = int((bars.times > trained_to).sum())
    return min(finished, hidden)


def logged_predictions(decisions: Sequence[TradeDecision], champion: ModelManifest) -> LoggedPredictions:
    """What `champion` said of bars that opened after the last one it was trained on, each bar once."""
    said = {
        opened_at: (told["SELL"], told["HOLD"], told["BUY"])
        for decision in decisions
        if decision.model_version == champion.version and (told := decision.probabilities)
        if (opened_at := _decided_bar(decision)) > champion.trained_to
    }
    times = np.array(sorted(said), dtype=np.int64)
    return LoggedPredictions(times, np.array([said[time] for time in times.tolist()]).reshape(-1, 3))


def trade_results(
    fills: Sequence[StoredFill], decisions: Mapping[str, TradeDecision], bars: Bars, labels: Labels
) -> tuple[TradeResult, ...]:
    """The trades that are over, by the bar each was decided on; `fills` of one symbol, oldest first, from the first on.

    A trade goes from flat to flat; its net profit is what it brought, commissions taken off, over what was paid to
    enter, and is given in barriers of its bar. `decisions` by trace id; trades they do not hold are left out, and so is
    a position that one fill turned round.
    """
    barriers = dict(zip(bars.times.tolist(), labels.barriers.tolist(), strict=True))
    results = []
    for trace_id, share in _finished_trades(fills):
        decision = decisions.get(trace_id)
        barrier = barriers.get(_decided_bar(decision), np.nan) if decision is not None else np.nan
        if decision is not None and np.isfinite(barrier) and barrier > 0:
            results.append(TradeResult(_decided_bar(decision), float(share) / barrier))
    return tuple(results)


def _finished_trades(fills: Sequence[StoredFill]) -> list[tuple[str, Decimal]]:
    """Trace id of the first fill, and net profit over what was paid to enter, of each trade from flat to flat."""
    finished: list[tuple[str, Decimal]] = []
    held = profit = entered = ZERO
    trace_id = ""
    for stored in fills:
        fill = stored.fill
        if held == 0:
            profit = entered = ZERO
            trace_id = stored.trace_id if stored.purpose is OrderPurpose.SIGNAL else ""
        after = held + fill.signed_quantity
        if abs(after) > abs(held):
            entered += fill.notional
        if held * after < 0:
            trace_id = ""
        profit -= fill.signed_quantity * fill.price + fill.commission
        held = after
        if held == 0 and trace_id and entered > 0:
            finished.append((trace_id, profit / entered))
    return finished


def _decided_bar(decision: TradeDecision) -> int:
    return decision.decided_at - decision.interval.nanoseconds
