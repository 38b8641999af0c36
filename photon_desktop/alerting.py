"""Alerts of the whole program, with its window or without: heard in one place, carried by one office."""

import logging
import random
import threading
from collections.abc import Callable, Mapping
from datetime import tzinfo

from PySide6.QtCore import QObject, Signal

from photon_desktop.alert_source import AlertSource
from photon_desktop.alerts.alert import AlertKind
from photon_desktop.alerts.backoff import Pace
from photon_desktop.alerts.channels.opening import NO_SECRET, needs_secret
from photon_desktop.alerts.choices import KEY, AlertChoices, Channel
from photon_desktop.alerts.courier import CourierParts
from photon_desktop.alerts.post_office import PostOffice
from photon_desktop.alerts.secrets import AlertSecrets, SecretError
from photon_desktop.application import Application
from photon_desktop.errors import PhotonError
from photon_desktop.keyring_scope import keyring_scope
from photon_desktop.system_keyring import SystemKeyring, find_system_keyring
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.timestamps import Clock

_log = logging.getLogger(__name__)


class Alerting(QObject):
    """Lives on the main thread; the office has a thread of its own, from `begin` to `finish`."""

    delivery_changed = Signal(str, str)  # channel, and why its letter was given up; empty when one was taken

    def __init__(
        self,
        application: Application,
        clock: Clock,
        find_keyring: Callable[[], SystemKeyring] = find_system_keyring,
        pace: Pace | None = None,
        zone: tzinfo | None = None,
    ) -> None:
        super().__init__()
        self._troubles: Mapping[str, str] = {}
        self._application, store = application, application.store
        self.secrets = AlertSecrets(keyring_scope(store.settings), find_keyring)
        parts = CourierParts(
            store.alert_outbox, self.secrets, clock, pace or Pace(), zone, random.SystemRandom().random, self._tell
        )
        self.office = PostOffice(store, parts)
        self.source = AlertSource(self.office.offer, self._wants, application.halt, self._instrument_of, clock, zone)
        self.source.listen(application.team)

    def begin(self) -> None:
        """Carry what is told, as the user chose; once is enough."""
        self.office.begin(AlertChoices.from_json(self._application.store.settings.get(KEY, None)))

    @property
    def troubles(self) -> Mapping[str, str]:
        """Why a channel that is chosen does not deliver, by channel; from any thread."""
        return self._troubles

    def look(self) -> None:
        """Find out, and tell, which chosen channels lack their secret, before the first alert does; never waits."""
        threading.Thread(target=self._look, name="look for secrets", daemon=True).start()

    def finish(self) -> None:
        """Break off, within two seconds: the program ends."""
        self.office.finish()

    def _look(self) -> None:
        """On a thread that nobody waits for: a keyring may ask for its password."""
        self._put_address_away()
        choices = self.office.choices
        for channel in Channel:
            if not choices.is_ready(channel) or not needs_secret(choices.of(channel)):
                continue
            try:
                self.secrets.whole(choices.of(channel))
                why = "" if self.secrets.fetch(channel) else self.secrets.lack() or NO_SECRET[channel]
            except SecretError as error:
                why = str(error)
            if why:
                self._tell(channel, why)

    def _put_address_away(self) -> None:
        """An earlier version kept all of the webhook's address in the store; it goes into the keyring."""
        choices, store = self.office.choices, self._application.store
        address = choices.webhook.address
        try:
            kept = self.secrets.keep_address(address)
            if kept != address:
                changed = choices.without_rest()
                store.settings.put(KEY, changed.to_json())
                self.office.take_choices(changed)
        except PhotonError as error:
            _log.warning("The webhook's address stays in the settings: %s", error)
        finally:
            store.close_thread()

    def _wants(self, kind: AlertKind) -> bool:
        choices = self.office.choices
        return kind in choices.on_desktop or bool(choices.channels_of(kind))

    def _instrument_of(self, symbol: str) -> Instrument:
        return self._application.session.instrument(symbol)

    def _tell(self, channel: Channel, words: str) -> None:
        """On the office's thread."""
        others = {name: told for name, told in self._troubles.items() if name != channel.value}
        self._troubles = {**others, channel.value: words} if words else others
        try:
            self.delivery_changed.emit(channel.value, words)
        except RuntimeError:  # the program has ended, and nobody is left to be told
            return
