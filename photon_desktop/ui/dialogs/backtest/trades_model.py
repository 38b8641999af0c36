"""The trades of a run as a table that can be sorted, read from the columns they are kept in."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photon_desktop.backtest.trades import REASONS, Trades
from photon_desktop.trading.bars import TimeArray
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.tables.row_table import Role, tone_of_sign

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_Column = npt.NDArray[Any]
TITLES = (
    mark("Entry"),
    mark("Exit"),
    mark("Side"),
    mark("Quantity"),
    mark("Entry price"),
    mark("Exit price"),
    mark("Costs"),
    mark("Profit"),
    mark("Return"),
    mark("Why closed"),
)
_NUMBERS = range(3, 9)
_TONED = (7, 8)


class TradesModel(QAbstractTableModel):
    """As many rows as there are trades, the newest on top until another order is chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[_Column, ...] = ()
        self._order: npt.NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._sorting = (-1, Qt.SortOrder.DescendingOrder)

    def show_trades(self, trades: Trades, times: TimeArray) -> None:
        """Show these; `times` are the open times of the run's bars, ns UTC. The order chosen stays."""
        kept = trades.columns
        self.beginResetModel()
        self._columns = (
            times[kept.entry_index], times[kept.exit_index], np.sign(kept.quantity), np.abs(kept.quantity),
            kept.entry_price, kept.exit_price, trades.commission + kept.slippage, trades.pnl, trades.returns,
            kept.reason,
        )  # fmt: skip
        self._order = self._ordered()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by time, the newest first, for -1."""
        self.layoutAboutToBeChanged.emit()
        self._sorting = (column, order)
        self._order = self._ordered()
        self.layoutChanged.emit()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(TITLES[section])
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        value = self._columns[column][self._order[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return _WRITTEN[column](value)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(TITLES[column])}: {_WRITTEN[column](value)}"
        if role == Qt.ItemDataRole.ToolTipRole and column < 2:
            return formats.utc_time(int(value))
        return tone_of_sign(float(value)) if role == Role.TONE and column in _TONED else None

    def _ordered(self) -> npt.NDArray[np.int64]:
        if not self._columns:
            return np.zeros(0, dtype=np.int64)
        column, order = self._sorting
        places = np.argsort(self._columns[max(column, 0)], kind="stable")
        return places[::-1] if order is Qt.SortOrder.DescendingOrder or column < 0 else places


def _alignment(section: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if section in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _digits(value: float) -> str:
    """A price or a quantity with about six digits that count."""
    magnitude = abs(value)
    return formats.fixed(value, 2 if magnitude >= 1_000 else 4 if magnitude >= 1 else 6)


_WRITTEN: tuple[Callable[[Any], str], ...] = (
    lambda time: formats.minute_time(int(time)),
    lambda time: formats.minute_time(int(time)),
    lambda side: tr("▲ long") if side > 0 else tr("▼ short"),
    lambda value: _digits(float(value)),
    lambda value: _digits(float(value)),
    lambda value: _digits(float(value)),
    lambda value: formats.money(float(value)),
    lambda value: formats.signed_money(float(value)),
    lambda value: formats.signed_percent(float(value)),
    lambda place: tr(REASONS[int(place)].value),
)
