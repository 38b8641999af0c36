from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from photon_desktop.errors import StoreFullError, ValueRefusedError
from photon_desktop.settings.choices import Choices
from photon_desktop.settings.own import OwnChoices, can_be_own, keep_own, own_of, own_prefix
from photon_desktop.settings.table import BY_KEY, MODEL_TYPE, STARTING
from photon_desktop.store.store import Store
from photon_desktop.trading.profile import AccountMode, Profile

CONFIDENCE, COOLDOWN = "limits.minimum_confidence", "policy.cooldown_bars"
PAPER = Profile("Paper", "paper", AccountMode.PAPER, "demo")
LIVE = Profile("Mine", "live-3", AccountMode.LIVE, "real")
OWN = OwnChoices.of({CONFIDENCE: Decimal("0.9"), COOLDOWN: 5, STARTING: Decimal(500)})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path / "photon.sqlite3")) as opened:
        yield opened


def test_an_own_value_counts_over_the_shared_one_and_all_else_is_shared() -> None:
    shared = Choices.of({CONFIDENCE: Decimal("0.2"), "limits.allow_short": True})
    assert OwnChoices.of({CONFIDENCE: Decimal("0.9")}).over(shared) == Choices.of(
        {CONFIDENCE: Decimal("0.9"), "limits.allow_short": True}
    )


def test_an_own_value_stays_though_it_is_the_default_and_the_shared_one_is_not() -> None:
    default = BY_KEY[CONFIDENCE].default
    shared = Choices.of({CONFIDENCE: Decimal("0.9")})
    assert OwnChoices.of({CONFIDENCE: default}).over(shared)[CONFIDENCE] == default


@pytest.mark.parametrize("values", [{MODEL_TYPE: "gradient_boosting"}, {"limits.nonsense": 1}])
def test_what_no_account_has_to_itself_is_refused(values: dict[str, str]) -> None:
    with pytest.raises(ValueRefusedError, match="set it for all accounts"):
        OwnChoices.of(values)


def test_an_own_value_beyond_its_bound_is_refused() -> None:
    with pytest.raises(ValueRefusedError, match="between 0% and 100%"):
        OwnChoices.of({CONFIDENCE: Decimal(2)})


def test_what_is_an_accounts_own_comes_back_exactly_and_is_no_other_accounts(store: Store) -> None:
    kept = keep_own(store, PAPER, OWN)
    assert kept.starting_cash == 500
    assert store.profiles.find("paper") == kept
    assert own_of(store, kept) == (OWN, ())
    real = store.profiles.of_market("real")[0]
    assert own_of(store, real) == (OwnChoices(), ())
    assert store.settings.texts("rules.") == {}


def test_it_stays_after_a_reset_and_goes_when_it_is_put_back(store: Store) -> None:
    kept = keep_own(store, PAPER, OWN)
    begun = store.rounds.begin(kept, 1)
    assert own_of(store, begun) == (OWN, ())
    assert own_of(store, keep_own(store, begun, OwnChoices())) == (OwnChoices(), ())


def test_a_damaged_own_value_is_the_shared_one_and_one_sentence_says_so(store: Store) -> None:
    store.settings.put(f"{own_prefix(PAPER)}{CONFIDENCE}", "2")
    own, faults = own_of(store, PAPER)
    assert own == OwnChoices()
    used = "It was stored so for one account; the value for all accounts is used."
    assert faults == (f"Least confidence is 200%; it lies between 0% and 100%. {used}",)


def test_what_the_disk_does_not_take_leaves_everything_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Profile:
        raise StoreFullError("The disk is full; free some space.")

    monkeypatch.setattr(store.profiles, "set_starting_cash", refuse)
    with pytest.raises(StoreFullError):
        keep_own(store, PAPER, OWN)
    assert own_of(store, PAPER) == (OwnChoices(), ())


def test_an_exchanges_account_has_no_starting_cash(store: Store) -> None:
    assert not can_be_own(BY_KEY[STARTING], LIVE)
    assert can_be_own(BY_KEY[STARTING], PAPER)
    assert can_be_own(BY_KEY[CONFIDENCE], LIVE)
    assert not can_be_own(BY_KEY[MODEL_TYPE], PAPER)
