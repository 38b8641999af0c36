"""The program that is killed: the three agents on the simulated market, each decision a trade."""

import signal
from concurrent.futures import Future
from dataclasses import replace
from decimal import Decimal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Slot

from photon_desktop.application import Application, Rules
from photon_desktop.event_loop import core_application
from photon_desktop.learning.decision import DecisionContext, decide
from photon_desktop.market.demo_session import DemoSession
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action, Message, TradeDecision
from photon_desktop.trading.prices import BarClosed

TRADES = "trades"
_SPEED = 36_000.0  # an hourly bar in a tenth of a second
_NOTIONAL = Decimal(500)
_LAST_BARS = 9  # of all three symbols together


class NoFits:
    """Trains nothing: the drill is about orders."""

    def submit(self, *_: Any) -> "Future[str]":
        """Never done."""
        return Future()

    def challenge(self, *_: Any) -> "Future[Any]":
        """Never done."""
        return Future()

    def gain(self, *_: Any) -> "Future[float]":
        """Never done."""
        return Future()

    def close(self) -> None:
        """There is nothing to end."""


def trade_every_bar(context: DecisionContext) -> TradeDecision:
    """Sell what is held, else buy for 500: every chain goes the whole way, from the snapshot to the ledger."""
    held = context.account.position(context.symbol).quantity
    action = Action.SELL if held > 0 else Action.BUY
    made = decide(context)
    quantity = held if held > 0 else context.instrument.floor_quantity(_NOTIONAL / made.price)
    return replace(
        made, action=action, quantity=quantity, confidence=0.9, risk_score=0.1, blocked_by=(), wanted=None,
        hold_code="", stop_loss=None, take_profit=None,
    )  # fmt: skip


def trade(folder: Path, told: Connection, is_last: bool) -> None:
    """Trade in `folder` until killed, telling the first fill; `is_last` ends by itself, as a user would end it, after
    three bars. What a child process of the drill runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    program = core_application()
    application = Application(
        folder, DemoSession(Interval.HOUR_1, _SPEED), Rules(), fits=NoFits(), decide=trade_every_bar
    )
    teller = _Teller(told, _LAST_BARS if is_last else 0)
    application.team.executor.report_made.connect(teller.tell)
    application.team.monitor.bar_closed.connect(teller.count)
    application.start()
    program.exec()
    application.close()


class _Teller(QObject):
    """Tells the parent of the first report or, where it was given a number of bars, ends the program after them."""

    def __init__(self, told: Connection, bars: int) -> None:
        super().__init__()
        self._told, self._bars = told, bars
        self._has_told = bars > 0

    @Slot(object)
    def tell(self, _report: Message) -> None:
        if not self._has_told:
            self._has_told = True
            self._told.send(TRADES)

    @Slot(object)
    def count(self, _closed: BarClosed) -> None:
        self._bars -= 1
        if self._bars == 0:
            QCoreApplication.quit()
