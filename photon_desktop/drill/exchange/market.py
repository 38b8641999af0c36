"""A deterministic market: every price is computed from its symbol, interval and step, so any bar can be asked for."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import sin
from zlib import crc32

STEPS_A_BAR = 12
UNSETTLED_MS = 2_000
INTERVAL_MS = {
    **{str(minutes): minutes * 60_000 for minutes in (1, 3, 5, 15, 30, 60, 120, 240, 360, 720)},
    "D": 86_400_000,
    "W": 604_800_000,
}
FIRST_MONDAY_MS = 4 * 86_400_000


@dataclass(frozen=True, slots=True)
class Listed:
    """What is traded: base and quote coin, tick size, the price level in ticks, and since when (ms)."""

    symbol: str
    base: str
    quote: str = "USDT"
    tick: str = "0.1"
    level: int = 300_000
    listed_from_ms: int = 0
    categories: tuple[str, ...] = ("linear", "spot")

    def linear(self) -> dict[str, object]:
        """Its description among the linear contracts."""
        return {
            "symbol": self.symbol,
            "contractType": "LinearPerpetual",
            "status": "Trading",
            "baseCoin": self.base,
            "quoteCoin": self.quote,
            "launchTime": str(self.listed_from_ms),
            "priceFilter": {"minPrice": self.tick, "maxPrice": "1999999.80", "tickSize": self.tick},
            "lotSizeFilter": {
                "maxOrderQty": "1190.000",
                "minOrderQty": "0.001",
                "qtyStep": "0.001",
                "maxMktOrderQty": "500.000",
                "minNotionalValue": "5",
            },
        }

    def spot(self) -> dict[str, object]:
        """Its description among the spot pairs, with other names for the same things."""
        return {
            "symbol": self.symbol,
            "baseCoin": self.base,
            "quoteCoin": self.quote,
            "status": "Trading",
            "lotSizeFilter": {
                "basePrecision": "0.000001",
                "quotePrecision": "0.00000001",
                "minOrderQty": "0.000048",
                "maxOrderQty": "71.73956243",
                "minOrderAmt": "1",
                "maxOrderAmt": "4000000",
            },
            "priceFilter": {"tickSize": "0.01"},
        }


BTC = Listed("BTCUSDT", "BTC")
ETH = Listed("ETHUSDT", "ETH", tick="0.01", level=200_000)
LISTED = (BTC, ETH, *(Listed(f"COIN{number}USDT", f"COIN{number}", level=10_000 + number) for number in range(20)))


def bar_start(time_ms: int, interval: str) -> int:
    """When the bar of `interval` that contains `time_ms` opens."""
    anchor = FIRST_MONDAY_MS if interval == "W" else 0
    return time_ms - (time_ms - anchor) % INTERVAL_MS[interval]


@lru_cache(maxsize=500_000)
def _ticks(symbol: str, level: int, interval: str, step: int) -> int:
    noise = crc32(f"{symbol} {interval} {step}".encode()) % 401 - 200
    return level + round(level * 0.02 * sin(step / 97)) + noise * level // 300_000


class BybitMarket:
    """Prices and bars of `listed`; a price in `pinned` stands still, bars go on as they would."""

    def __init__(self, listed: tuple[Listed, ...] = LISTED) -> None:
        self.listed = {one.symbol: one for one in listed}
        self.pinned: dict[str, str] = {}

    def knows(self, category: str, symbol: str) -> bool:
        """Whether `symbol` is traded in `category`."""
        return symbol in self.listed and category in self.listed[symbol].categories

    def price(self, symbol: str, interval: str, time_ms: int) -> str:
        """The last price at `time_ms`."""
        if symbol in self.pinned:
            return self.pinned[symbol]
        step_ms = INTERVAL_MS[interval] // STEPS_A_BAR
        return self._text(symbol, self._at(symbol, interval, time_ms // step_ms))

    def bar(self, symbol: str, interval: str, start_ms: int, until_ms: int) -> list[str]:
        """The row of the bar that opens at `start_ms`, as it stands at `until_ms`."""
        step_ms = INTERVAL_MS[interval] // STEPS_A_BAR
        last_ms = min(until_ms, start_ms + INTERVAL_MS[interval] - 1)
        ticks = [self._at(symbol, interval, step) for step in range(start_ms // step_ms, last_ms // step_ms + 1)]
        volume = Decimal(sum(1 + value % 97 for value in ticks)) / 1_000
        turnover = volume * Decimal(self._text(symbol, ticks[-1]))
        prices = (ticks[0], max(ticks), min(ticks), ticks[-1])
        return [str(start_ms), *(self._text(symbol, value) for value in prices), str(volume), str(turnover)]

    def served_bar(self, symbol: str, interval: str, start_ms: int, now_ms: int) -> list[str]:
        """As `bar`, but until two seconds after its end the last step is still missing."""
        end_ms = start_ms + INTERVAL_MS[interval]
        settled = now_ms >= end_ms + UNSETTLED_MS or now_ms < end_ms
        return self.bar(symbol, interval, start_ms, now_ms if settled else end_ms - 1 - INTERVAL_MS[interval] // 12)

    def rows(self, symbol: str, interval: str, start_ms: int, end_ms: int, now_ms: int) -> list[list[str]]:
        """Every bar that opens from `start_ms` to `end_ms`, newest first, the unfinished one included."""
        step = INTERVAL_MS[interval]
        listed_from = self.listed[symbol].listed_from_ms
        first = bar_start(max(start_ms, listed_from) + step - 1, interval)
        last = min(bar_start(end_ms, interval), bar_start(now_ms, interval))
        return [self.served_bar(symbol, interval, start, now_ms) for start in range(last, first - 1, -step)]

    def _at(self, symbol: str, interval: str, step: int) -> int:
        return _ticks(symbol, self.listed[symbol].level, interval, step)

    def _text(self, symbol: str, ticks: int) -> str:
        return str(ticks * Decimal(self.listed[symbol].tick))
