"""Reads what the desk's threads left: what is to be stored of it, and what follows once it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from photon_desktop.broker.bybit.books.bookings import AddOrder, Booking, Books, SettleOrder, booked
from photon_desktop.broker.bybit.books.executions import Execution
from photon_desktop.broker.bybit.books.reconcile import ExchangeSide, Reconciliation, book_executions, reconcile
from photon_desktop.broker.bybit.desk.adoption import account_after, adoption_of, difference_of, orders_to_end
from photon_desktop.broker.bybit.desk.agreement import AGAIN_S, Agreement
from photon_desktop.broker.bybit.desk.changes import news_of
from photon_desktop.broker.bybit.desk.courier import Courier
from photon_desktop.broker.bybit.desk.loose_ends import leaves_open, open_exits
from photon_desktop.broker.bybit.desk.open_orders import OpenOrders
from photon_desktop.broker.bybit.desk.opening import opening_of
from photon_desktop.broker.bybit.desk.stored_books import StoredBooks
from photon_desktop.broker.bybit.desk.words import (
    Adopt,
    Complaint,
    Glance,
    Moved,
    NoStatement,
    NotCancelled,
    Statement,
    Told,
    Word,
)
from photon_desktop.broker.bybit.orders.exchange_orders import OPEN_THERE, ExchangeOrder
from photon_desktop.broker.bybit.orders.order_lookup import Standing
from photon_desktop.broker.bybit.stream.private_messages import Heard
from photon_desktop.broker.difference import BooksDifference
from photon_desktop.broker.news import Levels, News
from photon_desktop.trading.account import Account
from photon_desktop.trading.money import plain
from photon_desktop.trading.order_change import OrderChange
from photon_desktop.trading.order_kinds import OrderKind
from photon_desktop.trading.orders import OrderStatus

TOLERANCE = Decimal("0.01")  # quote money: the exchange rounds average prices, the books round money
GRACE_S = 5.0  # the wallet may tell of a trade before its execution is booked
LATE_S = 2.0  # an order's end may overtake its executions by so much
_DUST = Decimal("0.000001")  # quote money: of average prices that the exchange writes with all their digits

_MILLISECOND_NS = 1_000_000
_NOTHING_TO_ACCEPT = "There is nothing to accept: the books explain all that Bybit holds."
_CHANGED = "Nothing was accepted: what Bybit holds has changed since it was shown; look at it again."


def _nothing() -> None:
    """Nothing follows."""


@dataclass(frozen=True, slots=True)
class Read:
    """What is to be stored, and what follows then."""

    news: News = field(default_factory=News)
    then: Callable[[], None] = _nothing


@dataclass(frozen=True, slots=True)
class _Compared:
    """What a statement has to be booked, the books and the account `after` it, and how they differ then."""

    found: Reconciliation
    news: News
    books: Books
    side: ExchangeSide
    after: Account
    difference: BooksDifference


class WordReader:
    """On the agent's thread. Reading changes nothing here: a word may be read again until what it said is stored."""

    def __init__(
        self, account: str, mode: str, books: StoredBooks, orders: OpenOrders, agreement: Agreement, courier: Courier
    ) -> None:
        self._account = account
        self._mode = mode
        self._books = books
        self._orders = orders
        self._agreement = agreement
        self._courier = courier
        self._is_opened = False
        self._money: Decimal | None = None  # as the stream last told of it
        self.difference: BooksDifference | None = None
        self.counted = 0  # the newest connection for which stock was taken

    def read(self, word: Word, account: Account) -> Read:
        """What `word` says to books in which `account` is as it is stored."""
        match word:
            case Heard():
                return self._heard(word, account)
            case Statement():
                return self._stated(word, account)
            case Adopt():
                return self._adopted(word, account)
            case Told(order_id, standing):
                return self._told(order_id, standing)
            case Moved(levels):
                return Read(News(levels=_moved((levels,), account)))
        return self._follows(word, account)

    def _follows(self, word: Complaint | NotCancelled | NoStatement | Glance, account: Account) -> Read:
        """What is said of the books by none of these."""
        match word:
            case Glance():
                return Read(then=lambda: self._glance(account))
            case NoStatement(sentence):
                return Read(then=lambda: self._courier.stock(self._agreement.fail(sentence)))
            case NotCancelled(order_id, sentence):
                return Read(News(complaints=(sentence,)), lambda: self._orders.keep(order_id))
        return Read(News(complaints=(word.sentence,)))

    def _heard(self, heard: Heard, account: Account) -> Read:
        books = self._books.about(account, heard.executions, heard.flows)
        found = book_executions(books, heard.executions, heard.flows, heard.orders)
        news = news_of(found.bookings, books.orders, _last(heard.executions))
        is_loose = leaves_open(books, found.bookings, heard.orders)
        found_again = tuple(change for one in heard.orders if (change := self._found_again(one.client_order_id)))
        unexplained = (*found.unexplained, *self._foreign(heard.orders))

        def then() -> None:
            for order in heard.orders:
                self._end(order.client_order_id, Standing(order.status, order.note, order.filled, order.exchange_id))
            if is_loose:
                self._courier.stock(LATE_S)
            if unexplained:
                self._courier.stock(self._agreement.suspect())
            if heard.money is not None:
                self._money = heard.money
                self._courier.glance(GRACE_S)

        return Read(replace(news, changes=(*news.changes, *found_again), levels=_moved(heard.levels, account)), then)

    def _stated(self, statement: Statement, account: Account) -> Read:
        if self._books.are_empty and not self._is_opened:
            return self._open(statement)
        compared = self._compare(statement, account)
        found, news = compared.found, compared.news
        bookmark = "" if found.unexplained else statement.cursor.text()

        def then() -> None:
            self.counted = statement.generation
            self._money = None
            self.difference = compared.difference if found.unexplained else None
            if found.unexplained:
                self._courier.stock(self._agreement.doubt(found.unexplained))
            else:
                is_exact = abs(compared.difference.cash.difference) < _DUST
                self._courier.stock(self._agreement.agree(statement.generation, is_exact=is_exact))
                self._ask_again(open_exits(compared.books), statement.asked)

        return Read(replace(news, levels=_moved(statement.levels, account), bookmark=bookmark), then)

    def _ask_again(self, exits: frozenset[str], asked: frozenset[str]) -> None:
        """Of the exchange's own stops and targets that are not over: they are at the market, and over soon."""
        if exits:
            self._courier.stock(AGAIN_S if exits <= asked else LATE_S)

    def _compare(self, statement: Statement, account: Account) -> "_Compared":
        """What is to be booked of `statement`, and what differs then. Foreign orders that may stay are left out."""
        let_stay = self._books.let_stay
        orders = tuple(one for one in statement.side.orders if one.exchange_id not in let_stay)
        side = replace(statement.side, orders=orders)
        listed = [order.client_order_id for order in orders]
        books = self._books.about(account, side.executions, side.flows, statement.asked, listed)
        found = reconcile(books, side, TOLERANCE)
        news = news_of(found.bookings, books.orders, _last(side.executions))
        after = account_after(account, news)
        foreign = [one.exchange_id for one in self._foreign_orders(orders)]
        difference = difference_of(after, side, found.unexplained, foreign, statement.taken_at)
        return _Compared(found, news, booked(books, _ends(found.bookings)), side, after, difference)

    def _adopted(self, word: Adopt, account: Account) -> Read:
        """Lead the books to what the exchange holds, if it still is what was shown."""
        statement = word.statement
        compared = self._compare(statement, account)
        difference = compared.difference
        if not compared.found.unexplained:
            return Read(News(complaints=(_NOTHING_TO_ACCEPT,)), self._courier.stock)
        if not word.shown.is_as(difference):
            return Read(News(complaints=(_CHANGED,)), lambda: self._show(difference))
        ends = orders_to_end(compared.books, compared.side)
        foreign = tuple(one for one in word.shown.foreign_orders if one in difference.foreign_orders)
        adoption = adoption_of(
            self._account, self._mode, compared.after, compared.side, statement.holdings, difference, foreign,
            is_cost_told=self._books.costs_are_told,
        )  # fmt: skip
        bookmark = statement.cursor.restarted(statement.taken_at // _MILLISECOND_NS).text()
        news = replace(compared.news, changes=(*compared.news.changes, *ends), bookmark=bookmark, adoption=adoption)

        def then() -> None:
            self._money = None
            self._courier.stock()

        return Read(replace(news, levels=_moved(statement.levels, account)), then)

    def _show(self, difference: BooksDifference) -> None:
        self.difference = difference
        self._courier.stock()

    def _glance(self, account: Account) -> None:
        """Take stock when the wallet has been telling of other money than the books for a while."""
        if self._money is not None and abs(self._money - self._books.money_there(account)) > TOLERANCE:
            self._courier.stock()

    def _open(self, statement: Statement) -> Read:
        """Nothing is compared yet: the next statement is, with what this one opened the books with."""
        side = statement.side
        opening = opening_of(self._account, self._mode, side.cash, statement.holdings, statement.taken_at)

        def then() -> None:
            self._is_opened = True
            self._courier.stock()

        return Read(News(opening=opening, bookmark=statement.cursor.text()), then)

    def _told(self, order_id: str, standing: Standing) -> Read:
        order = self._orders.get(order_id)
        if order is None:
            return Read()
        if standing.status is OrderStatus.UNKNOWN:
            is_news = not self._orders.is_unknown(order_id)
            changes = (OrderChange(order, OrderStatus.UNKNOWN, note=standing.note),) if is_news else ()
            return Read(News(changes=changes), lambda: self._look_again(order_id))
        if standing.status is OrderStatus.REJECTED and order.filled == 0:
            return Read(News(changes=(OrderChange(order, OrderStatus.REJECTED, note=standing.note),)))
        change = self._found_again(order_id) if standing.status in OPEN_THERE else None
        return Read(News(changes=(change,) if change else ()), lambda: self._follow(order_id, standing))

    def _found_again(self, order_id: str) -> OrderChange | None:
        """An order that nobody knew of and of which the exchange speaks."""
        order = self._orders.get(order_id)
        if order is None or not self._orders.is_unknown(order_id):
            return None
        return OrderChange(order, order.working_status, note="Bybit has it.")

    def _end(self, order_id: str, standing: Standing) -> None:
        if self._orders.get(order_id) is None or standing.status in (*OPEN_THERE, OrderStatus.UNKNOWN):
            return
        if not self._orders.end(order_id, standing):
            self._courier.stock(LATE_S)

    def _follow(self, order_id: str, standing: Standing) -> None:
        """Settle an order that is over. One at the market is over soon: if the stream does not say so, it is asked."""
        order = self._orders.get(order_id)
        if order is not None and standing.status in OPEN_THERE and order.kind is OrderKind.MARKET:
            self._courier.look_up(order, max(LATE_S, self._orders.next_look_s(order_id)))
        self._end(order_id, standing)

    def _look_again(self, order_id: str) -> None:
        order = self._orders.get(order_id)
        if order is not None:
            self._courier.look_up(order, self._orders.next_look_s(order_id))

    def _foreign(self, orders: Iterable[ExchangeOrder]) -> tuple[str, ...]:
        return tuple(
            f"Bybit has an open order {one.exchange_id}, a {one.side.value} of {plain(one.quantity)} {one.symbol},"
            " which this program did not place."
            for one in self._foreign_orders(orders)
        )

    def _foreign_orders(self, orders: Iterable[ExchangeOrder]) -> tuple[ExchangeOrder, ...]:
        let_stay = self._books.let_stay
        return tuple(
            one
            for one in orders
            if one.status in OPEN_THERE
            and not one.is_protective
            and not self._books.knows(one.client_order_id)
            and one.exchange_id not in let_stay
        )


def _ends(bookings: Iterable[Booking]) -> tuple[Booking, ...]:
    """What settles orders, or makes them."""
    return tuple(one for one in bookings if isinstance(one, AddOrder | SettleOrder))


def _last(executions: Iterable[Execution]) -> frozenset[str]:
    return frozenset(one.execution_id for one in executions if one.is_last)


def _moved(levels: Iterable[Levels], account: Account) -> tuple[Levels, ...]:
    """Those that are not where the account has them, or belong to a position that it does not have yet."""
    return tuple(
        one
        for one in levels
        if (position := account.position(one.symbol)) is not None
        and (one.stop_loss, one.take_profit) != (position.stop_loss, position.take_profit)
    )
