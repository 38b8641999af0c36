"""A dock whose header goes where a tab already says its name."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget
from shiboken6 import isValid

from photon_desktop.ui.action_words import keep_english
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.panel import Panel


class PanelDock(QDockWidget):
    """Holds one panel under the name that the layout remembers it by: from `hold` on, or else once the dock is seen."""

    def __init__(self, name: str, title: str, panel_of: Callable[[], Panel], window: QMainWindow) -> None:
        super().__init__(tr(title), window)
        keep_english(self.toggleViewAction(), title)
        self.setObjectName(name)
        self._panel_of = panel_of
        self._window = window
        self._no_header = QWidget(self)
        self._no_header.hide()
        for signal in (self.topLevelChanged, self.dockLocationChanged, self.visibilityChanged):
            signal.connect(self.fit_header)
        self.visibilityChanged.connect(self._hold_when_seen)

    def hold(self) -> None:
        """Take its panel in, which is made now if it never was."""
        if self.widget() is not (panel := self._panel_of()):
            self.setWidget(panel)

    @Slot()
    def fit_header(self) -> None:
        """Show the header where the dock stands alone, and leave it out where a tab shows its name."""
        if not isValid(self._window):  # docks still speak while their window is being taken down
            return
        is_tabbed = not self.isFloating() and bool(self._window.tabifiedDockWidgets(self))
        wanted = self._no_header if is_tabbed else None
        if self.titleBarWidget() is not wanted:
            self.setTitleBarWidget(wanted)  # type: ignore[arg-type]

    @Slot(bool)
    def _hold_when_seen(self, is_seen: bool) -> None:
        if is_seen and isValid(self._window):
            self.hold()
            QTimer.singleShot(0, self._panel_of(), self._panel_of().came_in_sight.emit)  # once it has its place
