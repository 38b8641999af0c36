"""Why a decision was made: what the model leaned on, how sure it was, and which rules spoke."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from photon_desktop.trading.messages import Action, TradeDecision
from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.panels.panel import Panel, set_tone
from photon_desktop.ui.panels.signed_bars import BarLine, BarList, SignedBarList
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.panels.words import MODEL_WORDS, action_words, feature_words, rule_sentence
from photon_desktop.ui.tables.decision_delegate import ACTION_TONES
from photon_desktop.ui.tables.decision_model import DecisionRow
from photon_desktop.ui.tables.row_table import Tone, tone_of_sign
from photon_desktop.ui.tables.tones import small_font

_EMPTY = "The reasons of a decision will stand here. Click one in the feed, or its mark on the chart."
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class WhyPanel(Panel):
    """One decision in full."""

    def __init__(self, instruments: InstrumentBook, theme: Theme) -> None:
        super().__init__("whyPanel", _EMPTY, theme)
        self._instruments = instruments
        self.head, self.moment = QLabel(), _muted()
        self.head.setProperty("role", "title")
        self.reasoning = _text("Reasoning")
        self.rules = _text("Rules that spoke")
        for label in (self.reasoning, self.rules):
            label.setFont(small_font())
        set_tone(self.rules, Tone.WARNING)
        self.probabilities = BarList("Probabilities", theme)
        self.contributions = SignedBarList("Contributions of the model's inputs", theme)
        self._leaning = _muted("Leaned on  ◂ sell · buy ▸")
        self._sure = _muted("Probabilities")
        self.figures = {name: QLabel() for name in ("Price", "Quantity", "Stop", "Target", "Risk score")}
        self.model = _text("Model")
        self.model.setProperty("role", "muted")
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName("Why this decision")
        self._arrange()

    def show_decision(self, row: DecisionRow) -> None:
        """Show why this decision was made."""
        decision = row.decision
        self.head.setText(f"{action_words(decision.action)}  {decision.ticker}  {decision.interval}")
        set_tone(self.head, ACTION_TONES[decision.action])
        self.moment.setText(formats.short_time(decision.decided_at))
        self.moment.setToolTip(
            f"Bar closed {formats.full_time(decision.decided_at)} ({formats.utc_time(decision.decided_at)})"
        )
        self.reasoning.setText(decision.reasoning)
        self._show_rules(decision)
        self._show_bars(decision)
        self._show_figures(decision)
        words = MODEL_WORDS.get(decision.model_type, decision.model_type)
        self.model.setText(f"{words}, version {decision.model_version or formats.NO_VALUE}")
        self.set_has_content(True)
        self._scroll.verticalScrollBar().setValue(0)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.probabilities.set_theme(theme)
        self.contributions.set_theme(theme)

    def _show_rules(self, decision: TradeDecision) -> None:
        wish = f"The model wanted {decision.wanted}.\n" if decision.wanted is not None else ""
        rules = "\n".join(f"⊘ {code}: {rule_sentence(code)}" for code in decision.blocked_by)
        self.rules.setText(f"{wish}{rules}".strip())
        self.rules.setVisible(bool(self.rules.text()))

    def _show_bars(self, decision: TradeDecision) -> None:
        self._sure.setVisible(bool(decision.probabilities))
        self.probabilities.set_lines(probability_lines(decision))
        self._leaning.setVisible(bool(decision.contributions))
        self.contributions.set_lines(contribution_lines(decision))

    def _show_figures(self, decision: TradeDecision) -> None:
        instrument = self._instruments.of(decision.ticker)
        texts = {
            "Price": formats.price(decision.price, instrument),
            "Quantity": formats.quantity(decision.quantity, instrument),
            "Stop": formats.price(decision.stop_loss, instrument),
            "Target": formats.price(decision.take_profit, instrument),
            "Risk score": formats.fixed(decision.risk_score, 2),
        }
        for name, text in texts.items():
            self.figures[name].setText(text)

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.head)
        line.addStretch(1)
        line.addWidget(self.moment)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(6)
        column.addLayout(line)
        parts = (self.rules, self._sure, self.probabilities, self._leaning, self.contributions, self.reasoning)
        for part in parts:
            column.addWidget(part)
        column.addLayout(self._figure_grid())
        column.addWidget(self.model)
        column.addStretch(1)
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self.body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _figure_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for number, (name, figure) in enumerate(self.figures.items()):
            row, column = number // 2, number % 2 * 2
            grid.addWidget(_muted(name), row, column)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            figure.setAccessibleName(name)
            grid.addWidget(figure, row, column + 1)
            grid.setColumnStretch(column + 1, 1)
        return grid


def probability_lines(decision: TradeDecision) -> list[BarLine]:
    """One bar an action, in the order sell, hold, buy."""
    shares = {action: decision.probabilities.get(action.value) for action in (Action.SELL, Action.HOLD, Action.BUY)}
    return [
        BarLine(action_words(action), share, formats.percent(share, 1), ACTION_TONES[action])
        for action, share in shares.items()
        if share is not None
    ]


def contribution_lines(decision: TradeDecision) -> list[BarLine]:
    """One signed bar an input, the largest filling its side."""
    largest = max((abs(value) for _, value in decision.contributions), default=0.0) or 1.0
    return [
        BarLine(feature_words(name), value / largest, formats.signed(value, 3), tone_of_sign(value))
        for name, value in decision.contributions
    ]


def _muted(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "muted")
    return label


def _text(accessible_name: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextInteractionFlags(_SELECTABLE)
    label.setAccessibleName(accessible_name)
    return label
