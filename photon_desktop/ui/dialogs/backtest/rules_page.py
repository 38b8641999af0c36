"""The third page: money, costs, size and risk."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from photon_desktop.backtest.rules import Finalize, Rules
from photon_desktop.backtest.sizes import STEPS_PER_UNIT, SizeKind, Sizing
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.costs import CostModel, SlippageModel
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.money import exact
from photon_desktop.ui.dialogs.backtest.fields import Bounds, ChoiceField, Form, NumberField, sentence_label
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone


@dataclass(frozen=True, slots=True)
class RuleChoices:
    """The rules, and the confidence from which on a model's wishes count (0 to 1)."""

    rules: Rules
    minimum_confidence: float


@dataclass(frozen=True, slots=True)
class SizeTerms:
    """How a size is written: its words, the bounds and the unit of its number, and by how much that is multiplied."""

    words: str
    bounds: Bounds
    unit: str
    scale: float = 1.0
    usual: float = 1.0


SIZES = {
    SizeKind.ALL: SizeTerms(mark("All the money"), Bounds(100, 100), "%", 100, 1.0),
    SizeKind.SHARE: SizeTerms(mark("A share of the money"), Bounds(0, 100, is_open=True), "%", 100, 0.5),
    SizeKind.FIXED: SizeTerms(mark("A fixed quantity"), Bounds(0, 1e9, is_open=True), mark("units"), 1, 1.0),
    SizeKind.NOTIONAL: SizeTerms(mark("A fixed amount of money"), Bounds(0, 1e9, is_open=True), "", 1, 1_000.0),
    SizeKind.VOLATILITY: SizeTerms(mark("By volatility"), Bounds(0, 20, is_open=True), mark("% a day"), 100, 0.01),
    SizeKind.KELLY: SizeTerms(
        mark("By Kelly's stake (models)"), Bounds(0, 100, is_open=True), mark("% of it"), 100, 0.25
    ),
}
_SLIPPAGE = {
    SlippageModel.FIXED.value: mark("Fixed"),
    SlippageModel.NONE.value: mark("None"),
    SlippageModel.SPREAD_VOLATILITY.value: mark("Spread and the bar's range"),
    SlippageModel.SQUARE_ROOT.value: mark("Square root of the share"),
}
_ENDS = {
    Finalize.NONE.value: mark("It stays open"),
    Finalize.LAST_CLOSE.value: mark("It closes at the last close"),
    Finalize.LAST_OPEN.value: mark("It closes at the last open"),
}


class RulesPage(QWidget):
    """Begins with what the settings say. A rule beyond its bounds is told beside its field."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kept = RuleChoices(Rules(), 0.0)
        rate, percent = Bounds(0, 10), Bounds(0, 100, is_open=True)
        self.balance = NumberField("backtestBalance", tr("The starting money"), Bounds(0, 1e12, is_open=True), 10_000)
        self.commission = NumberField("backtestCommission", tr("The commission"), rate, 0.1, mark("% of each fill"))
        self.slippage_model = ChoiceField("backtestSlippageModel", tr("Slippage model"), _SLIPPAGE, SlippageModel.FIXED)
        self.slippage = NumberField("backtestSlippage", tr("The slippage"), rate, 0.05, mark("% of each market fill"))
        kinds = {kind.value: terms.words for kind, terms in SIZES.items()}
        self.size_kind = ChoiceField("backtestSizeKind", tr("Size"), kinds, SizeKind.ALL)
        self.amount = NumberField("backtestSize", tr("The size"), SIZES[SizeKind.ALL].bounds, 100, "%")
        self.cap = NumberField("backtestSizeCap", tr("The cap"), percent, 100, mark("% of the money"))
        self.stop = NumberField(
            "backtestStop", tr("The stop"), Bounds(0, 99.9, True), None, mark("% from the entry"), True
        )
        self.target = NumberField(
            "backtestTarget", tr("The target"), Bounds(0, 9_999, True), None, mark("% from the entry"), True
        )
        self.confidence = NumberField("backtestConfidence", tr("The least confidence"), Bounds(0, 100), 40, "%")
        self.finalize = ChoiceField("backtestFinalize", tr("Position open at the end"), _ENDS, Finalize.NONE)
        self.short = _box(tr("Go &short on sell signals"), "backtestShort")
        self.ticks = _box(tr("&Keep to the symbol's price ticks, quantity steps and least order"), "backtestTicks")
        self.whole = _box(tr("Buy &whole units only"), "backtestWholeUnits")
        self.fault_line = sentence_label("backtestRulesFault", tr("What is wrong with the rules"))
        set_tone(self.fault_line, Tone.WARNING)
        self._arrange()
        self._connect()
        self._show_fields()

    def fault(self, symbol: str) -> str:
        """Why these rules can't be used, in one sentence; empty when they can."""
        try:
            self.choices(symbol)
        except ValueRefusedError as error:
            return said(str(error))
        return ""

    def choices(self, symbol: str) -> RuleChoices:
        """The rules as they stand. Raises ValueRefusedError, naming the bound, for what lies beyond."""
        stop, target = self.stop.value(), self.target.value()
        rules = Rules(
            self.balance.number(),
            self._costs(),
            self._sizing(),
            None if stop is None else stop / 100,
            None if target is None else target / 100,
            self._kept.rules.stop_basis,
            self.short.isChecked(),
            Finalize(self.finalize.value()),
            assumed_instrument(symbol) if self.ticks.isChecked() else None,
        )
        return RuleChoices(rules, self.confidence.number() / 100)

    def show_choices(self, choices: RuleChoices) -> None:
        """Show these rules without telling."""
        self._kept, rules = choices, choices.rules
        costs, sizing = rules.costs, rules.sizing
        self.balance.show_value(rules.initial_balance)
        self.commission.show_value(100 * float(costs.commission_rate))
        self.slippage_model.show_value(costs.slippage_model.value)
        self.slippage.show_value(100 * float(costs.slippage_rate))
        self.size_kind.show_value(sizing.kind.value)
        terms = SIZES[sizing.kind]
        self.amount.set_terms(terms.bounds, terms.unit)
        self.amount.show_value(terms.scale * sizing.amount)
        self.cap.show_value(100 * sizing.cap)
        self.stop.show_value(None if rules.stop_loss is None else 100 * rules.stop_loss)
        self.target.show_value(None if rules.take_profit is None else 100 * rules.take_profit)
        self.confidence.show_value(100 * choices.minimum_confidence)
        self.finalize.show_value(rules.finalize.value)
        for box, checked in (
            (self.short, rules.short_allowed), (self.ticks, rules.instrument is not None),
            (self.whole, sizing.steps_per_unit == 1),
        ):  # fmt: skip
            box.setChecked(checked)
        self._show_fields()

    def set_model(self, is_model: bool) -> None:
        """Ask for the confidence only where a model decides."""
        self.form.set_shown(self.confidence, is_model)

    def say(self, fault: str) -> None:
        """Say what is wrong beyond a single field."""
        beside_a_field = any(field.fault for field in self._numbers)
        self.fault_line.setText(f"▲ {fault}" if fault and not beside_a_field else "")

    def _costs(self) -> CostModel:
        return replace(
            self._kept.rules.costs,
            commission_rate=exact(round(self.commission.number() / 100, 12)),
            slippage_rate=exact(round(self.slippage.number() / 100, 12)),
            slippage_model=SlippageModel(self.slippage_model.value()),
        )

    def _sizing(self) -> Sizing:
        kind = SizeKind(self.size_kind.value())
        steps = 1 if self.whole.isChecked() else STEPS_PER_UNIT
        if kind is SizeKind.ALL:
            return Sizing(kind, 1.0, steps)
        capped = kind in (SizeKind.VOLATILITY, SizeKind.KELLY)
        amount = round(self.amount.number() / SIZES[kind].scale, 12)
        return Sizing(kind, amount, steps, self.cap.number() / 100 if capped else 1.0)

    @Slot()
    def _take_kind(self) -> None:
        terms = SIZES[SizeKind(self.size_kind.value())]
        self.amount.set_terms(terms.bounds, terms.unit)
        self.amount.show_value(terms.scale * terms.usual)
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        kind = SizeKind(self.size_kind.value())
        self.form.set_shown(self.amount, kind is not SizeKind.ALL)
        self.form.set_shown(self.cap, kind in (SizeKind.VOLATILITY, SizeKind.KELLY))

    def _arrange(self) -> None:
        self.form = Form()
        named: dict[str, NumberField | ChoiceField] = {
            tr("Starting &money"): self.balance,
            tr("&Commission"): self.commission,
            tr("Slippage &model"): self.slippage_model,
            tr("S&lippage"): self.slippage,
            tr("Si&ze"): self.size_kind,
            tr("How m&uch"): self.amount,
            tr("At m&ost"): self.cap,
            tr("S&top"): self.stop,
            tr("Ta&rget"): self.target,
            tr("Least con&fidence"): self.confidence,
            tr("Open at the &end"): self.finalize,
        }
        for words, field in named.items():
            self.form.add(words, field)
        self._numbers = tuple(field for field in named.values() if isinstance(field, NumberField))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.form, self.short, self.ticks, self.whole, self.fault_line):
            column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        for field in self._numbers:
            field.changed.connect(self.changed)
        for choice in (self.slippage_model, self.finalize):
            choice.changed.connect(self.changed)
        self.size_kind.changed.connect(self._take_kind)
        for box in (self.short, self.ticks, self.whole):
            box.toggled.connect(self.changed)


def _box(words: str, name: str) -> QCheckBox:
    box = QCheckBox(words)
    box.setObjectName(name)
    box.setAccessibleName(words.replace("&", ""))
    return box
