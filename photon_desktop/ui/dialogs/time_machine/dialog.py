"""The time machine's window: a slider over the recorded bars, and all as it was at the one it stands on."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QSlider, QSplitter, QVBoxLayout, QWidget

from photon_desktop.ui import formats
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.parts import push_button
from photon_desktop.ui.dialogs.time_machine.facts import fact_table, facts_of
from photon_desktop.ui.dialogs.time_machine.views import Moment, Recording
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone

_READING = mark("… Reading what was recorded of {symbol}.")
_EMPTY = mark("Nothing is recorded of {symbol} yet. Each bar that is decided on is kept; start monitoring (Ctrl+M).")
_KEYS = mark("← → by bar, Page Up and Page Down by day, Home and End, Esc back to now")
_DAY_NS = 86_400 * 1_000_000_000
_CHART_BARS = 400


class TimeMachineDialog(QDialog):
    """Shows the past only; nothing in it can be traded. Esc leads back to now."""

    def __init__(self, symbol: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeMachine")
        self.setWindowTitle(tr("Time machine · {symbol}").format(symbol=symbol))
        self.resize(1080, 680)
        self.symbol = symbol
        self._recording: Recording | None = None
        self.sign = QLabel(tr(_READING).format(symbol=symbol))
        self.sign.setAccessibleName(tr("Moment shown"))
        self.sign.setWordWrap(True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Bar of the past"))
        self.slider.setToolTip(tr(_KEYS))
        self.slider.setEnabled(False)
        self.chart = ChartWidget()
        self.chart.set_theme(theme)
        for button in (*self.chart.header.intervals.values(), self.chart.header.follow):
            button.setEnabled(False)  # the past has one interval, and no newest bar
        self.facts = fact_table(self)
        self.fact_view = PlainTable(tr("As it was then"), self.facts, theme)
        self.fact_view.set_widths((76, 168))
        self.fact_view.shorten(1)
        self.fact_view.let_last_fill()
        self.fact_view.use_small_type()
        self.reasoning = QLabel()
        self.reasoning.setWordWrap(True)
        self.reasoning.setContentsMargins(11, 0, 0, 0)  # as far in as the facts above
        self.reasoning.setAccessibleName(tr("Reason of the decision"))
        self.back = push_button(tr("Back to &now"), "timeMachineBack", tr("Close the time machine (Esc)"))
        self._arrange()
        self.slider.valueChanged.connect(self._show)
        self.back.clicked.connect(self.reject)

    def show_recording(self, recording: Recording) -> None:
        """Go through these moments, the newest first in sight."""
        self._recording = recording
        last = len(recording.moments) - 1
        if last < 0:
            self.sign.setText(tr(_EMPTY).format(symbol=recording.symbol))
            return
        self.slider.setRange(0, last)
        interval = recording.moments[0].snapshot.interval
        self.slider.setPageStep(max(1, _DAY_NS // interval.nanoseconds))
        self.slider.setEnabled(True)
        self.slider.setValue(last)
        self._show(last)
        self.slider.setFocus()

    def go_to(self, is_wanted: Callable[[Moment], bool]) -> bool:
        """Show the newest moment that is wanted; False when none is."""
        moments = () if self._recording is None else self._recording.moments
        place = next((place for place in reversed(range(len(moments))) if is_wanted(moments[place])), None)
        if place is not None:
            self.slider.setValue(place)
        return place is not None

    def show_problem(self, sentence: str) -> None:
        """Say why nothing can be shown."""
        self.sign.setText(f"▲ {sentence}")
        set_tone(self.sign, Tone.WARNING)

    @Slot(int)
    def _show(self, place: int) -> None:
        recording = self._recording
        if recording is None:
            return
        moment = recording.moments[place]
        self.sign.setText(
            tr("◷ THE PAST: {time} ({utc_time}), bar {place:,} of {count:,}. Esc leads back to now.").format(
                time=formats.full_time(moment.time_ns),
                utc_time=formats.utc_time(moment.time_ns),
                place=place + 1,
                count=len(recording.moments),
            )
        )
        set_tone(self.sign, Tone.WARNING)
        interval = moment.snapshot.interval
        seen = recording.bars.between(None, moment.time_ns - interval.nanoseconds + 1).tail(_CHART_BARS)
        self.chart.set_series(recording.symbol, interval, seen, recording.instrument)
        self.chart.set_badge(tr("PAST"))
        held = moment.account.position(recording.symbol)
        levels = (held.average_price, held.stop_loss, held.take_profit) if held.is_open else (None,)
        self.chart.set_position(*levels)
        self.facts.set_rows(facts_of(moment, recording.instrument))
        self.reasoning.setText("" if moment.decision is None else said(moment.decision.reasoning))

    def _arrange(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fact_view, 1)
        column.addWidget(self.reasoning)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.chart)
        splitter.addWidget(side)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([660, 420])
        hint = QLabel(tr(_KEYS))
        hint.setProperty("role", "muted")
        foot = QHBoxLayout()
        foot.addWidget(hint)
        foot.addStretch(1)
        foot.addWidget(self.back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 8, 12, 8)
        whole.addWidget(self.sign)
        whole.addWidget(self.slider)
        whole.addWidget(splitter, 1)
        whole.addLayout(foot)
