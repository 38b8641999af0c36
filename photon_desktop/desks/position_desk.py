"""Brings what a person wants of a position or a waiting order to the execution agent, asking first."""

from decimal import Decimal

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.desks.level_moves import LevelMoves
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.position.close import CloseDialog
from photon_desktop.ui.dialogs.position.protect import ProtectDialog
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.tables.position_table import PositionRow

_REFUSED = mark("It was not done")
_MOVED = mark("A stop or target is moved by undo or redo")


class PositionDesk(QObject):
    """Lives on the main thread; its signals go queued to the agent's slots of the same names."""

    close_position = Signal(str)
    cancel_order = Signal(str)
    move_protection = Signal(str, object, object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._mode = "paper"
        self._moves = LevelMoves(window.chart.history, self._move_again)
        window.portfolio.close_requested.connect(self.ask_to_close)
        window.portfolio.protect_requested.connect(self.ask_to_protect)
        window.chart.plot.level_drag.moved.connect(self.ask_to_move)
        window.chart.plot.level_drag.refused.connect(self.tell_refusal)
        window.trades.waiting.cancel_requested.connect(self.cancel_order)

    @Slot(object)
    def take_portfolio(self, portfolio: Portfolio) -> None:
        """Show the orders that wait."""
        self._mode = portfolio.mode
        self._moves.take_portfolio(portfolio)
        self._window.trades.show_waiting(portfolio.orders)

    @Slot(object)
    def ask_to_close(self, row: PositionRow) -> CloseDialog:
        """Say what closing means, and have it done if that is wanted."""
        dialog = CloseDialog(row, self._mode, self._window)
        dialog.confirmed.connect(self.close_position)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    @Slot(object)
    def ask_to_protect(self, row: PositionRow) -> ProtectDialog:
        """Let a stop and a target be typed."""
        dialog = ProtectDialog(row, self._window)
        dialog.confirmed.connect(self.ask_to_move)
        dialog.open()
        return dialog

    @Slot(str, object, object)
    def ask_to_move(self, symbol: str, stop: Decimal | None, target: Decimal | None) -> None:
        """Have the stop and the target of a position moved there, which can be undone."""
        self._moves.note(symbol, (stop, target))
        self.move_protection.emit(symbol, stop, target)

    @Slot(str)
    def tell_refusal(self, sentence: str) -> None:
        """Say why something was not done."""
        self._window.show_problem(tr(_REFUSED), sentence, "")

    def _move_again(self, symbol: str, stop: Decimal | None, target: Decimal | None) -> None:
        """Have them moved, and say so: it is money, and the keys that did it may have been meant for a drawing."""
        self.move_protection.emit(symbol, stop, target)
        instrument = self._window.watch_desk.instrument_of(symbol)
        prices = {"stop": formats.price(stop, instrument), "target": formats.price(target, instrument)}
        self._window.show_notice(
            tr(_MOVED), tr("{symbol}: stop {stop}, target {target}.").format(symbol=symbol, **prices)
        )
