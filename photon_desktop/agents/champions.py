"""Which model decides on each series: the store names it, its file holds it, and there is one at a time."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from photon_desktop.errors import ModelError
from photon_desktop.learning.files import drop_oldest, load_model, newest_model, rewrite_manifest, write_model
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.learning.model import Model
from photon_desktop.market.session import Series
from photon_desktop.store.model_versions import CHAMPION, DROPPED, KEPT, ModelRecord
from photon_desktop.store.store import Store
from photon_desktop.trading.interval import Interval


class Champions:
    """The champions of one model type at a time: one a symbol and interval, kept through restarts."""

    def __init__(self, store: Store, folder: Path, model_type: str) -> None:
        self._store = store
        self.folder = folder
        self._model_type = model_type

    def turn_to(self, model_type: str) -> None:
        """Name the champions of another model type from now on; those of this one stay what they are."""
        self._model_type = model_type

    def of(self, series: Series, warn: Callable[[str], None]) -> Model | None:
        """The stored champion, or else the newest model in the folder; `warn` hears why one can't be read.

        None when there is neither. A model that has seen bars which are still to come in `series` is not taken.
        """
        if len(series.bars) == 0:
            return None
        last = int(series.bars.times[-1])
        record = self._store.models.champion(series.symbol, series.interval, self._model_type)
        try:
            if record is not None:
                model = load_model(self.folder / record.path)
                if model.manifest.trained_to <= last:
                    return model
        except ModelError as error:
            warn(f"{error} The newest model that can be read takes its place.")
            record = None
        return self._newest(series, last, record, warn)

    def crown(self, path: Path) -> Model:
        """Make the model in the file `path` the champion; the oldest files make room. Raises ModelError."""
        model = load_model(path)
        self._store.models.promote(_record_of(model.manifest, path))
        self._make_room(model.manifest, model.manifest.version)
        return model

    def keep(self, model: Model) -> Path:
        """Keep a new `model` beside the champion, or as it where there is none; the path of its file is returned."""
        path = write_model(model, self.folder)
        manifest = model.manifest
        champion = self._store.models.champion(manifest.symbol, manifest.interval, self._model_type)
        if champion is None:
            self._store.models.promote(_record_of(manifest, path))
        elif self._store.models.find(manifest.version) is None:
            self._store.models.add(replace(_record_of(manifest, path), status=KEPT))
        else:
            self.restate(manifest)
        self._make_room(manifest, manifest.version if champion is None else champion.version)
        return path

    def choose(self, model: Model) -> None:
        """Make `model`, a stored one, the champion again."""
        self._store.models.promote(_record_of(model.manifest, self.folder / f"{model.manifest.version}.npz"))

    def restate(self, manifest: ModelManifest) -> None:
        """Keep what is known now of a stored model, in its file's description and in the store. Raises ModelError."""
        rewrite_manifest(manifest, self.folder)
        self._store.models.set_manifest(manifest.version, manifest.to_json())

    def named(self, symbol: str, interval: Interval, version: str) -> Model:
        """The model `version` of this symbol and interval; ModelError when there is none or it can't be read."""
        record = self._store.models.find(version)
        if record is None or (record.symbol, record.interval) != (symbol, interval):
            raise ModelError(f"{version} is no stored model of {symbol} {interval.value}; choose one of the list.")
        if record.model_type != self._model_type:
            raise ModelError(
                f"{version} is of the kind {record.model_type}, and {self._model_type} is set to decide; change that in"
                " the settings first."
            )
        return load_model(self.folder / record.path)

    def _make_room(self, manifest: ModelManifest, champion: str) -> None:
        for version in drop_oldest(self.folder, manifest, champion):
            self._store.models.set_status(version, DROPPED)

    def _newest(
        self, series: Series, last: int, champion: ModelRecord | None, warn: Callable[[str], None]
    ) -> Model | None:
        """Where a champion stays for later bars, the one found only stands in for it and is not made champion."""
        try:
            model = newest_model(self.folder, series.symbol, series.interval, self._model_type, last)
        except ModelError as error:
            warn(f"{error} A new one is trained.")
            return None
        if model is not None and champion is None:
            self.choose(model)
        return model


def _record_of(manifest: ModelManifest, path: Path) -> ModelRecord:
    return ModelRecord(
        version=manifest.version,
        model_type=manifest.model_type.value,
        symbol=manifest.symbol,
        interval=manifest.interval,
        created_at=manifest.created_at,
        path=path.name,
        manifest=manifest.to_json(),
        status=CHAMPION,
    )
