"""Keeps what the chart can show of each symbol, and shows one of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.trading.bars import Bar, Bars, joined
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action, ExecutionReport, ReportStatus, TradeDecision
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.prices import BarClosed, PriceTick
from photon_desktop.ui import formats
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.chart.marker import ChartMarker, MarkerKind
from photon_desktop.ui.chart.reach import KEPT_BARS, SPARE_BARS
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.views import InstrumentBook, SeriesView
from photon_desktop.ui.sentences.said import said

MARKERS_KEPT = 1_000
_MOST_FRESH = 256
_DONE = (ReportStatus.EXECUTED, ReportStatus.PARTIALLY_EXECUTED)


class KeptSeries:
    """A series and the bars that closed since it was handed over, joined when they are asked for, or many: each by
    itself takes five times the memory."""

    def __init__(self, view: SeriesView) -> None:
        self._view = view
        self._fresh: list[Bar] = []

    @property
    def interval(self) -> Interval:
        """The length of its bars."""
        return self._view.interval

    @property
    def is_one_source(self) -> bool:
        """Whether the store has all of it, and what is older, as one series."""
        return bool(self._view.kept_as)

    @property
    def view(self) -> SeriesView:
        """The series up to now."""
        self._join()
        return self._view

    def append(self, bar: Bar, source: str) -> bool:
        """Add a bar of `source` that is later than all others; False when it is not."""
        if bar.open_time <= self._last_open:
            return False
        if source not in (self._view.source, self._view.kept_as):
            self._view = replace(self._view, kept_as="")  # bars of two sources: no series of the store is this one
        self._fresh.append(bar)
        if len(self._fresh) >= _MOST_FRESH:
            self._join()
        return True

    def _join(self) -> None:
        if self._fresh:
            bars = self._view.bars.followed_by(Bars.from_bars(self._fresh))
            if self._view.kept_as and len(bars) > KEPT_BARS + SPARE_BARS:
                bars = joined([bars.tail(KEPT_BARS)])  # in arrays of their own
            self._view, self._fresh = replace(self._view, bars=bars), []

    @property
    def _last_open(self) -> int:
        if self._fresh:
            return self._fresh[-1].open_time
        return int(self._view.bars.times[-1]) if len(self._view.bars) else -1


class ChartDesk(QObject):
    """One chart, many symbols: what comes for the symbol shown goes to the chart at once, the rest waits here."""

    message_chosen = Signal(str)  # id of the message whose marker was clicked

    def __init__(self, chart: ChartWidget, instruments: InstrumentBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._instruments = instruments
        self._series: dict[str, KeptSeries] = {}
        self._markers: dict[str, dict[str, ChartMarker]] = defaultdict(dict)
        self._portfolio: Portfolio | None = None
        self._shown = ""
        chart.marker_clicked.connect(self._choose)

    @property
    def symbol(self) -> str:
        """The symbol on the chart."""
        return self._shown

    def series_of(self, symbol: str) -> SeriesView | None:
        """The bars kept of a symbol, up to now."""
        kept = self._series.get(symbol)
        return None if kept is None else kept.view

    def markers_of(self, symbol: str) -> tuple[ChartMarker, ...]:
        """What is marked on a symbol's chart, in the order it came."""
        return tuple(self._markers[symbol].values())

    def show_symbol(self, symbol: str) -> None:
        """Put `symbol` on the chart; without bars it says that it waits for them."""
        self._shown = symbol
        view = self.series_of(symbol) or self._empty_series(symbol)
        self._chart.set_series(view.symbol, view.interval, view.bars, view.instrument, view.kept_as)
        self._chart.set_markers(self.markers_of(symbol))
        self._show_position()

    def clear(self) -> None:
        """Forget every symbol, and show none."""
        self._series.clear()
        self._markers.clear()
        self._portfolio = None
        self._shown = ""
        self._chart.set_held(None)
        self._chart.set_position(None, None, None)
        self._chart.set_markers(())

    def forget(self, symbol: str) -> None:
        """Let go of a symbol's bars and marks."""
        self._series.pop(symbol, None)
        self._markers.pop(symbol, None)

    def take_series(self, view: SeriesView) -> None:
        """Keep a symbol's bars, and show them if it is the one on the chart."""
        self._series[view.symbol] = KeptSeries(view)
        if view.symbol == self._shown:
            self.show_symbol(view.symbol)

    def take_closed_bars(self, closed: Iterable[BarClosed]) -> None:
        """Add bars to their series."""
        for news in closed:
            kept = self._series.get(news.symbol)
            if kept is None or kept.interval is not news.interval or not kept.append(news.bar, news.source):
                continue
            if news.symbol == self._shown:
                if not kept.is_one_source:
                    self._chart.reach.keep_all()
                self._chart.append_bar(news.bar)

    def take_ticks(self, ticks: dict[str, PriceTick]) -> None:
        """Show the unfinished bar of the symbol on the chart."""
        tick = ticks.get(self._shown)
        kept = self._series.get(self._shown)
        if tick is not None and kept is not None and kept.interval is tick.interval:
            self._chart.set_forming(tick.forming)

    def take_portfolio(self, portfolio: Portfolio) -> None:
        """Show what is held of the symbol on the chart."""
        self._portfolio = portfolio
        self._show_position()

    def mark_decision(self, message_id: str, decision: TradeDecision) -> None:
        """Mark a decision to buy or sell, and a wish that a rule blocked, on the bar it was made on."""
        if decision.action is Action.HOLD and not decision.blocked_by:
            return
        marker = ChartMarker(
            time_ns=decision.decided_at,
            action=decision.wanted or decision.action,
            price=float(decision.price),
            confidence=decision.confidence,
            text=said(decision.reasoning),
            kind=MarkerKind.BLOCKED if decision.action is Action.HOLD else MarkerKind.DECISION,
            reference=message_id,
        )
        self._mark(decision.ticker, marker)

    def mark_report(self, message_id: str, report: ExecutionReport) -> None:
        """Mark a fill where and when it happened."""
        if report.status not in _DONE or report.executed_price is None:
            return
        marker = ChartMarker(
            time_ns=report.executed_at,
            action=report.action,
            price=float(report.executed_price),
            text=said(report.message),
            kind=MarkerKind.FILL,
            reference=message_id,
        )
        self._mark(report.ticker, marker)

    def go_to(self, time_ns: int) -> None:
        """Bring the bar that was decided on at `time_ns` into the chart's middle."""
        self._chart.go_to(time_ns)

    def tell_age(self, seconds: float) -> None:
        """Say on the chart that its prices are `seconds` old; zero means that they are fresh."""
        self._chart.set_stale(tr("No prices for {time}").format(time=formats.duration(seconds)) if seconds else "")

    def _empty_series(self, symbol: str) -> SeriesView:
        return SeriesView(symbol, Interval.HOUR_1, Bars.empty(), "", self._instruments.of(symbol))

    def _mark(self, symbol: str, marker: ChartMarker) -> None:
        markers = self._markers[symbol]
        if marker.reference in markers:
            return
        markers[marker.reference] = marker
        while len(markers) > MARKERS_KEPT:
            del markers[next(iter(markers))]
        if symbol == self._shown:
            self._chart.add_marker(marker)

    def _show_position(self) -> None:
        if self._portfolio is None:
            return
        position = self._portfolio.account.position(self._shown)
        self._chart.set_held(position if position.is_open else None)
        if position.is_open:
            self._chart.set_position(position.average_price, position.stop_loss, position.take_profit)
        else:
            self._chart.set_position(None, None, None)

    @Slot(object)
    def _choose(self, clicked: ChartMarker) -> None:
        self.message_chosen.emit(clicked.reference)
