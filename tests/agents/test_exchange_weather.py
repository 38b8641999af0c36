"""Everything that can go wrong with an exchange, at random: the books end as the exchange's, to the last digit."""

from decimal import ROUND_FLOOR, Decimal
from random import Random
from typing import Any

import pytest

from photon_desktop.broker.bybit.rest.trading_door import CREATE
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.messages import Action
from tests.agents.exchange import ACCOUNT, SYMBOL, Trading
from tests.fakes.bybit_http import Fault
from tests.fakes.bybit_server import BybitServer

FAULTS = (
    Fault(), Fault(), Fault(is_lost=True), Fault(is_cut=True), Fault(status=502), Fault(body=b"no json"),
    Fault(is_stalled=True), Fault(late_s=0.1),
)  # fmt: skip


class Weather:
    """Drops, doubles and delays what the stream says."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._late: list[Any] = []

    def __call__(self, message: Any) -> list[Any]:
        chance = self._random.random()
        if chance < 0.1:
            return []
        if chance < 0.2:
            self._late.append(message)
            return []
        late, self._late = self._late, []
        return [message, message, *late] if chance < 0.4 else [message, *late]


def one_hour(trading: Trading, server: BybitServer, random: Random) -> None:
    """A price, a decision, and whatever happens then."""
    matching = server.private.matching
    trading.price(str(30_000 + random.randrange(-400, 400)))
    matching.slice_quantity = random.choice([None, Decimal("0.003")])
    matching.depth = random.choice([None, None, Decimal("0.004")])
    server.http.plan(random.choice(FAULTS), CREATE)
    held = trading.held()
    action = Action.SELL if held > 0 and random.random() < 0.5 else Action.BUY
    quantity = held if action is Action.SELL and random.random() < 0.7 else Decimal(random.randrange(2, 12)) / 1_000
    stop = str(matching.price(SYMBOL) - 300) if action is Action.BUY else None
    step = Decimal("0.001") if trading.category is Category.LINEAR else Decimal("0.000001")
    trading.decide(action, str(quantity.quantize(step, rounding=ROUND_FLOOR)), stop)
    happens = random.random()
    if happens < 0.15:
        server.stream_cut()
    elif happens < 0.25:
        trading.restart()
        trading.start(is_ready=False)
    elif happens < 0.35 and trading.category is Category.LINEAR:
        server.fund(SYMBOL, Decimal(random.randrange(-50, 50)) / 100)
    trading.settle()


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", range(4))
def test_contracts_in_bad_weather(trading: Trading, server: BybitServer, seed: int) -> None:
    weathered(trading, server, seed)


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", range(4))
def test_coins_in_bad_weather(spot: Trading, server: BybitServer, seed: int) -> None:
    weathered(spot, server, seed)


def weathered(trading: Trading, server: BybitServer, seed: int) -> None:
    random = Random(seed)
    trading.seconds_in_one = 30
    trading.start()
    server.stream_spoil(Weather(random))
    for _ in range(40):
        one_hour(trading, server, random)
    server.stream_spoil(None)
    server.http.forget_plans()
    server.stream_cut()
    trading.settle()
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is None)
    trading.until(lambda: not trading.store.trades.open_orders(ACCOUNT))
    trading.check_books()
    links = [order.link_id for order in server.private.matching.orders if order.link_id]
    assert len(links) == len(set(links))
    fills = trading.store.trades.fills(10_000, ACCOUNT)
    executed = [one.exec_id for one in server.private.matching.executions if one.kind == "Trade"]
    assert sorted(fill.fill.fill_id for fill in fills) == sorted(executed)
    assert len(fills) > 10
