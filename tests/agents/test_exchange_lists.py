"""What the exchange's lists show late is not missed, though nothing tells that it is missing."""

from decimal import Decimal

from tests.agents.exchange import SYMBOL, Trading
from tests.fakes.bybit_server import BybitServer

SMALL = Decimal("0.005")  # within what the wallet may differ by without anybody stopping


def test_a_small_funding_that_is_shown_late_is_booked_soon(trading: Trading, server: BybitServer) -> None:
    trading.seconds_in_one = 4.0  # the next regular look is more than a minute of ours away
    trading.start()
    trading.decide()
    trading.until(trading.reports)
    before = trading.account().cash
    server.stream_spoil(lambda message: [])
    server.private.shows_after_ms = 3_000
    server.fund(SYMBOL, SMALL)
    server.drain()
    server.stream_spoil(None)
    server.stream_cut()
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is not None)
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is None)
    assert trading.account().cash == before
    server.pass_time(5)
    trading.until(lambda: trading.account().cash == before - SMALL)
    trading.check_books()
