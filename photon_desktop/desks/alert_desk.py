"""Watches prices for the user's alerts, tells when one goes off, and keeps them."""

import os
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from math import isnan

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.desks.alert_changes import AlertChanges
from photon_desktop.desks.notifications import News, Notifications
from photon_desktop.desks.state_writer import StateWriter
from photon_desktop.store.store import Store
from photon_desktop.trading.alert_book import AlertBook, AlertHit
from photon_desktop.trading.alerts import AlertCondition, PriceAlert
from photon_desktop.trading.identity import uuid7
from photon_desktop.trading.prices import PriceTick
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui.chart.content import AlertLevel
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.price_alert.dialog import PriceAlertsDialog
from photon_desktop.ui.dialogs.price_alert.words import hit_words, line_words
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow

_NOT_KEPT = mark(
    "It still goes off while the program runs. In a terminal, photon-desktop check tells what is wrong with the store;"
    " then set it again."
)
_UNREADABLE = mark("Some price alerts can't be read")
_UNREADABLE_SENTENCE = mark("They were left out, the others are watched. Set them again with Ctrl+Shift+A.")


class AlertDesk(QObject):
    """Lives on the main thread. `take_tick` is handed every price; the rest follows from it and from the window."""

    went_off = Signal(object)  # AlertHit
    _keeping_failed = Signal(str)  # from the thread that writes

    def __init__(
        self,
        window: MainWindow,
        store: Store,
        clock: Clock,
        notifications: Notifications,
        theme: Theme,
        entropy: Callable[[int], bytes] = os.urandom,
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._clock = window, store, clock
        self._notifications, self._theme, self._entropy = notifications, theme, entropy
        self._dialog: PriceAlertsDialog | None = None
        self._writer = StateWriter("price-alerts", store, self._write, self._keeping_failed.emit)
        self._keeping_failed.connect(self._tell_not_kept)
        kept = store.alerts.read()
        self.book = AlertBook(kept.alerts)
        self._kept_revision = self.book.revision
        self._changes = AlertChanges(window.chart.history, self.book, self._bring_back, self._let_go)
        window.chart.history.changed.connect(self._show_undo)
        if kept.faults:
            window.show_problem(tr(_UNREADABLE), tr(_UNREADABLE_SENTENCE), "\n".join(kept.faults))
        window.watch_desk.alerts_requested.connect(self.open)
        window.watch_desk.changed.connect(self._show_symbols)
        window.watchlist_shown.connect(self._show_symbols)
        window.board_shown.connect(self._refresh_price)
        window.chart.alert_wanted.connect(self.open)
        window.chart.alert_moved.connect(self.move)
        window.chart.alert_unwanted.connect(self.remove)
        self._show_lines()

    @Slot(object)
    def take_tick(self, tick: PriceTick) -> None:
        """Try the alerts of a symbol against its newest price."""
        hits = self.book.take(tick)
        if self.book.revision != self._kept_revision:
            self._keep()
        for hit in hits:
            self._tell(hit)

    @Slot(str)
    @Slot(str, object)
    def open(self, symbol: str = "", level: Decimal | None = None) -> PriceAlertsDialog:
        """Show every alert, ready to set one on `symbol` at `level`, or else at the price pointed at on its chart."""
        dialog = self._made_dialog()
        dialog.show_symbols(self._window.watchlist.symbols)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        if symbol:
            chart = self._window.chart
            dialog.choose_symbol(symbol, chart.pointed_price if level is None and symbol == chart.symbol else level)
        dialog.refresh_price()
        return dialog

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self._theme = theme
        if self._dialog is not None:
            self._dialog.set_theme(theme)

    def settle(self) -> None:
        """Wait until the alerts are written as they are now."""
        self._writer.finish()

    def finish(self) -> None:
        """Have the alerts written, and take the program's icon out of the tray: the program closes."""
        self.settle()
        self._notifications.close()

    @Slot(object)
    def put(self, alert: PriceAlert) -> None:
        """Watch for this alert from now on, in the place of the one with its id."""
        before = self.book.find(alert.id)
        self.book.put(alert, self._price_of(alert.symbol))
        self._keep()
        self._changes.note_put(before, alert)

    @Slot(str, object)
    def move(self, alert_id: str, level: Decimal) -> None:
        """Have an alert wait for another level."""
        alert = self.book.find(alert_id)
        if alert is not None:
            self.put(replace(alert, level=level))

    @Slot(str)
    def remove(self, alert_id: str) -> None:
        """Watch for this alert no longer."""
        gone = self.book.remove(alert_id)
        self._keep()
        if gone is not None:
            self._changes.note_removal(gone)

    def _bring_back(self, alert: PriceAlert) -> None:
        if alert.is_done:
            self.book.restore(alert)
        else:
            self.book.put(alert, self._price_of(alert.symbol))
        self._keep()

    def _let_go(self, alert_id: str) -> None:
        self.book.remove(alert_id)
        self._keep()

    @Slot()
    def _show_undo(self) -> None:
        if self._dialog is not None:
            self._dialog.show_undo(self._changes.words)

    @Slot()
    def _undo(self) -> None:
        self._changes.undo()

    @Slot()
    def _redo(self) -> None:
        self._changes.redo()

    def _tell(self, hit: AlertHit) -> None:
        title, sentence = hit_words(hit, self._window.watch_desk.instrument_of(hit.alert.symbol))
        self._window.show_notice(title, sentence)
        self._notifications.tell(title, sentence, News.ALERT)
        self.went_off.emit(hit)

    def _keep(self) -> None:
        """Have the alerts stored as they are now, and show them so."""
        self._kept_revision = self.book.revision
        self._show_alerts()
        self._writer.write(tuple(self.book.all()))

    def _write(self, alerts: tuple[PriceAlert, ...]) -> None:
        """On the writer's thread."""
        self._store.alerts.keep(alerts)

    @Slot(str)
    def _tell_not_kept(self, why: str) -> None:
        self._window.show_problem(tr("A price alert could not be kept"), f"{why} {tr(_NOT_KEPT)}", "")

    def _show_alerts(self) -> None:
        self._window.watchlist.show_alert_counts(self.book.counts())
        self._show_lines()
        if self._dialog is not None:
            self._dialog.show_alerts(self.book.all())

    def _show_lines(self) -> None:
        lines: dict[str, list[AlertLevel]] = defaultdict(list)
        for alert in self.book.all():
            if not alert.is_done and alert.condition is not AlertCondition.CHANGE_PERCENT:
                lines[alert.symbol].append(AlertLevel(alert.id, alert.level, line_words(alert)))
        self._window.chart.set_alerts(lines)

    @Slot()
    def _show_symbols(self) -> None:
        self._window.watchlist.show_alert_counts(self.book.counts())
        if self._dialog is not None:
            self._dialog.show_symbols(self._window.watchlist.symbols)

    @Slot()
    def _refresh_price(self) -> None:
        if self._dialog is not None:
            self._dialog.refresh_price()

    def _made_dialog(self) -> PriceAlertsDialog:
        if self._dialog is None:
            instrument_of = self._window.watch_desk.instrument_of
            self._dialog = PriceAlertsDialog(
                instrument_of, self._price_of, self._new_id, self._clock, self._theme, self._window
            )
            self._dialog.alert_put.connect(self.put)
            self._dialog.alert_removed.connect(self.remove)
            self._dialog.undo_requested.connect(self._undo)
            self._dialog.redo_requested.connect(self._redo)
            self._dialog.show_alerts(self.book.all())
            self._show_undo()
        return self._dialog

    def _price_of(self, symbol: str) -> float | None:
        """The last price that came, else the one the watchlist shows from the bars behind; None when there is none."""
        price = self.book.last_price(symbol)
        rows = self._window.watchlist.model
        place = rows.place_of(symbol)
        if price is not None or place is None:
            return price
        shown = rows.row_at(place).last
        return None if isnan(shown) else shown

    def _new_id(self) -> str:
        return uuid7(self._clock.now_ns(), self._entropy(10))
