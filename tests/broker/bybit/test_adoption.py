"""Whatever the books and the exchange hold, adopting leads to the exchange's holdings, and every cent has its row."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.broker.bybit.books.holdings import Holding, linear_cash
from photon_desktop.broker.bybit.books.reconcile import ExchangeSide
from photon_desktop.broker.bybit.desk.adoption import adoption_of, difference_of
from photon_desktop.trading.account import Account, Book, LedgerLine
from photon_desktop.trading.money import ZERO, to_money
from photon_desktop.trading.orders import Fill, Side

SYMBOLS = ("BTCUSDT", "ETHUSDT", "SOLUSDT")
QUANTITIES = st.decimals("-5", "5", places=3).filter(bool)
PRICES = st.decimals("0.0001", "60000", places=4)


def fill_of(symbol: str, signed: Decimal, price: Decimal) -> Fill:
    side = Side.BUY if signed > 0 else Side.SELL
    return Fill("f", "o", symbol, side, abs(signed), price, Decimal("0.01"), ZERO, 1)


TRADES = st.lists(st.builds(fill_of, st.sampled_from(SYMBOLS), QUANTITIES, PRICES), max_size=8)
HELD = st.dictionaries(st.sampled_from(SYMBOLS), st.tuples(QUANTITIES, PRICES), max_size=3)


@given(trades=TRADES, held=HELD, money=st.decimals("0", "100000", places=8), is_cost_told=st.booleans())
def test_the_books_end_as_the_exchange_and_their_rows_sum(
    trades: list[Fill], held: dict[str, tuple[Decimal, Decimal]], money: Decimal, is_cost_told: bool
) -> None:
    account = Account()
    for trade in trades:
        account, _ = account.after(trade)
    holdings = {symbol: Holding(size, size * price) for symbol, (size, price) in held.items()}
    cash = linear_cash(money, holdings) if is_cost_told else money
    side = ExchangeSide((), (), (), {symbol: one.quantity for symbol, one in holdings.items()}, cash)
    difference = difference_of(account, side, ("Why.",), (), 7)
    made = adoption_of("a", "demo", account, side, holdings, difference, (), is_cost_told=is_cost_told)
    after, rows = account, list[LedgerLine]()
    for change in made.changes:
        assert change.fill is not None
        assert change.fill.quantity == change.order.quantity
        after, lines = after.after(change.fill)
        rows += lines
    after, lines = after.deposited(made.capital)
    rows += lines
    assert sum((row.amount for row in rows), ZERO) == 0
    assert sum((row.amount for row in rows if row.book is Book.CASH), ZERO) == after.cash - account.cash
    assert after.cash == to_money(cash)
    assert {one.symbol: one.quantity for one in after.open_positions()} == side.quantities
    ids = [change.order.client_order_id for change in made.changes]
    assert len(ids) == len(set(ids))
    assert difference_of(after, side, (), (), 7).holdings == ()


def test_adopting_what_the_books_hold_already_moves_nothing() -> None:
    account, _ = Account().deposited(Decimal(100))
    side = ExchangeSide((), (), (), {}, Decimal(100))
    difference = difference_of(account, side, (), (), 7)
    made = adoption_of("a", "demo", account, side, {}, difference, (), is_cost_told=True)
    assert (made.capital, made.changes) == (ZERO, ())
