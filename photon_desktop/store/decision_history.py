"""Past decisions of one account, and the bars they were made on, read in portions out of the messages."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from photon_desktop.store.connections import Connections
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action, MessageType
from photon_desktop.trading.timestamps import from_iso

_WANTED = (MessageType.MARKET_SNAPSHOT.value, MessageType.TRADE_DECISION.value)
# A message is the account's when its session is: sessions follow each other, and there is one at a time.
_AFTER = """
    WITH spans AS (
        SELECT account, after_message AS low,
            coalesce(lead(after_message) OVER (ORDER BY sequence), 9223372036854775807) AS high
        FROM sessions)
    SELECT messages.sequence, messages.id, messages.type, messages.payload
    FROM messages JOIN spans ON messages.sequence > spans.low AND messages.sequence <= spans.high
    WHERE spans.account = ? AND messages.sequence > ? AND messages.type IN (?, ?)
    ORDER BY messages.sequence LIMIT ?"""

# In SQL, and not out of whole messages: a thousand of them take Python's lock for a tenth of a second.
_LATELY = """
    SELECT trace_id, json_extract(told, '$.timestamp'), json_extract(told, '$.model_version'),
        json_extract(told, '$.probabilities.SELL'), json_extract(told, '$.probabilities.HOLD'),
        json_extract(told, '$.probabilities.BUY')
    FROM (
        SELECT sequence, trace_id, iif(json_valid(payload), payload, '{}') AS told
        FROM messages WHERE type = ? AND ticker = ? ORDER BY sequence DESC LIMIT ?)
    WHERE json_extract(told, '$.interval') = ? ORDER BY sequence"""


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """A decision of `decided_at` (ns UTC, market time), number `sequence`; `probabilities` are of SELL, HOLD and BUY,
    None where rules decided; `wanted` is its action where nothing was blocked."""

    sequence: int
    id: str
    symbol: str
    decided_at: int
    action: Action
    wanted: Action
    confidence: float
    price: float
    probabilities: tuple[float, float, float] | None
    blocked_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoredBar:
    """A closed bar that was decided on, kept in the message of number `sequence`."""

    sequence: int
    symbol: str
    interval: Interval
    bar: Bar


@dataclass(frozen=True, slots=True)
class SaidOfBar:
    """What began the chain `trace_id`: a decision on the bar that opened at `opened_at` (ns UTC). `probabilities` are
    of SELL, HOLD and BUY, None where rules decided, who have no `model_version` either."""

    trace_id: str
    opened_at: int
    model_version: str
    probabilities: tuple[float, float, float] | None


class DecisionHistory:
    """Of all accounts; each is read by its own name."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def after(self, sequence: int, limit: int, account: str) -> list[StoredDecision | StoredBar]:
        """The oldest `limit` decisions and bars of `account` stored after the message of number `sequence`, in their
        order. One that can't be read any more is left out."""
        rows = self._connections.tuples(_AFTER, (account, sequence, *_WANTED, limit))
        return list(_read(rows))

    def lately(self, symbol: str, interval: Interval, limit: int) -> list[SaidOfBar]:
        """Those on bars of `interval` among the newest `limit` decisions of all accounts on `symbol`, oldest first. One
        that can't be read any more is left out."""
        wanted = (MessageType.TRADE_DECISION.value, symbol, limit, interval.value)
        return self._connections.gathered(lambda rows: list(_said(rows, interval)), _LATELY, wanted)

    def last_sequence(self) -> int:
        """The number of the newest message, 0 without any."""
        return int(self._connections.tuples("SELECT coalesce(max(sequence), 0) FROM messages")[0][0])


def _read(rows: list[tuple[Any, ...]]) -> Iterator[StoredDecision | StoredBar]:
    for sequence, name, kind, text in rows:
        try:
            payload = json.loads(text)
            yield _bar(sequence, payload) if kind == _WANTED[0] else _decision(sequence, name, payload)
        except (KeyError, TypeError, ValueError):  # of a program that wrote it otherwise
            continue


def _said(rows: Iterator[tuple[Any, ...]], interval: Interval) -> Iterator[SaidOfBar]:
    for trace_id, timestamp, version, *told in rows:
        try:
            opened_at = from_iso(timestamp) - interval.nanoseconds
            probabilities = None if None in told else (float(told[0]), float(told[1]), float(told[2]))
        except (TypeError, ValueError):  # of a program that wrote it otherwise
            continue
        yield SaidOfBar(trace_id, opened_at, str(version or ""), probabilities)


def _bar(sequence: int, payload: dict[str, Any]) -> StoredBar:
    interval = Interval.parse(payload["interval"])
    opened = from_iso(payload["timestamp"]) - interval.nanoseconds
    values = {name: float(value) for name, value in payload["ohlcv"].items()}
    return StoredBar(sequence, payload["ticker"], interval, Bar(opened, **values))


def _decision(sequence: int, name: str, payload: dict[str, Any]) -> StoredDecision:
    action = Action(payload["action"])
    told = payload["probabilities"]
    is_model = payload["model_type"] != "rules" and set(told) >= {"SELL", "HOLD", "BUY"}
    return StoredDecision(
        sequence=sequence,
        id=name,
        symbol=payload["ticker"],
        decided_at=from_iso(payload["timestamp"]),
        action=action,
        wanted=Action(payload.get("wanted", action)),
        confidence=float(payload["confidence"]),
        price=float(payload["price"]),
        probabilities=(float(told["SELL"]), float(told["HOLD"]), float(told["BUY"])) if is_model else None,
        blocked_by=tuple(payload["blocked_by"]),
    )
