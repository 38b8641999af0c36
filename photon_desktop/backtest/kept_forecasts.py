"""Forecasts kept in files, so that a second run with other costs or thresholds fits no model again."""

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np

from photon_desktop.backtest.walk_forward import CLASSES, Forecasts
from photon_desktop.whole_files import written_whole

KEPT = 40  # files; one of 100,000 bars takes 6 MB
_HASH_BYTES = 32


@dataclass(frozen=True, slots=True)
class ForecastShelf:
    """Forecasts in `folder`, each under the hash of all that they depend on. `warn` is told in a sentence what could
    not be read or written; nothing here stops a run."""

    folder: Path
    warn: Callable[[str], None]

    def load(self, depends_on: Mapping[str, Any], bars: int) -> Forecasts | None:
        """What was kept for the same bars, models and versions, `bars` long; None where nothing was, or it is damaged.

        A file's hash stands before its content and is checked.
        """
        path = self._path(depends_on)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            self.warn(f"The stored predictions {path.name} can't be read ({error.strerror}): they are made again.")
            return None
        forecasts = _forecasts_in(content, bars)
        if forecasts is None:
            self.warn(f"The stored predictions {path.name} are damaged: they are made again.")
            return None
        with suppress(OSError):
            os.utime(path)  # those used last are kept longest
        return forecasts

    def save(self, depends_on: Mapping[str, Any], forecasts: Forecasts) -> None:
        """Keep `forecasts`, and no more than the 40 used last."""
        content = io.BytesIO()
        arrays: dict[str, Any] = {column.name: getattr(forecasts, column.name) for column in fields(forecasts)}
        np.savez(content, allow_pickle=False, **arrays)
        path = self._path(depends_on)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with written_whole(path) as file:
                file.write(hashlib.sha256(content.getbuffer()).digest())
                file.write(content.getbuffer())
            self._drop_oldest()
        except OSError as error:
            self.warn(f"The predictions were not stored ({error.strerror}): another run makes them again.")

    def _path(self, depends_on: Mapping[str, Any]) -> Path:
        text = json.dumps(depends_on, sort_keys=True, allow_nan=False)
        return self.folder / f"{hashlib.sha256(text.encode()).hexdigest()}.forecasts"

    def _drop_oldest(self) -> None:
        kept = sorted(self.folder.glob("*.forecasts"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in kept[KEPT:]:
            path.unlink(missing_ok=True)


def _forecasts_in(content: bytes, bars: int) -> Forecasts | None:
    if hashlib.sha256(content[_HASH_BYTES:]).digest() != content[:_HASH_BYTES]:
        return None
    try:
        with np.load(io.BytesIO(content[_HASH_BYTES:]), allow_pickle=False) as arrays:
            forecasts = Forecasts(**{name: arrays[name] for name in arrays.files})
    except (TypeError, ValueError, OSError, EOFError, KeyError, zipfile.BadZipFile):
        return None
    shapes = [getattr(forecasts, column.name).shape for column in fields(forecasts)]
    return forecasts if shapes == [(bars, CLASSES), (bars, CLASSES), (bars,)] else None
