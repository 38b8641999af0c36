"""A decision's way to an exchange and back: through the real pybit, against the local exchange."""

import json
import logging
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from photon_desktop.broker.bybit.rest.trading_door import CANCEL
from photon_desktop.errors import StoreFullError
from photon_desktop.trading.account import Book
from photon_desktop.trading.messages import Action, ReportStatus
from photon_desktop.trading.orders import OrderPurpose, OrderStatus
from tests.agents.exchange import ACCOUNT, SYMBOL, Trading, statuses
from tests.broker.bybit.conftest import KEY, SECRET
from tests.fakes.bybit_http import Fault, Reply
from tests.fakes.bybit_private import CREATE, EXECUTIONS, OPEN_ORDERS, TRADING_STOP
from tests.fakes.bybit_server import BybitServer


def test_a_decision_is_stored_sent_filled_by_the_stream_and_reported(trading: Trading, server: BybitServer) -> None:
    trading.start()
    message = trading.decide()
    trading.until(trading.reports)
    (report,) = trading.reports()
    assert (report.status, report.mode, report.executed_price) == (ReportStatus.EXECUTED, "demo", Decimal(30_000))
    (fill,) = trading.store.trades.fills(10, ACCOUNT)
    assert fill.fill.fill_id == "exec-000002"
    assert fill.trace_id == message.trace_id
    assert trading.held() == Decimal("0.01")
    assert server.private.accepted(report.order_id) == 1
    trading.check_books()


@pytest.mark.parametrize(
    "fault", [Fault(is_stalled=True), Fault(is_lost=True), Fault(status=502), Fault(body=b"garbled")], ids=repr
)
def test_an_answer_that_is_lost_after_the_order_was_taken_does_not_double_it(
    trading: Trading, server: BybitServer, fault: Fault
) -> None:
    trading.start()
    server.http.plan(fault, CREATE)
    trading.decide()
    trading.until(lambda: ReportStatus.EXECUTED in statuses(trading))
    trading.settle()
    assert statuses(trading).count(ReportStatus.EXECUTED) == 1
    assert statuses(trading).count(ReportStatus.UNKNOWN) <= 1
    assert server.http.count(CREATE) == 1
    assert len(trading.store.trades.fills(10, ACCOUNT)) == 1
    trading.check_books()


@pytest.mark.slow
def test_an_order_nobody_knows_of_is_reported_once_and_found_again_without_the_stream(
    trading: Trading, server: BybitServer
) -> None:
    trading.seconds_in_one = 3
    trading.start()
    server.stream_spoil(lambda message: [])
    server.private.shows_after_ms = 3_600_000
    server.http.plan(Fault(is_lost=True), CREATE)
    trading.decide()
    trading.until(lambda: statuses(trading) == [ReportStatus.UNKNOWN])
    assert trading.reports()[0].blocked_by == ("UNKNOWN",)
    asked = server.http.count("/v5/order/realtime")
    trading.until(lambda: server.http.count("/v5/order/realtime") > asked + 2)
    assert trading.store.health().orders_unknown == 1
    server.private.shows_after_ms = 0
    trading.until(lambda: ReportStatus.EXECUTED in statuses(trading))
    assert statuses(trading) == [ReportStatus.UNKNOWN, ReportStatus.EXECUTED]
    assert server.http.count(CREATE) == 1
    trading.check_books()


def test_an_order_that_never_arrived_is_refused_once_that_is_certain(trading: Trading, server: BybitServer) -> None:
    trading.start()
    server.http.plan(Fault(is_cut=True), CREATE)
    trading.decide()
    trading.until(lambda: ReportStatus.REJECTED in statuses(trading))
    assert statuses(trading) == [ReportStatus.UNKNOWN, ReportStatus.REJECTED]
    assert "never arrived" in trading.reports()[1].message
    assert trading.store.trades.open_orders(ACCOUNT) == []
    assert server.http.count(CREATE) == 1


def test_an_order_nobody_finds_is_not_cancelled_anew_with_each_price(trading: Trading, server: BybitServer) -> None:
    trading.start()
    trading.seconds_in_one = 1.0
    server.http.plan(Fault(is_cut=True), CREATE)
    trading.decide()
    trading.until(lambda: statuses(trading) == [ReportStatus.UNKNOWN])
    server.set_now_ms(server.now_ms + 3 * 3_600_000)  # it waits for over two bars: it is to be taken back
    for _ in range(10):
        trading.tick("30000")
        trading.settle()
    assert 1 <= server.http.count(CANCEL) < 6
    assert len(trading.refusals) < 6


def test_a_refusal_of_the_exchange_is_reported_in_its_words(trading: Trading, server: BybitServer) -> None:
    trading.start()
    server.private.rejects.append((110007, "ab not enough for new order"))
    trading.decide()
    trading.until(trading.reports)
    (report,) = trading.reports()
    assert (report.status, report.blocked_by) == (ReportStatus.REJECTED, ("EXCHANGE",))
    assert "balance at Bybit does not cover" in report.message
    assert trading.account().cash == Decimal(10_000)


def test_an_order_filled_in_part_keeps_its_parts_and_reports_its_end(trading: Trading, server: BybitServer) -> None:
    trading.start()
    server.private.matching.depth = Decimal("0.006")
    server.private.matching.slice_quantity = Decimal("0.002")
    trading.decide()
    trading.until(lambda: len(trading.reports()) == 4)
    assert statuses(trading) == [ReportStatus.PARTIALLY_EXECUTED] * 3 + [ReportStatus.CANCELLED]
    assert trading.reports()[3].quantity == Decimal("0.004")
    assert trading.store.trades.open_orders(ACCOUNT) == []
    trading.check_books()


def test_messages_that_come_twice_late_and_in_disorder_are_booked_once(trading: Trading, server: BybitServer) -> None:
    trading.start()
    held: list[object] = []

    def spoil(message: object) -> list[object]:
        """Every message twice, and the executions after everything else."""
        held.append(message)
        if len(held) < 7:
            return []
        late = sorted(held, key=lambda one: one["topic"] == "execution")  # type: ignore[index]
        held.clear()
        return [one for one in late for _ in range(2)]

    server.private.matching.slice_quantity = Decimal("0.005")
    server.stream_spoil(spoil)  # type: ignore[arg-type]
    trading.decide()
    trading.until(lambda: ReportStatus.EXECUTED in statuses(trading))
    trading.settle()
    assert statuses(trading) == [ReportStatus.PARTIALLY_EXECUTED, ReportStatus.EXECUTED]
    trading.check_books()


def test_what_was_missed_while_the_stream_was_down_is_booked_once_at_the_reconnect(
    trading: Trading, server: BybitServer
) -> None:
    trading.start()
    server.stream_spoil(lambda message: [])
    message = trading.decide()
    trading.until(lambda: server.private.matching.executions)
    trading.settle()
    assert trading.reports() == []
    server.stream_spoil(None)
    server.stream_cut()
    trading.until(trading.reports)
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is None)
    assert statuses(trading) == [ReportStatus.EXECUTED]
    assert trading.store.trades.fills(10, ACCOUNT)[0].trace_id == message.trace_id
    trading.check_books()


def test_a_restart_goes_on_with_an_order_whose_fill_was_not_booked(trading: Trading, server: BybitServer) -> None:
    trading.start()
    server.stream_spoil(lambda message: [])
    trading.decide()
    trading.until(lambda: server.private.matching.executions)
    server.pass_time(3_600)
    trading.restart()
    server.stream_spoil(None)
    trading.start()
    assert statuses(trading) == [ReportStatus.EXECUTED]
    assert server.http.count(CREATE) == 1
    trading.check_books()


def test_an_order_that_was_stored_and_never_sent_is_not_sent_after_a_restart(
    trading: Trading, server: BybitServer
) -> None:
    trading.start()
    assert trading.broker is not None
    trading.broker._courier.stop()
    trading.decide()
    (order,) = trading.store.trades.open_orders(ACCOUNT)
    trading.restart()
    trading.start(is_ready=False)
    assert trading.broker._gateway.place(order).status is OrderStatus.UNKNOWN
    trading.until(lambda: trading.broker is not None and trading.broker.obstacle is None)
    assert statuses(trading) == [ReportStatus.REJECTED]
    assert server.http.count(CREATE) == 0
    assert trading.troubles == []


def test_an_order_that_waits_to_be_sent_is_not_asked_for_and_leaves(trading: Trading, server: BybitServer) -> None:
    trading.start()
    assert trading.broker is not None
    asked = server.http.count(OPEN_ORDERS)
    server.http.plan(Fault(delay_s=0.1), OPEN_ORDERS)
    trading.broker._courier.stock()
    trading.until(lambda: server.http.count(OPEN_ORDERS) > asked)
    trading.broker._courier.stock()
    trading.decide()
    trading.until(trading.reports)
    assert statuses(trading) == [ReportStatus.EXECUTED]


def test_what_the_stream_brings_waits_for_what_was_missed_before_it(trading: Trading, server: BybitServer) -> None:
    trading.start()
    server.stream_spoil(lambda message: [])
    server.fund(SYMBOL, Decimal("0.11"))
    server.drain()
    server.stream_spoil(None)
    asked = server.http.count(EXECUTIONS)
    server.http.plan(Fault(late_s=0.2), EXECUTIONS)
    server.stream_cut()
    trading.until(lambda: server.http.count(EXECUTIONS) > asked)
    server.fund(SYMBOL, Decimal("0.22"))
    trading.until(lambda: trading.account().cash == Decimal(10_000) - Decimal("0.33"))
    newest = trading.store.trades.ledger(4, ACCOUNT)
    assert [line.line.amount for line in newest if line.line.book is Book.CASH] == [-Decimal("0.22"), -Decimal("0.11")]


def test_a_fill_that_could_not_be_stored_is_brought_again(
    trading: Trading, server: BybitServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    trading.start()
    full = iter([StoreFullError("The disk is full."), StoreFullError("The disk is full.")])
    record = trading.store.trades.record_fill

    def fail_twice(*arguments: Any) -> None:
        for error in full:
            raise error
        record(*arguments)

    monkeypatch.setattr(trading.store.trades, "record_fill", fail_twice)
    trading.decide()
    trading.until(lambda: trading.agent._failed)
    trading.price("30000")
    trading.price("30000")
    trading.until(trading.reports)
    assert trading.agent._failed == 2
    assert statuses(trading) == [ReportStatus.EXECUTED]
    trading.check_books()


def test_a_clock_that_is_wrong_is_measured_and_the_order_sent_by_the_better_one(
    trading: Trading, server: BybitServer
) -> None:
    trading.start()
    server.skew_ms = 60_000
    trading.decide()
    trading.until(trading.reports)
    assert statuses(trading) == [ReportStatus.EXECUTED]
    assert server.private.accepted(trading.reports()[0].order_id) == 1


def test_funding_moves_the_cash_and_is_no_fill(trading: Trading, server: BybitServer) -> None:
    trading.start()
    trading.decide()
    trading.until(trading.reports)
    before = trading.account().cash
    server.fund(SYMBOL, Decimal("0.37"))
    trading.until(lambda: trading.account().cash == before - Decimal("0.37"))
    server.stream_spoil(lambda message: [])
    server.fund(SYMBOL, Decimal("-0.12"))
    server.drain()
    server.stream_spoil(None)
    server.stream_cut()
    trading.until(lambda: trading.account().cash == before - Decimal("0.25"))
    assert len(trading.store.trades.fills(10, ACCOUNT)) == 1
    assert [line.line.book.value for line in trading.store.trades.ledger(2, ACCOUNT)] == ["funding", "cash"]
    trading.check_books()


@pytest.mark.parametrize(
    ("price", "purpose", "words"),
    [("28000", OrderPurpose.STOP, "stop loss closed"), ("33000", OrderPurpose.TARGET, "take profit closed")],
)
def test_the_exchange_takes_a_position_out_and_the_agent_only_books_it(
    trading: Trading, server: BybitServer, price: str, purpose: OrderPurpose, words: str
) -> None:
    trading.start()
    trading.decide(stop="29000", target="32000")
    trading.until(trading.reports)
    assert trading.account().position(SYMBOL).stop_loss == Decimal(29_000)
    created = server.http.count(CREATE)
    trading.price(price)
    trading.until(lambda: len(trading.reports()) == 2)
    assert words in trading.reports()[1].message
    assert [fill.purpose for fill in trading.store.trades.fills(10, ACCOUNT)] == [purpose, OrderPurpose.SIGNAL]
    assert server.http.count(CREATE) == created
    assert trading.held() == 0
    trading.check_books()


def test_a_stop_takes_out_what_a_decision_left_of_the_position(trading: Trading, server: BybitServer) -> None:
    trading.start()
    trading.decide(stop="29000")
    trading.until(trading.reports)
    trading.decide(Action.SELL, "0.004")
    trading.until(lambda: trading.held() == Decimal("0.006"))
    trading.price("28900")
    trading.until(lambda: trading.held() == 0)
    assert "stop loss closed" in trading.reports()[-1].message
    trading.check_books()


def test_a_stop_that_was_missed_is_known_as_its_positions_after_the_next_one_was_opened(
    trading: Trading, server: BybitServer
) -> None:
    trading.start()
    trading.decide(stop="29000")
    trading.until(trading.reports)
    server.stream_spoil(lambda message: [])
    trading.price("28900")
    server.drain()
    server.stream_spoil(None)
    trading.decide(quantity="0.02", stop="28000")
    trading.until(lambda: len(trading.reports()) == 2)
    server.stream_cut()
    trading.until(lambda: trading.held() == Decimal("0.02"))
    assert "stop loss closed" in trading.reports()[2].message
    trading.check_books()


def test_a_sale_that_the_exchanges_stop_forestalls_opens_nothing(trading: Trading, server: BybitServer) -> None:
    trading.start()
    trading.decide(stop="29000")
    trading.until(trading.reports)
    server.stream_spoil(lambda message: [])
    trading.price("28900")
    trading.decide(Action.SELL)
    trading.until(lambda: len(trading.reports()) == 2)
    assert trading.reports()[1].status is ReportStatus.REJECTED
    assert server.private.matching.wallet.position(SYMBOL).quantity == 0
    server.stream_spoil(None)
    server.stream_cut()
    trading.until(lambda: trading.held() == 0)
    trading.check_books()


def test_a_stop_that_is_dragged_moves_at_the_exchange_and_then_here(trading: Trading, server: BybitServer) -> None:
    trading.start()
    trading.decide(stop="29000", target="32000")
    trading.until(trading.reports)
    trading.agent.move_protection(SYMBOL, Decimal("29500.04"), None)
    assert trading.account().position(SYMBOL).stop_loss == Decimal(29_000)
    trading.until(lambda: trading.account().position(SYMBOL).take_profit is None)
    trading.settle()
    held = server.private.matching.wallet.position(SYMBOL)
    assert (held.stop_loss, held.take_profit) == ("29500", "")
    trading.until(lambda: trading.account().position(SYMBOL).stop_loss == Decimal(29_500))
    trading.price("29400")
    trading.until(lambda: trading.held() == 0)
    assert "stop loss closed" in trading.reports()[-1].message
    moves = [moved for _, moved in trading.store.trades.levels_after(0, 100, ACCOUNT)]
    stops = [moved.stop_loss for moved in moves]
    assert (stops[0], stops[-2:]) == (Decimal(29_000), [Decimal(29_500), None])
    assert [moved.moved_at for moved in moves] == sorted(moved.moved_at for moved in moves)
    trading.check_books()


def test_a_stop_that_the_exchange_does_not_move_stays_here_and_is_told(trading: Trading, server: BybitServer) -> None:
    trading.start()
    trading.decide(stop="29000")
    trading.until(trading.reports)
    server.http.plan(Fault(Reply(code=10001, words="StopLoss is too near")), TRADING_STOP)
    trading.agent.move_protection(SYMBOL, Decimal(29_900), None)
    trading.until(lambda: trading.refusals)
    assert "were not moved" in trading.refusals[0]
    assert trading.account().position(SYMBOL).stop_loss == Decimal(29_000)


def test_coins_are_bought_less_their_fee_and_their_stop_is_sent_once_and_never_assumed(
    spot: Trading, server: BybitServer
) -> None:
    spot.start()
    spot.decide(quantity="0.012345", stop="29000", target="32000")
    spot.until(spot.reports)
    assert statuses(spot) == [ReportStatus.EXECUTED]
    assert spot.held() == Decimal("0.012345") * Decimal("0.999")
    spot.check_books()
    server.private.matching.is_asleep = True
    spot.tick("28900")
    spot.tick("28800")
    spot.until(lambda: len(server.private.matching.orders) == 2)
    spot.settle()
    assert spot.held() == Decimal("0.012345") * Decimal("0.999")
    server.private.matching.is_asleep = False
    server.look()
    spot.until(lambda: len(spot.reports()) == 2)
    assert "stop loss closed" in spot.reports()[1].message
    assert server.http.count(CREATE) == 2
    assert 0 < spot.held() < Decimal("0.000001")
    spot.price("28700")
    spot.settle()
    assert server.http.count(CREATE) == 2
    spot.check_books()


def test_the_books_of_coins_open_at_what_they_are_worth(spot: Trading, server: BybitServer) -> None:
    wallet = server.private.matching.wallet
    wallet.coins["BTC"], wallet.values["BTC"] = Decimal("0.5"), Decimal(30_000)
    spot.start()
    assert spot.store.trades.deposits(ACCOUNT) == Decimal(25_000)
    assert spot.account().position(SYMBOL).average_price == Decimal(30_000)
    spot.decide(Action.SELL, "0.25")
    spot.until(spot.reports)
    spot.check_books()


def test_the_secret_is_in_no_log_no_file_and_no_text_of_anything(
    trading: Trading, server: BybitServer, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    caplog.set_level(logging.DEBUG)
    trading.start()
    trading.decide()
    trading.until(trading.reports)
    server.http.plan(Fault(status=500), CREATE)
    trading.decide(Action.SELL)
    trading.until(lambda: len(trading.reports()) >= 2)
    server.keys[KEY] = "changed"
    server.stream_cut()
    trading.until(lambda: trading.troubles)
    trading.stop()
    assert SECRET not in caplog.text
    stream = trading.broker._stream  # type: ignore[union-attr]
    assert SECRET not in repr(vars(trading.broker)) + repr(vars(stream)) + repr(vars(stream._transport))
    for file in tmp_path.iterdir():
        assert SECRET.encode() not in file.read_bytes()
    assert SECRET not in json.dumps([line.text for line in trading.store.log.recent(100)])
