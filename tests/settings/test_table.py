"""The table says what the dataclasses hold: every field, its default, and the bounds they refuse beyond."""

from collections.abc import Iterator
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest

from photon_desktop.agents.trading_rules import TradingRules
from photon_desktop.application import Rules
from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.policy import EXPLORE_AFTER, DecisionPolicy
from photon_desktop.settings.api_place import ApiPlace
from photon_desktop.settings.choices import DEFAULTS, Choices
from photon_desktop.settings.setting import Group, Kind, Setting
from photon_desktop.settings.table import BY_KEY, EXPLORING, MODEL_TYPE, SCHEDULER, SETTINGS, STARTING
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.risk import RiskLimits
from photon_desktop.trading.sizing import SizingMethod, SizingRules

PARTS: dict[str, Any] = {
    "costs": CostModel(),
    "limits": RiskLimits(),
    "sizing": SizingRules(),
    "policy": DecisionPolicy(explore_after_bars=EXPLORE_AFTER),
    "api": ApiPlace(),
}
NUMBERS = [setting for setting in SETTINGS if setting.kind not in (Kind.CHOICE, Kind.SWITCH, Kind.ADDRESS)]

SIZES = [setting for setting in SETTINGS if setting.condition is not None and setting.group is Group.SIZING]


def test_every_field_of_the_rules_has_a_setting_and_no_setting_is_without_one() -> None:
    held = {f"{part}.{field.name}" for part, rules in PARTS.items() for field in fields(rules)}
    assert {setting.key for setting in SETTINGS} == held | {MODEL_TYPE, STARTING, SCHEDULER}
    assert len(BY_KEY) == len(SETTINGS)


def test_what_is_not_chosen_is_what_the_rules_are_by_default() -> None:
    assert Rules().under(DEFAULTS) == Rules()
    assert Rules().choices == DEFAULTS


@pytest.mark.parametrize("setting", NUMBERS, ids=lambda setting: setting.key)
def test_a_value_at_a_bound_is_taken_and_one_beyond_it_refused_by_table_and_rules_alike(setting: Setting) -> None:
    for number in within(setting):
        setting.of_typed(number)
        hold(setting, setting.of_typed(number))
    for number in beyond(setting):
        with pytest.raises(ValueRefusedError):
            setting.of_typed(number)
        raw = number / 100 if setting.kind is Kind.SHARE else number
        with pytest.raises(ValueRefusedError):
            hold(setting, int(raw) if setting.kind is Kind.WHOLE else raw)


def test_the_settings_of_a_page_stand_together_in_the_order_of_the_pages() -> None:
    assert list(dict.fromkeys(setting.group for setting in SETTINGS)) == list(Group)
    places = [list(Group).index(setting.group) for setting in SETTINGS]
    assert places == sorted(places)


def test_every_choice_of_a_setting_is_one_of_the_rules() -> None:
    for setting in SETTINGS:
        for value in setting.choices:
            hold(setting, value)


def test_every_sizing_method_has_its_own_settings_and_every_condition_is_of_choices_there_are() -> None:
    for setting in SETTINGS:
        if setting.condition is not None:
            choice = BY_KEY[setting.condition.key]
            assert setting.condition.values <= set(choice.choices)
            assert choice.group is setting.group
    counts = {
        method: {setting.key.removeprefix("sizing.") for setting in SIZES if setting.applies(method.value)}
        for method in SizingMethod
    }
    assert counts == {
        SizingMethod.BALANCED: {"largest_position", "at_risk", "daily_volatility"},
        SizingMethod.FIXED_QUANTITY: {"quantity"},
        SizingMethod.FIXED_NOTIONAL: {"notional"},
        SizingMethod.SHARE: {"share"},
        SizingMethod.VOLATILITY: {"daily_volatility", "largest_position"},
        SizingMethod.KELLY: {"kelly_fraction", "largest_position"},
    }


def test_every_setting_says_in_one_sentence_what_it_is_for() -> None:
    for setting in SETTINGS:
        assert setting.description.endswith(".")
        assert setting.description.count(". ") == 0


def test_exploring_is_off_where_no_agents_watch_and_on_where_they_do() -> None:
    assert DecisionPolicy().explore_after_bars == 0
    assert BY_KEY[EXPLORING].default == EXPLORE_AFTER


def test_what_is_chosen_comes_back_out_of_the_rules_it_makes() -> None:
    rules = Rules(provisional_bars=900, tests_evidence=True)
    changed = replace(
        rules,
        trading=TradingRules(
            CostModel(Decimal("0.002")),
            RiskLimits(0.55, allow_short=True),
            Decimal(500),
            replace(rules.trading.policy, cooldown_bars=7),
        ),
        model_type="gradient_boosting",
        sizing=SizingRules(SizingMethod.FIXED_QUANTITY, Decimal("0.25"), at_risk=0.02),
        sweep_scheduler="tcp://10.0.0.5:8786",
        api=ApiPlace(True, 7_000, is_open_here=False, is_open=True),
    )
    assert rules.under(changed.choices) == changed
    assert set(changed.choices.own) == {
        "costs.commission_rate", "limits.minimum_confidence", "limits.allow_short", "account.starting_cash",
        "model.type", "sizing.method", "sizing.quantity", "sizing.at_risk", "policy.cooldown_bars",
        "backtest.dask_scheduler", "api.is_on", "api.port", "api.is_open_here",
        "api.is_open",
    }  # fmt: skip


def test_where_sweeps_work_and_who_is_answered_is_nothing_a_decision_tells_of() -> None:
    of_the_api = {"api.is_on": True, "api.is_open_here": False, "api.is_open": True}
    chosen = Choices.of({SCHEDULER: "tcp://10.0.0.5:8786", **of_the_api, MODEL_TYPE: "gradient_boosting"})
    assert chosen.told() == {MODEL_TYPE: "gradient_boosting"}


def hold(setting: Setting, value: object) -> None:
    """Make the rules with this value."""
    part, _, name = setting.key.partition(".")
    if setting.key == STARTING:
        TradingRules(starting_cash=value)  # type: ignore[arg-type]
    elif setting.key != MODEL_TYPE:
        typed = type(getattr(PARTS[part], name))
        replace(PARTS[part], **{name: typed(value)})


def within(setting: Setting) -> Iterator[Decimal]:
    scale = 100 if setting.kind is Kind.SHARE else 1
    yield setting.most * scale
    yield (setting.least * scale) if not setting.is_above else Decimal("0.000001")


def beyond(setting: Setting) -> Iterator[Decimal]:
    scale, step = (100, Decimal("0.000001")) if setting.kind is Kind.SHARE else (1, Decimal(1))
    yield setting.most * scale + step
    yield setting.least * scale - step
    if setting.is_above:
        yield setting.least * scale
