"""What the window can do: every action once, with its words, its shortcut and its icon."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from photon_desktop.ui.chart.header import Header
from photon_desktop.ui.chart.panes import PaneName
from photon_desktop.ui.design import Theme
from photon_desktop.ui.icons import Icons


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """An action's object name, words, shortcut and the icon that stands beside them ("" for none)."""

    name: str
    text: str
    shortcut: str
    hint: str
    icon: str = ""
    is_checkable: bool = False
    is_everywhere: bool = False  # its shortcut works in the dialogs, too


PLANS = (
    ActionPlan(
        "actionImportCsv", "&Import CSV", "Ctrl+I", "Import bars from a file; or drop it on the window", "import"
    ),
    ActionPlan("actionDownload", "Do&wnload bars…", "Ctrl+Shift+L", "Fetch bars of a symbol into a CSV file"),
    ActionPlan("actionData", "&Data…", "Ctrl+Shift+D", "Every series of bars that is kept, and where it is from"),
    ActionPlan(
        "actionSettings", "&Settings…", "Ctrl+,", "Every threshold, with its bounds and what it is for", "settings"
    ),
    ActionPlan(
        "actionExportTrades", "&Export trades…", "Ctrl+Shift+E", "Write the trades that are shown to a CSV file"
    ),
    ActionPlan("actionQuit", "&Quit", "Ctrl+Q", "Close the window and stop the agents in order"),
    ActionPlan("actionMonitor", "Start &monitoring", "Ctrl+M", "Start or stop watching the market", "play"),
    ActionPlan("actionDecide", "&Decide now", "Ctrl+D", "Decide on the last closed bar of the symbol shown", "decide"),
    ActionPlan("actionBacktest", "&Backtest…", "Ctrl+B", "What a strategy would have made on past bars", "backtest"),
    ActionPlan(
        "actionKillSwitch",
        "&Kill switch",
        "Ctrl+Shift+K",
        "Halt trading at once: take back what waits, open nothing, and close what is held if asked",
        "kill",
        is_everywhere=True,
    ),
    ActionPlan(
        "actionProtectPosition",
        "&Stop and target…",
        "Alt+S",
        "Move the stop and the target of the position chosen, or of the symbol shown",
    ),
    ActionPlan(
        "actionClosePosition",
        "&Close position…",
        "Alt+X",
        "Close the position chosen, or that of the symbol shown, after a question",
    ),
    ActionPlan(
        "actionArm",
        "A&rm the account…",
        "Ctrl+Shift+G",
        "Let orders of the account leave for its exchange, after a card of checks; or stop them again",
        "arm",
        is_everywhere=True,
    ),
    ActionPlan(
        "actionAcceptBooks",
        "Accept what the e&xchange holds…",
        "Ctrl+Shift+B",
        "Lead the books to what the exchange holds where they can't explain it, after its numbers and a question",
    ),
    ActionPlan(
        "actionMarket",
        "Simulated or real mar&ket",
        "Ctrl+Shift+M",
        "Watch the real market instead of the simulated one, or back",
    ),
    ActionPlan(
        "actionAccounts", "A&ccounts…", "Ctrl+Shift+U", "Every account, which one trades, and the rounds it has had"
    ),
    ActionPlan(
        "actionSelfCheck", "Parit&y self-check…", "Ctrl+Shift+P", "What the last self-check came to, and what differed"
    ),
    ActionPlan(
        "actionSelfCheckNow",
        "Check parity n&ow",
        "Ctrl+Shift+Y",
        "Do again what the agents did since the newest day began, in the background, and compare",
    ),
    ActionPlan(
        "actionTimeMachine",
        "&Time machine…",
        "Ctrl+Shift+T",
        "Go back over the recorded bars: chart, decision, orders and portfolio as they were",
    ),
    ActionPlan("actionFollow", "&Follow live", "Ctrl+L", "Keep the newest bar in sight", "", is_checkable=True),
    ActionPlan("actionRsiPane", "&RSI pane", "Alt+R", "Show or hide the RSI under the prices", "", is_checkable=True),
    ActionPlan(
        "actionMacdPane", "M&ACD pane", "Alt+M", "Show or hide the MACD under the prices", "", is_checkable=True
    ),
    ActionPlan("actionLogScale", "&Logarithmic prices", "Alt+L", "Equal shares, equal heights", "", is_checkable=True),
    ActionPlan("actionNextSymbol", "&Next symbol", "Ctrl+Down", "Show the next symbol of the watchlist"),
    ActionPlan("actionPreviousSymbol", "&Previous symbol", "Ctrl+Up", "Show the previous symbol of the watchlist"),
    ActionPlan("actionAddSymbols", "&Add symbols", "Ins", "Add symbols to the watchlist, many at once", "add"),
    ActionPlan(
        "actionRemoveSymbols", "&Remove selected", "Del", "Take the selected symbols off the watchlist", "remove"
    ),
    ActionPlan("actionUndoRemove", "&Undo removal", "Ctrl+Z", "Put back what was removed last"),
    ActionPlan("actionFilterSymbols", "&Filter", "Ctrl+F", "Show only the symbols that contain a text"),
    ActionPlan("actionMoveUp", "Move u&p", "Alt+Up", "Move the selected symbols one place up"),
    ActionPlan("actionMoveDown", "Move &down", "Alt+Down", "Move the selected symbols one place down"),
    ActionPlan("actionCopySymbols", "&Copy selected", "Ctrl+C", "Copy the selected symbols, one a line"),
    ActionPlan("actionSymbolAlerts", "Price a&lerts", "Alt+A", "Set or change the price alerts of a symbol", "alert"),
    ActionPlan("actionAllAlerts", "All price al&erts", "Ctrl+Shift+A", "Every price alert in one list"),
    ActionPlan("actionTheme", "Light &theme", "Ctrl+T", "Change between the dark and the light theme", "theme"),
    ActionPlan("actionResetLayout", "&Reset layout", "Ctrl+Shift+R", "Put every panel back where it was at first"),
    ActionPlan(
        "actionLayouts", "&Layouts…", "Ctrl+Shift+V", "Keep an arrangement of the panels by name, or bring one back"
    ),
    ActionPlan("actionFullScreen", "F&ull screen", "F11", "Fill the whole screen", "", is_checkable=True),
    ActionPlan("actionPalette", "&Command palette", "Ctrl+K", "Find any action by its name"),
    ActionPlan("actionHelp", "&Help", "F1", "The guide, at the page for where you are", is_everywhere=True),
    ActionPlan("actionShortcuts", "&Keyboard shortcuts", "?", "Every shortcut on one sheet"),
    ActionPlan("actionTour", "&Tour of the window", "Ctrl+Shift+W", "Walk through the window, a place at a time"),
    ActionPlan("actionReport", "&Report…", "Ctrl+Shift+J", "How the program is doing, with its log, to copy or save"),
    ActionPlan("actionAbout", "&About Photon Desktop", "Shift+F1", "Version and licence"),
)
WHY_NOT = "whyNot"  # the property that says, of an action that is greyed, why
MONITOR_TEXTS = {True: ("Stop &monitoring", "stop"), False: ("Start &monitoring", "play")}
THEME_TEXTS = {"dark": "Light &theme", "light": "Dark &theme"}


class WindowActions(QObject):
    """The actions by their names, with icons in the theme's colour."""

    def __init__(self, icons: Icons, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self._icon_names = {plan.name: plan.icon for plan in PLANS}
        self._actions = {plan.name: self._made(plan) for plan in PLANS}
        self.set_theme(theme)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> tuple[QAction, ...]:
        """Every action."""
        return tuple(self._actions.values())

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons anew, and have the theme's action offer the other theme."""
        self._theme = theme
        words = THEME_TEXTS[theme.name]
        self._actions["actionTheme"].setText(words)
        self._actions["actionTheme"].setIconText(words.partition(" ")[0])  # the icon says the rest in the toolbar
        for name, action in self._actions.items():
            self._draw(name, action)

    def set_monitoring(self, monitoring: bool) -> None:
        """Have the monitor's action offer to stop what runs and to start what does not."""
        text, icon = MONITOR_TEXTS[monitoring]
        self._actions["actionMonitor"].setText(text)
        self._icon_names["actionMonitor"] = icon
        self._draw("actionMonitor", self._actions["actionMonitor"])

    def set_arming(self, name: str, why_not: str, *, is_armed: bool) -> None:
        """Have the action offer to arm the account `name`, to disarm it at once where it is armed, or say why it can
        do neither."""
        action, plan = self._actions["actionArm"], next(plan for plan in PLANS if plan.name == "actionArm")
        shown_name = name.replace("&", "&&")
        action.setText("Disa&rm" if is_armed else f"A&rm {shown_name}…" if not why_not else plan.text)
        action.setIconText("Disarm" if is_armed else "Arm…")  # on the toolbar, where a name may have no room
        hint = why_not or (f"Stop the orders of {name} at once" if is_armed else plan.hint)
        action.setStatusTip(hint)
        action.setToolTip(f"{hint} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        action.setProperty(WHY_NOT, "" if is_armed else why_not)
        action.setEnabled(is_armed or not why_not)
        self._icon_names["actionArm"] = "stop" if is_armed else "arm"
        self._draw("actionArm", action)

    def allow(self, name: str, why_not: str) -> None:
        """Let the action `name` be chosen, or say why it can't be."""
        action, plan = self._actions[name], next(plan for plan in PLANS if plan.name == name)
        hint = why_not or plan.hint
        action.setProperty(WHY_NOT, why_not)
        action.setStatusTip(hint)
        action.setToolTip(f"{hint} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        action.setEnabled(not why_not)

    def _made(self, plan: ActionPlan) -> QAction:
        action = QAction(plan.text, self.parent())
        action.setObjectName(plan.name)
        action.setShortcut(QKeySequence(plan.shortcut))
        action.setStatusTip(plan.hint)
        action.setToolTip(f"{plan.hint} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        action.setCheckable(plan.is_checkable)
        if plan.is_everywhere:
            action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        return action

    def _draw(self, name: str, action: QAction) -> None:
        if self._icon_names[name]:
            action.setIcon(self._icons.icon(self._icon_names[name], self._theme))


def action_name(action: QAction) -> str:
    """The action's words, with the place they belong to where they say too little alone."""
    text = action.text().replace("&", "")
    place = action.property("place")
    return f"{place}: {text}" if place else text


def tie_to_chart_header(actions: WindowActions, header: Header) -> None:
    """Let menu and header show and change one state."""
    ties = {
        "actionRsiPane": header.panes[PaneName.RSI],
        "actionMacdPane": header.panes[PaneName.MACD],
        "actionLogScale": header.log,
    }
    for name, button in ties.items():
        action = actions[name]
        action.setChecked(button.isChecked())
        action.toggled.connect(button.setChecked)
        button.toggled.connect(action.setChecked)
