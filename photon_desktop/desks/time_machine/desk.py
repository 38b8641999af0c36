"""Opens the time machine on the symbol that is shown."""

from PySide6.QtCore import QObject, Slot

from photon_desktop.application import Application
from photon_desktop.desks.errands import Errands, Outcome
from photon_desktop.desks.time_machine.reader import read_recording
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.time_machine.dialog import TimeMachineDialog
from photon_desktop.ui.main_window import MainWindow


class TimeMachineDesk(QObject):
    """Lives on the main thread; what was recorded is read on a thread of its own, once for each opening."""

    def __init__(self, window: MainWindow, application: Application, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._application, self._theme = window, application, theme
        self._errands = Errands(self)
        window.actions_by_name["actionTimeMachine"].triggered.connect(self.open)

    def set_theme(self, theme: Theme) -> None:
        """Open it in this theme from now on."""
        self._theme = theme

    @Slot()
    def open(self) -> TimeMachineDialog:
        """Show the recorded past of the symbol on the chart."""
        symbol = self._window.desk.symbol
        series = self._window.desk.series_of(symbol)
        dialog = TimeMachineDialog(symbol, self._theme, self._window)
        instrument = assumed_instrument(symbol or "DEMO-BTC") if series is None else series.instrument
        bars = None if series is None else series.bars
        store, account = self._application.store, self._application.account

        def tell(outcome: Outcome) -> None:
            if outcome.problem:
                dialog.show_problem(outcome.problem)
            else:
                dialog.show_recording(outcome.value)

        work = self._errands.send(
            "time-machine", lambda _: read_recording(store, symbol, account, instrument, bars), tell
        )
        dialog.finished.connect(work.cancel)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
        return dialog

    def finish(self) -> None:
        """The program closes."""
        self._errands.finish()
