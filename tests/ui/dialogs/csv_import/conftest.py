"""A dialog over a made importer and a made store."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.reading import Reading
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.design import DARK
from photon_desktop.ui.dialogs.csv_import.dialog import CsvImportDialog
from photon_desktop.ui.dialogs.csv_import.worker.file_reader import Importer
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.stylesheet import apply_theme
from tests.ui.examples import ICON_FOLDER

Opener = Callable[[Importer], CsvImportDialog]


@dataclass
class Shelf:
    """Keeps what it is handed, or fails."""

    failure: Exception | None = None
    kept: list[tuple[str, Interval, Reading, str, Format]] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)

    def keep(self, symbol: str, interval: Interval, reading: Reading, source_file: str, format_: Format) -> int:
        self.threads.add(threading.get_ident())
        if self.failure is not None:
            raise self.failure
        self.kept.append((symbol, interval, reading, source_file, format_))
        return len(reading.bars)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def dialog_over(qtbot: QtBot, qapp: QApplication, shelf: Shelf) -> Iterator[Opener]:
    """Makes a shown dialog; it is closed and its thread ended after the test."""
    apply_theme(qapp, DARK)
    made: list[CsvImportDialog] = []

    def opener(importer: Importer) -> CsvImportDialog:
        dialog = CsvImportDialog(shelf.keep, Icons(ICON_FOLDER), DARK, importer=importer)
        qtbot.addWidget(dialog)
        dialog.show()
        made.append(dialog)
        return dialog

    yield opener
    for dialog in made:
        assert dialog.finish()


@pytest.fixture
def settled(qtbot: QtBot) -> Callable[[CsvImportDialog], None]:
    """Waits until a dialog has done all that was asked of it."""

    def wait(dialog: CsvImportDialog) -> None:
        qtbot.waitUntil(lambda: not dialog.is_working, timeout=20_000)

    return wait


@pytest.fixture
def csv_path(tmp_path: Path) -> Path:
    return tmp_path / "hourly.csv"
