"""Arms an account after a card of checks and its name typed, and disarms it at once when anything speaks for that."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.application import Rules
from photon_desktop.broker.bybit.preflight import Check, all_green
from photon_desktop.desks.errands import Errand, Errands, Outcome
from photon_desktop.desks.exchange.evidence_choice import choose_evidence, needs_evidence, only_with_evidence
from photon_desktop.desks.exchange.exchange_way import OpenClient
from photon_desktop.desks.exchange.key_safe import KeySafe
from photon_desktop.desks.exchange.preflight_run import LINES, AskedOf, PreflightRun, check_books, check_halt
from photon_desktop.desks.notifications import Notifications
from photon_desktop.store.settings import SettingRepository
from photon_desktop.trading.arming import Arming
from photon_desktop.trading.halt import TradingHalt
from photon_desktop.trading.profile import Profile
from photon_desktop.ui.dialogs.arming.dialog import ArmingDialog
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.panels.frame.armed_frame import ArmingState

OLDEST_CARD_S = 60.0
_PAPER = mark(
    "A paper account needs no arming: its orders never leave this computer. Choose an account with an exchange."
)
_NOT_TYPED = mark("✕ Type the account's name exactly as it stands above the field.")
_STILL_SAFE = mark(
    "No order leaves any more but those that make a position smaller. What is held stays; arm again with Ctrl+Shift+G."
)


@dataclass(frozen=True, slots=True)
class ArmingParts:
    """What the desk works with: the word `arming` that the broker reads, the `halt`, the keys' `safe`, the way to the
    exchange, what is `asked_of` an account (called on the main thread), and where the user's choice is kept."""

    arming: Arming
    halt: TradingHalt
    safe: KeySafe
    open_client: OpenClient
    asked_of: AskedOf
    settings: SettingRepository


@dataclass(frozen=True, slots=True)
class _Card:
    profile: Profile
    checks: tuple[Check, ...]
    at_s: float


class ArmingDesk(QObject):
    """Lives on the main thread. Nothing is armed when the program begins, whatever was before. `now_s` is a clock that
    nobody sets, in seconds."""

    rules_changed = Signal()  # other rules are in force
    keys_requested = Signal(object)  # Profile

    def __init__(
        self,
        window: MainWindow,
        profile: Profile,
        parts: ArmingParts,
        notifications: Notifications,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window, self._parts, self._notifications, self._now_s = window, parts, notifications, now_s
        self._profile = profile
        self._errands = Errands(self)
        self._running: Errand | None = None
        self._card: _Card | None = None
        self._typed = ""  # the name under a card that was too old, while it is asked anew
        self._trouble = ""
        self._needs_evidence = False  # of what is armed
        self._dialog: ArmingDialog | None = None
        window.actions_by_name["actionArm"].triggered.connect(self.press)
        window.market_changed.connect(self._leave_market)
        self.show_state()

    @property
    def is_armed(self) -> bool:
        """Whether orders of the account may leave."""
        return self._parts.arming.is_armed(self._profile.account)

    @Slot(object)
    def show_profile(self, profile: Profile) -> None:
        """Another account is traded in, or the same one again; another one is not armed."""
        if profile != self._profile:
            self._disarm(tr("{account} is traded in now.").format(account=profile.name))
            if self._dialog is not None:
                self._dialog.close()
            self._card = None
            self._trouble = ""
            self._profile = profile
        self.show_state()

    @Slot()
    def press(self) -> None:
        """Disarm what is armed; else show what arming needs."""
        if self.is_armed:
            self._disarm(tr("You disarmed it."))
        elif self._profile.mode.is_exchange:
            self.open()

    @Slot()
    def open(self) -> ArmingDialog:
        """Show the dialog, and begin to check."""
        dialog = self._made_dialog()
        if not dialog.isVisible():
            needed = needs_evidence(self._parts.settings, self._profile)
            dialog.show_profile(self._profile, only_with_evidence=needed)
            dialog.show()
            self.check()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    @Slot()
    def check(self) -> None:
        """Ask for every line of the card anew."""
        self._forget_run()
        self._card = None
        profile, parts, dialog = self._profile, self._parts, self._made_dialog()
        dialog.show_nothing_checked()
        run = PreflightRun(profile, parts.asked_of(profile), parts.safe, parts.open_client, parts.halt, self._trouble)

        def tell(outcome: Outcome) -> None:
            self._take_card(profile, outcome)

        self._running = self._errands.send("preflight", run, tell, dialog.show_check)

    @Slot()
    def stop(self) -> None:
        """Ask no further; nothing is armed by a name that was typed before."""
        self._forget_run()
        if self._dialog is not None:
            self._dialog.show_stopped()

    @Slot(str)
    def arm(self, typed: str) -> None:
        """Let the account's orders leave, if the card is all green and its name was typed; a card older than a minute
        is asked anew first."""
        card, profile, dialog = self._card, self._profile, self._made_dialog()
        if card is None or card.profile != profile or not all_green(card.checks):
            return
        if typed != profile.name:
            dialog.show_note(tr(_NOT_TYPED))
            return
        if self._now_s() - card.at_s > OLDEST_CARD_S:
            self.check()
            self._typed = typed
            return
        for check in (check_halt(self._parts.halt), check_books(self._trouble)):
            if not check.is_green:
                dialog.show_check(check)
                dialog.show_note(f"✕ {check.sentence}")
                return
        self._arm(profile)
        dialog.accept()

    @Slot(str)
    def take_unexplained(self, sentence: str) -> None:
        """The books differ from the exchange's, and nothing explains it; an empty `sentence` when that is over."""
        self._trouble = sentence
        if sentence:
            self._disarm(sentence)

    def take_other_keys(self) -> None:
        """The account's keys were changed or forgotten."""
        self._card = None
        self._disarm(tr("Its keys were changed."))

    @Slot()
    def obey_halt(self) -> None:
        """Trading was halted, by the kill switch or by a breach."""
        self._disarm(tr("Trading was halted."))

    def in_force(self, rules: Rules) -> Rules:
        """What the agents go by when `rules` were chosen: with real money only with evidence, unless said otherwise."""
        return only_with_evidence(rules) if self._needs_evidence else rules

    @Slot()
    def show_state(self) -> None:
        """Show whether the account is armed, wherever that stands."""
        profile = self._profile
        why_not = "" if profile.mode.is_exchange else tr(_PAPER)
        self._window.show_arming(ArmingState(profile.name, profile.mode, self.is_armed), why_not)

    def finish(self) -> None:
        """The program closes."""
        self._parts.arming.disarm()
        self._forget_run()
        self._errands.finish()

    def _arm(self, profile: Profile) -> None:
        self._card = None
        self._needs_evidence = needs_evidence(self._parts.settings, profile)
        self.rules_changed.emit()  # before the first order may leave
        self._parts.arming.arm(profile.account)
        self.show_state()
        state = ArmingState(profile.name, profile.mode, is_armed=True)
        policy = tr("Positions are opened only with evidence of an edge.") if self._needs_evidence else ""
        title = tr("{mode} ARMED: {account}").format(mode=state.word, account=profile.name)
        self._notifications.tell(title, state.sentence)
        told = (state.sentence, policy, tr("Disarm with Ctrl+Shift+G."))
        notice = " ".join(sentence for sentence in told if sentence)
        self._window.show_notice(tr("{mode} armed").format(mode=state.word), notice)

    def _disarm(self, why: str) -> None:
        was_armed, name = self.is_armed, self._profile.name
        self._parts.arming.disarm()
        self._typed = ""
        if not was_armed:
            return
        self._card = None
        self._needs_evidence = False
        self.rules_changed.emit()
        self.show_state()
        title = tr("{account} is not armed any more").format(account=name)
        self._window.show_notice(title, f"{why} {tr(_STILL_SAFE)}")

    def _take_card(self, profile: Profile, outcome: Outcome) -> None:
        self._running = None
        dialog = self._made_dialog()
        if profile != self._profile:
            return
        at_s = self._now_s()
        dialog.show_done(at_s)
        if outcome.problem:
            dialog.show_note(f"✕ {outcome.problem}")
            return
        self._card = _Card(profile, outcome.value, at_s)
        typed, self._typed = self._typed, ""
        if typed and dialog.name.text() == typed:  # which is empty once the dialog is left
            self.arm(typed)

    def _forget_run(self) -> None:
        self._typed = ""
        if self._running is not None:
            self._running.cancel()
            self._running = None

    @Slot(str)
    def _leave_market(self, _name: str) -> None:
        self._disarm(tr("Another market is watched now."))

    @Slot(bool)
    def _choose_evidence(self, is_needed: bool) -> None:
        choose_evidence(self._parts.settings, self._profile, only_with_evidence=is_needed)

    @Slot()
    def _ask_for_keys(self) -> None:
        self.keys_requested.emit(self._profile)

    def _made_dialog(self) -> ArmingDialog:
        if self._dialog is None:
            self._dialog = ArmingDialog(LINES, self._now_s, self._window)
            self._dialog.checks_requested.connect(self.check)
            self._dialog.stop_requested.connect(self.stop)
            self._dialog.keys_requested.connect(self._ask_for_keys)
            self._dialog.evidence_chosen.connect(self._choose_evidence)
            self._dialog.arm_requested.connect(self.arm)
        return self._dialog
