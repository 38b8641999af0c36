"""A throwaway certificate for Yahoo's host names, made anew in each run: it is its own authority."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

from Crypto.Hash import SHA256
from Crypto.PublicKey import ECC
from Crypto.Signature import DSS
from Crypto.Util.asn1 import DerBitString, DerBoolean, DerInteger, DerObjectId, DerOctetString, DerSequence, DerSetOf

HOSTS = ("*.yahoo.com", "*.finance.yahoo.com")
_SIGNED_WITH = DerSequence([DerObjectId("1.2.840.10045.4.3.2")])  # ECDSA with SHA-256
_COMMON_NAME, _CONSTRAINTS, _OTHER_NAMES = "2.5.4.3", "2.5.29.19", "2.5.29.17"


class Certificate:
    """Writes `authority.pem` and `server.pem` into `folder`: what clients shall trust, and what a server shows."""

    def __init__(self, folder: Path) -> None:
        key = ECC.generate(curve="P-256")
        lines = ssl.DER_cert_to_PEM_cert(_certificate(key))
        self.authority = folder / "authority.pem"
        self.authority.write_text(lines)
        self._chain = folder / "server.pem"
        self._chain.write_text(key.export_key(format="PEM", use_pkcs8=True) + "\n" + lines)

    def server_context(self) -> ssl.SSLContext:
        """For the server's side of a connection."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._chain)
        return context


def _certificate(key: ECC.EccKey) -> bytes:
    now = datetime.now(UTC)
    name = _name("A local Yahoo")
    validity = DerSequence([_utc_time(now - timedelta(days=1)), _utc_time(now + timedelta(days=2))])
    public_key = key.public_key().export_key(format="DER")
    extensions = _tagged(3, DerSequence([_constraints(), _other_names()]).encode())
    body = DerSequence(
        [_tagged(0, DerInteger(2).encode()), 1, _SIGNED_WITH, name, validity, name, public_key, extensions]
    )
    signature = DSS.new(key, "fips-186-3", encoding="der").sign(SHA256.new(body.encode()))
    return DerSequence([body, _SIGNED_WITH, DerBitString(signature)]).encode()


def _name(words: str) -> DerSequence:
    text = b"\x0c" + bytes([len(words)]) + words.encode()  # UTF8String
    return DerSequence([DerSetOf([DerSequence([DerObjectId(_COMMON_NAME), text]).encode()])])


def _constraints() -> DerSequence:
    return DerSequence([DerObjectId(_CONSTRAINTS), DerOctetString(DerSequence([DerBoolean(True)]).encode())])


def _other_names() -> DerSequence:
    names = DerSequence([b"\x82" + bytes([len(host)]) + host.encode() for host in HOSTS])
    return DerSequence([DerObjectId(_OTHER_NAMES), DerOctetString(names.encode())])


def _utc_time(moment: datetime) -> bytes:
    text = moment.strftime("%y%m%d%H%M%SZ").encode()
    return b"\x17" + bytes([len(text)]) + text


def _tagged(number: int, content: bytes) -> bytes:
    """`content`, at most 127 bytes of it, under an explicit context tag."""
    assert len(content) < 128
    return bytes([0xA0 + number, len(content)]) + content
