from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.settings.choices import DEFAULTS, Choices
from photon_desktop.settings.keeping import keep_choices, kept_choices, read_choices
from photon_desktop.store.store import Store

D = Decimal
CHOSEN = Choices.of(
    {
        "limits.minimum_confidence": D("0.35"),
        "costs.commission_rate": D("0.00075"),
        "limits.allow_short": True,
        "policy.evidence": "only with evidence",
        "policy.cooldown_bars": 5,
    }
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path / "photon.sqlite3")) as opened:
        yield opened


def test_what_was_chosen_comes_back_exactly_from_the_open_stores_file(store: Store) -> None:
    keep_choices(store.settings, CHOSEN)
    assert kept_choices(store.path).choices == CHOSEN
    assert store.settings.get("rules.costs.commission_rate") == "0.00075"


def test_it_comes_back_from_a_closed_store_and_reading_it_leaves_nothing_behind(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path / "photon.sqlite3")) as opened:
        keep_choices(opened.settings, CHOSEN)
    before = sorted(path.name for path in tmp_path.iterdir())
    assert kept_choices(tmp_path / "photon.sqlite3").choices == CHOSEN
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_default_is_not_kept_so_that_a_later_versions_better_one_comes_in(store: Store) -> None:
    keep_choices(store.settings, CHOSEN)
    keep_choices(store.settings, Choices.of({"policy.cooldown_bars": 5, "limits.allow_short": False}))
    assert store.settings.texts("rules.") == {"rules.policy.cooldown_bars": "5"}


def test_other_settings_of_the_program_stay_as_they_are(store: Store) -> None:
    store.settings.put("window.theme", "dark")
    keep_choices(store.settings, CHOSEN)
    keep_choices(store.settings, DEFAULTS)
    assert store.settings.get("window.theme") == "dark"


@pytest.mark.parametrize("text", ["", "{", '"0.9', '"2"', "0.5", "null", '"NaN"', "[" * 100_000])
def test_a_damaged_value_is_the_default_and_one_sentence_says_so(text: str) -> None:
    kept = read_choices({"rules.limits.minimum_confidence": text, "rules.policy.cooldown_bars": "5"})
    assert kept.choices == Choices.of({"policy.cooldown_bars": 5})
    (fault,) = kept.faults
    assert "the default, 40%, is used" in fault


def test_a_value_beyond_its_bound_is_named_with_its_bound() -> None:
    kept = read_choices({"rules.costs.slippage_rate": '"0.5"'})
    assert kept.faults == (
        "Slippage is 50%; it lies between 0% and 10%. It was stored so; the default, 0.05%, is used.",
    )


def test_a_setting_of_a_newer_version_is_passed_over() -> None:
    kept = read_choices({"rules.model.depth": "12"})
    assert (kept.choices, kept.faults) == (DEFAULTS, ())


def test_without_a_store_the_defaults_count_and_none_is_made(tmp_path: Path) -> None:
    kept = kept_choices(tmp_path / "photon.sqlite3")
    assert (kept.choices, kept.faults) == (DEFAULTS, ())
    assert list(tmp_path.iterdir()) == []


def test_of_a_file_that_is_no_store_the_defaults_count_and_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "photon.sqlite3"
    path.write_text("nothing of a database " * 100)
    kept = kept_choices(path)
    assert kept.choices == DEFAULTS
    assert kept.faults[0].endswith("The default settings are used.")


def test_an_unknown_setting_can_not_be_chosen() -> None:
    with pytest.raises(ValueRefusedError, match=r"no setting 'limits\.magic'"):
        Choices.of({"limits.magic": 1})


def test_messages_carry_what_differs_in_the_order_of_the_table() -> None:
    assert list(CHOSEN.told().items()) == [
        ("limits.minimum_confidence", 0.35),
        ("policy.cooldown_bars", 5),
        ("limits.allow_short", True),
        ("costs.commission_rate", 0.00075),
        ("policy.evidence", "only with evidence"),
    ]
    assert "policy.cooldown_bars" not in CHOSEN.told(without=("policy.cooldown_bars",))
