"""What the download dialog says."""

from photon_desktop.errors import PhotonError
from photon_desktop.market.symbol_names import check_symbol
from photon_desktop.market.yahoo.supply import DAY_NS, supply_of
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.ui.dialogs.data.words import gaps_in_words
from photon_desktop.ui.dialogs.download.orders import Order, Outlook, Saved
from photon_desktop.ui.language import mark, tr, tr_many
from photon_desktop.ui.sentences.said import said

_ROW_BYTES = 62  # of a bar, in a file
_FROM = {
    InstrumentKind.CRYPTO: mark("From Bybit, which lists crypto symbols."),
    InstrumentKind.DEMO: mark("From the simulated market."),
}
_LONG_DAYS = 10_000


def obstacle_to(order: Order) -> str:
    """Why nothing can be fetched yet, in one sentence; empty when it can."""
    if not order.symbol:
        return tr("Write a symbol, such as BTCUSDT or AAPL.")
    try:
        check_symbol(order.symbol)
        if order.kind is InstrumentKind.STOCK:
            supply_of(order.interval)
    except PhotonError as error:
        return said(str(error))
    if not isinstance(order.period, str) and order.period.start_ns >= order.period.end_ns:
        return tr("The first day is after the last; choose an earlier one.")
    return "" if order.folder.is_dir() else tr("This folder is not there; choose another.")


def place_words(order: Order) -> str:
    """Where the bars come from, and why."""
    if order.kind is not InstrumentKind.STOCK:
        return tr(_FROM[order.kind])
    days = supply_of(order.interval).reach_ns // DAY_NS
    if days >= _LONG_DAYS:
        return tr("From Yahoo Finance, which lists stocks.")
    told = tr("From Yahoo Finance, which lists stocks; it has {interval} bars of the last {days:,} days.")
    return told.format(interval=order.interval, days=days)


def amount_words(outlook: Outlook) -> str:
    """How much it is, what of it is there, and what happens to the file that is."""
    amount = outlook.problem or _amount(outlook)
    if outlook.replaces_file:
        replaced = tr("{name} is replaced once all of them are there.").format(name=outlook.order.path.name)
        return f"{amount} {replaced}"
    return amount


def saved_words(saved: Saved) -> str:
    """What came of it."""
    told = tr_many(
        "✓ Saved {count} bars from {source} to {name}.", "✓ Saved {count} bar from {source} to {name}.", saved.bars
    )
    told = told.format(count=f"{saved.bars:,}", source=saved.source, name=saved.order.path.name)
    sentences = (gaps_in_words(saved.gaps, saved.missing_bars), *(f"▲ {news}" for news in saved.news))
    return " ".join((told, *sentences))


def _amount(outlook: Outlook) -> str:
    if outlook.due_bars is None:
        return tr("All bars there are.")
    due = max(outlook.due_bars, outlook.kept_bars)
    if outlook.kept_bars:
        told = tr_many(
            "Goes on where it stopped ({kept} of about {due} bars).",
            "Goes on where it stopped ({kept} of about {due} bar).",
            due,
        )
        return told.format(kept=f"{outlook.kept_bars:,}", due=f"{due:,}")
    told = tr_many("About {due} bars, {size} MB.", "About {due} bar, {size} MB.", due)
    return told.format(due=f"{due:,}", size=f"{max(0.1, due * _ROW_BYTES / 1e6):,.1f}")
