"""What is said of a series: in the cells of the table, and in sentences beside it."""

from dataclasses import dataclass

from photon_desktop.market.importer.quality import Gap
from photon_desktop.store.series import SeriesKey
from photon_desktop.trading.passport import (
    FULLY_ADJUSTED,
    NOT_ADJUSTED,
    SPLIT_ADJUSTED,
    UNKNOWN_ADJUSTMENTS,
    Passport,
)
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.data.views import Check, FoundGaps, ShelvedSeries
from photon_desktop.ui.language import mark, tr, tr_many
from photon_desktop.ui.tables.row_table import Tone

HASH_SHOWN = 12
_MINUTES_OF_A_MOMENT = 16  # "2024-12-07 10:00" of a full time
_ADJUSTED = {
    NOT_ADJUSTED: mark("Prices are not adjusted."),
    SPLIT_ADJUSTED: mark("Prices are adjusted for splits."),
    FULLY_ADJUSTED: mark("Prices are adjusted for splits and dividends."),
    UNKNOWN_ADJUSTMENTS: mark("What prices are adjusted for is not known."),
}


@dataclass(frozen=True, slots=True)
class State:
    """How a series stands to what was fetched, in a few words."""

    words: str
    tone: Tone


def key_words(key: SeriesKey) -> str:
    """What a series is called."""
    return tr("{symbol} {interval} from {source}").format(symbol=key.symbol, interval=key.interval, source=key.source)


def state_of(series: ShelvedSeries) -> State:
    """The gravest that is known of the series."""
    passport, check = series.passport, series.check
    if check is not None and check.matches is False:
        return State(tr("▲ not the bars that were fetched"), Tone.WARNING)
    if passport is None:
        return State(tr("○ no passport"), Tone.MUTED)
    if passport.changed:
        return State(tr("▲ changed since it was fetched"), Tone.WARNING)
    if passport.bars != series.bars:
        then = tr_many("○ {count} bars when it was fetched", "○ {count} bars when it was fetched", passport.bars)
        return State(then.format(count=f"{passport.bars:,}"), Tone.MUTED)
    return State(tr("✓ as fetched, checked") if check is not None else tr("as fetched"), Tone.PLAIN)


def moment(time_ns: int) -> str:
    """Date, hours and minutes in the user's zone."""
    return formats.full_time(time_ns)[:_MINUTES_OF_A_MOMENT]


def whole_moment(time_ns: int) -> str:
    """Date and time in the user's zone and in UTC."""
    return f"{formats.full_time(time_ns)} ({formats.utc_time(time_ns)})"


def bars_words(count: int) -> str:
    """So many bars: "1 bar", "2,000 bars"."""
    return tr_many("{count} bars", "{count} bar", count).format(count=f"{count:,}")


def gaps_in_words(gaps: int, missing_bars: int) -> str:
    """How many gaps there are, and of how many bars."""
    if not gaps:
        return tr("No bar is missing.")
    spread = tr_many("{count} gaps", "{count} gap", gaps).format(count=f"{gaps:,}")
    sentence = tr_many("{count} bars are missing, in {gaps}.", "{count} bar is missing, in {gaps}.", missing_bars)
    return sentence.format(count=f"{missing_bars:,}", gaps=spread)


def sentences_of(series: ShelvedSeries) -> tuple[str, ...]:
    """What is known of the series, one sentence each."""
    bars = bars_words(series.bars)
    span = tr("{bars}, from {first} to {last}.").format(
        bars=bars, first=formats.full_time(series.first_ns), last=formats.full_time(series.last_ns)
    )
    if series.passport is None:
        return (span, tr("It has no passport: where its bars are from was not written down when they were stored."))
    return (span, *_sentences_of_passport(series.passport))


def check_sentence(check: Check) -> str:
    """What came of looking once more."""
    return " ".join(filter(None, _sentences_of_check(check)))


def changed_sentence(series: ShelvedSeries) -> str:
    """What changed since the series was fetched, empty when nothing did."""
    passport = series.passport
    if passport is None or not passport.changed:
        return ""
    return tr("▲ Changed since it was fetched: {changed}").format(changed=passport.changed)


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
    if found.gaps == len(found.longest):
        return words
    longest = tr("The {count:,} longest:").format(count=len(found.longest))
    return f"{words} {longest}"


def length_of(gap: Gap) -> str:
    """How long nothing is known, between the opens of the bars beside the gap."""
    return formats.duration((gap.before_ns - gap.after_ns) / 1e9)


def _sentences_of_passport(passport: Passport) -> tuple[str, ...]:
    left_out = passport.duplicates
    doubled = (
        tr_many(
            "{count} rows were left out, having the time of another.",
            "{count} row was left out, having the time of another.",
            left_out,
        ).format(count=f"{left_out:,}")
        if left_out
        else ""
    )
    return (
        tr("From {origin}, fetched {fetched_at}.").format(
            origin=tr(passport.origin), fetched_at=formats.full_time(passport.fetched_at_ns)
        ),
        tr("Its times were written in {zone}. {adjusted}").format(
            zone=passport.zone, adjusted=tr(_ADJUSTED[passport.adjustments])
        ),
        tr("When it was fetched: {gaps}").format(gaps=_lowered(gaps_in_words(passport.gaps, passport.missing_bars))),
        doubled or tr("No row had the time of another."),
        tr("SHA-256 of its bars: {content_hash}").format(content_hash=passport.content_hash),
    )


def _sentences_of_check(check: Check) -> tuple[str, ...]:
    if check.matches is None:
        told = tr("● Checked: the bars can be read. There is no passport to compare them with.")
        return (told, _hash_of(check))
    if check.matches:
        return (tr("✓ Checked: the stored bars are, to the bit, those that were fetched."), _later_bars(check))
    return (
        tr("▲ Checked: the stored bars are not those that were fetched."),
        _hash_of(check),
        _later_bars(check),
        tr("Import or download them again."),
    )


def _later_bars(check: Check) -> str:
    """How many bars of the series are of another time than was fetched; empty for none."""
    if not check.later_bars:
        return ""
    return tr_many(
        "{count} bars lie outside of the time that was fetched.",
        "{count} bar lies outside of the time that was fetched.",
        check.later_bars,
    ).format(count=f"{check.later_bars:,}")


def _hash_of(check: Check) -> str:
    return tr("Their SHA-256 is {content_hash}.").format(content_hash=check.content_hash)


def _lowered(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
