"""Where a replay differs from what was recorded: decisions to the bit, money to 1e-9."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from photon_desktop.backtest.session_replay import RecordedSession, Replayed
from photon_desktop.trading.messages import TradeDecision
from photon_desktop.trading.orders import Fill
from photon_desktop.trading.timestamps import to_iso

_TOLERANCE = Decimal("1e-9")
_EXACT = ("client_order_id", "symbol", "side", "filled_at")
_MONEY = ("quantity", "price", "commission", "slippage")


@dataclass(frozen=True, slots=True)
class Difference:
    """At `at` (ISO 8601 UTC) the `field` of a decision or a fill was `recorded` so, and `replayed` otherwise."""

    at: str
    what: str
    field: str
    recorded: Any
    replayed: Any


def differences(session: RecordedSession, done: Replayed) -> list[Difference]:
    """All of them, decisions first. Why there was no model is not recorded, so the words of rules are not compared."""
    found = []
    for told, replayed in zip(session.decisions, done.decisions, strict=True):
        found += _of_decision(told.decision, replayed)
    found += _of_fills(session.fills, done.fills)
    return found


def score(session: RecordedSession, done: Replayed, found: Sequence[Difference]) -> float:
    """The share, 0 to 1, of decisions and fills that came out the same."""
    count = len(session.decisions) + max(len(session.fills), len(done.fills))
    differing = len({(difference.what, difference.at) for difference in found})
    return max(0.0, 1 - differing / count)


def _of_decision(recorded: TradeDecision, replayed: TradeDecision) -> list[Difference]:
    one, other = recorded.to_json(), replayed.to_json()
    at = to_iso(recorded.decided_at)
    names = [*one, *(name for name in other if name not in one)]
    if not recorded.model_version:
        names.remove("reasoning")
    return [
        Difference(at, "decision", name, one.get(name), other.get(name))
        for name in names
        if one.get(name) != other.get(name)
    ]


def _of_fills(recorded: Sequence[Fill], replayed: Sequence[Fill]) -> list[Difference]:
    found = []
    for index in range(max(len(recorded), len(replayed))):
        one = recorded[index] if index < len(recorded) else None
        other = replayed[index] if index < len(replayed) else None
        if one is None or other is None:
            there = one or other
            at = to_iso(there.filled_at) if there is not None else ""
            found.append(Difference(at, "fill", "fill", _words(one), _words(other)))
            continue
        at = to_iso(one.filled_at)
        for name in (*_EXACT, *_MONEY):
            was, came = getattr(one, name), getattr(other, name)
            if was != came if name in _EXACT else abs(was - came) > _TOLERANCE * max(1, abs(was)):
                found.append(Difference(at, "fill", name, _told(was), _told(came)))
    return found


def _words(fill: Fill | None) -> str | None:
    return None if fill is None else f"{fill.side.value} {fill.quantity} at {fill.price}"


def _told(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value
