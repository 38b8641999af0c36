"""A table of values, newest first: each row is a frozen value, each column says how to write it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photon_desktop.ui.language import tr

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class Tone(StrEnum):
    """What a cell's colour follows; the word in the cell says it too."""

    PLAIN = "plain"
    MUTED = "muted"
    UP = "up"
    DOWN = "down"
    WARNING = "warning"
    DANGER = "danger"


class Role(IntEnum):
    """Roles beside Qt's own."""

    ROW = Qt.ItemDataRole.UserRole
    TONE = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2


def tone_of_sign(value: Any) -> Tone:
    """Up for what is above zero, down for what is under it."""
    if value is None or value == 0:
        return Tone.PLAIN
    return Tone.UP if value > 0 else Tone.DOWN


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its title, what it writes for a row, what the tooltip adds, the tone that follows from it, and the
    value to sort by, the text where none is given."""

    title: str
    text: Callable[[Row], str]
    is_number: bool = False
    tooltip: Callable[[Row], str] | None = None
    tone: Callable[[Row], Tone] | None = None
    sort: Callable[[Row], float | int | str | None] | None = None


def titled(columns: Sequence[Column[Row]]) -> tuple[Column[Row], ...]:
    """`columns`, whose titles were marked, with their titles in the user's language."""
    return tuple(replace(column, title=tr(column.title)) for column in columns)


class RowTable(QAbstractTableModel, Generic[Row]):
    """At most `limit` rows, the newest on top. A row put again under its key is changed where it stands."""

    def __init__(
        self, columns: Sequence[Column[Row]], key: Callable[[Row], str], limit: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._limit = limit
        self._rows: list[Row] = []  # oldest first, so that a new row is an append
        self._numbers: dict[str, int] = {}  # key -> running number; the oldest row kept has the number _dropped
        self._dropped = 0

    def put(self, row: Row) -> None:
        """Change the row of this key in place, or insert it on top and let the oldest go."""
        number = self._numbers.get(self._key(row))
        if number is not None:
            self._change(number - self._dropped, row)
            return
        self.beginInsertRows(_NO_PARENT, 0, 0)
        self._numbers[self._key(row)] = self._dropped + len(self._rows)
        self._rows.append(row)
        self.endInsertRows()
        if len(self._rows) > self._limit:
            self._drop_oldest()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show exactly `rows`, the first on top; the same keys in the same order change only their cells."""
        if [self._key(row) for row in rows] == [self._key(row) for row in reversed(self._rows)]:
            for row in rows:
                self.put(row)
            return
        self.beginResetModel()
        self._rows = list(reversed(rows))[-self._limit :]
        self._dropped = 0
        self._numbers = {self._key(row): number for number, row in enumerate(self._rows)}
        self.endResetModel()

    def find(self, key: str) -> Row | None:
        """The row put under `key`, None when there is none any more."""
        number = self._numbers.get(key)
        return None if number is None else self._rows[number - self._dropped]

    def position_of(self, key: str) -> int | None:
        """How far down the row of `key` stands, 0 on top."""
        number = self._numbers.get(key)
        return None if number is None else len(self._rows) - 1 - (number - self._dropped)

    def row(self, position: int) -> Row:
        """The row at `position`, 0 on top."""
        return self._rows[len(self._rows) - 1 - position]

    def rewrite(self) -> None:
        """Have every cell drawn again, for texts that follow from more than their row, such as a precision."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return _cell(self._columns[index.column()], self.row(index.row()), role)

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._columns[section].is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _change(self, place: int, row: Row) -> None:
        before, self._rows[place] = self._rows[place], row
        changed = [
            number
            for number, column in enumerate(self._columns)
            if self._look(column, before) != self._look(column, row)
        ]
        if changed:
            position = len(self._rows) - 1 - place
            self.dataChanged.emit(self.index(position, changed[0]), self.index(position, changed[-1]))

    def _look(self, column: Column[Row], row: Row) -> tuple[str, Tone | None]:
        return column.text(row), column.tone(row) if column.tone else None

    def _drop_oldest(self) -> None:
        last = len(self._rows) - 1
        self.beginRemoveRows(_NO_PARENT, last, last)
        del self._numbers[self._key(self._rows.pop(0))]
        self._dropped += 1
        self.endRemoveRows()


def _cell(column: Column[Row], row: Row, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(row)}"
        case Role.ROW:
            return row
        case Role.TONE:
            return Tone.PLAIN if column.tone is None else column.tone(row)
        case Role.SORT:
            return (column.sort or column.text)(row)
    tooltip = column.tooltip if role == Qt.ItemDataRole.ToolTipRole else None
    return None if tooltip is None else tooltip(row)
