"""The menus: every action of the window stands in one of them."""

from collections.abc import Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMenu, QMenuBar

from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.frame.actions import WindowActions

_FILE = (
    "actionImportCsv", "actionDownload", "actionData", "actionExportTrades", "", "actionSettings", "", "actionQuit",
)  # fmt: skip
_VIEW = (
    "actionPalette", "", "actionRsiPane", "actionMacdPane", "actionLogScale", "", "actionTheme", "actionFullScreen",
    "actionLayouts", "actionResetLayout",
)  # fmt: skip
_WATCHLIST = (
    "actionAddSymbols", "actionRemoveSymbols", "", "actionFilterSymbols", "actionMoveUp",
    "actionMoveDown", "actionCopySymbols", "", "actionSymbolAlerts", "actionAllAlerts",
)  # fmt: skip
_MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (mark("&File"), _FILE),
    (mark("&Edit"), ("actionUndo", "actionRedo")),
    (mark("&View"), _VIEW),
    (
        mark("&Market"),
        (
            "actionMonitor",
            "actionDecide",
            "actionBacktest",
            "actionKillSwitch",
            "actionArm",
            "actionAcceptBooks",
            "actionMarket",
            "actionAccounts",
            "",
            "actionProtectPosition",
            "actionClosePosition",
            "",
            "actionSelfCheck",
            "actionSelfCheckNow",
            "",
            "actionFollow",
            "actionTimeMachine",
            "actionNextSymbol",
            "actionPreviousSymbol",
        ),
    ),
    (mark("&Watchlist"), _WATCHLIST),
    (mark("&Help"), ("actionHelp", "actionTour", "actionShortcuts", "", "actionReport", "actionAbout")),
)


def fill_menus(bar: QMenuBar, actions: WindowActions, docks: Mapping[str, QDockWidget]) -> None:
    """Put the actions, and for each dock one that shows and hides it, into the menus."""
    for title, names in _MENUS:
        menu = bar.addMenu(tr(title))
        menu.setToolTipsVisible(True)  # they say why an action is greyed
        for name in names:
            if name:
                menu.addAction(actions[name])
            else:
                menu.addSeparator()
        if names is _VIEW:
            menu.addSeparator()
            for number, dock in enumerate(docks.values(), start=1):
                menu.addAction(_panel_action(dock, number))


def menu_actions(bar: QMenuBar) -> list[QAction]:
    """Every action in the menus, in their order."""
    found: list[QAction] = []
    for entry in bar.actions():
        menu = entry.menu()
        if isinstance(menu, QMenu):
            found += [action for action in menu.actions() if not action.isSeparator()]
    return found


def _panel_action(dock: QDockWidget, number: int) -> QAction:
    action = dock.toggleViewAction()
    action.setObjectName(f"actionShow{dock.objectName()[0].upper()}{dock.objectName()[1:]}")
    action.setShortcut(QKeySequence(f"Ctrl+{number % 10}"))
    action.setStatusTip(tr("Show or hide the panel {panel}").format(panel=dock.windowTitle()))
    action.setProperty("place", tr("Panel"))
    return action
