"""One connection to the store for each thread, and what can be done with it."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from peewee import BaseQuery, Model, SqliteDatabase

from photon_desktop.errors import StoreError, StoreLockedError
from photon_desktop.store.faults import faults_of
from photon_desktop.store.insertions import inserting, replacing

Row = dict[str, Any]
T = TypeVar("T")
_RETRY_S = 0.005
_LOG_LIMIT = 64 * 1024 * 1024  # bytes the write-ahead log keeps on disk once it was written back
_LOG_PAGES = 4_000  # of 4 KiB, about a hundred orders; the commit that writes them back takes the longest
_CACHE_KIB = 512  # of each thread's connection; what is beyond is in the system's cache, which all share
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "journal_size_limit": _LOG_LIMIT,
    "wal_autocheckpoint": _LOG_PAGES,
    "cache_size": -_CACHE_KIB,
}


@dataclass(slots=True)
class _ThreadConnection:
    """A thread's database, how many of its transactions stand inside each other, and how many calls are using it."""

    database: SqliteDatabase
    raw: sqlite3.Connection
    depth: int = 0
    uses: int = 0

    def close(self) -> None:
        close: Callable[[], object] = self.database.close
        close()


class Connections:
    """Connections to one store file, opened on a thread's first use.

    They are found by the thread's identity and not kept in thread-local storage: a thread that Qt started loses its
    thread-local values each time a slot returns. Every method raises the errors of `faults`.
    """

    def __init__(self, path: Path, busy_timeout_ms: int) -> None:
        self.path = path
        self._busy_timeout_ms = busy_timeout_ms
        self._by_thread: dict[int, _ThreadConnection] = {}
        self._lock = threading.Lock()
        self._is_closed = False

    def raw(self) -> sqlite3.Connection:
        """The calling thread's connection itself."""
        with self._used() as own:
            return own.raw

    def rows(self, query: BaseQuery) -> list[Row]:
        """All rows of a select, each a dict by field name."""
        with self._ready() as own, faults_of(self.path):
            return list(query.dicts().execute(own.database))

    def row(self, query: BaseQuery) -> Row | None:
        """The first row of a select, or None."""
        rows = self.rows(query)
        return rows[0] if rows else None

    def write(self, query: BaseQuery) -> int:
        """Carry out an insert, update or delete: the new row's number, or how many rows were changed."""
        with self._ready() as own, faults_of(self.path):
            result: int = query.execute(own.database)
            return result

    def tuples(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of a select written in SQL."""
        with self._ready() as own, faults_of(self.path):
            return own.raw.execute(sql, parameters).fetchall()

    def gathered(
        self, gather: Callable[[Iterator[tuple[Any, ...]]], T], sql: str, parameters: Sequence[object] = ()
    ) -> T:
        """What `gather` makes of the rows of a select written in SQL, which it takes one by one."""
        with self._ready() as own, faults_of(self.path):
            return gather(own.raw.execute(sql, parameters))

    def change(self, sql: str, parameters: Sequence[object]) -> int:
        """Carry out an update or delete written in SQL: how many rows were changed."""
        with self._ready() as own, faults_of(self.path):
            return own.raw.execute(sql, parameters).rowcount

    def insert(self, model: type[Model], values: Mapping[str, object]) -> int:
        """Put a row of `values`, one for each of the model's fields, into its table: the new row's number."""
        insertion = inserting(model)
        with self._ready() as own, faults_of(self.path):
            return own.raw.execute(insertion.sql, insertion.row(values)).lastrowid or 0

    def insert_all(self, model: type[Model], rows: Iterable[Mapping[str, object]]) -> None:
        """Put a row for each of `rows` into the model's table, all of them or none."""
        insertion = inserting(model)
        self.write_many(insertion.sql, map(insertion.row, rows))

    def put(self, model: type[Model], values: Mapping[str, object]) -> None:
        """Put a row of `values` into the model's table, or the values into the row with the same key."""
        insertion = replacing(model)
        with self._ready() as own, faults_of(self.path):
            own.raw.execute(insertion.sql, insertion.row(values))

    def write_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Carry out `sql` once for each of `rows`, all of them or none."""
        with self.transaction(), self._ready() as own, faults_of(self.path):
            own.raw.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything within is written, or nothing. Inside another it is a part of that one, undone with it."""
        with self._within("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read within is of one moment. Nothing may be written within."""
        with self._within("BEGIN DEFERRED"):
            yield

    def close_thread(self) -> None:
        """Close the calling thread's connection; its next use opens another."""
        with self._lock:
            own = self._by_thread.pop(threading.get_ident(), None)
        if own is not None:
            own.close()

    def close(self) -> None:
        """Close all connections for good; one that its thread is using closes when that use or transaction ends."""
        with self._lock:
            self._is_closed = True
            idle = {ident: own for ident, own in self._by_thread.items() if own.uses == 0}
            for ident in idle:
                del self._by_thread[ident]
        for own in idle.values():
            own.close()

    @contextmanager
    def _within(self, begin: str) -> Iterator[None]:
        with self._ready() as own:
            mark = f"inner{own.depth}"
            begin, commit, undo = (
                (begin, ["COMMIT"], ["ROLLBACK"])
                if own.depth == 0
                else (f"SAVEPOINT {mark}", [f"RELEASE {mark}"], [f"ROLLBACK TO {mark}", f"RELEASE {mark}"])
            )
            self._say(own, [begin])
            own.depth += 1
            try:
                yield
                self._refuse_undone(own)
                self._say(own, commit)
            except BaseException:
                if own.raw.in_transaction:
                    self._say(own, undo)
                raise
            finally:
                own.depth -= 1

    def _say(self, own: _ThreadConnection, statements: list[str]) -> None:
        with faults_of(self.path):
            for statement in statements:
                own.raw.execute(statement)

    @contextmanager
    def _ready(self) -> Iterator[_ThreadConnection]:
        """The thread's connection; refused when SQLite has undone the transaction that the caller believes in."""
        with self._used() as own:
            self._refuse_undone(own)
            yield own

    def _refuse_undone(self, own: _ThreadConnection) -> None:
        if own.depth > 0 and not own.raw.in_transaction:
            raise StoreError(f"The store {self.path} has undone this transaction. Begin it again; nothing was changed.")

    @contextmanager
    def _used(self) -> Iterator[_ThreadConnection]:
        """The thread's connection, which nobody closes meanwhile: SQLite does not survive that."""
        ident = threading.get_ident()
        own = self._taken(ident) or self._opened(ident)
        try:
            yield own
        finally:
            with self._lock:
                own.uses -= 1
                is_last = self._is_closed and own.uses == 0
                if is_last:
                    self._by_thread.pop(ident, None)
            if is_last:
                own.close()

    def _taken(self, ident: int) -> _ThreadConnection | None:
        with self._lock:
            own = self._by_thread.get(ident)
            if own is None and self._is_closed:
                raise StoreError(f"The store {self.path} is closed. Open it again to use it.")
            if own is not None:
                own.uses += 1
            return own

    def _connect(self, database: SqliteDatabase) -> None:
        """Two programs that make one file a WAL file at once collide without SQLite waiting; so this waits."""
        give_up_at = time.monotonic() + self._busy_timeout_ms / 1000
        while True:
            try:
                with faults_of(self.path):
                    database.connect()
            except StoreLockedError:
                if time.monotonic() >= give_up_at:
                    raise
                time.sleep(_RETRY_S)
            else:
                return

    def _opened(self, ident: int) -> _ThreadConnection:
        database = SqliteDatabase(
            str(self.path),
            pragmas=_PRAGMAS,
            thread_safe=False,
            timeout=self._busy_timeout_ms / 1000,
            check_same_thread=False,  # so that `close` can close what threads left open
        )
        self._connect(database)
        connection_of: Callable[[], sqlite3.Connection] = database.connection
        own = _ThreadConnection(database, connection_of(), uses=1)
        with self._lock:
            self._by_thread[ident] = own
        return own
