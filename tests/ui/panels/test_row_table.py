"""The table model behind the panels: newest on top, bounded, changed cell by cell."""

import time
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.ui.tables.row_table import Column, Role, RowTable, Tone, tone_of_sign

LIMIT = 5


@dataclass(frozen=True)
class Pair:
    name: str
    value: int


def table(limit: int = LIMIT) -> RowTable[Pair]:
    columns = [
        Column[Pair]("Name", lambda row: row.name),
        Column[Pair]("Value", lambda row: str(row.value), is_number=True, tone=lambda row: tone_of_sign(row.value)),
    ]
    return RowTable(columns, lambda row: row.name, limit)


def shown(model: RowTable[Pair]) -> list[tuple[str, str]]:
    rows = range(model.rowCount())
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in rows]


def test_the_newest_row_stands_on_top(qtbot: QtBot) -> None:
    model = table()
    for name in "abc":
        model.put(Pair(name, 1))
    assert [name for name, _ in shown(model)] == ["c", "b", "a"]


def test_a_full_table_lets_its_oldest_row_go(qtbot: QtBot) -> None:
    model = table()
    for number in range(8):
        model.put(Pair(f"row{number}", number))
    assert [name for name, _ in shown(model)] == ["row7", "row6", "row5", "row4", "row3"]
    assert model.find("row2") is None
    assert model.position_of("row6") == 1


def test_a_row_put_again_changes_only_the_cells_that_look_different(qtbot: QtBot) -> None:
    model = table()
    for name in "abc":
        model.put(Pair(name, 1))
    changes: list[tuple[int, int, int]] = []
    model.dataChanged.connect(lambda first, last, _roles: changes.append((first.row(), first.column(), last.column())))
    model.put(Pair("b", 9))
    model.put(Pair("b", 9))
    assert changes == [(1, 1, 1)]
    assert shown(model) == [("c", "1"), ("b", "9"), ("a", "1")]


def test_rows_set_anew_with_the_same_keys_do_not_reset_the_table(qtbot: QtBot) -> None:
    model = table()
    model.set_rows([Pair("a", 1), Pair("b", 2)])
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_rows([Pair("a", 5), Pair("b", 2)])
    assert shown(model) == [("a", "5"), ("b", "2")]
    with qtbot.waitSignal(model.modelReset):
        model.set_rows([Pair("b", 2)])
    assert shown(model) == [("b", "2")]


def test_numbers_stand_to_the_right_and_cells_say_their_column_to_a_screen_reader(qtbot: QtBot) -> None:
    model = table()
    model.put(Pair("a", -3))
    number = model.index(0, 1)
    assert number.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert number.data(Qt.ItemDataRole.AccessibleTextRole) == "Value: -3"
    assert number.data(Role.TONE) == Tone.DOWN


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(-5, 5)), max_size=60))
def test_any_order_of_puts_leaves_the_last_value_of_each_of_the_newest_keys(puts: list[tuple[int, int]]) -> None:
    model = table()
    expected: dict[str, int] = {}
    for key, value in puts:
        model.put(Pair(str(key), value))
        expected[str(key)] = value
        while len(expected) > LIMIT:
            del expected[next(iter(expected))]
    assert shown(model) == [(name, str(value)) for name, value in reversed(expected.items())]
    assert [model.position_of(name) for name, _ in shown(model)] == list(range(len(expected)))


def test_a_full_table_takes_a_row_as_fast_as_a_young_one(qtbot: QtBot) -> None:
    model = table(limit=2_000)

    def seconds_for(first: int) -> float:
        begun = time.perf_counter()
        for number in range(first, first + 1_000):
            model.put(Pair(str(number), number))
        return time.perf_counter() - begun

    young = seconds_for(0)
    seconds_for(1_000)
    seconds_for(2_000)
    assert seconds_for(3_000) < 10 * young + 0.05
    assert model.rowCount() == 2_000
