"""Asks before a position is closed, and says what will be traded at about which price."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from photon_desktop.ui import formats
from photon_desktop.ui.language import tr
from photon_desktop.ui.tables.position_table import PositionRow


class CloseDialog(QMessageBox):
    """Enter and Esc leave the position as it is; only its own button closes it."""

    confirmed = Signal(str)  # symbol

    def __init__(self, row: PositionRow, mode: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._symbol = row.position.symbol
        self.setObjectName("closePositionDialog")
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(tr("Close the position in {symbol}").format(symbol=self._symbol))
        self.setText(close_sentence(row))
        self.setInformativeText(
            tr("The order is filled at the next price, with its costs. Account: {mode}.").format(mode=mode)
        )
        verb = tr("Sell") if row.position.quantity > 0 else tr("Buy back")
        self.act = self.addButton(f"{verb} {_quantity(row)}", QMessageBox.ButtonRole.AcceptRole)
        keep = self.addButton(tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(keep)
        self.setEscapeButton(keep)
        self.act.clicked.connect(self._confirm)

    def _confirm(self) -> None:
        self.confirmed.emit(self._symbol)


def close_sentence(row: PositionRow) -> str:
    """What closing does: "Sell 0.0104 DEMO-BTC at about 97,250.5, worth 1,011.41 USD?"."""
    verb = tr("Sell") if row.position.quantity > 0 else tr("Buy back")
    if row.last is None or row.value is None:
        return tr("{verb} {what} at the next price? None is known yet.").format(verb=verb, what=_quantity(row))
    price, value = formats.price(row.last, row.instrument), formats.money(abs(row.value))
    return tr("{verb} {what} at about {price}, worth {value} {quote}?").format(
        verb=verb, what=_quantity(row), price=price, value=value, quote=row.instrument.quote
    )


def _quantity(row: PositionRow) -> str:
    return f"{formats.quantity(abs(row.position.quantity), row.instrument)} {row.position.symbol}"
