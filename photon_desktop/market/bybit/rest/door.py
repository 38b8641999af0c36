"""What is asked of a way to the exchange."""

from collections.abc import Mapping
from typing import Any, Protocol

Answer = Mapping[str, Any]
Query = Mapping[str, str | int]  # never a float: its text may be 1e-07
KLINE = "/v5/market/kline"
INSTRUMENTS = "/v5/market/instruments-info"
SERVER_TIME = "/v5/market/time"


class HttpDoor(Protocol):
    """One thread's way to the exchange."""

    def ask(self, path: str, query: Query) -> Answer:
        """The answer's `result`; ExchangeError for everything else."""
        ...

    def close(self) -> None:
        """Let go of its connections."""
        ...
