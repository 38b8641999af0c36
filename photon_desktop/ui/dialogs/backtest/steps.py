"""The line that says which step of the wizard one is at."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.tables.row_table import Tone

STEPS = ("Market and period", "Strategy", "Costs, size, risk", "Run", "Results")


class StepLine(QWidget):
    """The steps in their order; the one that is on has a sign before it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("backtestSteps")
        self.setAccessibleName("Steps of the wizard")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(24)
        self._labels = [QLabel() for _ in STEPS]
        for label in self._labels:
            line.addWidget(label)
        line.addStretch(1)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Show that this one is on; None of them beyond the last."""
        for place, (label, words) in enumerate(zip(self._labels, STEPS, strict=True)):
            label.setText(f"● {place + 1} {words}" if place == step else f"{place + 1} {words}")
            set_tone(label, Tone.PLAIN if place == step else Tone.MUTED)
        self.setAccessibleDescription(STEPS[step] if step < len(STEPS) else "")
