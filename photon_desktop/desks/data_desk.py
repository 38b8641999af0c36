"""Opens the dialogs that bring bars into the program, and does for them what they may not do themselves."""

import threading
from collections.abc import Callable, Generator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.desks.loading import load_behind_the_window
from photon_desktop.errors import StoreError
from photon_desktop.market.keeping import keep
from photon_desktop.market.real.venue import HeldSource
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui.design import Theme
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.language import tr
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.turns import Turns

if TYPE_CHECKING:
    from photon_desktop.market.importer.format import Format
    from photon_desktop.market.importer.reading import Reading
    from photon_desktop.ui.dialogs.csv_import.dialog import CsvImportDialog
    from photon_desktop.ui.dialogs.data.dialog import DataDialog
    from photon_desktop.ui.dialogs.download.dialog import DownloadDialog
    from photon_desktop.ui.dialogs.download.orders import Order

_DIALOGS = (
    "photon_desktop.ui.dialogs.csv_import.dialog",
    "photon_desktop.ui.dialogs.data.dialog",
    "photon_desktop.ui.dialogs.download.dialog",
    "photon_desktop.ui.dialogs.csv_import.worker.file_importer",
    "photon_desktop.market.importer.storing",
)


class DataDesk(QObject):
    """One dialog of each kind, built when it is first asked for: what they load is not needed to begin."""

    show_requested = Signal(str, object)  # symbol, Interval
    history_changed = Signal(str, str)  # symbol, what is to be told: an import has other prices than were stored
    bars_stored = Signal()  # some were imported or downloaded
    loaded = Signal()  # what its dialogs are made of, some time after the start

    def __init__(
        self,
        window: MainWindow,
        store: Store,
        icons: Icons,
        theme: Theme,
        data_folder: Path,
        clock: Clock,
        open_source: Callable[[str], HeldSource],
    ) -> None:
        super().__init__(window)
        self._data_folder, self._clock, self._open_source = data_folder, clock, open_source
        self._window = window
        self._store = store
        self._icons = icons
        self._theme = theme
        self._import: CsvImportDialog | None = None
        self._building: Turns[CsvImportDialog] | None = None
        self._data: DataDialog | None = None
        self._download: DownloadDialog | None = None
        window.import_requested.connect(self.open_import)
        window.file_dropped.connect(self.open_import_of)
        window.data_requested.connect(self.open_data)
        window.download_requested.connect(self.open_download)
        self._is_finished = False
        self.loaded.connect(self._build_import)

    @Slot()
    def open_import(self) -> "CsvImportDialog":
        """Show the import, which asks for a file."""
        dialog = self._import_dialog()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    @Slot(object)
    def open_import_of(self, path: Path) -> None:
        """Show the import of this file."""
        self.open_import().open_path(path)

    @Slot()
    def open_data(self) -> "DataDialog":
        """Show every series that is kept."""
        dialog = self._data_dialog()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    @Slot()
    def open_download(self) -> "DownloadDialog":
        """Show the download, ready for the symbol on the chart."""
        dialog = self._download_dialog()
        if not dialog.is_working:
            dialog.set_symbols(self._window.watchlist.symbols, self._window.desk.symbol)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    @Slot()
    def warm_up(self) -> None:
        """Load what the dialogs are made of, on a thread of its own, and build the import, which is dropped on without
        warning: the first to be opened would wait for both."""
        threading.Thread(target=self._load_dialogs, name="load-dialogs", daemon=True).start()

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self._theme = theme
        for dialog in (self._import, self._data):
            if dialog is not None:
                dialog.set_theme(theme)

    def finish(self) -> None:
        """End what runs behind the dialogs: the program closes."""
        self._is_finished = True
        if self._building is not None:
            self._building.stop()
        for dialog in (self._import, self._data, self._download):
            if dialog is not None:
                dialog.finish()

    def _import_dialog(self) -> "CsvImportDialog":
        return self._import or self._import_turns().ended()

    def _import_turns(self) -> "Turns[CsvImportDialog]":
        if self._building is None:
            self._building = Turns(self._import_in_steps(), self)
        return self._building

    def _import_in_steps(self) -> "Generator[None, None, CsvImportDialog]":
        from photon_desktop.ui.dialogs.csv_import.dialog import CsvImportDialog  # noqa: PLC0415 - on demand
        from photon_desktop.ui.dialogs.csv_import.worker.file_importer import FileImporter  # noqa: PLC0415

        importer = FileImporter()
        dialog = CsvImportDialog(self._keep, self._icons, self._theme, self._window, importer, is_whole=False)
        yield
        yield from dialog.building
        dialog.set_theme(self._theme)  # which may not be the one it was built in
        dialog.show_requested.connect(self.show_requested)
        dialog.imported.connect(self._refresh_data)
        self._import = dialog
        return dialog

    def _data_dialog(self) -> "DataDialog":
        if self._data is None:
            from photon_desktop.desks.series_shelf import SeriesShelf  # noqa: PLC0415 - on demand
            from photon_desktop.ui.dialogs.data.dialog import DataDialog  # noqa: PLC0415

            self._data = DataDialog(SeriesShelf(self._store), self._is_watched, self._theme, self._window)
            self._data.show_requested.connect(self.show_requested)
            self._data.import_requested.connect(self.open_import)
            self._data.download_requested.connect(self.open_download)
        return self._data

    def _download_dialog(self) -> "DownloadDialog":
        if self._download is None:
            from photon_desktop.ui.dialogs.download.dialog import DownloadDialog  # noqa: PLC0415 - on demand

            symbols = self._window.watchlist.symbols
            self._download = DownloadDialog(
                self._open_source, symbols, self._data_folder, self._clock, self._window, self._store.kinds.of,
                self._keep_fetched,
            )  # fmt: skip
            self._download.show_requested.connect(self.show_requested)
            self._download.downloaded.connect(self._refresh_data)
        return self._download

    def _load_dialogs(self) -> None:
        load_behind_the_window(_DIALOGS)
        with suppress(RuntimeError):  # the window is gone by now
            self.loaded.emit()

    @Slot()
    def _build_import(self) -> None:
        if not self._is_finished and self._import is None:
            self._import_turns().begin()

    @Slot()
    def _refresh_data(self) -> None:
        self.bars_stored.emit()
        if self._data is not None and self._data.isVisible():
            self._data.refresh()

    def _is_watched(self, symbol: str) -> bool:
        return symbol in self._window.watchlist.symbols

    def _keep(self, symbol: str, interval: Interval, reading: "Reading", source_file: str, format_: "Format") -> int:
        """Store what was read, on the dialog's thread."""
        from photon_desktop.market.importer.storing import store_bars  # noqa: PLC0415 - brings Arrow with it

        try:
            tell = partial(self.history_changed.emit, symbol)
            return store_bars(self._store, symbol, interval, reading, source_file, format_, tell)
        finally:
            self._store.close_thread()

    def _keep_fetched(self, order: "Order", source: str, bars: Bars) -> str | None:
        """Store what was downloaded, with its passport, on the dialog's thread; that it can't be stops nobody. What is
        to be told of it. The bars of the simulated market need no keeping."""
        if order.kind is InstrumentKind.DEMO:
            return None
        try:
            return keep(self._store, order.symbol, order.interval, source, bars, self._clock.now_ns(), kind=order.kind)
        except StoreError as error:
            return tr("The bars could not be kept for the next time: {error}").format(error=error)
        finally:
            self._store.close_thread()
