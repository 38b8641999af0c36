"""The market inside the local Yahoo: listings whose every minute has a price, and the rows Yahoo would show of it."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from math import prod
from zoneinfo import ZoneInfo

Row = tuple[int, float | None, float | None, float | None, float | None, int | None]  # second, o, h, l, c, volume
Session = tuple[int, int]  # its first second, and the first one after it
SECONDS = {"1m": 60, "2m": 120, "5m": 300, "15m": 900, "30m": 1_800, "60m": 3_600, "1h": 3_600, "90m": 5_400}
DAY_S = 86_400


@dataclass(slots=True)
class Listing:
    """One symbol. Its bars are made from `price`, or are the `rows` that a test hands over for an interval.

    Times of day are the exchange's own. `splits` are new shares for old ones by date, `dividends` money a share;
    `delay_s` is by how much its prices come late.
    """

    symbol: str = "AAPL"
    name: str = "Apple Inc."
    currency: str | None = "USD"
    zone: str = "America/New_York"
    kind: str = "EQUITY"
    exchange: str = "NMS"
    price_hint: int | None = 2
    opens: time = time(9, 30)
    closes: time = time(16, 0)
    level: float = 200.0
    first: date = date(2000, 1, 3)
    holidays: frozenset[date] = frozenset()
    half_days: Mapping[date, time] = field(default_factory=dict)
    splits: Mapping[date, tuple[int, int]] = field(default_factory=dict)
    dividends: Mapping[date, float] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    delay_s: int = 0
    trades_all_days: bool = False
    _whole_days: dict[tuple[date, float, Session], Row | None] = field(default_factory=dict, repr=False)

    def session(self, day: date) -> Session | None:
        """When `day`'s trading is; None on days without any."""
        if not self.trades_all_days and (day.weekday() >= 5 or day in self.holidays):
            return None
        return self.second(day, self.opens), self.second(day, self.half_days.get(day, self.closes))

    def sessions(self, start_s: int, end_s: int) -> Iterator[tuple[date, Session]]:
        """Days with trading that overlap the span, in order."""
        day = max(self.first, self.day_of(start_s) - timedelta(days=1))
        while self.second(day, time(0)) < end_s:
            session = self.session(day)
            if session is not None and session[1] > start_s and session[0] < end_s:
                yield day, session
            day += timedelta(days=1)

    def second(self, day: date, at: time) -> int:
        """The second of a time of day at the exchange."""
        return int(datetime.combine(day, at, ZoneInfo(self.zone)).timestamp())

    def day_of(self, second: int) -> date:
        """The exchange's date."""
        return datetime.fromtimestamp(second, UTC).astimezone(ZoneInfo(self.zone)).date()

    def price(self, second: int, now_s: int) -> float:
        """The last price of the minute at `second`, in the shares of `now_s`, as Yahoo shows it."""
        minute = second // 60
        wave = (minute * 7_919 % 1_009) / 1_009 + (minute // 390 * 104_729 % 499) / 499
        shares = self._shares(self.day_of(now_s)) if self.splits else 1.0
        return single(round(self.level * (1 + 0.02 * wave) / shares, 2))

    def bar(self, start_s: int, end_s: int, now_s: int, day: date) -> Row | None:
        """The bar of the minutes from `start_s` to `end_s` as far as they had begun at `now_s`."""
        prices = [self.price(second, now_s) for second in range(start_s, min(end_s, now_s + 1), 60)]
        if not prices:
            return None
        volume = sum(100 + second // 60 % 37 for second in range(start_s, min(end_s, now_s + 1), 60))
        return start_s, prices[0], max(prices), min(prices), prices[-1], volume

    def day_bar(self, day: date, session: Session, now_s: int) -> Row | None:
        """The bar of a day as far as it had gone at `now_s`; whole days are kept, as they are asked for often."""
        if now_s < session[1]:
            return self.bar(*session, now_s, day)
        key = (day, self._shares(self.day_of(now_s)), session)
        if key not in self._whole_days:
            self._whole_days[key] = self.bar(*session, now_s, day)
        return self._whole_days[key]

    def adjusted_close(self, close: float, day: date, now_s: int) -> float:
        """`close` less the dividends paid after `day`."""
        today = self.day_of(now_s)
        later = [amount for paid, amount in self.dividends.items() if day < paid <= today]
        return close * prod(1 - amount / self.level for amount in later)

    def _shares(self, today: date) -> float:
        """How many shares of today one of the first day has become."""
        return prod(new / old for split, (new, old) in self.splits.items() if split <= today)


def single(price: float) -> float:
    """Yahoo keeps prices in single precision and writes them in double: 147.27 becomes 147.27000427246094."""
    value: float = struct.unpack("f", struct.pack("f", price))[0]
    return value


def rows_of(listing: Listing, interval: str, start_s: int, end_s: int, now_s: int) -> list[Row]:
    """What Yahoo shows of the span at `now_s`, the unfinished bar and the live price included."""
    if interval in listing.rows:
        return [row for row in listing.rows[interval] if start_s <= row[0] < end_s]
    seen_s = now_s - listing.delay_s
    if interval == "1d":
        return _days(listing, start_s, end_s, seen_s)
    if interval == "1wk":
        return _weeks(listing, start_s, end_s, seen_s)
    return _intraday(listing, SECONDS[interval], start_s, end_s, seen_s)


def _intraday(listing: Listing, step: int, start_s: int, end_s: int, seen_s: int) -> list[Row]:
    rows: list[Row] = []
    last: Session | None = None
    for day, (opens, closes) in listing.sessions(start_s, min(end_s, seen_s + 1)):
        for begin in range(opens, min(closes, seen_s + 1), step):
            row = listing.bar(begin, min(begin + step, closes), seen_s, day)
            if row is not None and start_s <= begin < end_s:
                rows.append(row)
        last = (opens, closes)
    if last is not None and rows and end_s > min(seen_s, last[1]) and listing.day_of(seen_s) == listing.day_of(last[0]):
        rows.append(_live(listing, min(seen_s, last[1]), seen_s))
    return rows


def _live(listing: Listing, second: int, seen_s: int) -> Row:
    price = listing.price(min(second, seen_s) - (1 if second % 60 == 0 else 0), seen_s)
    return second, price, price, price, price, 0


def _days(listing: Listing, start_s: int, end_s: int, seen_s: int) -> list[Row]:
    rows = []
    for day, (opens, closes) in listing.sessions(start_s, min(end_s, seen_s + 1)):
        row = listing.day_bar(day, (opens, closes), seen_s) if opens >= start_s else None
        if row is None:
            continue
        is_running = opens <= seen_s < closes
        rows.append((seen_s, *row[1:]) if is_running else row)
    return rows


def _weeks(listing: Listing, start_s: int, end_s: int, seen_s: int) -> list[Row]:
    weeks: dict[date, list[Row]] = {}
    for row in _days(listing, start_s, end_s, seen_s):
        day = listing.day_of(row[0])
        weeks.setdefault(day - timedelta(days=day.weekday()), []).append(row)
    rows: list[Row] = []
    for monday, days in weeks.items():
        highs, lows = [row[2] or 0.0 for row in days], [row[3] or 0.0 for row in days]
        volume = sum(row[5] or 0 for row in days)
        rows.append((listing.second(monday, time(0)), days[0][1], max(highs), min(lows), days[-1][4], volume))
    return rows
