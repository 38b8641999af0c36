"""Why a decision was made: what the model leaned on, how sure it was, and which rules spoke."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from photon_desktop.trading.messages import Action, TradeDecision
from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.outcome_words import report_words, unhandled_words, went_well
from photon_desktop.ui.panels.panel import Panel, set_tone
from photon_desktop.ui.panels.signed_bars import BarLine, BarList, SignedBarList
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.panels.why_cases import CaseGrid
from photon_desktop.ui.panels.why_words import (
    cases_words,
    decider_words,
    exploring_words,
    flip_words,
    hold_words,
    obstacle_words,
    settings_words,
    spoken_words,
)
from photon_desktop.ui.panels.words import action_words, bar_closed_words, feature_words
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.decision_delegate import ACTION_TONES
from photon_desktop.ui.tables.decision_model import DecisionRow
from photon_desktop.ui.tables.row_table import Tone, tone_of_sign
from photon_desktop.ui.tables.tones import small_font

_EMPTY = mark("The reasons of a decision will stand here. Click one in the feed, or its mark on the chart.")
_FIGURES = (mark("Price"), mark("Quantity"), mark("Stop"), mark("Target"), mark("Risk score"))
_LEAST_FILLING = 0.01  # a contribution under this must not look like a strong one
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class WhyPanel(Panel):
    """One decision in full."""

    def __init__(self, instruments: InstrumentBook, theme: Theme) -> None:
        super().__init__("whyPanel", tr(_EMPTY), theme)
        self._instruments = instruments
        self.head, self.moment = QLabel(), _muted()
        self.head.setProperty("role", "title")
        self.reasoning, self.flip = _text(tr("Reasoning")), _text(tr("What would change it"))
        self.exploring, self.rules = _text(tr("Exploring")), _text(tr("Rules in the way"))
        self.hold, self.spoken = _text(tr("Why it holds")), _text(tr("Rules that spoke"))
        self.cases, self.no_cases = CaseGrid(), _text(tr("Why no past bars are shown"))
        self.outcome, self._became = _text(tr("What became of it")), _heading(tr("What became of it"))
        self._message_id = ""
        set_tone(self.exploring, Tone.WARNING)
        set_tone(self.rules, Tone.WARNING)
        self.probabilities = BarList(tr("Probabilities"), theme)
        self.contributions = SignedBarList(tr("Contributions of the model's inputs"), theme)
        self._leaning = _heading(tr("Leaned on  ◂ sell · buy ▸"))
        self._sure = _heading(tr("Probabilities"))
        self._spoke = _heading(tr("Rules that spoke"))
        self.figures = {name: QLabel() for name in _FIGURES}
        self.settings = _text(tr("Changed settings"))
        self.model = _text(tr("Model"))
        self.model.setProperty("role", "muted")
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(tr("Why this decision"))
        self._arrange()

    def show_decision(self, row: DecisionRow) -> None:
        """Show why this decision was made."""
        decision = row.decision
        self.head.setText(f"{action_words(decision.action)}  {decision.ticker}  {decision.interval}")
        set_tone(self.head, ACTION_TONES[decision.action])
        self.moment.setText(formats.short_time(decision.decided_at))
        self.moment.setToolTip(bar_closed_words(decision.decided_at))
        self._message_id = row.message_id
        self.show_outcome(row)
        self._show_words(decision)
        self._show_bars(decision)
        self._show_figures(decision)
        self.cases.set_cases(decision.cases)
        self.cases.setVisible(bool(decision.cases))
        self.set_has_content(True)
        self._scroll.verticalScrollBar().setValue(0)

    @Slot(object)
    def show_outcome(self, row: DecisionRow) -> None:
        """Say what became of the decision that is shown; of any other nothing."""
        if row.message_id != self._message_id:
            return
        instrument = self._instruments.of(row.decision.ticker)
        told = [unhandled_words(row.status, row.note), *(report_words(report, instrument) for report in row.reports)]
        words = "\n".join(line for line in told if line)
        self.outcome.setText(words)
        for label in (self._became, self.outcome):
            label.setVisible(bool(words))
        is_well = not told[0] and bool(row.reports) and went_well(row.reports)
        set_tone(self.outcome, Tone.PLAIN if is_well else Tone.WARNING)

    def clear(self) -> None:
        super().clear()
        self._message_id = ""

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.probabilities.set_theme(theme)
        self.contributions.set_theme(theme)

    def _show_words(self, decision: TradeDecision) -> None:
        self.reasoning.setText(said(decision.reasoning))
        self.flip.setText(flip_words(decision))
        self.model.setText(decider_words(decision))
        told = {
            self.exploring: exploring_words(decision),
            self.rules: obstacle_words(decision),
            self.hold: hold_words(decision),
            self.spoken: spoken_words(decision),
            self.no_cases: cases_words(decision),
            self.settings: settings_words(decision),
        }
        for label, words in told.items():
            label.setText(words)
            label.setVisible(bool(words))
        self._spoke.setVisible(not self.spoken.isHidden())

    def _show_bars(self, decision: TradeDecision) -> None:
        self._sure.setVisible(bool(decision.probabilities))
        self.probabilities.setVisible(bool(decision.probabilities))
        self.probabilities.set_lines(probability_lines(decision))
        self._leaning.setVisible(bool(decision.contributions))
        self.contributions.setVisible(bool(decision.contributions))
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
        for part in self._parts():
            column.addWidget(part)
        column.addLayout(self._figure_grid())
        column.addWidget(self.settings)
        column.addWidget(self.model)
        column.addStretch(1)
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self.body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _parts(self) -> tuple[QWidget, ...]:
        """From top to bottom."""
        became = (self._became, self.outcome)
        decided = (self.exploring, self.rules, self.hold, *became, self._sure, self.probabilities)
        because = (self._leaning, self.contributions, self._spoke, self.spoken, self.reasoning)
        past = (_heading(tr("What followed on bars like this")), self.cases, self.no_cases)
        return (*decided, *because, *past, _heading(tr("What would change it")), self.flip)

    def _figure_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, figure) in enumerate(self.figures.items()):  # two in a row are too wide for some languages
            grid.addWidget(_muted(tr(name)), row, 0)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            figure.setAccessibleName(tr(name))
            grid.addWidget(figure, row, 1)
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
    """One signed bar an input, the largest filling its side unless it is next to nothing."""
    largest = max(_LEAST_FILLING, *(abs(value) for _, value in decision.contributions), 0.0)
    return [
        BarLine(feature_words(name), value / largest, formats.signed(value, 3), tone_of_sign(value))
        for name, value in decision.contributions
    ]


def _muted(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "muted")
    return label


def _heading(text: str) -> QLabel:
    label = _muted(text)
    label.setContentsMargins(0, 6, 0, 0)
    return label


def _text(accessible_name: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setFont(small_font())
    label.setTextInteractionFlags(_SELECTABLE)
    label.setAccessibleName(accessible_name)
    return label
