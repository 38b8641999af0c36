"""A program that trades on the simulated market and, if told to, is killed at one exact place.

python -m tests.faults.trading_child DATA_FOLDER PLACE     killed when PLACE is reached for the second time
python -m tests.faults.trading_child DATA_FOLDER finish    trades three bars longer, and until something was filled,
                                                           and ends as a user would end it
"""

import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Slot

from photon_desktop.agents.decision_maker import DecisionMaker
from photon_desktop.agents.execution_agent import ExecutionAgent
from photon_desktop.agents.order_effects import OrderEffects
from photon_desktop.application import Application, Rules
from photon_desktop.fit_pool import FitPool
from photon_desktop.learning.decision import DecisionContext, decide
from photon_desktop.market.demo_session import DemoSession
from photon_desktop.store.messages import MessageRepository
from photon_desktop.store.trades import TradeRepository
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action, MessageType, TradeDecision
from photon_desktop.trading.prices import BarClosed

PLACES: dict[str, tuple[type, str, str]] = {
    "before a decision": (DecisionMaker, "_decide", "before"),
    "inside a decision's transaction": (MessageRepository, "add", "after a decision"),
    "before an order": (ExecutionAgent, "_place", "before"),
    "inside an order's transaction": (TradeRepository, "add_order", "after"),
    "before a fill": (OrderEffects, "_book", "before"),
    "inside a fill's transaction": (TradeRepository, "record_fill", "after"),
    "after a fill": (ExecutionAgent, "_announce", "before"),
}

_MOST_BARS = 300  # in which a place that is ever reached twice was; on a busy machine fills lag behind the bars


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def kill_at(place: str) -> None:
    """Let the second call at `place` be the last thing this process does."""
    owner, name, when = PLACES[place]
    original: Callable[..., Any] = getattr(owner, name)
    calls = [0]

    def counted(self: object, *arguments: Any) -> Any:
        is_meant = when != "after a decision" or arguments[0].type is MessageType.TRADE_DECISION
        calls[0] += is_meant
        if is_meant and calls[0] == 2 and when == "before":
            die()
        result = original(self, *arguments)
        if is_meant and calls[0] == 2:
            die()
        return result

    setattr(owner, name, counted)


def always_trade(context: DecisionContext) -> TradeDecision:
    """Buy, or sell what is held: each chain goes the whole way."""
    held = context.account.position(context.symbol).quantity
    action = Action.SELL if held > 0 else Action.BUY
    quantity = held if held > 0 else context.instrument.floor_quantity(Decimal(500) / Decimal(context.bars.close[-1]))
    return replace(decide(context), action=action, quantity=quantity, confidence=0.9, blocked_by=(), wanted=None)


class Ending(QObject):
    """Ends the program after a number of bars of the first symbol, from which on `is_enough` is asked with each; after
    300 in any case."""

    def __init__(self, bars: int, is_enough: Callable[[], bool]) -> None:
        super().__init__()
        self._bars, self._is_enough = bars, is_enough
        self._count = 0

    @Slot(object)
    def count(self, closed: BarClosed) -> None:
        self._count += closed.symbol == "DEMO-BTC"
        if self._count >= _MOST_BARS or (self._count >= self._bars and self._is_enough()):
            QCoreApplication.quit()


def main(folder: Path, place: str) -> int:
    program = QCoreApplication([])
    FitPool.submit = lambda *_: Future()  # type: ignore[method-assign,assignment]
    if place != "finish":
        kill_at(place)
    application = Application(folder, DemoSession(Interval.HOUR_1, 36_000.0), Rules(), decide=always_trade)
    ending = Ending(3 if place == "finish" else _MOST_BARS, lambda: bool(application.store.trades.fills(1)))
    application.team.monitor.bar_closed.connect(ending.count)
    application.start()
    program.exec()
    return len(application.close())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
