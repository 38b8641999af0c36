"""What a model's confidence was worth: told against came true."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import Qt

from photon_desktop.learning.gains import ConfidenceBin
from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.quiet_plot import QuietPlot

_SMALLEST, _LARGEST = 6.0, 14.0


class ReliabilityPlot(QuietPlot):
    """A dot for each step of confidence, larger for more predictions; on the diagonal confidence is honest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Reliability: confidence told against how often it came true"))
        self.box.setXRange(0, 1, padding=0.04)
        self.box.setYRange(0, 1, padding=0.1)  # room for half the height of the outermost figures
        self._honest = self.plot([0, 1], [0, 1])
        self._dots = self.plot([], [], pen=None, symbol="o")
        self.name_axes(tr("came true"), tr("told"))
        for axis in self.axes():
            axis.setTicks([[(0, "0"), (0.5, "50%"), (1, "100%")]])
        self.set_theme(theme)

    def set_bins(self, bins: Sequence[ConfidenceBin]) -> None:
        """Draw these, and say them for those who can't see them."""
        most = max((each.n for each in bins), default=1)
        sizes = [_SMALLEST + (_LARGEST - _SMALLEST) * (each.n / most) ** 0.5 for each in bins]
        self._dots.setData([each.told for each in bins], [each.came for each in bins], symbolSize=sizes)
        words = [
            tr("told {told}, came true {came} of {count}").format(
                told=f"{each.told:.0%}", came=f"{each.came:.0%}", count=f"{each.n:,}"
            )
            for each in bins
        ]
        self.setAccessibleDescription("; ".join(words))
        self.setToolTip("\n".join(words))

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        super().set_theme(theme)
        self._honest.setPen(pg.mkPen(theme.border, width=1, style=Qt.PenStyle.DashLine))
        self._dots.setSymbolBrush(pg.mkBrush(theme.accent))
        self._dots.setSymbolPen(None)
