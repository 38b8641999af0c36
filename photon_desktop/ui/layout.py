"""The window's layout: the one it starts with, and its form between runs."""

import base64
import binascii
import json
from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QTabWidget, QWidget

from photon_desktop.ui.panels.frame.dock import PanelDock

LAYOUT_VERSION = 3
SMALLEST = QSize(1024, 640)
FIRST_SIZE = QSize(1280, 800)
DOCK_OPTIONS = (
    QMainWindow.DockOption.AllowTabbedDocks
    | QMainWindow.DockOption.AllowNestedDocks
    | QMainWindow.DockOption.GroupedDragging  # a tab can then be dragged out by itself
)
BOTTOM_TABS = ("portfolio", "trades", "messages", "agents", "modelDesk", "analytics", "heatmap")


def arrange(window: QMainWindow, docks: Mapping[str, PanelDock]) -> None:
    """Put every dock where it stands by default and show it. The columns at the sides take what height they need:
    the right one all of it, the left one ends where the tabs begin."""
    window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
    window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
    window.setTabPosition(Qt.DockWidgetArea.BottomDockWidgetArea, QTabWidget.TabPosition.North)
    for dock in docks.values():
        dock.setFloating(False)
        window.removeDockWidget(dock)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks["watchlist"])
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, docks["decisionFeed"])
    window.splitDockWidget(docks["decisionFeed"], docks["whyPanel"], Qt.Orientation.Vertical)
    first = docks[BOTTOM_TABS[0]]
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, first)
    for name in BOTTOM_TABS[1:]:
        window.tabifyDockWidget(first, docks[name])
    for dock in docks.values():
        dock.show()
    for dock in docks.values():  # once all are shown: a dock behind which no tab is shown yet has a header
        dock.fit_header()
    first.raise_()


def give_default_sizes(window: QMainWindow, docks: Mapping[str, PanelDock]) -> None:
    """Size the docks for the window's size: what is left over belongs to the chart."""
    width, height = window.width(), window.height()
    left, right = _between(width * 0.17, 220, 280), _between(width * 0.25, 320, 420)
    bottom = _between(height * 0.30, 240, 360)
    window.resizeDocks([docks["watchlist"], docks["decisionFeed"]], [left, right], Qt.Orientation.Horizontal)
    window.resizeDocks([docks["portfolio"]], [bottom], Qt.Orientation.Vertical)
    column = [docks["decisionFeed"], docks["whyPanel"]]
    why = _between(height * 0.51, 300, 440)
    window.resizeDocks(column, [height - why, why], Qt.Orientation.Vertical)


def layout_bytes(window: QMainWindow) -> bytes:
    """Size, place and docks of the window, for `restore_layout_bytes`."""
    state = window.saveState(LAYOUT_VERSION).data()
    geometry = window.saveGeometry().data()
    return json.dumps({"version": LAYOUT_VERSION, "geometry": _text(geometry), "state": _text(state)}).encode()


def restore_layout_bytes(window: QMainWindow, layout: bytes) -> bool:
    """Give the window the layout that `layout_bytes` wrote; False, and no change, for anything else."""
    try:
        kept = json.loads(layout)
        if kept["version"] != LAYOUT_VERSION:
            return False
        geometry, state = (base64.b64decode(kept[name], validate=True) for name in ("geometry", "state"))
    except (ValueError, KeyError, TypeError, binascii.Error):
        return False
    if not window.restoreState(QByteArray(state), LAYOUT_VERSION):
        return False
    window.restoreGeometry(QByteArray(geometry))
    return True


def _text(data: object) -> str:
    return base64.b64encode(bytes(data)).decode("ascii")  # type: ignore[call-overload]


def _between(value: float, least: int, most: int) -> int:
    return int(min(max(value, least), most))


def order_tabs(widgets: list[QWidget]) -> None:
    """Let Tab go from each of these to the next."""
    for earlier, later in pairwise(widgets):
        QWidget.setTabOrder(earlier, later)
