"""Collects what the market brings between two frames, so that a fast market costs as few repaints as a slow one."""

from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.prices import BarClosed, PriceTick
from photon_desktop.ui.panels.frame.pace import Pace

FRAME_MS = 16


@dataclass(frozen=True, slots=True)
class MarketFrame:
    """What came since the last frame: closed bars in their order, each symbol's newest tick, the newest portfolio."""

    closed: tuple[BarClosed, ...]
    ticks: dict[str, PriceTick]
    portfolio: Portfolio | None


class MarketBuffer(QObject):
    """Hands on what comes after a pause at once, and otherwise a frame every `frame_ms`. Its timer runs only while
    something waits. With a `pace` it lets what others have changed be painted first."""

    flushed = Signal(object)  # MarketFrame

    def __init__(self, parent: QObject | None = None, frame_ms: int = FRAME_MS, pace: Pace | None = None) -> None:
        super().__init__(parent)
        self._pace = pace
        self._frame_ms = frame_ms
        self._closed: list[BarClosed] = []
        self._ticks: dict[str, PriceTick] = {}
        self._portfolio: Portfolio | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._since_frame = QElapsedTimer()
        self._timer.timeout.connect(self._flush_in_turn)

    @Slot(object)
    def add_tick(self, tick: PriceTick) -> None:
        """Keep the newest tick of its symbol for the next frame."""
        self._ticks[tick.symbol] = tick
        self._wake()

    @Slot(object)
    def add_closed_bar(self, closed: BarClosed) -> None:
        """Keep a closed bar for the next frame; a tick of that bar says nothing new any more."""
        waiting = self._ticks.get(closed.symbol)
        if waiting is not None and waiting.forming.open_time <= closed.bar.open_time:
            del self._ticks[closed.symbol]
        self._closed.append(closed)
        self._wake()

    @Slot(object)
    def add_portfolio(self, portfolio: Portfolio) -> None:
        """Keep the newest portfolio for the next frame."""
        self._portfolio = portfolio
        self._wake()

    @Slot()
    def flush(self) -> None:
        """Hand on what waits, now."""
        self._timer.stop()
        self._since_frame.start()
        if not (self._closed or self._ticks or self._portfolio is not None):
            return
        frame = MarketFrame(tuple(self._closed), self._ticks, self._portfolio)
        self._closed, self._ticks, self._portfolio = [], {}, None
        self.flushed.emit(frame)

    @Slot()
    def _flush_in_turn(self) -> None:
        if self._pace is not None:
            if wait_ms := self._pace.wait_ms(self):
                self._timer.start(wait_ms)
                return
            self._pace.take(self)
        self.flush()

    def stop(self) -> None:
        """Hand on nothing more; what waits is dropped."""
        self._timer.stop()
        self._closed, self._ticks, self._portfolio = [], {}, None

    def _wake(self) -> None:
        if not self._timer.isActive():
            passed = self._since_frame.elapsed() if self._since_frame.isValid() else self._frame_ms
            self._timer.start(max(0, self._frame_ms - passed))
