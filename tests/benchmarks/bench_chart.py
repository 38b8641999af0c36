"""What a frame of the chart costs, panned and zoomed, and how soon a new price stands on the screen.

python -m tests.benchmarks.bench_chart [FRAMES]

Draws 1,000,000 and 10,000 bars offscreen with volume, two averages and two panes, the crosshair over them. A frame is
the mouse's move, the work on what is in view, and the painting of it. Panning and zooming go as far as the chart lets
them; both charts take turns, so that the machine's noise meets them alike. A tick is timed from the new
price to the end of its painting, the wait for the next frame included. On a machine that is busy with other things
the figures `cpu` say what the frames themselves cost.
"""

import gc
import json
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.design import DARK
from photon_desktop.ui.stylesheet import apply_theme
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


def frame_ms(chart: ChartWidget, number: int) -> tuple[float, float]:
    """One frame, a step of a pan or of a zoom, worked out and painted: on the clock and on the processor."""
    view, phase = chart.plot.view, number % _CYCLE
    begun, worked = time.perf_counter(), time.thread_time()
    if phase < _CYCLE // 2:
        view.zoomed.emit(_STEP_OUT if number // (_CYCLE // 2) % 4 == 0 else _STEP_IN, 500.0 + phase)
    else:
        view.panned.emit(37.0 if number // _CYCLE % 2 == 0 else -31.0, 0.0)
    view.hovered.emit(QPointF(300.0 + number % 400, 300.0))
    chart.plot.refresh()
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1_000, (time.thread_time() - worked) * 1_000


def tick_ms(chart: ChartWidget, bars: Bars, number: int) -> float:
    """From a new price to its painted candle, with the timer of the chart in between."""
    before = float(bars.close[-1])
    close = before * (1 + 0.001 * np.sin(number))
    opened = int(bars.times[-1]) + (1 + number // 50) * Interval.MINUTE_1.nanoseconds
    painted: list[float] = []
    chart.plot.refreshed.connect(lambda: painted.append(0.0))
    begun = time.perf_counter()
    chart.set_forming(Bar(opened, before, max(before, close), min(before, close), close, 5.0 + number))
    while not painted:
        QApplication.processEvents()
    QApplication.processEvents()
    passed = (time.perf_counter() - begun) * 1_000
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


def _cpu_mean(times: list[tuple[float, float]]) -> float:
    return float(np.mean([on_processor for _, on_processor in times]))


def measure(frames: int) -> dict[str, object]:
    many, many_bars = shown_chart(MANY)
    few, _ = shown_chart(FEW)
    gc.collect()
    gc.freeze()  # as the program does
    times: dict[int, list[tuple[float, float]]] = {MANY: [], FEW: []}
    for begun in range(0, frames + _TURN, _TURN):
        for count, chart in ((MANY, many), (FEW, few)):
            spent = [frame_ms(chart, number) for number in range(begun, begun + _TURN)]
            times[count] += spent if begun else []
    few.hide()
    many.follow()
    ticks = [tick_ms(many, many_bars, number) for number in range(frames // 4)]
    return {
        "frames": frames,
        **{
            f"frame at {count:,}{on}": figures([spent[place] for spent in times[count]])
            for count in times
            for place, on in enumerate(("", ", cpu"))
        },
        "cost of a million over ten thousand": round(_cpu_mean(times[MANY]) / _cpu_mean(times[FEW]), 3),
        "tick to painted candle": figures(ticks),
    }


if __name__ == "__main__":
    program = QApplication([])
    apply_theme(program, DARK)
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 2_400), indent=1))
