"""JSON, Parquet, Feather and archives come out as the same text; damaged ones as one sentence."""

import gzip
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet as pq
import pytest

from photon_desktop.errors import DataError
from photon_desktop.market.importer import containers
from photon_desktop.market.importer.containers import read_content
from photon_desktop.market.importer.reading import open_file, read_bars
from photon_desktop.market.importer.texts import text_of
from photon_desktop.market.importer.watch import Watch
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from tests.market.importer.layouts import expected, lines, rows

H = Interval.HOUR_1
CSV = lines("time,open,high,low,close,volume", lambda r: f"{r.at:%Y-%m-%dT%H:%M:%SZ},{r.commas}", H).encode()


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def bars_in(path: Path) -> Bars:
    opened = open_file(path)
    return read_bars(opened, opened.format).bars


def table(**changes: Any) -> pa.Table:
    chosen = rows(H)
    columns: dict[str, Any] = {
        "note": [[1, 2]] * len(chosen),
        "date": pa.array([row.at for row in chosen], pa.timestamp("ms", "America/New_York")),
        **{
            name: [float(getattr(row, name[0])) for row in chosen]
            for name in ("open", "high", "low", "close", "volume")
        },
    }
    return pa.table(columns | changes)


def parquet(content: pa.Table) -> bytes:
    sink = io.BytesIO()
    pq.write_table(content, sink)
    return sink.getvalue()


def feather(content: pa.Table) -> bytes:
    sink = io.BytesIO()
    pyarrow.feather.write_feather(content, sink)
    return sink.getvalue()


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"date": pa.array([row.at.replace(tzinfo=None) for row in rows(H)], pa.timestamp("ns"))},
        {"date": pa.array([int(row.at.timestamp() * 1000) for row in rows(H)])},
        {"close": pa.array([row.c for row in rows(H)])},
        {"volume": pa.array([int(row.v) for row in rows(H)], pa.int32())},
        {"symbol": pa.array(['A,"\n\tB'] * 30).dictionary_encode()},
    ],
)
def test_a_table_of_arrow_gives_its_bars(changes: dict[str, Any], tmp_path: Path) -> None:
    content = table(**changes)
    for name, data in (("BTCUSDT.parquet", parquet(content)), ("BTCUSDT.feather", feather(content))):
        path = written(tmp_path, name, data)
        assert bars_in(path) == expected(H)
        assert open_file(path).format.encoding == name.rpartition(".")[2]


def test_a_table_without_rows_and_one_cut_off_are_one_sentence(tmp_path: Path) -> None:
    for ending, data in (("parquet", parquet(table())), ("feather", feather(table()))):
        with pytest.raises(DataError, match=f"damaged {ending} file"):
            open_file(written(tmp_path, "cut", data[: len(data) // 2]))
    with pytest.raises(DataError, match="no data"):
        open_file(written(tmp_path, "none", parquet(table().slice(0, 0))))


@pytest.mark.parametrize("content", ["[", "{", "[1,", '{"a": ', "[" * 100_000, '[["1"]] x', '{"a":1}\n{"a":'])
def test_broken_json_is_one_sentence(content: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"broken JSON|no line has|no OHLCV"):
        open_file(written(tmp_path, "a.json", content.encode()))


def test_json_of_several_markets_is_not_mixed(tmp_path: Path) -> None:
    bars = [{"t": row.unix, "o": row.o, "h": row.h, "l": row.l, "c": row.c, "v": row.v} for row in rows(H)]
    with pytest.raises(DataError, match=r"2 tables \(AAPL, MSFT\)"):
        open_file(written(tmp_path, "a.json", json.dumps({"bars": {"AAPL": bars, "MSFT": bars}}).encode()))


def test_numbers_of_json_keep_their_digits(tmp_path: Path) -> None:
    text = (
        "["
        + ",".join(
            f"[{row.unix},{row.o},{row.h},{row.l},{row.c},0.1000000000000000055511151231257827]" for row in rows(H)
        )
        + "]"
    )
    assert bars_in(written(tmp_path, "a.json", text.encode())).volume.tolist() == [0.1] * 30


def test_archives_are_opened_in_memory_and_by_what_they_are(tmp_path: Path) -> None:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../BTCUSDT_1h.csv", CSV)
        archive.writestr("readme.txt", "hello")
        archive.writestr("__MACOSX/._BTCUSDT_1h.csv", "litter")
    for name, data in (
        ("a.zip", sink.getvalue()),
        ("b.csv", sink.getvalue()),
        ("c.gz", gzip.compress(CSV)),
        ("d.gz", CSV),
    ):
        assert bars_in(written(tmp_path, name, data)) == expected(H)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "b.csv", "c.gz", "d.gz"]


def test_an_archive_within_an_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="archive and no CSV inside"):
        open_file(written(tmp_path, "a.gz", gzip.compress(gzip.compress(CSV))))


def test_an_office_workbook_and_unknown_archives_say_what_to_do(tmp_path: Path) -> None:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
    with pytest.raises(DataError, match="save its table as CSV"):
        open_file(written(tmp_path, "a.xlsx", sink.getvalue()))
    with pytest.raises(DataError, match="archive of a kind not known"):
        open_file(written(tmp_path, "a.7z", b"7z\xbc\xaf\x27\x1c" + b"0" * 50))


def test_a_file_over_the_bound_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "LARGEST", 1_000)
    with pytest.raises(DataError, match="over the 1,000 taken"):
        open_file(written(tmp_path, "a.csv", CSV))
    with pytest.raises(DataError, match="too large"):
        open_file(written(tmp_path, "a.gz", gzip.compress(CSV)))


def test_an_encoding_that_is_none_is_refused(tmp_path: Path) -> None:
    content = read_content(written(tmp_path, "a.csv", CSV), None, Watch())
    with pytest.raises(DataError, match="is not known"):
        text_of(content, "klingon", Watch())


def test_times_of_arrow_are_written_in_utc(tmp_path: Path) -> None:
    opened = open_file(written(tmp_path, "a.parquet", parquet(table())))
    assert datetime.fromisoformat(opened.rows[0][0]) == datetime(2024, 11, 25, tzinfo=UTC)
