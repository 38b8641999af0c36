"""What is said of a series: in the cells of the table, and in sentences beside it."""

from dataclasses import dataclass

from photon_desktop.market.importer.quality import Gap
from photon_desktop.trading.passport import (
    FULLY_ADJUSTED,
    NOT_ADJUSTED,
    SPLIT_ADJUSTED,
    UNKNOWN_ADJUSTMENTS,
    Passport,
)
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.data.views import Check, FoundGaps, ShelvedSeries
from photon_desktop.ui.tables.row_table import Tone

HASH_SHOWN = 12
_MINUTES_OF_A_MOMENT = 16  # "2024-12-07 10:00" of a full time
_ADJUSTED = {
    NOT_ADJUSTED: "Prices are not adjusted.",
    SPLIT_ADJUSTED: "Prices are adjusted for splits.",
    FULLY_ADJUSTED: "Prices are adjusted for splits and dividends.",
    UNKNOWN_ADJUSTMENTS: "What prices are adjusted for is not known.",
}


@dataclass(frozen=True, slots=True)
class State:
    """How a series stands to what was fetched, in a few words."""

    words: str
    tone: Tone


def state_of(series: ShelvedSeries) -> State:
    """The gravest that is known of the series."""
    passport, check = series.passport, series.check
    if check is not None and check.matches is False:
        return State("▲ not the bars that were fetched", Tone.WARNING)
    if passport is None:
        return State("○ no passport", Tone.MUTED)
    if passport.changed:
        return State("▲ changed since it was fetched", Tone.WARNING)
    if passport.bars != series.bars:
        return State(f"○ {passport.bars:,} bars when it was fetched", Tone.MUTED)
    return State("✓ as fetched, checked" if check is not None else "as fetched", Tone.PLAIN)


def moment(time_ns: int) -> str:
    """Date, hours and minutes in the user's zone."""
    return formats.full_time(time_ns)[:_MINUTES_OF_A_MOMENT]


def whole_moment(time_ns: int) -> str:
    """Date and time in the user's zone and in UTC."""
    return f"{formats.full_time(time_ns)} ({formats.utc_time(time_ns)})"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 bar", "2,000 bars"."""
    return f"{number:,} {one if number == 1 else many}"


def gaps_in_words(gaps: int, missing_bars: int) -> str:
    """How many gaps there are, and of how many bars."""
    if not gaps:
        return "No bar is missing."
    verb = "is" if missing_bars == 1 else "are"
    return f"{counted(missing_bars, 'bar', 'bars')} {verb} missing, in {counted(gaps, 'gap', 'gaps')}."


def sentences_of(series: ShelvedSeries) -> tuple[str, ...]:
    """What is known of the series, one sentence each."""
    bars = counted(series.bars, "bar", "bars")
    span = f"{bars}, from {formats.full_time(series.first_ns)} to {formats.full_time(series.last_ns)}."
    if series.passport is None:
        return (span, "It has no passport: where its bars are from was not written down when they were stored.")
    return (span, *_sentences_of_passport(series.passport))


def check_sentence(check: Check) -> str:
    """What came of looking once more."""
    later = ""
    if check.later_bars:
        later = f" {counted(check.later_bars, 'bar lies', 'bars lie')} outside of the time that was fetched."
    if check.matches is None:
        return f"● Checked: the bars can be read. There is no passport to compare them with. {_hash_of(check)}"
    if check.matches:
        return f"✓ Checked: the stored bars are, to the bit, those that were fetched.{later}"
    return (
        f"▲ Checked: the stored bars are not those that were fetched. {_hash_of(check)}{later}"
        " Import or download them again."
    )


def changed_sentence(series: ShelvedSeries) -> str:
    """What changed since the series was fetched, empty when nothing did."""
    passport = series.passport
    return "" if passport is None or not passport.changed else f"▲ Changed since it was fetched: {passport.changed}"


def gap_count(series: ShelvedSeries) -> tuple[int, int] | None:
    """How many gaps and missing bars the series has as it was last counted, None when it never was."""
    if series.check is not None:
        return series.check.found.gaps, series.check.found.missing_bars
    return None if series.passport is None else (series.passport.gaps, series.passport.missing_bars)


def hash_of(series: ShelvedSeries) -> str:
    """The hash of the bars, the passport's before one that was only just counted; empty when there is none."""
    if series.passport is not None:
        return series.passport.content_hash
    return "" if series.check is None else series.check.content_hash


def title_of_gaps(found: FoundGaps) -> str:
    """What stands above the list of gaps."""
    words = gaps_in_words(found.gaps, found.missing_bars)
    more = "" if found.gaps == len(found.longest) else f" The {len(found.longest):,} longest:"
    return f"{words}{more}"


def length_of(gap: Gap) -> str:
    """How long nothing is known, between the opens of the bars beside the gap."""
    return formats.duration((gap.before_ns - gap.after_ns) / 1e9)


def _sentences_of_passport(passport: Passport) -> tuple[str, ...]:
    left_out = passport.duplicates
    verb = "was" if left_out == 1 else "were"
    doubled = f"{counted(left_out, 'row', 'rows')} {verb} left out, having the time of another." if left_out else ""
    return (
        f"From {passport.origin}, fetched {formats.full_time(passport.fetched_at_ns)}.",
        f"Its times were written in {passport.zone}. {_ADJUSTED[passport.adjustments]}",
        f"When it was fetched: {_lowered(gaps_in_words(passport.gaps, passport.missing_bars))}",
        doubled or "No row had the time of another.",
        f"SHA-256 of its bars: {passport.content_hash}",
    )


def _hash_of(check: Check) -> str:
    return f"Their SHA-256 is {check.content_hash}."


def _lowered(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
