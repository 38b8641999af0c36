from pathlib import Path

import pytest

from photon_desktop.errors import StoreError
from photon_desktop.store import Store


def test_a_backup_holds_what_is_stored_and_nothing_unfinished(store: Store, tmp_path: Path) -> None:
    store.settings.put("theme", "dark")
    target = tmp_path / "backups" / "copy.sqlite3"
    with store.transaction():
        store.settings.put("theme", "unfinished")
        store.back_up(target)
    copy = Store.open(target)
    assert copy.settings.get("theme") == "dark"
    copy.close()
    assert [file.name for file in target.parent.iterdir()] == [target.name]


def test_a_backup_replaces_the_one_before(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite3"
    for theme in ("dark", "light"):
        store.settings.put("theme", theme)
        store.back_up(target)
    copy = Store.open(target)
    assert copy.settings.get("theme") == "light"
    copy.close()


def test_a_store_is_not_backed_up_to_itself(store: Store) -> None:
    store.settings.put("theme", "dark")
    with pytest.raises(StoreError, match="to itself"):
        store.back_up(store.path)
    assert store.settings.get("theme") == "dark"


def test_a_backup_to_an_impossible_place_is_told_and_leaves_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreError, match=r"can't be (made|written)"):
        store.back_up(tmp_path / "file" / "copy.sqlite3")
    occupied = tmp_path / "occupied"
    occupied.mkdir()
    with pytest.raises(StoreError, match="can't be written"):
        store.back_up(occupied)
    assert not (tmp_path / "occupied.part").exists()
