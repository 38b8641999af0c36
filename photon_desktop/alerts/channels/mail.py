"""Sends letters as mail (SMTP, RFC 5321)."""

import asyncio
import re
import smtplib
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP as LINES
from email.utils import format_datetime

from photon_desktop.alerts.channels.sender import one_line
from photon_desktop.alerts.choices import MailChoice, MailSecurity
from photon_desktop.alerts.daemon import in_daemon_thread
from photon_desktop.alerts.faults import LetterRefusedError, NotNowError
from photon_desktop.alerts.letter import Letter
from photon_desktop.trading.timestamps import Clock, to_datetime, to_iso

_TIMEOUT_S = 15.0
_OURSELVES = "[127.0.0.1]"  # RFC 5321, 4.1.3; the system's own name may take seconds to be found
_NOT_OF_AN_ID = re.compile(r"[^A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class MailSender:
    """`password` is used where `choice` names a user."""

    choice: MailChoice
    password: str = field(repr=False)
    clock: Clock
    tls: ssl.SSLContext | None = None

    async def send(self, letter: Letter) -> str:
        """As `Sender.send`. The mail's own id follows from the letter's, so that a repetition can be told."""
        way = _Way(self, self.mail(letter))
        try:
            return await in_daemon_thread("alert by mail", way.go)
        except asyncio.CancelledError:
            way.break_off()
            raise

    def mail(self, letter: Letter) -> EmailMessage:
        """The letter as mail."""
        mail = EmailMessage(policy=LINES)
        mail["Subject"] = one_line(letter.title)
        mail["From"], mail["To"] = self.choice.sender, ", ".join(self.choice.addresses)
        mail["Date"] = format_datetime(to_datetime(letter.alerts[-1].time))
        mail["Message-ID"] = f"<{_NOT_OF_AN_ID.sub('-', letter.id)}@photon-desktop.invalid>"
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(f"{letter.text}\n\n{to_iso(letter.alerts[-1].time)}\n")
        return mail


class _Way:
    """One attempt, on a thread of its own; `break_off` ends it from another."""

    def __init__(self, sender: MailSender, mail: EmailMessage) -> None:
        self._sender, self._mail = sender, mail
        self._who = f"The mail server {sender.choice.host}"
        self._server: smtplib.SMTP | None = None

    def go(self) -> str:
        """Send, and say so. Raises LetterRefusedError or NotNowError."""
        try:
            refused = self._sent()
        except smtplib.SMTPAuthenticationError:
            raise LetterRefusedError(f"{self._who} does not take the user or the password; enter them again.") from None
        except smtplib.SMTPNotSupportedError:
            raise LetterRefusedError(f"{self._who} does not do what is asked of it; choose another security.") from None
        except smtplib.SMTPRecipientsRefused as error:
            code = max((code for code, _ in error.recipients.values()), default=550)
            raise _of_code(code, f"{self._who} takes no mail for these addresses ({code}).") from None
        except smtplib.SMTPResponseException as error:
            raise _of_code(error.smtp_code, f"{self._who} does not take the mail ({error.smtp_code}).") from None
        except ssl.SSLCertVerificationError:
            raise NotNowError(f"{self._who} has no certificate that this computer trusts.") from None
        except (smtplib.SMTPException, OSError):
            raise NotNowError(f"{self._who} can't be reached, or hangs up.") from None
        if refused:
            raise LetterRefusedError(f"{self._who} took the mail, but not for {', '.join(sorted(refused))}.")
        return f"{self._who} has taken it."

    def break_off(self) -> None:
        """Wait for the server no longer."""
        sock = None if self._server is None else self._server.sock
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def _sent(self) -> dict[str, tuple[int, bytes]]:
        """Those of the addresses that were refused while others were taken."""
        choice = self._sender.choice
        tls = self._sender.tls or ssl.create_default_context()
        with self._opened(tls) as server:
            self._server = server
            if choice.security is MailSecurity.STARTTLS:
                server.starttls(context=tls)
            if choice.user:
                server.login(choice.user, self._sender.password)
            return server.send_message(self._mail)

    def _opened(self, tls: ssl.SSLContext) -> smtplib.SMTP:
        choice = self._sender.choice
        if choice.security is MailSecurity.TLS:
            return smtplib.SMTP_SSL(choice.host, choice.port, _OURSELVES, timeout=_TIMEOUT_S, context=tls)
        return smtplib.SMTP(choice.host, choice.port, _OURSELVES, timeout=_TIMEOUT_S)


def _of_code(code: int, sentence: str) -> LetterRefusedError | NotNowError:
    """A code from 500 on is for good (RFC 5321, 4.2.1)."""
    return LetterRefusedError(sentence) if code >= 500 else NotNowError(sentence)
