"""What a polled answer brings, tick by tick."""

from photon_desktop.market.yahoo.ask.chart import About
from photon_desktop.market.yahoo.follow.track import SymbolTrack
from photon_desktop.market.yahoo.rows import Reading
from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import PriceTick

MINUTE = Interval.MINUTE_1.nanoseconds


def polled(track: SymbolTrack, second: int, *rows: tuple[float, float]) -> list[float | None]:
    """The volumes of the ticks that an answer brings: `rows` of close and volume, the last one of a forming bar."""
    bars = [Bar((number + 1) * MINUTE, 100, 110, 90, close, volume) for number, (close, volume) in enumerate(rows)]
    about = About("USD", 2, "EQUITY", "UTC", None, len(rows) * MINUTE + second * MINUTE // 60)
    columns = zip(*((b.open_time, b.open, b.high, b.low, b.close, b.volume) for b in bars), strict=True)
    reading = Reading(Bars.of(*columns), len(bars) - 1, about)
    return [event.volume for event in track.take(reading) if isinstance(event, PriceTick)]


def test_the_ticks_of_a_bar_bring_its_volume_as_it_grows() -> None:
    track = SymbolTrack("X", Interval.MINUTE_1, MINUTE, 0)
    assert polled(track, 10, (100, 30)) == [0.0]  # began before anyone watched
    assert polled(track, 20, (101, 50)) == [20.0]
    assert polled(track, 5, (101, 80), (102, 7)) == [30.0, 7.0]
    assert polled(track, 9, (101, 80), (102, 7)) == []  # nothing was traded, nothing is told


def test_what_has_no_volume_tells_none_until_it_shows_some() -> None:
    track = SymbolTrack("EURUSD", Interval.MINUTE_1, MINUTE, 0)
    assert polled(track, 10, (100, 0)) == [None]
    assert polled(track, 5, (101, 0), (102, 0)) == [None, None]
    assert polled(track, 30, (101, 0), (103, 4)) == [4.0]
    assert polled(track, 1, (101, 0), (103, 4), (104, 0)) == [0.0]
