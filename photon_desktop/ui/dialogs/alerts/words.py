"""What the page about alerts says of each channel, kind and day."""

from dataclasses import dataclass

from photon_desktop.alerts.alert import AlertKind
from photon_desktop.alerts.choices import Channel, MailSecurity
from photon_desktop.ui.language import mark


@dataclass(frozen=True, slots=True)
class FieldWords:
    """One field of a channel: its name among the choice's, what stands before it, an example in it, and what tells its
    label apart from others that are the same in English."""

    name: str
    label: str
    example: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ChannelWords:
    """What the page says of one channel: `secret` is what stands before the secret's field."""

    title: str
    switch: str
    means: str
    secret: str
    fields: tuple[FieldWords, ...]


CHANNEL_WORDS = {
    Channel.WEBHOOK: ChannelWords(
        mark("Webhook"),
        mark("Post alerts to a &webhook"),
        mark(
            "As JSON, signed with the secret: the header Photon-Signature has the time and an HMAC-SHA256 over time and"
            " body. The address may be a secret too: where there is a keyring it is kept there, and only its host is"
            " shown."
        ),
        mark("Secret to sign with"),
        (FieldWords("address", mark("Address"), "https://example.org/alerts"),),
    ),
    Channel.TELEGRAM: ChannelWords(
        mark("Telegram"),
        mark("Send alerts by a bot of &Telegram"),
        mark("Make a bot with BotFather, write to it once, and enter its token and the number of the chat."),
        mark("Bot's token"),
        (
            FieldWords("chat", mark("Chat"), "123456789"),
            FieldWords("server", mark("Server"), "https://api.telegram.org"),
        ),
    ),
    Channel.MAIL: ChannelWords(
        mark("E-mail"),
        mark("Send alerts by &e-mail"),
        mark("Through your mail server. Without a user nothing logs in, and no password is needed."),
        mark("Password"),
        (
            FieldWords("host", mark("Mail server"), "smtp.example.org"),
            FieldWords("port", mark("Port")),
            FieldWords("security", mark("Security")),
            FieldWords("user", mark("User"), "you@example.org"),
            FieldWords("sender", mark("From", "mail"), "you@example.org", "mail"),
            FieldWords("recipients", mark("To", "mail"), "you@example.org, me@example.org", "mail"),
        ),
    ),
}
SECURITY_WORDS = {
    MailSecurity.STARTTLS: mark("STARTTLS (usually port 587)"),
    MailSecurity.TLS: mark("TLS (usually port 465)"),
    MailSecurity.NONE: mark("None, on this computer only"),
}
KIND_WORDS = {
    AlertKind.TRADE: mark("Trades"),
    AlertKind.PRICE: mark("Price alerts"),
    AlertKind.HALT: mark("Trading is halted"),
    AlertKind.DECISION: mark("Decisions to buy or sell"),
    AlertKind.TROUBLE: mark("Troubles of agents, prices and the exchange"),
    AlertKind.SUMMARY: mark("What the day came to"),
}
DAY_WORDS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))
