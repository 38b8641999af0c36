"""Watches prices for the user's alerts where there is no window to do it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.store.store import Store
from photon_desktop.trading.alert_book import AlertBook
from photon_desktop.trading.prices import PriceTick


class PriceWatch(QObject):
    """Lives on the main thread. How far the alerts have come is kept by work that `do_later` does elsewhere."""

    went_off = Signal(object)  # AlertHit

    def __init__(self, store: Store, do_later: Callable[[Callable[[], object]], object]) -> None:
        super().__init__()
        self._store, self._do_later = store, do_later
        self.book = AlertBook(store.alerts.read().alerts)
        self._kept_revision = self.book.revision

    @Slot(object)
    def take_tick(self, tick: PriceTick) -> None:
        """Try the alerts of a symbol against its newest price."""
        hits = self.book.take(tick)
        if self.book.revision != self._kept_revision:
            self._kept_revision = self.book.revision
            alerts = self.book.all()
            self._do_later(lambda: self._store.alerts.keep(alerts))
        for hit in hits:
            self.went_off.emit(hit)
