"""`photon-desktop agents`: bars of the past through the real agents, and every message they exchanged."""

import argparse
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.agents.model_news import ModelNews
from photon_desktop.application import Application, Rules
from photon_desktop.clock import SystemClock, random_bytes
from photon_desktop.commands.kept_settings import settings_of
from photon_desktop.commands.output import print_json
from photon_desktop.commands.session_bars import keep_bars
from photon_desktop.commands.sources import served_bars
from photon_desktop.commands.symbol_option import add_symbol
from photon_desktop.errors import PhotonError, UsageError
from photon_desktop.event_loop import Interruption, core_application
from photon_desktop.market.replay_session import ReplaySession
from photon_desktop.market.session import HISTORY_BARS
from photon_desktop.paths import user_data_folder
from photon_desktop.trading.account import Account, Position
from photon_desktop.trading.agent_status import AgentState, AgentStatus
from photon_desktop.trading.identity import uuid7
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Json, MessageType
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.profile import AccountMode, Profile

DEFAULT_BARS = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    add_symbol(parser)
    parser.add_argument("--interval", default="1h", help="length of a bar (default 1h)")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="take the bars from this file")
    parser.add_argument(
        "--bars",
        type=int,
        default=DEFAULT_BARS,
        metavar="N",
        help=f"how many of the last bars to play ({DEFAULT_BARS})",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: argparse.Namespace) -> int:
    """Play the bars under the settings of the data folder, wait until every chain has ended, and print the messages and
    the account."""
    if options.bars < 1:
        raise UsageError(f"--bars is {options.bars}; play 1 bar or more.")
    interval = Interval.parse(options.interval)
    data_folder = user_data_folder(options.data_dir)
    served = served_bars(options.symbol, interval, options.csv, data_folder, HISTORY_BARS + options.bars)
    session = ReplaySession(options.symbol, interval, served, options.bars)
    core_application()
    # each run trades on a paper account of its own, so that the window's account stays the user's
    account = f"agents-{uuid7(SystemClock().now_ns(), random_bytes(10))}"
    profile = Profile("Replay", account, AccountMode.PAPER, session.name)
    application = Application(data_folder, session, Rules().under(settings_of(data_folder)), profile)
    try:
        application.store.bars.remove(options.symbol, interval, session.name)  # of a run that was broken off
        replay = Replay(application, session)
        replay.play()
        result = {**replay.result(), "fallbacks": list(served.fallbacks)}
        keep_bars(application.store, account, interval)
    finally:
        application.close()
    if options.json:
        print_json(result)
    else:
        _print_readable(result)
    return 0


class Replay(QObject):
    """One run of the agents over a replay, from the first model to the last report."""

    _advance_asked = Signal()

    def __init__(self, application: Application, session: ReplaySession) -> None:
        super().__init__()
        self._application = application
        self._session = session
        self._portfolio = Portfolio(Account())
        self._failure = ""
        self._stored_before = application.store.messages.last_sequence()
        self._interruption = Interruption(self)
        self._connect()

    def play(self) -> None:
        """Run to the end. Raises PhotonError when an agent can't go on, KeyboardInterrupt when the user has enough."""
        self._application.start()
        core_application().exec()
        self._interruption.end()
        if self._interruption.was_asked:
            raise KeyboardInterrupt
        if self._failure:
            raise PhotonError(self._failure)

    def result(self) -> Json:
        """What `--json` prints."""
        session, store = self._session, self._application.store
        return {
            "symbol": session.symbols[0],
            "source": session.source,
            "bars": session.bars_played,
            "messages": list(store.messages.iterate_json(self._stored_before)),
            "account": {
                "name": self._application.account,
                "cash": float(self._portfolio.account.cash),
                "equity": float(self._portfolio.equity),
                "positions": [_position_json(position) for position in self._portfolio.account.open_positions()],
            },
        }

    def _connect(self) -> None:
        team = self._application.team
        self._advance_asked.connect(team.monitor.advance)
        team.maker.model_changed.connect(self._begin_once_decided)
        team.executor.portfolio_changed.connect(self._take_portfolio)
        team.executor.all_settled.connect(self._end)
        self._interruption.asked.connect(self._end)
        for agent in team.agents:
            agent.status_changed.connect(self._take_status)

    @Slot(object)
    def _begin_once_decided(self, news: ModelNews) -> None:
        """Play when there is a model, or when it is known that there will be none."""
        if not news.is_pending:
            self._advance_asked.emit()

    @Slot(object)
    def _take_portfolio(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio

    @Slot(object)
    def _take_status(self, status: AgentStatus) -> None:
        if status.state in (AgentState.FAILED, AgentState.DEGRADED) and not self._failure:
            self._failure = f"The {status.name} could not go on: {status.note}"
            self._end()

    @Slot()
    def _end(self) -> None:
        core_application().quit()


def _position_json(position: Position) -> Json:
    return {
        "symbol": position.symbol,
        "quantity": float(position.quantity),
        "average_price": float(position.average_price),
        "stop_loss": None if position.stop_loss is None else float(position.stop_loss),
        "take_profit": None if position.take_profit is None else float(position.take_profit),
    }


def _print_readable(result: Json) -> None:
    for message in result["messages"]:
        print(f"{message['created_at'][11:23]}  {message['trace_id'][-6:]}  {message['status']:<7} {_line(message)}")
    account = result["account"]
    kinds = Counter(message["type"] for message in result["messages"])
    counted = ", ".join(f"{count} {kind.lower().replace('_', ' ')}s" for kind, count in kinds.items())
    print(f"\n{result['symbol']}: {result['bars']} bars from {result['source']}, {counted}.")
    held = ", ".join(f"{position['quantity']:g} {position['symbol']}" for position in account["positions"]) or "nothing"
    print(f"Paper account: cash {account['cash']:,.2f}, equity {account['equity']:,.2f}, holding {held}.")


def _line(message: Json) -> str:
    payload = message["payload"]
    if message["type"] == MessageType.MARKET_SNAPSHOT:
        return f"SNAPSHOT  {payload['timestamp']} {payload['ticker']} close {payload['ohlcv']['close']}"
    if message["type"] == MessageType.TRADE_DECISION:
        return f"DECISION  {payload['reasoning']}"
    return f"REPORT    {payload['status']}: {payload['message']}"
