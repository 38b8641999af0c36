"""The overview: the figures that matter, in one line of cards."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from photon_desktop.trading.performance import Performance
from photon_desktop.ui.panels.analytics.tables import MetricRow, metric_tone
from photon_desktop.ui.panels.metric_cells import account_metric_tip, metric_text, metric_title
from photon_desktop.ui.panels.panel import set_tone

CARDS = ("total_return", "max_drawdown", "sharpe", "win_rate", "profit_factor", "trades")


class OverviewCards(QWidget):
    """A title and a figure each, with the formula in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.figures = {key: QLabel(metric_text(key, None)) for key in CARDS}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(28)
        for key, figure in self.figures.items():
            name = metric_title(key)
            title = QLabel(name)
            title.setProperty("role", "muted")
            figure.setAccessibleName(name)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            title.setAlignment(Qt.AlignmentFlag.AlignRight)
            for label in (title, figure):
                label.setToolTip(account_metric_tip(key))
            card = QVBoxLayout()
            card.setSpacing(0)
            card.addWidget(title)
            card.addWidget(figure)
            line.addLayout(card)

    def show_performance(self, shown: Performance | None) -> None:
        """Show its figures, dashes where there is none."""
        for key, figure in self.figures.items():
            row = MetricRow(key, None if shown is None else shown.figures[key])
            figure.setText(metric_text(key, row.value))
            set_tone(figure, metric_tone(row))
