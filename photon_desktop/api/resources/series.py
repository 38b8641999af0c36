"""Which series of bars a question is about."""

from photon_desktop.api.program import Program
from photon_desktop.api.web.routes import Call
from photon_desktop.store.series import SeriesKey
from photon_desktop.trading.interval import Interval


def interval_of(program: Program, call: Call) -> Interval:
    """The interval that is asked for, else that which is decided on."""
    return Interval.parse(call["interval"]) if call["interval"] else program.application.session.interval


def series_of(program: Program, symbol: str, interval: Interval) -> SeriesKey:
    """The series the agents go by, else the one in the store that goes on the longest. For a worker thread."""
    source = program.live.sources.get(symbol)
    if source is not None and interval is program.application.session.interval:
        return SeriesKey(symbol, interval, source)
    return SeriesKey(symbol, interval, _newest(program, symbol, interval))


def _newest(program: Program, symbol: str, interval: Interval) -> str:
    bars = program.store.bars
    spans = {source: bars.span(symbol, interval, source) for source in bars.sources(symbol, interval)}
    known = {source: span[1] for source, span in spans.items() if span is not None}
    return max(known, key=known.__getitem__) if known else "none"
