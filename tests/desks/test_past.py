from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np

from photon_desktop.desks.past import EquityCurve, read_past
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import MessageStatus
from tests.store.samples import message, report


def test_the_curve_goes_on_from_what_was_stored() -> None:
    curve = EquityCurve()
    curve.take(np.array([1, 2]), np.array([10.0, 11.0]))
    curve.add(3, 12.0)
    times, equity = curve.arrays()
    assert (times.tolist(), equity.tolist()) == ([1, 2, 3], [10.0, 11.0, 12.0])


def test_a_point_that_is_not_later_replaces_the_last() -> None:
    curve = EquityCurve()
    curve.add(5, 1.0)
    curve.add(5, 2.0)
    curve.add(4, 3.0)
    times, equity = curve.arrays()
    assert (times.tolist(), equity.tolist()) == ([5], [3.0])


def test_the_curve_never_grows_without_end_and_keeps_its_beginning() -> None:
    curve = EquityCurve()
    for time_ns in range(25_000):
        curve.add(time_ns, float(time_ns))
    times, equity = curve.arrays()
    assert len(times) <= 10_001
    assert (times[0], times[-1]) == (0, 24_999)
    assert equity.tolist() == times.tolist()
    assert np.all(np.diff(times) > 0)
    assert np.all(np.diff(times[-4_000:]) == 1)  # what is new is drawn point by point


def test_the_past_of_an_empty_store_is_empty(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "photon.sqlite3")
    try:
        store.trades.add_equity_point(7, Decimal(100), Decimal(90))
        past = read_past(store, ("DEMO-BTC",), "paper")
    finally:
        store.close()
    assert (past.messages, past.log, past.times.tolist(), past.equity.tolist()) == ((), (), [7], [100.0])


def test_a_report_is_shown_however_many_messages_came_after_it(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "photon.sqlite3")
    try:
        store.messages.add(message(1, report()), MessageStatus.DONE)
        for number in range(2, 320):
            store.messages.add(message(number), MessageStatus.DONE)
        past = read_past(store, ("BTCUSDT",), "paper-real")
        assert read_past(store, ("ETHUSDT",), "paper-real").messages == ()
    finally:
        store.close()
    ids = [item.message.id for item in past.messages]
    assert ids == ["message-1", *(f"message-{number}" for number in range(20, 320))]


def test_the_past_of_an_account_has_no_chain_that_ended_in_another_ones_books(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "photon.sqlite3")
    try:
        for number, account in enumerate(("paper#2", "paper-real", "")):
            made = replace(message(number, replace(report(), account=account)), trace_id=f"trace-{number}")
            store.messages.add(made, MessageStatus.DONE)
        store.messages.add(replace(message(9), trace_id="trace-2"), MessageStatus.DONE)
        past = {account: read_past(store, ("BTCUSDT",), account) for account in ("paper-real", "paper#2", "paper")}
    finally:
        store.close()
    shown = {account: [item.message.id for item in one.messages] for account, one in past.items()}
    assert shown == {
        "paper-real": ["message-1", "message-2", "message-9"],
        "paper#2": ["message-0"],
        "paper": [],
    }
