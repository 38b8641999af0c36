"""Shows the tour at the first start, and again when it is asked for."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from photon_desktop.desks.comfort.window_keeper import WindowKeeper
from photon_desktop.ui.comfort.tour import Stop, Tour
from photon_desktop.ui.language import tr
from photon_desktop.ui.main_window import MainWindow

SEEN = "window.tour_seen"


class TourDesk(QObject):
    """Lives on the main thread."""

    def __init__(self, window: MainWindow, kept: WindowKeeper) -> None:
        super().__init__(window)
        self._window, self._kept = window, kept
        self.tour: Tour | None = None
        window.actions_by_name["actionTour"].triggered.connect(self.begin)

    def begin_once(self) -> None:
        """Show the tour, unless it was shown in an earlier run."""
        if not self._kept.get(SEEN, False):
            self.begin()

    @Slot()
    def begin(self) -> None:
        """Show the tour from its first stop."""
        if self.tour is None:
            self.tour = Tour(self._window, stops_of(self._window))
            self.tour.ended.connect(self._remember)
        self._window.activateWindow()
        self.tour.begin()

    @Slot()
    def _remember(self) -> None:
        self._kept.put(SEEN, True)


def stops_of(window: MainWindow) -> tuple[Stop, ...]:
    """The places of the window that a newcomer asks about first."""
    dock = partial(_dock, window)
    return (
        Stop(
            lambda: window.chart, tr("The chart"),
            tr("Prices of one symbol, with what the agents decided and what was traded. Drag to move, turn the wheel to"
            " zoom, Ctrl+L follows the newest bar."),
        ),
        Stop(
            partial(dock, "watchlist"), tr("The watchlist"),
            tr("What is watched. A click puts a symbol on the chart. The real market takes symbols of your own."),
        ),
        Stop(
            partial(dock, "decisionFeed"), tr("Decisions"),
            tr("Each decision of the agents, the newest first: buy, sell or hold, how sure, and why."),
        ),
        Stop(
            partial(dock, "whyPanel"), tr("Why"),
            tr("Choose a decision, and here stands what spoke for it and against it, and which rule stopped it."),
        ),
        Stop(
            partial(dock, "portfolio"), tr("Portfolio, trades, messages, agents"),
            tr("What is held and what it is worth. The tabs beside it tell of trades, of each message, and of the"
            " agents."),
        ),
        Stop(
            lambda: window.toolbar.mode, tr("Whose money"),
            tr("PAPER is play money, and so it begins. Nothing reaches an exchange before you give keys and arm an"
            " account by typing its name."),
        ),
        Stop(
            partial(_button, window, "actionKillSwitch"), tr("The kill switch"),
            tr("Stops trading at once: Ctrl+Shift+K, from any window of the program."),
        ),
        Stop(
            window.menuBar, tr("Everything else"),
            tr("Ctrl+K finds any command by a few letters, ? shows every key, and F1 opens the help for the place you"
            " are in."),
        ),
    )  # fmt: skip


def _dock(window: MainWindow, name: str) -> QWidget | None:
    """The dock, in front of its tabs; None while it is closed or stands in a window of its own."""
    dock = window.docks[name]
    if dock.isHidden() or dock.isFloating():
        return None
    dock.raise_()
    return dock


def _button(window: MainWindow, name: str) -> QWidget | None:
    button = window.toolbar.widgetForAction(window.actions_by_name[name])
    return button if button is not None and button.isVisible() else None
