"""Writes the trades that are shown to a CSV file of the user's choice."""

import asyncio
import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from photon_desktop.trading.messages import ExecutionReport
from photon_desktop.trading.report_csv import reports_csv
from photon_desktop.ui.main_window import MainWindow

_FILTER = "CSV files (*.csv);;All files (*)"


class TradesExport(QObject):
    """Asks where, and writes off the main thread; the file is there whole, or as it was before."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self._reports: tuple[ExecutionReport, ...] = ()
        self._chooser: QFileDialog | None = None
        self.writing: asyncio.Task[None] | None = None
        window.trades.export_requested.connect(self.choose)
        window.actions_by_name["actionExportTrades"].triggered.connect(window.trades.ask_to_export)

    @Slot(object)
    def choose(self, reports: tuple[ExecutionReport, ...]) -> None:
        """Ask where these are to be written."""
        if not reports:
            self._window.show_notice(
                "There are no trades to export", "None is shown; change the filter, or trade first."
            )
            return
        self._reports = reports
        chooser = QFileDialog(self._window, "Export the trades shown", str(self._folder / "trades.csv"), _FILTER)
        chooser.setObjectName("tradesExportDialog")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("csv")
        chooser.fileSelected.connect(self.write)
        self._chooser = chooser
        chooser.open()

    @Slot(str)
    def write(self, path: str) -> None:
        """Write what was asked for into `path`."""
        self.writing = asyncio.ensure_future(self._write(Path(path), self._reports))

    async def _write(self, path: Path, reports: tuple[ExecutionReport, ...]) -> None:
        self._folder = path.parent
        try:
            await asyncio.to_thread(write_reports, path, reports)
        except OSError as error:
            why = error.strerror or type(error).__name__
            self._window.show_problem(
                "The trades were not exported", f"{path.name}: {why}. Choose another file or folder.", str(path)
            )
            return
        self._window.show_notice("Trades exported", f"{len(reports):,} reports stand in {path.name}.", str(path))


def write_reports(path: Path, reports: tuple[ExecutionReport, ...]) -> None:
    """Put `reports` into the file `path`, whole or not at all. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".part")
    written = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(reports_csv(reports))
            file.flush()
            os.fsync(file.fileno())
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
