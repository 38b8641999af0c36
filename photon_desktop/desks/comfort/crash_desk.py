"""Brings reports of faults before the user, once each."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot

from photon_desktop.crash.report import CrashReport
from photon_desktop.crash.watch import CrashWatch
from photon_desktop.ui.dialogs.crash_report import CrashReportDialog
from photon_desktop.ui.main_window import MainWindow


class CrashDesk(QObject):
    """Lives on the main thread. A fault that comes again is told no more: the log has it."""

    def __init__(self, window: MainWindow, watch: CrashWatch, folder: Path) -> None:
        """`folder`: where reports are saved unless another is chosen."""
        super().__init__(window)
        self._window, self._watch, self._folder = window, watch, folder
        self._told: set[str] = set()
        self._dialog: CrashReportDialog | None = None
        watch.failed.connect(self.tell, Qt.ConnectionType.QueuedConnection)  # not in the midst of what failed
        window.actions_by_name["actionReport"].triggered.connect(self.open)

    def begin(self) -> None:
        """Offer the report of the run before, if it crashed; once."""
        earlier, self._watch.earlier = self._watch.earlier, None
        if earlier is not None:
            self._show(earlier, is_earlier=True)

    @Slot(object)
    def tell(self, report: CrashReport) -> None:
        """Show the report of a fault."""
        if report.title not in self._told:
            self._told.add(report.title)
            self._show(report, is_earlier=False)

    @Slot()
    def open(self) -> CrashReportDialog:
        """Show how things stand, though nothing failed."""
        return self._show(self._watch.report_now(), is_earlier=False)

    def _show(self, report: CrashReport, *, is_earlier: bool) -> CrashReportDialog:
        if self._dialog is None:
            self._dialog = CrashReportDialog(self._folder, self._window)
        self._dialog.show_report(report, is_earlier=is_earlier)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog
