"""What the risk rules are told of the moment, also after a restart."""

from dataclasses import replace
from decimal import Decimal

import pytest

from photon_desktop.agents.peak_equity import PeakEquity, keep_forgotten
from photon_desktop.agents.risk_watch import RiskWatch
from photon_desktop.learning.policy import DecisionPolicy
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.instrument import Instrument, InstrumentKind, assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action
from photon_desktop.trading.orders import Order, Side
from photon_desktop.trading.risk_moment import MINUTE_NS, TradingMoment
from photon_desktop.trading.timestamps import from_iso
from tests.agents.conftest import HOUR, NOON, SYMBOL, decision

D = Decimal
DAY = 24 * HOUR
MIDNIGHT = NOON - 12 * HOUR
POLICY = DecisionPolicy()


def begun(store: Store) -> RiskWatch:
    watch = RiskWatch(store, assumed_instrument)
    watch.begin("paper", Account(D(10_000)))
    return watch


def mark(store: Store, watch: RiskWatch | None, time_ns: int, equity: str) -> None:
    store.trades.add_equity_point(time_ns, D(equity), D(0))
    if watch is not None:
        watch.marked(time_ns, D(equity))


def order(number: int, created_at: int, side: Side = Side.BUY) -> Order:
    return Order(f"o{number}", "t", f"d{number}", SYMBOL, side, D(1), D(100), created_at, "paper")


def moment(watch: RiskWatch, at_ns: int = NOON, action: Action = Action.BUY) -> TradingMoment:
    return watch.moment(decision(action, at=at_ns), POLICY)


def test_of_a_new_account_nothing_is_known(store: Store) -> None:
    assert moment(begun(store)) == TradingMoment()


def test_the_day_begins_with_what_the_account_was_worth_at_midnight(store: Store) -> None:
    watch = begun(store)
    for time_ns, equity in ((MIDNIGHT - HOUR, "90"), (MIDNIGHT, "100"), (MIDNIGHT + HOUR, "97"), (NOON, "95")):
        mark(store, watch, time_ns, equity)
    assert moment(watch).day_began_with == 100
    mark(store, watch, NOON + DAY, "80")
    assert moment(watch, NOON + DAY).day_began_with == 95


def test_a_day_without_a_mark_yet_begins_with_the_last_one_however_old(store: Store) -> None:
    mark(store, None, NOON - 4 * DAY, "200")
    mark(store, None, NOON - 3 * DAY, "100")
    assert moment(begun(store)).day_began_with == 100


@pytest.mark.parametrize("before_midnight", [True, False])
def test_a_restart_in_the_middle_of_a_day_knows_how_it_began(store: Store, before_midnight: bool) -> None:
    if before_midnight:
        mark(store, None, MIDNIGHT, "100")
    mark(store, None, MIDNIGHT + HOUR, "97")
    assert moment(begun(store)).day_began_with == (100 if before_midnight else 97)


def test_the_peak_outlives_a_restart_and_is_measured_anew_after_a_release(store: Store) -> None:
    watch = begun(store)
    mark(store, watch, NOON - DAY, "9.5")
    mark(store, watch, NOON - HOUR, "12.5")
    mark(store, watch, NOON, "10")
    assert moment(watch).peak == moment(begun(store)).peak == D("12.5")
    keep_forgotten(store, "paper", NOON)
    assert moment(begun(store)).peak == 10


def test_orders_within_a_minute_are_counted_also_those_of_an_earlier_session(store: Store) -> None:
    for number, age in enumerate((MINUTE_NS, MINUTE_NS - 1, 5)):
        store.trades.add_order(order(number, NOON - age))
    watch = begun(store)
    watch.ordered(order(9, NOON))
    assert moment(watch).orders == 3
    assert moment(watch, NOON + HOUR).orders == 0


def test_the_bar_of_the_newest_order_of_each_side_is_known(store: Store) -> None:
    watch = begun(store)
    watch.ordered(order(1, NOON))
    assert moment(watch).ordered_on == NOON
    assert moment(watch, action=Action.SELL).ordered_on is None


def test_the_age_of_a_price_is_known_once_there_was_one(store: Store) -> None:
    watch = begun(store)
    assert moment(watch).price_age_ns == 0
    watch.priced(SYMBOL, NOON - 3 * HOUR)
    assert moment(watch).price_age_ns == 3 * HOUR
    assert moment(watch, NOON - 4 * HOUR).price_age_ns == 0


@pytest.mark.parametrize(
    ("interval", "time", "is_open"),
    [
        (Interval.HOUR_1, "2024-06-03T15:30:00Z", True),
        (Interval.HOUR_1, "2024-06-03T20:00:00Z", False),  # the session is over
        (Interval.HOUR_1, "2024-06-02T15:30:00Z", False),  # a Sunday
        (Interval.DAY_1, "2024-06-03T20:00:00Z", True),  # meant for the next session
    ],
)
def test_a_share_is_ordered_by_the_hour_only_while_its_market_is_open(
    store: Store, interval: Interval, time: str, is_open: bool
) -> None:
    def share(symbol: str) -> Instrument:
        return replace(assumed_instrument(symbol), kind=InstrumentKind.STOCK)

    watch = RiskWatch(store, share)
    watch.begin("paper", Account())
    asked = replace(decision(at=from_iso(time)), ticker="AAPL", interval=interval)
    assert watch.moment(asked, POLICY).is_market_open is is_open


def test_drawdown_is_the_share_under_the_peak(store: Store) -> None:
    peak = PeakEquity(store)
    peak.begin("paper")
    assert peak.drawdown(D(5)) == 0
    peak.see(D(200))
    peak.see(D(100))
    assert (peak.drawdown(D(150)), peak.drawdown(D(300))) == (D("0.25"), 0)
    peak.forget(D(150))
    assert peak.drawdown(D(75)) == D("0.5")
