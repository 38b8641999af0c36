"""The dialog over the program's own importer and real files, from the guess to what is kept."""

import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.reading import OpenedFile, Reading
from photon_desktop.market.importer.storing import store_bars
from photon_desktop.market.importer.watch import Watch
from photon_desktop.store.store import Store
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso, to_datetime
from photon_desktop.ui.design import DARK
from photon_desktop.ui.dialogs.csv_import.dialog import CsvImportDialog
from photon_desktop.ui.dialogs.csv_import.worker.file_importer import FileImporter
from photon_desktop.ui.icons import Icons
from tests.ui.dialogs.csv_import.conftest import Opener, Shelf
from tests.ui.dialogs.csv_import.test_dialog import box, choose, lines_of, write
from tests.ui.examples import ICON_FOLDER

Settled = Callable[[CsvImportDialog], None]
BEGIN = from_iso("2023-03-01T00:00:00Z")


def hours(count: int, time_format: str = "%Y-%m-%d %H:%M:%S") -> list[tuple[str, str, str, str, str, str]]:
    """Rows of hourly bars whose prices rise by a hundredth."""
    rows = []
    for number in range(count):
        moment = to_datetime(BEGIN + number * Interval.HOUR_1.nanoseconds)
        price = 100 + number % 1_000 / 100
        prices = (f"{value:.2f}" for value in (price, price + 1, price - 1, price + 0.5))
        rows.append((moment.strftime(time_format), *prices, str(10 + number % 7)))
    return rows


def written(path: Path, rows: list[tuple[str, ...]], delimiter: str = ",", header: str = "") -> Path:
    names = header or delimiter.join(("time", "open", "high", "low", "close", "volume"))
    path.write_text("\n".join([names, *(delimiter.join(row) for row in rows), ""]), encoding="utf-8")
    return path


def opened_in(dialog: CsvImportDialog, path: Path, settled: Settled) -> CsvImportDialog:
    dialog.open_path(path)
    settled(dialog)
    return dialog


def imported_from(dialog: CsvImportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.imported, timeout=20_000):
        dialog.footer.accept.click()


def test_a_plain_file_is_imported_as_it_stands(
    dialog_over: Opener, settled: Settled, tmp_path: Path, shelf: Shelf, qtbot: QtBot
) -> None:
    dialog = opened_in(dialog_over(FileImporter()), written(tmp_path / "BTCUSDT_1h.csv", hours(240)), settled)
    assert dialog.work.headline.text() == "240 hourly bars of BTCUSDT, 2023-03-01 to 2023-03-10; no row dropped."
    assert dialog.work.bar_table.index(1, 0).data() == "2023-03-01 01:00"
    imported_from(dialog, qtbot)
    symbol, interval, reading, source_file, _ = shelf.kept[0]
    assert (symbol, interval, source_file) == ("BTCUSDT", Interval.HOUR_1, "BTCUSDT_1h.csv")
    assert reading.bars.times.tolist() == [BEGIN + number * interval.nanoseconds for number in range(240)]
    assert reading.bars.close[:3].tolist() == [100.5, 100.51, 100.52]


def test_semicolons_and_decimal_commas_are_found(
    dialog_over: Opener, settled: Settled, tmp_path: Path, shelf: Shelf, qtbot: QtBot
) -> None:
    rows = [(row[0], *(cell.replace(".", ",") for cell in row[1:])) for row in hours(300, "%d.%m.%Y %H:%M")]
    names = "Datum;Eröffnung;Hoch;Tief;Schluss;Volumen"
    dialog = opened_in(dialog_over(FileImporter()), written(tmp_path / "ETHUSDT_1h.csv", rows, ";", names), settled)
    assert box(dialog, "delimiter").currentText() == "Semicolon  ;"
    assert box(dialog, "decimal").currentText() == "Comma  1,5"
    assert box(dialog, "time_format").currentText() == "%d.%m.%Y %H:%M"
    imported_from(dialog, qtbot)
    assert shelf.kept[0][2].bars.open[1] == 100.01


def test_a_file_in_a_zip_archive_is_imported(
    dialog_over: Opener, settled: Settled, tmp_path: Path, shelf: Shelf, qtbot: QtBot
) -> None:
    inner = written(tmp_path / "SOLUSDT_1h.csv", hours(48))
    with zipfile.ZipFile(tmp_path / "archive.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(inner, inner.name)
    dialog = opened_in(dialog_over(FileImporter()), tmp_path / "archive.zip", settled)
    assert dialog.work.form.rows["symbol"].editor.text() == "SOLUSDT"
    imported_from(dialog, qtbot)
    assert len(shelf.kept[0][2].bars) == 48


def test_of_several_files_in_an_archive_the_chosen_one_is_read(
    dialog_over: Opener, settled: Settled, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "archive.zip", "w") as archive:
        for name, count in (("BTCUSDT_1h.csv", 24), ("ETHUSDT_1h.csv", 36)):
            archive.write(written(tmp_path / name, hours(count)), name)
    dialog = opened_in(dialog_over(FileImporter()), tmp_path / "archive.zip", settled)
    assert not dialog.footer.accept.isEnabled()
    choose(box(dialog, "member"), "ETHUSDT_1h.csv")
    settled(dialog)
    assert lines_of(dialog)["Bars to import"] == "36"
    assert dialog.footer.accept.isEnabled()


def test_what_is_no_file_of_bars_is_refused_in_one_sentence(
    dialog_over: Opener, settled: Settled, tmp_path: Path, shelf: Shelf
) -> None:
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    dialog = opened_in(dialog_over(FileImporter()), picture, settled)
    assert "is a picture" in dialog.empty.problem.text()
    assert not dialog.footer.accept.isEnabled()
    opened_in(dialog, tmp_path / "missing.csv", settled)
    assert "There is no file missing.csv" in dialog.empty.problem.text()
    assert shelf.kept == []


def test_broken_rows_are_counted_with_their_lines(dialog_over: Opener, settled: Settled, tmp_path: Path) -> None:
    rows = hours(100)
    rows[10] = (rows[10][0], "abc", *rows[10][2:])
    rows[20] = rows[20][:3]  # type: ignore[assignment]
    dialog = opened_in(dialog_over(FileImporter()), written(tmp_path / "BTCUSDT_1h.csv", rows), settled)
    lines = lines_of(dialog)
    assert (lines["Rows read"], lines["Bars to import"], lines["Rows dropped"]) == ("100", "98", "2")
    dropped = next(item for item in dialog.work.report.items() if item.text(0) == "Rows dropped")
    details = " ".join(dropped.child(number).text(0) for number in range(dropped.childCount()))
    assert "line 12" in details
    assert "line 22" in details


def test_other_columns_than_guessed_can_be_taken(
    dialog_over: Opener, settled: Settled, tmp_path: Path, shelf: Shelf, qtbot: QtBot
) -> None:
    rows = [(*row, f"{float(row[4]) + 0.25:.2f}") for row in hours(60)]
    path = written(tmp_path / "BTCUSDT_1h.csv", rows, ",", "time,open,high,low,close,volume,settlement")
    dialog = opened_in(dialog_over(FileImporter()), path, settled)
    choose(dialog.work.cells.header.boxes()[6], "close")
    settled(dialog)
    assert dialog.work.bar_table.index(0, 4).data() == "100.75"
    imported_from(dialog, qtbot)
    assert shelf.kept[0][2].bars.close[0] == 100.75


def test_a_file_without_a_name_asks_for_the_symbol(
    dialog_over: Opener, settled: Settled, tmp_path: Path, shelf: Shelf, qtbot: QtBot
) -> None:
    dialog = opened_in(dialog_over(FileImporter()), written(tmp_path / "data.csv", hours(48)), settled)
    assert dialog.work.form.rows["symbol"].note.isVisible()
    assert not dialog.footer.accept.isEnabled()
    write(dialog, qtbot, "DOGEUSDT")
    settled(dialog)
    imported_from(dialog, qtbot)
    assert shelf.kept[0][0] == "DOGEUSDT"


def test_a_changed_zone_moves_the_bars(dialog_over: Opener, settled: Settled, tmp_path: Path) -> None:
    dialog = opened_in(dialog_over(FileImporter()), written(tmp_path / "BTCUSDT_1h.csv", hours(48)), settled)
    choose(box(dialog, "zone"), "Asia/Tokyo")
    settled(dialog)
    assert dialog.work.bar_table.index(0, 0).data() == "2023-02-28 15:00"


def test_names_taken_for_data_and_back_again(dialog_over: Opener, settled: Settled, tmp_path: Path) -> None:
    dialog = opened_in(dialog_over(FileImporter()), written(tmp_path / "BTCUSDT_1h.csv", hours(48)), settled)
    choose(box(dialog, "header"), "Data")
    settled(dialog)
    assert dialog.work.cells.cells.index(0, 1).data() == "open"
    assert lines_of(dialog)["Bars to import"] == "48"
    choose(box(dialog, "header"), "Column names")
    settled(dialog)
    assert dialog.work.cells.cells.name_of(1) == "open"
    assert dialog.work.cells.cells.index(0, 1).data() == "100.00"


class WatchedImporter(FileImporter):
    """The real importer; tells on which thread it was and how far it came, and can be stopped in the middle."""

    def __init__(self) -> None:
        self.threads: set[int] = set()
        self.steps = 0
        self.in_the_middle: threading.Event | None = None
        self.go_on = threading.Event()

    def open_file(self, path: Path, watch: Watch, member: str | None) -> OpenedFile:
        self.threads.add(threading.get_ident())
        return super().open_file(path, watch, member)

    def read_bars(self, opened: OpenedFile, format_: Format, watch: Watch) -> Reading:
        self.threads.add(threading.get_ident())

        def told(what: str, done: int, total: int) -> None:
            self.steps += 1
            watch.progress(what, done, total)
            if self.in_the_middle is not None:
                self.in_the_middle.set()
                self.go_on.wait(10)

        return super().read_bars(opened, format_, Watch(told, watch.cancelled))


@pytest.fixture(scope="module")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """200,000 hourly bars."""
    path = tmp_path_factory.mktemp("large") / "BTCUSDT_1h.csv"
    moments = np.datetime_as_string(
        np.arange(200_000) * np.timedelta64(1, "h") + np.datetime64("2001-01-01T00:00:00"), unit="s"
    )
    lines = (f"{moment},100.0,101.0,99.0,100.5,12" for moment in moments.tolist())
    path.write_text("time,open,high,low,close,volume\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_large_file_is_read_beside_the_window(dialog_over: Opener, settled: Settled, large_file: Path) -> None:
    beats: list[float] = []
    heart = QTimer()
    heart.setInterval(5)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    importer = WatchedImporter()
    dialog = dialog_over(importer)
    heart.start()
    try:
        opened_in(dialog, large_file, settled)
    finally:
        heart.stop()
    print(f"the longest gap between two beats was {1_000 * max(np.diff(beats)):.1f} ms")
    assert lines_of(dialog)["Bars to import"] == "200,000"
    assert threading.get_ident() not in importer.threads
    assert len(importer.threads) == 1
    assert len(beats) > 10


def test_reading_a_large_file_can_be_cancelled_in_the_middle(
    dialog_over: Opener, settled: Settled, large_file: Path, shelf: Shelf, qtbot: QtBot
) -> None:
    importer = WatchedImporter()
    importer.in_the_middle = threading.Event()
    dialog = dialog_over(importer)
    dialog.open_path(large_file)
    qtbot.waitUntil(importer.in_the_middle.is_set, timeout=20_000)
    dialog.footer.cancel.click()
    importer.go_on.set()
    settled(dialog)
    assert importer.steps == 1
    assert "Cancelled; nothing was stored" in dialog.work.headline.text()
    assert shelf.kept == []
    assert dialog.isVisible()


def test_imported_bars_stand_in_the_store(qtbot: QtBot, qapp: QApplication, settled: Settled, tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store" / "photon.db")

    def keep(symbol: str, interval: Interval, reading: Reading, source_file: str, format_: Format) -> int:
        try:
            return store_bars(store, symbol, interval, reading, source_file, format_)
        finally:
            store.close_thread()

    dialog = CsvImportDialog(keep, Icons(ICON_FOLDER), DARK)
    qtbot.addWidget(dialog)
    dialog.show()
    opened_in(dialog, written(tmp_path / "BTCUSDT_1h.csv", hours(240)), settled)
    imported_from(dialog, qtbot)
    assert dialog.done_page.headline.text() == "✓ Imported 240 bars"
    bars = store.bars.read("BTCUSDT", Interval.HOUR_1, "csv")
    assert (len(bars), int(bars.times[0])) == (240, BEGIN)
    dialog.close()
    store.close()
