"""The bars a file's first rows become, as a table."""

from datetime import datetime
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.timestamps import to_datetime
from photon_desktop.ui import formats
from photon_desktop.ui.language import tr

Index = QModelIndex | QPersistentModelIndex
SHOWN_BARS = 200
_COLUMNS = 6
_MOST_DECIMALS = 8
_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BarTable(QAbstractTableModel):
    """At most the first `SHOWN_BARS` bars, written once when they come; the digits are those the numbers have."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, ...]] = []

    def show_bars(self, bars: Bars) -> None:
        """Show the first of these bars."""
        self.beginResetModel()
        self._rows = rows_of(bars.part(0, SHOWN_BARS))
        self.endResetModel()

    def longest_texts(self) -> list[str]:
        """The longest text of each column; its figures being of one width, it is the widest too."""
        return [max(column, key=len) for column in zip(*self._rows, strict=True)]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else _COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _title(section)
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = self._rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_title(index.column())}: {text}"
        return None


def _title(column: int) -> str:
    titles = (
        tr("Time (UTC)"), tr("Open", "price"), tr("High", "price"), tr("Low", "price"), tr("Close", "price"),
        tr("Volume"),
    )  # fmt: skip
    return titles[column]


def _side(column: int) -> Qt.AlignmentFlag:
    return _RIGHT if column else _LEFT


def rows_of(bars: Bars) -> list[tuple[str, ...]]:
    """The cells of each bar. All prices have the same digits behind the point, and so have all volumes."""
    prices = (bars.open, bars.high, bars.low, bars.close)
    digits = decimals_of(np.concatenate(prices))
    columns = [[formats.fixed(price, digits) for price in column.tolist()] for column in prices]
    volume_digits = decimals_of(bars.volume)
    volumes = [formats.fixed(volume, volume_digits) for volume in bars.volume.tolist()]
    return list(zip(_times_of(bars), *columns, volumes, strict=True))


def decimals_of(values: FloatArray) -> int:
    """The fewest digits behind the point, at most eight, that say every value exactly."""
    return next(
        (digits for digits in range(_MOST_DECIMALS) if np.array_equal(np.round(values, digits), values)),
        _MOST_DECIMALS,
    )


def _times_of(bars: Bars) -> list[str]:
    moments = [to_datetime(time) for time in bars.times.tolist()]
    pattern = _pattern_for(moments)
    return [f"{moment:{pattern}}" for moment in moments]


def _pattern_for(moments: list[datetime]) -> str:
    if all((moment.hour, moment.minute, moment.second) == (0, 0, 0) for moment in moments):
        return "%Y-%m-%d"
    return "%Y-%m-%d %H:%M:%S" if any(moment.second for moment in moments) else "%Y-%m-%d %H:%M"
