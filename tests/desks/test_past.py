from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from photon_desktop.desks.past import read_past
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import MessageStatus
from tests.store.samples import message, report


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
