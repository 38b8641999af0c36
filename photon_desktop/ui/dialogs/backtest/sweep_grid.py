"""Where the combinations of a sweep lie on its map: the best of those that share a cell."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from photon_desktop.backtest.sweep import Trial
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr

Value = float | str


@dataclass(frozen=True, slots=True)
class Measure:
    """What a sweep is coloured by: `read` takes it from a trial, None where it is not defined."""

    words: str
    read: Callable[[Trial], float | None]
    write: Callable[[float | None], str]


def _short_percent(share: float | None) -> str:
    return formats.signed_percent(share, 1)


MEASURES: Mapping[str, Measure] = {
    "return": Measure(mark("Return"), lambda trial: trial.total_return, _short_percent),
    "sharpe": Measure(mark("Sharpe"), lambda trial: trial.sharpe, lambda value: formats.signed(value, 2)),
}


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells by column and row; `down` is empty and every row 0 where one parameter is swept. `others` are those
    that have no axis: a cell holds the best over them."""

    across: str
    down: str
    columns: tuple[Value, ...]
    rows: tuple[Value, ...]
    cells: Mapping[tuple[int, int], Trial] = field(default_factory=dict)
    others: tuple[str, ...] = ()

    def place_of(self, trial: Trial) -> tuple[int, int] | None:
        """The cell a trial belongs to; None for one that is not on the map."""
        if self.across not in trial.values:
            return None
        row = self.rows.index(trial.values[self.down]) if self.down else 0
        return self.columns.index(trial.values[self.across]), row


NOTHING = Grid("", "", (), ())


def grid_of(
    axes: Mapping[str, Sequence[Value]], trials: Sequence[Trial], across: str, down: str, measure: Measure
) -> Grid:
    """The map of `trials` over one parameter, or two. What has no measure loses against all that has one."""
    others = tuple(name for name in axes if name not in (across, down))
    shape = Grid(across, down, tuple(axes[across]), tuple(axes[down]) if down else ("",), {}, others)
    cells: dict[tuple[int, int], Trial] = {}
    for trial in trials:
        place = shape.place_of(trial)
        if place is not None and (place not in cells or _rank(measure, trial) > _rank(measure, cells[place])):
            cells[place] = trial
    return Grid(across, down, shape.columns, shape.rows, cells, others)


def value_words(value: Value) -> str:
    """A value of a parameter as it is written on the map."""
    return f"{value:g}" if isinstance(value, int | float) else value


def parameter_words(name: str) -> str:
    """What a parameter is called."""
    return tr(name.replace("_", " "))


def combination_words(values: Mapping[str, Value]) -> str:
    """All values of a combination in one line."""
    return ", ".join(f"{parameter_words(name)} {value_words(value)}" for name, value in values.items())


def _rank(measure: Measure, trial: Trial) -> float:
    value = measure.read(trial)
    return float("-inf") if value is None else value
