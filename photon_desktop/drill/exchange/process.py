"""The local exchange in a process of its own: it goes on while its clients are killed, and tells what it did."""

import multiprocessing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any

from photon_desktop.drill.exchange.server import BybitServer

_PATIENCE_S = 20
Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Account:
    """What the exchange holds and did: coins, linear quantities by symbol, the orderLinkIds of all orders in the order
    they came, and the ids of all executions that are trades."""

    coins: Mapping[str, Decimal]
    quantities: Mapping[str, Decimal]
    links: tuple[str, ...]
    trades: tuple[str, ...]


class BybitProcess:
    """A context manager. `keys` are the keys and secrets it knows; its time runs by itself. Commands are named after
    methods of BybitServer, or of its `http` and `private.matching` with a dot ("http.plan")."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, dict(keys)), name="bybit", daemon=True)

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

    def account(self) -> Account:
        """What it holds and did by now."""
        found: Account = self.do("account")
        return found

    def _answer(self) -> Any:
        assert self._pipe.poll(_PATIENCE_S), "the exchange's process does not answer"
        return self._pipe.recv()


def _serve(pipe: Connection, keys: dict[str, str]) -> None:
    with BybitServer() as server:
        server.keys.update(keys)
        server.let_time_run()
        pipe.send((server.rest_url, server.stream_url))
        while (asked := pipe.recv()) is not None:
            name, arguments = asked
            pipe.send(_command(server, name)(*arguments))


def _command(server: BybitServer, name: str) -> Command:
    own: dict[str, Command] = {
        "pin": lambda symbol, price: _pin(server, symbol, price),
        "account": lambda: server.loop.call(lambda: _account(server)),
    }
    if name in own:
        return own[name]
    found: Any = server
    for part in name.split("."):
        found = getattr(found, part)
    return lambda *arguments: server.loop.call(lambda: found(*arguments)) if "." in name else found(*arguments)


def _pin(server: BybitServer, symbol: str, price: str) -> None:
    server.market.pinned[symbol] = price
    server.look()


def _account(server: BybitServer) -> Account:
    matching = server.private.matching
    held = {symbol: position.quantity for symbol, position in matching.wallet.positions.items()}
    return Account(
        dict(matching.wallet.coins),
        held,
        tuple(order.link_id for order in matching.orders if order.link_id),
        tuple(done.exec_id for done in matching.executions if done.kind == "Trade"),
    )
