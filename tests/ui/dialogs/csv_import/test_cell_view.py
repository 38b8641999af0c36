"""The file's cells and the header in which columns get their roles."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.market.importer.vocabulary import PRICE_ROLES, Role
from photon_desktop.ui.design import DARK
from photon_desktop.ui.dialogs.csv_import.form.choice_box import ChoiceBox
from photon_desktop.ui.dialogs.csv_import.form.draft import Draft
from photon_desktop.ui.dialogs.csv_import.views.cell_table import MOST_COLUMNS
from photon_desktop.ui.dialogs.csv_import.views.cell_view import CellView
from photon_desktop.ui.tables.row_table import Role as CellRole
from photon_desktop.ui.tables.row_table import Tone
from tests.ui.dialogs.csv_import.made_files import GUESS, opened


@pytest.fixture
def view(qtbot: QtBot) -> CellView:
    made = CellView(DARK)
    qtbot.addWidget(made)
    made.resize(780, 200)
    made.show()
    made.show_draft(Draft.of(opened()))
    return made


def wide(columns: int) -> Draft:
    """A draft of a file with so many columns."""
    names = tuple(f"c{number}" for number in range(columns))
    file = replace(opened(replace(GUESS, width=columns, header=names)), rows=(("1",) * columns,))
    return Draft.of(file)


def test_the_boxes_of_a_usual_file_can_be_made_before_it_is_there(qtbot: QtBot) -> None:
    view = CellView(DARK)
    qtbot.addWidget(view)
    view.show()
    assert sum(1 for _ in view.header.boxes_ahead()) > 1
    made = view.header.findChildren(ChoiceBox)
    assert made
    assert not any(box.isVisible() for box in made)
    assert view.header.boxes() == ()
    view.show_draft(Draft.of(opened()))
    shown = view.header.boxes()
    assert view.header.findChildren(ChoiceBox) == made
    assert list(shown) == made[: len(shown)]
    assert all(box.isVisible() for box in shown)
    assert [box.currentText() for box in shown[1:5]] == ["open", "high", "low", "close"]


def test_numbers_stand_to_the_right_and_ignored_columns_are_muted(view: CellView) -> None:
    sides = [view.cells.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) for column in (0, 4)]
    assert sides[0] & Qt.AlignmentFlag.AlignLeft
    assert sides[1] & Qt.AlignmentFlag.AlignRight
    assert view.cells.index(0, 4).data(CellRole.TONE) == Tone.PLAIN
    assert view.cells.index(0, 6).data(CellRole.TONE) == Tone.MUTED


def test_columns_without_names_are_numbered(view: CellView) -> None:
    view.show_draft(Draft.of(opened(replace(GUESS, header=()))))
    assert view.cells.headerData(0, Qt.Orientation.Horizontal) == "Column 1"


def test_a_choice_in_the_header_is_told_with_its_column(view: CellView, qtbot: QtBot) -> None:
    box = view.header.boxes()[6]
    with qtbot.waitSignal(view.roles_chosen) as told:
        box.activated.emit(box.findText("volume"))
    assert told.args == [6, (Role.VOLUME,)]


def test_a_column_that_is_every_price_says_so(view: CellView) -> None:
    view.show_draft(Draft.of(opened()).with_column(4, PRICE_ROLES))
    assert view.header.boxes()[4].currentText() == "price"
    assert [box.currentText() for box in view.header.boxes()[1:4]] == ["ignore"] * 3


def test_boxes_of_columns_out_of_sight_are_made_when_they_come_into_sight(view: CellView, qtbot: QtBot) -> None:
    view.show_draft(wide(40))
    assert len(view.header.boxes()) < 40
    last = view.cells.index(0, 39)
    bar = view.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == view.header.length() - view.viewport().width())
    view.scrollTo(last)
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(last).center()))
    assert len(view.header.boxes()) == 40
    assert view.header.boxes()[39].geometry().center().x() == view.visualRect(last).center().x()
    assert view.header.boxes()[39].accessibleName() == "What column 40, c39, holds"


def test_boxes_of_a_wider_file_are_gone_with_it(view: CellView) -> None:
    view.show_draft(wide(12))
    everyone = view.header.boxes()
    view.show_draft(Draft.of(opened()))
    assert len(view.header.boxes()) == 7
    assert not any(box.isVisible() for box in everyone[7:])


def test_a_file_of_absurdly_many_columns_is_cut(view: CellView) -> None:
    view.show_draft(wide(5_000))
    assert view.cells.columnCount() == MOST_COLUMNS
