"""Asks before a position is closed, and says what will be traded at about which price."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from photon_desktop.ui import formats
from photon_desktop.ui.tables.position_table import PositionRow


class CloseDialog(QMessageBox):
    """Enter and Esc leave the position as it is; only its own button closes it."""

    confirmed = Signal(str)  # symbol

    def __init__(self, row: PositionRow, mode: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._symbol = row.position.symbol
        self.setObjectName("closePositionDialog")
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(f"Close the position in {self._symbol}")
        self.setText(close_sentence(row))
        self.setInformativeText(f"The order is filled at the next price, with its costs. Account: {mode}.")
        verb = "Sell" if row.position.quantity > 0 else "Buy back"
        self.act = self.addButton(f"{verb} {_quantity(row)}", QMessageBox.ButtonRole.AcceptRole)
        keep = self.addButton("Keep it", QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(keep)
        self.setEscapeButton(keep)
        self.act.clicked.connect(self._confirm)

    def _confirm(self) -> None:
        self.confirmed.emit(self._symbol)


def close_sentence(row: PositionRow) -> str:
    """What closing does: "Sell 0.0104 DEMO-BTC at about 97,250.5, worth 1,011.41 USD?"."""
    verb = "Sell" if row.position.quantity > 0 else "Buy back"
    if row.last is None or row.value is None:
        return f"{verb} {_quantity(row)} at the next price? None is known yet."
    price, value = formats.price(row.last, row.instrument), formats.money(abs(row.value))
    return f"{verb} {_quantity(row)} at about {price}, worth {value} {row.instrument.quote}?"


def _quantity(row: PositionRow) -> str:
    return f"{formats.quantity(abs(row.position.quantity), row.instrument)} {row.position.symbol}"
