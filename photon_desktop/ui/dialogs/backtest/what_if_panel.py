"""Sliders that trade the run again under other rules while the hand drags."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.sizes import SizeKind, Sizing
from photon_desktop.backtest.trial import Trial
from photon_desktop.trading.money import exact
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.backtest.rules_page import SIZES
from photon_desktop.ui.dialogs.parts import push_button
from photon_desktop.ui.language import mark, tr

_SHARES = (SizeKind.ALL, SizeKind.SHARE)


@dataclass(frozen=True, slots=True)
class Track:
    """What a slider goes through: `count` places, the value of each, and how it is written."""

    name: str
    words: str
    count: int
    value_of: Callable[[int], float | None]
    write: Callable[[float | None], str]


def _percent_track(name: str, words: str, count: int, step: float, decimals: int, has_none: bool = False) -> Track:
    """From 0 in steps of `step` percent; the first place is none at all where that can be."""

    def value_of(place: int) -> float | None:
        return None if has_none and not place else round(place * step / 100, 10)

    def write(value: float | None) -> str:
        return "" if value is None else formats.percent(value, decimals)

    return Track(name, words, count, value_of, write)


_TRACKS = (
    _percent_track("whatIfConfidence", mark("Least &confidence"), 95, 1.0, 0),
    _percent_track("whatIfStop", "&Stop", 60, 0.5, 1, has_none=True),
    _percent_track("whatIfTarget", mark("&Target"), 100, 0.5, 1, has_none=True),
    _percent_track("whatIfCommission", mark("C&ommission"), 100, 0.01, 2),
    _percent_track("whatIfSlippage", mark("S&lippage"), 100, 0.01, 2),
    _percent_track("whatIfSize", mark("Si&ze"), 100, 1.0, 0),
)


def _said(track: Track) -> str:
    return tr("&Stop", "price") if track.name == "whatIfStop" else tr(track.words)


class WhatIfPanel(QWidget):
    """Tells the rules that the sliders stand for, each time one is moved. A slider that is not moved leaves its rule as
    it was run."""

    moved = Signal(object, float)  # Rules, the least confidence

    def __init__(self) -> None:
        super().__init__()
        self._trial: Trial | None = None
        self._moved: set[str] = set()
        self.sliders: dict[str, QSlider] = {}
        self._names: dict[str, QLabel] = {}
        self._values: dict[str, QLabel] = {}
        self.back = push_button(tr("&Back to the run"), "whatIfReset", tr("Put every slider back to what was run"))
        self.back.clicked.connect(self.reset)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        for row, track in enumerate(_TRACKS):
            self._add(row, track)
        self._grid.addWidget(self.back, len(_TRACKS), 1, 1, 2)

    @property
    def is_changed(self) -> bool:
        """Whether anything stands elsewhere than it was run."""
        return bool(self._moved)

    def show_trial(self, trial: Trial) -> None:
        """Begin with what was run."""
        self._trial = trial
        self._moved.clear()
        self.back.setEnabled(False)
        for track in _TRACKS:
            slider, value = self.sliders[track.name], self._run_value(track.name)
            blocker = QSignalBlocker(slider)
            slider.setValue(self._place(track, value))
            blocker.unblock()
            self._write(track, value)
        self._show_used(trial)

    def rules(self) -> Rules:
        """The rules as the sliders stand; beyond no bound."""
        rules = self._run().rules
        costs = replace(
            rules.costs,
            commission_rate=exact(self._value("whatIfCommission", float(rules.costs.commission_rate))),
            slippage_rate=exact(self._value("whatIfSlippage", float(rules.costs.slippage_rate))),
        )
        stop, target = (self._now(name) for name in ("whatIfStop", "whatIfTarget"))
        return replace(rules, costs=costs, sizing=self._sizing(), stop_loss=stop, take_profit=target)

    @property
    def minimum_confidence(self) -> float:
        """The confidence from which on a model's wishes count, 0 to 1."""
        return self._value("whatIfConfidence", self._run().minimum_confidence)

    @Slot()
    def reset(self) -> None:
        """Put every slider back, and tell it."""
        if self._trial is not None:
            self.show_trial(self._trial)
            self.moved.emit(self.rules(), self.minimum_confidence)

    def _run(self) -> Trial:
        if self._trial is None:
            raise RuntimeError("There is no run to vary.")
        return self._trial

    def _now(self, name: str) -> float | None:
        if name not in self._moved:
            return self._run_value(name)
        track = next(track for track in _TRACKS if track.name == name)
        return track.value_of(self.sliders[name].value())

    def _value(self, name: str, otherwise: float) -> float:
        value = self._now(name)
        return otherwise if value is None else value

    def _run_value(self, name: str) -> float | None:
        trial = self._run()
        rules = trial.rules
        share = rules.sizing.amount if rules.sizing.kind in _SHARES else 1.0
        return {
            "whatIfConfidence": trial.minimum_confidence,
            "whatIfStop": rules.stop_loss,
            "whatIfTarget": rules.take_profit,
            "whatIfCommission": float(rules.costs.commission_rate),
            "whatIfSlippage": float(rules.costs.slippage_rate),
            "whatIfSize": share,
        }[name]

    def _sizing(self) -> Sizing:
        """A share of the money as it stands; of any other size so many percent."""
        sizing = self._run().rules.sizing
        share = self._value("whatIfSize", 1.0)
        if "whatIfSize" not in self._moved:
            return sizing
        share = max(share, 0.01)
        if sizing.kind in _SHARES:
            return replace(sizing, kind=SizeKind.SHARE, amount=share)
        amount = sizing.amount * share
        return replace(sizing, amount=max(1.0, float(round(amount))) if sizing.steps_per_unit == 1 else amount)

    def _place(self, track: Track, value: float | None) -> int:
        if value is None:
            return 0
        places = range(track.count + 1)
        return min(places, key=lambda place: abs((track.value_of(place) or 0.0) - value))

    def _write(self, track: Track, value: float | None) -> None:
        none = tr("the model's") if self._run().is_model else tr("none")
        text = none if value is None else track.write(value)
        self._values[track.name].setText(text)
        self.sliders[track.name].setAccessibleDescription(text)

    def _show_used(self, trial: Trial) -> None:
        for part in (self._names, self.sliders, self._values):
            part["whatIfConfidence"].setVisible(trial.is_model)
        kind = trial.rules.sizing.kind
        self._names["whatIfSize"].setText(tr("Si&ze") if kind in _SHARES else tr("Si&ze, of the run's"))
        self._names["whatIfSize"].setToolTip(tr(SIZES[kind].words))

    def _add(self, row: int, track: Track) -> None:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName(track.name)
        slider.setAccessibleName(_said(track).replace("&", ""))
        slider.setRange(1 if track.name == "whatIfSize" else 0, track.count)
        slider.setProperty("track", track.name)
        name, value = QLabel(_said(track)), QLabel()
        name.setBuddy(slider)
        value.setMinimumWidth(84)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, part in enumerate((name, slider, value)):
            self._grid.addWidget(part, row, column)
        self._grid.setColumnStretch(1, 1)
        self.sliders[track.name], self._names[track.name], self._values[track.name] = slider, name, value
        slider.valueChanged.connect(self._take)

    @Slot(int)
    def _take(self, place: int) -> None:
        slider = self.sender()
        if self._trial is None or not isinstance(slider, QSlider):
            return
        track = next(track for track in _TRACKS if track.name == slider.objectName())
        self._moved.add(track.name)
        self.back.setEnabled(True)
        self._write(track, track.value_of(place))
        self.moved.emit(self.rules(), self.minimum_confidence)
