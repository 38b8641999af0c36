"""Bars in files of the normalised form: `timestamp,open,high,low,close,volume`, times ISO 8601 UTC."""

import csv
import io
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from photon_desktop.errors import DataError, NoBarsError, UnknownSymbolError, ValueRefusedError
from photon_desktop.market.symbol_names import check_symbol, did_you_mean
from photon_desktop.trading.bars import Bars, FloatArray, TimeArray
from photon_desktop.trading.instrument import Instrument, assumed_instrument
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND, Interval
from photon_desktop.whole_files import written_whole

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("timestamp", "open", "high", "low", "close", "volume")
HEADER = ",".join(COLUMNS)
_NUMBERS = COLUMNS[1:]
_DATE = r"\d{4}-\d{2}-\d{2}"  # pandas also takes "now", a bare year and other texts that ISO 8601 files do not hold
_FIRST_TIME, _LAST_TIME = "1678-01-01", "2262-01-01"  # int64 nanoseconds reach no further


def read_bars(path: Path) -> Bars:
    """The bars of a normalised file; its header in any letter case and order, columns of other names left out.

    Times without a zone are UTC. Raises DataError, in one sentence with the file's name, the row (counted from the
    first row of data) and what to do, for whatever is not a file of bars: nothing is repaired or left out here.
    """
    name = _shown(path)
    text = _text_of(path, name)
    frame = _table_of(text, _labels_of(text, name), name)
    times, numbers = _times_of(frame["timestamp"], name), _numbers_of(frame, name)
    try:
        return Bars.of(times, *numbers)
    except DataError as error:
        sentence = str(error)
        raise DataError(f"In {name}, {sentence[0].lower()}{sentence[1:]}") from None


def write_bars(path: Path, bars: Bars) -> None:
    """Write `bars` in the normalised form, floats by their shortest exact text, lines ended by LF.

    The file appears whole or not at all. Raises DataError when it can't be written.
    """
    try:
        with written_whole(path) as file:
            file.write(f"{HEADER}\n".encode())
            file.writelines(map(str.encode, _lines_of(bars)))
    except OSError as error:
        raise _not_written(path, error) from error


def append_bars(path: Path, bars: Bars) -> None:
    """Write `bars` behind those of a file in the normalised form, or begin one; they must be later than its own.

    Cut off in the middle, the file ends in a broken line: see `whole_lines`. Raises DataError when it can't be written.
    """
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            if file.tell() == 0:
                file.write(f"{HEADER}\n")
            file.writelines(_lines_of(bars))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _not_written(path, error) from error


def whole_lines(path: Path) -> None:
    """Cut a last line off that has no end. Raises DataError when the file can't be written."""
    try:
        with path.open("rb+") as file:
            content = file.read()
            file.truncate(content.rfind(b"\n") + 1)
    except OSError as error:
        raise _not_written(path, error) from error


def _lines_of(bars: Bars) -> Iterator[str]:
    whole_seconds = bool(np.all(bars.times % NANOSECONDS_PER_SECOND == 0))
    moments = np.datetime_as_string(bars.times.astype("M8[ns]"), unit="s" if whole_seconds else "ns").tolist()
    numbers = zip(*(column.tolist() for column in bars.columns()[1:]), strict=True)
    return (f"{moment}Z,{','.join(map(repr, row))}\n" for moment, row in zip(moments, numbers, strict=True))


def _not_written(path: Path, error: OSError) -> DataError:
    return DataError(f"{_shown(path)} can't be written ({error.strerror}); choose another folder.")


def spacing_of(bars: Bars) -> int | None:
    """The median distance between opens in nanoseconds (the lower one of two), None for fewer than two bars."""
    if len(bars) < 2:
        return None
    distances = np.sort(np.diff(bars.times))
    return int(distances[(len(distances) - 1) // 2])


class CsvSource:
    """Bars from `{SYMBOL}_{INTERVAL}.csv` or `{SYMBOL}.csv` in `folders`, in that order; a file named for a symbol and
    an interval in `files` goes before any folder. A file is read anew each time it is asked for."""

    name = "csv"

    def __init__(self, folders: Sequence[Path], files: Mapping[tuple[str, Interval], Path] | None = None) -> None:
        self._folders = tuple(folders)
        self._files = dict(files or {})

    def was_given(self, symbol: str, interval: Interval) -> bool:
        """Whether the user named a file for exactly these bars."""
        return (symbol, interval) in self._files

    def symbols(self) -> tuple[str, ...]:
        """Every symbol there is a file for, sorted."""
        stems = (path.stem for folder in self._folders for path in folder.glob("*.csv"))
        return tuple(sorted({_symbol_in(stem) for stem in stems} | {symbol for symbol, _ in self._files}))

    def instrument(self, symbol: str) -> Instrument:
        """The steps assumed for `symbol`; UnknownSymbolError when no file has its bars."""
        check_symbol(symbol)
        if symbol not in self.symbols():
            raise self._unknown(symbol, f"{symbol}.csv")
        return assumed_instrument(symbol)

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        """As BarSource says. A file whose median spacing is not the interval is refused with DataError."""
        check_symbol(symbol)
        if count < 1:
            raise ValueRefusedError(f"The number of bars asked for is {count}; ask for 1 or more.")
        bars = self._whole_file(symbol, interval).between(None, end_ns).tail(count)
        if len(bars) == 0:
            raise NoBarsError(f"The file of {symbol} at {interval} has no bars before that time; ask for a later one.")
        return bars

    def _whole_file(self, symbol: str, interval: Interval) -> Bars:
        path = self._exact_file(symbol, interval)
        if path is None:
            return self._plain_file(symbol, interval)
        bars = read_bars(path)
        if spacing_of(bars) not in (interval.nanoseconds, None):
            raise _wrong_spacing(path, bars, interval)
        return bars

    def _exact_file(self, symbol: str, interval: Interval) -> Path | None:
        if self.was_given(symbol, interval):
            return self._files[symbol, interval]
        paths = (folder / f"{symbol}_{interval}.csv" for folder in self._folders)
        return next((path for path in paths if path.exists()), None)

    def _plain_file(self, symbol: str, interval: Interval) -> Bars:
        refusal = self._unknown(symbol, f"{symbol}_{interval}.csv or {symbol}.csv")
        for path in (folder / f"{symbol}.csv" for folder in self._folders):
            if not path.exists():
                continue
            bars = read_bars(path)
            if spacing_of(bars) == interval.nanoseconds:
                return bars
            refusal = _wrong_spacing(path, bars, interval)
        raise refusal

    def _unknown(self, symbol: str, wanted: str) -> DataError:
        hint = did_you_mean(symbol, self.symbols())
        return UnknownSymbolError(f"There is no file {wanted} in the data folders{hint}; import one or give its path.")


def _wrong_spacing(path: Path, bars: Bars, interval: Interval) -> DataError:
    spacing = spacing_of(bars)
    holds = "a single bar" if spacing is None else f"bars {_length_in_words(spacing)} apart"
    return DataError(f"{_shown(path)} holds {holds}, not {interval} bars; ask for its own interval or another file.")


def _length_in_words(nanoseconds: int) -> str:
    known = {interval.nanoseconds: interval.value for interval in Interval}
    return known.get(nanoseconds, f"{nanoseconds / NANOSECONDS_PER_SECOND:g} seconds")


def _symbol_in(stem: str) -> str:
    head, _, tail = stem.rpartition("_")
    return head if head and tail in {interval.value for interval in Interval} else stem


def _shown(path: Path) -> str:
    """The file's name for a sentence of one line."""
    return path.name if path.name.isprintable() else ascii(path.name)


def _text_of(path: Path, name: str) -> str:
    if path.is_dir():
        raise DataError(f"{name} is a folder; give a CSV file.")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise DataError(f"There is no file {name}; check its name and folder.") from None
    except UnicodeDecodeError:
        raise DataError(f"{name} is not UTF-8 text; save it as CSV in UTF-8, or import it.") from None
    except (OSError, ValueError) as error:
        raise DataError(f"{name} can't be read ({error}); check the file and its permissions.") from error
    if "\0" in text:
        raise DataError(f"{name} holds NUL bytes, which no text has; save it as CSV in UTF-8, or import it.")
    text = text.strip("\ufeff \t\r\n")
    if not text:
        raise DataError(f"{name} is empty; give a file whose first line is {HEADER}.")
    return text


def _labels_of(text: str, name: str) -> list[str]:
    """One label for each column: its name where it is one of ours, its number where it is not."""
    first_line = re.split(r"[\r\n]", text, maxsplit=1)[0]
    try:
        cells = [cell.strip("\ufeff ").casefold() for cell in next(csv.reader([first_line]))]
    except csv.Error:
        cells = []
    missing = [column for column in COLUMNS if column not in cells]
    if len(missing) == len(COLUMNS):
        raise DataError(f"{name} has no header; its first line must be {HEADER}, or import it.")
    if missing:
        raise DataError(f"{name} has no column {' and no column '.join(missing)}; its header must be {HEADER}.")
    twice = [column for column in COLUMNS if cells.count(column) > 1]
    if twice:
        raise DataError(f"{name} has more than one column {twice[0]}; leave only the right one.")
    return [cell if cell in COLUMNS else str(place) for place, cell in enumerate(cells)]


def _table_of(text: str, labels: list[str], name: str) -> "pd.DataFrame":
    try:
        frame = _parsed(text, labels)
    except ValueError as error:
        line = re.search(r"(?:line|row) (\d+)", str(error))
        where = f" near line {line[1]}" if line else ""
        raise DataError(f"{name} has broken rows{where}; correct or remove them, or import it.") from None
    if len(frame) == 0:
        raise DataError(f"{name} has a header but no bars under it; give a file with bars.")
    return frame


def _parsed(text: str, labels: list[str]) -> "pd.DataFrame":
    """The cells as text; ValueError naming the line where a row does not fit the header."""
    import pandas as pd  # noqa: PLC0415 - a heavy import that a start on the demo market does not need

    frame: pd.DataFrame = pd.read_csv(
        io.StringIO(text), header=0, names=labels, dtype=dict.fromkeys(labels, object), na_filter=False
    )
    has_one_label_a_cell = isinstance(frame.index, pd.RangeIndex)  # otherwise the first cells became the index
    if not has_one_label_a_cell:
        raise ValueError("more cells than the header in line 2")
    return frame


def _numbers_of(frame: "pd.DataFrame", name: str) -> list[FloatArray]:
    """The five columns, each cell as Python reads a float: exact, which pandas' own reading is not in all versions."""
    columns = [frame[column].to_numpy(dtype=object) for column in _NUMBERS]
    try:
        if not any("_" in "".join(column) for column in columns):
            return [column.astype(np.float64) for column in columns]
    except (ValueError, TypeError):
        pass
    raise _bad_number(columns, name)


def _bad_number(columns: list[npt.NDArray[np.object_]], name: str) -> DataError:
    for row, cells in enumerate(zip(*columns, strict=True), start=1):
        for column, cell in zip(_NUMBERS, cells, strict=True):
            if not _is_number(cell):
                shown = f"{cell[:40]!a}, not a number" if isinstance(cell, str) and cell else "empty"
                return DataError(f"In {name}, row {row}, {column} is {shown}; correct or remove the row.")
    return DataError(f"{name} has a price that can't be read as a number; correct or remove its row.")


def _is_number(cell: object) -> bool:
    try:
        float(str(cell))
    except ValueError:
        return False
    return isinstance(cell, str) and "_" not in cell


def _times_of(texts: "pd.Series[str]", name: str) -> TimeArray:
    import pandas as pd  # noqa: PLC0415 - as above

    moments = pd.to_datetime(texts, format="ISO8601", utc=True, errors="coerce")
    in_range = (moments >= pd.Timestamp(_FIRST_TIME, tz="UTC")) & (moments < pd.Timestamp(_LAST_TIME, tz="UTC"))
    is_bad: npt.NDArray[np.bool_] = ~(in_range & texts.str.match(_DATE)).to_numpy(dtype=bool)
    if is_bad.any():
        row = int(np.argmax(is_bad))
        shown = ascii(str(texts.iloc[row])[:40])
        raise DataError(
            f"In {name}, row {row + 1}, the time is {shown}; write it in ISO 8601 like 2024-12-07T10:00:00Z,"
            f" between {_FIRST_TIME} and {_LAST_TIME}."
        )
    return moments.dt.as_unit("ns").to_numpy(dtype="M8[ns]").view(np.int64)
