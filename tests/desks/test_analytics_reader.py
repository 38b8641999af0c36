"""The analytics read from the store in portions."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from photon_desktop.desks.analytics.reader import AnalyticsReader
from photon_desktop.store.store import Store
from photon_desktop.ui.panels.analytics.tables import BLOCKED_LIMIT
from photon_desktop.ui.panels.analytics.views import AnalyticsView, Period
from tests.store.samples import HOUR, START, decision, deposit, hourly_bars, message, order, snapshot, trade

BARS = hourly_bars(150)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.open(tmp_path / "photon.sqlite3")
    yield made
    made.close()


def read(reader: AnalyticsReader, period: Period = Period.ALL) -> AnalyticsView:
    for _ in range(100):
        if not reader.read_on():
            return reader.view(period)
    raise AssertionError("it never comes to an end")


def decided(store: Store, count: int = len(BARS), account: str = "paper") -> None:
    """A session with a snapshot and a blocked decision on each of the first bars, and equity that rises by one."""
    store.sessions.begin(f"session-{account}", account, "real", START, {})
    with store.transaction():
        for place in range(count):
            closed = START + (place + 1) * HOUR
            seen = replace(snapshot(), bar=BARS.bar(place), close_time=closed)
            names = (f"{account}-{place}-s", f"{account}-{place}-d")
            store.messages.add(replace(message(payload=seen), id=names[0]))
            store.messages.add(replace(message(payload=replace(decision(), decided_at=closed)), id=names[1]))
            store.trades.add_equity_point(closed, Decimal(10_000 + place), Decimal(10_000), account)


def test_an_account_without_a_past_has_nothing_to_show(store: Store) -> None:
    assert read(AnalyticsReader(store, "paper")).is_empty


def test_decisions_bars_fills_and_equity_come_together(store: Store) -> None:
    decided(store)
    trade(store, deposit(store, "100000"), order())
    view = read(AnalyticsReader(store, "paper"))
    assert view.performance is not None
    assert view.performance.figures["total_return"] == pytest.approx(149 / 10_000)
    assert view.performance.figures["fees"] == pytest.approx(44.29444)
    assert view.ledger is not None
    assert view.decisions == view.ledger.n == len(BARS)
    assert len(view.blocked) == BLOCKED_LIMIT
    assert view.ledger.settled == len(BARS) - 24 - 2
    assert view.blocked[0].decision.decided_at == START + len(BARS) * HOUR
    assert view.held is not None
    assert len(view.held) == len(view.performance.times)


def test_a_reader_goes_on_from_where_it_stopped(store: Store) -> None:
    decided(store, 40)
    reader = AnalyticsReader(store, "paper")
    assert read(reader).decisions == 40
    late = replace(message(payload=replace(decision(), decided_at=START + 41 * HOUR)), id="late")
    store.messages.add(late)
    assert read(reader).decisions == 41


def test_decisions_of_another_account_are_left_out(store: Store) -> None:
    decided(store, 30)
    decided(store, 20, "other")
    assert read(AnalyticsReader(store, "paper")).decisions == 30
    assert read(AnalyticsReader(store, "other")).decisions == 20


def test_a_period_is_counted_back_from_the_last_equity(store: Store) -> None:
    decided(store)
    view = read(AnalyticsReader(store, "paper"), Period.DAY)
    assert view.decisions == 25
    assert view.performance is not None
    assert len(view.performance.times) == 26  # with the one that the first change is counted from
