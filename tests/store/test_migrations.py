import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from peewee import Model

from photon_desktop.errors import StoreError, StoreNewerError
from photon_desktop.store import Store, models
from photon_desktop.store.migrations import DEFAULT, Migration, migrate


def add_colour(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE symbols ADD COLUMN colour TEXT")


def add_colour_and_fail(connection: sqlite3.Connection) -> None:
    add_colour(connection)
    connection.execute("UPDATE symbols SET name = 'changed'")
    raise KeyError("half way")


NOW = len(DEFAULT)
COLOURS = Migration(NOW + 1, "colours for symbols", add_colour)
BROKEN = Migration(NOW + 1, "colours for symbols", add_colour_and_fail)


def columns_of(store: Store, table: str) -> list[tuple[str, str, bool]]:
    rows = store.connections.tuples(f"PRAGMA table_info({table})")
    return [(name, kind, bool(not_null)) for _, name, kind, not_null, _, _ in rows]


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [*connection.iterdump(), str(connection.execute("PRAGMA user_version").fetchone())]


@pytest.mark.parametrize("model", models.ALL)
def test_the_tables_are_what_the_models_say(store: Store, model: type[Model]) -> None:
    declared = [
        (field.column_name, {"AUTO": "INTEGER", "BIGINT": "INTEGER", "INT": "INTEGER", "FLOAT": "REAL"}.get(kind, kind))
        for field in model._meta.sorted_fields
        for kind in [field.rel_field.field_type if hasattr(field, "rel_field") else field.field_type]
    ]
    nullable = [field.null for field in model._meta.sorted_fields]
    found = columns_of(store, model._meta.table_name)
    assert [(name, kind) for name, kind, _ in found] == declared
    assert [not not_null for _, _, not_null in found] == nullable


def test_there_is_a_table_for_each_model_and_no_other(store: Store) -> None:
    tables = store.connections.tuples(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    assert [name for (name,) in tables] == sorted(model._meta.table_name for model in models.ALL)


def test_a_new_store_gets_the_newest_schema_without_a_backup(store_path: Path) -> None:
    store = Store.open(store_path, migrations=[*DEFAULT, COLOURS])
    assert store.schema_version == NOW + 1
    assert ("colour", "TEXT", False) in columns_of(store, "symbols")
    store.close()
    assert [file.name for file in store_path.parent.iterdir()] == [store_path.name]


def test_an_older_store_is_backed_up_and_brought_further(store_path: Path) -> None:
    old = Store.open(store_path)
    old.settings.put("theme", "dark")
    old.close()
    before = dump(store_path)
    new = Store.open(store_path, migrations=[*DEFAULT, COLOURS])
    assert new.schema_version == NOW + 1
    assert new.settings.get("theme") == "dark"
    assert ("colour", "TEXT", False) in columns_of(new, "symbols")
    new.close()
    backup = store_path.with_name(f"photon.sqlite3.v{NOW}.bak")
    assert dump(backup) == before
    assert backup.stat().st_mode & 0o777 == 0o600
    assert {file.name for file in store_path.parent.iterdir()} == {store_path.name, backup.name}


def test_a_migration_that_fails_half_way_changes_nothing(store_path: Path) -> None:
    Store.open(store_path).close()
    before = dump(store_path)
    with pytest.raises(StoreError, match=rf"brought to schema {NOW + 1} .*half way.* It stays at schema {NOW}"):
        Store.open(store_path, migrations=[*DEFAULT, BROKEN])
    assert dump(store_path) == before
    store = Store.open(store_path)
    assert store.schema_version == NOW
    store.close()


def test_of_two_missing_migrations_the_first_is_undone_with_the_second(store_path: Path) -> None:
    Store.open(store_path).close()
    before = dump(store_path)
    failing = Migration(NOW + 2, "nothing", add_colour_and_fail)
    with pytest.raises(StoreError, match=f"schema {NOW + 2}"):
        Store.open(store_path, migrations=[*DEFAULT, COLOURS, failing])
    assert dump(store_path) == before


def test_a_migration_is_made_once(store_path: Path) -> None:
    Store.open(store_path, migrations=[*DEFAULT, COLOURS]).close()
    Store.open(store_path, migrations=[*DEFAULT, COLOURS]).close()
    assert not store_path.with_name(f"photon.sqlite3.v{NOW + 1}.bak").exists()


def test_a_store_brought_further_is_refused_by_the_older_program(store_path: Path) -> None:
    Store.open(store_path, migrations=[*DEFAULT, COLOURS]).close()
    with pytest.raises(StoreNewerError):
        Store.open(store_path)


def test_a_store_that_became_newer_while_it_is_open_is_refused(store: Store, store_path: Path) -> None:
    with closing(sqlite3.connect(store_path)) as other:
        other.execute(f"PRAGMA user_version = {NOW + 1}")
    with pytest.raises(StoreNewerError):
        migrate(store.connections, DEFAULT)


def test_migrations_must_be_numbered_without_a_gap(store_path: Path) -> None:
    with pytest.raises(StoreError, match=r"numbered \[1, 3\]"):
        Store.open(store_path, migrations=[DEFAULT[0], Migration(3, "a gap", add_colour)])
