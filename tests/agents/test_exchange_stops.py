"""What keeps orders of an exchange's account from leaving: arming, the stream, and books that do not agree."""

from decimal import Decimal

from photon_desktop.trading.agent_status import AgentState
from photon_desktop.trading.halt import Halt
from photon_desktop.trading.messages import Action, ReportStatus
from tests.agents.exchange import ACCOUNT, SYMBOL, Trading, statuses
from tests.broker.bybit.conftest import KEY
from tests.fakes.bybit_http import Fault
from tests.fakes.bybit_private import CREATE
from tests.fakes.bybit_server import BybitServer


def codes(trading: Trading) -> list[tuple[str, ...]]:
    return [report.blocked_by for report in trading.reports()]


def test_decisions_of_an_account_that_is_not_armed_are_refused_and_a_close_by_hand_is_not(
    trading: Trading, server: BybitServer
) -> None:
    trading.start()
    trading.decide()
    trading.until(trading.reports)
    trading.arming.disarm()
    trading.decide(Action.SELL)
    assert codes(trading)[1:] == [("NOT_ARMED",)]
    assert "arm it" in trading.reports()[1].message
    trading.agent.close_position(SYMBOL)
    trading.until(lambda: trading.held() == 0)
    assert "closed by hand" in trading.reports()[2].message
    assert server.http.count(CREATE) == 2
    trading.check_books()


def test_an_account_that_another_one_is_armed_beside_is_not_armed(trading: Trading) -> None:
    trading.start()
    trading.arming.arm("another")
    trading.decide()
    assert codes(trading) == [("NOT_ARMED",)]


def test_while_the_stream_is_down_nothing_is_opened_and_a_close_by_hand_leaves(
    trading: Trading, server: BybitServer
) -> None:
    trading.start()
    trading.decide()
    trading.until(trading.reports)
    server.stream_dark()
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is not None)
    assert trading.broker is not None
    assert trading.broker.stream_age_s() is None
    trading.decide()
    assert codes(trading)[1:] == [("STREAM_DOWN",)]
    trading.agent.close_position(SYMBOL)
    trading.until(lambda: server.http.count(CREATE) == 2)
    server.stream_back()
    trading.until(lambda: trading.held() == 0)
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is None)
    age_s = trading.broker.stream_age_s()
    assert age_s is not None
    assert age_s < 15
    trading.check_books()


def test_what_nobody_can_explain_stops_trading_is_shown_and_is_looked_at_again_by_itself(
    trading: Trading, server: BybitServer
) -> None:
    trading.start()
    wallet = server.private.matching.wallet
    wallet.coins["USDT"] -= 100
    server.stream_cut()
    trading.until(lambda: trading.troubles)
    assert trading.troubles == ["The cash at Bybit is 100 less than the books explain."]
    assert trading.agent._state is AgentState.DEGRADED
    trading.decide()
    assert codes(trading) == [("NOT_RECONCILED",)]
    assert "100 less" in trading.reports()[0].message
    trading.agent.close_position(SYMBOL)
    assert "100 less" in trading.refusals[0]
    assert server.http.count(CREATE) == 0
    wallet.coins["USDT"] += 100
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is None)
    trading.until(lambda: trading.troubles[-1] == "")
    assert trading.agent._state is AgentState.RUNNING
    trading.decide()
    trading.until(lambda: statuses(trading)[-1] is ReportStatus.EXECUTED)
    trading.check_books()


def test_an_order_that_somebody_placed_elsewhere_stops_trading_until_it_is_gone(
    trading: Trading, server: BybitServer
) -> None:
    trading.start()
    assert trading.broker is not None
    client = trading.broker._ways.client
    asked = {"category": "linear", "symbol": SYMBOL, "side": "Buy", "qty": "0.01", "orderType": "Limit"}
    client.write(CREATE, {**asked, "price": "20000", "timeInForce": "GTC"})
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is not None)
    trading.decide()
    assert codes(trading) == [("NOT_RECONCILED",)]
    trading.until(lambda: trading.troubles)
    assert "did not place" in trading.troubles[0]
    trading.broker.cancel_all()
    trading.until(lambda: trading.troubles[-1] == "")
    assert trading.broker.obstacle is None


def test_a_stop_that_is_watched_here_is_not_sent_from_books_that_nobody_can_explain(
    spot: Trading, server: BybitServer
) -> None:
    spot.start()
    spot.decide(stop="29000")
    spot.until(spot.reports)
    wallet = server.private.matching.wallet
    wallet.coins["USDT"] -= 5
    server.stream_cut()
    spot.until(lambda: spot.troubles)
    spot.tick("28900")
    spot.settle()
    assert server.http.count(CREATE) == 1
    wallet.coins["USDT"] += 5
    spot.until(lambda: spot.broker is not None and spot.broker.obstacle is None)
    spot.tick("28900")
    spot.until(lambda: len(spot.reports()) == 2)
    assert "stop loss closed" in spot.reports()[1].message


def test_trading_that_starts_unexplained_goes_on_after_a_restart_that_finds_it_explained(
    trading: Trading, server: BybitServer
) -> None:
    trading.start()
    trading.restart()
    server.private.matching.wallet.coins["USDT"] += 7
    trading.start(is_ready=False)
    trading.until(lambda: trading.troubles)
    server.private.matching.wallet.coins["USDT"] -= 7
    trading.restart()
    trading.start()
    assert trading.broker is not None
    assert trading.broker.trouble == ""


def test_the_books_open_with_what_the_exchange_holds_and_only_once(trading: Trading, server: BybitServer) -> None:
    held = server.private.matching.wallet.position(SYMBOL)
    held.trade(Decimal("-0.02"), Decimal(31_000))
    held.stop_loss = "32000"
    trading.start()
    assert trading.store.trades.deposits(ACCOUNT) == Decimal(10_000)
    position = trading.account().position(SYMBOL)
    assert (position.quantity, position.average_price, position.stop_loss) == (
        Decimal("-0.02"), Decimal(31_000), Decimal(32_000),
    )  # fmt: skip
    assert trading.reports() == []
    trading.check_books()
    ledger = trading.store.trades.ledger(100, ACCOUNT)
    trading.restart()
    trading.start()
    assert trading.store.trades.ledger(100, ACCOUNT) == ledger
    trading.price("32500")
    trading.until(lambda: trading.held() == 0)
    assert "stop loss closed" in trading.reports()[-1].message
    trading.check_books()


def test_a_key_that_is_refused_is_named_and_nothing_is_sent(trading: Trading, server: BybitServer) -> None:
    server.keys[KEY] = "another secret"
    trading.start(is_ready=False)
    trading.until(lambda: trading.troubles)
    assert "refuses" in trading.troubles[0]
    trading.decide()
    assert codes(trading) == [("STREAM_DOWN",)]
    assert server.http.count(CREATE) == 0


def test_an_order_that_hangs_is_taken_back_by_hand_and_the_exchange_says_so(
    trading: Trading, server: BybitServer
) -> None:
    trading.start()
    server.private.matching.is_asleep = True
    trading.decide()
    trading.until(lambda: server.private.matching.orders)
    (order,) = trading.store.trades.open_orders(ACCOUNT)
    trading.agent.cancel_order(order.client_order_id)
    trading.agent.cancel_order(order.client_order_id)
    trading.until(trading.reports)
    assert statuses(trading) == [ReportStatus.CANCELLED]
    assert "cancelled by hand" in trading.reports()[0].message
    assert server.http.count("/v5/order/cancel") == 1


def test_the_halt_takes_back_what_waits_and_flattens_without_arming(trading: Trading, server: BybitServer) -> None:
    trading.start()
    trading.decide()
    trading.until(trading.reports)
    server.private.matching.is_asleep = True
    trading.decide()
    trading.until(lambda: len(server.private.matching.orders) == 2)
    server.private.matching.is_asleep = False
    trading.arming.disarm()
    trading.halt.set(Halt("Pressed.", by_user=True))
    trading.agent.obey_halt(True)
    trading.until(lambda: trading.held() == 0 and ReportStatus.CANCELLED in statuses(trading))
    assert any("kill switch closed" in report.message for report in trading.reports())
    trading.check_books()


def test_an_order_that_was_not_sent_before_the_halt_never_leaves(trading: Trading, server: BybitServer) -> None:
    trading.start()
    server.http.plan(Fault(delay_s=0.2), "/v5/market/instruments-info")
    assert trading.broker is not None
    trading.broker._listings._instruments.clear()
    trading.broker._courier.stock()
    trading.decide()
    trading.halt.set(Halt("Pressed.", by_user=True))
    trading.until(trading.reports)
    assert statuses(trading) == [ReportStatus.REJECTED]
    assert "halted before it left" in trading.reports()[0].message
    assert server.http.count(CREATE) == 0
