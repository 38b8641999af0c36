"""Decisions: those that were made, what they amount to, and one more."""

from collections import Counter
from http import HTTPStatus
from threading import Lock

from photon_desktop.api.faults import ApiError, conflict
from photon_desktop.api.program import Program
from photon_desktop.api.resources.asked import BY_SYMBOL, BY_SYMBOL_AND_TIME, span_of, watched_symbol
from photon_desktop.api.resources.shapes import decision_json
from photon_desktop.api.web.pages import on_worker
from photon_desktop.api.web.routes import Answer, Call, Page, Route
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
        Route("GET", f"{path}statistics/", "How many of which kind", on_worker(worker, decisions.statistics),
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
        chosen = [
            told
            for time, ticker, told in self._tally.read_on()
            if span.start_ns <= time < span.end_ns and (not span.symbol or span.symbol == ticker)
        ]
        actions, models = Counter(told[0] for told in chosen), Counter(told[1] for told in chosen)
        return {
            "total": len(chosen),
            "by_action": {action: actions.get(action, 0) for action in ("BUY", "SELL", "HOLD")},
            "by_model_type": dict(sorted(models.items())),
            "average_confidence": sum(told[2] for told in chosen) / len(chosen) if chosen else None,
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


class _Tally:
    """What every decision said, read once and then only what came since."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._last = 0
        self._known: list[tuple[int, str, tuple[str, str, float]]] = []

    def read_on(self) -> list[tuple[int, str, tuple[str, str, float]]]:
        """Time (ns UTC), ticker, and action, kind of model and confidence of every decision. For a worker thread."""
        pages = self._store.pages.messages
        with self._lock:
            while rows := pages.told_after(MessageType.TRADE_DECISION, _FIELDS, self._last, _PORTION):
                self._known += [
                    (time, ticker, (str(action), str(model), float(confidence or 0)))
                    for _, time, ticker, action, model, confidence in rows
                ]
                self._last = rows[-1][0]
            return list(self._known)
