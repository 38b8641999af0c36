"""What is found in a store when it is held against the exchange that was traded at."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from urllib.parse import urlsplit

from photon_desktop.drill.exchange.process import Account
from photon_desktop.drill.sheet import Line, examine_books, once
from photon_desktop.store.store import Store
from photon_desktop.trading.money import ZERO, plain
from photon_desktop.trading.orders import OrderPurpose, OrderStatus

_ALL = 10_000_000
_SOME = 3  # of what is lost is told
_QUOTE = "USDT"
_LOOPBACK = "127.0.0.1"


def examine_at_exchange(store: Store, account: str, there: Account, disagreements: tuple[str, ...]) -> tuple[Line, ...]:
    """Everything that must hold once the program has ended in order and the exchange is quiet. `disagreements`: what
    was different after a restart and stayed so. Reads the whole store."""
    names = [order.client_order_id for order in store.trades.newest_orders(_ALL, account)]
    sent = Counter(there.asked)
    unknown = [name for name in names if _status(store, name) is OrderStatus.UNKNOWN]
    cash = _cash_difference(store, account, there)
    return (
        *examine_books(store, account),
        _executions(store, account, there),
        Line("Cash is the exchange's, as the books count it", cash == 0, f"{plain(cash)} {_QUOTE} apart"),
        Line("Positions are the exchange's", not _positions(store, account, there), _held(there)),
        once("The exchange was asked for no order twice", sent, "orders"),
        Line(
            "Of no order it is unknown what became of it",
            not unknown,
            unknown[0] if unknown else f"{len(names):,} orders",
        ),
        Line(
            "Books and exchange agreed after every restart",
            not disagreements,
            " ".join(disagreements) or "before anything new was sent",
        ),
    )


def at_home(*addresses: str) -> Line:
    """That everything was asked of this computer."""
    hosts = {urlsplit(address).hostname for address in addresses}
    detail = f"{', '.join(addresses)}; made-up keys, a temporary folder"
    return Line("Only a local exchange was reached, with no keys or store of yours", hosts == {_LOOPBACK}, detail)


def differences(store: Store, account: str, there: Account) -> tuple[str, ...]:
    """In sentences, what the books do not say as the exchange does: executions, positions, cash, orders."""
    return tuple(_differences(store, account, there))


def _differences(store: Store, account: str, there: Account) -> Iterator[str]:
    executions = _executions(store, account, there)
    if not executions.holds:
        yield f"Executions: {executions.detail}."
    yield from _positions(store, account, there)
    cash = _cash_difference(store, account, there)
    if cash != 0:
        yield f"The books have {plain(cash)} {_QUOTE} more than the exchange."
    for order in store.trades.open_orders(account):
        is_open_there = order.client_order_id in there.open_links
        if order.purpose is OrderPurpose.SIGNAL and not is_open_there:
            yield f"The order {order.client_order_id} is open in the books only."
        elif is_open_there and _status(store, order.client_order_id) is OrderStatus.UNKNOWN:
            yield f"The order {order.client_order_id} is unknown in the books and open at the exchange."


def _executions(store: Store, account: str, there: Account) -> Line:
    """Trades, and fundings, which the exchange lists among them."""
    booked, done = Counter(item.fill.fill_id for item in store.trades.fills(_ALL, account)), Counter(there.trades)
    funded = store.trades.booked(there.fundings)
    lost = [*(done - booked), *(one for one in there.fundings if one not in funded)]
    made_up = list(booked - done)
    words = f"{len(there.trades):,} executions, {len(there.fundings):,} fundings"
    if lost or made_up:
        words = f"{len(lost):,} lost, {len(made_up):,} too many{_told([*lost, *made_up], there)}"
    return Line("Every execution is booked once, and nothing else is", not lost and not made_up, words)


def _told(ids: Sequence[str], there: Account) -> str:
    """Which they are, the first of them."""
    more = f"; and {len(ids) - _SOME:,} more" if len(ids) > _SOME else ""
    return f": {'; '.join(there.words.get(one, one) for one in ids[:_SOME])}{more}"


def _cash_difference(store: Store, account: str, there: Account) -> Decimal:
    """Exact, for both keep money to what a trade makes it. A contract costs the wallet nothing until it is closed; in
    the books it is bought."""
    return store.trades.load_account(account).cash - (there.coins.get(_QUOTE, ZERO) - there.cost)


def _positions(store: Store, account: str, there: Account) -> tuple[str, ...]:
    held = {symbol: one.quantity for symbol, one in store.trades.load_account(account).positions.items()}
    return tuple(
        f"The books hold {plain(held.get(symbol, ZERO))} {symbol}, the exchange "
        f"{plain(there.quantities.get(symbol, ZERO))}."
        for symbol in sorted({*held, *there.quantities})
        if held.get(symbol, ZERO) != there.quantities.get(symbol, ZERO)
    )


def _held(there: Account) -> str:
    return ", ".join(f"{symbol} {plain(quantity)}" for symbol, quantity in sorted(there.quantities.items())) or "none"


def _status(store: Store, order_id: str) -> OrderStatus | None:
    stored = store.trades.order(order_id)
    return None if stored is None else stored.status
