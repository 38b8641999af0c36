"""Settings: JSON values by key."""

from collections.abc import Mapping
from typing import Any

from photon_desktop.store.connections import Connections
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
