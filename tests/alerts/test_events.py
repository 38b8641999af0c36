"""What agents and desks say becomes alerts: each once, and only what matters."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from photon_desktop.alert_source import AlertSource
from photon_desktop.alerts.alert import Alert, AlertKind, Severity
from photon_desktop.alerts.day_summary import DaySummary
from photon_desktop.alerts.feed_watch import PATIENCE_NS, FeedWatch
from photon_desktop.market.demo_session import DemoSession
from photon_desktop.market.feed_state import FeedState, Phase
from photon_desktop.trading.agent_status import AgentState, AgentStatus
from photon_desktop.trading.alert_book import AlertHit
from photon_desktop.trading.alerts import AlertCondition, PriceAlert
from photon_desktop.trading.halt import Halt, TradingHalt
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import DECISION_MAKER, EVERYONE, EXECUTION_AGENT, Action, Message, ReportStatus
from photon_desktop.trading.timestamps import from_datetime
from tests.alerts.samples import NOON, SetClock
from tests.store.samples import decision, report

LIVE, LOST = FeedState(Phase.LIVE), FeedState(Phase.RECONNECTING, "Bybit does not answer; it is tried again.")


class Source:
    """A source and what it has offered."""

    def __init__(self) -> None:
        self.told: list[Alert] = []
        self.halt, self.clock = TradingHalt(), SetClock()
        session = DemoSession(Interval.HOUR_1, 1.0)
        self.source = AlertSource(self.told.append, lambda _: True, self.halt, session.instrument, self.clock, UTC)


def message(payload: object) -> Message:
    sender = DECISION_MAKER if hasattr(payload, "confidence") else EXECUTION_AGENT
    return Message("id-1", "trace-1", sender, EVERYONE, NOON, payload)  # type: ignore[arg-type]


def test_a_trade_is_told_with_its_report() -> None:
    at = Source()
    done = replace(report(), status=ReportStatus.EXECUTED)
    at.source.take_report(message(done))
    at.source.take_report(message(replace(done, status=ReportStatus.REJECTED)))
    (told,) = at.told
    assert (told.id, told.kind, told.symbol) == ("trade-id-1", AlertKind.TRADE, "BTCUSDT")
    assert told.title == f"{done.mode.upper()}: {done.action} BTCUSDT"
    assert told.data == done.to_json()


def test_only_decisions_that_want_something_are_told() -> None:
    at = Source()
    at.source.take_decision(message(decision()))
    at.source.take_decision(message(replace(decision(), action=Action.BUY)))
    assert [told.title for told in at.told] == ["Decided: BUY BTCUSDT"]


def test_a_price_alert_says_price_level_and_note() -> None:
    at = Source()
    wanted = PriceAlert("a1", "DEMO-BTC", AlertCondition.ABOVE, Decimal(100_000), NOON, note="Sell now")
    at.source.take_hit(AlertHit(wanted, 100_250.5, NOON))
    at.source.take_hit(AlertHit(replace(wanted, symbol="GONE"), 100_250.5, NOON))
    told, of_another_market = at.told
    assert told.title == "DEMO-BTC at 100,250.5 USD"
    assert told.sentence == "It has risen to 100000. Sell now"
    assert of_another_market.title == "GONE at 100250"


def test_a_halt_is_urgent_and_told_once_until_it_is_released() -> None:
    at = Source()
    for halt in (Halt("The kill switch was pressed.", by_user=True), None):
        if halt is not None:
            at.halt.set(halt)
        at.source.look_at_halt()
    at.halt.release()
    at.source.look_at_halt()
    at.halt.set(Halt("The kill switch was pressed.", by_user=True))
    at.clock.now += 1
    at.source.look_at_halt()
    assert [(told.kind, told.severity) for told in at.told] == [(AlertKind.HALT, Severity.URGENT)] * 2
    assert at.told[0].id != at.told[1].id


def test_an_agents_trouble_is_told_when_it_begins_and_not_with_every_beat() -> None:
    at = Source()
    running = AgentStatus(EXECUTION_AGENT, AgentState.RUNNING, NOON)
    failed = AgentStatus(EXECUTION_AGENT, AgentState.FAILED, NOON + 1, note="The disk is full.")
    degraded = replace(failed, state=AgentState.DEGRADED, beat_at=NOON + 2)
    for status in (running, failed, replace(failed, beat_at=NOON + 5), running, degraded, degraded):
        at.source.take_status(status)
    assert [(told.severity, told.sentence) for told in at.told] == [
        (Severity.URGENT, "The disk is full."),
        (Severity.WARNING, "The disk is full."),
    ]


def test_an_exchange_that_gets_nothing_is_urgent() -> None:
    at = Source()
    for trouble in ("Bybit knows a fill that the books don't.", "Bybit knows a fill that the books don't.", ""):
        at.source.take_trouble(trouble)
    assert [(told.severity, told.sentence) for told in at.told] == [
        (Severity.URGENT, "Bybit knows a fill that the books don't.")
    ]


def test_a_connection_that_is_soon_back_is_no_news() -> None:
    watch = FeedWatch()
    assert watch.take({"BTCUSDT": LOST, "ETHUSDT": LIVE}, 0) is None
    assert watch.look(PATIENCE_NS - 1) is None
    assert watch.take({"BTCUSDT": LIVE, "ETHUSDT": LIVE}, PATIENCE_NS - 1) is None
    assert watch.look(9 * PATIENCE_NS) is None


def test_prices_that_stay_away_are_told_once_and_once_when_they_are_back() -> None:
    watch = FeedWatch()
    watch.take({"BTCUSDT": LOST, "ETHUSDT": LOST}, 0)
    lost = watch.look(PATIENCE_NS)
    assert lost is not None
    assert (lost.title, lost.sentence) == ("No prices come: BTCUSDT, ETHUSDT", LOST.reason)
    assert watch.look(2 * PATIENCE_NS) is None
    back = watch.take({"BTCUSDT": LIVE, "ETHUSDT": LOST}, 2 * PATIENCE_NS)
    assert back is not None
    assert (back.title, back.symbol) == ("Prices come again: BTCUSDT", "BTCUSDT")


def test_a_day_is_summed_up_once_it_is_over_by_the_users_clock() -> None:
    zone = ZoneInfo("America/New_York")
    evening = from_datetime(datetime(2026, 3, 7, 22, tzinfo=zone))
    day = DaySummary(evening, zone)
    day.take_equity(Decimal(10_000))
    day.count_trade()
    day.take_equity(Decimal("10123.456"))
    assert day.look(evening + 3_600 * 10**9) is None
    told = day.look(evening + 2 * 3_600 * 10**9)
    assert told is not None
    assert (told.id, told.title) == ("summary-2026-03-07", "2026-03-07: 1 trade")
    assert told.sentence == "The account is worth 10,123.46, +123.46 (+1.23%) since the day began."
    assert day.look(evening + 3 * 3_600 * 10**9) is None
    next_day = day.look(evening + 26 * 3_600 * 10**9)
    assert next_day is not None
    assert next_day.title == "2026-03-08: 0 trades"


def test_a_day_is_of_the_account_that_is_traded_in_however_often_that_is_said() -> None:
    day = DaySummary(NOON, UTC)
    for account, equity in (("paper", 500), ("other", 100), ("other", 110)):
        day.begin_account(account)
        day.take_equity(Decimal(equity))
    told = day.look(NOON + 86_400 * 10**9)
    assert told is not None
    assert told.sentence == "The account is worth 110.00, +10.00 (+10.00%) since the day began."


def test_a_day_of_which_nothing_is_known_is_not_summed_up() -> None:
    day = DaySummary(NOON, UTC)
    day.take_equity(Decimal(1))
    day.begin_account("other")
    assert day.look(NOON + 86_400 * 10**9) is None
