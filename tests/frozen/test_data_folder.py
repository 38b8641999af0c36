"""First start, upgrade and downgrade of the built program."""

import json
import sqlite3
from pathlib import Path

import pytest

from photon_desktop.paths import STORE_NAME
from photon_desktop.store.migrations import DEFAULT
from photon_desktop.store.store import Store
from tests.frozen.conftest import Run


def test_the_first_start_makes_a_folder_that_only_its_owner_reads(run: Run, tmp_path: Path) -> None:
    assert run("check").code == 0
    folder = tmp_path / "home" / ".local" / "share" / "photon-desktop"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / STORE_NAME).stat().st_mode & 0o777 == 0o600


def test_an_older_store_is_backed_up_and_led_to_the_new_schema(run: Run, tmp_path: Path) -> None:
    store = tmp_path / STORE_NAME
    old = Store.open(store, migrations=DEFAULT[:1])
    old.settings.put("theme", "dark")
    old.close()
    findings = json.loads(run("check", "--json", "--data-dir", tmp_path).out)
    assert findings["store"]["schema"] == len(DEFAULT)
    kept = store.with_name(f"{STORE_NAME}.v1.bak")
    assert kept.stat().st_mode & 0o777 == 0o600
    backup = sqlite3.connect(kept)
    assert backup.execute("PRAGMA user_version").fetchone() == (1,)
    backup.close()
    new = Store.open(store)
    assert new.settings.get("theme") == "dark"
    new.close()


@pytest.mark.parametrize("words", [("check",), ()], ids=["check", "window"])
def test_a_newer_programs_store_is_refused_and_not_touched(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    store = tmp_path / STORE_NAME
    Store.open(store).close()
    newer = sqlite3.connect(store)
    newer.execute(f"PRAGMA user_version = {len(DEFAULT) + 1}")
    newer.close()
    before = store.read_bytes()
    ended = run(*words, "--data-dir", tmp_path, QT_QPA_PLATFORM="offscreen")
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert "Install the newer Photon Desktop" in ended.err
    assert store.read_bytes() == before
    assert not list(tmp_path.glob("*.bak"))
