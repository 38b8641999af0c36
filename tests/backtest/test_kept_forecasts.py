"""Forecasts kept in files: read as they were, made again where they are damaged."""

import os
from pathlib import Path

import numpy as np
import pytest

from photon_desktop.backtest.kept_forecasts import KEPT, ForecastShelf
from photon_desktop.backtest.walk_forward import Forecasts

KEY = {"bars": "abc", "seed": 0}


def forecasts(count: int = 50) -> Forecasts:
    rng = np.random.default_rng(1)
    drift = rng.random(count)
    drift[:3] = np.nan
    return Forecasts(rng.dirichlet((1, 1, 1), count), rng.dirichlet((1, 1, 1), count), drift)


def shelf(folder: Path) -> tuple[ForecastShelf, list[str]]:
    told: list[str] = []
    return ForecastShelf(folder / "kept", told.append), told


def test_what_was_kept_is_read_to_the_bit_and_by_its_own_key_only(tmp_path: Path) -> None:
    kept, told = shelf(tmp_path)
    kept.save(KEY, forecasts())
    read = kept.load(KEY, 50)
    assert read is not None
    for name in ("probabilities", "priors", "drift"):
        np.testing.assert_array_equal(getattr(read, name), getattr(forecasts(), name))
    assert kept.load({**KEY, "seed": 1}, 50) is None
    assert told == []


@pytest.mark.parametrize("place", [0, 40, -10])
def test_a_damaged_file_is_told_and_not_used(tmp_path: Path, place: int) -> None:
    kept, told = shelf(tmp_path)
    kept.save(KEY, forecasts())
    (file,) = kept.folder.iterdir()
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    assert kept.load(KEY, 50) is None
    assert told == [f"The stored predictions {file.name} are damaged: they are made again."]


@pytest.mark.parametrize("length", [0, 20, 500])
def test_a_cut_file_is_not_used(tmp_path: Path, length: int) -> None:
    kept, told = shelf(tmp_path)
    kept.save(KEY, forecasts())
    (file,) = kept.folder.iterdir()
    file.write_bytes(file.read_bytes()[:length])
    assert kept.load(KEY, 50) is None
    assert len(told) == 1


def test_forecasts_of_another_length_are_not_used(tmp_path: Path) -> None:
    kept, told = shelf(tmp_path)
    kept.save(KEY, forecasts(49))
    assert kept.load(KEY, 50) is None
    assert len(told) == 1


def test_only_those_used_last_are_kept(tmp_path: Path) -> None:
    kept, _ = shelf(tmp_path)
    for number in range(KEPT):
        kept.save({"seed": number}, forecasts(2))
    for age, number in enumerate(range(KEPT)):
        os.utime(kept._path({"seed": number}), ns=(age * 10**9, age * 10**9))
    assert kept.load({"seed": 0}, 2) is not None
    kept.save({"seed": KEPT}, forecasts(2))
    assert kept.load({"seed": 0}, 2) is not None
    assert kept.load({"seed": 1}, 2) is None


def test_a_folder_that_can_not_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file is here")
    kept, told = shelf(tmp_path)
    kept.save(KEY, forecasts())
    assert "were not stored" in told[0]
