"""What the download dialog says."""

from photon_desktop.errors import PhotonError
from photon_desktop.market.symbol_names import check_symbol
from photon_desktop.market.yahoo.supply import DAY_NS, supply_of
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.ui.dialogs.data.words import counted, gaps_in_words
from photon_desktop.ui.dialogs.download.orders import Order, Outlook, Saved

_ROW_BYTES = 62  # of a bar, in a file
_FROM = {
    InstrumentKind.CRYPTO: "From Bybit, which lists crypto symbols.",
    InstrumentKind.DEMO: "From the simulated market.",
}
_LONG_DAYS = 10_000


def obstacle_to(order: Order) -> str:
    """Why nothing can be fetched yet, in one sentence; empty when it can."""
    if not order.symbol:
        return "Write a symbol, such as BTCUSDT or AAPL."
    try:
        check_symbol(order.symbol)
        if order.kind is InstrumentKind.STOCK:
            supply_of(order.interval)
    except PhotonError as error:
        return str(error)
    if not isinstance(order.period, str) and order.period.start_ns >= order.period.end_ns:
        return "The first day is after the last; choose an earlier one."
    return "" if order.folder.is_dir() else "This folder is not there; choose another."


def place_words(order: Order) -> str:
    """Where the bars come from, and why."""
    if order.kind is not InstrumentKind.STOCK:
        return _FROM[order.kind]
    days = supply_of(order.interval).reach_ns // DAY_NS
    limit = f"; it has {order.interval} bars of the last {days:,} days" if days < _LONG_DAYS else ""
    return f"From Yahoo Finance, which lists stocks{limit}."


def amount_words(outlook: Outlook) -> str:
    """How much it is, what of it is there, and what happens to the file that is."""
    amount = outlook.problem or _amount(outlook)
    if outlook.replaces_file:
        return f"{amount} {outlook.order.path.name} is replaced once all of them are there."
    return amount


def saved_words(saved: Saved) -> str:
    """What came of it."""
    bars, name = counted(saved.bars, "bar", "bars"), saved.order.path.name
    sentences = (gaps_in_words(saved.gaps, saved.missing_bars), *(f"▲ {news}" for news in saved.news))
    return " ".join((f"✓ Saved {bars} from {saved.source} to {name}.", *sentences))


def _amount(outlook: Outlook) -> str:
    if outlook.due_bars is None:
        return "All bars there are."
    due = max(outlook.due_bars, outlook.kept_bars)
    if outlook.kept_bars:
        return f"Goes on where it stopped ({outlook.kept_bars:,} of about {counted(due, 'bar', 'bars')})."
    return f"About {counted(due, 'bar', 'bars')}, {max(0.1, due * _ROW_BYTES / 1e6):,.1f} MB."
