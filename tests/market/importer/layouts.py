"""The same thirty bars in the layouts of files nobody has a sample of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval

COUNT = 30
START = datetime(2024, 11, 25, tzinfo=UTC)


@dataclass(frozen=True)
class Row:
    """One bar as texts to put into a line: `at` is its open time; prices have two digits, the volume is whole."""

    at: datetime
    o: str
    h: str
    l: str  # noqa: E741 - the four prices as everybody abbreviates them
    c: str
    v: str

    @property
    def prices(self) -> tuple[str, str, str, str]:
        return self.o, self.h, self.l, self.c

    @property
    def commas(self) -> str:
        """The four prices and the volume."""
        return ",".join((*self.prices, self.v))

    @property
    def semicolons(self) -> str:
        return self.commas.replace(",", ";")

    @property
    def tabs(self) -> str:
        return self.commas.replace(",", "\t")

    @property
    def german(self) -> str:
        return ";".join([*map(german, self.prices), self.v])

    @property
    def unix(self) -> int:
        return int(self.at.timestamp())


def rows(interval: Interval) -> list[Row]:
    """Bars whose prices wander above a thousand, each opening where the one before closed."""
    found = []
    price = 120_000
    for number in range(COUNT):
        close = price + (number * 7_919) % 900 - 400
        high, low = max(price, close) + 37 + number, min(price, close) - 41 - number
        at = START + timedelta(seconds=number * interval.seconds)
        found.append(
            Row(at, *(f"{cents / 100:.2f}" for cents in (price, high, low, close)), str(51_000 + 977 * number))
        )
        price = close
    return found


def expected(interval: Interval, shift_s: int = 0, scale: float = 1.0) -> Bars:
    """What a file of these rows must give; `shift_s` for a clock that is ahead of UTC."""
    chosen = rows(interval)
    times = [(row.unix - shift_s) * 1_000_000_000 for row in chosen]
    prices = [[float(getattr(row, name)) for row in chosen] for name in "ohlc"]
    return Bars.of(times, *prices, [float(row.v) * scale for row in chosen])


def lines(header: str | None, line: Callable[[Row], str], interval: Interval, end: str = "\n") -> str:
    """A text of a header and a line a row."""
    written = [line(row) for row in rows(interval)]
    return end.join([*([] if header is None else [header]), *written]) + end


def german(number: str) -> str:
    """1234.56 as 1.234,56."""
    return f"{float(number):,.2f}".translate(str.maketrans(",.", ".,"))


def english(number: str) -> str:
    """1234.56 as 1,234.56."""
    return f"{float(number):,.2f}"


def excel_days(at: datetime) -> str:
    """Days since 1899-12-30."""
    return repr((at - datetime(1899, 12, 30, tzinfo=UTC)) / timedelta(days=1))
