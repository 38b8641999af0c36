"""Brings the heatmap what the window knows of the watched symbols, once a second and only while it can be seen."""

import numpy as np
from PySide6.QtCore import QObject, QTimer, Slot

from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.ui.panels.frame.chart_desk import ChartDesk
from photon_desktop.ui.panels.heatmap.panel import HeatmapPanel
from photon_desktop.ui.panels.heatmap.views import HeatTile
from photon_desktop.ui.panels.watchlist import WatchlistPanel

_LOOK_MS = 1_000
_DAY_NS = 86_400 * 1_000_000_000


class HeatmapFeed(QObject):
    """Reads rows and bars that are in memory; nothing is asked of the store."""

    def __init__(self, panel: HeatmapPanel, watchlist: WatchlistPanel, desk: ChartDesk) -> None:
        super().__init__(panel)
        self._panel, self._watchlist, self._desk = panel, watchlist, desk
        self._held: dict[str, float] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        panel.came_in_sight.connect(self.look)

    @Slot(object)
    def take_portfolio(self, portfolio: Portfolio) -> None:
        """Know what is held."""
        self._held = {
            position.symbol: abs(float(position.value(portfolio.prices.get(position.symbol, position.average_price))))
            for position in portfolio.account.open_positions()
        }
        self.hear()

    @Slot()
    def hear(self) -> None:
        """Something has changed."""
        if not self._soon.isActive() and self._panel.is_in_sight:
            self._soon.start(_LOOK_MS)

    @Slot()
    def look(self) -> None:
        """Show how it stands now."""
        model = self._watchlist.model
        rows = [model.row_at(place) for place in range(model.rowCount())]
        self._panel.show_tiles([self._tile(row.symbol, row.day_change, row.instrument) for row in rows])

    def stop(self) -> None:
        """The window closes."""
        self._soon.stop()

    def _tile(self, symbol: str, change: float, instrument: Instrument) -> HeatTile:
        return HeatTile(symbol, change, self._traded(symbol), self._held.get(symbol, 0.0), instrument.quote)

    def _traded(self, symbol: str) -> float:
        """Volume times close over the last day of its bars, quote money."""
        series = self._desk.series_of(symbol)
        if series is None or len(series.bars) == 0:
            return 0.0
        day = series.bars.between(int(series.bars.times[-1]) - _DAY_NS + 1, None)
        return float(np.sum(day.volume * day.close))
