"""What the user chose about alerts: by which channels, of what, and when not."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, Self, TypeVar

from photon_desktop.alerts.alert import AlertKind
from photon_desktop.alerts.fields import (
    address_fault,
    chat_fault,
    host_fault,
    is_loopback,
    mail_fault,
    mails_fault,
    port_fault,
    shown_address,
)
from photon_desktop.alerts.quiet import QuietHours

KEY = "alerts.choices"  # of the store's settings
TELEGRAM_SERVER = "https://api.telegram.org"
Faults = dict[str, str]


class Channel(StrEnum):
    """A way out of the program."""

    WEBHOOK = "webhook"
    TELEGRAM = "telegram"
    MAIL = "mail"


class MailSecurity(StrEnum):
    """How the way to the mail server is made safe; nothing is only for a server on this computer."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class WebhookChoice:
    """Where alerts are posted; the secret they are signed with is in the keyring."""

    is_on: bool = False
    address: str = ""

    def faults(self) -> Faults:
        """What is wrong, a sentence by field."""
        return _faults({"address": address_fault(self.address)})


@dataclass(frozen=True, slots=True)
class TelegramChoice:
    """The chat a bot writes to; its token is in the keyring."""

    is_on: bool = False
    chat: str = ""
    server: str = TELEGRAM_SERVER

    def faults(self) -> Faults:
        """What is wrong, a sentence by field."""
        return _faults({"chat": chat_fault(self.chat), "server": address_fault(self.server)})


@dataclass(frozen=True, slots=True)
class MailChoice:
    """`user` is empty where the server asks for none; its password is in the keyring. `recipients` as typed, with
    commas."""

    is_on: bool = False
    host: str = ""
    port: int = 587
    security: MailSecurity = MailSecurity.STARTTLS
    user: str = ""
    sender: str = ""
    recipients: str = ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Those who get the mail."""
        return tuple(address.strip() for address in self.recipients.split(",") if address.strip())

    def faults(self) -> Faults:
        """What is wrong, a sentence by field."""
        open_way = self.security is MailSecurity.NONE and not is_loopback(self.host)
        return _faults(
            {
                "host": host_fault(self.host),
                "port": port_fault(self.port),
                "security": "Mail would go out readable by anybody on the way; use STARTTLS or TLS." * open_way,
                "user": "" if self.user.isprintable() else "The user's name has characters that can't be sent.",
                "sender": mail_fault(self.sender),
                "recipients": mails_fault(self.addresses),
            }
        )


ChannelChoice = WebhookChoice | TelegramChoice | MailChoice
DESKTOP_KINDS = (AlertKind.DECISION, AlertKind.TROUBLE, AlertKind.SUMMARY)  # the others are chosen with the window
_USUAL = (AlertKind.TRADE, AlertKind.PRICE, AlertKind.HALT, AlertKind.TROUBLE)
_USUAL_GRID = frozenset((kind, channel) for kind in _USUAL for channel in Channel)


@dataclass(frozen=True, slots=True)
class AlertChoices:
    """`wanted`: which kind goes out by which channel, once the channel is on; `on_desktop`: which of `DESKTOP_KINDS`
    the desktop is told."""

    webhook: WebhookChoice = field(default_factory=WebhookChoice)
    telegram: TelegramChoice = field(default_factory=TelegramChoice)
    mail: MailChoice = field(default_factory=MailChoice)
    quiet: QuietHours = field(default_factory=QuietHours)
    wanted: frozenset[tuple[AlertKind, Channel]] = _USUAL_GRID
    on_desktop: frozenset[AlertKind] = frozenset()

    def of(self, channel: Channel) -> ChannelChoice:
        """What is chosen about one channel."""
        choice: ChannelChoice = getattr(self, channel.value)
        return choice

    def is_ready(self, channel: Channel) -> bool:
        """Whether alerts go out by this channel."""
        choice = self.of(channel)
        return choice.is_on and not choice.faults()

    def channels_of(self, kind: AlertKind) -> tuple[Channel, ...]:
        """Those by which alerts of this kind go out."""
        return tuple(channel for channel in Channel if (kind, channel) in self.wanted and self.is_ready(channel))

    def without_rest(self) -> Self:
        """These with only what may be seen of the webhook's address."""
        return replace(self, webhook=replace(self.webhook, address=shown_address(self.webhook.address)))

    def to_json(self) -> dict[str, Any]:
        """What is kept; no secret is in it."""
        parts = {channel.value: asdict(self.of(channel)) for channel in Channel}
        grid = [[kind.value, channel.value] for kind in AlertKind for channel in Channel]
        wanted = [pair for pair in grid if (AlertKind(pair[0]), Channel(pair[1])) in self.wanted]
        on_desktop = [kind.value for kind in DESKTOP_KINDS if kind in self.on_desktop]
        return {**parts, "quiet": self.quiet.to_json(), "wanted": wanted, "on_desktop": on_desktop}

    @classmethod
    def from_json(cls, kept: object) -> Self:
        """What `to_json` wrote; whatever can't be read in it is as by default."""
        if not isinstance(kept, Mapping):
            return cls()
        return cls(
            _read(WebhookChoice(), kept.get("webhook")),
            _read(TelegramChoice(), kept.get("telegram")),
            _read(MailChoice(), kept.get("mail")),
            QuietHours.from_json(kept.get("quiet")),
            _read_grid(kept.get("wanted")),
            _read_kinds(kept.get("on_desktop")),
        )


_Choice = TypeVar("_Choice", WebhookChoice, TelegramChoice, MailChoice)


def _read(defaults: _Choice, kept: object) -> _Choice:
    if not isinstance(kept, Mapping):
        return defaults
    values: dict[str, Any] = {}
    for one in fields(defaults):
        default, value = getattr(defaults, one.name), kept.get(one.name)
        if isinstance(default, MailSecurity):
            values[one.name] = next((kind for kind in MailSecurity if kind.value == value), default)
        else:
            values[one.name] = value if type(value) is type(default) else default
    return type(defaults)(**values)


def _read_grid(kept: object) -> frozenset[tuple[AlertKind, Channel]]:
    if not isinstance(kept, list):
        return _USUAL_GRID
    pairs = {(kind.value, channel.value): (kind, channel) for kind in AlertKind for channel in Channel}
    return frozenset(pairs[key] for pair in kept if (key := _key(pair)) in pairs)


def _read_kinds(kept: object) -> frozenset[AlertKind]:
    return frozenset(kind for kind in DESKTOP_KINDS if isinstance(kept, list) and kind.value in kept)


def _key(pair: object) -> tuple[str, str]:
    return (str(pair[0]), str(pair[1])) if isinstance(pair, list) and len(pair) == 2 else ("", "")


def _faults(told: Faults) -> Faults:
    return {name: fault for name, fault in told.items() if fault}
