"""Which kind of alert goes out by which channel: a box for each pair."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from photon_desktop.alerts.alert import AlertKind
from photon_desktop.alerts.choices import Channel
from photon_desktop.ui.dialogs.alerts.words import CHANNEL_WORDS, KIND_WORDS
from photon_desktop.ui.language import tr

Wanted = frozenset[tuple[AlertKind, Channel]]


class KindGrid(QWidget):
    """A row a kind and a column a channel."""

    changed = Signal(object)  # Wanted

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("alertsGrid")
        self.boxes = {(kind, channel): _box(kind, channel) for kind in AlertKind for channel in Channel}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for column, channel in enumerate(Channel, start=1):
            grid.addWidget(QLabel(tr(CHANNEL_WORDS[channel].title)), 0, column, Qt.AlignmentFlag.AlignHCenter)
        for line, kind in enumerate(AlertKind, start=1):
            grid.addWidget(QLabel(tr(KIND_WORDS[kind])), line, 0)
            for column, channel in enumerate(Channel, start=1):
                grid.addWidget(self.boxes[kind, channel], line, column, Qt.AlignmentFlag.AlignHCenter)
        for box in self.boxes.values():
            box.toggled.connect(self._tell)

    def show_wanted(self, wanted: Wanted) -> None:
        """Show what holds now, without telling."""
        for pair, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(pair in wanted)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit(frozenset(pair for pair, box in self.boxes.items() if box.isChecked()))


def _box(kind: AlertKind, channel: Channel) -> QCheckBox:
    box = QCheckBox()
    box.setObjectName(f"alerts.{kind.value}.{channel.value}")
    words = tr("{kind} by {channel}").format(kind=tr(KIND_WORDS[kind]), channel=tr(CHANNEL_WORDS[channel].title))
    box.setAccessibleName(words)
    box.setToolTip(words)
    return box
