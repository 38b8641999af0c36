"""What the chart's menu offers about price alerts, for the place where it was opened."""

from decimal import Decimal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from photon_desktop.trading.instrument import Instrument
from photon_desktop.ui import formats
from photon_desktop.ui.chart.content import AlertLevel
from photon_desktop.ui.language import tr


class AlertMenu(QObject):
    """`wanted` asks for an alert at the price the menu was opened at, None when it was opened beside the prices;
    `unwanted` for the end of the one whose line it was opened on."""

    wanted = Signal(object)  # Decimal or None
    unwanted = Signal(str)  # the alert's id

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._price: Decimal | None = None
        self._level: AlertLevel | None = None

    def fill(self, menu: QMenu, instrument: Instrument, price: Decimal | None, level: AlertLevel | None) -> None:
        """Put the entries at the top of `menu`, which has others."""
        self._price, self._level = price, level
        entries = [QAction(_words(instrument, price), menu)]
        entries[0].setShortcut(QKeySequence("Alt+A"))  # to be read: the window's own action takes the keys
        entries[0].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        entries[0].triggered.connect(self._ask)
        if level is not None:
            entries.append(QAction(tr("Remove alert at {price}").format(price=_written(level.price, instrument)), menu))
            entries[1].triggered.connect(self._remove)
        first = menu.actions()[0]
        menu.insertActions(first, entries)
        menu.insertSeparator(first)

    @Slot()
    def _ask(self) -> None:
        self.wanted.emit(self._price)

    @Slot()
    def _remove(self) -> None:
        if self._level is not None:
            self.unwanted.emit(self._level.alert_id)


def _words(instrument: Instrument, price: Decimal | None) -> str:
    if price is None:
        return tr("Price alert…")
    return tr("Price alert at {price}…").format(price=_written(price, instrument))


def _written(price: Decimal, instrument: Instrument) -> str:
    return f"{formats.price(float(price), instrument)} {instrument.quote}"
