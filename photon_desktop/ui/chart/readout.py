"""The line at the top left: what the bar under the crosshair, or else the last one, says in figures."""

from dataclasses import dataclass
from datetime import tzinfo

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from photon_desktop.trading.bars import Bar
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.timestamps import to_datetime
from photon_desktop.ui import formats
from photon_desktop.ui.chart.items.axes import axis_font
from photon_desktop.ui.design import DARK, GRID, Theme
from photon_desktop.ui.language import tr

_HEIGHT = 20
_UNITS = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e4, "K"))


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its text; `sign` colours the text."""

    label: str
    text: str
    sign: float = 0.0


def bar_fields(bar: Bar, before: Bar | None, instrument: Instrument, zone: tzinfo | None) -> tuple[Field, ...]:
    """Time, open, high, low, close, the change on the bar before in percent, and the volume."""
    start = bar.open if before is None else before.close
    change = bar.close / start - 1
    prices = (("O", bar.open), ("H", bar.high), ("L", bar.low), ("C", bar.close))
    return (
        Field("", bar_time(bar.open_time, zone)),
        *(Field(label, formats.price(price, instrument), bar.close - bar.open) for label, price in prices),
        Field("", formats.signed_percent(change), change),
        Field(tr("Vol"), short_number(bar.volume)),
    )


def bar_time(time_ns: int, zone: tzinfo | None) -> str:
    """A bar's time in `zone`, None being the user's own: "Sat 07 Dec 2024 10:00"."""
    return formats.date_words(to_datetime(time_ns).astimezone(zone).strftime("%a %d %b %Y %H:%M"))


def short_number(number: float) -> str:
    """A number in four figures or so: "1,234.5", "12.35K", "4.20M"."""
    for unit, letter in _UNITS:
        if abs(number) >= unit:
            shown = 1e3 if letter == "K" else unit
            return f"{formats.fixed(number / shown, 2)}{letter}"
    return formats.fixed(number, 2 if abs(number) < 1_000 else 1)


class Readout(QWidget):
    """Fields side by side. A field's place only ever moves to make room, so figures do not jump about."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Bar under the crosshair"))
        self._fields: tuple[Field, ...] = ()
        self._widths: list[float] = []
        self._labels: list[float] = []  # the widths of the labels
        self._theme = DARK
        self._font = axis_font()
        self._metrics = QFontMetricsF(self._font)

    @property
    def fields(self) -> tuple[Field, ...]:
        """What is shown."""
        return self._fields

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme
        self.update()

    def show_fields(self, fields: tuple[Field, ...]) -> None:
        """Show these; the room of each only grows until `clear`."""
        if fields == self._fields:
            return
        self._fields = fields
        wanted = [self._metrics.horizontalAdvance(field.text) for field in fields]
        known = self._widths if len(self._widths) == len(fields) else [0.0] * len(fields)
        self._widths = [max(pair) for pair in zip(wanted, known, strict=True)]
        self._labels = [self._metrics.horizontalAdvance(field.label) for field in fields]
        self.setAccessibleDescription(", ".join(f"{field.label} {field.text}".strip() for field in fields))
        self.resize(self.sizeHint())
        self.update()

    def clear(self) -> None:
        """Show nothing and forget the room that was needed."""
        self._fields, self._widths, self._labels = (), [], []
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        room = sum(self._labels) + sum(self._widths) + 4 * GRID * len(self._fields)
        return QSize(int(room) + 2 * GRID, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.canvas))
        painter.setFont(self._font)
        x = float(GRID)
        for field, label, width in zip(self._fields, self._labels, self._widths, strict=True):
            if field.label:
                _write(painter, x, label, field.label, self._theme.muted_text)
                x += label + GRID
            _write(painter, x, width, field.text, self._theme.by_sign(field.sign))
            x += width + 3 * GRID


def _write(painter: QPainter, x: float, width: float, text: str, colour: str) -> None:
    painter.setPen(QColor(colour))
    painter.drawText(QRectF(x, 0, width + 2, _HEIGHT), Qt.AlignmentFlag.AlignVCenter, text)
