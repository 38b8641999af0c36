"""Moves the stop and the target of a position by typing them."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from photon_desktop.trading.money import plain
from photon_desktop.trading.protection import protection_fault
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.tables.position_table import PositionRow

_EMPTY_MEANS = mark("An empty field means none.")


class ProtectDialog(QDialog):
    """Two prices, what each would bring, and why they can't be taken."""

    confirmed = Signal(str, object, object)  # symbol, stop and target as Decimal or None

    def __init__(self, row: PositionRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self.setObjectName("protectPositionDialog")
        self.setWindowTitle(tr("Stop and target of {symbol}").format(symbol=row.position.symbol))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.stop = _field(mark("Stop"), row.position.stop_loss)
        self.target = _field(mark("Target"), row.position.take_profit)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setMinimumWidth(320)
        self.apply = push_button(tr("&Apply"), "protectApply")
        self.apply.setDefault(True)
        cancel = push_button(tr("Cancel"), "protectCancel")
        form = QFormLayout()
        form.addRow(tr("&Stop", "price"), self.stop)
        form.addRow(tr("&Target"), self.target)
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
        for name, field in ((mark("stop"), self.stop), (mark("target"), self.target)):
            text = field.text().replace(",", "").strip()
            try:
                price = Decimal(text) if text else None
            except InvalidOperation:
                return tr("The {name} {text!r} is not a number; write it like 97250.5.").format(
                    name=tr(name), text=text
                )
            if price is not None and not (price.is_finite() and 0 < price < Decimal("1e15")):
                return tr("The {name} {text} is no price; it must be above zero.").format(name=tr(name), text=text)
            found.append(None if price is None else self._row.instrument.round_price(price))
        return found[0], found[1]


def outcome_words(row: PositionRow, stop_loss: Decimal | None, take_profit: Decimal | None) -> str:
    """What the position would bring at its stop and at its target, before costs."""
    levels = ((mark("stop"), stop_loss), (mark("target"), take_profit))
    parts = [
        tr("at the {name} {price}: {profit}").format(
            name=tr(name),
            price=formats.price(price, row.instrument),
            profit=formats.signed_money(row.position.unrealised(price)),
        )
        for name, price in levels
        if price is not None
    ]
    said = (
        tr("Profit {parts} {quote}, before costs.").format(parts=", ".join(parts), quote=row.instrument.quote)
        if parts
        else ""
    )
    return f"{said} {tr(_EMPTY_MEANS)}".strip()


def _field(name: str, price: Decimal | None) -> QLineEdit:
    field = QLineEdit("" if price is None else plain(price))
    field.setAccessibleName(tr(name))
    field.setObjectName(f"protect{name}")
    return field
