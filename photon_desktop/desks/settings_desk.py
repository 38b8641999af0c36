"""Opens the settings, keeps what is chosen there, and has the agents go by it."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from photon_desktop.application import Application, Rules
from photon_desktop.desks.state_writer import StateWriter
from photon_desktop.settings.choices import Choices
from photon_desktop.settings.keeping import keep_choices
from photon_desktop.settings.own import OwnChoices, keep_own, own_of
from photon_desktop.settings.parts import starting_cash_of
from photon_desktop.trading.profile import Profile
from photon_desktop.ui.dialogs.settings.dialog import SettingsDialog
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.turns import Turns

_UNREADABLE = mark("Some settings can't be read")
_UNREADABLE_SENTENCE = mark("Their defaults are used. Set them again with Ctrl+,.")
_NOT_KEPT = mark("The settings could not be kept")
_STILL_COUNT = mark("They count until the program ends; apply them again to keep them.")


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What is to be kept: None for all accounts where nothing was chosen, and for each account it was chosen for."""

    shared: Choices | None
    own: Mapping[str, tuple[Profile, OwnChoices]]


class SettingsDesk(QObject):
    """Lives on the main thread. What is applied counts at once, whether or not the disk takes it.

    Rules are what all accounts share, with what the account that trades has of its own over it.
    """

    deciding_changed = Signal(object)  # DecisionRules
    trading_changed = Signal(object)  # TradingRules
    _keeping_failed = Signal(str)  # from the thread that writes

    def __init__(self, window: MainWindow, application: Application, faults: tuple[str, ...] = ()) -> None:
        """`faults`: why some of what was kept is not used, a sentence each."""
        super().__init__(window)
        self._window, self._application = window, application
        self._shared, self._profile, self._own = application.rules.choices, application.profile, OwnChoices()
        self._chosen = _Chosen(None, {})
        self._dialog: SettingsDialog | None = None
        self._opening = Turns(self._opened_in_steps(), self)
        self._pages: dict[str, QWidget] = {}
        self._in_force: Callable[[Rules], Rules] = lambda rules: rules
        self._writer = StateWriter("settings", application.store, self._write, self._keeping_failed.emit)
        self._keeping_failed.connect(self._tell_not_kept)
        window.actions_by_name["actionSettings"].triggered.connect(self.open_soon)
        self._tell_unreadable(faults)

    @property
    def shared_starting_cash(self) -> Decimal:
        """What a new paper account begins with (quote money)."""
        return starting_cash_of(self._shared)

    def take_profile(self, profile: Profile) -> None:
        """Go by what `profile` has of its own from here on: it trades now."""
        self._profile = profile
        kept, faults = own_of(self._application.store, profile)
        _, self._own = self._chosen.own.get(profile.key, (profile, kept))
        self._tell_unreadable(faults)
        self._go_by_it()
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.show_choices(self._shared, self._own, profile)

    @Slot()
    def open(self) -> SettingsDialog:
        """Show the settings as they are now; a dialog that is open already keeps what is typed in it."""
        dialog = self._made_dialog()
        if not dialog.isVisible():
            dialog.show_choices(self._shared, self._own, self._profile)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    @Slot()
    def open_soon(self) -> None:
        """As `open`; a dialog that has to be built first is built step by step, and the window lives on meanwhile."""
        if self._dialog is not None:
            self.open()
        else:
            self._opening.begin()

    @Slot(object)
    def apply(self, choices: Choices) -> None:
        """Have the agents go by `choices` from their next message on, where the account has nothing of its own, and
        keep them."""
        self._shared = choices
        self._keep(_Chosen(choices, self._chosen.own))

    @Slot(object)
    def apply_own(self, own: OwnChoices) -> None:
        """Have the agents go by these while this account trades, and keep them as its own."""
        self._own = own
        self._keep(_Chosen(self._chosen.shared, {**self._chosen.own, self._profile.key: (self._profile, own)}))

    def forget(self, profile: Profile) -> None:
        """Keep nothing of this account any more: it is no more."""
        own = {key: chosen for key, chosen in self._chosen.own.items() if key != profile.key}
        self._chosen = _Chosen(self._chosen.shared, own)

    def put_in_force_by(self, in_force: Callable[[Rules], Rules]) -> None:
        """Tell the agents what `in_force` makes of the rules that were chosen."""
        self._in_force = in_force

    @Slot()
    def tell_rules(self) -> None:
        """Have the agents go by the rules that are in force now."""
        rules = self._in_force(self._application.rules)
        self.deciding_changed.emit(rules.deciding)
        self.trading_changed.emit(rules.trading)

    @property
    def added_pages(self) -> tuple[str, ...]:
        """The titles of the pages that are not of the table of settings, as they were added."""
        return tuple(self._pages)

    def add_page(self, title: str, page: QWidget) -> None:
        """Have a page in the dialog that is not of the table of settings; before the dialog is opened first. `title`
        is English, its code and what `tr` knows it by."""
        page.setParent(self._window)
        page.hide()
        self._pages[title] = page

    def open_page(self, title: str) -> SettingsDialog:
        """Show the dialog at a page that was added."""
        dialog = self.open()
        dialog.show_page(tr(title))
        return dialog

    def finish(self) -> None:
        """Have the last choices written: the program closes."""
        self._opening.stop()
        self._writer.finish()

    def _keep(self, chosen: _Chosen) -> None:
        self._chosen = chosen
        self._go_by_it()
        self._writer.write(chosen)

    def _go_by_it(self) -> None:
        rules = self._application.rules.under(self._own.over(self._shared))
        self._application.take_rules(rules)
        self.tell_rules()

    def _write(self, chosen: _Chosen) -> None:
        """On the writer's thread."""
        store = self._application.store
        if chosen.shared is not None:
            keep_choices(store.settings, chosen.shared)
        for profile, own in chosen.own.values():
            keep_own(store, profile, own)

    @Slot(str)
    def _tell_not_kept(self, why: str) -> None:
        self._window.show_problem(tr(_NOT_KEPT), f"{why} {tr(_STILL_COUNT)}", "")

    def _tell_unreadable(self, faults: tuple[str, ...]) -> None:
        if faults:
            self._window.show_problem(tr(_UNREADABLE), tr(_UNREADABLE_SENTENCE), "\n".join(faults))

    def _made_dialog(self) -> SettingsDialog:
        if self._dialog is None:
            return self._opening.ended()
        return self._dialog

    def _opened_in_steps(self) -> Generator[None, None, SettingsDialog]:
        yield from self._built_in_steps()
        return self.open()

    def _built_in_steps(self) -> Generator[None, None, SettingsDialog]:
        dialog = SettingsDialog(self._window, is_whole=False)
        yield
        yield from dialog.building
        for title, page in self._pages.items():
            yield
            dialog.add_page(tr(title), page)
        dialog.chosen.connect(self.apply)
        dialog.own_chosen.connect(self.apply_own)
        self._dialog = dialog
        return dialog
