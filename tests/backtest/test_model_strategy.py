from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photon_desktop.backtest.kept_forecasts import ForecastShelf
from photon_desktop.backtest.model_fit import ModelFit
from photon_desktop.backtest.model_strategy import (
    USUAL_COST,
    ModelStrategy,
    plan_of_model,
    wants_at_barriers,
    wants_of_forecasts,
)
from photon_desktop.backtest.plan import Plan
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import trade
from photon_desktop.backtest.schedule import Schedule
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.errors import DataError, NotEnoughDataError
from photon_desktop.learning.decision import DecisionContext, decide
from photon_desktop.learning.drift import DriftGuard
from photon_desktop.learning.labels import barrier_distances
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.learning.model import Prediction
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.out_of_sample import OutOfSample
from photon_desktop.learning.samples import make_samples
from photon_desktop.learning.training import TrainingRequest
from photon_desktop.trading.account import Account, Position
from photon_desktop.trading.analysis import analyse
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.features import compute_features
from photon_desktop.trading.indicators import compute_indicators
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action
from photon_desktop.trading.money import exact
from photon_desktop.trading.risk import RiskLimits
from photon_desktop.trading.sizing import SizingRules
from tests.backtest.markets import bars_from_closes, generated_bars

COSTS = CostModel(exact("0.001"), exact("0.0005"))
SHORT_SCHEDULE = Schedule(window=1_000, step=150, least=944, embargo=30)
BARS = generated_bars(1_400)


def in_silence(done: int, total: int) -> None:
    pass


def planned(bars: Bars = BARS, **changes: object) -> Plan:
    strategy = ModelStrategy("GEN", Interval.HOUR_1, "gradient_boosting", COSTS, schedule=SHORT_SCHEDULE, processes=1)
    return plan_of_model(replace(strategy, **changes), bars, Stopwatch(), in_silence)  # type: ignore[arg-type]


def digest_of(plan: Plan, bars: Bars = BARS) -> str:
    return trade(plan, bars, Interval.HOUR_1, Rules(costs=COSTS), Stopwatch()).digest


@pytest.mark.parametrize("model_type", list(ModelType))
def test_a_model_trades_out_of_sample_and_says_how_well_it_told(model_type: ModelType) -> None:
    plan = planned(model_type=model_type.value)
    first = SHORT_SCHEDULE.first_prediction
    assert plan.first_decision == first
    assert not plan.wants.when_flat[:first].any()
    assert plan.out_of_sample is not None
    assert plan.out_of_sample.n == 1_400 - first - 24  # the newest 24 bars have no outcome yet
    assert 0 < plan.out_of_sample.prior_log_loss < 1.3


@pytest.mark.slow
def test_equal_runs_have_equal_digests_on_any_number_of_processes_and_another_seed_has_another() -> None:
    one, two = planned(processes=1), planned(processes=2)
    assert digest_of(one) == digest_of(two)
    assert one.out_of_sample == two.out_of_sample
    request = TrainingRequest("GEN", Interval.HOUR_1, "gradient_boosting", COSTS.round_trip, created_at=0)
    row = compute_features(BARS)[-1:]
    told = [fitted.predict(row).tolist() for seed in (0, 0, 1) if (fitted := ModelFit(request, seed)(BARS))]
    assert told[0] == told[1] != told[2]


def test_the_first_block_says_the_base_rates_and_later_ones_what_the_models_have_shown() -> None:
    closes = 100 * np.exp(0.03 * np.sin(2 * np.pi * np.arange(2_800) / 40))
    rhythmic = bars_from_closes(closes.tolist())
    schedule = replace(SHORT_SCHEDULE, step=500)
    first, whole = planned(rhythmic.part(0, 1_474), schedule=schedule), planned(rhythmic, schedule=schedule)
    assert first.out_of_sample is not None and whole.out_of_sample is not None
    assert first.out_of_sample.log_loss == pytest.approx(first.out_of_sample.prior_log_loss)
    assert whole.out_of_sample.log_loss < whole.out_of_sample.prior_log_loss - 0.1


def test_cutting_the_future_off_changes_nothing_wanted_before() -> None:
    whole = planned()
    for cut in (1_000, 1_124, 1_125, 1_390):
        part = planned(BARS.part(0, cut)).wants
        for name in ("when_short", "when_flat", "when_long", "barriers"):
            np.testing.assert_array_equal(getattr(part, name), getattr(whole.wants, name)[:cut])


@pytest.mark.slow
def test_random_closes_teach_no_model_to_tell_them() -> None:
    scores = planned(generated_bars(3_000, seed=5)).out_of_sample
    assert scores is not None
    assert scores.accuracy < scores.majority_accuracy + 0.05
    assert scores.log_loss > scores.prior_log_loss - 0.02


def test_too_few_bars_are_refused_with_the_bound() -> None:
    with pytest.raises(NotEnoughDataError, match="at least 976 bars"):
        planned(BARS.part(0, 975))


def test_a_market_that_never_moves_is_refused() -> None:
    with pytest.raises(DataError, match="stays at 100"):
        planned(bars_from_closes([100.0] * 1_100))


def test_a_market_in_which_nothing_pays_its_costs_is_refused() -> None:
    calm = bars_from_closes([100 + 0.001 * (close - 100) for close in BARS.close.tolist()])
    with pytest.raises(NotEnoughDataError, match="taught a model anything"):
        planned(calm)


MANIFEST = ModelManifest(
    "v", ModelType.RANDOM_FOREST, "BTCUSDT", Interval.HOUR_1, 0, 0, 720, 0, 42.0, 1, "", "", 0, {}, {},
    (0.3, 0.4, 0.3), OutOfSample(1, 0.0, 0.0, 0.0, 0.0, 0.0), "untested", 0,
)  # fmt: skip


def live_action(prediction: Prediction, held: int, limits: RiskLimits, bars: Bars) -> Action:
    """What the live decision does with `prediction` at the last of `bars`."""
    indicators = compute_indicators(bars)
    price = exact(float(bars.close[-1]))
    quantity = Decimal(held)
    account = Account(Decimal(1_000_000), {"BTCUSDT": Position("BTCUSDT", quantity, quantity * price)})
    context = DecisionContext(
        symbol="BTCUSDT",
        interval=Interval.HOUR_1,
        bars=bars,
        analysis=analyse(bars, indicators),
        indicators=indicators.at(-1),
        prediction=prediction,
        manifest=MANIFEST,
        fallback_reason="",
        account=account,
        prices={"BTCUSDT": price},
        instrument=assumed_instrument("BTCUSDT"),
        costs=COSTS,
        limits=limits,
        sizing=SizingRules(),
    )
    return decide(context).action


@pytest.mark.parametrize(("held", "allow_short"), [(0, False), (1, False), (-1, True), (0, True), (1, True)])
def test_what_is_wanted_is_what_the_live_decision_does(held: int, allow_short: bool) -> None:
    bars = BARS.part(0, 300)
    limits = RiskLimits(allow_short=allow_short)
    barrier = float(barrier_distances(bars.close, COSTS.round_trip)[-1])
    least_edge = COSTS.round_trip / barrier
    leans = [0.0, 0.4 * least_edge, 0.6 * least_edge, 0.9 * least_edge, 1.1 * least_edge, 0.35]
    actions = set()
    for lean in [*leans, *(-lean for lean in leans)]:
        for hold in (0.05, 0.3, 0.5):
            buy = (1 - hold + lean) / 2
            prediction = Prediction(1 - hold - buy, hold, buy)
            probabilities = np.full((300, 3), np.nan)
            probabilities[-1] = prediction.by_class
            wants = wants_of_forecasts(probabilities, bars, COSTS, limits)
            wanted = {-1: wants.when_short, 0: wants.when_flat, 1: wants.when_long}[held][-1]
            action = live_action(prediction, held, limits, bars)
            assert np.sign(wanted - held) == {Action.BUY: 1, Action.HOLD: 0, Action.SELL: -1}[action], prediction
            actions.add(action)
    assert len(actions) >= 2


def test_nothing_changes_where_there_is_no_forecast() -> None:
    wants = wants_of_forecasts(np.full((300, 3), np.nan), BARS.part(0, 300), COSTS, RiskLimits(allow_short=True))
    assert set(wants.when_short.tolist()) == {-1}
    assert set(wants.when_flat.tolist()) == {0}
    assert set(wants.when_long.tolist()) == {1}


def never(*_: object) -> None:
    raise AssertionError("a model was fitted")


def test_a_second_run_with_other_costs_and_thresholds_fits_nothing_and_gives_what_a_first_one_would(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = ForecastShelf(tmp_path, never)
    strategy = ModelStrategy("GEN", Interval.HOUR_1, "gradient_boosting", COSTS, schedule=SHORT_SCHEDULE, processes=1)
    cheap = CostModel(exact("0.0001"), exact("0.0001"))
    other = replace(strategy, costs=cheap, limits=RiskLimits(minimum_confidence=0.2))
    fresh = plan_of_model(other, BARS, Stopwatch(), in_silence)
    first = plan_of_model(strategy, BARS, Stopwatch(), in_silence, shelf)
    monkeypatch.setattr("photon_desktop.backtest.model_strategy.walk_forward", never)
    again = plan_of_model(other, BARS, Stopwatch(), in_silence, shelf)
    assert digest_of(again) == digest_of(fresh)
    assert again.out_of_sample == fresh.out_of_sample == first.out_of_sample
    assert first.told is not None and again.told is not None
    assert (first.told["predictions"], again.told["predictions"]) == ("fitted", "stored")


@pytest.mark.parametrize(
    "changed",
    [{"seed": 1}, {"label_cost": 0.001}, {"symbol": "NEG"}, {"interval": Interval.DAY_1},
     {"model_type": "random_forest"}, {"schedule": replace(SHORT_SCHEDULE, embargo=60)}],
    ids=str,
)  # fmt: skip
def test_whatever_changes_predictions_fits_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: dict[str, Any]
) -> None:
    shelf = ForecastShelf(tmp_path, never)
    told_once(shelf)
    monkeypatch.setattr("photon_desktop.backtest.model_strategy.walk_forward", never)
    assert told_once(shelf)["predictions"] == "stored"
    with pytest.raises(AssertionError, match="was fitted"):
        told_once(shelf, **changed)


def test_changed_code_and_other_bars_fit_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = ForecastShelf(tmp_path, never)
    told_once(shelf)
    monkeypatch.setattr("photon_desktop.backtest.model_strategy.walk_forward", never)
    with pytest.raises(AssertionError, match="was fitted"):
        told_once(shelf, bars=BARS.part(1, len(BARS)))
    monkeypatch.setattr("photon_desktop.backtest.model_strategy.code_digest", lambda: "changed")
    with pytest.raises(AssertionError, match="was fitted"):
        told_once(shelf)


def told_once(shelf: ForecastShelf, bars: Bars = BARS, **changed: Any) -> dict[str, Any]:
    usual = ModelStrategy("GEN", Interval.HOUR_1, "gradient_boosting", COSTS, schedule=SHORT_SCHEDULE, processes=1)
    plan = plan_of_model(replace(usual, **changed), bars, Stopwatch(), in_silence, shelf)
    assert plan.told is not None
    return plan.told


def test_nothing_is_opened_where_the_market_has_drifted_and_what_is_held_is_closed() -> None:
    told = np.random.default_rng(1).dirichlet((1, 0.3, 1), 300)
    bars, drift = BARS.part(0, 300), np.where(np.arange(300) % 2, 1.5, 0.5)
    barriers, limits = barrier_distances(bars.close, COSTS.round_trip), RiskLimits(allow_short=True)
    free = wants_at_barriers(told, barriers, COSTS, limits)
    guarded = wants_at_barriers(told, barriers, COSTS, limits, drift)
    far = drift > 1
    assert free.when_flat[far].any()
    assert not guarded.when_flat[far].any()
    np.testing.assert_array_equal(guarded.when_flat[~far], free.when_flat[~far])
    np.testing.assert_array_equal(guarded.when_long, free.when_long)
    np.testing.assert_array_equal(guarded.when_short, free.when_short)


def test_drift_is_measured_on_each_block_by_its_own_training_rows() -> None:
    plan = planned()
    assert plan.drift is not None
    assert np.isnan(plan.drift[: SHORT_SCHEDULE.first_prediction]).all()
    assert np.isfinite(plan.drift[SHORT_SCHEDULE.first_prediction :]).all()
    block = list(SHORT_SCHEDULE.blocks(len(BARS)))[1]
    samples = make_samples(BARS.part(block.train_start, block.train_stop), USUAL_COST)
    row = compute_features(BARS)[block.start + 5]
    assert plan.drift[block.start + 5] == DriftGuard.of(samples).read(row).share
