"""Which parameters are swept, over which values, and how far the sweep is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from photon_desktop.backtest.sweep import MOST_TRIALS, Values, drawn, grid, names_of
from photon_desktop.backtest.sweep_axis import USUAL, values_of
from photon_desktop.backtest.sweep_trial import possible
from photon_desktop.backtest.trial import Trial
from photon_desktop.errors import ValueRefusedError
from photon_desktop.ui.dialogs.backtest.fields import Bounds, ChoiceField, Form, NumberField, sentence_label
from photon_desktop.ui.dialogs.backtest.run_page import RunPage
from photon_desktop.ui.dialogs.backtest.sweep_grid import parameter_words
from photon_desktop.ui.dialogs.parts import beside
from photon_desktop.ui.language import mark, tr, tr_many
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone
from photon_desktop.ui.tables.tones import small_font

AXES = 3
_NUMBERS = (
    (mark("The first parameter"), mark("Values of the first parameter")),
    (mark("The second parameter"), mark("Values of the second parameter")),
    (mark("The third parameter"), mark("Values of the third parameter")),
)
_UNITS = {"stop_loss": "%", "take_profit": "%"}
_HINT = mark(
    "Write the values as a range (5 to 25 step 5) or a list (5, 10, 20). Everything else stays as the pages before"
    " say. Every combination is run on all bars; which one could have been chosen in time is told first."
)
_WAYS = {"grid": mark("Every combination"), "random": mark("Some, drawn at random")}


class AxisField(QWidget):
    """A parameter and its values; without a parameter where it is optional."""

    changed = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        name_words, value_words = _NUMBERS[number]
        self.name = QComboBox()
        self.name.setObjectName(f"sweepName{number + 1}")
        self.name.setAccessibleName(tr(name_words))
        self.name.setMinimumWidth(192)
        self.values = QLineEdit()
        self.values.setObjectName(f"sweepValues{number + 1}")
        self.values.setAccessibleName(tr(value_words))
        self.values.setMinimumWidth(264)
        self.note = QLabel()
        self.note.setFont(small_font())
        self.setFocusProxy(self.name)
        line = beside(self.name, self.values, self.note, None)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.name.currentIndexChanged.connect(self._take_name)
        self.values.textChanged.connect(self.changed)

    def set_names(self, names: Sequence[str], chosen: str, is_optional: bool) -> None:
        """Offer these, with the usual values of the one that is `chosen`; tells nothing."""
        blocker = QSignalBlocker(self.name)
        self.name.clear()
        if is_optional:
            self.name.addItem(tr("none"), "")
        for name in names:
            self.name.addItem(f"{parameter_words(name)} {_UNITS.get(name, '')}".strip(), name)
        self.name.setCurrentIndex(max(0, self.name.findData(chosen)))
        blocker.unblock()
        self._show_usual()

    def chosen(self) -> str:
        """The parameter, empty for none."""
        return str(self.name.currentData() or "")

    def say(self, sentence: str, is_fault: bool) -> None:
        """Say how many values there are, or what is wrong with them."""
        self.note.setText(f"▲ {sentence}" if is_fault else sentence)
        self.values.setAccessibleDescription(sentence)
        set_tone(self.note, Tone.WARNING if is_fault else Tone.MUTED)

    @Slot()
    def _take_name(self) -> None:
        self._show_usual()
        self.changed.emit()

    def _show_usual(self) -> None:
        blocker = QSignalBlocker(self.values)
        self.values.setText(USUAL.get(self.chosen(), ""))
        self.values.setEnabled(bool(self.chosen()))
        blocker.unblock()


class SweepSetupPage(QWidget):
    """Parameters of the strategy of a trial. `fault` says why it can't be run as it stands."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sweepSetupPage")
        self._trial: Trial | None = None
        self._names: tuple[str, ...] = ()
        self._choices: list[Values] = []
        self.fault = ""
        self.axes = tuple(AxisField(number) for number in range(AXES))
        self.way = ChoiceField("sweepWay", tr("Which combinations"), _WAYS, "grid")
        bounds = Bounds(1, MOST_TRIALS, is_whole=True)
        self.draws = NumberField("sweepDraws", tr("The number drawn"), bounds, 50, mark("combinations"))
        self.hint = sentence_label("sweepHint", tr("What a sweep is"))
        set_tone(self.hint, Tone.MUTED)
        self.count = sentence_label("sweepCount", tr("How many combinations"))
        self.run = RunPage(name="sweep")
        self.run.leave_no_choice()
        self._arrange()
        for axis in self.axes:
            axis.changed.connect(self._judge)
        self.way.changed.connect(self._judge)
        self.draws.changed.connect(self._judge)

    def set_trial(self, trial: Trial) -> None:
        """Sweep what this one runs; what was chosen stays where the strategy has the same parameters."""
        self._trial = trial
        swept = tr("A sweep of {name}.").format(name=said(trial.name))
        self.hint.setText(f"{swept} {tr(_HINT)}")
        names = () if trial.is_own_rule else names_of(None if trial.is_model else trial.rule())
        if names != self._names:
            self._names = names
            chosen = (*[name for name in names if name != "seed"][:2], "")
            for number, axis in enumerate(self.axes):
                axis.set_names(names, chosen[number], is_optional=number > 0)
        self._judge()

    def axis_values(self) -> dict[str, tuple[float | str, ...]]:
        """The values of each parameter that is swept. ValueRefusedError for those that can't be read."""
        chosen = [axis for axis in self.axes if axis.chosen()]
        return {axis.chosen(): values_of(axis.chosen(), axis.values.text()) for axis in chosen}

    def choices(self) -> list[Values]:
        """The combinations to run."""
        return list(self._choices)

    def asked(self) -> Mapping[str, object]:
        """What is kept beside the trial: enough to set the sweep up again."""
        drawn_count = int(self.draws.number()) if self.way.value() == "random" else None
        return {"sweep": {axis.chosen(): axis.values.text() for axis in self.axes if axis.chosen()},
                "sweep_random": drawn_count}  # fmt: skip

    def set_running(self, is_running: bool) -> None:
        """Let nothing be changed while it runs."""
        self.form.setEnabled(not is_running)

    @Slot()
    def _judge(self) -> None:
        self.form.set_shown(self.draws, self.way.value() == "random")
        self._choices, words = [], ""
        try:
            words = self._count()
            self.fault = ""
        except ValueRefusedError as error:
            self.fault = said(str(error))
        self._note_axes()
        self.count.setText(f"▲ {self.fault}" if self.fault else words)
        set_tone(self.count, Tone.WARNING if self.fault else Tone.PLAIN)
        self.changed.emit()

    def _count(self) -> str:
        if self._trial is None or not self._names:
            raise ValueRefusedError(tr("A rule of your own has no parameters to sweep; choose another strategy."))
        trial = self._trial
        names = [axis.chosen() for axis in self.axes if axis.chosen()]
        if len(set(names)) < len(names):
            raise ValueRefusedError(tr("A parameter is chosen twice; choose another one, or none."))
        every = grid(self.axis_values())
        found = possible(trial, every)
        words = [tr_many("{count} combinations", "{count} combination", len(found)).format(count=f"{len(found):,}")]
        if len(found) < len(every):
            left_out = tr("{count:,} more are left out, as the strategy can't have them")
            words.append(left_out.format(count=len(every) - len(found)))
        if self.way.value() == "random":
            found = drawn(found, int(self.draws.number()), trial.seed)
            words.append(tr("{count:,} of them are drawn").format(count=len(found)))
        self._choices = found
        return f"{'; '.join(words)}."

    def _note_axes(self) -> None:
        for axis in self.axes:
            try:
                count = len(values_of(axis.chosen(), axis.values.text())) if axis.chosen() else 0
                told = tr_many("{count} values", "{count} values", count).format(count=f"{count:,}")
                axis.say(told if count else "", is_fault=False)
            except ValueRefusedError:
                axis.say(tr("see below"), is_fault=True)

    def _arrange(self) -> None:
        self.form = Form()
        for words, field in zip(
            (tr("&First parameter"), tr("S&econd parameter"), tr("T&hird parameter")), self.axes, strict=True
        ):
            self.form.add(words, field)
        self.form.add(tr("&Combinations"), self.way)
        self.form.add(tr("Nu&mber"), self.draws)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.hint, self.form, self.count):
            column.addWidget(part)
        column.addWidget(self.run, 1)
