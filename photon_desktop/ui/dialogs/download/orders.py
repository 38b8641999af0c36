"""What the dialog asks of the thread that downloads, and what it is told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from photon_desktop.market.download import Progress, Span, span_of
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval


class CancelledError(Exception):
    """The user has had enough of an order."""


class Cancellation:
    """Ends an order from another thread: at once while its source is being asked, since nothing is written any more
    once it answers; else before it is asked the next time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_cancelled = False
        self._is_writing = False
        self._close: Callable[[], None] | None = None

    def cancel(self) -> bool:
        """End it; whether it has ended for all that can be seen. Its source's waits end, too."""
        with self._lock:
            self._is_cancelled = True
            is_writing, close = self._is_writing, self._close
        if close is not None and not is_writing:
            close()
        return not is_writing

    def hold(self, close: Callable[[], None]) -> None:
        """End the source's waits by `close` when it is cancelled. Raises CancelledError when it has been."""
        with self._lock:
            self._check()
            self._close = close

    @contextmanager
    def asking(self) -> Iterator[None]:
        """While the source is asked. Raises CancelledError, before and after, once it is cancelled."""
        with self._lock:
            self._check()
            self._is_writing = False
        try:
            yield
        finally:
            with self._lock:
                self._check()
                self._is_writing = True

    def _check(self) -> None:
        if self._is_cancelled:
            raise CancelledError


@dataclass(frozen=True, slots=True)
class Order:
    """What to fetch and where to put it. `period` is a word of `market.download.PERIODS`, or a span of its own."""

    symbol: str
    interval: Interval
    kind: InstrumentKind
    period: str | Span
    folder: Path
    cancellation: Cancellation = field(default_factory=Cancellation, compare=False)

    @property
    def path(self) -> Path:
        """The file that will be there."""
        return self.folder / f"{self.symbol}_{self.interval}.csv"

    def span(self, end_ns: int) -> Span:
        """Which bars are asked for while the newest of all closed at `end_ns`, ns UTC."""
        if isinstance(self.period, Span):
            return Span(self.period.start_ns, min(self.period.end_ns, end_ns))
        return span_of(self.period, end_ns)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would come of an order: about `due_bars` in all, None when that can't be told yet, of which an interrupted
    download has left `kept_bars`; whether a file will be replaced; and why nothing can come of it, if that is known."""

    order: Order
    due_bars: int | None
    kept_bars: int = 0
    replaces_file: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Advanced:
    """How far an order is."""

    order: Order
    progress: Progress


@dataclass(frozen=True, slots=True)
class Saved:
    """The file is there: how many bars it has, and where bars are missing while the market was open. `news` is what is
    to be told of prices that differ from those that were there before, a sentence each."""

    order: Order
    bars: int
    gaps: int
    missing_bars: int
    source: str
    news: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stopped:
    """The file is not there; what was fetched waits for the next time. `problem` is empty when it was cancelled."""

    order: Order
    problem: str = ""


Outcome = Saved | Stopped


Keep = Callable[[Order, str, Bars], str | None]


def keep_nothing(order: Order, source: str, bars: Bars) -> str | None:  # noqa: ARG001 - as Keep says
    """Leave the bars that `source` gave to their file alone."""
    return None
