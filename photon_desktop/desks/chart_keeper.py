"""Keeps how the user wants his charts, and what he drew on them by symbol."""

import json
from typing import Any

from PySide6.QtCore import QObject, Slot

from photon_desktop.desks.comfort.window_keeper import WindowKeeper
from photon_desktop.store.store import Store
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.chart.drawings.drawing import Drawing, read_drawings, written
from photon_desktop.ui.chart.look import Look
from photon_desktop.ui.language import mark
from photon_desktop.ui.main_window import MainWindow

LOOK, DRAWINGS = "chart.look", "chart.drawings."
_NOT_KEPT = mark("The chart's settings were not kept")


class ChartKeeper(QObject):
    """What was kept is on the chart once this is made; every change is written soon, on a thread of its own, and
    the last with `finish`. What can't be read is left out, and what can't be written stays on the chart and is told.
    """

    def __init__(self, window: MainWindow, store: Store) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._keeper = WindowKeeper(window, store, "chart settings", _NOT_KEPT)
        self._show_kept(window.chart)
        window.chart.look_changed.connect(self._keep_look)
        window.chart.drawings_changed.connect(self._keep_drawings)
        window.chart.problem_told.connect(self._tell_problem)

    def finish(self) -> None:
        """Have the last of it written: the program closes."""
        self._keeper.finish()

    def _show_kept(self, chart: ChartWidget) -> None:
        if (look := _read(self._store.settings.text(LOOK))) is not None:
            chart.set_look(Look.from_json(look))
        for key, text in self._store.settings.texts(DRAWINGS).items():
            chart.set_drawings(key.removeprefix(DRAWINGS), read_drawings(_read(text)))

    @Slot(object)
    def _keep_look(self, look: Look) -> None:
        self._keeper.put(LOOK, look.to_json())

    @Slot(str, object)
    def _keep_drawings(self, symbol: str, drawings: tuple[Drawing, ...]) -> None:
        self._keeper.put(f"{DRAWINGS}{symbol}", written(drawings))

    @Slot(str, str)
    def _tell_problem(self, title: str, sentence: str) -> None:
        self._window.show_problem(title, sentence, "")


def _read(text: str | None) -> Any:
    try:
        return None if text is None else json.loads(text)
    except (ValueError, RecursionError):
        return None
