"""Something that happened and that the user may want to be told of, wherever the user is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.timestamps import from_iso, to_iso


class AlertKind(StrEnum):
    """What an alert is about: each can be chosen by itself."""

    TRADE = "trade"
    PRICE = "price"
    HALT = "halt"
    DECISION = "decision"
    TROUBLE = "trouble"
    SUMMARY = "summary"


class Severity(StrEnum):
    """How much it matters; what is urgent may go out in quiet hours."""

    INFO = "info"
    WARNING = "warning"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Alert:
    """`id` follows from what happened, so that what is told twice is one alert. `time` is ns UTC, wall time; `symbol`
    is empty where it is about none; `data` is JSON for programs."""

    id: str
    kind: AlertKind
    severity: Severity
    title: str
    sentence: str
    time: int
    symbol: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.id or not self.title:
            raise ValueRefusedError(f"An alert needs an id and a title; it has {self.id!r} and {self.title!r}.")

    @property
    def is_urgent(self) -> bool:
        """Whether it goes before others."""
        return self.severity is Severity.URGENT

    def to_json(self) -> dict[str, Any]:
        """What is kept, and what a webhook gets."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "severity": self.severity.value,
            "title": self.title,
            "sentence": self.sentence,
            "time": to_iso(self.time),
            "symbol": self.symbol,
            "data": dict(self.data),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """What `to_json` wrote."""
        return cls(
            id=kept["id"],
            kind=AlertKind(kept["kind"]),
            severity=Severity(kept["severity"]),
            title=kept["title"],
            sentence=kept["sentence"],
            time=from_iso(kept["time"]),
            symbol=kept["symbol"],
            data=kept["data"],
        )
