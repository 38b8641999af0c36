"""The status bar: the feed and how old its data are, the model, the store, and the time."""

from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from photon_desktop.market.feed_state import FeedState, Phase
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.tables.row_table import Tone

STALE_AFTER_S = 10.0
_PHASE_WORDS = {
    Phase.CONNECTING: (mark("… Connecting"), Tone.MUTED),
    Phase.DELAYED: (mark("◐ Delayed"), Tone.WARNING),
    Phase.STALE: (mark("○ Stale"), Tone.WARNING),
    Phase.RECONNECTING: (mark("○ Reconnecting"), Tone.WARNING),
    Phase.OFFLINE: (mark("✕ Offline"), Tone.WARNING),
    Phase.CLOSED: (mark("– Exchange closed"), Tone.MUTED),
}


class StatusLine(QStatusBar):
    """Counts on by itself whenever it is told the time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.feed, self.model, self.store, self.clock = QLabel(), QLabel(), QLabel(), QLabel()
        self.parity = QPushButton()
        names: dict[QWidget, str] = {self.parity: tr("Parity")}
        names |= {
            self.feed: tr("Feed"),
            self.model: tr("Model"),
            self.store: tr("Store"),
            self.clock: tr("Time in UTC"),
        }
        for label, name in names.items():
            label.setAccessibleName(name)
        self.parity.setObjectName("parityStatus")
        self.parity.setFlat(True)
        self.parity.hide()
        self.addWidget(self.feed)
        self.addPermanentWidget(self.parity)
        for label in (self.model, self.store, self.clock):
            self.addPermanentWidget(label)
        self._source = ""
        self._arrived_at = 0
        self._now_ns = 0
        self._is_watching = False
        self._state: FeedState | None = None

    def show_source(self, source: str) -> None:
        """Name where the bars come from."""
        self._source = source
        self._write_feed()

    def begin_market(self) -> None:
        """Forget the feed and the model of another market."""
        self._source, self._arrived_at, self._state = "", 0, None
        self.model.clear()
        self.model.setToolTip("")
        self._write_feed()

    def show_arrival(self, arrived_at: int) -> None:
        """Note when the newest price arrived, ns UTC wall time."""
        self._arrived_at = self._now_ns = arrived_at
        self._write_feed()

    def show_feed_state(self, state: FeedState | None) -> None:
        """Say how the feed of the symbol shown stands; None when it only has its prices to show for it."""
        self._state = state
        self.feed.setToolTip("" if state is None else state.reason)
        self._write_feed()

    def set_monitoring(self, monitoring: bool) -> None:
        """Say whether the market is watched."""
        self._is_watching = monitoring
        self._write_feed()

    def show_parity(self, text: str, tip: str, *, differs: bool) -> None:
        """Say what the last self-check came to; nothing stands there while `text` is empty."""
        self.parity.setText(text)
        self.parity.setAccessibleName(text or tr("Parity"))
        self.parity.setToolTip(f"{tip} (Ctrl+Shift+P)")
        set_tone(self.parity, Tone.WARNING if differs else Tone.MUTED)
        self.parity.setVisible(bool(text))

    def show_time(self, now_ns: int) -> None:
        """Write the clock, and how old the data are now."""
        self._now_ns = now_ns
        self.clock.setText(formats.utc_time(now_ns)[11:])
        self.clock.setToolTip(f"{formats.utc_time(now_ns)}\n{formats.full_time(now_ns)}")
        self._write_feed()

    def _write_feed(self) -> None:
        text, tone = self._feed_words((self._now_ns - self._arrived_at) / 1e9)
        self.feed.setText(" · ".join(part for part in (text, self._source and tr(self._source)) if part))
        set_tone(self.feed, tone)

    def _feed_words(self, seconds: float) -> tuple[str, Tone]:
        if not self._is_watching:
            return tr("– Not monitoring"), Tone.MUTED
        if self._state is not None and self._state.phase in _PHASE_WORDS:
            words, tone = _PHASE_WORDS[self._state.phase]
            return tr(words), tone
        live = tr("● Live · last price {ago}").format(ago=formats.ago(seconds))
        if self._state is not None and self._state.phase is Phase.LIVE and self._arrived_at:
            return live, Tone.UP
        if not self._arrived_at:
            return tr("○ Waiting for the first price"), Tone.MUTED
        if seconds > STALE_AFTER_S:
            return tr("○ Stale · last price {ago}").format(ago=formats.ago(seconds)), Tone.WARNING
        return live, Tone.UP
