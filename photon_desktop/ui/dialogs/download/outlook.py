"""What would come of a download, found out without a network."""

from photon_desktop.market.download import PERIODS, Span, due_bars
from photon_desktop.market.part_files import usable_part
from photon_desktop.market.yahoo.supply import supply_of
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.ui.dialogs.download.orders import Order, Outlook

ALL = PERIODS[-1]


def outlook_of(order: Order, end_ns: int) -> Outlook:
    """What would come of `order` while the newest bar closes at `end_ns`, ns UTC. For a worker thread: it reads what is
    left of an earlier download, and for stocks a calendar. Raises DataError for what nobody has."""
    span = order.span(end_ns)
    kept, begin_ns = _kept(order, span)
    is_known = order.period != ALL or kept > 0
    if order.kind is InstrumentKind.STOCK and not kept:
        begin_ns, is_known = _within_reach(order, begin_ns, end_ns, is_known)
    due = due_bars(order.symbol, order.interval, Span(begin_ns, span.end_ns)) if is_known else None
    return Outlook(order, due, kept, order.path.exists())


def _kept(order: Order, span: Span) -> tuple[int, int]:
    """How many bars are left, and where they, or the span, begin."""
    part = usable_part(order.folder, order.symbol, order.interval, span.start_ns)
    tally = part.tally()
    if tally is None or tally.last_ns + order.interval.nanoseconds < span.start_ns:
        return 0, span.start_ns
    return tally.bars, min(part.start_ns, span.start_ns)


def _within_reach(order: Order, begin_ns: int, end_ns: int, is_known: bool) -> tuple[int, bool]:
    """Where Yahoo's bars begin at the earliest, and whether it is there that they do."""
    supply = supply_of(order.interval)
    earliest_ns = end_ns - supply.reach_ns + supply.lead_ns
    return max(begin_ns, earliest_ns), is_known or earliest_ns > begin_ns
