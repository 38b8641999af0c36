"""The quiet hours: from when to when, on which days, and what goes out all the same."""

from PySide6.QtCore import QSignalBlocker, QTime, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from photon_desktop.alerts.quiet import QuietHours
from photon_desktop.ui.dialogs.alerts.still import StillTime
from photon_desktop.ui.dialogs.alerts.words import DAY_WORDS
from photon_desktop.ui.dialogs.parts import beside
from photon_desktop.ui.language import mark, tr

_MEANS = mark(
    "By this computer's clock. What happens meanwhile is held back, and comes in one message when they are over. A"
    " night belongs to the day on which it begins."
)


class QuietForm(QWidget):
    """Tells each change at once."""

    changed = Signal(object)  # QuietHours

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("alertsQuiet")
        self.switch, self.urgent = (
            QCheckBox(tr("&Quiet hours")),
            QCheckBox(tr("&Halts and urgent troubles come at once")),
        )
        self.begins, self.ends = StillTime(), StillTime()
        self.days = tuple(QCheckBox(tr(day)) for day in DAY_WORDS)
        self.fault = QLabel(tr("▲ No day is chosen: it is never quiet."))
        self.fault.setProperty("tone", "danger")
        names = {self.switch: "is_on", self.urgent: "lets_urgent", self.begins: "begins", self.ends: "ends"}
        for part, name in names.items():
            part.setObjectName(f"alerts.quiet.{name}")
        self.begins.setAccessibleName(tr("Quiet from"))
        self.ends.setAccessibleName(tr("Quiet until"))
        for number, box in enumerate(self.days):
            box.setObjectName(f"alerts.quiet.day{number}")
            box.setAccessibleName(tr("Quiet on {day}").format(day=tr(DAY_WORDS[number])))
        self._arrange()
        self._connect()
        self.show_quiet(QuietHours())

    @property
    def parts(self) -> list[QWidget]:
        """What takes the focus, in order."""
        return [self.switch, self.begins, self.ends, *self.days, self.urgent]

    def show_quiet(self, quiet: QuietHours) -> None:
        """Show what holds now, without telling."""
        shown = {self.switch: quiet.is_on, self.urgent: quiet.lets_urgent}
        shown |= {box: number in quiet.days for number, box in enumerate(self.days)}
        for box, is_checked in shown.items():
            with QSignalBlocker(box):
                box.setChecked(is_checked)
        for edit, minute in ((self.begins, quiet.begins), (self.ends, quiet.ends)):
            with QSignalBlocker(edit):
                edit.setTime(QTime(minute // 60, minute % 60))
        self._judge()

    @Slot()
    def _tell(self) -> None:
        self._judge()
        days = frozenset(number for number, box in enumerate(self.days) if box.isChecked())
        begins, ends = (edit.time().hour() * 60 + edit.time().minute() for edit in (self.begins, self.ends))
        self.changed.emit(QuietHours(self.switch.isChecked(), begins, ends, days, self.urgent.isChecked()))

    def _judge(self) -> None:
        is_on = self.switch.isChecked()
        for part in self.parts[1:]:
            part.setEnabled(is_on)
        self.fault.setVisible(is_on and not any(box.isChecked() for box in self.days))

    def _arrange(self) -> None:
        means = QLabel(tr(_MEANS))
        means.setProperty("role", "muted")
        means.setWordWrap(True)
        days = QHBoxLayout()
        days.setSpacing(8)
        for box in self.days:
            days.addWidget(box)
        days.addStretch(1)
        begins, ends = QLabel(tr("From")), QLabel(tr("until"))
        begins.setBuddy(self.begins)
        ends.setBuddy(self.ends)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.switch)
        column.addWidget(means)
        column.addLayout(beside(begins, self.begins, ends, self.ends, None))
        column.addLayout(days)
        column.addWidget(self.fault)
        column.addWidget(self.urgent)

    def _connect(self) -> None:
        for box in (self.switch, self.urgent, *self.days):
            box.toggled.connect(self._tell)
        for edit in (self.begins, self.ends):
            edit.timeChanged.connect(self._tell)
