"""Keeps the model desk up to date, and passes on what the user asks of it."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.agents.model_news import ModelNews
from photon_desktop.errors import ModelError
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.store.model_steps import ModelStep, StepKind
from photon_desktop.store.model_versions import ModelRecord
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import Message, TradeDecision
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.panels.models.views import OTHER_KIND, ModelDeskView, StepView, VersionView

_log = logging.getLogger(__name__)
_MOST_TURNED_DOWN = 10


class ModelDeskKeeper(QObject):
    """Reads the models of the symbol on the chart, off the main thread, whenever there is news of them."""

    rollback_asked = Signal(str, object, str)  # symbol, Interval, version

    def __init__(self, window: MainWindow, store: Store, models_folder: Path) -> None:
        super().__init__(window)
        self._window, self._store, self._models_folder = window, store, models_folder
        self._news: dict[str, ModelNews] = {}
        self._drift: dict[str, float | None] = {}
        self._reading: asyncio.Task[None] | None = None
        self._is_stale = self._is_finished = False
        window.symbol_selected.connect(self.show_symbol)
        window.models.rollback_requested.connect(self.rollback_asked)

    @Slot(object)
    def take(self, news: ModelNews) -> None:
        """Know of a model, or why there is none."""
        self._news[news.symbol] = news
        self.refresh(news.symbol)

    @Slot(object)
    def take_decision(self, message: Message) -> None:
        """Know how far a symbol's newest bar is from what its model was trained on."""
        decision = message.payload
        if isinstance(decision, TradeDecision):
            self._drift[decision.ticker] = decision.drift
            if decision.ticker == self._window.desk.symbol:
                self._window.models.show_drift(decision.drift)

    def clear(self) -> None:
        """Forget the models of another market."""
        self._news.clear()
        self._drift.clear()
        self._window.models.clear()

    @Slot(str)
    def show_symbol(self, symbol: str) -> None:
        """Read anew what there is of the symbol on the chart; what is asked for meanwhile is read after it."""
        self._window.models.show_drift(self._drift.get(symbol))
        self._is_stale = True
        if not self._is_finished and (self._reading is None or self._reading.done()):
            self._reading = asyncio.ensure_future(self._read())

    @Slot(str)
    def refresh(self, symbol: str) -> None:
        """Show what was written down about a symbol's learning."""
        if symbol == self._window.desk.symbol:
            self.show_symbol(symbol)

    def finish(self) -> None:
        """Read no more: the program closes."""
        self._is_finished = True

    async def _read(self) -> None:
        try:
            await self._read_all()
        except Exception:
            if not self._is_finished:  # the store is closing under it
                _log.exception("What is stored of the models could not be read.")

    async def _read_all(self) -> None:
        while self._is_stale and not self._is_finished:
            self._is_stale = False
            news = self._news.get(self._window.desk.symbol)
            if news is None:
                self._window.models.clear()
                continue
            view = await asyncio.to_thread(read_models, self._store, self._models_folder, news)
            if self._news.get(self._window.desk.symbol) is news and not self._is_finished:
                self._window.models.show_models(view)


def read_models(store: Store, models_folder: Path, news: ModelNews) -> ModelDeskView:
    """What the store knows of a symbol's models. Belongs in a worker thread; closes its connection."""
    try:
        records = store.models.all(news.symbol, news.interval)
        steps = store.model_steps.recent(news.symbol, news.interval)
    finally:
        store.close_thread()
    views = [_version(record, models_folder, news.model_type) for record in records]
    kept = [view for view in views if view is not None]
    names = {record.version for record in records}
    return ModelDeskView(
        news.symbol,
        news.interval,
        (*kept, *(view for view in _turned_down(steps) if view.manifest.version not in names)),
        tuple(StepView(len(steps) - place, step.time, step.kind.value, step.words) for place, step in enumerate(steps)),
        "" if news.manifest is not None else news.note,
        next((step.figures["psi"] for step in steps if "psi" in step.figures), {}),
    )


def _version(record: ModelRecord, models_folder: Path, model_type: str) -> VersionView | None:
    """None for a record of a program whose models were described in another way. Each kind of model has a champion of
    its own; only that of the kind that decides is shown as one."""
    status = record.status if model_type in ("", record.model_type) else OTHER_KIND
    return _shown(record.manifest, status, (models_folder / record.path).is_file())


def _turned_down(steps: Sequence[ModelStep]) -> tuple[VersionView, ...]:
    """The newest challengers that did not take over, newest first; their figures stand in their steps."""
    rejected = [step.figures.get("challenger") for step in steps if step.kind is StepKind.REJECTED]
    views = [_shown(content, StepKind.REJECTED.value, False) for content in rejected[:_MOST_TURNED_DOWN] if content]
    return tuple({view.manifest.version: view for view in views if view is not None}.values())


def _shown(content: Mapping[str, Any], status: str, is_there: bool) -> VersionView | None:
    try:
        return VersionView(ModelManifest.from_json(content), status, is_there)
    except ModelError:
        return None
