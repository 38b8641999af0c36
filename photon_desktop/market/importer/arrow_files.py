"""Parquet and Feather files, written as delimited text: what reads a text then reads them too."""

import io

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from photon_desktop.errors import DataError
from photon_desktop.market.importer.containers import LARGEST
from photon_desktop.market.importer.refusals import shown
from photon_desktop.market.importer.watch import Watch

PARQUET, FEATHER = "parquet", "feather"
_STARTS = {b"PAR1": PARQUET, b"ARROW1": FEATHER}
_OLD_FEATHER = b"FEA1"
_ROWS_A_BATCH = 1 << 16
_MOST_ROWS = 50_000_000
_MOST_COLUMNS = 1_000


def arrow_kind(data: bytes) -> str | None:
    """PARQUET or FEATHER by the first bytes, None for any other file."""
    return next((kind for start, kind in _STARTS.items() if data.startswith(start)), None)


def arrow_text(data: bytes, kind: str, name: str, watch: Watch) -> bytes:
    """The table as CSV with a header; columns of lists and structures are left out.

    Numbers are written so that they read back to the same bits, times as ISO 8601. Raises DataError for a damaged
    file and for one that would not fit into memory.
    """
    try:
        return _parquet_text(data, name, watch) if kind == PARQUET else _feather_text(data, name, watch)
    except (
        pa.ArrowException,
        OSError,
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        NotImplementedError,
        MemoryError,
        OverflowError,
    ) as error:
        raise DataError(f"{shown(name)} is a damaged {kind} file; save it again, or as CSV.") from error


def _parquet_text(data: bytes, name: str, watch: Watch) -> bytes:
    file = pq.ParquetFile(pa.BufferReader(data))
    _check_size(file.metadata.num_rows, file.metadata.num_columns, name)
    columns = [field.name for field in file.schema_arrow if _is_plain(field.type)]
    sink = _Sink(name, file.metadata.num_rows, watch)
    for batch in file.iter_batches(batch_size=_ROWS_A_BATCH, columns=columns, use_threads=False):
        sink.write(batch)
    return sink.text()


def _feather_text(data: bytes, name: str, watch: Watch) -> bytes:
    file = pa.ipc.open_file(pa.BufferReader(data))
    _check_size(file.num_record_batches, len(file.schema), name)
    sink = _Sink(name, 0, watch)
    for number in range(file.num_record_batches):
        batch = file.get_batch(number)
        batch.validate(full=True)  # what a damaged file says of its own buffers is not to be trusted
        sink.write(batch.select([place for place, field in enumerate(file.schema) if _is_plain(field.type)]))
    return sink.text()


def _check_size(rows: int, columns: int, name: str) -> None:
    if rows > _MOST_ROWS or columns > _MOST_COLUMNS:
        raise DataError(
            f"{shown(name)} has {rows:,} rows of {columns:,} columns; at most {_MOST_ROWS:,} of {_MOST_COLUMNS:,} are"
            " taken, split it."
        )


def _is_plain(kind: pa.DataType) -> bool:
    value = kind.value_type if pa.types.is_dictionary(kind) else kind
    return bool(
        pa.types.is_integer(value)
        or pa.types.is_floating(value)
        or pa.types.is_decimal(value)
        or pa.types.is_temporal(value)
        or pa.types.is_string(value)
        or pa.types.is_large_string(value)
    )


class _Sink:
    """Collects batches as text, the header before the first."""

    def __init__(self, name: str, rows: int, watch: Watch) -> None:
        self._name = name
        self._rows = rows
        self._watch = watch
        self._done = 0
        self._text = io.BytesIO()

    def write(self, batch: pa.RecordBatch) -> None:
        """Add the rows of `batch`. Raises DataError when the text grows too long."""
        names = [_as_cell(name) for name in batch.schema.names]
        plain = pa.table([_as_text(column) for column in batch.columns], names=names)
        options = pa_csv.WriteOptions(include_header=self._done == 0, quoting_style="needed")
        pa_csv.write_csv(plain, self._text, options)
        self._done += batch.num_rows
        if self._text.tell() > LARGEST or self._done > _MOST_ROWS:
            raise DataError(f"{shown(self._name)} is too large when unpacked; split it into smaller files.")
        self._watch.step("reading", self._done, max(self._done, self._rows))

    def text(self) -> bytes:
        """All that was written."""
        if self._done == 0:
            raise DataError(f"There is no data in {shown(self._name)}, it has no rows; choose another file.")
        return self._text.getvalue()


def _as_cell(text: str) -> str:
    return " ".join(text.replace('"', "'").split())


def _as_text(column: pa.Array) -> pa.Array:
    """The column as the writer can write it, texts without what would break a line or a cell."""
    values = column.dictionary_decode() if pa.types.is_dictionary(column.type) else column
    if pa.types.is_timestamp(values.type) and values.type.tz is not None:
        return values.cast(pa.timestamp(values.type.unit, "UTC"))
    if pa.types.is_string(values.type) or pa.types.is_large_string(values.type):
        return pc.replace_substring_regex(values, r'["\r\n]', " ")
    if pa.types.is_duration(values.type) or pa.types.is_interval(values.type):
        return pa.nulls(len(values), pa.string())
    return values.cast(pa.float32()) if pa.types.is_float16(values.type) else values
