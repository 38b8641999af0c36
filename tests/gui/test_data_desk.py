"""Bars brought in by the user, from a file dropped on the window to the chart that shows them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTableView

from photon_desktop.desktop import Desktop
from photon_desktop.market.csv_files import CsvSource, write_bars
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import data_hash
from photon_desktop.ui.chart.data.pyramid import Row
from tests.gui.desktops import Scenario, run_shown, until
from tests.ui.chart.markets import walk

SYMBOL = "QRSTUSDT"


@pytest.fixture
def bars() -> Bars:
    return walk(700)


@pytest.fixture
def file(tmp_path: Path, bars: Bars) -> Path:
    path = tmp_path / f"{SYMBOL}_1h.csv"
    write_bars(path, bars)
    return path


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path) -> Callable[[Scenario], None]:
    folder = tmp_path / "data"
    folder.mkdir()

    return partial(run_shown, qapp, lambda: Desktop(folder, venues=dict))


def test_a_dropped_file_is_imported_stored_with_its_passport_and_shown(
    run: Callable[[Scenario], None], file: Path, bars: Bars
) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.window.file_dropped.emit(file)
        dialog = desktop.data_desk.open_import()
        await until(dialog.footer.accept.isEnabled)
        stored: list[object] = []
        dialog.imported.connect(lambda symbol, interval: stored.append((symbol, interval)))
        dialog.footer.accept.click()
        await until(lambda: stored)
        assert stored == [(SYMBOL, Interval.HOUR_1)]
        store = desktop.application.store
        assert store.bars.read(SYMBOL, Interval.HOUR_1, "csv") == bars
        passport = store.passports.get(SYMBOL, Interval.HOUR_1, "csv")
        assert passport is not None
        assert (passport.origin, passport.content_hash) == (file.name, data_hash(bars))
        dialog.show_requested.emit(SYMBOL, Interval.HOUR_1)
        await until(lambda: desktop.window.desk.series_of(SYMBOL) is not None)
        shown = desktop.window.desk.series_of(SYMBOL)
        assert shown is not None
        assert shown.bars == bars
        assert (desktop.window.desk.symbol, desktop.window.toolbar.market_name) == (SYMBOL, "real")

    run(scenario)


def test_all_bars_of_a_long_file_are_there_for_who_looks_back_far_enough(
    run: Callable[[Scenario], None], tmp_path: Path
) -> None:
    file, bars = tmp_path / f"{SYMBOL}_1h.csv", walk(24_000)
    write_bars(file, bars)

    async def scenario(desktop: Desktop) -> None:
        desktop.window.file_dropped.emit(file)
        dialog = desktop.data_desk.open_import()
        await until(dialog.footer.accept.isEnabled)
        stored: list[object] = []
        dialog.imported.connect(lambda symbol, interval: stored.append(symbol))
        dialog.footer.accept.click()
        await until(lambda: stored)
        dialog.show_requested.emit(SYMBOL, Interval.HOUR_1)
        await until(lambda: desktop.window.desk.series_of(SYMBOL) is not None)
        view = desktop.window.chart.plot.view
        content = desktop.window.chart.plot._content
        assert content is not None
        assert len(content.series) < len(bars)

        def looks_back() -> bool:
            QTest.keyClick(view, Qt.Key.Key_Home)
            return len(content.series) == len(bars)

        await until(looks_back)
        assert content.series.times.tolist() == bars.times.tolist()
        assert content.series.pyramid.bars[Row.CLOSE].tolist() == bars.close.tolist()
        assert not desktop.window.chart.is_following

    run(scenario)


def test_a_file_dropped_while_the_import_is_built_behind_the_window_is_taken_by_that_one(
    run: Callable[[Scenario], None], file: Path
) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.data_desk.loaded.emit()
        desktop.window.file_dropped.emit(file)
        dialog = desktop.data_desk.open_import()
        desktop.data_desk.loaded.emit()
        await until(dialog.footer.accept.isEnabled)
        built = [one for one in desktop.window.findChildren(QDialog) if one.objectName() == dialog.objectName()]
        assert built == [dialog]

    run(scenario)


def test_a_file_that_is_no_table_is_told_in_the_dialog_and_nothing_is_stored(
    run: Callable[[Scenario], None], tmp_path: Path
) -> None:
    picture = tmp_path / "chart.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))

    async def scenario(desktop: Desktop) -> None:
        desktop.window.file_dropped.emit(picture)
        dialog = desktop.data_desk.open_import()
        await until(lambda: not dialog.is_working)
        assert not dialog.footer.accept.isEnabled()
        assert [one.key.source for one in desktop.application.store.bars.series()].count("csv") == 0

    run(scenario)


@pytest.mark.slow
def test_what_is_kept_stands_in_the_data_dialog_and_can_be_put_on_the_chart(
    run: Callable[[Scenario], None], file: Path
) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.window.file_dropped.emit(file)
        dialog = desktop.data_desk.open_import()
        await until(dialog.footer.accept.isEnabled)
        desktop.window.actions_by_name["actionData"].trigger()
        data = desktop.data_desk.open_data()
        dialog.footer.accept.click()
        await until(lambda: SYMBOL in symbols_in(data.parts.table))
        data.show_requested.emit(SYMBOL, Interval.HOUR_1)
        await until(lambda: desktop.window.desk.series_of(SYMBOL) is not None)
        assert desktop.window.toolbar.market_name == "real"

    run(scenario)


def symbols_in(table: QTableView) -> list[str]:
    model = table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_bars_are_downloaded_into_the_data_folder(run: Callable[[Scenario], None], tmp_path: Path) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.window.actions_by_name["actionDownload"].trigger()
        dialog = desktop.data_desk.open_download()
        dialog.parts.symbol.setCurrentText("DEMO-ETH")
        dialog.parts.period.setCurrentText("5d")
        saved: list[object] = []
        dialog.downloaded.connect(lambda _symbol, _interval, path: saved.append(path))
        dialog.parts.start.click()
        await until(lambda: saved)
        assert saved == [tmp_path / "data" / "DEMO-ETH_1h.csv"]

    run(scenario)


class FromBybit(CsvSource):
    """A file that stands in for an exchange."""

    name = "bybit"

    def close(self) -> None:
        """There is nothing to let go of."""


def test_what_was_downloaded_is_kept_with_its_passport(
    run: Callable[[Scenario], None], file: Path, bars: Bars, tmp_path: Path
) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.data_desk._open_source = lambda _symbol: FromBybit([file.parent], {})
        dialog = desktop.data_desk.open_download()
        dialog.parts.symbol.setCurrentText(SYMBOL)
        dialog.parts.period.setCurrentText("max")
        saved: list[object] = []
        dialog.downloaded.connect(lambda *what: saved.append(what))
        dialog.parts.start.click()
        await until(lambda: saved)
        store = desktop.application.store
        assert store.bars.read(SYMBOL, Interval.HOUR_1, "bybit") == bars
        passport = store.passports.get(SYMBOL, Interval.HOUR_1, "bybit")
        assert passport is not None
        assert (passport.origin, passport.content_hash) == ("Bybit's public history", data_hash(bars))

    run(scenario)


def test_the_import_is_built_before_a_file_is_dropped(run: Callable[[Scenario], None]) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.data_desk.warm_up()
        await until(lambda: desktop.window.findChild(QDialog, "csvImportDialog") is not None)
        built = desktop.window.findChild(QDialog, "csvImportDialog")
        assert not built.isVisible()
        assert desktop.data_desk.open_import() is built

    run(scenario)


@pytest.mark.slow
def test_an_import_with_other_prices_than_those_stored_is_told(
    run: Callable[[Scenario], None], file: Path, bars: Bars
) -> None:
    async def scenario(desktop: Desktop) -> None:
        before = Bars(bars.times, bars.open, bars.high * 2, bars.low, bars.close, bars.volume)
        desktop.application.store.bars.put(SYMBOL, Interval.HOUR_1, "csv", before)
        desktop.window.file_dropped.emit(file)
        dialog = desktop.data_desk.open_import()
        await until(dialog.footer.accept.isEnabled)
        dialog.footer.accept.click()
        await until(lambda: desktop.window.banner.problems)
        assert desktop.window.banner.problems[-1].title == f"The history of {SYMBOL} has changed"

    run(scenario)
