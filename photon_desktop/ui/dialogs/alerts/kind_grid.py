"""Which kind of alert goes out by which channel: a box for each pair."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from photon_desktop.alerts.alert import AlertKind
from photon_desktop.alerts.choices import DESKTOP_KINDS, Channel
from photon_desktop.ui.dialogs.alerts.words import CHANNEL_WORDS, KIND_WORDS
from photon_desktop.ui.language import tr

Wanted = frozenset[tuple[AlertKind, Channel]]


class KindGrid(QWidget):
    """A row a kind and a column a channel; the desktop's comes last, with those kinds that are not chosen elsewhere."""

    changed = Signal(object, object)  # Wanted, and the kinds for the desktop

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("alertsGrid")
        self.boxes = {(kind, channel): _box(kind, channel) for kind in AlertKind for channel in Channel}
        self.on_desktop = {kind: _box_of(kind, "desktop", tr("Desktop")) for kind in DESKTOP_KINDS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for column, channel in enumerate(Channel, start=1):
            grid.addWidget(QLabel(tr(CHANNEL_WORDS[channel].title)), 0, column, Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(QLabel(tr("Desktop")), 0, len(Channel) + 1, Qt.AlignmentFlag.AlignHCenter)
        for line, kind in enumerate(AlertKind, start=1):
            grid.addWidget(QLabel(tr(KIND_WORDS[kind])), line, 0)
            for column, channel in enumerate(Channel, start=1):
                grid.addWidget(self.boxes[kind, channel], line, column, Qt.AlignmentFlag.AlignHCenter)
            part = self.on_desktop.get(kind) or _elsewhere()
            grid.addWidget(part, line, len(Channel) + 1, Qt.AlignmentFlag.AlignHCenter)
        for box in (*self.boxes.values(), *self.on_desktop.values()):
            box.toggled.connect(self._tell)

    @property
    def parts(self) -> list[QWidget]:
        """What takes the focus, line by line."""
        lines = ([*(self.boxes[kind, channel] for channel in Channel), self.on_desktop.get(kind)] for kind in AlertKind)
        return [part for line in lines for part in line if part is not None]

    def show_wanted(self, wanted: Wanted, on_desktop: frozenset[AlertKind]) -> None:
        """Show what holds now, without telling."""
        shown = {box: pair in wanted for pair, box in self.boxes.items()}
        shown |= {box: kind in on_desktop for kind, box in self.on_desktop.items()}
        for box, is_checked in shown.items():
            with QSignalBlocker(box):
                box.setChecked(is_checked)

    @Slot()
    def _tell(self) -> None:
        wanted = frozenset(pair for pair, box in self.boxes.items() if box.isChecked())
        self.changed.emit(wanted, frozenset(kind for kind, box in self.on_desktop.items() if box.isChecked()))


def _box(kind: AlertKind, channel: Channel) -> QCheckBox:
    return _box_of(kind, channel.value, tr(CHANNEL_WORDS[channel].title))


def _box_of(kind: AlertKind, name: str, title: str) -> QCheckBox:
    box = QCheckBox()
    box.setObjectName(f"alerts.{kind.value}.{name}")
    words = tr("{kind} by {channel}").format(kind=tr(KIND_WORDS[kind]), channel=title)
    box.setAccessibleName(words)
    box.setToolTip(words)
    return box


def _elsewhere() -> QLabel:
    label = QLabel(tr("see Window"))
    label.setProperty("role", "muted")
    return label
