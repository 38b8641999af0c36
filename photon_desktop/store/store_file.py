"""The store's file before SQLite opens it: made for its owner only, and looked at without leaving a trace."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from photon_desktop.errors import StoreDamagedError, StoreError, StoreNewerError
from photon_desktop.store.store_error import store_error

_FOLDER_MODE = 0o700
_FILE_MODE = 0o600
_BESIDE = ("-wal", "-journal")


def make_private_file(path: Path) -> None:
    """Make an empty file and its missing folders, readable by their owner only; what exists is left as it is.

    Raises StoreError when that can't be done.
    """
    try:
        _make_private_folder(path.parent)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _FILE_MODE))
    except OSError as error:
        raise StoreError(
            f"The store {path} can't be made ({error.strerror}). Choose a folder that can be written to."
        ) from error


def _make_private_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    _make_private_folder(folder.parent)
    folder.mkdir(mode=_FOLDER_MODE, exist_ok=True)


def look_before_opening(path: Path, newest: int, busy_timeout_ms: int) -> None:
    """Refuse, untouched, a file whose schema is above `newest` (StoreNewerError) or that is no store of ours.

    A file without a write-ahead log is read as immutable: an ordinary reader of a file in WAL mode leaves a log behind.
    """
    if path.is_dir():
        raise StoreError(f"The store {path} is a folder. Name a file.")
    has_log = any(path.with_name(path.name + suffix).exists() for suffix in _BESIDE)
    mode = "mode=ro" if has_log else "mode=ro&immutable=1"
    try:
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=busy_timeout_ms / 1000)
        ) as reader:
            version = reader.execute("PRAGMA user_version").fetchone()[0]
            tables = reader.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.Error as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK:
            return  # killed while it was being made: only a writer can take that back, and looks again afterwards
        raise store_error(path, error) from error
    refuse_newer(path, version, newest)
    if version == 0 and tables > 0:
        raise StoreDamagedError(f"{path} is a database of another program. Choose another file.")


def refuse_newer(path: Path, version: int, newest: int) -> None:
    """Raise StoreNewerError when `version` is above `newest`."""
    if version > newest:
        raise StoreNewerError(
            f"The store {path} has schema {version}, this program knows up to {newest}."
            " Install the newer Photon Desktop, or choose another data folder; the file was not touched."
        )
