from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication

from photon_desktop.agents.execution_agent import ExecutionAgent
from photon_desktop.agents.post import Post
from photon_desktop.agents.trading_rules import TradingRules
from photon_desktop.broker.paper import PaperBroker
from photon_desktop.errors import AccountBreachError, StoreFullError, ValueRefusedError
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.agent_status import AgentState, AgentStatus
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.halt import Halt, TradingHalt
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.messages import Action, ExecutionReport, Message, MessageStatus, MessageType, ReportStatus
from photon_desktop.trading.orders import Order, OrderPurpose, OrderStatus, Side
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.risk import RiskLimits
from tests.agents.conftest import HOUR, NOON, SYMBOL, decision, sent, tick, watching

D = Decimal
RULES = TradingRules(costs=CostModel(D("0.001"), D(0)))
AgentMaker = Callable[[], ExecutionAgent]


def open_broker(waiting: tuple[Order, ...]) -> PaperBroker:
    return PaperBroker(RULES.costs, assumed_instrument, waiting)


@pytest.fixture
def make_agent(store: Store, post: Post, qapp: QCoreApplication) -> Iterator[AgentMaker]:
    """Makes started agents, as a program that is started again would, and stops them."""
    made: list[ExecutionAgent] = []

    def make(market_opens_at: int = NOON) -> ExecutionAgent:
        agent = ExecutionAgent(store, post, open_broker, assumed_instrument, RULES, watching(opens_at=market_opens_at))
        made.append(agent)
        agent.start()
        return agent

    yield make
    for agent in made:
        agent.stop()


def reports(store: Store) -> list[ExecutionReport]:
    stored = store.messages.of_type(MessageType.EXECUTION_REPORT, 100)
    return [item.message.payload for item in reversed(stored)]  # type: ignore[misc]


def status_of(store: Store, message: Message) -> MessageStatus:
    return next(item.status for item in store.messages.chain(message.trace_id) if item.message.id == message.id)


def test_a_new_account_begins_with_its_cash_in_the_ledger(store: Store, make_agent: AgentMaker) -> None:
    make_agent()
    make_agent()
    assert store.trades.cash_of_ledger() == D(10_000)
    assert store.trades.deposits() == D(10_000)


def test_a_decision_becomes_an_order_and_the_next_price_fills_it(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    agent = make_agent()
    message = sent(store, post, decision())
    agent.receive(message)
    assert status_of(store, message) is MessageStatus.DONE
    assert reports(store) == []
    agent.on_price(tick(101))
    (report,) = reports(store)
    assert (report.status, report.executed_price, report.slippage) == (ReportStatus.EXECUTED, D(101), D(1))
    assert store.trades.load_account().cash == D(10_000) - D(101) - D("0.101")
    assert store.health().ledger_equals_cash


def test_the_whole_chain_has_one_trace(store: Store, post: Post, make_agent: AgentMaker) -> None:
    agent = make_agent()
    message = sent(store, post, decision())
    agent.receive(message)
    agent.on_price(tick(101))
    chain = store.messages.chain(message.trace_id)
    assert [item.message.type for item in chain] == [MessageType.TRADE_DECISION, MessageType.EXECUTION_REPORT]


def test_a_decision_that_comes_twice_is_one_order(store: Store, post: Post, make_agent: AgentMaker) -> None:
    agent = make_agent()
    message = sent(store, post, decision())
    agent.receive(message)
    agent.receive(message)
    agent.on_price(tick(101))
    agent.receive(message)
    agent.on_price(tick(102))
    assert len(store.trades.fills()) == 1
    assert store.trades.load_account().position(SYMBOL).quantity == D(1)


def test_an_order_survives_a_kill_between_decision_and_fill(store: Store, post: Post, make_agent: AgentMaker) -> None:
    make_agent().receive(sent(store, post, decision()))
    make_agent().on_price(tick(101))  # another agent, as after a kill: nothing is in memory
    assert [report.status for report in reports(store)] == [ReportStatus.EXECUTED]


def test_a_decision_queued_before_a_kill_is_handled_at_the_next_start(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    message = sent(store, post, decision())
    agent = make_agent()
    assert status_of(store, message) is MessageStatus.DONE
    agent.on_price(tick(101))
    assert len(store.trades.fills()) == 1


def test_a_decision_from_before_a_long_pause_expires(store: Store, post: Post, make_agent: AgentMaker) -> None:
    message = sent(store, post, decision(at=NOON))
    make_agent(NOON + 2 * HOUR)
    assert status_of(store, message) is MessageStatus.EXPIRED
    assert [report.status for report in reports(store)] == [ReportStatus.EXPIRED]
    assert store.trades.open_orders() == []


def test_a_decision_of_a_session_on_another_market_expires(store: Store, post: Post, make_agent: AgentMaker) -> None:
    message = sent(store, post, decision(at=NOON + 100 * HOUR))
    make_agent()
    assert status_of(store, message) is MessageStatus.EXPIRED
    assert store.trades.open_orders() == []


def test_an_order_no_price_came_for_in_time_expires_and_is_not_filled(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    agent = make_agent()
    agent.receive(sent(store, post, decision()))
    agent.on_price(tick(101, NOON + 3 * HOUR))
    agent.on_price(tick(101, NOON + 3 * HOUR + 1))
    assert [report.status for report in reports(store)] == [ReportStatus.EXPIRED]
    assert store.trades.fills() == []


def test_the_end_of_a_replay_lets_waiting_orders_expire(store: Store, post: Post, make_agent: AgentMaker) -> None:
    agent = make_agent()
    agent.on_price(tick(100))
    message = sent(store, post, decision())
    agent.receive(message)
    agent.drop_waiting()
    stored = store.trades.order(reports(store)[0].order_id)
    assert stored is not None
    assert stored.status is OrderStatus.EXPIRED


def test_a_hold_is_settled_without_an_order(store: Store, post: Post, make_agent: AgentMaker) -> None:
    message = sent(store, post, decision(Action.HOLD, quantity="0"))
    make_agent()
    assert status_of(store, message) is MessageStatus.DONE
    assert reports(store) == []


def test_a_refused_decision_says_which_rule_and_why(store: Store, post: Post, make_agent: AgentMaker) -> None:
    agent = make_agent()
    agent.receive(sent(store, post, decision(Action.SELL)))
    (report,) = reports(store)
    assert (report.status, report.blocked_by) == (ReportStatus.REJECTED, ("SHORT_NOT_ALLOWED",))
    assert "short position" in report.message


def test_a_decision_to_buy_nothing_is_refused_not_failed(store: Store, post: Post, make_agent: AgentMaker) -> None:
    agent = make_agent()
    message = sent(store, post, decision(quantity="0"))
    agent.receive(message)
    assert status_of(store, message) is MessageStatus.DONE
    assert reports(store)[0].blocked_by == ("ORDER_SIZE",)


def test_a_second_order_waits_for_the_first(store: Store, post: Post, make_agent: AgentMaker) -> None:
    agent = make_agent()
    agent.receive(sent(store, post, decision()))
    agent.receive(sent(store, post, decision()))
    assert reports(store)[0].blocked_by == ("ORDER_PENDING",)


@pytest.mark.parametrize(
    ("later", "price", "why"),
    [
        (tick(99, NOON + 5, high=99, low=94), D(95), "stop loss"),
        (tick(90, NOON + 5), D(90), "stop loss"),  # a gap through the stop fills at the gap
        (tick(105, NOON + 5, high=112), D(110), "take profit"),
    ],
)
def test_a_position_leaves_at_its_stop_or_target(
    store: Store, post: Post, make_agent: AgentMaker, later: object, price: Decimal, why: str
) -> None:
    agent = make_agent()
    message = sent(store, post, decision())
    agent.receive(message)
    agent.on_price(tick(100))
    agent.on_price(later)  # type: ignore[arg-type]
    report = reports(store)[-1]
    assert (report.action, report.executed_price) == (Action.SELL, price)
    assert why in report.message
    assert not store.trades.load_account().position(SYMBOL).is_open
    assert len(store.messages.chain(message.trace_id)) == 3


def test_every_order_and_report_names_the_model_behind_it(store: Store, post: Post, make_agent: AgentMaker) -> None:
    agent = make_agent()
    agent.receive(sent(store, post, replace(decision(), model_hash="abc")))
    agent.on_price(tick(100.0))
    agent.on_price(tick(94.0, NOON + 1))  # the stop
    agent.receive(sent(store, post, replace(decision(quantity="100000"), model_hash="def")))
    assert [report.model_hash for report in reports(store)] == ["abc", "abc", "def"]
    orders = [store.trades.order(stored.fill.client_order_id) for stored in store.trades.fills()]
    assert [found.order.model_hash for found in orders if found is not None] == ["abc", "abc"]


def test_a_stop_works_after_a_restart(store: Store, post: Post, make_agent: AgentMaker) -> None:
    first = make_agent()
    first.receive(sent(store, post, decision()))
    first.on_price(tick(100))
    make_agent().on_price(tick(94, NOON + 5))
    assert [report.action for report in reports(store)] == [Action.BUY, Action.SELL]
    assert store.health().ledger_equals_cash


def test_a_store_that_fails_leaves_account_and_message_as_they_were(
    store: Store, post: Post, make_agent: AgentMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent = make_agent()
    states: list[AgentState] = []

    def keep(status: AgentStatus) -> None:
        states.append(status.state)

    agent.status_changed.connect(keep)
    message = sent(store, post, decision())

    def full(*_: object) -> None:
        raise StoreFullError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(store.trades, "add_order", full)
        broken.setattr(store.messages, "settle", _settle_unless_failed(store))
        agent.receive(message)
    assert states[-1] is AgentState.DEGRADED
    assert status_of(store, message) is MessageStatus.QUEUED
    agent.receive(message)
    agent.on_price(tick(100))
    assert len(store.trades.fills()) == 1


def _settle_unless_failed(store: Store) -> Callable[..., bool]:
    settle = store.messages.settle

    def limited(message_id: str, status: MessageStatus, note: str = "", settled_at: int = 0) -> bool:
        if status is MessageStatus.FAILED:
            raise StoreFullError("The disk is full.")
        return settle(message_id, status, note, settled_at)

    return limited


def test_an_exception_marks_its_message_failed_and_the_next_one_is_handled(
    store: Store, post: Post, make_agent: AgentMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent = make_agent()
    broken = sent(store, post, decision())

    def explode(*_: object) -> None:
        raise RuntimeError("boom")

    with monkeypatch.context() as patched:
        patched.setattr(store.trades, "add_order", explode)
        agent.receive(broken)
    fine = sent(store, post, decision())
    agent.receive(fine)
    assert (status_of(store, broken), status_of(store, fine)) == (MessageStatus.FAILED, MessageStatus.DONE)
    assert any(line.message_id == broken.id and "boom" in line.text for line in store.log.recent(10))


def test_an_agent_that_is_off_leaves_messages_queued_and_takes_them_up_when_started(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    agent = make_agent()
    agent.stop()
    message = sent(store, post, decision())
    agent.receive(message)
    assert status_of(store, message) is MessageStatus.QUEUED
    agent.start()
    assert status_of(store, message) is MessageStatus.DONE


def test_the_portfolio_shows_each_fill_at_once(store: Store, post: Post, make_agent: AgentMaker) -> None:
    agent = make_agent()
    seen: list[Portfolio] = []
    agent.portfolio_changed.connect(seen.append)
    agent.receive(sent(store, post, decision()))
    agent.on_price(tick(100))
    assert seen[-1].account.position(SYMBOL).quantity == D(1)
    assert seen[-1].equity == D(10_000) - D("0.1")


def test_changed_limits_count_with_the_next_decision(store: Store, post: Post, make_agent: AgentMaker) -> None:
    agent = make_agent()
    agent.set_rules(TradingRules(RULES.costs, RiskLimits(minimum_confidence=0.95)))
    agent.receive(sent(store, post, decision()))
    (report,) = reports(store)
    assert report.blocked_by == ("MIN_CONFIDENCE",)


def test_changed_costs_count_with_the_next_fill_and_the_account_keeps_its_money(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    agent = make_agent()
    agent.set_rules(TradingRules(CostModel(D("0.01"), D(0)), starting_cash=D(50)))
    agent.receive(sent(store, post, decision()))
    agent.on_price(tick(100))
    assert reports(store)[0].commission == D(1)
    assert store.trades.load_account().cash == D(10_000) - D(100) - D(1)


@pytest.mark.parametrize("cash", [D("0.99"), D(0), D(1_000_000_001)])
def test_an_account_that_begins_with_next_to_nothing_or_too_much_is_refused(cash: Decimal) -> None:
    with pytest.raises(ValueRefusedError, match="between 1 and 1,000,000,000"):
        TradingRules(starting_cash=cash)


def test_a_second_order_for_the_same_bar_and_side_is_refused(store: Store, post: Post, make_agent: AgentMaker) -> None:
    agent = make_agent()
    agent.receive(sent(store, post, decision()))
    agent.on_price(tick(100))
    agent.on_price(tick(94, NOON + 5))  # out at the stop, and the bar is looked at again
    agent.receive(sent(store, post, decision()))
    assert "DUPLICATE" in reports(store)[-1].blocked_by
    agent.stop()
    again = make_agent()
    again.receive(sent(store, post, decision()))
    assert "DUPLICATE" in reports(store)[-1].blocked_by
    assert len(store.trades.fills()) == 2


def test_a_loss_is_followed_by_its_cooldown_also_after_a_restart(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    first = make_agent()
    first.receive(sent(store, post, decision()))
    first.on_price(tick(100))
    first.on_price(tick(94, NOON + 5))
    first.stop()
    agent = make_agent()
    agent.receive(sent(store, post, decision(at=NOON + 2 * HOUR)))
    assert "COOLDOWN" in reports(store)[-1].blocked_by
    agent.receive(sent(store, post, decision(at=NOON + 4 * HOUR)))
    assert len(store.trades.open_orders()) == 1


def halted_agent(make_agent: AgentMaker, halt: TradingHalt) -> ExecutionAgent:
    agent = make_agent()
    agent._halt = halt
    return agent


def test_while_trading_is_halted_nothing_is_opened_and_what_is_held_may_be_sold(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    halt = TradingHalt()
    agent = halted_agent(make_agent, halt)
    agent.receive(sent(store, post, decision()))
    agent.on_price(tick(100))
    halt.set(Halt("The kill switch was pressed.", by_user=True))
    agent.receive(sent(store, post, decision(at=NOON + 4 * HOUR)))
    assert reports(store)[-1].blocked_by == ("HALTED",)
    assert "kill switch was pressed" in reports(store)[-1].message
    agent.receive(sent(store, post, decision(Action.SELL, at=NOON + 4 * HOUR)))
    assert len(store.trades.open_orders()) == 1


def test_a_halt_takes_back_what_waits_and_the_next_price_fills_nothing(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    agent = halted_agent(make_agent, TradingHalt(None))
    agent.receive(sent(store, post, decision()))
    agent._halt.set(Halt("Pressed.", by_user=True))
    agent.obey_halt(False)
    agent.on_price(tick(100))
    (report,) = reports(store)
    assert (report.status, report.blocked_by) == (ReportStatus.CANCELLED, ("CANCELLED",))
    assert (store.trades.fills(), store.trades.open_orders()) == ([], [])


def test_a_halt_set_while_the_agent_hung_is_met_by_its_next_price(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    agent = halted_agent(make_agent, TradingHalt(None))
    agent.receive(sent(store, post, decision()))
    agent._halt.set(Halt("Pressed.", by_user=True))
    agent.on_price(tick(100))
    assert [report.status for report in reports(store)] == [ReportStatus.CANCELLED]
    assert store.trades.fills() == []


def test_flattening_closes_every_position_at_its_next_price_and_can_be_asked_for_again(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    agent = halted_agent(make_agent, TradingHalt(None))
    agent.receive(sent(store, post, decision()))
    agent.on_price(tick(100))
    agent._halt.set(Halt("Pressed.", by_user=True))
    agent.obey_halt(True)
    agent.obey_halt(True)  # takes the first one back
    agent.on_price(tick(101, NOON + 5))
    statuses = [report.status for report in reports(store)]
    assert statuses == [ReportStatus.EXECUTED, ReportStatus.CANCELLED, ReportStatus.EXECUTED]
    assert "kill switch closed the position" in reports(store)[-1].message
    assert not store.trades.load_account().position(SYMBOL).is_open
    assert store.health().ledger_equals_cash


def test_a_breach_of_the_books_halts_trading_and_is_kept(
    store: Store, post: Post, make_agent: AgentMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent = halted_agent(make_agent, TradingHalt(None))
    agent.receive(sent(store, post, decision()))

    def breach(*_: object) -> None:
        raise AccountBreachError("The books differ.")

    monkeypatch.setattr(Account, "after", breach)
    agent.on_price(tick(100))
    assert agent._halt.now == store.halts.now() == Halt("The books differ.")


def test_the_drawdown_is_measured_anew_after_a_release(store: Store, post: Post, make_agent: AgentMaker) -> None:
    store.trades.add_equity_point(NOON - 72 * HOUR, D(20_000), D(0))
    store.trades.add_equity_point(NOON - 48 * HOUR, D(10_000), D(0))
    agent = make_agent()
    agent.receive(sent(store, post, decision()))
    assert "DRAWDOWN" in reports(store)[-1].blocked_by
    agent.resume()
    agent.receive(sent(store, post, decision(at=NOON + HOUR)))
    assert len(store.trades.open_orders()) == 1
    agent.stop()
    make_agent().receive(sent(store, post, decision(at=NOON + 2 * HOUR)))
    assert all("DRAWDOWN" not in report.blocked_by for report in reports(store)[1:])


def test_the_portfolio_names_the_symbols_in_which_an_order_waits(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    agent, seen = make_agent(), list[Portfolio]()
    agent.portfolio_changed.connect(seen.append)
    agent.receive(sent(store, post, decision()))
    assert seen[-1].waiting == {SYMBOL}
    agent.on_price(tick(100))
    assert seen[-1].waiting == set()


def test_a_flattening_order_without_a_position_is_taken_back_and_opens_none(
    store: Store, post: Post, make_agent: AgentMaker
) -> None:
    agent = make_agent()
    agent.receive(sent(store, post, decision()))
    agent.on_price(tick(100))
    agent.on_price(tick(94, NOON + 5))  # out at the stop
    left = replace(store.trades.newest_orders(1)[0], client_order_id="f1", side=Side.SELL, purpose=OrderPurpose.FLATTEN)
    store.trades.add_order(replace(left, filled=D(0), filled_value=D(0), parts=0, created_at=NOON + 6))
    agent.stop()
    make_agent().on_price(tick(94, NOON + 7))
    assert reports(store)[-1].status is ReportStatus.CANCELLED
    assert not store.trades.load_account().position(SYMBOL).is_open


def test_a_breach_halts_also_when_the_store_can_not_keep_it(
    store: Store, post: Post, make_agent: AgentMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent = halted_agent(make_agent, TradingHalt(None))
    agent.receive(sent(store, post, decision()))
    ended: list[str] = []
    agent.chain_ended.connect(ended.append)

    def breach(*_: object) -> None:
        raise AccountBreachError("The books differ.")

    def full(*_: object) -> None:
        raise StoreFullError("The disk is full.")

    monkeypatch.setattr(Account, "after", breach)
    monkeypatch.setattr(store.halts, "keep", full)
    agent.on_price(tick(100))
    assert agent._halt.now == Halt("The books differ.")
    assert ended == [""]
