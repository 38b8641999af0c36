"""How a file is read: the guess that a person may correct."""

from dataclasses import asdict, dataclass

from photon_desktop.market.importer.vocabulary import names_end
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Json


@dataclass(frozen=True, slots=True)
class Format:
    """What a file's text means. Change it with `dataclasses.replace` and parse again.

    Columns are numbered from 0; None is a column the file does not have. `time_format` is one of `times.EPOCHS`
    ("unix s", "unix ms", "unix us", "unix ns", "excel days"), "iso", or a template like "%d.%m.%Y %H:%M"; date and
    clock of two columns are read as one text with a space between. `zone` ("UTC", "+03:00", "America/New_York") is
    that of times which carry none. A price is the number in the file divided by `price_divisor`.
    """

    encoding: str
    delimiter: str
    decimal: str
    thousands: str
    skipped_lines: int  # before the first line of data
    width: int  # cells of a row
    header: tuple[str, ...]  # empty when the file has none
    time_column: int
    clock_column: int | None  # the time of day, where it has a column of its own
    open_column: int
    high_column: int
    low_column: int
    close_column: int
    volume_column: int | None
    symbol_column: int | None
    time_format: str
    zone: str
    price_divisor: int
    interval: Interval | None
    symbol: str | None
    ticker: str | None  # of several in the file, the one to take, as the file writes it
    member: str | None  # of several files in an archive, the one to take

    @property
    def price_columns(self) -> tuple[int, int, int, int]:
        """Open, high, low and close."""
        return (self.open_column, self.high_column, self.low_column, self.close_column)

    @property
    def time_name(self) -> str:
        """The name of the time's column, empty where it has none."""
        return self.header[self.time_column] if self.time_column < len(self.header) else ""

    @property
    def names_ends(self) -> bool:
        """Whether the time's column is named as one of the times at which bars end."""
        return names_end(self.time_name)

    def as_json(self) -> Json:
        """The fields by name."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}
