"""Shows why nothing is sent to the exchange, where everybody sees it."""

from PySide6.QtCore import QObject, Slot

from photon_desktop.broker.difference import BooksDifference
from photon_desktop.desks.exchange.accept_desk import ACCEPT, AcceptDesk
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow

_NOTHING_IS_SENT = mark("Nothing is sent to the exchange")
_AGAIN = mark(
    "What was booked stands as it is. Bybit is asked again by itself, and at once when the Execution Agent is started"
    " again under Agents."
)
_ACCEPT = mark("What nobody can explain can be accepted as it is, under Market.")


class ExchangeTroubles(QObject):
    """Lives on the main thread. Where the books and the exchange differ, `desk` lets that be accepted."""

    def __init__(self, window: MainWindow, desk: AcceptDesk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._trouble = ""

    @Slot(object)
    def take_difference(self, difference: BooksDifference | None) -> None:
        """Know what differs, before the trouble that it makes is told; a banner of it goes with it."""
        had_one = self._desk.has_difference
        self._desk.take_difference(difference)
        if had_one and difference is None:
            self._window.banner.forget(tr(_NOTHING_IS_SENT))
        elif difference is not None and not had_one:
            self.tell(self._trouble)

    @Slot(str)
    def tell(self, trouble: str) -> None:
        """Show what can't be explained or asked; nothing when that is over."""
        self._trouble = trouble
        if trouble:
            self._window.banner.forget(tr(_NOTHING_IS_SENT))
            can_accept = self._desk.has_difference
            details, action = tr(_AGAIN), ""
            if can_accept:
                details, action = f"{details} {tr(_ACCEPT)}", tr(ACCEPT)
            self._window.show_problem(tr(_NOTHING_IS_SENT), trouble, details, action)
