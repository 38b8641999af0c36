"""Brings the page about alerts together with the office that sends them, the keyring, and the store."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.alerting import Alerting
from photon_desktop.alerts.channels.opening import channel_of
from photon_desktop.alerts.choices import KEY, AlertChoices, Channel, ChannelChoice
from photon_desktop.alerts.fields import shown_address
from photon_desktop.alerts.trial import send_test
from photon_desktop.desks.desktop_alerts import DesktopAlerts
from photon_desktop.desks.errands import Errand, Errands, Outcome
from photon_desktop.desks.notifications import Notifications
from photon_desktop.desks.settings_desk import SettingsDesk
from photon_desktop.desks.state_writer import StateWriter
from photon_desktop.store.store import Store
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui.dialogs.alerts.page import AlertsPage
from photon_desktop.ui.dialogs.alerts.words import CHANNEL_WORDS
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.sentences.said import said

PAGE = mark("Alerts")
_NOT_SENT = mark("An alert by {channel} was not delivered")
_NOT_SENT_MEANS = mark(
    "Agents and trading are not touched by it. Under Settings, Alerts, a test says whether it works."
)
_NOT_KEPT = mark("What you chose about alerts could not be kept")
_STILL_COUNTS = mark("It counts until the program ends.")
_NO_SECRET = mark("None is kept yet.")
_SENDING = mark("A test is being sent.")


class AlertChannelsDesk(QObject):
    """Lives on the main thread; what may block is an errand."""

    _keeping_failed = Signal(str)  # from the thread that writes

    def __init__(
        self,
        window: MainWindow,
        settings: SettingsDesk,
        alerting: Alerting,
        notifications: Notifications,
        store: Store,
        clock: Clock,
    ) -> None:
        super().__init__(window)
        self._window, self._alerting, self._store, self._clock = window, alerting, store, clock
        self._errands = Errands(self)
        self._writer = StateWriter("alert choices", store, self._write, self._keeping_failed.emit)
        self._keeping_failed.connect(self._tell_not_kept)
        self.page = AlertsPage()
        self.desktop = DesktopAlerts(window, notifications)
        self._choices = kept = AlertChoices.from_json(store.settings.get(KEY, None))
        self._kept_address = kept.webhook.address  # as it stands in the store
        self.page.show_choices(kept)
        self.desktop.kinds = kept.on_desktop
        settings.add_page(tr(PAGE), self.page)
        self.page.shown.connect(self.look_up)
        self.page.changed.connect(self.take_choices)
        self.page.secret_entered.connect(self.keep_secret)
        self.page.secret_forgotten.connect(self.forget_secret)
        self.page.test_requested.connect(self.test)
        alerting.delivery_changed.connect(self.tell_delivery)
        alerting.source.made.connect(self.desktop.take_alert)
        if kept.webhook.address:
            self._put_address_away(kept.webhook.address)  # an earlier version kept all of it in the store

    @Slot(object)
    def take_choices(self, choices: AlertChoices) -> None:
        """Have alerts go out by these from now on, and keep them."""
        before, self._choices = self._choices.webhook.address, choices
        self._alerting.office.take_choices(choices)
        self.desktop.kinds = choices.on_desktop
        is_as_kept = choices.webhook.address == self._kept_address
        self._writer.write(choices if is_as_kept else choices.without_rest())
        if choices.webhook.address != before:
            self._put_address_away(choices.webhook.address)

    @Slot()
    def look_up(self) -> None:
        """Find out which secrets there are, and where they are kept."""
        secrets = self._alerting.secrets

        def work(_errand: Errand) -> tuple[str, str, frozenset[Channel]]:
            return secrets.place(), secrets.lack(), frozenset(channel for channel in Channel if secrets.fetch(channel))

        self._errands.send("secrets look-up", work, self._show_looked_up)

    @Slot(object, str)
    def keep_secret(self, channel: Channel, secret: str) -> None:
        """Keep the secret of a channel, in the keyring where there is one."""

        def tell(outcome: Outcome) -> None:
            self._tell_kept(channel, outcome)

        self._errands.send("secret keeping", lambda _errand: self._alerting.secrets.keep(channel, secret), tell)

    @Slot(object)
    def forget_secret(self, channel: Channel) -> None:
        """Remove the secret of a channel, here and in the keyring."""

        def tell(outcome: Outcome) -> None:
            row = self.page.forms[channel].secret
            row.show_state(
                outcome.problem or tr(_NO_SECRET), is_known=bool(outcome.problem), is_good=not outcome.problem
            )

        self._errands.send("secret forgetting", lambda _errand: self._alerting.secrets.forget(channel), tell)

    def _put_address_away(self, address: str) -> None:
        """Have the keyring keep the webhook's address, and only its host stay in the store and on the page."""
        secrets = self._alerting.secrets
        if not address:
            self._errands.send("address forgetting", lambda _errand: secrets.forget_address(), lambda _outcome: None)
        elif shown_address(address) != address:

            def tell(outcome: Outcome) -> None:
                self._take_address(address, outcome)

            self._errands.send("address keeping", lambda _errand: secrets.keep_address(address), tell)

    def _take_address(self, address: str, outcome: Outcome) -> None:
        if self._choices.webhook.address != address:
            return  # another was typed meanwhile
        if outcome.problem:
            self.page.forms[Channel.WEBHOOK].show_result(outcome.problem, is_good=False)
            return
        self._kept_address = kept = str(outcome.value)
        self._choices = replace(self._choices, webhook=replace(self._choices.webhook, address=kept))
        if kept != address:
            self.page.show_address(kept)
            self._alerting.office.take_choices(self._choices)
        self._writer.write(self._choices)

    @Slot(object)
    def test(self, choice: ChannelChoice) -> None:
        """Send a letter by this channel at once, and say what came of it."""
        form = self.page.forms[channel_of(choice)]
        form.show_busy(tr(_SENDING))

        def work(errand: Errand) -> str:
            return send_test(choice, self._alerting.secrets, self._clock, errand.hold)

        def tell(outcome: Outcome) -> None:
            form.show_result(outcome.problem or said(str(outcome.value)), is_good=not outcome.problem)

        self._errands.send("alert test", work, tell)

    @Slot(str, str)
    def tell_delivery(self, channel: str, words: str) -> None:
        """Say that a letter was given up, until one is taken again."""
        title = tr(_NOT_SENT).format(channel=tr(CHANNEL_WORDS[Channel(channel)].title))
        self._window.banner.forget(title)
        if words:
            self._window.show_problem(title, said(words), tr(_NOT_SENT_MEANS))

    def finish(self) -> None:
        """Have the last choices written: the program closes."""
        self.desktop.finish()
        self._errands.finish()
        self._writer.finish()

    def _write(self, choices: AlertChoices) -> None:
        """On the writer's thread."""
        self._store.settings.put(KEY, choices.to_json())

    def _show_looked_up(self, outcome: Outcome) -> None:
        for channel, form in self.page.forms.items():
            if outcome.problem:
                form.secret.show_state(outcome.problem, is_known=False, is_good=False)
                continue
            place, lack, known = outcome.value
            words = said(place if channel in known else lack) or tr(_NO_SECRET)
            form.secret.show_state(words, is_known=channel in known)

    def _tell_kept(self, channel: Channel, outcome: Outcome) -> None:
        row = self.page.forms[channel].secret
        if outcome.problem:
            row.show_state(outcome.problem, is_known=bool(self._alerting.secrets.held(channel)), is_good=False)
            return
        row.show_state(said(str(outcome.value)), is_known=True)
        self._alerting.office.take_secret()

    @Slot(str)
    def _tell_not_kept(self, why: str) -> None:
        self._window.show_problem(tr(_NOT_KEPT), f"{why} {tr(_STILL_COUNTS)}", "")
