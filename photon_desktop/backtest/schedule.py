"""When a model is fitted again, on which bars, and which bars it then predicts."""

from collections.abc import Iterator
from dataclasses import dataclass

from photon_desktop.errors import NotEnoughDataError, ValueRefusedError


@dataclass(frozen=True, slots=True)
class Block:
    """Bars `start` up to, not including, `stop` are predicted by a model that was handed bars `train_start` up to,
    not including, `train_stop`, and nothing else."""

    train_start: int
    train_stop: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """A model is fitted every `step` bars on at most the last `window` bars, the first one once there are `least`.

    `embargo` bars between the last one trained on and the first one predicted are left out. The model's own labels are
    finished by the last bar it is handed, so none reaches into what it predicts. Nothing depends on how many bars
    there are in all: cutting the future off changes no earlier block.
    """

    window: int = 4_000
    step: int = 720  # a month of hours
    least: int = 944  # as much to learn from, 200 bars for the indicators to settle, and 24 for labels to finish
    embargo: int = 40  # 1% of the window, and more than the 24 bars of a label

    def __post_init__(self) -> None:
        if not (0 < self.least <= self.window):
            raise ValueRefusedError(f"The least bars to train on are {self.least}; they lie between 1 and the window.")
        if self.step < 1 or self.embargo < 0:
            raise ValueRefusedError(
                f"The step is {self.step} and the embargo {self.embargo} bars; use 1 and 0 or more."
            )

    @property
    def first_prediction(self) -> int:
        """Index of the first bar that is predicted."""
        return self.least + self.embargo

    def blocks(self, bar_count: int) -> Iterator[Block]:
        """Blocks in order, from the first prediction to the last bar. NotEnoughDataError when there is none."""
        if bar_count < self.first_prediction + 2:
            raise NotEnoughDataError(
                f"A model needs at least {self.first_prediction + 2} bars ({self.least} to learn from, {self.embargo}"
                f" left out, two to decide and fill), there are {bar_count}; give more or use a rule such as sma_cross."
            )
        return self._blocks(bar_count)

    def _blocks(self, bar_count: int) -> Iterator[Block]:
        for start in range(self.first_prediction, bar_count, self.step):
            train_stop = start - self.embargo
            yield Block(max(0, train_stop - self.window), train_stop, start, min(start + self.step, bar_count))
