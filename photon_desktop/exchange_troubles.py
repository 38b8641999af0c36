"""Shows why nothing is sent to the exchange, where everybody sees it."""

from PySide6.QtCore import QObject, Slot

from photon_desktop.ui.main_window import MainWindow

_NOTHING_IS_SENT = "Nothing is sent to the exchange"
_AGAIN = (
    "What was booked stands as it is. Bybit is asked again by itself, and at once when the Execution Agent is started"
    " again under Agents."
)


class ExchangeTroubles(QObject):
    """Lives on the main thread."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @Slot(str)
    def tell(self, trouble: str) -> None:
        """Show what can't be explained or asked; nothing when that is over."""
        if trouble:
            self._window.show_problem(_NOTHING_IS_SENT, trouble, _AGAIN)
