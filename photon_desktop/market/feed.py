"""What the program asks of whatever brings prices as they come."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, runtime_checkable

from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import MarketEvent


class Feed(Protocol):
    """Brings prices and closed bars, in the order of the market's time, to whoever polls it.

    A paced feed brings its next bar at each poll, so it is polled only when the last bar's decision has been settled
    (a replay); an unpaced one follows the clock. A feed is used from one thread.
    """

    @property
    def source(self) -> str:
        """The word for where its bars come from, as in BarSource."""
        ...

    @property
    def symbols(self) -> tuple[str, ...]:
        """The symbols it brings."""
        ...

    @property
    def interval(self) -> Interval:
        """The interval of the bars it closes."""
        ...

    @property
    def paced(self) -> bool:
        """Whether the next bar waits for the last one's decision."""
        ...

    @property
    def finished(self) -> bool:
        """Whether nothing more will come."""
        ...

    def poll(self) -> Sequence[MarketEvent]:
        """What has happened since the last poll, in time order; nothing when nothing has. Never blocks."""
        ...

    def market_time_ns(self) -> int:
        """The market's time, ns UTC: up to here everything has been brought."""
        ...

    def close(self) -> None:
        """Let go of what it holds; it brings nothing from then on. Closing twice is allowed."""
        ...


@runtime_checkable
class SimulatedFeed(Feed, Protocol):
    """A feed whose market runs on its own clock and can go on, in a later session, from where it stopped."""

    def set_speed(self, speed: float) -> None:
        """Run `speed` times as fast as the clock from now on; ValueRefusedError outside its bounds."""
        ...

    def resume_point(self) -> Mapping[str, Any]:
        """Where the market stands after the last poll, as values that JSON can keep."""
        ...
