"""The desks of comfort together, so that the desktop has one thing to make, begin and finish."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot

from photon_desktop.application import Application
from photon_desktop.crash.watch import CrashWatch
from photon_desktop.desks.comfort.crash_desk import CrashDesk
from photon_desktop.desks.comfort.help_desk import HelpDesk
from photon_desktop.desks.comfort.kept_comfort import KeptComfort
from photon_desktop.desks.comfort.layout_desk import LayoutDesk
from photon_desktop.desks.comfort.news import DesktopNews
from photon_desktop.desks.comfort.palette_sources import PaletteSources
from photon_desktop.desks.comfort.sleep import awake_here
from photon_desktop.desks.comfort.sleep_guard import SleepGuard
from photon_desktop.desks.comfort.tour_desk import TourDesk
from photon_desktop.desks.comfort.window_keeper import WindowKeeper
from photon_desktop.desks.notifications import Notifications
from photon_desktop.desks.settings_desk import SettingsDesk
from photon_desktop.paths import resources_folder
from photon_desktop.ui.comfort.choices import ComfortChoices
from photon_desktop.ui.main_window import MainWindow


class Comfort(QObject):
    """Lives on the main thread."""

    def __init__(
        self,
        window: MainWindow,
        application: Application,
        settings_desk: SettingsDesk,
        notifications: Notifications,
        data_folder: Path,
        crash: CrashWatch,
        kept: WindowKeeper,
    ) -> None:
        super().__init__(window)
        self._window = window
        self.palette_sources = PaletteSources(window, settings_desk, kept)
        self.crash_desk = CrashDesk(window, crash, data_folder)
        self.news = DesktopNews(window, notifications, application.halt)
        self.sleep_guard = SleepGuard(awake_here(), self)
        self.layouts = LayoutDesk(window, kept)
        self.help_desk = HelpDesk(window, resources_folder() / "help")
        self.tour_desk = TourDesk(window, kept)
        self.kept = KeptComfort(settings_desk, kept)
        self.kept.page.tour_requested.connect(self.tour_desk.begin)
        self.kept.changed.connect(self._take_choices)
        self._take_choices(self.kept.choices)

    def begin(self) -> None:
        """Say what is to be said once the window is on screen."""
        self.crash_desk.begin()

    def finish(self) -> None:
        """Tell nothing more and let the computer sleep: the program closes."""
        self.news.finish()
        self.sleep_guard.finish()

    @Slot()
    def bring_to_front(self) -> None:
        """Bring the window to the front, wherever it is."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    @Slot(object)
    def _take_choices(self, choices: ComfortChoices) -> None:
        self.news.take_choices(choices)
        self.sleep_guard.take_choices(choices)
