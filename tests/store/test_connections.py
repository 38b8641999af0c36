import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot

from photon_desktop.errors import StoreError, StoreFullError, StoreLockedError
from photon_desktop.store import Store
from photon_desktop.store.migrations import DEFAULT
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import DECISION_MAKER
from tests.store.samples import hourly_bars, message


def in_thread(work: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=work)
    thread.start()
    return thread


def test_connections_have_the_settings_that_survive_a_power_cut(store: Store) -> None:
    pragmas = ("journal_mode", "synchronous", "foreign_keys")
    assert [store.connections.tuples(f"PRAGMA {name}")[0][0] for name in pragmas] == ["wal", 2, 1]


def test_the_default_wait_for_a_lock_is_five_seconds(store_path: Path) -> None:
    store = Store.open(store_path)
    assert store.connections.tuples("PRAGMA busy_timeout") == [(5000,)]
    store.close()


def test_a_transaction_is_undone_on_any_exception(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt), store.transaction():
        store.settings.put("theme", "dark")
        raise KeyboardInterrupt
    assert store.settings.get("theme") is None


def test_an_inner_transaction_is_undone_with_the_outer_one(store: Store) -> None:
    with pytest.raises(ValueError, match="outer"), store.transaction():
        with store.transaction():
            store.settings.put("inner", 1)
        raise ValueError("outer")
    assert store.settings.get("inner") is None


def test_an_inner_transaction_that_fails_is_undone_alone(store: Store) -> None:
    with store.transaction():
        store.settings.put("outer", 1)
        with pytest.raises(ValueError, match="inner"), store.transaction():
            store.settings.put("inner", 1)
            raise ValueError("inner")
    assert (store.settings.get("outer"), store.settings.get("inner")) == (1, None)


def test_others_see_a_transaction_only_once_it_is_whole(store: Store) -> None:
    seen: list[object] = []
    with store.transaction():
        store.settings.put("theme", "dark")
        in_thread(lambda: seen.append(store.settings.get("theme"))).join()
    in_thread(lambda: seen.append(store.settings.get("theme"))).join()
    assert seen == [None, "dark"]


def test_a_locked_store_is_told_by_writers_and_still_read(store: Store, store_path: Path) -> None:
    with closing(sqlite3.connect(store_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreLockedError, match="Close the other Photon Desktop") as told:
            store.settings.put("theme", "dark")
        with pytest.raises(StoreLockedError), store.transaction():
            pytest.fail("began in spite of the lock")
        assert store.settings.get("theme") is None
        other.execute("ROLLBACK")
    assert str(store_path) in str(told.value)
    store.settings.put("theme", "dark")


def test_opening_a_locked_new_store_is_told(store_path: Path) -> None:
    with closing(sqlite3.connect(store_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreLockedError):
            Store.open(store_path, busy_timeout_ms=20)
    Store.open(store_path).close()


def test_a_full_disk_undoes_the_transaction_and_the_store_goes_on(store: Store) -> None:
    pages = store.connections.tuples("PRAGMA page_count")[0][0]
    store.connections.tuples(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(StoreFullError, match="Free some space"), store.transaction():
        store.settings.put("small", 1)
        store.settings.put("big", "x" * 100_000)
    assert store.settings.get("small") is None
    store.connections.tuples("PRAGMA max_page_count = 100000")
    store.settings.put("big", "x" * 100_000)
    assert store.health().integrity == "ok"


def test_a_full_disk_in_bars_leaves_none_of_them(store: Store) -> None:
    pages = store.connections.tuples("PRAGMA page_count")[0][0]
    store.connections.tuples(f"PRAGMA max_page_count = {pages + 10}")
    with pytest.raises(StoreFullError):
        store.bars.put("BTCUSDT", Interval.HOUR_1, "csv", hourly_bars(5000))
    assert store.bars.span("BTCUSDT", Interval.HOUR_1, "csv") is None


def test_writes_after_sqlite_undid_the_transaction_are_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="undone this transaction"), store.transaction():
        store.settings.put("before", 1)
        store.connections.raw().execute("ROLLBACK")  # as SQLite does by itself on some failures
        store.settings.put("after", 1)
    assert (store.settings.get("before"), store.settings.get("after")) == (None, None)


def test_two_threads_that_write_at_once_lose_nothing(store_path: Path) -> None:
    store = Store.open(store_path)
    start = threading.Barrier(2)

    def write(name: str) -> None:
        start.wait()
        for number in range(100):
            with store.transaction():
                count = store.settings.get("count", 0)
                store.settings.put(f"{name} {number}", number)
                store.settings.put("count", count + 1)
        store.close_thread()

    for thread in [in_thread(lambda: write("first")), in_thread(lambda: write("second"))]:
        thread.join()
    assert store.settings.get("count") == 200
    assert store.connections.tuples("SELECT count(*) FROM settings") == [(201,)]
    store.close()


def test_each_thread_has_its_own_connection_and_may_close_it(store: Store) -> None:
    own = store.connections.raw()
    others: list[sqlite3.Connection] = []

    def use_and_close() -> None:
        others.append(store.connections.raw())
        assert store.connections.raw() is others[0]
        store.close_thread()
        others.append(store.connections.raw())
        store.close_thread()

    in_thread(use_and_close).join()
    assert own is store.connections.raw()
    assert own not in others
    assert others[0] is not others[1]


def test_closing_closes_what_other_threads_left_open(store_path: Path) -> None:
    store = Store.open(store_path)
    in_thread(lambda: store.settings.put("theme", "dark")).join()
    store.close()
    assert [file.name for file in store_path.parent.iterdir()] == [store_path.name]
    with pytest.raises(StoreError, match="is closed"):
        store.settings.get("theme")


def test_a_transaction_under_way_elsewhere_ends_before_its_connection_closes(store_path: Path) -> None:
    store = Store.open(store_path)
    begun, closed = threading.Event(), threading.Event()

    def write() -> None:
        with store.transaction():
            begun.set()
            closed.wait()
            store.settings.put("theme", "dark")

    thread = in_thread(write)
    begun.wait()
    store.close()
    closed.set()
    thread.join()
    assert [file.name for file in store_path.parent.iterdir()] == [store_path.name]
    again = Store.open(store_path)
    assert again.settings.get("theme") == "dark"
    again.close()


def test_two_stores_are_open_at_once(tmp_path: Path) -> None:
    first, second = Store.open(tmp_path / "first"), Store.open(tmp_path / "second")
    first.settings.put("name", "first")
    second.settings.put("name", "second")
    assert (first.settings.get("name"), second.settings.get("name")) == ("first", "second")
    first.close()
    assert second.settings.get("name") == "second"
    second.close()


def test_threads_that_make_the_same_store_at_once_all_get_it(tmp_path: Path) -> None:
    versions: list[int] = []
    for number in range(20):
        path, start = tmp_path / f"{number}.sqlite3", threading.Barrier(4)

        def make(path: Path = path, start: threading.Barrier = start) -> None:
            start.wait()
            store = Store.open(path)
            versions.append(store.schema_version)
            store.close()

        for thread in [in_thread(make) for _ in range(4)]:
            thread.join()
    assert versions == [len(DEFAULT)] * 80


WRITER = """
import sys
from pathlib import Path
from photon_desktop.store import Store
from tests.store.samples import deposit, message, order, trade

store = Store.open(Path(sys.argv[1]))
store.messages.add(message(1))
with store.transaction():
    store.messages.add(message(2))
    trade(store, deposit(store), order())
    store.connections.tuples("PRAGMA cache_spill = 1")
    store.settings.put("big", "x" * 20_000_000)
    print("in the middle", flush=True)
    sys.stdin.read()
"""


def test_nothing_is_left_of_a_transaction_whose_process_was_killed(store_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(store_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "in the middle\n"
        writer.kill()
    store = Store.open(store_path)
    assert [waiting.id for waiting in store.messages.queued(DECISION_MAKER)] == [message(1).id]
    assert store.trades.order("order-1") is None
    assert store.trades.cash_of_ledger() == 0
    assert store.settings.get("big") is None
    assert store.health().integrity == "ok"
    assert store.health().ledger_equals_cash
    store.close()


class Worker(QObject):
    """Lives on a QThread and notes which connection each slot finds."""

    finished = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.connections: list[sqlite3.Connection] = []

    @Slot(object)
    def use(self, number: int) -> None:
        self.connections.append(self._store.connections.raw())
        self._store.settings.put(f"slot {number}", number)

    @Slot()
    def stop(self) -> None:
        self._store.close_thread()
        self.finished.emit()


class Caller(QObject):
    """Calls the worker's slots from the main thread."""

    called = Signal(object)
    stopped = Signal()


def test_a_qt_thread_keeps_its_connection_from_slot_to_slot(store: Store, qapp: QCoreApplication) -> None:
    worker, thread, caller = Worker(store), QThread(), Caller()
    worker.moveToThread(thread)
    caller.called.connect(worker.use)
    caller.stopped.connect(worker.stop)
    worker.finished.connect(thread.quit, Qt.ConnectionType.DirectConnection)
    thread.start()
    for number in range(3):
        caller.called.emit(number)
    caller.stopped.emit()
    assert thread.wait(10_000)
    assert len(worker.connections) == 3
    assert len({id(connection) for connection in worker.connections}) == 1
    assert worker.connections[0] is not store.connections.raw()
    assert store.settings.get("slot 2") == 2


def test_a_statement_under_way_elsewhere_ends_before_its_connection_closes(store_path: Path) -> None:
    """SQLite crashes the process when a connection is closed under a statement that runs."""
    store = Store.open(store_path)
    begun, ended = threading.Event(), threading.Event()
    found: list[int] = []

    def slowly(rows: Iterator[tuple[int]]) -> int:
        first = next(rows)[0]
        begun.set()
        ended.wait(20)
        return first + sum(row[0] for row in rows)

    def read() -> None:
        numbers = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1000) SELECT x FROM n"
        found.append(store.connections.gathered(slowly, numbers))

    reader = threading.Thread(target=read)
    reader.start()
    assert begun.wait(20)
    store.close()
    ended.set()
    reader.join(20)
    assert found == [500_500]
    with pytest.raises(StoreError, match="is closed"):
        store.settings.get("anything")


def test_closing_while_many_threads_write_and_read_loses_no_process(store_path: Path) -> None:
    store = Store.open(store_path)
    refused: list[str] = []

    def work(name: str) -> None:
        try:
            for number in range(10_000):
                store.settings.put(name, number)
                store.settings.get(name)
        except StoreError as error:
            refused.append(str(error))

    threads = [threading.Thread(target=work, args=(f"thread {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    while store.settings.get("thread 3") is None:
        pass
    store.close()
    for thread in threads:
        thread.join(60)
    assert len(refused) == 4
    assert all("is closed" in sentence for sentence in refused)
