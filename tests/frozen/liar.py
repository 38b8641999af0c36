"""A proxy that is every server, with a certificate that nobody has signed."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass(frozen=True, slots=True)
class Liar:
    """Where it is, and the reasons for which clients refused it, in TLS's own words."""

    address: str
    refusals: list[str]


@contextmanager
def lying_proxy(folder: Path) -> Iterator[Liar]:
    """A proxy that answers each CONNECT itself, until the block is left."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_own_certificate(folder))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        liar = Liar(f"http://127.0.0.1:{listening.getsockname()[1]}", [])
        thread = threading.Thread(target=_answer, args=(listening, context, liar.refusals), name="lying proxy")
        thread.start()
        try:
            yield liar
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()


def _answer(listening: socket.socket, context: ssl.SSLContext, refusals: list[str]) -> None:
    with suppress(OSError):  # how it ends
        while True:
            connection, _ = listening.accept()
            with connection:
                _lie_to(connection, context, refusals)


def _lie_to(connection: socket.socket, context: ssl.SSLContext, refusals: list[str]) -> None:
    try:
        connection.settimeout(5)
        connection.recv(65536)
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with context.wrap_socket(connection, server_side=True) as secured:
            secured.recv(65536)
    except ssl.SSLError as error:
        refusals.append(error.reason)
    except OSError:
        refusals.append("hung up")


def _own_certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "nobody")])
    hosts = ["api.bybit.com", "query1.finance.yahoo.com", "query2.finance.yahoo.com", "fc.yahoo.com"]
    today = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "nobody.pem"
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path
