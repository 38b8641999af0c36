"""A dock whose header goes where a tab already says its name."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget
from shiboken6 import isValid

from photon_desktop.ui.panels.panel import Panel


class PanelDock(QDockWidget):
    """Holds one panel under the name that the layout remembers it by."""

    def __init__(self, name: str, title: str, panel: Panel, window: QMainWindow) -> None:
        super().__init__(title, window)
        self.setObjectName(name)
        self.setWidget(panel)
        self._window = window
        self._no_header = QWidget(self)
        self._no_header.hide()
        for signal in (self.topLevelChanged, self.dockLocationChanged, self.visibilityChanged):
            signal.connect(self.fit_header)

    @Slot()
    def fit_header(self) -> None:
        """Show the header where the dock stands alone, and leave it out where a tab shows its name."""
        if not isValid(self._window):  # docks still speak while their window is being taken down
            return
        is_tabbed = not self.isFloating() and bool(self._window.tabifiedDockWidgets(self))
        wanted = self._no_header if is_tabbed else None
        if self.titleBarWidget() is not wanted:
            self.setTitleBarWidget(wanted)  # type: ignore[arg-type]
