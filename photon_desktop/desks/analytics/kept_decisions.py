"""The newest decisions of an account, packed: as many objects would take nearly four times the memory."""

from collections import deque

import numpy as np

from photon_desktop.desks.analytics.packed_rows import LEAST_ROOM, with_room
from photon_desktop.learning.decision_outcomes import PastDecision
from photon_desktop.trading.messages import Action

_ACTIONS = tuple(Action)
_ROW = np.dtype(
    [
        ("decided_at", "i8"),
        ("symbol", "i4"),
        ("blocked_by", "i4"),
        ("action", "u1"),
        ("wanted", "u1"),
        ("by_model", "?"),
        ("confidence", "f8"),
        ("price", "f8"),
        ("probabilities", "f8", 3),
    ]
)


class KeptDecisions:
    """At most `most`, in the order they were added. Symbols and the rules in the way are few, and kept once."""

    def __init__(self, most: int) -> None:
        self._most, self._count = most, 0
        self._rows = np.empty(LEAST_ROOM, _ROW)
        self._ids: deque[str] = deque(maxlen=most)
        self._symbols: dict[str, int] = {}
        self._rules: dict[tuple[str, ...], int] = {}

    def __len__(self) -> int:
        return min(self._count, self._most)

    @property
    def last_at(self) -> int | None:
        """When the last one was made (ns UTC); None before there is any."""
        return int(self._rows["decided_at"][self._count - 1]) if self._count else None

    def add(self, decision: PastDecision) -> None:
        """Keep one more; where there are too many, the oldest goes."""
        if self._count == len(self._rows):
            self._make_room()
        self._rows[self._count] = (
            decision.decided_at,
            self._symbols.setdefault(decision.symbol, len(self._symbols)),
            self._rules.setdefault(decision.blocked_by, len(self._rules)),
            _ACTIONS.index(decision.action),
            _ACTIONS.index(decision.wanted),
            decision.probabilities is not None,
            decision.confidence,
            decision.price,
            decision.probabilities or (0.0, 0.0, 0.0),
        )
        self._count += 1
        self._ids.append(decision.id)

    def since(self, start: int) -> list[PastDecision]:
        """Those made at `start` (ns UTC) or later, in their order."""
        symbols, rules = tuple(self._symbols), tuple(self._rules)
        kept = self._rows[self._count - len(self) : self._count]
        chosen = np.flatnonzero(kept["decided_at"] >= start)
        ids = tuple(self._ids)
        made = []
        for place, row in zip(chosen.tolist(), kept[chosen].tolist(), strict=True):
            at, symbol, blocked_by, action, wanted, by_model, confidence, price, told = row
            probabilities = tuple(told) if by_model else None
            made.append(
                PastDecision(
                    ids[place], symbols[symbol], at, _ACTIONS[action], _ACTIONS[wanted], confidence, price,
                    probabilities, rules[blocked_by],
                )
            )  # fmt: skip
        return made

    def _make_room(self) -> None:
        kept = self._rows[self._count - len(self) : self._count]
        self._rows, self._count = with_room(kept), len(kept)
