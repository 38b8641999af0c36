"""A copy of the store as it is at one moment, taken while it is in use."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from photon_desktop.errors import StoreError
from photon_desktop.store.faults import faults_of
from photon_desktop.store.store_file import make_private_file


def backup_before_migration(path: Path, version: int) -> Path:
    """Where the store at `path` is backed up before it leaves schema `version`."""
    return path.with_name(f"{path.name}.v{version}.bak")


def back_up(path: Path, target: Path) -> None:
    """Copy the store at `path` to `target` with SQLite's online backup; `target` is replaced whole or not at all.

    Raises StoreError when `target` is the store itself or can't be written.
    """
    if target.absolute() == path.absolute():
        raise StoreError(f"The store {path} can't be backed up to itself. Choose another file.")
    unfinished = target.with_name(f"{target.name}.part")
    try:
        unfinished.unlink(missing_ok=True)
        make_private_file(unfinished)
        with (
            faults_of(target),
            closing(sqlite3.connect(path)) as source,
            closing(sqlite3.connect(unfinished)) as copy,
        ):
            source.backup(copy)
        unfinished.replace(target)
    except OSError as error:
        raise StoreError(f"The backup {target} can't be written ({error.strerror}). Choose another folder.") from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
