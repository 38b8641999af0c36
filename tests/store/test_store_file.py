import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from photon_desktop.errors import StoreDamagedError, StoreError, StoreNewerError
from photon_desktop.store import Store
from photon_desktop.store.migrations import DEFAULT


def write_database(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_store_and_the_folders_made_for_it_are_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deeper" / "photon.sqlite3"
    store = Store.open(path)
    store.settings.put("theme", "dark")
    assert [mode_of(file) for file in sorted(path.parent.iterdir())] == [0o600] * 3
    assert mode_of(path.parent) == mode_of(path.parent.parent) == 0o700
    store.close()


def test_the_mode_of_a_folder_that_was_there_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "there"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    Store.open(folder / "photon.sqlite3").close()
    assert mode_of(folder) == 0o755


def test_a_closed_store_leaves_one_file_and_opens_again(store_path: Path) -> None:
    store = Store.open(store_path)
    store.settings.put("theme", "dark")
    store.close()
    assert [file.name for file in store_path.parent.iterdir()] == [store_path.name]
    again = Store.open(store_path)
    assert again.settings.get("theme") == "dark"
    again.close()


def test_an_empty_file_becomes_a_store(store_path: Path) -> None:
    store_path.touch()
    store = Store.open(store_path)
    assert store.health().integrity == "ok"
    store.close()


@pytest.mark.parametrize("journal_mode", ["wal", "delete"])
def test_a_newer_store_is_refused_and_stays_as_it_is(store_path: Path, journal_mode: str) -> None:
    Store.open(store_path).close()
    write_database(store_path, "PRAGMA user_version = 999", f"PRAGMA journal_mode = {journal_mode}")
    before, changed = store_path.read_bytes(), store_path.stat().st_mtime_ns
    with pytest.raises(StoreNewerError, match=f"schema 999, this program knows up to {len(DEFAULT)}") as refused:
        Store.open(store_path)
    assert str(store_path) in str(refused.value)
    assert store_path.read_bytes() == before
    assert store_path.stat().st_mtime_ns == changed
    assert [file.name for file in store_path.parent.iterdir()] == [store_path.name]


def test_a_store_made_newer_by_a_program_that_still_runs_is_refused(store_path: Path) -> None:
    Store.open(store_path).close()
    with closing(sqlite3.connect(store_path, isolation_level=None)) as other:
        other.execute("PRAGMA user_version = 999")  # stands in the log only
        before = {file.name: file.read_bytes() for file in store_path.parent.iterdir() if "shm" not in file.name}
        with pytest.raises(StoreNewerError):
            Store.open(store_path)
        after = {file.name: file.read_bytes() for file in store_path.parent.iterdir() if "shm" not in file.name}
    assert after == before


def test_random_bytes_are_refused_and_stay_as_they_are(store_path: Path) -> None:
    content = bytes(range(7, 256)) * 50
    store_path.write_bytes(content)
    with pytest.raises(StoreDamagedError, match="is damaged or no store"):
        Store.open(store_path)
    assert store_path.read_bytes() == content
    assert [file.name for file in store_path.parent.iterdir()] == [store_path.name]


def test_another_programs_database_is_refused_and_stays_as_it_is(store_path: Path) -> None:
    write_database(store_path, "CREATE TABLE theirs (value)", "INSERT INTO theirs VALUES (1)")
    before = store_path.read_bytes()
    with pytest.raises(StoreDamagedError, match="another program"):
        Store.open(store_path)
    assert store_path.read_bytes() == before


def test_a_store_torn_in_its_middle_is_told_as_damaged(store_path: Path) -> None:
    store = Store.open(store_path)
    for number in range(50):
        store.settings.put(f"key {number}", "x" * 1000)
    store.close()
    content = bytearray(store_path.read_bytes())
    content[-10 * 4096 :] = b"\xa5" * (10 * 4096)
    store_path.write_bytes(content)
    torn = Store.open(store_path)
    with pytest.raises(StoreDamagedError, match="Move it away, or put a backup"):
        torn.connections.tuples("SELECT * FROM settings ORDER BY value")
    torn.close()


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreError, match=r"can't be made .*Choose a folder"):
        Store.open(tmp_path / "file" / "photon.sqlite3")


def test_a_path_that_is_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        Store.open(tmp_path)


def test_a_file_whose_maker_was_killed_becomes_a_store(tmp_path: Path, store_path: Path) -> None:
    making = tmp_path / "making" / "file"
    making.parent.mkdir()
    with closing(sqlite3.connect(making, isolation_level=None)) as maker:
        maker.execute("PRAGMA cache_size = 1")
        maker.execute("BEGIN IMMEDIATE")
        maker.execute("CREATE TABLE unfinished (value)")
        maker.execute("INSERT INTO unfinished VALUES (?)", ("x" * 100_000,))
        for suffix in ("", "-journal"):
            content = making.with_name(making.name + suffix).read_bytes()
            store_path.with_name(store_path.name + suffix).write_bytes(content)
    assert store_path.stat().st_size > 0
    store = Store.open(store_path)
    assert store.schema_version == len(DEFAULT)
    assert store.connections.tuples("SELECT name FROM sqlite_master WHERE name = 'unfinished'") == []
    store.close()
