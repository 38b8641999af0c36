"""The line that says which step of the wizard one is at."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.tables.row_table import Tone

STEPS = (mark("Market and period"), mark("Strategy"), mark("Costs, size, risk"), mark("Run"), mark("Results"))


class StepLine(QWidget):
    """The steps in their order; the one that is on has a sign before it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("backtestSteps")
        self.setAccessibleName(tr("Steps of the wizard"))
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
            named = f"{place + 1} {tr(words)}"
            label.setText(f"● {named}" if place == step else named)
            set_tone(label, Tone.PLAIN if place == step else Tone.MUTED)
        self.setAccessibleDescription(tr(STEPS[step]) if step < len(STEPS) else "")
