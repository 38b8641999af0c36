"""Writes the trades that are shown to a CSV file of the user's choice."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from photon_desktop.errors import PhotonError
from photon_desktop.trading.messages import ExecutionReport
from photon_desktop.trading.report_csv import reports_csv
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.sentences.said import said
from photon_desktop.whole_files import write_text

_FILTER = mark("CSV files (*.csv);;All files (*)")


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
                tr("There are no trades to export"), tr("None is shown; change the filter, or trade first.")
            )
            return
        self._reports = reports
        chooser = QFileDialog(
            self._window, tr("Export the trades shown"), str(self._folder / "trades.csv"), tr(_FILTER)
        )
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
            await asyncio.to_thread(lambda: write_text(path, reports_csv(reports)))
        except PhotonError as error:
            self._window.show_problem(tr("The trades were not exported"), said(str(error)), "")
            return
        done = tr("{count} reports stand in {file}.").format(count=f"{len(reports):,}", file=path.name)
        self._window.show_notice(tr("Trades exported"), done, str(path))
