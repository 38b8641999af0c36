"""The zone of a file's times where nothing in it names one: New York's when they keep its hours."""

from dataclasses import replace

from photon_desktop.market.importer.bar_ends import are_last_moments, opens_of
from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.lines import HEAD_BYTES, single_spaced
from photon_desktop.market.importer.parsing import parse
from photon_desktop.market.importer.session_times import NEW_YORK_ZONE, fit_new_york
from photon_desktop.market.importer.time_columns import zone_told
from photon_desktop.market.importer.watch import Watch
from photon_desktop.trading.interval import Interval

_FIRST_BYTES = 4 * HEAD_BYTES  # some days of minutes


def zoned(text: bytes, format_: Format) -> Format:
    """`format_` with the zone that its times in the first part of `text` (UTF-8) are most likely in."""
    interval = format_.interval
    is_told = zone_told(format_.time_name, format_.time_format) is not None
    if interval is None or interval.nanoseconds >= Interval.DAY_1.nanoseconds or is_told:
        return format_
    head = text[:_FIRST_BYTES]
    rows = parse(single_spaced(head) if format_.delimiter == " " else head, format_, Watch()).rows
    usable = ~(rows.time_unreadable | rows.time_out_of_range)
    times = rows.times[usable]
    times = opens_of(times, interval) if format_.names_ends or are_last_moments(times) else times
    if rows.has_zone[usable].any() or not fit_new_york(times, interval, format_.symbol):
        return format_
    return replace(format_, zone=NEW_YORK_ZONE)
