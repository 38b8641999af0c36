"""The program that is killed while it trades at the local exchange."""

import logging
import os
import signal
from dataclasses import dataclass, replace
from decimal import Decimal
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from photon_desktop.agents.trading_rules import TradingRules
from photon_desktop.application import Application, Rules
from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.rest.trading_door import TradingEndpoint, TradingMode
from photon_desktop.drill.at_exchange.market import DrillClock, DrillMarket
from photon_desktop.drill.trader import NoFits
from photon_desktop.event_loop import core_application
from photon_desktop.learning.decision import DecisionContext, decide
from photon_desktop.learning.policy import DecisionPolicy
from photon_desktop.market.real.session import REAL_MARKET
from photon_desktop.trading.messages import Action, ExecutionReport, Message, ReportStatus, TradeDecision
from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.trading.risk import RiskLimits

KEY, SECRET = "made-up-for-the-drill", "it-opens-nothing"
PROFILE = Profile("Drill", "drill", AccountMode.DEMO, REAL_MARKET)
TRADE, END = "trade", "end"  # what it is told
RUNS, TRADES, TROUBLE = "runs", "trades", "trouble"  # what it tells
_TIMEOUT_S = 0.7
_LISTEN_MS = 20
_NOTIONAL = Decimal(500)
_STOP, _TARGET = Decimal("0.994"), Decimal("1.006")
_SELLS_OF = 5  # decisions while something is held, of which all but the last two sell it
_FILLS = (ReportStatus.EXECUTED, ReportStatus.PARTIALLY_EXECUTED)
_EVERYTHING = Decimal(1)
RULES = Rules(
    trading=TradingRules(
        limits=RiskLimits(
            maximum_order=_EVERYTHING,
            maximum_position=_EVERYTHING,
            maximum_exposure=_EVERYTHING,
            daily_loss=_EVERYTHING,
            drawdown_halt=_EVERYTHING,
            price_collar=_EVERYTHING,
            orders_per_minute=1_000,
            oldest_price=100,
        ),
        policy=DecisionPolicy(cooldown_bars=0, cooldown_after_loss=0),
    )
)


@dataclass(frozen=True, slots=True)
class Exchange:
    """Where the local exchange is reached, and when the drill began (ns UTC)."""

    rest_url: str
    stream_url: str
    begun_ns: int


class Desk:
    """Decides: nothing until it is told to trade."""

    def __init__(self) -> None:
        self.trades = False

    def decide(self, context: DecisionContext) -> TradeDecision:
        """Buy for 500 with a stop and a target; mostly sell what is held, sometimes buy more."""
        made = decide(context)
        if not self.trades:
            return replace(made, action=Action.HOLD, quantity=Decimal(0), stop_loss=None, take_profit=None)
        held = context.account.position(context.symbol).quantity
        sells = held > 0 and made.decided_at // 60_000_000_000 % _SELLS_OF < _SELLS_OF - 2
        quantity = held if sells else context.instrument.floor_quantity(_NOTIONAL / made.price)
        round_price = context.instrument.round_price
        return replace(
            made, action=Action.SELL if sells else Action.BUY, quantity=quantity, confidence=0.9, risk_score=0.1,
            blocked_by=(), wanted=None, hold_code="",
            stop_loss=None if sells else round_price(made.price * _STOP),
            take_profit=None if sells else round_price(made.price * _TARGET),
        )  # fmt: skip


def trade(folder: Path, told: Connection, exchange: Exchange) -> None:
    """Trade in `folder` at `exchange` once told to, until killed or told to end. What a child process runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1"
    logging.basicConfig(filename=folder / "drill.log", format="%(asctime)s %(process)d %(name)s %(message)s")
    program = core_application()
    desk = Desk()
    endpoint = TradingEndpoint(TradingMode.DEMO, exchange.rest_url, exchange.stream_url, _TIMEOUT_S)
    application = Application(
        folder, DrillMarket(DrillClock(exchange.begun_ns)), RULES, PROFILE, NoFits(), desk.decide,
        keys_of=lambda _profile: ApiKeys(KEY, SECRET), endpoint_of=lambda _profile: endpoint,
    )  # fmt: skip
    application.arming.arm(PROFILE.account)
    teller = _Teller(told, desk)
    application.team.executor.report_made.connect(teller.tell)
    application.team.executor.trouble_changed.connect(teller.tell_trouble)
    application.start()
    told.send((RUNS, ""))
    program.exec()
    application.close()


class _Teller(QObject):
    """Listens to the parent, and tells it of the first fill after trading began and of what troubles the broker."""

    def __init__(self, told: Connection, desk: Desk) -> None:
        super().__init__()
        self._told, self._desk = told, desk
        self._has_told = False
        self._listening = QTimer(self)
        self._listening.timeout.connect(self._listen)
        self._listening.start(_LISTEN_MS)

    @Slot(object)
    def tell(self, report: Message) -> None:
        payload = report.payload
        is_fill = isinstance(payload, ExecutionReport) and payload.status in _FILLS
        if is_fill and self._desk.trades and not self._has_told:
            self._has_told = True
            self._told.send((TRADES, ""))

    @Slot(str)
    def tell_trouble(self, trouble: str) -> None:
        self._told.send((TROUBLE, trouble))

    @Slot()
    def _listen(self) -> None:
        while self._told.poll():
            if self._heard() == END:
                self._listening.stop()
                QCoreApplication.quit()
                return
            self._desk.trades = True

    def _heard(self) -> str:
        """The end, too, when whoever began this has gone."""
        try:
            return str(self._told.recv())
        except EOFError:
            return END
