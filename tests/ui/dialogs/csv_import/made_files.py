"""Hand-made files, readings and an importer that answers as it is told."""

import threading
from dataclasses import dataclass, field, replace
from pathlib import Path

from photon_desktop.market.importer.containers import Content
from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.quality import Dropped, Gap, QualityReport
from photon_desktop.market.importer.questions import Question
from photon_desktop.market.importer.reading import OpenedFile, Reading
from photon_desktop.market.importer.watch import Watch
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from tests.ui.examples import walk

HOUR = Interval.HOUR_1.nanoseconds
SYMBOL_QUESTION = Question("symbol", "The file does not say which symbol it is of; write it.", ())
ORDER_QUESTION = Question(
    "date order", "01.02.2023 may be 1 February or January 2; choose.", ("%d.%m.%Y %H:%M", "%m.%d.%Y %H:%M")
)
GUESS = Format(
    encoding="utf-8", delimiter=";", decimal=",", thousands="", skipped_lines=1, width=7,
    header=("Date", "Open", "High", "Low", "Close", "Volume", "Trades"), time_column=0, clock_column=None,
    open_column=1, high_column=2, low_column=3, close_column=4, volume_column=5, symbol_column=None,
    time_format="%d.%m.%Y %H:%M", zone="UTC", price_divisor=1, interval=Interval.HOUR_1, symbol="BTCUSDT",
    ticker=None, member=None,
)  # fmt: skip
ROWS = tuple((f"0{row}.01.2023 00:00", "1,5", "2,5", "1,25", "2", "10", "7") for row in range(1, 6))


def opened(format_: Format = GUESS, *questions: Question) -> OpenedFile:
    """A file of which this was guessed."""
    return OpenedFile("hourly.csv", Content(b"", "hourly.csv"), format_, questions, ROWS)


def report(bars: Bars, **changes: object) -> QualityReport:
    """A report on bars of which nothing is amiss, but for `changes`."""
    clean = QualityReport(
        rows_read=len(bars), rows_imported=len(bars), dropped=(), gaps=(), gap_count=0, missing_bars=0, duplicates=0,
        zero_volume=0, outliers=(), warnings=(),
    )  # fmt: skip
    return replace(clean, **changes)  # type: ignore[arg-type]


def troubled_reading() -> Reading:
    """A year of hours with something of everything amiss."""
    bars = walk(8_760, 42_000.0)
    times = bars.times.tolist()
    gaps = tuple(Gap(times[place], times[place] + 5 * HOUR, 4) for place in (5, 90, 700))
    found = report(
        bars, rows_read=8_762, dropped=(Dropped("no number in close", 2, (17, 403)),), gaps=gaps, gap_count=3,
        missing_bars=12, duplicates=1, zero_volume=14, outliers=(times[44],), warnings=("Times carry no zone.",),
    )  # fmt: skip
    return Reading(bars, found)


def reading(count: int = 48) -> Reading:
    """So many good hours."""
    bars = walk(count, 100.0)
    return Reading(bars, report(bars))


@dataclass
class MadeImporter:
    """Answers at once with what it was made of, or waits at `gate` until it is opened or the job is cancelled."""

    file: OpenedFile = field(default_factory=opened)
    outcome: Reading | Exception = field(default_factory=reading)
    refusal: Exception | None = None
    gate: threading.Event | None = None
    asked: list[tuple[str, object]] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)

    def open_file(self, path: Path, watch: Watch, member: str | None) -> OpenedFile:
        self._note("open", (path, member))
        if self.refusal is not None and member is None:
            raise self.refusal
        return self.file

    def regarded(self, file: OpenedFile, format_: Format) -> OpenedFile:
        self._note("regarded", format_)
        return replace(file, format=format_)

    def preview(self, file: OpenedFile, format_: Format) -> Reading:
        self._note("preview", format_)
        return self._answer()

    def read_bars(self, file: OpenedFile, format_: Format, watch: Watch) -> Reading:
        self._note("read", format_)
        watch.step("reading", 1, 4)
        while self.gate is not None and not self.gate.wait(0.01):
            watch.check()
        return self._answer()

    def _answer(self) -> Reading:
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def _note(self, what: str, value: object) -> None:
        self.asked.append((what, value))
        self.threads.add(threading.get_ident())
