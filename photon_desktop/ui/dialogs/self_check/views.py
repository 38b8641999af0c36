"""The last self-check in words."""

from dataclasses import dataclass

from photon_desktop.backtest.parity import Difference
from photon_desktop.backtest.self_check.stretch import StretchCheck
from photon_desktop.trading.interval import Interval
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr

_MEANS = mark(
    "Each decision, order and fill is made again from what it was made from, by the functions of backtest and live"
    " trading, and compared."
)
_NEVER = mark("Nothing was checked yet. The last day is checked each night, or at the first start on a new day.")
_DAY_NS = Interval.DAY_1.nanoseconds


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A difference, its number and the account it is in."""

    number: int
    account: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class SelfCheckView:
    """`check` is None before the first one; it was made at `checked_at`, and it is `now_ns` (ns UTC, wall time)."""

    check: StretchCheck | None
    checked_at: int
    is_nightly: bool
    is_wanted: bool
    is_busy: bool
    now_ns: int

    @property
    def differs(self) -> bool:
        """Whether anything differed."""
        return self.check is not None and self.check.difference_count > 0

    @property
    def status(self) -> str:
        """A few words for the status bar; empty before the first check."""
        if self.is_busy:
            return tr("… Checking parity")
        if self.check is None:
            return ""
        sign = "▲ " if self.differs else ""
        return sign + tr("Parity {percent} · {when}").format(percent=self.check.score.percent, when=self._when)

    @property
    def tip(self) -> str:
        """What the words mean."""
        return tr(_NEVER) if self.check is None else f"{self.check.score.sentence} {tr(_MEANS)}"

    @property
    def title(self) -> str:
        """The score, as large as it is."""
        if self.is_busy:
            return tr("Checking…")
        if self.check is None:
            return tr("Not checked yet")
        return tr("Parity {percent}").format(percent=self.check.score.percent)

    @property
    def sentence(self) -> str:
        """What was checked, and what came of it."""
        if self.check is None:
            return tr(_NEVER)
        about = tr("Of {since} to {until}, checked on {checked_at}.").format(
            since=formats.minute_time(self.check.since_ns),
            until=formats.minute_time(self.check.until_ns),
            checked_at=formats.minute_time(self.checked_at),
        )
        return f"{self.check.score.sentence} {about}"

    @property
    def open_points(self) -> tuple[str, ...]:
        """What was not compared, and why."""
        if self.check is None:
            return ()
        return (*self.check.open_points, *(point for found in self.check.accounts for point in found.open_points))

    @property
    def rows(self) -> tuple[DifferenceRow, ...]:
        """Every difference that is kept."""
        if self.check is None:
            return ()
        pairs = [(found.account, one) for found in self.check.accounts for one in found.differences]
        return tuple(DifferenceRow(number, *pair) for number, pair in enumerate(pairs))

    @property
    def _when(self) -> str:
        if self.is_nightly and self.now_ns - self.checked_at < _DAY_NS:
            return tr("last night")
        return formats.short_time(self.checked_at)
