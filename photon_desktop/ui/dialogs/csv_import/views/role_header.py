"""The header over a file's cells: the column's name, and below it what the column holds, to be chosen."""

from collections.abc import Generator

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from photon_desktop.ui.dialogs.csv_import.form.choice_box import ChoiceBox
from photon_desktop.ui.dialogs.csv_import.form.choices import Choice
from photon_desktop.ui.dialogs.csv_import.form.columns import OFFERED, Roles, role_words
from photon_desktop.ui.dialogs.csv_import.views.cell_table import CellTable
from photon_desktop.ui.language import tr

_AT_ONCE = 12  # boxes are dear; a file may have many more columns than fit on the screen
_AHEAD, _A_STEP = 8, 2  # made before there is a file: most have so few columns
_NAME_HEIGHT = 24
_BOX_HEIGHT = 26
_MARGIN = 4
_TEXT_LEFT = 11
WIDEST = 220
LEAST_WIDTH = 110


class RoleHeader(QHeaderView):
    """Has a combo box for each column of its table and tells what is chosen there."""

    roles_chosen = Signal(int, object)  # column, Roles

    def __init__(self, model: CellTable, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._cells = model
        self._boxes: list[ChoiceBox] = []
        self.setHighlightSections(False)
        self.setStyleSheet(f"QHeaderView::section {{ padding: 4px {_TEXT_LEFT}px; }}")  # as far in as the cells' text
        self.setMinimumSectionSize(LEAST_WIDTH)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFixedHeight(_NAME_HEIGHT + _BOX_HEIGHT + _MARGIN)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sectionResized.connect(self.place_boxes)
        self.geometriesChanged.connect(self.place_boxes)
        model.modelReset.connect(self.fill)
        model.dataChanged.connect(self.show_roles)

    def boxes(self) -> tuple[ChoiceBox, ...]:
        """The combo boxes of the first columns: `_AT_ONCE` of them, and as many more as have been in sight."""
        return tuple(self._boxes[: self._cells.columnCount()])

    def boxes_ahead(self) -> Generator[None, None, None]:
        """Makes boxes for the columns of a usual file, a few a step: all of them with the file would be felt."""
        for column in range(len(self._boxes), _AHEAD):
            self._boxes.append(self._made(column))
            if column % _A_STEP:
                yield

    @Slot()
    def fill(self) -> None:
        """Have boxes for the first columns, and show what each column holds."""
        count = self._cells.columnCount()
        for box in self._boxes[count:]:
            box.hide()  # for the next file: making one takes a millisecond or two
        self._make_until(min(count, _AT_ONCE))
        self.show_roles()
        self.place_boxes()

    @Slot()
    def show_roles(self) -> None:
        """Show what each column holds."""
        for column in range(len(self.boxes())):
            self._show_roles_of(column)

    @Slot()
    def place_boxes(self) -> None:
        """Put each box under its column's name, wherever the table is scrolled to."""
        last_in_sight = self.visualIndexAt(self.viewport().width() - 1)
        self._make_until(last_in_sight + 1 if last_in_sight >= 0 else len(self._boxes))
        for column, box in enumerate(self.boxes()):
            left, width = self.sectionViewportPosition(column), self.sectionSize(column)
            box.setGeometry(QRect(left + _MARGIN, _NAME_HEIGHT, width - 2 * _MARGIN, _BOX_HEIGHT))
            box.setVisible(width > 0)

    def _make_until(self, count: int) -> None:
        for column in range(len(self._boxes), min(count, self._cells.columnCount())):
            self._boxes.append(self._made(column))
            self._show_roles_of(column)

    def _show_roles_of(self, column: int) -> None:
        box, roles = self._boxes[column], self._cells.roles_of(column)
        offered = OFFERED if roles in OFFERED else (*OFFERED, roles)
        box.set_choices(_choices(offered))
        box.show_value(role_words(roles))
        told = tr("What column {column}, {name}, holds")
        box.setAccessibleName(told.format(column=column + 1, name=self._cells.name_of(column)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.place_boxes()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, _NAME_HEIGHT + _BOX_HEIGHT + _MARGIN)

    def _made(self, column: int) -> ChoiceBox:
        choices = _choices(OFFERED)
        box = ChoiceBox(tr("What column {column} holds").format(column=column + 1), choices, self.viewport())
        box.setProperty("column", column)
        box.chosen.connect(self._tell)
        box.hide()  # until it is placed
        return box

    @Slot(object)
    def _tell(self, words: str) -> None:
        box = self.sender()
        if not isinstance(box, ChoiceBox):
            return
        column = int(box.property("column"))
        offered = (*OFFERED, self._cells.roles_of(column))
        self.roles_chosen.emit(column, next(roles for roles in offered if role_words(roles) == words))


def _choices(offered: tuple[Roles, ...]) -> list[Choice]:
    return [Choice(role_words(roles), role_words(roles)) for roles in offered]
