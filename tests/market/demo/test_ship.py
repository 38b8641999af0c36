"""The files that ship with the program are what the film gives, byte for byte."""

from pathlib import Path

import pytest

from photon_desktop.errors import DataError
from photon_desktop.market.csv_files import CsvSource, read_bars
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.film_times import DEMO_EPOCH, HOUR_NS
from photon_desktop.market.demo.listings import DEMO_SYMBOLS
from photon_desktop.market.demo.ship import SHIPPED_BARS, main
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.paths import shipped_data_folder
from photon_desktop.trading.interval import Interval


def test_making_the_files_again_gives_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(tmp_path)])
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted(f"{symbol}_1h.csv" for symbol in DEMO_SYMBOLS)
    assert sorted(Path(line).name for line in capsys.readouterr().out.splitlines()) == names
    for name in names:
        assert (tmp_path / name).read_bytes() == (shipped_data_folder() / name).read_bytes(), name


@pytest.mark.parametrize("symbol", DEMO_SYMBOLS)
def test_they_end_where_the_first_session_starts(symbol: str) -> None:
    bars = read_bars(shipped_data_folder() / f"{symbol}_1h.csv")
    assert len(bars) == SHIPPED_BARS
    assert bars.times[-1] + HOUR_NS == DEMO_EPOCH
    assert bars.close[-1] == pytest.approx(Checkpoint.opening().price(symbol), abs=0.06)


def test_files_and_film_serve_the_same_bars() -> None:
    source = DemoSource(DemoWorld(), Checkpoint.opening())
    files = CsvSource([shipped_data_folder()])
    for symbol in DEMO_SYMBOLS:
        assert files.history(symbol, Interval.HOUR_1, 700) == source.history(symbol, Interval.HOUR_1, 700)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"DEMO-BTC_1h\.csv can't be written \(No such file or directory\)"):
        main([str(tmp_path / "missing")])
