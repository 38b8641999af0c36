"""The command line from outside: exit codes, one JSON object, one clear line for what goes wrong."""

import gc
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from photon_desktop import __version__
from photon_desktop.cli import main
from photon_desktop.data_folder_lock import DataFolderLock
from photon_desktop.errors import StoreFullError
from photon_desktop.market.csv_files import write_bars
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.paths import STORE_NAME
from photon_desktop.store.messages import MessageRepository
from photon_desktop.store.store import Store
from photon_desktop.trading.interval import Interval

HEAVY = ("sklearn", "scipy", "yfinance", "pybit", "exchange_calendars", "pyarrow.csv", "pyarrow.parquet")
Captured = pytest.CaptureFixture[str]


def run(capsys: Captured, *words: str | Path) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of the command."""
    code = main([str(word) for word in words])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def refused(capsys: Captured, *words: str | Path) -> str:
    """The one line on stderr of a command that must fail with exit code 1 and print nothing else."""
    code, out, err = run(capsys, *words)
    assert (code, out) == (1, "")
    assert err.startswith("photon-desktop: ")
    assert err.count("\n") == 1
    return err


def test_the_version_is_the_packages(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("words", [["nonsense"], ["agents"], ["check", "--nonsense"], ["agents", "--bars", "many"]])
def test_wrong_usage_ends_with_two(words: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage: photon-desktop" in capsys.readouterr().err


def test_no_bars_at_all_is_wrong_usage(capsys: Captured, tmp_path: Path) -> None:
    code, _, err = run(capsys, "agents", "--symbol", "DEMO-BTC", "--bars", "0", "--data-dir", tmp_path)
    assert (code, "--bars is 0" in err) == (2, True)


def test_check_prints_one_json_object_with_the_promised_fields(capsys: Captured, tmp_path: Path) -> None:
    code, out, _ = run(capsys, "check", "--json", "--data-dir", tmp_path)
    findings = json.loads(out)
    assert (code, findings["ok"]) == (0, True)
    assert {"ok", "version", "libraries", "qt", "keyring", "sources", "store"} <= set(findings)
    assert set(findings["qt"]) == {"platform", "missing_libraries"}
    assert findings["store"] == {
        "path": str(tmp_path / STORE_NAME),
        "schema": findings["store"]["schema"],
        "integrity": "ok",
        "messages_queued": 0,
        "messages_failed": 0,
        "orders_unknown": 0,
        "duplicate_fills": 0,
        "damaged_bar_blocks": 0,
        "ledger_equals_cash": True,
    }


def test_check_tells_when_the_books_do_not_add_up(capsys: Captured, tmp_path: Path, qapp: QApplication) -> None:
    bars = DemoSource(DemoWorld(), Checkpoint.opening()).history("DEMO-BTC", Interval.HOUR_1, 60)
    write_bars(tmp_path / "few.csv", bars)
    words = ["agents", "--symbol", "X", "--csv", tmp_path / "few.csv", "--bars", "1", "--data-dir", tmp_path]
    assert run(capsys, *words)[0] == 0
    with sqlite3.connect(tmp_path / STORE_NAME) as store:
        store.execute("UPDATE ledger_entries SET amount = '1' WHERE book = 'cash'")
    store.close()
    code, out, _ = run(capsys, "check", "--json", "--data-dir", tmp_path)
    findings = json.loads(out)
    assert (code, findings["ok"], findings["store"]["ledger_equals_cash"]) == (1, False, False)


@pytest.mark.slow
def test_an_unknown_symbol_is_answered_with_what_there_is(capsys: Captured, tmp_path: Path, qapp: QApplication) -> None:
    line = refused(capsys, "agents", "--symbol", "NOWHERE", "--data-dir", tmp_path)
    assert "NOWHERE" in line
    assert "--csv FILE" in line


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (None, "no file"),
        ("", "empty"),
        ("a,b\n1,2\n", "header"),
        ("timestamp,open,high,low,close,volume\nx,1,1,1,1,1", "row 1"),
    ],
)
def test_a_broken_file_is_named_with_what_is_wrong(
    capsys: Captured, tmp_path: Path, qapp: QApplication, content: str | None, what: str
) -> None:
    path = tmp_path / "mine.csv"
    if content is not None:
        path.write_text(content)
    line = refused(capsys, "agents", "--symbol", "X", "--csv", path, "--data-dir", tmp_path / "data")
    assert "mine.csv" in line
    assert what in line


def test_a_store_that_is_full_ends_the_run_with_one_line(
    capsys: Captured, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreFullError("The disk that holds the store is full; make room.")

    bars = DemoSource(DemoWorld(), Checkpoint.opening()).history("DEMO-BTC", Interval.HOUR_1, 60)
    write_bars(tmp_path / "few.csv", bars)
    monkeypatch.setattr(MessageRepository, "add", full)
    words = ["agents", "--symbol", "X", "--csv", tmp_path / "few.csv", "--bars", "5", "--data-dir", tmp_path / "data"]
    assert "make room" in refused(capsys, *words)


def test_an_unknown_interval_is_answered_with_a_known_one(capsys: Captured, tmp_path: Path) -> None:
    line = refused(capsys, "agents", "--symbol", "DEMO-BTC", "--interval", "1H", "--data-dir", tmp_path)
    assert "did you mean 1h?" in line


def test_a_data_folder_in_use_is_refused(capsys: Captured, tmp_path: Path, qapp: QApplication) -> None:
    lock = DataFolderLock(tmp_path)
    lock.take()
    try:
        line = refused(capsys, "agents", "--symbol", "DEMO-BTC", "--data-dir", tmp_path)
    finally:
        lock.release()
    assert "--data-dir" in line


def test_a_store_from_a_newer_version_is_refused_untouched(capsys: Captured, tmp_path: Path) -> None:
    Store.open(tmp_path / STORE_NAME).close()
    with sqlite3.connect(tmp_path / STORE_NAME) as store:
        store.execute("PRAGMA user_version = 999")
    store.close()
    before = (tmp_path / STORE_NAME).read_bytes()
    line = refused(capsys, "check", "--data-dir", tmp_path)
    assert "newer" in line
    assert (tmp_path / STORE_NAME).read_bytes() == before


def test_a_file_that_is_no_store_is_refused(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / STORE_NAME).write_bytes(b"this is not a database, whatever its name says" * 100)
    assert STORE_NAME in refused(capsys, "check", "--data-dir", tmp_path)


def test_the_window_without_a_display_names_the_commands_that_work(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("photon_desktop.display.sys.platform", "linux")
    line = refused(capsys, "--data-dir", tmp_path)
    assert "agents, backtest, check, decide, download, import, screens, serve, soak, train" in line


def loaded_by(code: str) -> set[str]:
    """The names of the modules that a fresh Python has imported after running `code`."""
    script = f"{code}\nimport sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["photon_desktop.desktop", "photon_desktop.commands.agents"])
def test_nothing_heavy_is_imported_before_the_window_is_shown(module: str) -> None:
    assert not loaded_by(f"import {module}").intersection(HEAVY)


def test_the_window_opens_without_pandas_which_takes_half_a_second_to_import() -> None:
    assert "pandas" not in loaded_by("import photon_desktop.commands.window")


def test_the_command_line_itself_imports_next_to_nothing() -> None:
    assert not loaded_by("import photon_desktop.cli").intersection({*HEAVY, "PySide6", "numpy", "pandas", "peewee"})


def test_the_window_is_shown_before_anything_that_works_behind_it_is_imported() -> None:
    loaded = loaded_by("import photon_desktop.commands.window")
    behind = ("agents", "application", "backtest", "broker", "desktop", "store.store")
    assert not loaded.intersection(f"photon_desktop.{name}" for name in behind)


def test_qts_binding_reads_no_sources_of_what_the_window_is_made_of() -> None:
    begin = "from photon_desktop.cli import _command; _command('window'); import linecache, sys"
    tell = "print(*(name for name in linecache.cache if 'photon_desktop' in name))"
    ended = subprocess.run([sys.executable, "-c", f"{begin}; {tell}"], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == []


@pytest.mark.parametrize("collects", [True, False])
def test_garbage_is_collected_after_a_command_was_imported_as_it_was_before(collects: bool) -> None:
    before = gc.isenabled()
    set_collecting = {True: gc.enable, False: gc.disable}
    try:
        set_collecting[collects]()
        assert main(["import", "nothing-here.csv"]) == 1
        assert gc.isenabled() is collects
    finally:
        set_collecting[before]()
