"""A local exchange that speaks Bybit's v5 protocol over HTTP and WebSocket on loopback, with a market inside.

Its time stands still until `advance` is called, which publishes what happens on the way, or goes on by itself after
`let_time_run`. Everything that goes wrong with the real one can be commanded: see `http.plan`, `stream_*`, `skew_ms`,
and `private` for orders and the account, of which the private stream tells.
"""

import time
from decimal import Decimal
from types import TracebackType

from photon_desktop.drill.exchange.http import BybitHttp, Reply, Request
from photon_desktop.drill.exchange.loop_thread import LoopThread
from photon_desktop.drill.exchange.market import INTERVAL_MS, STEPS_A_BAR, BybitMarket, bar_start
from photon_desktop.drill.exchange.private import BybitPrivate
from photon_desktop.drill.exchange.stream import BybitStream, Message, Spoil

OPENING_MS = 1_733_565_600_000  # 2024-12-07T10:00:00Z
_MOST_ROWS, _USUAL_ROWS = 1_000, 200
_FEW_LISTINGS = 7  # a page of instruments, small so that cursors are used


class BybitServer:
    """Runs on a thread of its own between `start` and `stop`, or as a context manager."""

    def __init__(self, market: BybitMarket | None = None, now_ms: int = OPENING_MS) -> None:
        self.market = market or BybitMarket()
        self.keys: dict[str, str] = {}
        self.skew_ms = 0
        self.http = BybitHttp(self.server_ms, self.keys)
        self.stream = BybitStream(self.server_ms, self.keys, self._accepts, self._greetings)
        self._standing_ms = now_ms
        self._running_since: float | None = None
        self._loop: LoopThread | None = None
        self.rest_url = ""
        self.stream_url = ""
        self.http.route("GET", "/v5/market/time", self._time)
        self.http.route("GET", "/v5/market/kline", self._kline)
        self.http.route("GET", "/v5/market/instruments-info", self._instruments)
        self.private = BybitPrivate(self.market, self.http, self.server_ms)
        self.private.matching.listener = self._tell

    def __enter__(self) -> "BybitServer":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Listen on two free ports."""
        self._loop = LoopThread("local-bybit")
        self.rest_url = f"http://127.0.0.1:{self._loop.run(self.http.start())}"
        self.stream_url = f"ws://127.0.0.1:{self._loop.run(self.stream.start())}"

    def stop(self) -> None:
        """Close everything and end the thread."""
        self.loop.run(self.stream.stop())
        self.loop.run(self.http.stop())
        self.loop.stop()  # ends the pushing, too

    @property
    def loop(self) -> LoopThread:
        """The thread it runs on."""
        assert self._loop is not None, "start it first"
        return self._loop

    @property
    def now_ms(self) -> int:
        """The market's true time."""
        return self._now_ms

    def server_ms(self) -> int:
        """What the exchange's own clock shows."""
        return self._now_ms + self.skew_ms

    @property
    def _now_ms(self) -> int:
        since = self._running_since
        return self._standing_ms + (0 if since is None else round((time.monotonic() - since) * 1_000))

    @_now_ms.setter
    def _now_ms(self, now_ms: int) -> None:
        self._standing_ms += now_ms - self._now_ms

    def let_time_run(self) -> None:
        """Let a second pass in a second, for clients that go by the computer's clock."""
        if self._running_since is None:
            self._running_since = time.monotonic()

    def let_time_stand(self) -> None:
        """Let no time pass, until it runs again."""
        self._standing_ms, self._running_since = self._now_ms, None

    def look(self) -> None:
        """Let orders, stops and targets meet the price of now."""
        self.loop.call(self.private.matching.match)

    def fund(self, symbol: str, amount: Decimal) -> None:
        """Let the position in `symbol` pay `amount` of funding, or receive it when negative."""
        self.loop.call(lambda: self.private.matching.fund(symbol, amount))

    def move_money(self, kind: str, amount: Decimal, coin: str = "USDT") -> None:
        """Let money come, or go when negative, by a transaction of type `kind`."""
        self.loop.call(lambda: self.private.matching.move_money(kind, coin, amount))

    def trade_by_hand(
        self, category: str, symbol: str, side: str, quantity: Decimal, price: Decimal = Decimal(0)
    ) -> None:
        """Let somebody else trade in the account: at the market, or with an order that waits at `price`."""
        self.loop.call(lambda: self.private.matching.trade_by_hand(category, symbol, side, quantity, price))

    def drain(self) -> None:
        """Wait until the private stream has said all that happened."""
        self.loop.run(self.stream.pushed())

    def clock_s(self) -> float:
        """The market's true time as a clock for its clients."""
        return self._now_ms / 1_000

    def set_now_ms(self, now_ms: int) -> None:
        """Jump to `now_ms`; nothing is published."""
        self.loop.call(lambda: self._jump(now_ms))

    def advance(self, steps: int = 1, interval: str = "1") -> None:
        """Let `steps` twelfths of a bar of `interval` pass, and publish what subscribers of it would see."""
        self.loop.run(self._advance(steps, interval))

    def pass_time(self, seconds: float) -> None:
        """Let time pass, and orders meet the price that it brings."""
        self.loop.call(lambda: self._pass(round(seconds * 1_000)))

    def publish(self, category: str, message: Message) -> None:
        """Send `message` to those who subscribed to its topic."""
        self.loop.run(self.stream.publish(category, message))

    def stream_cut(self) -> None:
        """Cut every stream connection without a farewell."""
        self.loop.run(self.stream.cut())

    def stream_dismiss(self) -> None:
        """Close every stream connection in good order."""
        self.loop.run(self.stream.dismiss())

    def stream_dark(self) -> None:
        """Cut every stream connection and refuse new ones at the socket."""
        self.loop.run(self.stream.stop())

    def stream_back(self) -> None:
        """Accept stream connections again, on the same port."""
        self.loop.run(self.stream.start())

    def stream_refuse(self, status: int | None) -> None:
        """Answer handshakes with an HTTP status; None admits them again."""
        self.loop.call(lambda: self.stream.refuse(status))

    def stream_hang(self, is_hanging: bool) -> None:
        """Leave handshakes without an answer, or answer them again."""
        self.loop.call(lambda: self.stream.hang(is_hanging))

    def stream_spoil(self, spoil: Spoil | None) -> None:
        """Let `spoil` decide what is sent in each message's place; None sends them as they are."""
        self.loop.call(lambda: self.stream.spoil(spoil))

    def stream_let_die(self, symbol: str, *, for_good: bool = False) -> None:
        """Bring nothing more of a symbol on the connections there are, until it is subscribed anew; or never again."""
        self.loop.call(lambda: self.stream.let_die(symbol, for_good=for_good))

    def stream_raw(self, text: str) -> None:
        """Send anything to every stream connection."""
        self.loop.run(self.stream.send_raw(text))

    def stream_silent(self, is_silent: bool) -> None:
        """Stay open and send no data, or send them again."""
        self.loop.call(lambda: setattr(self.stream, "is_silent", is_silent))

    def subscribed(self) -> set[tuple[str, str]]:
        """Category and topic of everything that somebody listens to."""
        return self.loop.call(lambda: self.stream.subscribed)

    def kline_message(self, symbol: str, interval: str, start_ms: int, confirm: bool) -> Message:
        """What the stream says now of the bar that opens at `start_ms`."""
        row = self.market.bar(symbol, interval, start_ms, self._now_ms)
        names = ("open", "high", "low", "close", "volume", "turnover")
        data = {
            "start": start_ms,
            "end": start_ms + INTERVAL_MS[interval] - 1,
            "interval": interval,
            **dict(zip(names, row[1:], strict=True)),
            "confirm": confirm,
            "timestamp": self._now_ms,
        }
        return {"topic": f"kline.{interval}.{symbol}", "data": [data], "ts": self._now_ms, "type": "snapshot"}

    def ticker_message(self, category: str, symbol: str, interval: str, kind: str) -> Message:
        """The ticker of now; a spot one has no bid and ask, a delta of a linear one only what changed."""
        data: dict[str, str] = {"symbol": symbol, "lastPrice": self.market.price(symbol, interval, self._now_ms)}
        if category == "linear":
            data["markPrice"] = data["lastPrice"]
            if kind == "snapshot":
                data |= {"bid1Price": data["lastPrice"], "ask1Price": data["lastPrice"]}
        shown = "snapshot" if category == "spot" else kind
        return {"topic": f"tickers.{symbol}", "type": shown, "data": data, "cs": 1, "ts": self._now_ms}

    def _tell(self, topic: str, rows: list[dict[str, object]]) -> None:
        """On the loop's thread: what the private stream says of the account."""
        self.stream.push({"id": "m", "topic": topic, "creationTime": self.server_ms(), "data": rows})

    def _jump(self, now_ms: int) -> None:
        self._now_ms = now_ms

    def _pass(self, milliseconds: int) -> None:
        self._now_ms += milliseconds
        self.private.matching.match()

    async def _advance(self, steps: int, interval: str) -> None:
        step_ms = INTERVAL_MS[interval] // STEPS_A_BAR
        for _ in range(steps):
            self._now_ms = (self._now_ms // step_ms + 1) * step_ms
            for category, topic in sorted(self.stream.subscribed):
                for message in self._happening(category, topic, interval):
                    await self.stream.publish(category, message)

    def _happening(self, category: str, topic: str, interval: str) -> list[Message]:
        kind, _, rest = topic.partition(".")
        if kind == "tickers":
            return [self.ticker_message(category, rest, interval, "delta")]
        length, _, symbol = rest.partition(".")
        if length != interval:
            return []
        start = bar_start(self._now_ms, interval)
        messages = [self.kline_message(symbol, interval, start, confirm=False)]
        if start == self._now_ms:
            messages.insert(0, self.kline_message(symbol, interval, start - INTERVAL_MS[interval], confirm=True))
        return messages

    def _accepts(self, category: str, topic: str) -> bool:
        if category == "private":
            return topic in ("order", "execution", "position", "wallet")
        kind, _, rest = topic.partition(".")
        length, _, symbol = rest.partition(".")
        if kind == "kline":
            return length in INTERVAL_MS and self.market.knows(category, symbol)
        return kind == "tickers" and self.market.knows(category, rest)

    def _greetings(self, category: str, topic: str) -> list[Message]:
        kind, _, symbol = topic.partition(".")
        return [self.ticker_message(category, symbol, "1", "snapshot")] if kind == "tickers" else []

    def _time(self, _request: Request) -> Reply:
        now = self.server_ms()
        return Reply({"timeSecond": str(now // 1_000), "timeNano": str(now * 1_000_000)})

    def _kline(self, request: Request) -> Reply:
        query = request.query
        symbol, interval, category = query.get("symbol", ""), query.get("interval", ""), query.get("category", "linear")
        limit = int(query.get("limit", _USUAL_ROWS))
        if not self.market.knows(category, symbol) or interval not in INTERVAL_MS or not 1 <= limit <= _MOST_ROWS:
            return Reply(code=10001, words="params error: symbol invalid")
        step = INTERVAL_MS[interval]
        end = int(query.get("end", self._now_ms))
        start = int(query.get("start", bar_start(end, interval) - (limit - 1) * step))
        start = max(start, bar_start(min(end, self._now_ms), interval) - (limit - 1) * step)
        rows = self.market.rows(symbol, interval, start, end, self._now_ms)
        return Reply({"symbol": symbol, "category": category, "list": rows[:limit]})

    def _instruments(self, request: Request) -> Reply:
        category, symbol = request.query.get("category", ""), request.query.get("symbol")
        found = [one for one in self.market.listed.values() if category in one.categories]
        if symbol is not None:
            found = [one for one in found if one.symbol == symbol]
            if not found and category == "linear":
                return Reply(code=10001, words=f"params error: symbol invalid {symbol}")
        shown = [one.spot() if category == "spot" else one.linear() for one in found]
        if category == "spot" or symbol is not None:
            return Reply({"category": category, "list": shown})
        begin = int(request.query.get("cursor", "0"))
        following = begin + _FEW_LISTINGS
        cursor = str(following) if following < len(shown) else ""
        return Reply({"category": category, "list": shown[begin:following], "nextPageCursor": cursor})
