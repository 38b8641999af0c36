"""What goes out in one message: an alert, or a digest of several."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from photon_desktop.alerts.alert import Alert, AlertKind
from photon_desktop.errors import ValueRefusedError

MOST_ALERTS = 1_000  # in one letter
_LINES = 20
_ONE_AND_MANY = {
    AlertKind.TRADE: ("trade", "trades"),
    AlertKind.PRICE: ("price alert", "price alerts"),
    AlertKind.HALT: ("halt", "halts"),
    AlertKind.DECISION: ("decision", "decisions"),
    AlertKind.TROUBLE: ("trouble", "troubles"),
    AlertKind.SUMMARY: ("summary", "summaries"),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """`id` stays the same however often it is sent, so that whoever gets it can tell a repetition."""

    id: str
    alerts: tuple[Alert, ...]

    def __post_init__(self) -> None:
        if not self.alerts:
            raise ValueRefusedError("A letter needs an alert.")

    @classmethod
    def of(cls, alerts: Sequence[Alert]) -> Self:
        """A letter of these, whose id follows from the first and their number."""
        first = alerts[0].id if alerts else ""
        return cls(first if len(alerts) == 1 else f"digest-{len(alerts)}-{first}", tuple(alerts))

    @property
    def is_digest(self) -> bool:
        """Whether it is of several alerts."""
        return len(self.alerts) > 1

    @property
    def title(self) -> str:
        """The alert's own, or what a digest is of: "12 alerts: 10 trades, 2 halts"."""
        if not self.is_digest:
            return self.alerts[0].title
        counts = Counter(alert.kind for alert in self.alerts)
        parts = (f"{count:,} {_ONE_AND_MANY[kind][count > 1]}" for kind, count in counts.most_common())
        return f"{len(self.alerts):,} alerts: {', '.join(parts)}"

    @property
    def text(self) -> str:
        """The sentence, or a line for each of the first twenty of a digest and how many more there are."""
        if not self.is_digest:
            return self.alerts[0].sentence
        lines = [f"{alert.title} · {alert.sentence}" for alert in self.alerts[:_LINES]]
        more = len(self.alerts) - _LINES
        return "\n".join([*lines, *([f"And {more:,} more."] if more > 0 else [])])

    def to_json(self) -> dict[str, Any]:
        """For programs. In a digest the alerts are without their data, so that it stays small."""
        alerts = [alert.to_json() for alert in self.alerts]
        if self.is_digest:
            alerts = [{name: value for name, value in alert.items() if name != "data"} for alert in alerts]
        return {"id": self.id, "title": self.title, "text": self.text, "alerts": alerts}
