from collections.abc import Iterator
from pathlib import Path

import pytest

from photon_desktop.market.demo_session import SIMULATED_MARKET, usual_speed
from photon_desktop.market.real.archive import StoreArchive
from photon_desktop.market.real.session import REAL_MARKET
from photon_desktop.markets import Markets
from photon_desktop.store import Store
from photon_desktop.trading.interval import Interval
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


def test_interval_and_pace_count_at_once_and_are_left_to_whoever_writes_them(store: Store) -> None:
    class Later:
        """Writes nothing yet."""

        def __init__(self) -> None:
            self.values: dict[str, object] = {}

        def get(self, key: str, default: object = None) -> object:
            return self.values.get(key, store.settings.get(key, default))

        def put(self, key: str, value: object) -> None:
            self.values[key] = value

    clock, later = StandingClock(), Later()
    markets = Markets(store, clock, StoreArchive(store, clock), (), dict, later)
    markets.choose_interval(Interval.MINUTE_1)
    markets.choose_speed(7.0)
    assert (markets.interval, markets.speed) == (Interval.MINUTE_1, 7.0)
    assert (markets_of(store).interval, markets_of(store).speed) == (Interval.HOUR_1, usual_speed(Interval.HOUR_1))
    for key, value in later.values.items():
        store.settings.put(key, value)
    assert (markets_of(store).interval, markets_of(store).speed) == (Interval.MINUTE_1, 7.0)


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
