"""The window's actions on a position: on the one chosen in the portfolio, or else on that of the symbol shown."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.frame.actions import WHY_NOT, WindowActions
from photon_desktop.ui.panels.frame.chart_desk import ChartDesk
from photon_desktop.ui.panels.portfolio import PortfolioPanel
from photon_desktop.ui.tables.position_table import PositionRow

_NOTHING = mark("Nothing is held.")


class PositionKeys(QObject):
    """Greys the actions with a reason while there is nothing that they could be done to."""

    def __init__(self, actions: WindowActions, portfolio: PortfolioPanel, desk: ChartDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._portfolio, self._desk = portfolio, desk
        self._actions = (actions["actionProtectPosition"], actions["actionClosePosition"])
        self._hints = {action: (action.statusTip(), action.toolTip()) for action in self._actions}
        self._actions[0].triggered.connect(self._protect)
        self._actions[1].triggered.connect(self._close)
        portfolio.actions_on_position.settled.connect(self.settle)
        self.settle()

    @property
    def row(self) -> PositionRow | None:
        """The position meant, None when there is none."""
        return self._portfolio.actions_on_position.chosen or self._portfolio.model.find(self._desk.symbol)

    @Slot()
    def settle(self) -> None:
        """Offer only what can be done now."""
        row = self.row
        for action in self._actions:
            if row is None:
                self._grey(action)
            else:
                self._offer(action, row.position.symbol)

    def _grey(self, action: QAction) -> None:
        symbol = self._desk.symbol
        holds_other = bool(self._portfolio.model.rowCount() and symbol)
        beside = tr("No position is chosen in the portfolio, and nothing of {symbol} is held.").format(symbol=symbol)
        why = beside if holds_other else tr(_NOTHING)
        action.setEnabled(False)
        action.setProperty(WHY_NOT, why)
        action.setStatusTip(why)
        action.setToolTip(why)

    def _offer(self, action: QAction, symbol: str) -> None:
        status, tip = self._hints[action]
        action.setEnabled(True)
        action.setProperty(WHY_NOT, "")
        action.setStatusTip(tr("{action}: now {symbol}").format(action=status, symbol=symbol))
        action.setToolTip(tip)

    @Slot()
    def _protect(self) -> None:
        if (row := self.row) is not None:
            self._portfolio.protect_requested.emit(row)

    @Slot()
    def _close(self) -> None:
        if (row := self.row) is not None:
            self._portfolio.close_requested.emit(row)
