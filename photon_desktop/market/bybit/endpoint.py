"""Which of Bybit's markets is meant, and where it is reached."""

from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """A product group; its value is the word in requests and stream addresses."""

    LINEAR = "linear"
    SPOT = "spot"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Bybit itself, or its testnet; `rest_url` and `stream_url` ("ws://HOST:PORT") lead elsewhere when given."""

    testnet: bool = False
    rest_url: str = ""
    stream_url: str = ""
