import sqlite3
from pathlib import Path

import pytest
from peewee import OperationalError

from photon_desktop.errors import (
    DuplicateError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
    StoreLockedError,
)
from photon_desktop.store.faults import faults_of
from photon_desktop.store.store_error import store_error

PATH = Path("folder") / "photon.sqlite3"


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind", "advice"),
    [
        (sqlite3.SQLITE_BUSY, StoreLockedError, "Close the other Photon Desktop"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, StoreLockedError, "Close the other Photon Desktop"),
        (sqlite3.SQLITE_LOCKED, StoreLockedError, "Close the other Photon Desktop"),
        (sqlite3.SQLITE_FULL, StoreFullError, "Free some space"),
        (sqlite3.SQLITE_CORRUPT, StoreDamagedError, "put a backup"),
        (sqlite3.SQLITE_NOTADB, StoreDamagedError, "put a backup"),
        (sqlite3.SQLITE_CANTOPEN, StoreError, "Check the permissions"),
        (sqlite3.SQLITE_PERM, StoreError, "Check the permissions"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, StoreError, "Check the permissions"),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, DuplicateError, "nothing was changed"),
        (sqlite3.SQLITE_CONSTRAINT_NOTNULL, StoreError, "nothing was changed"),
        (sqlite3.SQLITE_IOERR, StoreError, "nothing was changed"),
    ],
)
def test_each_result_code_has_its_error_and_advice(code: int, kind: type[StoreError], advice: str) -> None:
    for error in (sqlite_error(code), OperationalError(sqlite_error(code), "as SQLite says it")):
        told = store_error(PATH, error)
        assert type(told) is kind
        assert str(PATH) in str(told)
        assert advice in str(told)


def test_other_errors_pass_as_they_are() -> None:
    with pytest.raises(KeyError), faults_of(PATH):
        raise KeyError
