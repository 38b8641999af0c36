"""What moves with the market: prices and bars reach the chart with the next frame, the watchlist and the account ten
times a second, each in a turn of its own, so that no turn paints all of the window."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.market.feed_state import FeedState
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.prices import BarClosed, PriceTick
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui.panels.frame.chart_desk import ChartDesk
from photon_desktop.ui.panels.frame.market_buffer import MarketBuffer, MarketFrame
from photon_desktop.ui.panels.frame.pace import Pace
from photon_desktop.ui.panels.frame.status_line import StatusLine
from photon_desktop.ui.panels.portfolio import PortfolioPanel
from photon_desktop.ui.panels.watchlist import WatchlistPanel

BOARD_MS = 100


class MarketStage(QObject):
    """Keeps what comes until it is shown, and tells on every place how fresh it is."""

    shown = Signal()  # a frame of what is on the chart
    board_shown = Signal()  # one of the watchlist's
    books_shown = Signal()  # one of the account's

    def __init__(
        self, watchlist: WatchlistPanel, desk: ChartDesk, portfolio: PortfolioPanel, status: StatusLine, clock: Clock
    ) -> None:
        super().__init__(desk)
        self._watchlist, self._desk, self._portfolio, self._status = watchlist, desk, portfolio, status
        self._clock = clock
        self._states: dict[str, FeedState] = {}
        self.pace = Pace()
        self._frames = MarketBuffer(self)
        self._board = MarketBuffer(self, BOARD_MS, self.pace)
        self._books = MarketBuffer(self, BOARD_MS, self.pace)
        self._frames.flushed.connect(self._show_frame)
        self._books.flushed.connect(self._show_books)
        self._board.flushed.connect(self._show_board)

    def add_tick(self, tick: PriceTick) -> None:
        """Show a price with the next frame."""
        if tick.symbol == self._desk.symbol:
            self._frames.add_tick(tick)
        self._board.add_tick(tick)

    def add_closed_bar(self, closed: BarClosed) -> None:
        """Show a closed bar with the next frame."""
        self._frames.add_closed_bar(closed)
        self._board.add_closed_bar(closed)

    def add_portfolio(self, portfolio: Portfolio) -> None:
        """Show the account, soon."""
        self._books.add_portfolio(portfolio)

    def show_feed_states(self, states: Mapping[str, FeedState]) -> None:
        """Say how it stands with each symbol's prices."""
        self._states = dict(states)
        self._watchlist.show_feed_states(states)
        self.show_state_of_chart()

    def state_of(self, symbol: str) -> FeedState | None:
        """How a symbol's feed stands, as far as it was told."""
        return self._states.get(symbol)

    def show_state_of_chart(self) -> None:
        """Say how it stands with the symbol on the chart."""
        self._status.show_feed_state(self.state_of(self._desk.symbol))

    def count_on(self, is_watching: bool) -> None:
        """A second has passed."""
        now = self._clock.now_ns()
        self._status.show_time(now)
        self._watchlist.model.judge_feeds(now, is_watching)
        self._desk.tell_age(self._watchlist.model.stale_seconds(self._desk.symbol, now))

    def clear(self) -> None:
        """Forget what waits, and how the feeds stood."""
        self.stop()
        self._states = {}
        self._watchlist.show_feed_states({})

    def stop(self) -> None:
        """Show nothing more of what waits."""
        for buffer in (self._frames, self._board, self._books):
            buffer.stop()

    @Slot(object)
    def _show_frame(self, frame: MarketFrame) -> None:
        self.pace.take(self._frames)  # the chart waits for nobody
        self._desk.take_closed_bars(frame.closed)
        if frame.ticks or frame.closed:
            self._desk.take_ticks(frame.ticks)
            self._status.show_arrival(self._clock.now_ns())
        self.shown.emit()

    @Slot(object)
    def _show_books(self, frame: MarketFrame) -> None:
        if frame.portfolio is not None:
            self._portfolio.show_portfolio(frame.portfolio)
            self._desk.take_portfolio(frame.portfolio)
        self.books_shown.emit()

    @Slot(object)
    def _show_board(self, frame: MarketFrame) -> None:
        """Many prices at once, no oftener than an eye can follow."""
        self._watchlist.take_closed_bars(frame.closed)
        self._watchlist.take_ticks(frame.ticks, self._clock.now_ns())
        self.board_shown.emit()
