"""No file whatever brings the importer down, and none is stored in part."""

import random
import time
from dataclasses import replace
from pathlib import Path

import pytest

from photon_desktop.errors import PhotonError
from photon_desktop.market.importer.reading import OpenedFile, open_file, preview, read_bars, regarded
from photon_desktop.market.importer.refusals import ChoiceNeededError
from photon_desktop.market.importer.storing import store_bars
from photon_desktop.store.store import Store
from photon_desktop.trading.interval import Interval
from tests.market.importer.mutations import mutated

FILES_A_TEST = 250
LONGEST_S = 5.0
SYMBOL = "FUZZUSDT"


def sources(shared_folder: Path) -> list[Path]:
    """Samples small enough to be read by the thousand."""
    folders = (shared_folder / "vendor_samples", shared_folder / "bad_samples")
    files = sorted(path for folder in folders for path in folder.iterdir() if path.name != "expected.json")
    return [path for path in files if path.stat().st_size < 200_000]


def opened_with_choices(path: Path) -> OpenedFile:
    """The file, with the first choice taken where there is one, and a symbol and interval where none is told."""
    try:
        opened = open_file(path)
    except ChoiceNeededError as error:
        opened = open_file(path, member=error.choices[0])
    ticker = next((question.choices[0] for question in opened.questions if question.about == "ticker"), None)
    if ticker is not None:
        opened = regarded(opened, replace(opened.format, ticker=ticker))
    interval = opened.format.interval or Interval.MINUTE_1
    return regarded(opened, replace(opened.format, interval=interval, symbol=SYMBOL))


def stored_of(path: Path, store: Store) -> int:
    """How many bars of the file are stored; it is read, previewed, checked and stored, or refused with a sentence."""
    try:
        opened = opened_with_choices(path)
        preview(opened, opened.format)
        reading = read_bars(opened, opened.format)
        reading.bars.check()
        assert reading.report.rows_read == reading.report.rows_imported + reading.report.rows_dropped
        assert reading.report.rows_imported == len(reading.bars)
        interval = opened.format.interval or Interval.MINUTE_1
        return store_bars(store, SYMBOL, interval, reading, opened.name, opened.format)
    except PhotonError as error:
        sentence = str(error)
        assert "\n" not in sentence
        assert sentence.isprintable()
        return 0


def check_files(seed: int, shared_folder: Path, folder: Path) -> int:
    """Try FILES_A_TEST broken files; of how many bars were stored."""
    files = sources(shared_folder)
    with_store = folder / "store.sqlite3"
    taken = 0
    for number in range(FILES_A_TEST):
        chance = random.Random(seed * FILES_A_TEST + number)
        source = chance.choice(files)
        path = folder / f"{number}{''.join(source.suffixes)[-12:]}"
        path.write_bytes(mutated(source.read_bytes(), chance))
        begun = time.perf_counter()
        taken += check_one(path, with_store, f"{source.name}, seed {seed}, number {number}") > 0
        assert time.perf_counter() - begun < LONGEST_S, f"{source.name}, seed {seed}, number {number}"
        path.unlink()
    return taken


def check_one(path: Path, store_path: Path, which: str) -> int:
    """How many bars were stored of it: all that it was read as, or none."""
    store = Store.open(store_path)
    try:
        stored = stored_of(path, store)
        assert sum(series.bars for series in store.bars.series()) == stored, which
        for series in store.bars.series():
            store.bars.remove(series.key.symbol, series.key.interval, series.key.source)
    except AssertionError:
        raise
    except Exception as error:
        raise AssertionError(f"{which}: {type(error).__name__}: {error}") from error
    else:
        return stored
    finally:
        store.close()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_no_accident_brings_the_importer_down(seed: int, shared_folder: Path, tmp_path: Path) -> None:
    check_files(seed, shared_folder, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 42))
def test_none_of_ten_thousand_accidents_does(seed: int, shared_folder: Path, tmp_path: Path) -> None:
    check_files(seed, shared_folder, tmp_path)
