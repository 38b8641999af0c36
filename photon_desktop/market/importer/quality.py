"""What an import says about a file's rows: how many were taken, which were not and why, and what looks odd."""

from dataclasses import dataclass

MOST_LINES = 5  # line numbers told of one reason
MOST_GAPS = 100


@dataclass(frozen=True, slots=True)
class Dropped:
    """Rows left out for one reason: how many, and the numbers of the first few lines of the file."""

    reason: str
    rows: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where bars are missing: the open times (ns UTC) of the bars around it, and how many would fit in."""

    after_ns: int
    before_ns: int
    missing: int


@dataclass(frozen=True, slots=True)
class QualityReport:
    """The report of one reading. `rows_read` is `rows_imported` and the rows of all `dropped` together.

    `duplicates` counts rows that say again what an earlier one said; `gaps` are the longest first, at most MOST_GAPS
    of `gap_count`; `outliers` are open times (ns UTC) of bars whose move looks like a bad tick or an unadjusted split.
    """

    rows_read: int
    rows_imported: int
    dropped: tuple[Dropped, ...]
    gaps: tuple[Gap, ...]
    gap_count: int
    missing_bars: int
    duplicates: int
    zero_volume: int
    outliers: tuple[int, ...]
    warnings: tuple[str, ...]

    @property
    def rows_dropped(self) -> int:
        """Rows that were read and not taken."""
        return sum(reason.rows for reason in self.dropped)
