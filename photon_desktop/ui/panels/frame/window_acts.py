"""What the actions in the window's menus do in the window itself, or ask for by its signals."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photon_desktop.paths import resources_folder
from photon_desktop.ui.panels.frame.undo_desk import UndoDesk

if TYPE_CHECKING:
    from photon_desktop.ui.main_window import MainWindow

_OTHER_MARKET = {"demo": "real", "real": "demo"}
_OTHER_THEME = {"dark": "light", "light": "dark"}


class WindowActs(QObject):
    """Connects the actions to what they do."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.undo = UndoDesk(window)
        acts = {
            "actionQuit": window.close,
            "actionMonitor": self._toggle_monitoring,
            "actionDecide": self._decide,
            "actionImportCsv": window.import_requested,
            "actionData": window.data_requested,
            "actionDownload": window.download_requested,
            "actionFollow": self._follow,
            "actionNextSymbol": self._next_symbol,
            "actionPreviousSymbol": self._previous_symbol,
            "actionTheme": self._change_theme,
            "actionResetLayout": window.reset_layout,
            "actionFullScreen": self._fill_screen,
            "actionMarket": self._change_market,
            "actionPalette": window.commands.open,
            "actionShortcuts": self._show_shortcuts,
            "actionAbout": self._show_about,
        }
        for name, act in acts.items():
            window.actions_by_name[name].triggered.connect(act)

    @Slot()
    def _toggle_monitoring(self) -> None:
        self._window.monitor_toggled.emit(not self._window.is_monitoring)

    @Slot()
    def _decide(self) -> None:
        self._window.decide_requested.emit(self._window.desk.symbol)

    @Slot()
    def _follow(self) -> None:
        self._window.chart.follow()
        self._window.actions_by_name["actionFollow"].setChecked(True)

    @Slot()
    def _change_theme(self) -> None:
        self._window.theme_changed.emit(_OTHER_THEME[self._window.theme.name])

    @Slot()
    def _change_market(self) -> None:
        self._window.market_changed.emit(_OTHER_MARKET[self._window.toolbar.market_name])

    @Slot()
    def _next_symbol(self) -> None:
        self._window.watchlist.step(1)

    @Slot()
    def _previous_symbol(self) -> None:
        self._window.watchlist.step(-1)

    @Slot(bool)
    def _fill_screen(self, full: bool) -> None:
        if full:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    @Slot()
    def _show_shortcuts(self) -> None:
        from photon_desktop.ui.panels.frame.dialogs import ShortcutSheet  # noqa: PLC0415 - once it is opened

        ShortcutSheet(self._window.every_action(), self._window).open()

    @Slot()
    def _show_about(self) -> None:
        from photon_desktop.ui.dialogs.about.dialog import AboutDialog  # noqa: PLC0415 - once it is opened
        from photon_desktop.ui.dialogs.about.libraries import libraries_in  # noqa: PLC0415

        AboutDialog(partial(libraries_in, resources_folder()), self._window).open()
