import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.store import Store
from photon_desktop.store.migrations import DEFAULT
from photon_desktop.store.profiles import Round
from photon_desktop.trading.orders import Side
from photon_desktop.trading.profile import AccountMode, Product, Profile
from tests.store.columns_of_today import columns_of_today
from tests.store.samples import START, deposit, order, trade

PAPER = Profile("Paper", "paper", AccountMode.PAPER, "demo")
REAL_PAPER = Profile("Paper", "paper-real", AccountMode.PAPER, "real")
NOW = 1_800_000_000_000_000_000
_BOOKS = ("orders", "fills", "positions", "ledger_entries", "equity_points", "settings")


def books(path: Path) -> dict[str, list[object]]:
    with closing(sqlite3.connect(path)) as connection:
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in _BOOKS}


def of_the_fifth_schema(path: Path) -> None:
    """A store in which both markets' accounts have traded."""
    old = Store.open(path, migrations=DEFAULT[:5])
    old.settings.put("market", "real")
    with columns_of_today(old):
        _trade_in_both(old)
    old.close()


def _trade_in_both(old: Store) -> None:
    for number, account in enumerate(("paper", "paper-real")):
        opened = deposit(old, "10000", f"{account}-opening", account)
        bought = trade(old, opened, order(3 * number + 1), account)
        trade(old, bought, order(3 * number + 2, Side.SELL, "0.2"), account)
        old.trades.add_order(order(3 * number + 3), account=account)
        old.trades.add_equity_point(START, Decimal(9_999), Decimal(5_000), account)


def test_a_new_store_has_a_paper_account_for_each_market(store: Store) -> None:
    assert store.profiles.of_market("demo") == [PAPER]
    assert store.profiles.of_market("real") == [REAL_PAPER]
    assert store.profiles.rounds(PAPER) == [Round("paper", 1, began_at=0)]


def test_accounts_of_the_fifth_schema_become_profiles_and_their_books_stay_as_they_are(store_path: Path) -> None:
    of_the_fifth_schema(store_path)
    before = books(store_path)
    store = Store.open(store_path)
    assert store.profiles.of_market("demo") == [PAPER]
    assert store.profiles.of_market("real") == [REAL_PAPER]
    assert store.profiles.rounds(REAL_PAPER) == [Round("paper-real", 1, began_at=START)]
    health = store.health()
    assert (health.integrity, health.duplicate_fills, health.ledger_equals_cash) == ("ok", 0, True)
    store.close()
    assert books(store_path) == before
    assert store_path.with_name(f"{store_path.name}.v5.bak").exists()


def test_a_new_account_has_a_name_and_books_of_its_own(store: Store) -> None:
    savings = store.profiles.create("Savings", AccountMode.PAPER, "real", NOW, Decimal("500.25"))
    testnet = store.profiles.create("Proving", AccountMode.TESTNET, "real", NOW, product=Product.SPOT)
    assert store.profiles.of_market("real") == [REAL_PAPER, savings, testnet]
    assert (savings.starting_cash, testnet.product) == (Decimal("500.25"), Product.SPOT)
    assert len({profile.account for profile in (PAPER, REAL_PAPER, savings, testnet)}) == 4
    assert store.profiles.rounds(savings) == [Round(savings.account, 1, began_at=NOW)]


@pytest.mark.parametrize("name", ["Savings", "SAVINGS"])
def test_a_name_is_given_once_in_a_market_and_nothing_is_made_of_a_second(store: Store, name: str) -> None:
    store.profiles.create("Savings", AccountMode.PAPER, "real", NOW)
    with pytest.raises(ValueRefusedError, match=r"called .* in this market; choose another name"):
        store.profiles.create(name, AccountMode.LIVE, "real", NOW)
    assert len(store.profiles.of_market("real")) == 2
    assert store.profiles.create(name, AccountMode.PAPER, "demo", NOW).name == name


def test_a_profile_is_found_by_the_key_of_its_first_books(store: Store) -> None:
    assert store.profiles.find("paper-real") == REAL_PAPER
    assert store.profiles.find("paper-3") is None


def test_a_renamed_account_keeps_its_books_and_can_go_back(store: Store) -> None:
    renamed = store.profiles.rename(PAPER, "Mine")
    assert store.profiles.of_market("demo") == [renamed]
    assert renamed.account == "paper"
    assert store.profiles.rename(renamed, "paper").name == "paper"


def test_a_name_that_is_taken_or_none_is_refused_and_the_old_one_stays(store: Store) -> None:
    store.profiles.create("Second", AccountMode.PAPER, "demo", NOW)
    for name, why in (("second", "choose another name"), (" x", "1 to 40 characters")):
        with pytest.raises(ValueRefusedError, match=why):
            store.profiles.rename(PAPER, name)
    assert store.profiles.find("paper") == PAPER


def test_an_archived_account_is_kept_but_not_offered(store: Store) -> None:
    second = store.profiles.create("Second", AccountMode.PAPER, "demo", NOW)
    store.profiles.set_archived(second, True)
    assert store.profiles.of_market("demo") == [PAPER]
    assert [(stored.profile, stored.is_archived) for stored in store.profiles.all()] == [
        (PAPER, False), (REAL_PAPER, False), (second, True)
    ]  # fmt: skip
    store.profiles.set_archived(second, False)
    assert store.profiles.of_market("demo") == [PAPER, second]
