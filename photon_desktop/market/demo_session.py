"""The simulated market opened for watching."""

import time

from photon_desktop.errors import DataError
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.feed import DemoFeed
from photon_desktop.market.demo.listings import DEMO_SYMBOLS, demo_instrument
from photon_desktop.market.demo.pace import FASTEST
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.market.session import HISTORY_BARS, OpenedMarket, ResumePoint, Series
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.interval import Interval

SIMULATED_MARKET = "demo"
_LEAST_HISTORY = 2_000
_QUICKLY_MADE_S = HISTORY_BARS * Interval.HOUR_1.seconds  # of the film; half a second
_SECONDS_A_BAR = 1


def usual_speed(interval: Interval) -> float:
    """The speed at which a bar takes a second, as far as the market can run that fast."""
    return min(interval.seconds / _SECONDS_A_BAR, FASTEST)


def history_bars(interval: Interval) -> int:
    """How many bars there are to learn from at first: as many as of a real market, where the film's steps for so many
    are quickly made, and at least 2,000."""
    return max(_LEAST_HISTORY, min(HISTORY_BARS, _QUICKLY_MADE_S // interval.seconds))


class DemoSession:
    """Simulated `symbols` at `interval`, `speed` times as fast as the clock; between sessions they stand still."""

    name = SIMULATED_MARKET
    clock = None

    def __init__(self, interval: Interval, speed: float, symbols: tuple[str, ...] = DEMO_SYMBOLS) -> None:
        self.interval = interval
        self.symbols = symbols
        self._speed = speed

    def instrument(self, symbol: str, /) -> Instrument:
        """What `symbol` is traded in."""
        return demo_instrument(symbol)

    def opens_at(self, resume_point: ResumePoint | None, /) -> int:
        """Where the last session left the market."""
        return _checkpoint(resume_point)[0].time_ns

    def open(self, resume_point: ResumePoint | None, /) -> OpenedMarket:
        """History up to where the last session stopped, and the feed from there on."""
        checkpoint, problems = _checkpoint(resume_point)
        world = DemoWorld()
        source = DemoSource(world, checkpoint)
        histories = source.histories(self.symbols, self.interval, history_bars(self.interval))
        series = tuple(
            Series(symbol, self.interval, bars, source.name, demo_instrument(symbol), problems)
            for symbol, bars in zip(self.symbols, histories, strict=True)
        )
        feed = DemoFeed(world, self.symbols, self.interval, checkpoint, time.monotonic, self._speed)
        return OpenedMarket(series, feed)


def _checkpoint(resume_point: ResumePoint | None) -> tuple[Checkpoint, tuple[str, ...]]:
    """Where to go on, and why it is the opening when a saved point can't be used."""
    if resume_point is None:
        return Checkpoint.opening(), ()
    try:
        return Checkpoint.from_mapping(resume_point), ()
    except DataError as error:
        return Checkpoint.opening(), (str(error),)
