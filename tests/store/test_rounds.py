from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.errors import StoreError, ValueRefusedError
from photon_desktop.store import Store
from photon_desktop.store.profiles import Round
from photon_desktop.store.standings import Standing
from photon_desktop.trading.account import Account
from photon_desktop.trading.orders import OrderStatus
from photon_desktop.trading.profile import AccountMode, Profile
from tests.store.samples import START, deposit, order, trade

PAPER = Profile("Paper", "paper", AccountMode.PAPER, "demo")
NOW = 1_800_000_000_000_000_000


def ledger_of(store: Store, account: str) -> list[Any]:
    return store.trades.ledger(10_000, account)


def test_a_reset_begins_empty_books_and_leaves_the_old_ones_as_they_were(store: Store) -> None:
    held = trade(store, deposit(store), order())
    store.trades.add_equity_point(START, Decimal("9990.5"), held.cash)
    before = ledger_of(store, "paper")
    begun = store.rounds.begin(PAPER, NOW)
    assert begun.account == "paper#2"
    assert store.profiles.of_market("demo") == [begun]
    assert store.profiles.rounds(begun) == [Round("paper", 1, 0, NOW), Round("paper#2", 2, NOW)]
    assert store.trades.load_account("paper#2") == Account()
    assert (ledger_of(store, "paper"), ledger_of(store, "paper#2")) == (before, [])
    assert store.trades.load_account("paper") == held
    assert store.standings.of("paper") == Standing(Decimal(10_000), Decimal("9990.5"), 1)
    assert store.standings.of("paper#2") == Standing()


def test_a_reset_cancels_the_open_orders_of_that_account_alone(store: Store) -> None:
    store.trades.add_order(order(1))
    store.trades.add_order(order(2), account="paper-real")
    store.rounds.begin(PAPER, NOW)
    (mine, other) = (store.trades.order(f"order-{number}") for number in (1, 2))
    assert mine is not None
    assert (mine.status, mine.note) == (OrderStatus.CANCELLED, "The account was reset before the order was filled.")
    assert other is not None
    assert other.status is OrderStatus.NEW


def test_a_reset_that_fails_at_its_last_step_has_changed_nothing(store: Store) -> None:
    store.trades.add_order(order())
    taken = "INSERT INTO rounds VALUES ('paper#2', 'paper-real', 9, 0, 0)"  # the key of the next books
    store.connections.write_many(taken, [()])
    with pytest.raises(StoreError):
        store.rounds.begin(PAPER, NOW)
    assert store.profiles.rounds(PAPER) == [Round("paper", 1, 0)]
    assert store.trades.open_orders() == [order()]


def test_a_round_is_ended_once(store: Store) -> None:
    store.rounds.begin(PAPER, NOW)
    with pytest.raises(StoreError, match="was reset meanwhile"):
        store.rounds.begin(PAPER, NOW)


def test_an_exchanges_account_is_not_reset(store: Store) -> None:
    live = store.profiles.create("Mine", AccountMode.LIVE, "real", NOW)
    with pytest.raises(ValueRefusedError, match="only a paper account can be reset"):
        store.rounds.begin(live, NOW)
    assert len(store.profiles.rounds(live)) == 1


def test_an_account_that_never_traded_is_forgotten_whole(store: Store) -> None:
    second = store.profiles.create("Second", AccountMode.PAPER, "demo", NOW)
    deposit(store, "500", "second-opening", second.account)
    store.trades.add_equity_point(START, Decimal(500), Decimal(500), second.account)
    deposit(store)
    store.rounds.forget(second)
    assert store.profiles.of_market("demo") == [PAPER]
    assert store.standings.of(second.account) == Standing()
    assert store.trades.deposits() == 10_000
    another = store.profiles.create("Third", AccountMode.PAPER, "demo", NOW)
    assert another.key != second.key


def test_an_account_that_traded_in_an_earlier_round_is_not_forgotten(store: Store) -> None:
    trade(store, deposit(store), order())
    begun = store.rounds.begin(PAPER, NOW)
    with pytest.raises(ValueRefusedError, match="has traded; archive it"):
        store.rounds.forget(begun)
    assert store.profiles.of_market("demo") == [begun]


def test_what_was_gained_is_a_share_of_what_was_paid_in() -> None:
    assert Standing(Decimal(1_000), Decimal(1_250), 3).gain == 0.25
    assert Standing().gain is None


steps = st.lists(
    st.sampled_from(["create", "choose", "choose", "reset", "trade", "trade", "trade", "reset"]), max_size=25
)


@settings(max_examples=30, deadline=None)
@given(steps=steps, places=st.lists(st.integers(0, 7), min_size=25, max_size=25))
def test_switching_and_resetting_never_mixes_two_accounts_rows(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str], places: list[int]
) -> None:
    """Each account's cash is the sum of its own rows, and what was not trading has not changed."""
    store = Store.open(tmp_path_factory.mktemp("store") / "photon.sqlite3")
    profiles, trading = [PAPER], 0
    expected: dict[str, Account] = {}
    try:
        for number, (step, place) in enumerate(zip(steps, places, strict=False), start=1):
            if step == "create":
                profiles.append(store.profiles.create(f"Account {number}", AccountMode.PAPER, "demo", NOW))
            elif step == "choose":
                trading = place % len(profiles)
            elif step == "reset":
                reset = place % len(profiles)
                profiles[reset] = store.rounds.begin(profiles[reset], NOW + number)
            else:
                account = profiles[trading].account
                opened = expected.get(account) or deposit(store, "10000", f"{account}-opening", account)
                placed = order(number, quantity="0.01", symbol=f"DEMO-{place % 2}")
                expected[account] = trade(store, opened, placed, account)
        for account, traded in expected.items():
            assert store.trades.load_account(account) == traded
            assert store.trades.cash_of_ledger(account) == traded.cash
            assert {line.account for line in ledger_of(store, account)} == {account}
        assert {one.profile for one in store.profiles.all() if one.profile.market == "demo"} == set(profiles)
        assert store.health().ledger_equals_cash
    finally:
        store.close()
