"""Opens the settings, keeps what is chosen there, and has the agents go by it."""

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.application import Application
from photon_desktop.settings.choices import Choices
from photon_desktop.settings.keeping import keep_choices
from photon_desktop.state_writer import StateWriter
from photon_desktop.ui.dialogs.settings.dialog import SettingsDialog
from photon_desktop.ui.main_window import MainWindow

_UNREADABLE = "Some settings can't be read"
_UNREADABLE_SENTENCE = "Their defaults are used. Set them again with Ctrl+,."
_NOT_KEPT = "The settings could not be kept"
_STILL_COUNT = "They count until the program ends; apply them again to keep them."


class SettingsDesk(QObject):
    """Lives on the main thread. What is applied counts at once, whether or not the disk takes it."""

    deciding_changed = Signal(object)  # DecisionRules
    trading_changed = Signal(object)  # TradingRules
    _keeping_failed = Signal(str)  # from the thread that writes

    def __init__(self, window: MainWindow, application: Application, faults: tuple[str, ...] = ()) -> None:
        """`faults`: why some of what was kept is not used, a sentence each."""
        super().__init__(window)
        self._window, self._application = window, application
        self._dialog: SettingsDialog | None = None
        self._writer = StateWriter("settings", application.store, self._write, self._keeping_failed.emit)
        self._keeping_failed.connect(self._tell_not_kept)
        window.actions_by_name["actionSettings"].triggered.connect(self.open)
        if faults:
            window.show_problem(_UNREADABLE, _UNREADABLE_SENTENCE, "\n".join(faults))

    @Slot()
    def open(self) -> SettingsDialog:
        """Show the settings as they are now; a dialog that is open already keeps what is typed in it."""
        dialog = self._made_dialog()
        if not dialog.isVisible():
            dialog.show_choices(self._application.rules.choices)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    @Slot(object)
    def apply(self, choices: Choices) -> None:
        """Have the agents go by `choices` from their next message on, and keep them."""
        rules = self._application.rules.under(choices)
        self._application.take_rules(rules)
        self.deciding_changed.emit(rules.deciding)
        self.trading_changed.emit(rules.trading)
        self._writer.write(choices)

    def finish(self) -> None:
        """Have the last choices written: the program closes."""
        self._writer.finish()

    def _write(self, choices: Choices) -> None:
        """On the writer's thread."""
        keep_choices(self._application.store.settings, choices)

    @Slot(str)
    def _tell_not_kept(self, why: str) -> None:
        self._window.show_problem(_NOT_KEPT, f"{why} {_STILL_COUNT}", "")

    def _made_dialog(self) -> SettingsDialog:
        if self._dialog is None:
            self._dialog = SettingsDialog(self._window)
            self._dialog.chosen.connect(self.apply)
        return self._dialog
