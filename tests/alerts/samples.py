"""Alerts, choices and an office to try."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from threading import Condition, Event
from time import monotonic

from photon_desktop.alerts.alert import Alert, AlertKind, Severity
from photon_desktop.alerts.backoff import Pace
from photon_desktop.alerts.choices import AlertChoices, Channel, MailChoice, MailSecurity, TelegramChoice, WebhookChoice
from photon_desktop.alerts.courier import CourierParts
from photon_desktop.alerts.letter import Letter
from photon_desktop.alerts.post_office import PostOffice
from photon_desktop.alerts.secrets import AlertSecrets
from photon_desktop.store import Store
from photon_desktop.trading.timestamps import from_datetime
from tests.keyrings import MemoryKeyring, found

SECRET, TOKEN = "a-secret-of-the-test", "12345678:AAtest_token-of_a-bot"
NOON = from_datetime(datetime(2026, 1, 5, 12, tzinfo=UTC))  # a Monday
FAST = Pace(gather_s=0.0, pause_s=0.0, patience_s=5.0, first_wait_s=0.01, longest_wait_s=0.02, look_s=0.01)
ALL = frozenset((kind, channel) for kind in AlertKind for channel in Channel)


class SetClock:
    """Stands where it was set."""

    def __init__(self, now_ns: int = NOON) -> None:
        self.now = now_ns

    def now_ns(self) -> int:
        return self.now


class Told:
    """Hears what couriers tell."""

    def __init__(self) -> None:
        self.words: list[tuple[Channel, str]] = []
        self._came = Condition()

    def __call__(self, channel: Channel, words: str) -> None:
        with self._came:
            self.words.append((channel, words))
            self._came.notify_all()

    def wait_for(self, count: int) -> list[tuple[Channel, str]]:
        with self._came:
            assert self._came.wait_for(lambda: len(self.words) >= count, 10), self.words
            return self.words[:count]


def alert(number: int = 1, kind: AlertKind = AlertKind.TRADE, severity: Severity = Severity.INFO) -> Alert:
    return Alert(
        f"{kind}-{number}", kind, severity, f"BUY BTCUSDT {number}", "0.5 at 97,000.", NOON, "BTCUSDT", {"n": 1}
    )


def urgent(number: int = 1) -> Alert:
    return alert(number, AlertKind.HALT, Severity.URGENT)


def letter(*alerts: Alert) -> Letter:
    return Letter.of(alerts or (alert(),))


def to_webhook(address: str) -> AlertChoices:
    return AlertChoices(webhook=WebhookChoice(True, f"{address}/hook"), wanted=ALL)


def to_telegram(address: str) -> AlertChoices:
    return AlertChoices(telegram=TelegramChoice(True, "-100123", address), wanted=ALL)


def mail_choice(port: int, security: MailSecurity = MailSecurity.NONE, user: str = "") -> MailChoice:
    return MailChoice(True, "127.0.0.1", port, security, user, "photon@example.org", "ann@example.org, bob@example.org")


def to_mail(port: int) -> AlertChoices:
    return AlertChoices(mail=mail_choice(port), wanted=ALL)


def kept_secrets() -> AlertSecrets:
    secrets = AlertSecrets("test", lambda: found(MemoryKeyring()))
    secrets.keep(Channel.WEBHOOK, SECRET)
    secrets.keep(Channel.TELEGRAM, TOKEN)
    return secrets


def parts(store: Store, told: Told | None = None, pace: Pace = FAST, zone: tzinfo | None = UTC) -> CourierParts:
    return CourierParts(store.alert_outbox, kept_secrets(), SetClock(), pace, zone, lambda: 0.5, told or Told())


@contextmanager
def opened(store: Store, choices: AlertChoices, told: Told | None = None, pace: Pace = FAST) -> Iterator[PostOffice]:
    """An office at work."""
    office = PostOffice(store, parts(store, told, pace))
    office.begin(choices)
    try:
        yield office
    finally:
        office.finish()


def patient(**changes: float) -> Pace:
    return replace(FAST, **changes)  # type: ignore[arg-type]


def until(is_so: Callable[[], object]) -> None:
    """Look again and again until it is so, for ten seconds at most."""
    give_up_at = monotonic() + 10
    while not is_so():
        assert monotonic() < give_up_at, "It did not become so."
        Event().wait(0.01)
