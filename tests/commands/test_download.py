import json
from argparse import Namespace
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from photon_desktop.cli import main
from photon_desktop.commands.download import fetch
from photon_desktop.market.bybit.endpoint import Category, Endpoint
from photon_desktop.market.bybit.rest.client import open_client
from photon_desktop.market.bybit.source import BybitSource
from photon_desktop.market.csv_files import read_bars, write_bars
from photon_desktop.market.real.venue import HeldSource
from photon_desktop.paths import STORE_NAME
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Json
from photon_desktop.trading.timestamps import to_iso
from tests.fakes.bybit_server import BybitServer


def test_a_simulated_symbol_is_written_and_described(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["download", "--symbol", "DEMO-ETH", "--period", "5d", "--interval", "1h", "--json"]
    assert main([*words, "--output-dir", str(tmp_path), "--data-dir", str(tmp_path / "data")]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["rows"], result["source"], result["warnings"]) == (120, "demo", [])
    assert (result["first"]["timestamp"], result["last"]["timestamp"]) == (
        "2024-12-27T00:00:00Z",
        "2024-12-31T23:00:00Z",
    )
    assert len(read_bars(Path(result["path"]))) == 120


def fetched(folder: Path, period: str = "1d") -> Json:
    """What the local exchange gives for minutes of BTCUSDT, with the store in a folder `data` beside."""
    options = Namespace(
        symbol="BTCUSDT", period=period, interval="1m", output_dir=folder, data_dir=folder.parent / "data"
    )
    with BybitServer() as server:

        def open_local() -> HeldSource:
            return BybitSource(open_client(Endpoint(rest_url=server.rest_url), Category.LINEAR))

        return fetch(options, {InstrumentKind.CRYPTO: open_local})


def test_a_crypto_symbol_comes_from_the_exchange_into_a_folder_that_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "anew"
    result = fetched(folder)
    assert (result["source"], result["path"], result["warnings"]) == ("bybit", str(folder / "BTCUSDT_1m.csv"), [])
    assert result["rows"] == len(read_bars(folder / "BTCUSDT_1m.csv")) == 1_440


def test_what_was_fetched_is_kept_in_the_store_with_its_passport(tmp_path: Path) -> None:
    result = fetched(tmp_path / "files")
    with closing(Store.open(tmp_path / "data" / STORE_NAME)) as store:
        passport = store.passports.get("BTCUSDT", Interval.MINUTE_1, "bybit")
        stored = store.bars.read("BTCUSDT", Interval.MINUTE_1, "bybit")
    assert passport is not None
    assert (passport.bars, passport.content_hash, passport.origin) == (
        1_440,
        result["hash"],
        "Bybit's public history",
    )
    assert stored == read_bars(Path(result["path"]))


def test_prices_that_differ_from_those_of_the_file_replaced_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    path = Path(fetched(folder)["path"])
    right = read_bars(path)
    changed = right.close.copy()
    changed[[700, 900]] *= 1 - 1e-5
    lows = np.minimum(right.low, changed)
    write_bars(path, Bars.of(right.times, right.open, right.high, lows, changed, right.volume))
    (told,) = fetched(folder)["warnings"]
    assert told.startswith("Bybit now gives ")
    assert "bars of BTCUSDT 1m differently" in told
    assert f"{to_iso(int(right.times[700]))} and {to_iso(int(right.times[900]))}" in told
    assert fetched(folder)["warnings"] == []


def test_a_file_that_holds_no_bars_is_replaced_which_is_told(tmp_path: Path) -> None:
    (tmp_path / "BTCUSDT_1m.csv").write_text("no bars\n")
    assert fetched(tmp_path)["warnings"] == ["BTCUSDT_1m.csv was no file of bars that could be read, and is replaced."]


def test_bars_that_cannot_be_kept_are_written_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / STORE_NAME).write_bytes(b"no store at all" * 100)
    result = fetched(tmp_path / "files")
    assert len(read_bars(Path(result["path"]))) == 1_440
    assert result["warnings"][0].startswith("The bars could not be kept for the next time: ")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    words = ["download", "--symbol", "DEMO-BTC", "--period", "1d", "--data-dir", str(tmp_path)]
    assert main([*words, "--output-dir", str(tmp_path / "file" / "below")]) == 1
    assert "can't be made" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["--symbol", "A/B"], "can't be a symbol"),
        (["--symbol", "DEMO-BTC", "--period", "1month"], "1mo"),
        (["--symbol", "DEMO-BTC", "--interval", "1H"], "did you mean 1h"),
        (["--symbol", "DEMO-DOGE"], "lists no"),
    ],
)
def test_what_can_not_be_fetched_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], what: str
) -> None:
    assert main(["download", *words, "--data-dir", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert what in printed.err
