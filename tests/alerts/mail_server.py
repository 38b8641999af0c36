"""A local mail server: just enough of SMTP to take a mail, or to refuse it in the ways that servers do."""

import base64
import socket
import socketserver
import ssl
import threading
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Self

PATIENCE_S = 10


@dataclass(frozen=True)
class Mail:
    """What was taken, whether the way was encrypted, and who had logged in."""

    sender: str
    recipients: tuple[str, ...]
    mail: EmailMessage
    was_encrypted: bool
    user: str


class MailServer:
    """`password` is the only one that is taken; `refusals` are answers by the first word of a command."""

    def __init__(self, tls: ssl.SSLContext | None = None, *, is_tls_at_once: bool = False) -> None:
        self.password = "correct horse"
        self.mails: list[Mail] = []
        self.refusals: dict[str, str] = {}
        self.tls = tls
        self._came = threading.Condition()
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                talk = _Talk(outer, self.connection)
                try:
                    if is_tls_at_once:
                        talk.encrypt()
                    talk.go()
                except OSError:  # the other side has hung up
                    return
                finally:
                    talk.close()

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def take(self, mail: Mail) -> None:
        """Put a mail down."""
        with self._came:
            self.mails.append(mail)
            self._came.notify_all()

    def wait_for(self, count: int) -> list[Mail]:
        """The first `count` that come."""
        with self._came:
            assert self._came.wait_for(lambda: len(self.mails) >= count, PATIENCE_S), f"{len(self.mails)} mails came"
            return self.mails[:count]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Talk:
    """One connection, until QUIT or the other side hangs up."""

    def __init__(self, server: MailServer, connection: socket.socket) -> None:
        self._server, self._connection, self._is_encrypted = server, connection, False
        self._reader = connection.makefile("rb")
        self._sender, self._user = "", ""
        self._recipients: list[str] = []

    def encrypt(self) -> None:
        """Shake hands."""
        assert self._server.tls is not None
        self._reader.close()
        self._connection = self._server.tls.wrap_socket(
            self._connection, server_side=True, do_handshake_on_connect=False
        )
        self._connection.do_handshake()
        self._reader = self._connection.makefile("rb")
        self._is_encrypted = True

    def close(self) -> None:
        """Hang up."""
        self._reader.close()
        self._connection.close()

    def go(self) -> None:
        self._say("220 here")
        while line := self._reader.readline().decode().strip():
            word = line.split(" ", 1)[0].split(":", 1)[0].upper()
            if word in self._server.refusals:
                self._say(self._server.refusals[word])
            elif word == "QUIT":
                self._say("221 bye")
                return
            else:
                self._obey(word, line)

    def _obey(self, word: str, line: str) -> None:
        if word == "EHLO":
            can_encrypt = self._server.tls is not None and not self._is_encrypted
            self._say("250-here\r\n250-AUTH PLAIN" + ("\r\n250 STARTTLS" if can_encrypt else "\r\n250 8BITMIME"))
        elif word == "STARTTLS":
            self._say("220 go on")
            self.encrypt()
        elif word == "AUTH":
            self._log_in(line.split(" ")[2])
        elif word == "MAIL":
            self._sender = _address(line)
            self._say("250 ok")
        elif word == "RCPT":
            self._recipients.append(_address(line))
            self._say("250 ok")
        elif word == "DATA":
            self._take()
        else:
            self._say("250 ok")

    def _take(self) -> None:
        self._say("354 go on")
        lines = []
        while (line := self._reader.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        mail = message_from_bytes(b"".join(lines), policy=default)
        self._server.take(Mail(self._sender, tuple(self._recipients), mail, self._is_encrypted, self._user))
        self._say("250 taken")

    def _log_in(self, given: str) -> None:
        _, user, password = base64.b64decode(given).decode().split("\0")
        if password != self._server.password:
            self._say("535 no")
            return
        self._user = user
        self._say("235 in")

    def _say(self, line: str) -> None:
        self._connection.sendall(f"{line}\r\n".encode())


def _address(line: str) -> str:
    return line[line.index("<") + 1 : line.index(">")]
