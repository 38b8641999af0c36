"""What the user types about a channel, and what is wrong with it: a sentence, empty where nothing is."""

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

LONGEST = 2_000  # characters of any field
_REST = "/…"
_MAIL = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+")
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")
_CHAT = re.compile(r"-?[0-9]{1,20}|@[A-Za-z][A-Za-z0-9_]{3,63}")


def is_loopback(host: str) -> bool:
    """Whether `host` is this computer itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def address_fault(address: str) -> str:
    """Of where messages are posted: https, or http on this computer."""
    if not address:
        return "Enter the address that alerts are posted to, like https://example.org/alerts."
    if len(address) > LONGEST or not address.isprintable() or " " in address:
        return "The address has blanks or is too long; write it like https://example.org/alerts."
    try:
        parts = urlsplit(address)
        is_of_the_web = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_of_the_web = False
    return _part_fault(parts) if is_of_the_web else "This is no address; write it like https://example.org/alerts."


def _part_fault(parts: SplitResult) -> str:
    if parts.username is not None or parts.password is not None:
        return "The address has a password in it, which would be kept where anybody can read it; leave it out."
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        return "Alerts would go out readable by anybody on the way; use https."
    return ""


def shown_address(address: str) -> str:
    """What of an address may be seen and kept in the open: its host, for the rest may be a secret. One that has no
    rest, or is no address, as it is."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    has_rest = parts.path not in ("", "/") or parts.query or parts.fragment
    return f"{parts.scheme}://{parts.netloc}{_REST}" if has_rest and parts.netloc else address


def is_shortened(address: str) -> bool:
    """Whether this is only what may be seen of an address."""
    return address.endswith(_REST)


def chat_fault(chat: str) -> str:
    """Of the chat that a bot writes to."""
    if not chat:
        return "Enter the number of the chat, or the @name of the channel, that the bot writes to."
    if not _CHAT.fullmatch(chat):
        return "A chat is a whole number, as in -1001234567890, or a channel's @name."
    return ""


def host_fault(host: str) -> str:
    """Of the mail server's name."""
    if not host:
        return "Enter the name of the mail server, like smtp.example.org."
    if not _HOST.fullmatch(host) or len(host) > LONGEST:
        return "This is no server's name; write it like smtp.example.org, without https and without a port."
    return ""


def port_fault(port: int) -> str:
    """Of the mail server's port."""
    return "" if 1 <= port <= 65_535 else f"The port is {port}; it lies between 1 and 65,535."


def mail_fault(address: str) -> str:
    """Of one address of mail."""
    if not address:
        return "Enter the address that the mail is from, like you@example.org."
    if not _MAIL.fullmatch(address) or not address.isascii() or len(address) > LONGEST:
        return f"{address[:60]!r} is no address of mail; write it like you@example.org."
    return ""


def mails_fault(addresses: tuple[str, ...]) -> str:
    """Of those who get the mail."""
    if not addresses:
        return "Enter the address that the mail goes to; put commas between several."
    return next((fault for address in addresses if (fault := mail_fault(address))), "")
