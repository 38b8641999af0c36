"""How far back the chart's bars reach: older ones are asked for near the left edge, and let go of far from it."""

from math import ceil

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.ui.chart.content import Content
from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.chart.look import Style
from photon_desktop.ui.chart.plot import Plot

KEPT_BARS = 3_000
SPARE_BARS = KEPT_BARS // 4  # what may come on top before bars are let go of, which works all studies out anew
_KEPT_WIDTHS = 3  # of the plot, where those are more bars


class Reach(QObject):
    """Belongs to a plot. Of bars that are not in the store every one is kept."""

    older_wanted = Signal(object)  # the Content that begins too late; told with every frame until it reaches back

    def __init__(self, plot: Plot) -> None:
        super().__init__(plot)
        self._plot = plot
        self._content: Content | None = None
        plot.older_wanted.connect(self._ask)

    def set_content(self, content: Content) -> None:
        """Be about this from now on."""
        self._content = content

    def keep_all(self) -> None:
        """Let go of none of what is shown: no series of the store is this one any more."""
        if self._content is not None:
            self._content.kept_as = ""

    def is_averaged(self) -> bool:
        """Whether the bars are drawn as Heikin-Ashi."""
        return self._plot.look.style is Style.HEIKIN_ASHI

    def put_older(self, content: Content, reaching: ChartSeries) -> bool:
        """Show `reaching` in place of the content's series, of which it holds all bars but the newest, with others
        before them; what is in view stays. False when the chart is about something else by now."""
        if content is not self._content:
            return False
        reaching.set_studies(self._plot.look.studies)
        older = reaching.take_over(content.series)
        if older is None:
            return False
        self._replace(content, reaching, older)
        return True

    def let_go(self) -> None:
        """Let go of bars far before the view, if they can be fetched again: a window that is open all day would hold
        all of its day's."""
        content, window = self._content, self._plot.window_of_bars
        if content is None or not content.kept_as or not window.is_following:
            return
        kept, count = max(KEPT_BARS, ceil(_KEPT_WIDTHS * window.span)), len(content.series)
        if count > kept + SPARE_BARS:
            self._replace(content, content.series.tail(kept), kept - count)

    def _replace(self, content: Content, series: ChartSeries, older: int) -> None:
        content.series = series
        content.set_zone(content.local_time.zone)
        self._plot.series_replaced(older)

    @Slot()
    def _ask(self) -> None:
        if self._content is not None and self._content.kept_as:
            self.older_wanted.emit(self._content)
