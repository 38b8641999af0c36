"""How Yahoo is reached."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`proxy` ("http://host:port") leads to Yahoo's hosts, empty where the environment's proxy or none does;
    `authority_file` is a PEM file of the authorities to trust there, empty for the usual ones. `timeout_s` bounds each
    request, `patience_s` all that one question needs."""

    proxy: str = ""
    authority_file: str = ""
    timeout_s: float = 8.0
    patience_s: float = 20.0
