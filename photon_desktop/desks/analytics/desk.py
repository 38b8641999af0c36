"""Keeps the analytics dock up to date, at most once a second, and only while it can be seen."""

import time

from PySide6.QtCore import QObject, QTimer, Slot

from photon_desktop.application import Application
from photon_desktop.desks.analytics.reader import AnalyticsReader
from photon_desktop.desks.errands import Errand, Errands, Outcome
from photon_desktop.ui.language import tr
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.panels.analytics.views import AnalyticsView, Period, RoundView
from photon_desktop.ui.panels.views import Condition, MarketCondition

_LOOK_MS = 1_000
_LONGEST_MS = 30_000
_REST = 5  # times as long as a look took, the thread rests before the next


class AnalyticsDesk(QObject):
    """Lives on the main thread; reading and working out happen on a thread of their own, one at a time."""

    def __init__(self, window: MainWindow, application: Application) -> None:
        super().__init__(window)
        self._panel, self._application, self._store = window.analytics, application, application.store
        self._reader = AnalyticsReader(self._store, application.account)
        self._period = Period.ALL
        self._errands = Errands(self)
        self._is_stale = self._is_finished = False
        self._pause_ms = _LOOK_MS
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        self._panel.period_changed.connect(self._choose_period)
        self._panel.round_changed.connect(self._choose_round)
        self._panel.came_in_sight.connect(self._look)
        team = application.team
        team.maker.decision_made.connect(self._hear)
        team.executor.report_made.connect(self._hear)
        team.executor.equity_marked.connect(self._hear)

    def begin(self) -> None:
        """Follow the account that is traded in now, from the beginning of its history."""
        self._panel.clear()
        self._read_anew(self._application.account)
        self._errands.send("analytics-rounds", self._rounds, self._show_rounds)

    def finish(self) -> None:
        """Stop: the program closes."""
        self._is_finished = True
        self._soon.stop()
        self._errands.finish()

    @Slot(object)
    def _hear(self, _: object) -> None:
        self._is_stale = True
        if not self._soon.isActive() and not self._is_finished and self._panel.is_in_sight:
            self._soon.start(self._pause_ms)

    @Slot(object)
    def _choose_period(self, period: Period) -> None:
        self._period = period
        self._is_stale = True
        self._look()

    @Slot(str)
    def _choose_round(self, account: str) -> None:
        if account != self._reader.account:
            self._read_anew(account)

    def _read_anew(self, account: str) -> None:
        self._reader = AnalyticsReader(self._store, account)
        self._is_stale = True
        self._look()

    @Slot()
    def _look(self) -> None:
        if self._is_finished or not self._is_stale or not self._panel.is_in_sight:
            return
        if self._errands.is_busy:
            self._soon.start(_LOOK_MS)
            return
        self._is_stale = False
        reader, period = self._reader, self._period

        def tell(outcome: Outcome) -> None:
            self._show(reader, outcome)

        self._errands.send("analytics", lambda errand: self._work(reader, period, errand), tell)

    def _work(self, reader: AnalyticsReader, period: Period, errand: Errand) -> AnalyticsView:
        """On its own thread."""
        begun = time.thread_time()
        try:
            while not errand.is_cancelled and reader.read_on():
                pass
        finally:
            self._store.close_thread()
        view = reader.view(period)
        took_ms = 1_000 * (time.thread_time() - begun)
        self._pause_ms = min(_LONGEST_MS, max(_LOOK_MS, round(_REST * took_ms)))
        return view

    def _show(self, reader: AnalyticsReader, outcome: Outcome) -> None:
        if reader is not self._reader:  # of other books
            self._look()
            return
        if outcome.problem:
            self._panel.set_condition(MarketCondition(Condition.ERROR, outcome.problem))
            return
        self._panel.set_condition(MarketCondition(Condition.READY))
        self._panel.show_analytics(outcome.value)

    def _rounds(self, _: Errand) -> list[RoundView]:
        try:
            rounds = self._store.profiles.rounds(self._application.profile)
        finally:
            self._store.close_thread()
        newest = rounds[-1].number if rounds else 0
        names = {each.number: tr("Round {number}") for each in rounds} | {newest: tr("Round {number} (now)")}
        return [RoundView(each.account, names[each.number].format(number=each.number)) for each in reversed(rounds)]

    def _show_rounds(self, outcome: Outcome) -> None:
        self._panel.show_rounds(outcome.value or (), self._reader.account)
        self._look()
