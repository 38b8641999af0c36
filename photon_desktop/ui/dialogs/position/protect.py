"""Moves the stop and the target of a position by typing them."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from photon_desktop.trading.money import plain
from photon_desktop.trading.protection import protection_fault
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.tables.position_table import PositionRow

_EMPTY_MEANS = "An empty field means none."


class ProtectDialog(QDialog):
    """Two prices, what each would bring, and why they can't be taken."""

    confirmed = Signal(str, object, object)  # symbol, stop and target as Decimal or None

    def __init__(self, row: PositionRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self.setObjectName("protectPositionDialog")
        self.setWindowTitle(f"Stop and target of {row.position.symbol}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.stop = _field("Stop", row.position.stop_loss)
        self.target = _field("Target", row.position.take_profit)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setMinimumWidth(320)
        self.apply = push_button("&Apply", "protectApply")
        self.apply.setDefault(True)
        cancel = push_button("Cancel", "protectCancel")
        form = QFormLayout()
        form.addRow("&Stop", self.stop)
        form.addRow("&Target", self.target)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.sentence)
        column.addLayout(beside(None, cancel, self.apply))
        self.stop.textChanged.connect(self._judge)
        self.target.textChanged.connect(self._judge)
        self.apply.clicked.connect(self._confirm)
        cancel.clicked.connect(self.reject)
        self._judge()

    @Slot()
    def _judge(self) -> None:
        levels = self._levels()
        fault = levels if isinstance(levels, str) else protection_fault(self._row.position, self._row.last, *levels)
        self.apply.setEnabled(not fault)
        self.sentence.setText(fault or outcome_words(self._row, *self._levels_or_none()))

    @Slot()
    def _confirm(self) -> None:
        self.confirmed.emit(self._row.position.symbol, *self._levels_or_none())
        self.accept()

    def _levels_or_none(self) -> tuple[Decimal | None, Decimal | None]:
        levels = self._levels()
        return (None, None) if isinstance(levels, str) else levels

    def _levels(self) -> tuple[Decimal | None, Decimal | None] | str:
        """Both prices at whole ticks, or why one can't be read."""
        found: list[Decimal | None] = []
        for name, field in (("stop", self.stop), ("target", self.target)):
            text = field.text().replace(",", "").strip()
            try:
                price = Decimal(text) if text else None
            except InvalidOperation:
                return f"The {name} {text!r} is not a number; write it like 97250.5."
            if price is not None and not (price.is_finite() and 0 < price < Decimal("1e15")):
                return f"The {name} {text} is no price; it must be above zero."
            found.append(None if price is None else self._row.instrument.round_price(price))
        return found[0], found[1]


def outcome_words(row: PositionRow, stop_loss: Decimal | None, take_profit: Decimal | None) -> str:
    """What the position would bring at its stop and at its target, before costs."""
    levels = (("stop", stop_loss), ("target", take_profit))
    parts = [
        f"at the {name} {formats.price(price, row.instrument)}: {formats.signed_money(row.position.unrealised(price))}"
        for name, price in levels
        if price is not None
    ]
    said = f"Profit {', '.join(parts)} {row.instrument.quote}, before costs. " if parts else ""
    return f"{said}{_EMPTY_MEANS}"


def _field(name: str, price: Decimal | None) -> QLineEdit:
    field = QLineEdit("" if price is None else plain(price))
    field.setAccessibleName(name)
    field.setObjectName(f"protect{name}")
    return field
