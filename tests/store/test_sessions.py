"""Sessions: whose messages and fills are whose."""

import pytest

from photon_desktop.errors import DuplicateError, StoreError
from photon_desktop.store import Store
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.messages import MessageType
from tests.store.samples import decision, deposit, message, order, report, trade

INSTRUMENTS = {symbol: assumed_instrument(symbol) for symbol in ("BTCUSDT", "AAPL")}


def begin(store: Store, name: str, at: int, account: str = "paper") -> None:
    store.sessions.begin(name, account, "demo", at, INSTRUMENTS)


def test_a_session_has_the_messages_and_fills_stored_until_the_next_one_began(store: Store) -> None:
    account = deposit(store)
    begin(store, "first", 1)
    store.messages.add(message(1, decision()))
    account = trade(store, account, order(1))
    begin(store, "second", 2)
    account = trade(store, account, order(2))
    store.messages.add(message(2, decision()))
    store.messages.add(message(3, report()))
    second, first = store.sessions.all()
    assert (first.id, first.began_at, first.instruments) == ("first", 1, INSTRUMENTS)
    assert [told.message.id for told in store.sessions.messages(first)] == [message(1).id]
    assert [told.message.id for told in store.sessions.messages(second)] == [message(2).id, message(3).id]
    assert store.sessions.messages(first)[0].message.type is MessageType.TRADE_DECISION
    ids = [stored.fill.fill_id for stored in reversed(store.trades.fills())]
    assert store.sessions.fill_ids(first) == ([], ids[:1])
    assert store.sessions.fill_ids(second) == (ids[:1], ids[1:])


def test_fills_of_another_account_are_not_a_sessions(store: Store) -> None:
    begin(store, "mine", 1, "other")
    store.messages.add(message(1, decision()))
    trade(store, deposit(store), order(1))
    assert store.sessions.fill_ids(store.sessions.named("mine")) == ([], [])


def test_a_session_in_which_nothing_was_decided_is_not_listed(store: Store) -> None:
    begin(store, "idle", 1)
    store.messages.add(message(1, report()))
    begin(store, "busy", 2)
    store.messages.add(message(2, decision()))
    assert [session.id for session in store.sessions.all()] == ["busy"]


def test_a_session_is_named_by_the_end_of_its_id_where_that_is_its_alone(store: Store) -> None:
    for number, name in enumerate(("a-12", "b-12"), 1):
        begin(store, name, number)
        store.messages.add(message(number, decision()))
    assert store.sessions.named("a-12").id == "a-12"
    for name, sentence in (("12", "more than one session '12'"), ("x", "no session 'x'"), ("", "no session ''")):
        with pytest.raises(StoreError, match=sentence):
            store.sessions.named(name)
    with pytest.raises(DuplicateError):
        begin(store, "a-12", 3)
