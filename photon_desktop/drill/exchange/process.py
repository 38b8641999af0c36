"""The local exchange in a process of its own: it goes on while its clients are killed, and tells what it did."""

import multiprocessing
import signal
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any

from photon_desktop.drill.exchange.orders import ZERO
from photon_desktop.drill.exchange.server import OPENING_MS, BybitServer
from photon_desktop.drill.exchange.weather import Weather
from photon_desktop.errors import PhotonError

_PATIENCE_S = 20
Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Account:
    """What the exchange holds and did: coins, linear quantities by symbol and what those that are held cost, the
    orderLinkIds of all orders in the order they came, of those that are open, and of all requests for one; the ids of
    all executions that are trades, how many orders were filled in parts, and the ids of the fundings. `words` tell of
    each trade and funding by its id, when they were asked for."""

    coins: Mapping[str, Decimal]
    quantities: Mapping[str, Decimal]
    cost: Decimal
    links: tuple[str, ...]
    open_links: frozenset[str]
    asked: tuple[str, ...]
    trades: tuple[str, ...]
    in_parts: int
    fundings: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)


class BybitProcess:
    """A context manager. `keys` are the keys and secrets it knows; its time runs by itself, from `now_ms` on. Commands
    are named after methods of BybitServer, or of its `http` and `private.matching` with a dot ("http.plan"). Raises
    PhotonError when it does not answer."""

    def __init__(self, keys: Mapping[str, str], now_ms: int = OPENING_MS) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, dict(keys), now_ms), name="bybit", daemon=True)

    def __enter__(self) -> "BybitProcess":
        self._process.start()
        self.rest_url, self.stream_url = self._answer()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pipe.send(None)
        self._process.join(_PATIENCE_S)
        self._pipe.close()

    def do(self, name: str, *arguments: Any) -> Any:
        """What the command `name` gives there; arguments and results are sent between the processes."""
        self._pipe.send((name, arguments))
        return self._answer()

    def pin(self, symbol: str, price: str) -> None:
        """Let `symbol` stand at `price`, and orders and stops meet it."""
        self.do("pin", symbol, price)

    def storm(self, symbols: tuple[str, ...], seed: int) -> None:
        """Let the weather begin; see `weather`."""
        self.do("storm", symbols, seed)

    def clear_up(self) -> Mapping[str, int]:
        """Let the weather end; how often what kind of thing went wrong."""
        struck: Mapping[str, int] = self.do("clear_up")
        return struck

    def account(self, *, in_words: bool = False) -> Account:
        """What it holds and did by now."""
        found: Account = self.do("account", in_words)
        return found

    def _answer(self) -> Any:
        if not self._pipe.poll(_PATIENCE_S):
            raise PhotonError(f"The local exchange did not answer within {_PATIENCE_S} s.")
        try:
            return self._pipe.recv()
        except EOFError:
            raise PhotonError("The local exchange ended; nothing can be compared with it.") from None


def _serve(pipe: Connection, keys: dict[str, str], now_ms: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    with BybitServer(now_ms=now_ms) as server:
        server.keys.update(keys)
        server.let_time_run()
        pipe.send((server.rest_url, server.stream_url))
        weather: list[Weather] = []
        while (asked := pipe.recv()) is not None:
            name, arguments = asked
            pipe.send(_command(server, weather, name)(*arguments))


def _command(server: BybitServer, weather: list[Weather], name: str) -> Command:
    own: dict[str, Command] = {
        "storm": lambda symbols, seed: _storm(server, weather, symbols, seed),
        "clear_up": lambda: _clear_up(weather.pop()),
        "pin": lambda symbol, price: _pin(server, symbol, price),
        "account": lambda in_words: server.loop.call(lambda: _account(server, in_words)),
    }
    if name in own:
        return own[name]
    found: Any = server
    for part in name.split("."):
        found = getattr(found, part)
    return lambda *arguments: server.loop.call(lambda: found(*arguments)) if "." in name else found(*arguments)


def _storm(server: BybitServer, weather: list[Weather], symbols: tuple[str, ...], seed: int) -> None:
    weather.append(Weather(server, symbols, seed))
    weather[-1].begin()


def _clear_up(weather: Weather) -> Mapping[str, int]:
    weather.clear_up()
    return weather.struck


def _pin(server: BybitServer, symbol: str, price: str) -> None:
    server.market.pinned[symbol] = price
    server.look()


def _account(server: BybitServer, in_words: bool) -> Account:
    matching = server.private.matching
    held = {symbol: position.quantity for symbol, position in matching.wallet.positions.items()}
    trades = [done for done in matching.executions if done.kind == "Trade"]
    parts = Counter(done.order.order_id for done in trades if done.order is not None)
    return Account(
        coins=dict(matching.wallet.coins),
        quantities=held,
        cost=sum((position.cost for position in matching.wallet.positions.values()), ZERO),
        links=tuple(order.link_id for order in matching.orders if order.link_id),
        open_links=frozenset(order.link_id for order in matching.orders if order.is_open),
        asked=tuple(server.private.asked),
        trades=tuple(done.exec_id for done in trades),
        in_parts=sum(count > 1 for count in parts.values()),
        fundings=tuple(done.exec_id for done in matching.executions if done.kind == "Funding"),
        words={done.exec_id: done.words for done in matching.executions} if in_words else {},
    )
