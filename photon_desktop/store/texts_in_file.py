"""Settings read out of a store's file before the store is opened."""

import sqlite3
from contextlib import closing
from pathlib import Path

from photon_desktop.store.store_error import store_error

_TEXTS = "SELECT key, value FROM settings WHERE substr(key, 1, length(?)) = ?"


def texts_in_file(path: Path, prefix: str, busy_timeout_ms: int = 1_000) -> dict[str, str]:
    """JSON texts by key of the settings whose key begins with `prefix`, out of a store's file that is neither made,
    changed nor brought to another schema by it.

    Nothing where there is no file, or none with settings yet. Raises StoreError when it can't be read.
    """
    if not path.is_file():
        return {}
    try:
        with closing(_reader(path, busy_timeout_ms)) as reader:
            has_settings = reader.execute("SELECT 1 FROM sqlite_master WHERE name = 'settings'").fetchone()
            rows = reader.execute(_TEXTS, (prefix, prefix)).fetchall() if has_settings else []
    except sqlite3.Error as error:
        raise store_error(path, error) from error
    return {str(key): str(text) for key, text in rows}


def _reader(path: Path, busy_timeout_ms: int) -> sqlite3.Connection:
    """A file without a log is read as immutable: an ordinary reader would leave one behind."""
    has_log = path.with_name(f"{path.name}-wal").exists()
    mode = "mode=ro" if has_log else "mode=ro&immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=busy_timeout_ms / 1_000)
