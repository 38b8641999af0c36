"""Posts JSON to an address of the web, and says in a sentence why that failed."""

import asyncio
import json
import socket
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from photon_desktop import __version__
from photon_desktop.alerts.daemon import in_daemon_thread
from photon_desktop.alerts.faults import LetterRefusedError, NotNowError
from photon_desktop.alerts.fields import is_loopback
from photon_desktop.trading.timestamps import to_datetime

_MOST_READ = 64 * 1024  # bytes of an answer
_LATER = (408, 425, 429)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `after_s` is how long one is to wait, 0 where it does not say."""

    status: int
    body: bytes
    after_s: float = 0.0

    def told(self) -> Mapping[str, Any]:
        """The body's JSON object, an empty one where there is none."""
        try:
            told = json.loads(self.body)
        except (ValueError, RecursionError):
            return {}
        return told if isinstance(told, dict) else {}


def host_of(address: str) -> str:
    """The host's name and nothing else of an address, which may have secrets in its path."""
    return urlsplit(address).hostname or ""


async def post(
    address: str, body: bytes, headers: Mapping[str, str], who: str, now_ns: int, tls: ssl.SSLContext | None = None
) -> Answer:
    """Post `body` once, following nothing and reading little. Raises NotNowError when nobody answers."""
    with_type = {"Content-Type": "application/json", "User-Agent": f"Photon-Desktop/{__version__}", **headers}
    try:
        async with (
            _session(tls) as session,
            session.post(
                address, data=body, headers=with_type, allow_redirects=False, proxy=_proxy_of(address)
            ) as response,
        ):
            read = await response.content.read(_MOST_READ)
            return Answer(response.status, read, _after_s(response.headers.get("Retry-After", ""), now_ns))
    except (aiohttp.ClientConnectorCertificateError, aiohttp.ClientConnectorSSLError):
        raise NotNowError(f"{who} has no certificate that this computer trusts.") from None
    except (aiohttp.InvalidURL, ValueError):
        raise LetterRefusedError(f"{who} has an address that can't be used; enter it again.") from None
    except TimeoutError:
        raise NotNowError(f"{who} does not answer in time.") from None
    except (aiohttp.ClientError, OSError):
        raise NotNowError(f"{who} can't be reached.") from None


def judge(answer: Answer, who: str, why: str = "") -> str:
    """A sentence where the letter was taken. Raises LetterRefusedError or NotNowError otherwise; `why` is what the
    other side said."""
    said = f"{who} answers {answer.status}" + (f": {why}" if why else "")
    if 200 <= answer.status < 300:
        return f"{who} has taken it ({answer.status})."
    if answer.status in _LATER or answer.status >= 500:
        raise NotNowError(f"{said.rstrip('.')}.", answer.after_s)
    if 300 <= answer.status < 400:
        raise LetterRefusedError(f"{said}: it has moved; enter the address where it is now.")
    raise LetterRefusedError(f"{said.rstrip('.')}. Look at what is entered here.")


@asynccontextmanager
async def _session(tls: ssl.SSLContext | None) -> AsyncIterator[aiohttp.ClientSession]:
    connector = aiohttp.TCPConnector(resolver=_Resolver(), ssl=True if tls is None else tls, limit=1)
    async with aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as session:
        yield session


class _Resolver(AbstractResolver):
    """Asks the system on a thread that nobody has to wait for."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of `host`."""
        found = await in_daemon_thread(
            "name of an alert's host", lambda: socket.getaddrinfo(host, port, family, socket.SOCK_STREAM)
        )
        return [
            ResolveResult(hostname=host, host=str(to[0]), port=port, family=kind, proto=proto, flags=0)
            for kind, _, proto, _, to in found
        ]

    async def close(self) -> None:
        """Nothing is held."""
        await asyncio.sleep(0)


def _proxy_of(address: str) -> str | None:
    """The proxy that the system or the environment names for this address; none for this computer itself."""
    host = host_of(address)
    if is_loopback(host) or proxy_bypass(host):
        return None
    proxy = getproxies().get(urlsplit(address).scheme, "")
    return proxy if proxy.startswith("http://") else None  # no other kind is spoken here


def _after_s(text: str, now_ns: int) -> float:
    """The seconds of a Retry-After header (RFC 9110, section 10.2.3): a number of them, or a date."""
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        at = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return 0.0
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, _seconds(at, to_datetime(now_ns)))


def _seconds(at: datetime, now: datetime) -> float:
    return (at - now).total_seconds()
