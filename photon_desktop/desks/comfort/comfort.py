"""The desks of comfort together, so that the desktop has one thing to make, begin and finish."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot

from photon_desktop.crash.watch import CrashWatch
from photon_desktop.desks.comfort.crash_desk import CrashDesk
from photon_desktop.desks.comfort.palette_sources import PaletteSources
from photon_desktop.desks.settings_desk import SettingsDesk
from photon_desktop.store.store import Store
from photon_desktop.ui.main_window import MainWindow


class Comfort(QObject):
    """Lives on the main thread."""

    def __init__(
        self, window: MainWindow, store: Store, settings_desk: SettingsDesk, data_folder: Path, crash: CrashWatch
    ) -> None:
        super().__init__(window)
        self._window = window
        self.palette_sources = PaletteSources(window, settings_desk, store.settings)
        self.crash_desk = CrashDesk(window, crash, data_folder)

    def begin(self) -> None:
        """Say what is to be said once the window is on screen."""
        self.crash_desk.begin()

    @Slot()
    def bring_to_front(self) -> None:
        """Bring the window to the front, wherever it is."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
