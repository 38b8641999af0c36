import signal
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from photon_desktop.accounts import Accounts, NewAccount
from photon_desktop.errors import StoreFullError, ValueRefusedError
from photon_desktop.market.real.archive import StoreArchive
from photon_desktop.markets import Markets
from photon_desktop.settings.own import OwnChoices, keep_own, own_prefix
from photon_desktop.store import Store
from photon_desktop.trading.messages import EXECUTION_AGENT, MessageStatus
from photon_desktop.trading.profile import AccountMode, Product, Profile
from tests.store.samples import decision, deposit, message, order, trade
from tests.test_markets import StandingClock


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "photon.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def accounts(store: Store) -> Accounts:
    return accounts_of(store)


def accounts_of(store: Store) -> Accounts:
    """The accounts as the program finds them at a start."""
    clock = StandingClock()
    return Accounts(store, Markets(store, clock, StoreArchive(store, clock), (), dict), clock)


def test_what_was_decided_for_another_account_is_never_carried_out(store: Store, accounts: Accounts) -> None:
    savings = accounts.create(NewAccount("Savings", market="demo"))
    store.messages.add(message(1, decision()))
    store.messages.add(message(2))
    accounts.choose(savings)
    assert accounts.trading == savings
    assert store.messages.queued(EXECUTION_AGENT) == []
    assert store.messages.counts()[MessageStatus.EXPIRED] == 1
    assert store.messages.counts()[MessageStatus.QUEUED] == 1  # the snapshot, which is every account's


def test_a_choice_that_the_disk_does_not_take_leaves_the_account_market_and_queue(
    store: Store, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = accounts.create(NewAccount("Mine", AccountMode.LIVE))
    store.messages.add(message(1, decision()))
    put = store.settings.put

    def refuse(key: str, value: object) -> None:
        if key == "market":
            raise StoreFullError("The disk is full; free some space.")
        put(key, value)

    monkeypatch.setattr(store.settings, "put", refuse)
    with pytest.raises(StoreFullError):
        accounts.choose(live)
    assert accounts.trading.account == "paper"
    assert len(store.messages.queued(EXECUTION_AGENT)) == 1


def test_an_exchanges_account_is_of_the_real_market_and_has_no_starting_cash(accounts: Accounts) -> None:
    made = accounts.create(NewAccount("Mine", AccountMode.DEMO, "demo", Decimal(7), Product.SPOT))
    assert (made.market, made.starting_cash, made.product) == ("real", None, Product.SPOT)


def test_an_exchanges_account_that_was_chosen_is_chosen_after_a_restart(store: Store, accounts: Accounts) -> None:
    made = accounts.create(NewAccount("Mine", AccountMode.LIVE))
    accounts.choose(made)
    assert accounts_of(store).trading == made


def test_the_account_chosen_in_a_market_is_neither_archived_nor_deleted(accounts: Accounts) -> None:
    paper, real = (stored.profile for stored in accounts.all())
    for chosen in (paper, real):
        with pytest.raises(ValueRefusedError, match="choose another account first"):
            accounts.set_archived(chosen, True)
        with pytest.raises(ValueRefusedError, match="choose another account first"):
            accounts.delete(chosen)
    accounts.choose(accounts.create(NewAccount("Second", market="demo")))
    accounts.set_archived(paper, True)
    assert [profile.name for profile in accounts.offered()] == ["Second"]


def test_a_deleted_account_leaves_nothing_that_was_set_for_it(store: Store, accounts: Accounts) -> None:
    made = accounts.create(NewAccount("Second", market="demo"))
    keep_own(store, made, OwnChoices.of({"policy.cooldown_bars": 5}))
    accounts.delete(made)
    assert store.settings.texts(own_prefix(made)) == {}
    assert len(accounts.all()) == 2


def test_a_reset_lets_only_the_decisions_of_the_account_that_trades_expire(store: Store, accounts: Accounts) -> None:
    second = accounts.create(NewAccount("Second", market="demo"))
    store.messages.add(message(1, decision()))
    accounts.reset(second)
    assert len(store.messages.queued(EXECUTION_AGENT)) == 1
    accounts.reset(accounts.trading)
    assert store.messages.queued(EXECUTION_AGENT) == []
    assert accounts.trading.account == "paper#2"


_KILLED = """
import os, signal, sys
from pathlib import Path
from photon_desktop.store import Store
from tests.test_accounts import accounts_of

store = Store.open(Path(sys.argv[1]))
write, left = store.connections.write, [int(sys.argv[2])]

def dying_write(query):
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return write(query)

store.connections.write = dying_write
accounts = accounts_of(store)
accounts.reset(accounts.trading)
os.kill(os.getpid(), signal.SIGKILL)  # right after the last of it
"""


@pytest.mark.parametrize("writes", [0, 1, 2, 3, 9])
def test_a_reset_that_is_killed_at_any_write_is_made_whole_or_not_at_all(tmp_path: Path, writes: int) -> None:
    path = tmp_path / "photon.sqlite3"
    store = Store.open(path)
    held = trade(store, deposit(store), order(1))
    store.trades.add_order(order(2))
    store.messages.add(message(1, decision()))
    store.close()
    made = subprocess.run([sys.executable, "-c", _KILLED, str(path), str(writes)], cwd=Path.cwd(), check=False)
    assert made.returncode == -signal.SIGKILL
    store = Store.open(path)
    try:
        is_reset = len(store.profiles.rounds(accounts_of(store).trading)) == 2
        assert is_reset == (writes == 9)
        assert accounts_of(store).trading.account == ("paper#2" if is_reset else "paper")
        assert len(store.trades.open_orders()) == (0 if is_reset else 1)
        assert len(store.messages.queued(EXECUTION_AGENT)) == (0 if is_reset else 1)
        assert store.trades.load_account() == held
        assert store.health().ledger_equals_cash
    finally:
        store.close()


def test_the_names_of_accounts_can_be_the_same_in_two_markets(accounts: Accounts) -> None:
    names = [(stored.profile.name, stored.profile.market) for stored in accounts.all()]
    assert names == [("Paper", "demo"), ("Paper", "real")]
    assert isinstance(accounts.trading, Profile)
