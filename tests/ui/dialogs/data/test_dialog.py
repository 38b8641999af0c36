"""The dialog of the data over a real store: what it shows, and what each of its actions does."""

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.desks.series_shelf import SeriesShelf
from photon_desktop.errors import StoreLockedError
from photon_desktop.market.csv_files import read_bars
from photon_desktop.store.series import SeriesKey
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.passport import data_hash
from photon_desktop.ui.design import DARK, LIGHT
from photon_desktop.ui.dialogs.data.dialog import EMPTY_SENTENCE, DataDialog
from photon_desktop.ui.dialogs.data.views import RemovedSeries
from tests.ui.dialogs.data.conftest import BTC, CHANGED, DEMO, ETH, FILE, Opener, Watched
from tests.ui.examples import walk

Settled = Callable[[DataDialog], None]


def titles(dialog: DataDialog) -> list[str]:
    model = dialog.parts.table.model()
    return [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())]


def cell(dialog: DataDialog, key: SeriesKey, title: str, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    model = dialog.parts.table.model()
    return model.index(rows(dialog).index(str(key)), titles(dialog).index(title)).data(role)


def rows(dialog: DataDialog) -> list[str]:
    model = dialog.parts.table.model()
    names = ([str(model.index(row, column).data()) for column in (0, 1, 2)] for row in range(model.rowCount()))
    return [f"{symbol} {interval} from {source}" for symbol, interval, source in names]


def select(dialog: DataDialog, key: SeriesKey) -> None:
    dialog.parts.table.selectRow(rows(dialog).index(str(key)))


def sort(dialog: DataDialog, title: str, order: Qt.SortOrder) -> None:
    dialog.parts.table.sortByColumn(titles(dialog).index(title), order)


def status(dialog: DataDialog) -> str:
    return dialog.parts.status.text()


def read(store: Store, key: SeriesKey) -> Bars:
    return store.bars.read(key.symbol, key.interval, key.source)


# what is shown


def test_without_series_it_says_how_they_come(dialog_over: Opener, empty_store: Store) -> None:
    dialog = dialog_over(empty_store)
    assert dialog.parts.notice.isVisible()
    assert dialog.parts.notice.text() == EMPTY_SENTENCE
    assert not dialog.parts.table.isVisible()
    assert dialog.parts.import_.isEnabled()
    assert not dialog.parts.delete.isEnabled()


def test_every_series_stands_in_the_table_with_its_passport(dialog: DataDialog, store: Store) -> None:
    assert rows(dialog) == [str(key) for key in (BTC, DEMO, ETH, FILE)]
    whole = data_hash(read(store, BTC))
    shown = [str(cell(dialog, BTC, title)) for title in titles(dialog)]
    assert shown[:4] == ["BTCUSDT", "1h", "bybit", "8,760"]
    assert shown[6:11] == ["0", "as fetched", "0", "UTC", "none"]
    assert shown[-1] == whole[:12]
    assert whole in str(cell(dialog, BTC, "Hash", Qt.ItemDataRole.ToolTipRole))
    assert cell(dialog, FILE, "Duplicates") == "2"
    assert cell(dialog, FILE, "Time zone") == "Europe/Berlin"


def test_gaps_are_counted_and_the_missing_bars_stand_in_the_tooltip(dialog: DataDialog) -> None:
    assert cell(dialog, ETH, "Gaps") == "3"
    assert cell(dialog, ETH, "Gaps", Qt.ItemDataRole.ToolTipRole) == "7 bars are missing, in 3 gaps."


def test_numbers_stand_on_the_right(dialog: DataDialog) -> None:
    for title in ("Bars", "Gaps", "Duplicates"):
        alignment = cell(dialog, BTC, title, Qt.ItemDataRole.TextAlignmentRole)
        assert isinstance(alignment, Qt.AlignmentFlag)
        assert alignment & Qt.AlignmentFlag.AlignRight


def test_a_series_without_a_passport_shows_what_is_known(dialog: DataDialog, settled: Settled) -> None:
    assert cell(dialog, DEMO, "Bars") == "50"
    assert cell(dialog, DEMO, "State") == "○ no passport"
    assert {cell(dialog, DEMO, title) for title in ("Gaps", "Duplicates", "Fetched", "Hash")} == {"–"}
    select(dialog, DEMO)
    settled(dialog)
    assert "no passport" in dialog.parts.details.passport.text()
    assert dialog.parts.details.gap_title.text() == "No bar is missing."


def test_a_changed_series_says_so_with_a_sign_and_its_sentence(dialog: DataDialog, settled: Settled) -> None:
    assert cell(dialog, FILE, "State") == "▲ changed since it was fetched"
    assert CHANGED in str(cell(dialog, FILE, "State", Qt.ItemDataRole.ToolTipRole))
    select(dialog, FILE)
    settled(dialog)
    assert dialog.parts.details.changed.isVisible()
    assert dialog.parts.details.changed.text() == f"▲ Changed since it was fetched: {CHANGED}"
    select(dialog, BTC)
    assert not dialog.parts.details.changed.isVisible()


def test_the_details_are_the_passport_in_words_and_the_longest_gaps(dialog: DataDialog, settled: Settled) -> None:
    select(dialog, ETH)
    settled(dialog)
    words = dialog.parts.details.passport.text()
    assert "993 bars, from 2024-" in words
    assert "From Bybit's public history, fetched 2024-12-07" in words
    assert "Prices are not adjusted." in words
    assert dialog.parts.details.gap_title.text() == "7 bars are missing, in 3 gaps."
    gaps = dialog.parts.details.gaps.model()
    assert [gaps.index(row, 2).data() for row in range(gaps.rowCount())] == ["4", "2", "1"]
    assert gaps.index(0, 3).data() == "5 h 00 min"


# sorting and filtering


def test_numbers_are_sorted_as_numbers(dialog: DataDialog) -> None:
    sort(dialog, "Bars", Qt.SortOrder.AscendingOrder)
    assert rows(dialog) == [str(key) for key in (DEMO, FILE, ETH, BTC)]
    sort(dialog, "Gaps", Qt.SortOrder.DescendingOrder)
    assert rows(dialog)[0] == str(ETH)


def test_times_are_sorted_as_times(dialog: DataDialog) -> None:
    sort(dialog, "Fetched", Qt.SortOrder.DescendingOrder)
    assert rows(dialog) == [str(key) for key in (ETH, BTC, FILE, DEMO)]


def test_the_filter_leaves_the_series_that_have_every_word(dialog: DataDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.parts.filter, "BYBIT eth")
    assert rows(dialog) == [str(ETH)]
    assert dialog.selected is not None
    assert dialog.selected.key == ETH
    assert status(dialog) == "1 of 4 series"
    dialog.parts.filter.clear()
    assert len(rows(dialog)) == 4


def test_a_filter_that_leaves_nothing_leaves_nothing_to_delete(dialog: DataDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.parts.filter, "nothing like it")
    assert rows(dialog) == []
    assert not dialog.parts.delete.isEnabled()
    assert dialog.parts.details.title.text() == "No series selected"


# deleting


def test_a_deleted_series_is_gone_and_comes_back_by_undo(
    dialog: DataDialog, store: Store, qtbot: QtBot, settled: Settled
) -> None:
    before = data_hash(read(store, ETH))
    select(dialog, ETH)
    with qtbot.waitSignal(dialog.changed):
        dialog.parts.delete.click()
    settled(dialog)
    assert str(ETH) not in rows(dialog)
    assert len(read(store, ETH)) == 0
    assert dialog.parts.undo.isVisible()
    assert dialog.parts.undo.words.text() == "Deleted ETHUSDT 1h from bybit, 993 bars."
    with qtbot.waitSignal(dialog.changed):
        dialog.parts.undo.button.click()
    settled(dialog)
    assert str(ETH) in rows(dialog)
    assert data_hash(read(store, ETH)) == before
    assert not dialog.parts.undo.isVisible()


def test_after_a_deletion_the_series_in_its_place_is_selected(dialog: DataDialog, settled: Settled) -> None:
    select(dialog, ETH)
    dialog.delete_selected()
    settled(dialog)
    assert dialog.selected is not None
    assert dialog.selected.key == FILE


def test_undo_puts_back_all_that_was_deleted_meanwhile(dialog: DataDialog, settled: Settled) -> None:
    for key in (ETH, FILE):
        select(dialog, key)
        dialog.delete_selected()
        settled(dialog)
    assert dialog.parts.undo.words.text() == "Deleted 2 series, 1,193 bars."
    dialog.undo_delete()
    settled(dialog)
    assert len(rows(dialog)) == 4


def test_the_offer_to_undo_lapses(dialog: DataDialog, settled: Settled) -> None:
    select(dialog, ETH)
    dialog.delete_selected()
    settled(dialog)
    dialog.parts.undo.lapse()
    dialog.undo_delete()
    settled(dialog)
    assert str(ETH) not in rows(dialog)


def test_the_series_of_a_watched_symbol_is_not_deleted(
    dialog: DataDialog, store: Store, watched: Watched, settled: Settled
) -> None:
    watched.symbols.add(ETH.symbol)
    select(dialog, ETH)
    dialog.parts.delete.click()
    settled(dialog)
    assert "ETHUSDT is watched now" in status(dialog)
    assert status(dialog).startswith("▲")
    assert len(read(store, ETH)) == 993
    assert not dialog.parts.undo.isVisible()


def test_what_can_not_be_put_back_at_once_is_offered_again(
    dialog: DataDialog, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(dialog, ETH)
    dialog.delete_selected()
    settled(dialog)

    def refuse(_shelf: SeriesShelf, _removed: RemovedSeries) -> None:
        raise StoreLockedError("Another program writes to the store; try again.")

    with monkeypatch.context() as patch:
        patch.setattr(SeriesShelf, "restore", refuse)
        dialog.undo_delete()
        settled(dialog)
    assert "Another program" in status(dialog)
    dialog.undo_delete()
    settled(dialog)
    assert str(ETH) in rows(dialog)


# checking


def test_a_check_says_that_the_bars_are_those_that_were_fetched(dialog: DataDialog, settled: Settled) -> None:
    select(dialog, BTC)
    dialog.parts.check.click()
    settled(dialog)
    assert cell(dialog, BTC, "State") == "✓ as fetched, checked"
    assert dialog.parts.details.checked.text().startswith("✓ Checked")


def test_a_check_finds_a_price_that_is_no_longer_what_was_fetched(
    dialog: DataDialog, store: Store, settled: Settled
) -> None:
    columns = [column.copy() for column in read(store, BTC).columns()]
    columns[-1][100] = np.nextafter(columns[-1][100], np.inf)
    store.bars.put(BTC.symbol, BTC.interval, BTC.source, Bars.of(*columns))
    select(dialog, BTC)
    dialog.check_selected()
    settled(dialog)
    assert cell(dialog, BTC, "State") == "▲ not the bars that were fetched"
    assert data_hash(read(store, BTC)) in dialog.parts.details.checked.text()
    assert status(dialog).startswith("▲")
    dialog.refresh()
    settled(dialog)
    assert cell(dialog, BTC, "State") == "▲ not the bars that were fetched"


def test_a_check_gives_a_series_without_a_passport_its_gaps_and_hash(
    dialog: DataDialog, store: Store, settled: Settled
) -> None:
    select(dialog, DEMO)
    dialog.check_selected()
    settled(dialog)
    assert cell(dialog, DEMO, "Gaps") == "0"
    assert cell(dialog, DEMO, "Hash") == data_hash(read(store, DEMO))[:12]


def test_what_a_check_found_is_forgotten_once_the_series_has_other_bars(
    dialog: DataDialog, store: Store, settled: Settled
) -> None:
    select(dialog, DEMO)
    dialog.check_selected()
    settled(dialog)
    store.bars.put(DEMO.symbol, DEMO.interval, DEMO.source, walk(60, 96_000.0))
    dialog.refresh()
    settled(dialog)
    assert cell(dialog, DEMO, "Bars") == "60"
    assert cell(dialog, DEMO, "Hash") == "–"


# exporting


def test_an_export_is_offered_under_the_name_the_program_reads(dialog: DataDialog, qtbot: QtBot) -> None:
    select(dialog, ETH)
    dialog.parts.export.click()
    chooser = dialog.findChild(QFileDialog, "dataExportChooser")
    assert chooser is not None
    assert [Path(name).name for name in chooser.selectedFiles()] == ["ETHUSDT_1h.csv"]
    with qtbot.waitSignal(chooser.finished):
        chooser.reject()


def test_an_export_writes_the_bars(dialog: DataDialog, store: Store, tmp_path: Path, settled: Settled) -> None:
    path = tmp_path / "ETHUSDT_1h.csv"
    dialog.export(ETH, path)
    settled(dialog)
    assert data_hash(read_bars(path)) == data_hash(read(store, ETH))
    assert status(dialog) == "✓ Wrote 993 bars of ETHUSDT 1h from bybit to ETHUSDT_1h.csv."


def test_a_file_that_is_there_is_replaced_only_when_that_is_wanted(
    dialog: DataDialog, tmp_path: Path, settled: Settled
) -> None:
    path = tmp_path / "ETHUSDT_1h.csv"
    path.write_text("mine", encoding="utf-8")
    dialog.export(ETH, path)
    settled(dialog)
    assert path.read_text(encoding="utf-8") == "mine"
    assert dialog.parts.replace.isVisible()
    assert "Replace it?" in dialog.parts.replace.words.text()
    dialog.parts.replace.lapse()
    settled(dialog)
    assert path.read_text(encoding="utf-8") == "mine"
    dialog.export(ETH, path)
    settled(dialog)
    dialog.parts.replace.button.click()
    settled(dialog)
    assert len(read_bars(path)) == 993


def test_an_export_that_fails_says_why(dialog: DataDialog, tmp_path: Path, settled: Settled) -> None:
    dialog.export(ETH, tmp_path / "nowhere" / "ETHUSDT_1h.csv")
    settled(dialog)
    assert "can't be written" in status(dialog)


# the rest of the actions


def test_the_hash_is_copied_whole_with_the_usual_keys(dialog: DataDialog, store: Store, qtbot: QtBot) -> None:
    select(dialog, BTC)
    dialog.activateWindow()
    dialog.parts.table.setFocus()
    qtbot.waitUntil(dialog.parts.table.hasFocus)
    qtbot.keyClick(dialog.parts.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == data_hash(read(store, BTC))


def test_the_keyboard_deletes_and_undoes(dialog: DataDialog, qtbot: QtBot, settled: Settled) -> None:
    select(dialog, ETH)
    dialog.activateWindow()
    dialog.parts.table.setFocus()
    qtbot.waitUntil(dialog.parts.table.hasFocus)
    qtbot.keyClick(dialog.parts.table, Qt.Key.Key_Delete)
    settled(dialog)
    assert str(ETH) not in rows(dialog)
    qtbot.keyClick(dialog.parts.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(dialog)
    assert str(ETH) in rows(dialog)


def test_show_import_and_download_are_told(dialog: DataDialog, qtbot: QtBot) -> None:
    select(dialog, ETH)
    with qtbot.waitSignal(dialog.show_requested) as shown:
        dialog.parts.show_.click()
    assert shown.args == [ETH.symbol, ETH.interval]
    with qtbot.waitSignal(dialog.import_requested):
        dialog.parts.import_.click()
    with qtbot.waitSignal(dialog.download_requested):
        dialog.parts.download.click()


def test_a_refresh_keeps_the_selection_and_shows_what_came(dialog: DataDialog, store: Store, settled: Settled) -> None:
    select(dialog, ETH)
    store.bars.put("ADAUSDT", BTC.interval, "csv", walk(20, 1.0))
    dialog.refresh()
    settled(dialog)
    assert rows(dialog)[0] == "ADAUSDT 1h from csv"
    assert dialog.selected is not None
    assert dialog.selected.key == ETH


def test_the_window_never_reads_the_store_itself(
    dialog: DataDialog, store: Store, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: set[int] = set()
    close = store.close_thread

    def close_and_tell() -> None:
        threads.add(threading.get_ident())
        close()

    monkeypatch.setattr(store, "close_thread", close_and_tell)
    select(dialog, ETH)
    dialog.check_selected()
    dialog.export(ETH, tmp_path / "a.csv")
    dialog.delete_selected()
    settled(dialog)
    dialog.undo_delete()
    settled(dialog)
    assert threads
    assert threading.get_ident() not in threads


def test_a_store_that_can_not_be_read_is_told_in_its_place(
    dialog_over: Opener, empty_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_shelf: SeriesShelf) -> None:
        raise StoreLockedError("Another program writes to the store; try again.")

    monkeypatch.setattr(SeriesShelf, "list_series", refuse)
    dialog = dialog_over(empty_store)
    assert dialog.parts.notice.text() == "▲ Another program writes to the store; try again."


def test_finish_ends_the_thread_and_it_begins_again_when_asked(dialog: DataDialog, settled: Settled) -> None:
    assert dialog.finish()
    assert dialog.thread_of_shelf.is_ended
    dialog.refresh()
    settled(dialog)
    assert len(rows(dialog)) == 4


def test_a_deletion_undone_in_the_last_moment_is_undone(
    dialog: DataDialog, store: Store, settled: Settled, tmp_path: Path
) -> None:
    select(dialog, ETH)
    dialog.delete_selected()
    settled(dialog)
    dialog.export(BTC, tmp_path / "before.csv")  # what the thread is at when the program closes
    dialog.undo_delete()
    assert dialog.finish()
    assert len(read(store, ETH)) == 993


def test_its_parts_have_the_names_they_are_found_by(dialog: DataDialog) -> None:
    assert dialog.objectName() == "dataDialog"
    names: dict[str, type[QWidget]] = {
        "dataTable": QTableView, "dataFilter": QLineEdit, "dataDetails": QWidget, "dataDelete": QPushButton,
        "dataExport": QPushButton, "dataCheck": QPushButton,
    }  # fmt: skip
    for name, kind in names.items():
        part = dialog.findChild(kind, name)
        assert part is not None, name
        assert part.accessibleName(), name


def test_it_fits_a_small_screen_in_both_themes(dialog: DataDialog) -> None:
    for theme in (DARK, LIGHT):
        dialog.set_theme(theme)
        least = dialog.minimumSizeHint()
        assert dialog.width() <= 1280
        assert dialog.height() <= 800
        assert least.width() <= 1280
        assert least.height() <= 800
