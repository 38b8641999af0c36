"""The import dialog: guess, correct, check, store; each step with what stands in its way."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.errors import DataError, StoreFullError
from photon_desktop.market.importer.questions import Question
from photon_desktop.market.importer.reading import Reading
from photon_desktop.market.importer.refusals import ChoiceNeededError
from photon_desktop.market.importer.vocabulary import Role
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.design import LIGHT
from photon_desktop.ui.dialogs.csv_import.dialog import CsvImportDialog
from photon_desktop.ui.dialogs.csv_import.form.choice_box import ChoiceBox
from photon_desktop.ui.panels.frame.file_drops import SEVERAL_FILES
from tests.ui.dialogs.csv_import.conftest import Opener, Shelf
from tests.ui.dialogs.csv_import.made_files import (
    GUESS,
    ORDER_QUESTION,
    SYMBOL_QUESTION,
    MadeImporter,
    opened,
    reading,
    report,
    troubled_reading,
)

Settled = Callable[[CsvImportDialog], None]


@pytest.fixture
def ready(dialog_over: Opener, settled: Settled, csv_path: Path) -> CsvImportDialog:
    """A dialog whose file is read and can be imported."""
    dialog = dialog_over(MadeImporter())
    dialog.open_path(csv_path)
    settled(dialog)
    return dialog


def box(dialog: CsvImportDialog, field: str) -> ChoiceBox:
    editor = dialog.work.form.rows[field].editor
    assert isinstance(editor, ChoiceBox)
    return editor


def choose(combo: QComboBox, words: str) -> None:
    """Choose as a person does, who can only where the box can be used: the box shows it and tells it."""
    assert combo.isEnabled(), words
    place = combo.findText(words)
    assert place >= 0, words
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def write(dialog: CsvImportDialog, qtbot: QtBot, text: str) -> None:
    editor = dialog.work.form.rows["symbol"].editor
    editor.setFocus()
    editor.clear()
    qtbot.keyClicks(editor, text)


def lines_of(dialog: CsvImportDialog) -> dict[str, str]:
    tree = dialog.work.report
    items = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    return {item.text(0): item.text(1) for item in items}


# before a file is there


def test_before_a_file_is_chosen_it_says_what_to_do_and_can_not_import(dialog_over: Opener) -> None:
    dialog = dialog_over(MadeImporter())
    assert dialog.empty.isVisible()
    assert not dialog.footer.accept.isEnabled()


def test_a_file_is_picked_in_the_systems_dialog(dialog_over: Opener, settled: Settled, csv_path: Path) -> None:
    importer = MadeImporter()
    dialog = dialog_over(importer)
    dialog.choose_file()
    chooser = dialog.findChild(QFileDialog)
    chooser.fileSelected.emit(str(csv_path))
    chooser.close()
    settled(dialog)
    assert importer.asked[0] == ("open", (csv_path, None))


def drop(dialog: CsvImportDialog, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    rest = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(dialog, QDragEnterEvent(QPoint(5, 5), *rest))
    QApplication.sendEvent(dialog, QDropEvent(QPointF(5, 5), *rest))


def test_several_files_dropped_on_the_dialog_are_answered_in_a_sentence(dialog_over: Opener, csv_path: Path) -> None:
    importer = MadeImporter()
    dialog = dialog_over(importer)
    drop(dialog, csv_path, csv_path.with_suffix(".txt"))
    assert dialog.footer.words.text() == SEVERAL_FILES
    assert importer.asked == []


def test_a_file_dropped_on_the_dialog_is_opened(dialog_over: Opener, settled: Settled, csv_path: Path) -> None:
    importer = MadeImporter()
    dialog = dialog_over(importer)
    drop(dialog, csv_path)
    settled(dialog)
    assert importer.asked[0] == ("open", (csv_path, None))
    assert dialog.file_line.path.text() == str(csv_path)


# guess and preview


def test_the_guess_stands_in_the_form_beside_cells_bars_and_report(ready: CsvImportDialog) -> None:
    assert box(ready, "delimiter").currentText() == "Semicolon  ;"
    assert box(ready, "interval").currentText() == "1h"
    assert ready.work.form.rows["symbol"].editor.text() == "BTCUSDT"
    assert ready.work.cells.cells.index(0, 0).data() == "01.01.2023 00:00"
    assert ready.work.bar_table.rowCount() == 48
    assert lines_of(ready)["Rows read"] == "48"
    assert ready.work.headline.text() == "48 hourly bars of BTCUSDT, 2024-12-05 to 2024-12-07; no row dropped."
    assert ready.footer.accept.isEnabled()


def test_the_reports_details_fold_out(dialog_over: Opener, settled: Settled, csv_path: Path) -> None:
    dialog = dialog_over(MadeImporter(outcome=troubled_reading()))
    dialog.open_path(csv_path)
    settled(dialog)
    dropped = next(item for item in dialog.work.report.items() if item.text(0) == "Rows dropped")
    assert dropped.child(0).text(0) == "no number in close: lines 17, 403"
    assert dialog.work.bars_title.text() == "As bars, the first 200 of 8,760"


def test_reading_and_storing_happen_off_the_main_thread(
    dialog_over: Opener, settled: Settled, csv_path: Path, shelf: Shelf
) -> None:
    importer = MadeImporter()
    dialog = dialog_over(importer)
    dialog.open_path(csv_path)
    settled(dialog)
    dialog.start_import()
    settled(dialog)
    assert len(importer.threads | shelf.threads) == 1
    assert threading.get_ident() not in importer.threads | shelf.threads


# changes


def test_a_changed_field_is_marked_and_the_file_read_under_it(ready: CsvImportDialog, settled: Settled) -> None:
    importer = importer_of(ready)
    importer.asked.clear()
    choose(box(ready, "decimal"), "Point  1.5")
    assert not ready.footer.accept.isEnabled()
    settled(ready)
    wanted = replace(GUESS, decimal=".")
    assert importer.asked == [("regarded", wanted), ("preview", wanted), ("read", wanted)]
    assert ready.work.form.rows["decimal"].label.text() == "Decimal sign •"
    assert ready.work.form.changes.text() == "1 changed"
    assert ready.footer.accept.isEnabled()


def test_quick_changes_are_read_once(ready: CsvImportDialog, settled: Settled) -> None:
    importer = importer_of(ready)
    importer.asked.clear()
    for words in ("Comma  ,", "Tab", "Bar  |"):
        choose(box(ready, "delimiter"), words)
    choose(box(ready, "zone"), "Asia/Tokyo")
    settled(ready)
    assert importer.asked[0] == ("regarded", replace(GUESS, delimiter="|", zone="Asia/Tokyo"))
    assert len(importer.asked) == 3


def test_the_way_back_takes_one_guess_again_and_detect_again_all(ready: CsvImportDialog, settled: Settled) -> None:
    choose(box(ready, "decimal"), "Point  1.5")
    choose(box(ready, "delimiter"), "Tab")
    settled(ready)
    ready.work.form.rows["decimal"].back.click()
    settled(ready)
    assert ready.draft is not None
    assert ready.draft.format == replace(GUESS, delimiter="\t")
    ready.work.form.detect.click()
    settled(ready)
    assert ready.draft.format == GUESS
    assert box(ready, "delimiter").currentText() == "Semicolon  ;"
    assert ready.work.form.changes.text() == "As detected"


def test_a_name_changes_the_sentence_and_reads_nothing(ready: CsvImportDialog, qtbot: QtBot) -> None:
    importer = importer_of(ready)
    importer.asked.clear()
    write(ready, qtbot, "ETHUSDT")
    assert ready.work.headline.text().startswith("48 hourly bars of ETHUSDT,")
    assert importer.asked == []
    assert ready.footer.accept.isEnabled()


def test_a_role_is_given_in_the_header_over_the_cells(ready: CsvImportDialog, settled: Settled) -> None:
    importer = importer_of(ready)
    choose(ready.work.cells.header.boxes()[6], "volume")
    settled(ready)
    assert importer.asked[-1] == ("read", replace(GUESS, volume_column=6))
    assert [combo.currentText() for combo in ready.work.cells.header.boxes()] == [
        "time", "open", "high", "low", "close", "ignore", "volume",
    ]  # fmt: skip


def test_without_a_needed_column_nothing_is_read_and_the_reason_is_said(
    ready: CsvImportDialog, settled: Settled
) -> None:
    importer = importer_of(ready)
    importer.asked.clear()
    choose(ready.work.cells.header.boxes()[4], "ignore")
    settled(ready)
    assert importer.asked == []
    assert not ready.footer.accept.isEnabled()
    assert ready.footer.words.text() == "Choose which column holds the close."
    assert ready.work.column_note.text() == "▲ Choose which column holds the close."
    choose(ready.work.cells.header.boxes()[6], "close")
    settled(ready)
    assert ready.footer.accept.isEnabled()
    assert ready.draft is not None
    assert ready.draft.columns.roles_of(6) == (Role.CLOSE,)


def test_a_zone_that_is_none_is_said_at_its_field(ready: CsvImportDialog, settled: Settled, qtbot: QtBot) -> None:
    field = box(ready, "zone").lineEdit()
    assert isinstance(field, QLineEdit)
    field.clear()
    qtbot.keyClicks(field, "Europe/Zu")
    settled(ready)
    row = ready.work.form.rows["zone"]
    assert "'Europe/Zu' is not known" in row.note.text()
    assert not ready.footer.accept.isEnabled()
    qtbot.keyClicks(field, "rich")
    settled(ready)
    assert row.note.isHidden()
    assert ready.footer.accept.isEnabled()
    assert importer_of(ready).asked[-1] == ("read", replace(GUESS, zone="Europe/Zurich"))


# questions


def test_an_open_question_stands_at_its_field_and_holds_the_import(
    dialog_over: Opener, settled: Settled, csv_path: Path, qtbot: QtBot
) -> None:
    file = opened(replace(GUESS, symbol=None), SYMBOL_QUESTION, ORDER_QUESTION)
    dialog = dialog_over(MadeImporter(file))
    dialog.open_path(csv_path)
    settled(dialog)
    rows = dialog.work.form.rows
    assert rows["symbol"].note.text() == f"▲ {SYMBOL_QUESTION.sentence}"
    assert rows["time_format"].note.text() == f"▲ {ORDER_QUESTION.sentence}"
    assert box(dialog, "time_format").currentIndex() == -1
    assert not dialog.footer.accept.isEnabled()
    assert dialog.footer.words.text() == SYMBOL_QUESTION.sentence
    write(dialog, qtbot, "BTCUSDT")
    assert dialog.footer.words.text() == ORDER_QUESTION.sentence
    choose(box(dialog, "time_format"), "%d.%m.%Y %H:%M")
    settled(dialog)
    assert rows["time_format"].note.isHidden()
    assert dialog.footer.accept.isEnabled()


def test_an_import_that_waits_for_an_answer_can_not_be_forced(
    dialog_over: Opener, settled: Settled, csv_path: Path, qtbot: QtBot, shelf: Shelf
) -> None:
    dialog = dialog_over(MadeImporter(opened(GUESS, ORDER_QUESTION)))
    dialog.open_path(csv_path)
    settled(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    dialog.start_import()
    settled(dialog)
    assert shelf.kept == []


def test_an_archive_of_several_files_asks_which(dialog_over: Opener, settled: Settled, csv_path: Path) -> None:
    several = ChoiceNeededError("There are 2 CSV files inside; choose one.", "file", ("a.csv", "b.csv"))
    importer = MadeImporter(refusal=several)
    dialog = dialog_over(importer)
    dialog.open_path(csv_path)
    settled(dialog)
    assert box(dialog, "member").isVisible()
    assert not dialog.footer.accept.isEnabled()
    choose(box(dialog, "member"), "b.csv")
    settled(dialog)
    assert ("open", (csv_path, "b.csv")) in importer.asked
    assert dialog.footer.accept.isEnabled()


def test_a_question_about_columns_is_answered_by_keeping_them(
    dialog_over: Opener, settled: Settled, csv_path: Path
) -> None:
    asked = Question("columns", "There is one column of prices; say whether it shall be all four.", ("Close",))
    dialog = dialog_over(MadeImporter(opened(GUESS, asked)))
    dialog.open_path(csv_path)
    settled(dialog)
    assert dialog.work.column_note.text() == f"▲ {asked.sentence}"
    assert not dialog.footer.accept.isEnabled()
    dialog.work.keep_columns.click()
    assert not dialog.work.column_note.isVisible()
    assert dialog.footer.accept.isEnabled()


def test_several_tickers_found_while_reading_are_asked_for(
    dialog_over: Opener, settled: Settled, csv_path: Path
) -> None:
    importer = MadeImporter(outcome=ChoiceNeededError("There are several symbols.", "ticker", ("AAPL", "MSFT")))
    dialog = dialog_over(importer)
    dialog.open_path(csv_path)
    settled(dialog)
    assert box(dialog, "ticker").isVisible()
    assert not dialog.footer.accept.isEnabled()
    importer.outcome = reading()
    choose(box(dialog, "ticker"), "MSFT")
    settled(dialog)
    assert importer.asked[-1] == ("read", replace(GUESS, ticker="MSFT"))
    assert dialog.footer.accept.isEnabled()
    assert box(dialog, "ticker").isVisible()


# errors


def test_a_file_that_can_not_be_read_is_said_in_one_sentence(
    dialog_over: Opener, settled: Settled, csv_path: Path
) -> None:
    dialog = dialog_over(MadeImporter(refusal=DataError("hourly.csv: the file is empty; choose a file with bars.")))
    dialog.open_path(csv_path)
    settled(dialog)
    assert dialog.empty.problem.text() == "▲ hourly.csv: the file is empty; choose a file with bars."
    assert dialog.empty.choose.isVisible()
    assert not dialog.footer.accept.isEnabled()


def test_a_fault_of_the_program_is_said_too(dialog_over: Opener, settled: Settled, csv_path: Path) -> None:
    dialog = dialog_over(MadeImporter(outcome=ZeroDivisionError("by zero")))
    dialog.open_path(csv_path)
    settled(dialog)
    assert "ZeroDivisionError: by zero" in dialog.work.headline.text()
    assert "nothing was stored" in dialog.work.headline.text()
    assert not dialog.footer.accept.isEnabled()


def test_a_file_without_bars_can_not_be_imported(dialog_over: Opener, settled: Settled, csv_path: Path) -> None:
    nothing = Reading(Bars.empty(), report(Bars.empty(), rows_read=3))
    dialog = dialog_over(MadeImporter(outcome=nothing))
    dialog.open_path(csv_path)
    settled(dialog)
    assert not dialog.footer.accept.isEnabled()
    assert dialog.footer.words.text() == "There is no bar to import; change how the file is read."


def test_when_storing_fails_the_reason_is_said_and_it_can_be_tried_again(
    ready: CsvImportDialog, settled: Settled, shelf: Shelf, qtbot: QtBot
) -> None:
    shelf.failure = StoreFullError("The disk is full; free some space and import again.")
    with qtbot.assertNotEmitted(ready.imported):
        ready.start_import()
        settled(ready)
    assert ready.work.headline.text() == "▲ The disk is full; free some space and import again."
    assert ready.footer.accept.isEnabled()
    shelf.failure = None
    with qtbot.waitSignal(ready.imported):
        ready.start_import()


# import, cancel, close


def test_enter_imports_and_tells_what_was_stored(ready: CsvImportDialog, qtbot: QtBot, shelf: Shelf) -> None:
    with qtbot.waitSignal(ready.imported) as told:
        qtbot.keyClick(ready, Qt.Key.Key_Return)
    assert told.args == ["BTCUSDT", Interval.HOUR_1]
    assert shelf.kept[0][:2] == ("BTCUSDT", Interval.HOUR_1)
    assert shelf.kept[0][3:] == ("hourly.csv", GUESS)
    assert ready.done_page.headline.text() == "✓ Imported 48 bars"
    assert ready.done_page.show_symbol.text() == "Show BTCUSDT"


def test_what_was_imported_can_be_shown_at_once(ready: CsvImportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(ready.imported):
        ready.start_import()
    with qtbot.waitSignal(ready.show_requested) as asked:
        qtbot.keyClick(ready, Qt.Key.Key_Return)
    assert asked.args == ["BTCUSDT", Interval.HOUR_1]
    assert not ready.isVisible()


def test_another_file_can_follow(ready: CsvImportDialog, qtbot: QtBot, settled: Settled, tmp_path: Path) -> None:
    with qtbot.waitSignal(ready.imported):
        ready.start_import()
    ready.done_page.another.click()
    ready.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "other.csv"))
    ready.findChild(QFileDialog).close()
    settled(ready)
    assert ready.work.isVisible()
    assert ready.footer.accept.isEnabled()


def test_escape_stops_what_runs_and_then_closes(
    dialog_over: Opener, settled: Settled, csv_path: Path, qtbot: QtBot, shelf: Shelf
) -> None:
    dialog = dialog_over(MadeImporter(gate=threading.Event()))
    dialog.open_path(csv_path)
    qtbot.waitUntil(lambda: ("read", GUESS) in importer_of(dialog).asked)
    qtbot.waitUntil(dialog.footer.progress.isVisible)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settled(dialog)
    assert dialog.isVisible()
    assert "Cancelled; nothing was stored" in dialog.work.headline.text()
    assert not dialog.footer.accept.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert shelf.kept == []


def test_a_cancelled_reading_can_be_begun_again(
    dialog_over: Opener, settled: Settled, csv_path: Path, qtbot: QtBot
) -> None:
    importer = MadeImporter(gate=threading.Event())
    dialog = dialog_over(importer)
    dialog.open_path(csv_path)
    qtbot.waitUntil(lambda: ("read", GUESS) in importer.asked)
    dialog.footer.cancel.click()
    settled(dialog)
    importer.gate.set()
    dialog.work.form.detect.click()
    settled(dialog)
    assert dialog.footer.accept.isEnabled()


def test_a_closed_dialog_lets_the_file_go(ready: CsvImportDialog) -> None:
    ready.close()
    assert ready.draft is None
    assert ready.file_line.path.text() == ""
    ready.show()
    assert ready.empty.isVisible()


def test_closing_the_window_ends_what_runs_without_waiting_for_it(
    dialog_over: Opener, csv_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_over(MadeImporter(gate=threading.Event()))
    dialog.open_path(csv_path)
    qtbot.waitUntil(lambda: ("read", GUESS) in importer_of(dialog).asked)
    dialog.close()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.thread_of_files.is_ended


def test_a_change_ends_the_reading_before_it(
    dialog_over: Opener, settled: Settled, csv_path: Path, qtbot: QtBot
) -> None:
    importer = MadeImporter(gate=threading.Event())
    dialog = dialog_over(importer)
    dialog.open_path(csv_path)
    qtbot.waitUntil(lambda: ("read", GUESS) in importer.asked and dialog.draft is not None)
    choose(box(dialog, "zone"), "Asia/Tokyo")
    qtbot.waitUntil(lambda: importer.asked[-1] == ("read", replace(GUESS, zone="Asia/Tokyo")))
    assert "Cancelled" not in dialog.work.headline.text()
    importer.gate.set()
    settled(dialog)
    assert dialog.footer.accept.isEnabled()


def test_a_closed_dialog_can_be_opened_again(ready: CsvImportDialog, settled: Settled, csv_path: Path) -> None:
    ready.close()
    assert ready.thread_of_files.is_ended
    ready.show()
    ready.open_path(csv_path)
    settled(ready)
    assert ready.footer.accept.isEnabled()


def test_progress_says_what_is_done_how_far_and_how_long(
    dialog_over: Opener, settled: Settled, csv_path: Path, qtbot: QtBot
) -> None:
    gate = threading.Event()
    dialog = dialog_over(MadeImporter(gate=gate))
    dialog.open_path(csv_path)
    qtbot.waitUntil(lambda: dialog.footer.words.text().startswith("Reading the file: 25%"))
    assert dialog.footer.progress.value() == 250
    gate.set()
    settled(dialog)
    assert not dialog.footer.progress.isVisible()


# for everyone


def test_every_widget_that_can_be_used_has_an_accessible_name(ready: CsvImportDialog) -> None:
    ready.work.form.rows["member"].show()
    unnamed = [widget for widget in ready.findChildren(QWidget) if can_be_used(widget) and not name_of(widget)]
    assert unnamed == []


def test_the_main_widgets_go_by_their_names(ready: CsvImportDialog) -> None:
    names = (
        "importFile", "importSymbol", "importInterval", "importPreview", "importReport", "importProgress",
        "importCancel", "importAccept",
    )  # fmt: skip
    assert ready.objectName() == "csvImportDialog"
    assert [name for name in names if ready.findChild(QWidget, name) is None] == []


def test_tab_reaches_every_field_from_file_to_import(ready: CsvImportDialog, qtbot: QtBot) -> None:
    ready.file_line.choose.setFocus()
    reached: list[QWidget] = []
    while QApplication.focusWidget() not in reached:
        reached.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    fields = [row.editor for row in ready.work.form.rows.values() if row.isVisible()]
    roles = list(ready.work.cells.header.boxes())
    wanted = [*fields, *roles, ready.work.bars, ready.work.report, ready.footer.cancel, ready.footer.accept]
    assert [widget for widget in wanted if widget not in reached] == []


def test_it_fits_a_small_screen_and_cuts_no_label(ready: CsvImportDialog) -> None:
    assert ready.width() <= 1280
    assert ready.height() <= 760
    labels = [label for label in ready.findChildren(QLabel) if label.isVisible() and not label.wordWrap()]
    cut = [label.text() for label in labels if label.sizeHint().width() > label.width()]
    assert cut == []


def test_the_theme_can_change_while_it_is_open(ready: CsvImportDialog) -> None:
    before = ready.work.report.topLevelItem(0).foreground(0).color()
    ready.set_theme(LIGHT)
    assert ready.work.report.topLevelItem(0).foreground(0).color() != before


def test_scrolling_over_the_form_changes_nothing(ready: CsvImportDialog, qtbot: QtBot) -> None:
    chosen: list[object] = []
    box(ready, "delimiter").chosen.connect(chosen.append)
    qtbot.keyClick(box(ready, "encoding"), Qt.Key.Key_Tab)
    assert chosen == []


def can_be_used(widget: QWidget) -> bool:
    if widget.focusProxy() is not None or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QComboBox):
        above = above.parentWidget()
    return above is None and not widget.objectName().startswith("qt_")


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def importer_of(dialog: CsvImportDialog) -> MadeImporter:
    importer = dialog.importer
    assert isinstance(importer, MadeImporter)
    return importer
