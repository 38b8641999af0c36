"""The kill switch: trading stops at a press, whatever the agents are doing, and stays stopped until it is released."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.application import Application
from photon_desktop.desks.state_writer import StateWriter
from photon_desktop.trading.halt import Halt
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.ui.dialogs.kill_switch import HaltView, KillSwitchDialog
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow

PRESSED = Halt(mark("The kill switch was pressed."), by_user=True)
_NOTE = "The kill switch was pressed before a price came."  # the store's
_BREACH = mark("Trading is halted")
_BREACH_MEANS = mark(
    "What was booked before stands as it is; look at the Agents panel's log, then release with Ctrl+Shift+K."
)
_NOT_KEPT = mark("The kill switch could not be kept")
_NOT_CANCELLED = mark("Orders at the exchange may still be open")
_CANCEL_THERE = mark("Press the kill switch again, or cancel them at the exchange.")
_STAYS = mark("Trading is halted all the same while the program runs; press it again after a restart.")


@dataclass(frozen=True, slots=True)
class _Change:
    halt: Halt | None


class KillSwitch(QObject):
    """Lives on the main thread and needs no other: the halt is one word that every thread reads.

    A press sets it at once. What waits is then taken back twice over: by the execution agent, with a report for each
    order, and by threads of this one's own: in the store, so that an agent that hangs brings nothing to life again
    after a restart, and at the exchange, where an agent that hangs has orders all the same.
    """

    obeyed = Signal(bool)  # to the execution agent: take back what waits; close all positions, too
    released = Signal()
    _keeping_failed = Signal(str)  # from the thread that writes
    _cancelling_failed = Signal(str)  # from the thread that asks the exchange

    def __init__(self, window: MainWindow, application: Application) -> None:
        super().__init__(window)
        self._window, self._application = window, application
        self._portfolio: Portfolio | None = None
        self._dialog: KillSwitchDialog | None = None
        self._writer = StateWriter("kill switch", application.store, self._write, self._keeping_failed.emit)
        self._canceller = StateWriter(
            "kill switch at the exchange", application.store, self._cancel, self._cancelling_failed.emit
        )
        self._keeping_failed.connect(self._tell_not_kept)
        self._cancelling_failed.connect(self._tell_not_cancelled)
        window.actions_by_name["actionKillSwitch"].triggered.connect(self.press)
        self.show_state()

    @Slot()
    def press(self) -> None:
        """Halt trading if it is not halted, have the exchange cancel what waits there, and show what can be done."""
        halt = self._application.halt
        if self._application.profile.mode.is_exchange:
            self._canceller.write(PRESSED)
        if not halt.is_set:
            halt.set(PRESSED)
            self.obeyed.emit(False)
            self._writer.write(_Change(PRESSED))
            self.show_state()
        self._open()

    @Slot()
    def flatten(self) -> None:
        """Close every position at its next price; only while trading is halted."""
        if self._application.halt.is_set:
            self.obeyed.emit(True)

    @Slot()
    def release(self) -> None:
        """Let trading go on; drawdown is measured from here on."""
        self._application.halt.release()
        self._writer.write(_Change(None))
        self.released.emit()
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """Show whether trading is halted, wherever that stands."""
        halt = self._application.halt.now
        self._window.show_halt("" if halt is None else tr(halt.why))
        self._show_dialog()

    @Slot()
    def tell_breach(self) -> None:
        """The execution agent has halted trading, because its books do not add up."""
        halt = self._application.halt.now
        self.show_state()
        if halt is not None:
            self._window.show_problem(tr(_BREACH), f"{tr(halt.why)} {tr(_BREACH_MEANS)}", "")

    @Slot(object)
    def know_portfolio(self, portfolio: Portfolio) -> None:
        """Know what is held and what waits."""
        self._portfolio = portfolio
        if self._dialog is not None and self._dialog.isVisible():
            self._show_dialog()

    def finish(self) -> None:
        """Have the last change written: the program closes."""
        self._writer.finish()
        self._canceller.finish()

    def _cancel(self, _halt: Halt) -> None:
        """On a thread of its own."""
        self._application.cancel_at_exchange()

    def _open(self) -> None:
        if self._dialog is None:
            self._dialog = KillSwitchDialog(self._window)
            self._dialog.flatten_requested.connect(self.flatten)
            self._dialog.release_requested.connect(self.release)
        self._show_dialog()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _show_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.show_halt(self._view())

    def _view(self) -> HaltView:
        halt, portfolio = self._application.halt.now, self._portfolio
        why = "" if halt is None else tr(halt.why)
        if portfolio is None:
            return HaltView(why)
        held = tuple(position.symbol for position in portfolio.account.open_positions())
        return HaltView(why, held, tuple(sorted(portfolio.waiting)))

    def _write(self, change: _Change) -> None:
        """On the writer's thread."""
        store = self._application.store
        with store.transaction():
            if change.halt is None:
                store.halts.release()
            else:
                store.halts.keep(change.halt)
                store.trades.cancel_waiting(_NOTE)

    @Slot(str)
    def _tell_not_cancelled(self, why: str) -> None:
        self._window.show_problem(tr(_NOT_CANCELLED), f"{why} {tr(_CANCEL_THERE)}", "")

    @Slot(str)
    def _tell_not_kept(self, why: str) -> None:
        self._window.show_problem(tr(_NOT_KEPT), f"{why} {tr(_STAYS)}", "")
