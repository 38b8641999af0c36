"""Opens a replay's window over its agents, one at a time, and ends both."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from photon_desktop.application import Fits
from photon_desktop.desks.replay_rules import differences_of
from photon_desktop.desks.replay_run import ReplayRun
from photon_desktop.market.session import Series
from photon_desktop.store.messages import StoredMessage
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.backtest.replay.views import ReplayAsked
from photon_desktop.ui.dialogs.backtest.replay.window import ReplayWindow
from photon_desktop.ui.panels.views import SeriesView, StoredView


class ReplayDesk(QObject):
    """Lives on the main thread. `make_fits` says what trains the agents' models, None being a process of their own."""

    def __init__(self, theme: Theme, parent: QWidget, make_fits: Callable[[], Fits | None] = lambda: None) -> None:
        super().__init__(parent)
        self._theme, self._over, self._make_fits = theme, parent, make_fits
        self.window: ReplayWindow | None = None
        self.run: ReplayRun | None = None
        self._ending: list[ReplayRun] = []

    def open(self, asked: ReplayAsked) -> ReplayWindow:
        """Replay this in place of what is replayed. Raises NotEnoughDataError when there are too few bars."""
        run = ReplayRun(asked.bars, asked.trial, asked.source, self._make_fits(), self)
        if self.window is not None:
            self.window.close()
        window = ReplayWindow(asked.trial.name, run.bars_in_all, differences_of(asked.trial), self._theme, self._over)
        self.window, self.run = window, run
        self._connect(window, run)
        run.begin()
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self._theme = theme
        if self.window is not None:
            self.window.set_theme(theme)

    def finish(self) -> None:
        """End the agents and wait for them: the program closes."""
        if self.window is not None:
            self.window.close()
        for run in tuple(self._ending):
            run.finish()

    def _connect(self, window: ReplayWindow, run: ReplayRun) -> None:
        window.pace.bar_asked.connect(run.allow_bar)
        window.closed.connect(self._close)
        run.loaded.connect(self._show_history)
        run.ready.connect(window.begin)
        run.bar_closed.connect(window.show_bar)
        run.message_changed.connect(self._show_message)
        run.portfolio_changed.connect(window.show_portfolio)
        run.bar_done.connect(window.pace.bar_done)
        run.played_out.connect(window.end)
        run.failed.connect(window.show_problem)
        run.ended.connect(self._forget)

    @Slot(object)
    def _show_history(self, series: Series) -> None:
        if self.window is not None:
            self.window.show_history(
                SeriesView(series.symbol, series.interval, series.bars, series.source, series.instrument)
            )

    @Slot(object)
    def _show_message(self, stored: StoredMessage) -> None:
        if self.window is not None:
            self.window.show_message(StoredView(stored.message, stored.status.value, stored.note))

    @Slot()
    def _close(self) -> None:
        """The window was closed: stop its agents meanwhile."""
        window, run = self.window, self.run
        if window is None or run is None:
            return
        self.window = self.run = None
        self._ending.append(run)
        run.loaded.disconnect(self._show_history)
        run.message_changed.disconnect(self._show_message)
        run.close()
        window.deleteLater()

    @Slot()
    def _forget(self) -> None:
        run = self.sender()
        if isinstance(run, ReplayRun) and run in self._ending:
            self._ending.remove(run)
            run.deleteLater()
