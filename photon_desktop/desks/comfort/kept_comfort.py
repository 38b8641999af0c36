"""Keeps what the user chose about the window, and has it counted."""

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.desks.comfort.kept_choices import KEY
from photon_desktop.desks.comfort.window_keeper import WindowKeeper
from photon_desktop.desks.settings_desk import SettingsDesk
from photon_desktop.ui.comfort.choices import ComfortChoices
from photon_desktop.ui.comfort.window_page import WindowPage
from photon_desktop.ui.language import mark

TITLE = mark("Window")


class KeptComfort(QObject):
    """Lives on the main thread; `changed` comes with each change."""

    changed = Signal(object)  # ComfortChoices

    def __init__(self, settings_desk: SettingsDesk, kept: WindowKeeper) -> None:
        super().__init__(settings_desk)
        self._kept = kept
        self.choices = ComfortChoices.from_json(kept.get(KEY, None))
        self.page = WindowPage()
        self.page.show_choices(self.choices)
        self.page.changed.connect(self._take)
        settings_desk.add_page(TITLE, self.page)

    @Slot(object)
    def _take(self, choices: ComfortChoices) -> None:
        self.choices = choices
        self._kept.put(KEY, choices.to_json())
        self.changed.emit(choices)
