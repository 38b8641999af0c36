"""What is found in a store when it is held against the exchange that was traded at."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Differences:
    """In sentences, what the books do not say as the exchange does, and how many executions that is: those that are
    lost and those that are too many."""

    sentences: tuple[str, ...] = ()
    executions: int = 0

    @property
    def left(self) -> int:
        """How much has to become the same, in no unit: less of it is closer."""
        return len(self.sentences) + self.executions


def differences(store: Store, account: str, there: Account) -> Differences:
    """Of executions, positions, cash and orders."""
    lost, made_up = _unequal(store, account, there)
    words = (f"Executions: {_amount(lost, made_up, there)}.",) if lost or made_up else ()
    return Differences((*words, *_others(store, account, there)), len(lost) + len(made_up))


def _others(store: Store, account: str, there: Account) -> Iterator[str]:
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
    lost, made_up = _unequal(store, account, there)
    are_equal = not lost and not made_up
    words = f"{len(there.trades):,} executions, {len(there.fundings):,} fundings"
    return Line(
        "Every execution is booked once, and nothing else is",
        are_equal,
        words if are_equal else _amount(lost, made_up, there),
    )


def _unequal(store: Store, account: str, there: Account) -> tuple[list[str], list[str]]:
    """The ids of trades, and of fundings, which the exchange lists among them: those that are lost, and too many."""
    booked, done = Counter(item.fill.fill_id for item in store.trades.fills(_ALL, account)), Counter(there.trades)
    funded = store.trades.booked(there.fundings)
    return [*(done - booked), *(one for one in there.fundings if one not in funded)], list(booked - done)


def _amount(lost: list[str], made_up: list[str], there: Account) -> str:
    """How many, and which the first of them are."""
    ids = [*lost, *made_up]
    more = f"; and {len(ids) - _SOME:,} more" if len(ids) > _SOME else ""
    which = "; ".join(there.words.get(one, one) for one in ids[:_SOME])
    return f"{len(lost):,} lost, {len(made_up):,} too many: {which}{more}"


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
