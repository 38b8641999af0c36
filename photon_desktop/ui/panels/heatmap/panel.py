"""The heatmap dock: the map, and what its tiles are sized by."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout

from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.heatmap.map import HeatMap
from photon_desktop.ui.panels.heatmap.views import HeatTile, SizeBy
from photon_desktop.ui.panels.panel import Panel

_EMPTY = mark("The watched symbols will stand here as tiles once their bars are loaded. Start monitoring (Ctrl+M).")
_LEGEND = mark("Colour: change in a day, blue up, orange down. Arrows go through the tiles, Enter opens the chart.")
_NOTHING_HELD = mark("Nothing is held now; size the tiles by volume to see the market.")


class HeatmapPanel(Panel):
    """A tile for each watched symbol."""

    symbol_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("heatmap", tr(_EMPTY), theme)
        self._tiles: tuple[HeatTile, ...] = ()
        self.map = HeatMap(theme)
        self.size_by = QComboBox()
        self.size_by.setAccessibleName(tr("Size of the tiles"))
        for by in SizeBy:
            self.size_by.addItem(tr(by.value), by.value)
        self.words = QLabel(tr(_LEGEND))
        self.words.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 6)
        head.setSpacing(12)
        head.addWidget(self.size_by)
        head.addWidget(self.words)
        head.addStretch(1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.map, 1)
        self.size_by.currentIndexChanged.connect(self._draw)
        self.map.symbol_chosen.connect(self.symbol_chosen)

    def show_tiles(self, tiles: Sequence[HeatTile]) -> None:
        """Show these symbols."""
        self._tiles = tuple(tiles)
        self.set_has_content(bool(tiles))
        self._draw()

    def clear(self) -> None:
        super().clear()
        self.show_tiles(())

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.map.set_theme(theme)

    @Slot()
    def _draw(self) -> None:
        self.map.show_tiles(self._tiles, SizeBy(self.size_by.currentData()))
        self.words.setText(tr(_LEGEND) if self.map.tiles else tr(_NOTHING_HELD))
