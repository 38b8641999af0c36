"""The store's own error for what SQLite says: one sentence with the file and what to do."""

import sqlite3
from pathlib import Path

from photon_desktop.errors import (
    DuplicateError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
    StoreLockedError,
)

_PRIMARY_CODE = 0xFF  # the low byte of an extended result code
_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_CLOSED_TO_US = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_AUTH)
_DUPLICATE = (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_ROWID)


def store_error(path: Path, error: Exception) -> StoreError:
    """The error of the store at `path` that stands for SQLite's `error`, by its result code."""
    cause = getattr(error, "orig", error)
    extended = getattr(cause, "sqlite_errorcode", None) or 0
    code = extended & _PRIMARY_CODE
    if code in _LOCKED:
        return StoreLockedError(f"The store {path} is in use. Close the other Photon Desktop or program that holds it.")
    if code == sqlite3.SQLITE_FULL:
        return StoreFullError(
            f"The disk is full: {path} can't grow. Free some space; what was being written is undone."
        )
    if code in _DAMAGED:
        return StoreDamagedError(
            f"{path} is damaged or no store of Photon Desktop."
            f" Move it away, or put a backup ({path.name}.v*.bak) in its place."
        )
    if code in _CLOSED_TO_US:
        return StoreError(
            f"The store {path} can't be opened for writing ({cause}). Check the permissions of its folder."
        )
    if extended in _DUPLICATE:
        return DuplicateError(f"The store {path} has this row already ({cause}); nothing was changed.")
    return StoreError(f"The store {path} refused the work ({cause}); nothing was changed.")
