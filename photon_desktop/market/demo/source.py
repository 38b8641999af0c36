"""The simulated market's past, as a source of bars."""

from collections.abc import Sequence

from photon_desktop.errors import NoBarsError, ValueRefusedError
from photon_desktop.market.demo import DEMO_SOURCE
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.film_times import FILM_START, HOUR_NS, bar_open, next_bar_open
from photon_desktop.market.demo.listings import demo_instrument
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.interval import Interval


class DemoSource:
    """Bars of `world` that had closed at `checkpoint`; nothing later is ever given, so nobody sees the film's future.

    A running feed moves on: make a new source from the feed's checkpoint to see what has closed since.
    """

    name = DEMO_SOURCE

    def __init__(self, world: DemoWorld, checkpoint: Checkpoint) -> None:
        self._world = world
        self._checkpoint = checkpoint

    def instrument(self, symbol: str) -> Instrument:
        """What `symbol` is traded in; UnknownSymbolError when it is not listed."""
        return demo_instrument(symbol)

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        """As BarSource says. The film's past goes back to FILM_START."""
        demo_instrument(symbol)
        start, end = self._span(interval, count, end_ns)
        if start >= end:
            raise NoBarsError(
                f"The simulated market has no {interval} bars of {symbol} that early; ask for a later time."
            )
        return self._world.bars(symbol, interval, start, end, self._checkpoint)

    def histories(self, symbols: Sequence[str], interval: Interval, count: int) -> tuple[Bars, ...]:
        """The history of each of `symbols`, in less time than one after another where bars are hours or longer."""
        if interval.nanoseconds >= HOUR_NS:
            self._world.make_hours(symbols, *self._span(interval, count, None))
        return tuple(self.history(symbol, interval, count) for symbol in symbols)

    def _span(self, interval: Interval, count: int, end_ns: int | None) -> tuple[int, int]:
        if count < 1:
            raise ValueRefusedError(f"The number of bars asked for is {count}; ask for 1 or more.")
        end = bar_open(self._checkpoint.time_ns, interval)
        if end_ns is not None:
            end = min(end, next_bar_open(end_ns, interval))
        return max(next_bar_open(FILM_START, interval), end - count * interval.nanoseconds), end
