"""Money and trades of somebody else: what the log explains is booked, what nothing explains a person accepts."""

from decimal import Decimal

import pytest

from photon_desktop.broker.bybit.rest.trading_door import BALANCE
from photon_desktop.broker.difference import BooksDifference
from photon_desktop.broker.obstacles import NOT_RECONCILED
from photon_desktop.errors import StoreFullError
from photon_desktop.store.settings import SettingRepository
from photon_desktop.trading.account import Book
from photon_desktop.trading.messages import Action
from photon_desktop.trading.orders import OrderStatus
from photon_desktop.trading.portfolio import Portfolio
from tests.agents.exchange import ACCOUNT, SYMBOL, Trading
from tests.fakes.bybit_http import Fault
from tests.fakes.bybit_server import BybitServer

D = Decimal


def opened(trading: Trading) -> list[Portfolio]:
    """Start, and gather what is shown of the account."""
    shown: list[Portfolio] = []
    trading.agent.portfolio_changed.connect(shown.append)
    trading.start()
    return shown


def lines_of(trading: Trading, book: Book) -> list[Decimal]:
    stored = trading.store.trades.ledger(1_000, ACCOUNT)
    return [one.line.amount for one in reversed(stored) if one.line.book is book]


def differ(trading: Trading) -> BooksDifference:
    """Wait until the difference is named, and give it."""
    trading.until(lambda: trading.broker is not None and trading.broker.difference)
    assert trading.broker is not None and trading.broker.difference is not None
    return trading.broker.difference


def accept(trading: Trading, shown: BooksDifference, *, cancels: bool = False) -> None:
    trading.agent.adopt_books(shown, cancels)
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is None)


def test_a_deposit_is_noticed_by_the_wallet_and_booked_once_as_capital(trading: Trading, server: BybitServer) -> None:
    shown = opened(trading)
    trading.decide()
    trading.until(trading.held)
    server.pass_time(1)
    server.move_money("TRANSFER_IN", D(500))
    trading.until(lambda: lines_of(trading, Book.CAPITAL)[1:])
    assert lines_of(trading, Book.CAPITAL) == [D(-10_000), D(-500)]
    assert shown[-1].starting_cash == D(10_500)
    assert abs(shown[-1].profit) < D(1)
    server.stream_cut()
    trading.settle()
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is None)
    assert len(lines_of(trading, Book.CAPITAL)) == 2
    assert trading.troubles == []
    trading.check_books()


def test_a_withdrawal_while_the_program_was_off_is_booked_at_the_next_start(
    trading: Trading, server: BybitServer
) -> None:
    opened(trading)
    trading.agent.stop()
    server.pass_time(9 * 86_400)
    server.move_money("TRANSFER_OUT", D(-2_500))
    for _ in range(2):
        trading.restart()
        trading.start()
        assert lines_of(trading, Book.CAPITAL) == [D(-10_000), D(2_500)]
    trading.check_books()


def test_interest_and_gifts_have_books_of_their_own_and_are_no_capital(trading: Trading, server: BybitServer) -> None:
    shown = opened(trading)
    server.pass_time(1)
    for kind, amount in (("INTEREST", D(-3)), ("BONUS", D(7)), ("FEE_REFUND", D(2))):
        server.move_money(kind, amount)
    trading.until(lambda: trading.account().cash == D(10_006))
    assert (lines_of(trading, Book.INTEREST), lines_of(trading, Book.BONUS)) == ([D(3)], [D(-7), D(-2)])
    trading.until(lambda: shown[-1].profit == D(6))
    trading.check_books()


def test_a_deposit_makes_neither_drawdown_nor_profit_of_the_day(trading: Trading, server: BybitServer) -> None:
    opened(trading)
    watch = trading.agent._watch
    watch.marked(server.now_ms * 1_000_000, D(12_500))  # the peak: the account has fallen by a fifth since
    server.pass_time(1)
    server.move_money("TRANSFER_OUT", D(-5_000))
    trading.until(lambda: trading.account().cash == D(5_000))
    assert watch.peak.drawdown(D(5_000)) == D("0.2")
    trading.restart()
    trading.start()
    assert trading.agent._watch.peak.drawdown(D(5_000)) == D("0.2")
    assert trading.agent._watch._day_began_with == watch._day_began_with


def test_a_trade_by_hand_stops_trading_and_accepting_it_lets_it_go_on(trading: Trading, server: BybitServer) -> None:
    shown = opened(trading)
    trading.decide()
    trading.until(trading.held)
    server.pass_time(1)
    server.trade_by_hand("linear", SYMBOL, "Sell", D("0.004"))
    found = differ(trading)
    assert [(one.name, one.books, one.venue) for one in found.holdings] == [(SYMBOL, D("0.01"), D("0.006"))]
    assert any("did not order" in sentence for sentence in found.sentences)
    assert trading.broker is not None and trading.broker.obstacle is not None
    assert trading.broker.obstacle.code == NOT_RECONCILED
    accept(trading, found)
    assert trading.held() == D("0.006")
    assert trading.agent._trouble == ""
    assert abs(shown[-1].profit) < D(1)
    trading.check_books()
    kept = trading.store.settings.get(f"adopted.{ACCOUNT}.{adopted_at(trading)}")
    assert list(found.sentences) == kept["words"]
    trading.decide(Action.SELL, "0.006")
    trading.until(lambda: trading.held() == 0)
    trading.check_books()


def adopted_at(trading: Trading) -> str:
    (key,) = trading.store.settings.texts(f"adopted.{ACCOUNT}.")
    return key.rpartition(".")[2]


def test_accepting_a_second_time_does_nothing_and_says_so(trading: Trading, server: BybitServer) -> None:
    opened(trading)
    server.private.hides_money = True
    server.pass_time(1)
    server.move_money("CURRENCY_BUY", D(-750))
    found = differ(trading)
    assert found.cash.difference == D(-750)
    accept(trading, found)
    before = trading.store.trades.ledger(1_000, ACCOUNT)
    trading.agent.adopt_books(found, False)
    trading.until(lambda: trading.refusals)
    assert trading.refusals == ["There is nothing to accept: the books explain all that Bybit holds."]
    assert trading.store.trades.ledger(1_000, ACCOUNT) == before
    trading.check_books()


def test_a_transfer_that_the_log_shows_after_it_was_accepted_is_not_booked_twice(
    trading: Trading, server: BybitServer
) -> None:
    opened(trading)
    server.private.hides_money = True
    server.pass_time(1)
    server.move_money("TRANSFER_IN", D(300))
    found = differ(trading)
    server.pass_time(120)
    accept(trading, found)
    server.private.hides_money = False
    server.stream_cut()
    trading.settle()
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is None)
    assert trading.account().cash == D(10_300)
    trading.check_books()


def test_what_changed_since_it_was_shown_is_not_accepted(trading: Trading, server: BybitServer) -> None:
    opened(trading)
    server.trade_by_hand("linear", SYMBOL, "Buy", D("0.02"))
    found = differ(trading)
    server.trade_by_hand("linear", SYMBOL, "Buy", D("0.01"))
    trading.agent.adopt_books(found, False)
    trading.until(lambda: trading.refusals)
    assert "has changed since it was shown" in trading.refusals[0]
    assert trading.held() == 0
    trading.until(lambda: differ(trading).holdings[0].venue == D("0.03"))
    accept(trading, differ(trading))
    assert trading.held() == D("0.03")
    trading.check_books()


def test_nothing_is_accepted_while_the_exchange_can_not_be_asked(trading: Trading, server: BybitServer) -> None:
    opened(trading)
    server.trade_by_hand("linear", SYMBOL, "Buy", D("0.02"))
    found = differ(trading)
    server.http.plan(Fault(status=502), BALANCE, times=40)
    trading.agent.adopt_books(found, False)
    trading.until(lambda: trading.refusals)
    assert trading.refusals[0].startswith("Nothing was accepted, the books are as they were:")
    assert trading.held() == 0
    server.http.forget_plans()
    accept(trading, differ(trading))
    trading.check_books()


@pytest.mark.parametrize("cancels", [True, False])
def test_an_open_order_of_somebody_else_is_cancelled_only_if_it_is_let(
    trading: Trading, server: BybitServer, cancels: bool
) -> None:
    opened(trading)
    server.trade_by_hand("linear", SYMBOL, "Buy", D("0.02"), D(25_000))
    found = differ(trading)
    assert len(found.foreign_orders) == 1
    accept(trading, found, cancels=cancels)
    (order,) = server.private.matching.orders
    assert order.is_open is not cancels
    trading.restart()
    trading.start()
    assert trading.agent._trouble == ""
    if not cancels:
        trading.price("24000")
        assert differ(trading).holdings[0].venue == D("0.02")


def test_an_adoption_that_can_not_be_stored_is_not_half_done(
    trading: Trading, server: BybitServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(trading)
    server.trade_by_hand("linear", SYMBOL, "Buy", D("0.02"))
    server.pass_time(1)
    server.move_money("CURRENCY_SELL", D(40))
    found = differ(trading)
    before = trading.store.trades.ledger(1_000, ACCOUNT)
    put = SettingRepository.put

    def full(self: SettingRepository, key: str, value: object) -> None:
        if key.startswith("executions."):
            raise StoreFullError("The disk is full.")
        put(self, key, value)

    monkeypatch.setattr(SettingRepository, "put", full)
    trading.agent.adopt_books(found, False)
    trading.until(lambda: "disk is full" in trading.agent._note)
    assert trading.store.trades.ledger(1_000, ACCOUNT) == before
    assert trading.store.trades.load_account(ACCOUNT).open_positions() == ()
    monkeypatch.undo()
    trading.agent.take_news()
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is None)
    assert trading.held() == D("0.02")
    trading.check_books()


def test_coins_bought_by_hand_are_accepted_and_a_stop_stays(spot: Trading, server: BybitServer) -> None:
    opened(spot)
    spot.decide(stop="29000")
    spot.until(spot.held)
    server.trade_by_hand("spot", SYMBOL, "Buy", D("0.02"))
    accept(spot, differ(spot))
    assert spot.account().position(SYMBOL).stop_loss == D(29_000)
    spot.check_books()


def test_an_order_whose_fill_went_by_is_taken_as_over(trading: Trading, server: BybitServer) -> None:
    opened(trading)
    server.stream_spoil(lambda message: [])
    trading.decide()
    trading.until(lambda: server.private.matching.executions)
    server.private.hidden.update(done.exec_id for done in server.private.matching.executions)
    server.stream_spoil(None)
    trading.restart()
    trading.start(is_ready=False)
    accept(trading, differ(trading))
    (order,) = [one for one in server.private.matching.orders if one.link_id]
    stored = trading.store.trades.order(order.link_id)
    assert stored is not None and stored.status is OrderStatus.CANCELLED
    assert trading.store.trades.open_orders(ACCOUNT) == []
    trading.check_books()
