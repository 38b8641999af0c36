"""What the window can do: every action once, with its words, its shortcut and its icon."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from photon_desktop.ui.action_words import keep_english, say
from photon_desktop.ui.chart.header import Header
from photon_desktop.ui.chart.panes import PaneName
from photon_desktop.ui.design import Theme
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.language import mark, tr


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """An action's object name, words, shortcut, the icon beside them and a second shortcut ("" for none)."""

    name: str
    text: str
    shortcut: str
    hint: str
    icon: str = ""
    is_checkable: bool = False
    is_everywhere: bool = False  # its shortcut works in the dialogs, too
    second_shortcut: str = ""


PLANS = (
    ActionPlan(
        "actionImportCsv",
        mark("&Import CSV"),
        "Ctrl+I",
        mark("Import bars from a file; or drop it on the window"),
        "import",
    ),
    ActionPlan(
        "actionDownload", mark("Do&wnload bars…"), "Ctrl+Shift+L", mark("Fetch bars of a symbol into a CSV file")
    ),
    ActionPlan(
        "actionData", mark("&Data…"), "Ctrl+Shift+D", mark("Every series of bars that is kept, and where it is from")
    ),
    ActionPlan(
        "actionSettings",
        mark("&Settings…"),
        "Ctrl+,",
        mark("Every threshold, with its bounds and what it is for"),
        "settings",
    ),
    ActionPlan(
        "actionExportTrades",
        mark("&Export trades…"),
        "Ctrl+Shift+E",
        mark("Write the trades that are shown to a CSV file"),
    ),
    ActionPlan("actionQuit", mark("&Quit"), "Ctrl+Q", mark("Close the window and stop the agents in order")),
    ActionPlan("actionUndo", mark("&Undo"), "Ctrl+Z", mark("Take back what was changed last")),
    ActionPlan(
        "actionRedo", mark("&Redo"), "Ctrl+Shift+Z", mark("Do anew what was undone last"), second_shortcut="Ctrl+Y"
    ),
    ActionPlan("actionMonitor", mark("Start &monitoring"), "Ctrl+M", mark("Start or stop watching the market"), "play"),
    ActionPlan(
        "actionDecide",
        mark("&Decide now"),
        "Ctrl+D",
        mark("Decide on the last closed bar of the symbol shown"),
        "decide",
    ),
    ActionPlan(
        "actionBacktest", mark("&Backtest…"), "Ctrl+B", mark("What a strategy would have made on past bars"), "backtest"
    ),
    ActionPlan(
        "actionKillSwitch",
        mark("&Kill switch"),
        "Ctrl+Shift+K",
        mark("Halt trading at once: take back what waits, open nothing, and close what is held if asked"),
        "kill",
        is_everywhere=True,
    ),
    ActionPlan(
        "actionProtectPosition",
        mark("&Stop and target…"),
        "Alt+S",
        mark("Move the stop and the target of the position chosen, or of the symbol shown"),
    ),
    ActionPlan(
        "actionClosePosition",
        mark("&Close position…"),
        "Alt+X",
        mark("Close the position chosen, or that of the symbol shown, after a question"),
    ),
    ActionPlan(
        "actionArm",
        mark("A&rm the account…"),
        "Ctrl+Shift+G",
        mark("Let orders of the account leave for its exchange, after a card of checks; or stop them again"),
        "arm",
        is_everywhere=True,
    ),
    ActionPlan(
        "actionAcceptBooks",
        mark("Accept what the e&xchange holds…"),
        "Ctrl+Shift+B",
        mark("Lead the books to what the exchange holds where they can't explain it, after its numbers and a question"),
    ),
    ActionPlan(
        "actionMarket",
        mark("Simulated or real mar&ket"),
        "Ctrl+Shift+M",
        mark("Watch the real market instead of the simulated one, or back"),
    ),
    ActionPlan(
        "actionAccounts",
        mark("A&ccounts…"),
        "Ctrl+Shift+U",
        mark("Every account, which one trades, and the rounds it has had"),
    ),
    ActionPlan(
        "actionSelfCheck",
        mark("Parit&y self-check…"),
        "Ctrl+Shift+P",
        mark("What the last self-check came to, and what differed"),
    ),
    ActionPlan(
        "actionSelfCheckNow",
        mark("Check parity n&ow"),
        "Ctrl+Shift+Y",
        mark("Do again what the agents did since the newest day began, in the background, and compare"),
    ),
    ActionPlan(
        "actionTimeMachine",
        mark("&Time machine…"),
        "Ctrl+Shift+T",
        mark("Go back over the recorded bars: chart, decision, orders and portfolio as they were"),
    ),
    ActionPlan(
        "actionFollow", mark("&Follow live"), "Ctrl+L", mark("Keep the newest bar in sight"), "", is_checkable=True
    ),
    ActionPlan(
        "actionRsiPane",
        mark("&RSI pane"),
        "Alt+R",
        mark("Show or hide the RSI under the prices"),
        "",
        is_checkable=True,
    ),
    ActionPlan(
        "actionMacdPane",
        mark("M&ACD pane"),
        "Alt+M",
        mark("Show or hide the MACD under the prices"),
        "",
        is_checkable=True,
    ),
    ActionPlan(
        "actionLogScale",
        mark("&Logarithmic prices"),
        "Alt+L",
        mark("Equal shares, equal heights"),
        "",
        is_checkable=True,
    ),
    ActionPlan("actionNextSymbol", mark("&Next symbol"), "Ctrl+Down", mark("Show the next symbol of the watchlist")),
    ActionPlan(
        "actionPreviousSymbol", mark("&Previous symbol"), "Ctrl+Up", mark("Show the previous symbol of the watchlist")
    ),
    ActionPlan(
        "actionAddSymbols", mark("&Add symbols"), "Ins", mark("Add symbols to the watchlist, many at once"), "add"
    ),
    ActionPlan(
        "actionRemoveSymbols",
        mark("&Remove selected"),
        "Del",
        mark("Take the selected symbols off the watchlist"),
        "remove",
    ),
    ActionPlan("actionFilterSymbols", mark("&Filter"), "Ctrl+F", mark("Show only the symbols that contain a text")),
    ActionPlan("actionMoveUp", mark("Move u&p"), "Alt+Up", mark("Move the selected symbols one place up")),
    ActionPlan("actionMoveDown", mark("Move &down"), "Alt+Down", mark("Move the selected symbols one place down")),
    ActionPlan("actionCopySymbols", mark("&Copy selected"), "Ctrl+C", mark("Copy the selected symbols, one a line")),
    ActionPlan(
        "actionSymbolAlerts",
        mark("Price a&lerts"),
        "Alt+A",
        mark("Set or change the price alerts of a symbol"),
        "alert",
    ),
    ActionPlan("actionAllAlerts", mark("All price al&erts"), "Ctrl+Shift+A", mark("Every price alert in one list")),
    ActionPlan(
        "actionTheme", mark("Light &theme"), "Ctrl+T", mark("Change between the dark and the light theme"), "theme"
    ),
    ActionPlan(
        "actionResetLayout", mark("&Reset layout"), "Ctrl+Shift+R", mark("Put every panel back where it was at first")
    ),
    ActionPlan(
        "actionLayouts",
        mark("&Layouts…"),
        "Ctrl+Shift+V",
        mark("Keep an arrangement of the panels by name, or bring one back"),
    ),
    ActionPlan("actionFullScreen", mark("F&ull screen"), "F11", mark("Fill the whole screen"), "", is_checkable=True),
    ActionPlan("actionPalette", mark("&Command palette"), "Ctrl+K", mark("Find any action by its name")),
    ActionPlan("actionHelp", mark("&Help"), "F1", mark("The guide, at the page for where you are"), is_everywhere=True),
    ActionPlan("actionShortcuts", mark("&Keyboard shortcuts"), "?", mark("Every shortcut on one sheet")),
    ActionPlan(
        "actionTour", mark("&Tour of the window"), "Ctrl+Shift+W", mark("Walk through the window, a place at a time")
    ),
    ActionPlan(
        "actionReport",
        mark("&Report…"),
        "Ctrl+Shift+J",
        mark("How the program is doing, with its log, to copy or save"),
    ),
    ActionPlan("actionAbout", mark("&About Photon Desktop"), "Shift+F1", mark("Version and licence")),
)
WHY_NOT = "whyNot"  # the property that says, of an action that is greyed, why
CHANGE_TEXTS = {"actionUndo": mark("&Undo: {change}"), "actionRedo": mark("&Redo: {change}")}
MONITOR_TEXTS = {True: (mark("Stop &monitoring"), "stop"), False: (mark("Start &monitoring"), "play")}
THEME_TEXTS = {"dark": mark("Light &theme"), "light": mark("Dark &theme")}


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
        action = self._actions["actionTheme"]
        say(action, THEME_TEXTS[theme.name])
        action.setIconText(action.text().partition(" ")[0])  # the icon says the rest in the toolbar
        for name, action in self._actions.items():
            self._draw(name, action)

    def set_monitoring(self, monitoring: bool) -> None:
        """Have the monitor's action offer to stop what runs and to start what does not."""
        text, icon = MONITOR_TEXTS[monitoring]
        say(self._actions["actionMonitor"], text)
        self._icon_names["actionMonitor"] = icon
        self._draw("actionMonitor", self._actions["actionMonitor"])

    def set_arming(self, name: str, why_not: str, *, is_armed: bool) -> None:
        """Have the action offer to arm the account `name`, to disarm it at once where it is armed, or say why it can
        do neither."""
        action, plan = self._actions["actionArm"], next(plan for plan in PLANS if plan.name == "actionArm")
        shown_name = name.replace("&", "&&")
        text = mark("Disa&rm") if is_armed else plan.text if why_not else mark("A&rm {account}…")
        action.setText(tr(text).format(account=shown_name))
        keep_english(action, text.format(account=shown_name))
        action.setIconText(tr("Disarm") if is_armed else tr("Arm…"))  # on the toolbar, where a name may have no room
        hint = why_not or (
            tr("Stop the orders of {account} at once").format(account=name) if is_armed else tr(plan.hint)
        )
        action.setStatusTip(hint)
        action.setToolTip(f"{hint} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        action.setProperty(WHY_NOT, "" if is_armed else why_not)
        action.setEnabled(is_armed or not why_not)
        self._icon_names["actionArm"] = "stop" if is_armed else "arm"
        self._draw("actionArm", action)

    def offer_change(self, name: str, change: str, why_not: str) -> None:
        """Have undo or redo say which `change` it would be, or why there is none."""
        action, plan = self._actions[name], next(plan for plan in PLANS if plan.name == name)
        text = plan.text if why_not else CHANGE_TEXTS[name]
        action.setText(tr(text).format(change=change.replace("&", "&&")))
        keep_english(action, text.format(change=change))
        self.allow(name, why_not)

    def allow(self, name: str, why_not: str) -> None:
        """Let the action `name` be chosen, or say why it can't be."""
        action, plan = self._actions[name], next(plan for plan in PLANS if plan.name == name)
        hint = why_not or tr(plan.hint)
        action.setProperty(WHY_NOT, why_not)
        action.setStatusTip(hint)
        action.setToolTip(f"{hint} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        action.setEnabled(not why_not)

    def _made(self, plan: ActionPlan) -> QAction:
        action = QAction(self.parent())
        say(action, plan.text)
        action.setObjectName(plan.name)
        action.setShortcuts([QKeySequence(keys) for keys in (plan.shortcut, plan.second_shortcut) if keys])
        hint = tr(plan.hint)
        action.setStatusTip(hint)
        action.setToolTip(f"{hint} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
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
