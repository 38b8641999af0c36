"""The second page: who decides, and what it goes by."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from photon_desktop.backtest.strategy_names import strategy_name
from photon_desktop.backtest.trial import LONGEST_AVERAGE, MODELS, RULE_NAMES, Knobs
from photon_desktop.errors import ValueRefusedError
from photon_desktop.ui.dialogs.backtest.fields import Bounds, ChoiceField, Form, NumberField, sentence_label
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone

OWN = "own"
_OWN_NAME = mark("A rule of my own (.py)")
_MODEL = mark(
    "Fitted again and again on bars that are past, each prediction on bars the model has not seen. It decides as the"
    " agents do live, with its own stop and target."
)
_WORDS = {
    "sma_cross": mark("Buys where the fast average crosses above the slow one, and leaves where it crosses below."),
    "rsi": mark(
        "Buys where the RSI comes up through the lower level, and leaves where it falls through the upper one."
    ),
    "buy_and_hold": mark("Buys once and keeps it: what every strategy is measured against."),
    "random": mark("Buys and leaves by chance: what a strategy has to beat to be more than luck."),
    OWN: mark(
        "A Python file with a function signal(bars), asked at each bar's close; it returns 1 to be long, -1 to be out,"
        " 0 to leave things as they are. It runs in a process of its own."
    ),
}
_AVERAGE = Bounds(1, LONGEST_AVERAGE, is_whole=True)


class StrategyPage(QWidget):
    """The strategy and its parameters, of which only those it has are shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        knobs = Knobs()
        names = {**{name: strategy_name(name) for name in (*MODELS, *RULE_NAMES)}, OWN: _OWN_NAME}
        self.strategy = ChoiceField("backtestStrategy", tr("Strategy"), names, MODELS[0])
        self.words = sentence_label("backtestStrategyWords", tr("What the strategy does"))
        self.words.setProperty("tone", "muted")
        self.fast = NumberField("backtestFast", tr("The fast average"), _AVERAGE, knobs.fast, mark("bars"))
        self.slow = NumberField("backtestSlow", tr("The slow average"), _AVERAGE, knobs.slow, mark("bars"))
        whole = Bounds(2, LONGEST_AVERAGE, is_whole=True)
        self.rsi_period = NumberField("backtestRsiPeriod", tr("The RSI's period"), whole, knobs.period, mark("bars"))
        level = Bounds(1, 99)
        self.oversold = NumberField("backtestOversold", tr("The lower level"), level, knobs.oversold)
        self.overbought = NumberField("backtestOverbought", tr("The upper level"), level, knobs.overbought)
        chance = Bounds(0, 50, is_open=True)
        self.chance = NumberField(
            "backtestChance", tr("The chance of an entry"), chance, 100 * knobs.chance, mark("% of bars")
        )
        self.seed = NumberField("backtestSeed", tr("The seed"), Bounds(0, 2**31 - 1, is_whole=True), 0)
        seconds = Bounds(1, 86_400)
        self.seconds = NumberField("backtestRuleSeconds", tr("The rule's time"), seconds, knobs.rule_seconds, mark("s"))
        self.path = QLineEdit()
        self.path.setObjectName("backtestRulePath")
        self.path.setAccessibleName(tr("File of the rule"))
        self.browse = push_button(tr("&Choose…"), "backtestBrowseRule", tr("Choose the Python file"))
        self.fault_line = sentence_label("backtestStrategyFault", tr("What is wrong with the strategy"))
        set_tone(self.fault_line, Tone.WARNING)
        self._arrange()
        self._connect()
        self._show_fields()

    @property
    def fault(self) -> str:
        """Why this can't be run, in one sentence; empty when it can."""
        for field in self._fields_of(self.strategy.value()):
            if isinstance(field, NumberField) and field.fault:
                return field.fault
        try:
            self.knobs()
        except ValueRefusedError as error:
            return said(str(error))
        if self.strategy.value() == OWN:
            path = self.path.text().strip()
            if not path.endswith(".py"):
                return tr("Choose the file of the rule; its name ends in .py.")
            if not Path(path).is_file():
                return tr("There is no file {path}; choose another.").format(path=path)
        return ""

    @property
    def is_model(self) -> bool:
        """Whether models are fitted."""
        return self.strategy.value() in MODELS

    def name(self) -> str:
        """The strategy, or the path of its file."""
        chosen = self.strategy.value()
        return self.path.text().strip() if chosen == OWN else chosen

    def knobs(self) -> Knobs:
        """The parameters; those the strategy has not are as by default. Raises ValueRefusedError beyond their
        bounds."""
        chosen = self.strategy.value()
        if chosen == "sma_cross":
            return Knobs(fast=int(self.fast.number()), slow=int(self.slow.number()))
        if chosen == "rsi":
            return Knobs(
                period=int(self.rsi_period.number()),
                oversold=self.oversold.number(),
                overbought=self.overbought.number(),
            )
        if chosen == "random":
            return Knobs(chance=self.chance.number() / 100)
        return Knobs(rule_seconds=self.seconds.number()) if chosen == OWN else Knobs()

    def show_trial(self, strategy: str, knobs: Knobs, seed: int) -> None:
        """Show what a run was made with."""
        is_own = strategy.endswith(".py")
        self.strategy.show_value(OWN if is_own else strategy)
        self.path.setText(strategy if is_own else "")
        values = (knobs.fast, knobs.slow, knobs.period, knobs.oversold, knobs.overbought, 100 * knobs.chance)
        fields = (self.fast, self.slow, self.rsi_period, self.oversold, self.overbought, self.chance)
        for field, value in zip(fields, values, strict=True):
            field.show_value(value)
        self.seconds.show_value(knobs.rule_seconds)
        self.seed.show_value(seed)
        self._show_fields()

    def _fields_of(self, strategy: str) -> tuple[QWidget, ...]:
        if strategy in MODELS:
            return (self.seed,)
        return {
            "sma_cross": (self.fast, self.slow),
            "rsi": (self.rsi_period, self.oversold, self.overbought),
            "random": (self.chance, self.seed),
            OWN: (self.file, self.seconds),
        }.get(strategy, ())

    @Slot()
    def _show_fields(self) -> None:
        chosen = self.strategy.value()
        shown = self._fields_of(chosen)
        for field in self._fields:
            self.form.set_shown(field, field in shown)
        self.words.setText(tr(_WORDS.get(chosen, _MODEL)))
        self._judge()

    @Slot()
    def _judge(self) -> None:
        fault = self.fault
        beside_a_field = any(isinstance(f, NumberField) and f.fault for f in self._fields_of(self.strategy.value()))
        self.fault_line.setText(f"▲ {fault}" if fault and not beside_a_field else "")
        self.changed.emit()

    @Slot()
    def _choose_file(self) -> None:
        chooser = QFileDialog(self, tr("Choose the rule"), self.path.text(), tr("Python files (*.py)"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.path.setText)
        chooser.open()

    def _arrange(self) -> None:
        self.file = QWidget()
        line = beside(self.path, self.browse)
        line.setContentsMargins(0, 0, 0, 0)
        self.file.setLayout(line)
        self.file.setFocusProxy(self.path)
        self.form = Form()
        self.form.add(tr("&Strategy"), self.strategy)
        named = {
            tr("&Fast average"): self.fast,
            tr("S&low average"): self.slow,
            tr("RSI &period"): self.rsi_period,
            tr("&Lower level"): self.oversold,
            tr("&Upper level"): self.overbought,
            tr("&Chance"): self.chance,
            tr("&File"): self.file,
            tr("Most &time"): self.seconds,
            tr("S&eed"): self.seed,
        }
        for words, field in named.items():
            self.form.add(words, field)
        self._fields = tuple(named.values())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.form, self.words, self.fault_line):
            column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        self.strategy.changed.connect(self._show_fields)
        for field in self._fields:
            if isinstance(field, NumberField):
                field.changed.connect(self._judge)
        self.path.textChanged.connect(self._judge)
        self.browse.clicked.connect(self._choose_file)
