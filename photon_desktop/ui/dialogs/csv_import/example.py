"""The import at work on an example, for pictures of it."""

from datetime import UTC, datetime, timedelta
from math import sin
from pathlib import Path

from PySide6.QtWidgets import QWidget

from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.reading import Reading
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.csv_import.dialog import CsvImportDialog
from photon_desktop.ui.icons import Icons

_NAME = "hourly-2023.csv"
_BEGIN = datetime(2023, 1, 1, tzinfo=UTC)
_HOURS = 2_400
_MISSING = range(700, 706)
_BROKEN, _TWICE, _SPIKE = 403, 1_200, 1_800


def example_dialog(folder: Path, icons: Icons, theme: Theme, parent: QWidget | None = None) -> CsvImportDialog:
    """A dialog that has begun to read a file with a gap, a broken row, a row said twice and a bad tick, written into
    `folder`; it has come to rest when `is_working` is false. It stores nothing."""
    path = folder / _NAME
    path.write_text("\n".join(["Date;Open;High;Low;Close;Volume;Trades", *_lines(), ""]), encoding="utf-8")
    dialog = CsvImportDialog(_keep_nothing, icons, theme, parent)
    dialog.open_path(path)
    return dialog


def _keep_nothing(_symbol: str, _interval: Interval, reading: Reading, _source_file: str, _format: Format) -> int:
    return len(reading.bars)


def _lines() -> list[str]:
    lines = [_line(hour) for hour in range(_HOURS) if hour not in _MISSING]
    lines[_BROKEN] = lines[_BROKEN].replace(",", "?")
    lines.insert(_TWICE, lines[_TWICE])
    return lines


def _line(hour: int) -> str:
    moment = _BEGIN + timedelta(hours=hour)
    opened, closed = _price(hour), _price(hour + 1)
    spike = 15_000 if hour == _SPIKE else 0
    prices = (opened, max(opened, closed) + 42.5 + spike, min(opened, closed) - 38.25, closed)
    cells = [f"{price:.2f}".replace(".", ",") for price in (*prices, 120 + 80 * sin(hour / 5) ** 2)]
    return ";".join([f"{moment:%d.%m.%Y %H:%M}", *cells, str(900 + hour % 311)])


def _price(hour: int) -> float:
    return 21_000 + 2_400 * sin(hour / 310) + 350 * sin(hour / 17) + 60 * sin(hour * 1.7)
