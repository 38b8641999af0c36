"""What goes wrong at the local exchange while it is traded at: faults of every kind, at random."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from random import Random

from photon_desktop.drill.exchange.http import Fault, rate_limited
from photon_desktop.drill.exchange.private import CREATE, EXECUTIONS, OPEN_ORDERS
from photon_desktop.drill.exchange.server import BybitServer
from photon_desktop.drill.exchange.stream import Message

_SHORTEST_S, _LONGEST_S = 0.02, 0.12  # between two looks at the market
_STRIKES = 0.35  # of the looks, the share at which something goes wrong
_SPAN, _STEP = 0.01, 0.002  # how far a price strays from where it began, and in one look
_LONGEST_STANDING_S = 2.5  # the exchange takes no request of a clock over a second ahead of its own
_LAGS_MS = (0, 0, 300, 700)
_DEPTHS = (None, None, "0.003", "0.05")
_PLANNED_S = 0.5  # what was planned and met nobody by then is given up: else it would all come upon the next order
_STOP_S = 5.0


class Weather:
    """Makes `symbols` trade and the exchange misbehave between `begin` and `clear_up`; `struck` counts by kind what
    reached somebody. What happens follows from `seed`, when it happens from the machine, too."""

    def __init__(self, server: BybitServer, symbols: tuple[str, ...], seed: int) -> None:
        self._server = server
        self._random = Random(seed)
        listed = server.market.listed
        self._levels = {symbol: listed[symbol].level * Decimal(listed[symbol].tick) for symbol in symbols}
        self._strays = dict.fromkeys(symbols, 0.0)
        self._counted: Counter[str] = Counter()
        self._planned: list[tuple[str, Fault]] = []
        self._held: Message | None = None
        self._is_spoiling = False
        self._stands_until_s = 0.0
        self._planned_until_s = 0.0
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="weather", daemon=True)
        self._kinds: tuple[tuple[float, Callable[[], None]], ...] = (
            (1.5, self._cut),  # each makes the next connection wait longer, as with the real one
            (5, partial(self._spoil_order, "answers lost after the order was accepted", Fault(is_lost=True))),
            (3, partial(self._spoil_order, "time-outs after the order was accepted", Fault(is_stalled=True))),
            (5, partial(self._spoil_order, "HTTP 503 after the order was accepted", Fault(status=503, body=b"busy"))),
            (0.5, partial(self._spoil_order, "orders lost on their way", Fault(is_cut=True))),
            (4, self._limit_rate),
            (4, self._reject),
            (3, partial(self._spoil, "reads that failed", EXECUTIONS, Fault(status=502, body=b"bad gateway"))),
            (3, partial(self._spoil, "reads that failed", OPEN_ORDERS, Fault(is_lost=True))),
            (2, self._leap),
            (2, self._stand_still),
            (5, self._change_depth),
            (4, self._doze),
            (3, self._lag),
            (3, self._fund),
        )  # fmt: skip

    def begin(self) -> None:
        """Let it blow."""
        self._server.stream_spoil(self._messages)
        self._is_spoiling = True
        self._thread.start()

    def clear_up(self) -> None:
        """Let the exchange do all it should from here on; what was held back is said."""
        self._stopping.set()
        self._thread.join(_STOP_S)
        self._server.loop.call(self._server.let_time_run)
        self._give_up_plans()
        self._is_spoiling = False
        self._server.loop.call(self._soothe)
        self._tell_held()
        self._server.look()

    @property
    def struck(self) -> Mapping[str, int]:
        """How often what kind of thing went wrong."""
        met = Counter(kind for kind, fault in self._planned if any(fault is one for one in self._server.http.met))
        left = len(self._server.private.rejects)
        return {**self._counted, **met, "orders rejected": self._counted["orders rejected"] - left}

    def _run(self) -> None:
        while not self._stopping.wait(self._random.uniform(_SHORTEST_S, _LONGEST_S)):
            if 0 < self._stands_until_s <= time.monotonic():
                self._stands_until_s = 0.0
                self._server.loop.call(self._server.let_time_run)
            if self._planned_until_s <= time.monotonic():
                self._give_up_plans()
            self._move_prices()
            self._tell_held()
            if self._random.random() < _STRIKES:
                weights = [weight for weight, _ in self._kinds]
                self._random.choices([strike for _, strike in self._kinds], weights)[0]()

    def _move_prices(self) -> None:
        for symbol, level in self._levels.items():
            stray = self._strays[symbol] + self._random.uniform(-_STEP, _STEP)
            self._strays[symbol] = max(-_SPAN, min(_SPAN, stray))
            tick = Decimal(self._server.market.listed[symbol].tick)
            price = level * (1 + Decimal(self._strays[symbol]))
            self._server.market.pinned[symbol] = str((price / tick).to_integral_value() * tick)
        self._server.look()

    def _cut(self) -> None:
        if self._server.stream.connections:
            self._counted["stream cuts"] += 1
            self._server.stream_cut()

    def _spoil_order(self, kind: str, fault: Fault) -> None:
        self._spoil(kind, CREATE, fault)

    def _spoil(self, kind: str, path: str, fault: Fault) -> None:
        """Plan a copy of `fault`, if nothing is planned yet."""
        if not self._has_plans:
            one = replace(fault)
            self._planned.append((kind, one))
            self._server.http.plan(one, path)
            self._planned_until_s = time.monotonic() + _PLANNED_S

    def _limit_rate(self) -> None:
        self._spoil("rate limits", CREATE, rate_limited(self._server.server_ms() + 300))

    def _reject(self) -> None:
        if not self._has_plans:
            self._planned_until_s = time.monotonic() + _PLANNED_S
            self._counted["orders rejected"] += 1
            self._server.private.rejects.append((110007, "ab not enough for new order"))

    @property
    def _has_plans(self) -> bool:
        return self._server.http.has_plans or bool(self._server.private.rejects)

    def _give_up_plans(self) -> None:
        self._server.http.forget_plans()
        self._counted["orders rejected"] -= len(self._server.private.rejects)
        self._server.private.rejects.clear()

    def _leap(self) -> None:
        self._counted["clocks that leapt ahead"] += 1
        self._server.pass_time(self._random.uniform(2, 8))

    def _stand_still(self) -> None:
        self._counted["clocks that stood still"] += 1
        self._server.loop.call(self._server.let_time_stand)
        self._stands_until_s = time.monotonic() + self._random.uniform(1, _LONGEST_STANDING_S)

    def _change_depth(self) -> None:
        matching, depth = self._server.private.matching, self._random.choice(_DEPTHS)
        self._counted["thin markets"] += depth is not None
        matching.depth = None if depth is None else Decimal(depth)
        matching.slice_quantity = None if depth is None else Decimal("0.001") * self._random.randint(1, 20)

    def _doze(self) -> None:
        matching = self._server.private.matching
        matching.is_asleep = not matching.is_asleep
        self._counted["times when orders had to wait"] += matching.is_asleep

    def _lag(self) -> None:
        self._server.private.shows_after_ms = self._random.choice(_LAGS_MS)
        self._counted["times when lists were late"] += self._server.private.shows_after_ms > 0

    def _fund(self) -> None:
        symbol = self._random.choice(sorted(self._levels))
        if self._server.private.matching.wallet.position(symbol).quantity:
            self._counted["fundings"] += 1
            self._server.fund(symbol, Decimal(self._random.randint(-50, 50)) / 1_000)

    def _messages(self, message: Message) -> list[Message | str]:
        """On the exchange's thread: a message said twice, or after the next one."""
        held, self._held = self._held, None
        if not self._is_spoiling or not str(message["topic"]).isalpha():
            return [message]
        if held is None and self._random.random() < 0.15:
            self._held = message
            return []
        if held is not None:
            self._counted["messages out of order"] += 1
            return [message, held]
        is_doubled = self._random.random() < 0.15
        self._counted["messages said twice"] += is_doubled
        return [message, message] if is_doubled else [message]

    def _tell_held(self) -> None:
        """Let nothing be held back for long: a connection loses messages only by its end."""
        self._server.loop.call(self._release)

    def _release(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            self._server.stream.push(held)

    def _soothe(self) -> None:
        private = self._server.private
        private.shows_after_ms = 0
        private.matching.depth = private.matching.slice_quantity = None
        private.matching.is_asleep = False
