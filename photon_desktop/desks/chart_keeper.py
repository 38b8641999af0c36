"""Keeps how the user wants his charts, and what he drew on them by symbol."""

import json
from typing import Any

from PySide6.QtCore import QObject, Slot

from photon_desktop.errors import StoreError
from photon_desktop.store.store import Store
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.chart.drawings.drawing import Drawing, read_drawings, written
from photon_desktop.ui.chart.look import Look
from photon_desktop.ui.language import tr
from photon_desktop.ui.main_window import MainWindow

LOOK, DRAWINGS = "chart.look", "chart.drawings."


class ChartKeeper(QObject):
    """What was kept is on the chart once this is made; every change is written at once. What can't be read is left
    out, and what can't be written stays on the chart and is told."""

    def __init__(self, window: MainWindow, store: Store) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._show_kept(window.chart)
        window.chart.look_changed.connect(self._keep_look)
        window.chart.drawings_changed.connect(self._keep_drawings)
        window.chart.problem_told.connect(self._tell_problem)

    def _show_kept(self, chart: ChartWidget) -> None:
        if (look := _read(self._store.settings.text(LOOK))) is not None:
            chart.set_look(Look.from_json(look))
        for key, text in self._store.settings.texts(DRAWINGS).items():
            chart.set_drawings(key.removeprefix(DRAWINGS), read_drawings(_read(text)))

    @Slot(object)
    def _keep_look(self, look: Look) -> None:
        self._put(LOOK, look.to_json())

    @Slot(str, object)
    def _keep_drawings(self, symbol: str, drawings: tuple[Drawing, ...]) -> None:
        self._put(f"{DRAWINGS}{symbol}", written(drawings))

    def _put(self, key: str, value: Any) -> None:
        try:
            self._store.settings.put(key, value)
        except StoreError as error:
            self._tell_problem(tr("The chart's settings were not kept"), str(error))

    @Slot(str, str)
    def _tell_problem(self, title: str, sentence: str) -> None:
        self._window.show_problem(title, sentence, "")


def _read(text: str | None) -> Any:
    try:
        return None if text is None else json.loads(text)
    except (ValueError, RecursionError):
        return None
