"""Reads what an account's analytics follow from, in portions, and goes on from where it stopped."""

from array import array
from bisect import bisect_left
from collections import Counter

import numpy as np

from photon_desktop.desks.analytics.kept_bars import KeptBars
from photon_desktop.desks.analytics.kept_decisions import KeptDecisions
from photon_desktop.learning.decision_outcomes import (
    PastDecision,
    group_of,
    groups_of,
    reliability_of,
    settle,
)
from photon_desktop.store.decision_history import StoredBar, StoredDecision
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.closed_trades import TradeLedger
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action
from photon_desktop.trading.performance import Dealings, held_evenly, performance
from photon_desktop.ui.panels.analytics.tables import BLOCKED_LIMIT
from photon_desktop.ui.panels.analytics.views import AnalyticsView, Period

_PORTION = 500
_KEPT = 20_000  # decisions, and bars of each symbol
_MESSAGES_BACK = 3 * _KEPT
_LONG_AGO = -(2**63)


class AnalyticsReader:
    """Of one account's books; on one thread at a time."""

    def __init__(self, store: Store, account: str) -> None:
        self._store, self.account = store, account
        self._message: int | None = None
        self._fill, self._marked_at = 0, _LONG_AGO
        self._marks = array("q"), array("d")  # times, equity: as objects they would take seven times the memory
        self._filled_at = array("q")
        self._dealt = array("d"), array("d"), array("d")  # of each fill in quote money: notional, commission, slippage
        self._ledger = TradeLedger()
        self._decisions = KeptDecisions(_KEPT)
        self._bars: dict[tuple[str, Interval], KeptBars] = {}

    def read_on(self) -> bool:
        """Read one more portion; False when that was all there is. Raises what the store raises."""
        if self._message is None:
            self._message = max(0, self._store.decisions.last_sequence() - _MESSAGES_BACK)
        found = self._store.decisions.after(self._message, _PORTION, self.account)
        fills = self._store.trades.fills_after(self._fill, _PORTION, self.account)
        marks = self._store.trades.equity_after(self._marked_at, _PORTION, self.account)
        for item in found:
            self._take(item)
        for _, fill in fills:
            money = float(fill.quantity * fill.price), float(fill.commission), float(fill.slippage)
            self._filled_at.append(fill.filled_at)
            for column, value in zip(self._dealt, money, strict=True):
                column.append(value)
            self._ledger.take(fill)
        for time_ns, equity in marks:
            self._marks[0].append(time_ns)
            self._marks[1].append(equity)
        self._message = found[-1].sequence if found else self._message
        self._fill = fills[-1][0] if fills else self._fill
        self._marked_at = marks[-1][0] if marks else self._marked_at
        return _PORTION in (len(found), len(fills), len(marks))

    def view(self, period: Period) -> AnalyticsView:
        """What is known of `period`, counted back from the last equity or decision."""
        start = self._start(period)
        interval = self._interval()
        bars = {symbol: kept.bars() for (symbol, each), kept in self._bars.items() if each is interval}
        decisions = self._decisions.since(start)
        settled = settle(decisions, bars, interval.nanoseconds)
        blocked = [each for each in settled if each.decision.blocked_by and each.decision.wanted is not Action.HOLD]
        times, equity = self._marks_since(start)
        shown = performance(times, equity, self._dealings().since(start), interval)
        held = None
        if shown is not None:
            prices = [(each.times + interval.nanoseconds, each.close) for each in bars.values()]
            held = held_evenly(shown.times, float(shown.equity[0]), prices)
        return AnalyticsView(
            performance=shown,
            held=held,
            groups=groups_of(settled),
            reliability=reliability_of(settled),
            blocked=blocked[: -BLOCKED_LIMIT - 1 : -1],
            ledger=group_of("Blocked", "all", blocked) if blocked else None,
            decisions=len(decisions),
        )

    def _take(self, item: StoredDecision | StoredBar) -> None:
        if isinstance(item, StoredBar):
            key = (item.symbol, item.interval)
            if key not in self._bars:
                self._bars[key] = KeptBars(_KEPT)
            self._bars[key].add(item.bar)
            return
        self._decisions.add(
            PastDecision(
                item.id, item.symbol, item.decided_at, item.action, item.wanted, item.confidence, item.price,
                item.probabilities, item.blocked_by,
            )
        )  # fmt: skip

    def _start(self, period: Period) -> int:
        """The time (ns UTC) from which on things count."""
        if period.length_ns is None:
            return _LONG_AGO
        decided_at = self._decisions.last_at
        newest = [*self._marks[0][-1:], *(() if decided_at is None else (decided_at,))]
        return max(newest) - period.length_ns if newest else _LONG_AGO

    def _marks_since(self, start: int) -> tuple[TimeArray, FloatArray]:
        """With the one before, from which the first change is counted."""
        times, equity = self._marks
        place = bisect_left(times, start)
        first = max(0, place - 1) if place < len(times) else place
        return np.array(times[first:], dtype=np.int64), np.array(equity[first:], dtype=np.float64)

    def _interval(self) -> Interval:
        """That of most bars decided on."""
        counts: Counter[Interval] = Counter()
        for (_, interval), kept in self._bars.items():
            counts[interval] += len(kept)
        return counts.most_common(1)[0][0] if counts else Interval.HOUR_1

    def _dealings(self) -> Dealings:
        notional, commission, slippage = (np.array(column, dtype=np.float64) for column in self._dealt)
        return Dealings(
            np.array(self._filled_at, dtype=np.int64),
            notional,
            commission,
            slippage,
            tuple(self._ledger.closed),
            self._ledger.open_since,
        )
