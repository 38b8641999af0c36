"""Where SQLite's and Peewee's errors become the store's own."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peewee import PeeweeException

from photon_desktop.store.store_error import store_error


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """Within, every error of SQLite or Peewee leaves as the StoreError that `store_error` makes of it."""
    try:
        yield
    except (PeeweeException, sqlite3.Error) as error:
        raise store_error(path, error) from error
