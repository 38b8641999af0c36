"""What a frame of the chart costs, panned and zoomed, and how soon a new price stands on the screen.

python -m tests.benchmarks.bench_chart [FRAMES]

Draws 1,000,000 and 10,000 bars offscreen with volume, two averages and two panes, the crosshair over them. A frame is
the mouse's move, the work on what is in view, and the painting of it. Panning and zooming go as far as the chart lets
them; both charts take turns, so that the machine's noise meets them alike. A tick is timed from the new
price to the end of its painting, the wait for the next frame included. On a machine that is busy with other things
the figures `cpu` say what the frames themselves cost, and those `on a free core` leave out the waits for a core.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, QPointF
from PySide6.QtWidgets import QApplication

from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.design import DARK
from photon_desktop.ui.stylesheet import apply_theme
from tests.benchmarks.main_thread import spent_ms
from tests.ui.chart.markets import COIN, walk

MANY, FEW = 1_000_000, 10_000
WIDTH, HEIGHT = 1_280, 800
_CYCLE = 60  # frames in, out, back and forth
_TURN = 2 * _CYCLE  # frames before the other chart has its turn; the first of each is for warming up
_STEP_IN, _STEP_OUT = 1.4, 1 / 1.4  # thirty of them go from a bar of 8 pixels to the whole million


def shown_chart(count: int) -> tuple[ChartWidget, Bars]:
    """A chart of `count` bars of a minute on the screen."""
    bars = walk(count, Interval.MINUTE_1)
    chart = ChartWidget()
    chart.resize(WIDTH, HEIGHT)
    chart.set_series("DEMO-BTC", Interval.MINUTE_1, bars, COIN)
    chart.show()
    for _ in range(5):
        QApplication.processEvents()
    return chart, bars


@dataclass(frozen=True, slots=True)
class Spent:
    """Milliseconds: on the clock, on the processor, and waited for a core that others had."""

    clock: float
    processor: float
    queue: float

    @property
    def on_free_core(self) -> float:
        """What it would have taken on a machine with a core to spare."""
        return self.clock - self.queue


class Stopwatch:
    """Runs from construction."""

    def __init__(self) -> None:
        self._begun, self._before = time.perf_counter(), spent_ms()

    def spent(self) -> Spent:
        """Since then."""
        now, (processor, queue) = time.perf_counter(), spent_ms()
        return Spent((now - self._begun) * 1_000, processor - self._before[0], queue - self._before[1])


def frame(chart: ChartWidget, number: int) -> Spent:
    """One frame, a step of a pan or of a zoom, worked out and painted."""
    view, phase = chart.plot.view, number % _CYCLE
    watch = Stopwatch()
    if phase < _CYCLE // 2:
        view.zoomed.emit(_STEP_OUT if number // (_CYCLE // 2) % 4 == 0 else _STEP_IN, 500.0 + phase)
    else:
        view.panned.emit(37.0 if number // _CYCLE % 2 == 0 else -31.0, 0.0)
    view.hovered.emit(QPointF(300.0 + number % 400, 300.0))
    chart.plot.refresh()
    QApplication.processEvents()
    return watch.spent()


def tick(chart: ChartWidget, bars: Bars, number: int) -> Spent:
    """From a new price to its painted candle, with the timer of the chart in between."""
    before = float(bars.close[-1])
    close = before * (1 + 0.001 * np.sin(number))
    opened = int(bars.times[-1]) + (1 + number // 50) * Interval.MINUTE_1.nanoseconds
    painted: list[float] = []
    chart.plot.refreshed.connect(lambda: painted.append(0.0))
    watch = Stopwatch()
    chart.set_forming(Bar(opened, before, max(before, close), min(before, close), close, 5.0 + number))
    while not painted:  # asleep until the timer is due, as the program is
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()
    passed = watch.spent()
    chart.plot.refreshed.disconnect()
    chart.plot.refreshed.connect(chart._show_price)
    return passed


def figures(times: list[float]) -> dict[str, float]:
    """Mean, median, 99th percentile and worst."""
    found = np.array(times)
    return {
        "mean_ms": round(float(found.mean()), 2),
        "p50_ms": round(float(np.percentile(found, 50)), 2),
        "p99_ms": round(float(np.percentile(found, 99)), 2),
        "worst_ms": round(float(found.max()), 2),
    }


_WAYS: dict[str, Callable[[Spent], float]] = {
    "": lambda spent: spent.clock,
    ", on a free core": lambda spent: spent.on_free_core,
    ", cpu": lambda spent: spent.processor,
}


def _cpu_mean(times: list[Spent]) -> float:
    return float(np.mean([spent.processor for spent in times]))


def measure(frames: int) -> dict[str, object]:
    many, many_bars = shown_chart(MANY)
    few, _ = shown_chart(FEW)
    gc.collect()
    gc.freeze()  # as the program does
    times: dict[int, list[Spent]] = {MANY: [], FEW: []}
    for begun in range(0, frames + _TURN, _TURN):
        for count, chart in ((MANY, many), (FEW, few)):
            spent = [frame(chart, number) for number in range(begun, begun + _TURN)]
            times[count] += spent if begun else []
    few.hide()
    many.follow()
    ticks = [tick(many, many_bars, number) for number in range(frames // 4)]
    measured = {f"frame at {count:,}": times[count] for count in times} | {"tick to painted candle": ticks}
    return {
        "frames": frames,
        **{
            name + way: figures([of(each) for each in spent])
            for name, spent in measured.items()
            for way, of in _WAYS.items()
        },
        "cost of a million over ten thousand": round(_cpu_mean(times[MANY]) / _cpu_mean(times[FEW]), 3),
    }


if __name__ == "__main__":
    program = QApplication([])
    apply_theme(program, DARK)
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 2_400), indent=1))
