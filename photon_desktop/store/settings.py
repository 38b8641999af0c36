"""Settings: JSON values by key."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from photon_desktop.store.connections import Connections
from photon_desktop.store.faults import faults_of
from photon_desktop.store.models import Setting

_TEXTS = "SELECT key, value FROM settings WHERE substr(key, 1, length(?)) = ?"


class SettingRepository:
    """What the user chose, as JSON values."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def get(self, key: str, default: Any = None) -> Any:
        """The value stored under `key`, or `default`."""
        row = self._connections.row(Setting.select(Setting.value).where(Setting.key == key))
        return default if row is None else row["value"]

    def put(self, key: str, value: Any) -> None:
        """Store `value`, anything JSON can hold, under `key`."""
        self._connections.write(Setting.insert(key=key, value=value).on_conflict_replace())

    def text(self, key: str) -> str | None:
        """The text under `key` just as it is stored, None when there is none; it may be no JSON."""
        rows = self._connections.tuples("SELECT value FROM settings WHERE key = ?", (key,))
        return None if not rows else str(rows[0][0])

    def replace_all(self, prefix: str, values: Mapping[str, Any]) -> None:
        """Keep exactly `values` of the keys that begin with `prefix`, in one stroke."""
        with self._connections.transaction():
            self._connections.write(Setting.delete().where(Setting.key.startswith(prefix)))
            for key, value in values.items():
                self.put(key, value)

    def texts(self, prefix: str) -> dict[str, str]:
        """The texts, as they are stored, under every key that begins with `prefix`."""
        return {str(key): str(text) for key, text in self._connections.tuples(_TEXTS, (prefix, prefix))}


def texts_in_file(path: Path, prefix: str, busy_timeout_ms: int = 1_000) -> dict[str, str]:
    """As `texts`, out of a store's file that is neither made, changed nor brought to another schema by it.

    Nothing where there is no file, or none with settings yet. Raises StoreError when it can't be read.
    """
    if not path.is_file():
        return {}
    with faults_of(path), closing(_reader(path, busy_timeout_ms)) as reader:
        has_settings = reader.execute("SELECT 1 FROM sqlite_master WHERE name = 'settings'").fetchone()
        rows = reader.execute(_TEXTS, (prefix, prefix)).fetchall() if has_settings else []
    return {str(key): str(text) for key, text in rows}


def _reader(path: Path, busy_timeout_ms: int) -> sqlite3.Connection:
    """A file without a log is read as immutable: an ordinary reader would leave one behind."""
    has_log = path.with_name(f"{path.name}-wal").exists()
    mode = "mode=ro" if has_log else "mode=ro&immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=busy_timeout_ms / 1_000)
