"""Decisions: those that were made, what they amount to, and one more."""

from collections import Counter
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Lock

from photon_desktop.api.faults import ApiError, conflict
from photon_desktop.api.program import Program
from photon_desktop.api.resources.asked import BY_SYMBOL, BY_SYMBOL_AND_TIME, span_of, watched_symbol
from photon_desktop.api.resources.shapes import decision_json
from photon_desktop.api.web.pages import on_worker
from photon_desktop.api.web.routes import Answer, Call, Page, Route
from photon_desktop.store.pages.span import EARLIEST, LATEST, Span
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import DECISION_MAKER, MARKET_MONITOR, MessageType

PATIENCE_S = 10.0
_PORTION = 2_000
_FIELDS = ("action", "model_type", "confidence")


def decision_routes(program: Program) -> tuple[Route, ...]:
    """What can be asked about decisions."""
    decisions = Decisions(program)
    worker, path = program.worker, "/api/trading/decisions/"
    return (
        Route("GET", path, "Decisions, newest first", on_worker(worker, decisions.all), "Decision",
              query=BY_SYMBOL_AND_TIME, is_list=True),
        Route("POST", path, "Have one symbol decided on now", decisions.make, "Decision", body=BY_SYMBOL,
              status=HTTPStatus.CREATED, faults=(HTTPStatus.CONFLICT,)),
        Route("GET", f"{path}statistics/", "How many of which kind", on_worker(program.reckoner, decisions.statistics),
              "DecisionStatistics", query=BY_SYMBOL_AND_TIME),
    )  # fmt: skip


class Decisions:
    """Reads on worker threads; asks the agents on the loop's."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._tally = _Tally(program.store)

    def all(self, call: Call) -> Answer:
        """A page of decisions."""
        span = span_of(self._program, call)
        count, rows = self._program.store.pages.messages.read(MessageType.TRADE_DECISION, span)
        return Page(count, [decision_json(row) for row in rows])

    def statistics(self, call: Call) -> Answer:
        """Counts by action and by model, and the mean confidence."""
        span = span_of(self._program, call)
        told = self._tally.of(span)
        actions, models = Counter[str](), Counter[str]()
        for (action, model), count in told.counts.items():
            actions[action] += count
            models[model] += count
        total = actions.total()
        return {
            "total": total,
            "by_action": {action: actions[action] for action in ("BUY", "SELL", "HOLD")},
            "by_model_type": dict(sorted(models.items())),
            "average_confidence": told.confidence / total if total else None,
        }

    async def make(self, call: Call) -> Answer:
        """What the window's button does: the monitor looks, the decision maker decides, and the limits hold."""
        symbol = await self._program.worker.run(watched_symbol, self._program, call)
        live = self._program.live
        for agent in (MARKET_MONITOR, DECISION_MAKER):
            if not live.is_running(agent):
                raise conflict(f"The {agent} is stopped, so nothing is decided; start it first.")
        message = await live.decide(symbol, PATIENCE_S)
        if message is None:
            raise ApiError(
                HTTPStatus.CONFLICT,
                f"No decision on {symbol} came within {PATIENCE_S:g} seconds; look at the agents.",
                1,
            )
        return decision_json(message.to_json())


# Time (ns UTC), symbol, action, kind of model, confidence: plain tuples, which garbage collection leaves out.
_Told = tuple[int, str, str, str, float]


@dataclass(slots=True)
class _Sums:
    """How many decisions had each action and kind of model, and their confidence summed up."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    confidence: float = 0.0

    def add(self, told: _Told) -> None:
        self.counts[told[2], told[3]] += 1
        self.confidence += told[4]


class _Tally:
    """What every decision said, read once and then only what came since; summed up for each symbol and for all, so that
    only a question about times goes through them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._last = 0
        self._known: list[_Told] = []
        self._sums: dict[str, _Sums] = {"": _Sums()}

    def of(self, span: Span) -> _Sums:
        """The sums of the decisions in `span`. For a worker thread."""
        with self._lock:
            self._read_on()
            if (span.start_ns, span.end_ns) == (EARLIEST, LATEST):
                sums = self._sums.get(span.symbol, _Sums())
                return _Sums(sums.counts.copy(), sums.confidence)
            known = list(self._known)
        chosen = _Sums()
        for told in known:
            if span.start_ns <= told[0] < span.end_ns and span.symbol in ("", told[1]):
                chosen.add(told)
        return chosen

    def _read_on(self) -> None:
        pages = self._store.pages.messages
        while rows := pages.told_after(MessageType.TRADE_DECISION, _FIELDS, self._last, _PORTION):
            for number, time_ns, symbol, action, model, confidence in rows:
                told = (time_ns, symbol, str(action), str(model), float(confidence or 0))
                self._known.append(told)
                self._sums[""].add(told)
                self._sums.setdefault(symbol, _Sums()).add(told)
                self._last = number
