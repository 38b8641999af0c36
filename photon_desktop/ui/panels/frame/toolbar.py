"""The toolbar: what is done most, the pace of a simulated market, and the mode the money is in."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QActionEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.frame.account_picker import AccountPicker
from photon_desktop.ui.panels.frame.actions import WindowActions
from photon_desktop.ui.panels.frame.armed_frame import ArmingState

MARKETS = {"demo": mark("Simulated"), "real": mark("Real")}
SPEEDS = (60.0, 600.0, 1_800.0, 3_600.0, 7_200.0)

_BADGE_HEIGHT = 22
_GIVE_WAY = ("actionTheme", "actionImportCsv", "actionBacktest", "actionDecide", "actionMonitor")


class MainToolbar(QToolBar):
    """Icon and word for each action. Where there is too little room actions lose their words, those first that matter
    least, so that the mode of the money is always in sight."""

    speed_changed = Signal(float)
    market_changed = Signal(str)  # one of MARKETS

    def __init__(self, actions: WindowActions, parent: QWidget) -> None:
        super().__init__(tr("Toolbar"), parent)
        self._actions = actions
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(16, 16))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggleViewAction().setVisible(False)
        self.addAction(actions["actionMonitor"])
        self.addAction(actions["actionDecide"])
        self.addAction(actions["actionBacktest"])
        self.addAction(actions["actionImportCsv"])
        self.market = _market_choice()
        self.addWidget(_beside(self.market))
        self.speed = _speed_choice()
        self._speed_action = self.addWidget(_beside(self.speed))
        self.addWidget(_spacer())
        self.addAction(actions["actionKillSwitch"])
        self.addAction(actions["actionTheme"])
        self.account = AccountPicker()
        self.addWidget(_beside(self.account))
        self._mode = self._why_halted = ""
        self._arming: ArmingState | None = None
        self.mode = QLabel()
        self.mode.setObjectName("modeBadge")
        self.mode.setProperty("role", "badge")
        self.mode.setAccessibleName(tr("Mode"))
        self.mode.setFixedHeight(_BADGE_HEIGHT)
        self.addWidget(_beside(self.mode))
        for name in (
            "actionMonitor", "actionDecide", "actionBacktest", "actionImportCsv", "actionKillSwitch", "actionTheme",
        ):  # fmt: skip
            action = actions[name]
            button = self.widgetForAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.text().replace("&", ""))
        self.speed.currentIndexChanged.connect(self._tell_speed)
        self.market.currentIndexChanged.connect(self._tell_market)
        self.show_market("demo")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def actionEvent(self, event: QActionEvent) -> None:  # noqa: N802 - Qt's name
        super().actionEvent(event)
        self._fit()

    def set_simulated(self, simulated: bool) -> None:
        """Offer the pace only for a market whose time can be chosen."""
        self._speed_action.setVisible(simulated)
        self._fit()

    def show_speed(self, speed: float) -> None:
        """Show the pace nearest to `speed` (seconds of market time in a second) without choosing it anew."""
        nearest = min(range(len(SPEEDS)), key=lambda number: abs(SPEEDS[number] - speed))
        blocker = QSignalBlocker(self.speed)
        self.speed.setCurrentIndex(nearest)
        blocker.unblock()

    @property
    def market_name(self) -> str:
        """The market chosen, "demo" or "real"."""
        return list(MARKETS)[self.market.currentIndex()]

    def show_market(self, name: str) -> None:
        """Show which market is watched without choosing it anew."""
        blocker = QSignalBlocker(self.market)
        self.market.setCurrentIndex(list(MARKETS).index(name))
        blocker.unblock()
        self.set_simulated(name == "demo")

    def show_mode(self, text: str) -> None:
        """Say which money is used: PAPER, DEMO, TESTNET or LIVE."""
        self._mode = text.lower()
        self._show_badge()

    def show_halt(self, why: str) -> None:
        """Say beside the mode that trading is halted, with the reason; nothing while it is not."""
        self._why_halted = why
        self._show_badge()

    def show_arming(self, state: ArmingState) -> None:
        """Say whether the account's orders may leave, and have the button for it where the account has an exchange."""
        self._arming = state if state.mode.is_exchange else None
        self._mode = state.mode.value
        arm = self._actions["actionArm"]
        self.removeAction(arm)
        if self._arming is not None:
            self.insertAction(self._actions["actionKillSwitch"], arm)
            button = self.widgetForAction(arm)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(arm.text().replace("&", ""))
        self._show_badge()

    def _show_badge(self) -> None:
        mode, why, arming = self._mode.upper(), self._why_halted, self._arming
        sign = "" if arming is None else tr("▲ ARMED") if arming.is_armed else "" if why else tr("○ NOT ARMED")
        self.mode.setText("  ".join(word for word in (mode, sign, tr("■ HALTED") if why else "") if word))
        hint = tr(_MODE_HINTS.get(self._mode, self._mode)) if arming is None else arming.sentence
        halted = tr("Trading is halted: {why}").format(why=why)
        self.mode.setToolTip(f"{halted}\n{hint}" if why else hint)
        self.mode.setAccessibleName(tr("Mode: {mode}").format(mode=self.mode.text()))
        self.mode.setProperty("tone", self._badge_tone())
        self.mode.style().unpolish(self.mode)
        self.mode.style().polish(self.mode)
        self._fit()

    def _fit(self) -> None:
        if not self.isVisible():
            return
        buttons = [self.widgetForAction(self._actions[name]) for name in _GIVE_WAY]
        for button in buttons:
            self._write(button, Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button in buttons:
            if self.sizeHint().width() <= self.width():
                return
            self._write(button, Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _write(self, button: QWidget, style: Qt.ToolButtonStyle) -> None:
        if isinstance(button, QToolButton):
            button.setToolButtonStyle(style)
        if (line := self.layout()) is not None:
            line.invalidate()

    def _badge_tone(self) -> str:
        if self._why_halted:
            return "danger"
        if self._arming is None:
            return "danger" if self._mode == "live" else ""
        if not self._arming.is_armed:
            return ""
        return "danger" if self._arming.mode.is_real_money else "accent"

    @Slot(int)
    def _tell_market(self, index: int) -> None:
        self.market_changed.emit(list(MARKETS)[index])

    @Slot(int)
    def _tell_speed(self, index: int) -> None:
        self.speed_changed.emit(SPEEDS[index])


_MODE_HINTS = {
    "paper": mark("Orders are filled in a simulated account. No money is at stake."),
    "demo": mark("Orders go to the exchange's demo account. No money is at stake."),
    "testnet": mark("Orders go to the exchange's test network. No money is at stake."),
    "live": mark("Orders go to the exchange with real money."),
}


def _speed_choice() -> QComboBox:
    choice = QComboBox()
    choice.setAccessibleName(tr("Simulated time"))
    choice.setToolTip(tr("Seconds of market time that pass in one second"))
    choice.addItems([f"{speed:.0f}×" for speed in SPEEDS])
    return choice


def _market_choice() -> QComboBox:
    choice = QComboBox()
    choice.setObjectName("marketChoice")
    choice.setAccessibleName(tr("Market"))
    choice.setToolTip(
        tr(
            "The market that is watched: the simulated one needs nothing, the real one follows Bybit and Yahoo."
            " Each has its own account."
        )
    )
    choice.addItems([tr(name) for name in MARKETS.values()])
    return choice


def _beside(badge: QWidget) -> QWidget:
    """A choice or the badge, at its own height in the middle of the bar."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(8, 0, 4, 0)
    line.addWidget(badge)
    return holder


def _spacer() -> QWidget:
    spacer = QWidget()
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spacer
