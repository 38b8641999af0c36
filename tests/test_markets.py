from collections.abc import Iterator
from pathlib import Path

import pytest

from photon_desktop.market.demo_session import SIMULATED_MARKET
from photon_desktop.market.real.archive import StoreArchive
from photon_desktop.market.real.session import REAL_MARKET
from photon_desktop.markets import Markets
from photon_desktop.store import Store
from photon_desktop.trading.profile import AccountMode

NOW = 1_800_000_000_000_000_000


class StandingClock:
    """Shows one time."""

    def now_ns(self) -> int:
        return NOW


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "photon.sqlite3")
    yield opened
    opened.close()


def markets_of(store: Store) -> Markets:
    """The markets as the program finds them at a start."""
    clock = StandingClock()
    return Markets(store, clock, StoreArchive(store, clock), (), dict)


def test_each_market_begins_with_its_own_paper_account(store: Store) -> None:
    markets = markets_of(store)
    assert (markets.name, markets.profile.account) == (SIMULATED_MARKET, "paper")
    markets.choose(REAL_MARKET)
    assert markets.profile.account == "paper-real"


def test_the_account_chosen_in_each_market_is_there_again_after_a_start(store: Store) -> None:
    testnet = store.profiles.create("Proving", AccountMode.TESTNET, REAL_MARKET, NOW)
    second = store.profiles.create("Second", AccountMode.PAPER, SIMULATED_MARKET, NOW)
    first = markets_of(store)
    first.choose_profile(testnet)
    assert (first.name, first.profile) == (REAL_MARKET, testnet)
    first.choose_profile(second)
    later = markets_of(store)
    assert (later.name, later.profile) == (SIMULATED_MARKET, second)
    later.choose(REAL_MARKET)
    assert later.profile == testnet
