import dataclasses
from decimal import Decimal

import numpy as np
import pytest

from photon_desktop.learning.calibration import Calibration
from photon_desktop.learning.flip import smallest_flip
from photon_desktop.learning.input_words import DISCRETE, Surroundings, in_words
from photon_desktop.learning.model import Model, Prediction
from photon_desktop.learning.staircase import staircases
from photon_desktop.learning.wishes import Stakes, actions_of_model, wish_of_model
from photon_desktop.trading.features import FEATURE_NAMES, compute_features
from photon_desktop.trading.messages import Action
from tests.learning.markets import fair_bars

BARS = fair_bars(500, seed=5)
ROWS = compute_features(BARS)[250::30]
AROUND = Surroundings.of(BARS)


def stakes(held: str = "0", allow_short: bool = True) -> Stakes:
    return Stakes(0.03, 0.003, 0.40, Decimal(held), allow_short)


@pytest.fixture(params=["forest_model", "boosting_model"])
def model(request: pytest.FixtureRequest) -> Model:
    """One that says what its trees say: calibrated on a month it would say the base rates."""
    found: Model = request.getfixturevalue(request.param)
    return dataclasses.replace(found, manifest=dataclasses.replace(found.manifest, calibration=Calibration.none()))


@pytest.mark.parametrize("feature", range(14))
def test_the_staircase_is_what_the_trees_say_at_every_value(model: Model, feature: int) -> None:
    row = ROWS[0]
    stairs = staircases(model.ensemble.trees, row)  # type: ignore[attr-defined]
    thresholds, sums = stairs.thresholds[feature], stairs.of_feature(stairs.told)[feature]
    assert (np.diff(thresholds) > 0).all()
    assert len(sums) == len(thresholds) + 1
    around = np.concatenate([[-99.0], thresholds, [99.0]])
    rows = np.tile(row, (len(sums), 1))
    rows[:, feature] = (around[:-1] + around[1:]) / 2
    sure = np.diff(around) > 1e-5  # the trees round values to float32
    assert sums[sure] == pytest.approx(model.ensemble.trees.sums(rows)[sure], abs=1e-9)  # type: ignore[attr-defined]


def test_a_flip_flips_and_nothing_smaller_does(model: Model) -> None:
    assert model.guard is not None
    found = 0
    for row in ROWS:
        flip = smallest_flip(model, row, stakes(), AROUND)
        if flip is None:
            continue
        found += 1
        place = FEATURE_NAMES.index(flip.feature)
        changed = row.copy()
        changed[place] = flip.needed
        now, then = (int(actions_of_model(model.predict_many(each[None, :]), stakes())[0]) for each in (row, changed))
        assert now != then
        assert flip.action == ("SELL", "HOLD", "BUY")[then]
        assert flip.size == pytest.approx(abs(flip.needed - row[place]) / model.guard.scale[place])
        assert (model.guard.rows[:, place] * model.guard.scale[place] + model.guard.center[place]).max() >= flip.needed
        for other in range(14):
            nudges = np.linspace(-0.999, 0.999, 81) * flip.size * model.guard.scale[other]
            near = np.tile(row, (81, 1))
            near[:, other] += nudges
            if FEATURE_NAMES[other] in DISCRETE:
                near = near[np.isin(near[:, other], (-1, 0, 1))]
            seen = model.guard.rows[:, other] * model.guard.scale[other] + model.guard.center[other]
            near = near[(near[:, other] >= seen.min()) & (near[:, other] <= seen.max())]
            if len(near):
                assert (actions_of_model(model.predict_many(near), stakes()) == now).all()
    assert found >= 3


def test_nothing_flips_a_model_that_says_the_base_rates(forest_model: Model) -> None:
    silent = dataclasses.replace(
        forest_model, manifest=dataclasses.replace(forest_model.manifest, calibration=Calibration())
    )
    assert smallest_flip(silent, ROWS[0], stakes(), AROUND) is None
    assert smallest_flip(Model(silent.manifest, silent.ensemble), ROWS[0], stakes(), AROUND) is None


@pytest.mark.parametrize("held", ["-1", "0", "1"])
@pytest.mark.parametrize("allow_short", [False, True])
def test_actions_of_many_rows_are_the_wishes_that_nothing_stands_in_the_way_of(held: str, allow_short: bool) -> None:
    told = np.random.default_rng(2).dirichlet([2, 2, 2], 400)
    at_stake = stakes(held, allow_short)
    actions = actions_of_model(told, at_stake)
    for row, action in zip(told, actions.tolist(), strict=True):
        wish = wish_of_model(Prediction(*row), at_stake)
        expected = Action.HOLD if wish.obstacles or nothing_to_do(wish.action, held, allow_short) else wish.action
        assert ("SELL", "HOLD", "BUY")[action] == expected.value
    assert len(set(actions.tolist())) == (3 if held == "0" and allow_short else 2)


def nothing_to_do(action: Action, held: str, allow_short: bool) -> bool:
    """Whether what is held leaves `action` nothing to do."""
    if action is Action.BUY:
        return held == "1"
    return action is Action.SELL and (held == "-1" or (held == "0" and not allow_short))


def test_what_is_held_decides_which_flip_there_is(model: Model) -> None:
    found = {held: {flip_of(model, row, held) for row in ROWS} for held in ("0", "1")}
    assert "SELL" not in found["0"]
    assert "BUY" not in found["1"]


def flip_of(model: Model, row: np.ndarray, held: str) -> str:
    flip = smallest_flip(model, row, stakes(held, allow_short=False), AROUND)
    return "" if flip is None else flip.action


def test_changes_are_told_in_a_traders_words() -> None:
    around = Surroundings(close=20_000.0, deviation=0.01)
    assert in_words("rsi14", -0.176, -0.242, around) == "RSI 41.2 -> 37.9"
    assert in_words("trend", -1.0, 1.0, around) == "a trend bear -> bull"
    assert in_words("sma10", 0.5, -0.25, around) == "a close +0.50% -> -0.25% from SMA10"
    assert in_words("macd", 1.0, 0.5, around) == "MACD +200 -> +100"
    assert in_words("price_change", 1.0, 0.0, around) == "a last bar of +1.01% -> +0.00%"
    assert in_words("volume", 0.0, 0.5, around) == "a volume of 1.00 -> 1.65 times its 20-bar median"
    for name in FEATURE_NAMES:
        assert " -> " in in_words(name, 1.0, 0.0, around)
