"""Tells the desktop of trades and halts, and not more often than a person can read."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from photon_desktop.desks.notifications import News, Notifications
from photon_desktop.trading.halt import TradingHalt
from photon_desktop.trading.messages import ExecutionReport, Message, ReportStatus
from photon_desktop.ui.comfort.choices import ComfortChoices
from photon_desktop.ui.language import mark, tr

PAUSE_MS = 15_000
_HALTED = mark("Trading is halted")


class DesktopNews(QObject):
    """Lives on the main thread. A trade is told at once; those that follow within `pause_ms` are told together. What
    can be seen in the window while it is in front is not told of trades."""

    def __init__(
        self, window: QWidget, notifications: Notifications, halt: TradingHalt, pause_ms: int = PAUSE_MS
    ) -> None:
        super().__init__(window)
        self._window, self._notifications, self._halt = window, notifications, halt
        self._waiting: list[ExecutionReport] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._tell_waiting)

    def take_choices(self, choices: ComfortChoices) -> None:
        """Tell only what the user wants to be told."""
        wanted = {News.TRADE: choices.tells_trades, News.ALERT: choices.tells_alerts, News.HALT: choices.tells_halts}
        self._notifications.muted = frozenset(news for news, is_wanted in wanted.items() if not is_wanted)

    @Slot(object)
    def take_report(self, message: Message) -> None:
        """Tell of a trade, if the report is of one that was carried out."""
        report = message.payload
        if not isinstance(report, ExecutionReport) or report.status is not ReportStatus.EXECUTED:
            return
        if self._window.isActiveWindow():
            return
        self._waiting.append(report)
        if not self._pause.isActive():
            self._tell_waiting()

    @Slot()
    def tell_halt(self) -> None:
        """Tell that trading is halted, and why."""
        halt = self._halt.now
        if halt is not None:
            self._notifications.tell(tr(_HALTED), tr(halt.why), News.HALT)

    @Slot(bool)
    def tell_press(self, closes_all: bool) -> None:
        """Tell that the kill switch was pressed; what follows from it while trading is halted is no news."""
        if not closes_all:
            self.tell_halt()

    def finish(self) -> None:
        """Tell nothing more."""
        self._pause.stop()
        self._waiting.clear()

    @Slot()
    def _tell_waiting(self) -> None:
        told, self._waiting = self._waiting, []
        if not told:
            return
        newest = told[-1]
        title = f"{newest.mode.upper()}: {newest.action} {newest.ticker}"
        more = tr("And {count} more since.").format(count=len(told) - 1) if len(told) > 1 else ""
        self._notifications.tell(title, f"{newest.message} {more}".rstrip(), News.TRADE)
        self._pause.start()
