"""The way out that the user chose, ready to be used."""

from photon_desktop.alerts.channels.mail import MailSender
from photon_desktop.alerts.channels.sender import Sender
from photon_desktop.alerts.channels.telegram import TelegramSender
from photon_desktop.alerts.channels.webhook import WebhookSender
from photon_desktop.alerts.choices import Channel, ChannelChoice, MailChoice, TelegramChoice, WebhookChoice
from photon_desktop.alerts.faults import LetterRefusedError
from photon_desktop.trading.timestamps import Clock

NO_SECRET = {
    Channel.WEBHOOK: "There is no secret to sign with; enter one under Settings, Alerts.",
    Channel.TELEGRAM: "There is no token of the bot; enter it under Settings, Alerts.",
    Channel.MAIL: "There is no password of the mail server; enter it under Settings, Alerts.",
}


def needs_secret(choice: ChannelChoice) -> bool:
    """Whether this way is closed without a secret: mail may need none."""
    return not isinstance(choice, MailChoice) or bool(choice.user)


def sender_of(choice: ChannelChoice, secret: str, clock: Clock) -> Sender:
    """Sends as `choice` says. Raises LetterRefusedError where it has faults, or the secret is missing."""
    if faults := choice.faults():
        raise LetterRefusedError(next(iter(faults.values())))
    channel = channel_of(choice)
    if needs_secret(choice) and not secret:
        raise LetterRefusedError(NO_SECRET[channel])
    if isinstance(choice, WebhookChoice):
        return WebhookSender(choice.address, secret, clock)
    if isinstance(choice, TelegramChoice):
        return TelegramSender(choice.server, choice.chat, secret, clock)
    return MailSender(choice, secret, clock)


def channel_of(choice: ChannelChoice) -> Channel:
    """Which channel this is a choice of."""
    kinds = {WebhookChoice: Channel.WEBHOOK, TelegramChoice: Channel.TELEGRAM, MailChoice: Channel.MAIL}
    return kinds[type(choice)]
