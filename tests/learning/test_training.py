import dataclasses

import numpy as np
import pytest

from photon_desktop.errors import NotEnoughDataError, ValueRefusedError
from photon_desktop.learning.ensemble import digest
from photon_desktop.learning.model import Model
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.permutation import permuted_market
from photon_desktop.learning.samples import TradeResult, make_samples
from photon_desktop.learning.shuffled_split import shuffled_split_accuracy
from photon_desktop.learning.training import TrainingRequest, learnt_from, train
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.features import FEATURE_VERSION, compute_features
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import data_hash
from tests.learning.conftest import request_for
from tests.learning.markets import HOUR, fair_bars, rising_bars, still_bars


def test_a_month_of_hours_gives_a_described_model(forest_model: Model) -> None:
    manifest = forest_model.manifest
    bars = fair_bars(920)
    assert manifest.version == f"rf-DEMO-BTC-1h-19700208T0700-{digest(forest_model.ensemble)[:8]}"
    assert (manifest.trained_from, manifest.trained_to) == (200 * HOUR, 919 * HOUR)
    assert manifest.rows == 696
    assert 30 <= manifest.effective_samples < 100
    assert manifest.data_hash == data_hash(bars)
    assert manifest.feature_version == FEATURE_VERSION
    assert manifest.evidence == "untested"
    assert manifest.created_at == 7
    assert manifest.parameters["trees"] == 12
    assert sum(manifest.base_rates) == pytest.approx(1.0)
    assert manifest.libraries.keys() == {"python", "numpy", "pandas", "scikit-learn", "TA-Lib"}


@pytest.mark.parametrize("model_type", ["random_forest", "gradient_boosting"])
def test_the_same_bars_give_the_same_bytes(model_type: str, request: pytest.FixtureRequest) -> None:
    first = request.getfixturevalue("forest_model" if model_type == "random_forest" else "boosting_model")
    again = train(fair_bars(920), dataclasses.replace(request_for(model_type), created_at=99))
    assert dataclasses.replace(again.manifest, created_at=7) == first.manifest
    assert digest(again.ensemble) == digest(first.ensemble)


def test_a_trades_profit_counts_and_its_sign_changes_nothing() -> None:
    def trained(*profits: float) -> Model:
        trades = tuple(TradeResult((300 + 40 * each) * HOUR, profit) for each, profit in enumerate(profits))
        return train(fair_bars(920), dataclasses.replace(request_for("random_forest"), trades=trades))

    won, lost, none = trained(0.8, 1.5, -0.2), trained(-0.8, -1.5, 0.2), trained()
    assert won.manifest == lost.manifest
    assert digest(won.ensemble) == digest(lost.ensemble) != digest(none.ensemble)
    assert won.cases is not None and none.cases is not None
    assert np.array_equal(won.cases.classes, none.cases.classes)


def test_a_model_knows_the_bars_it_learnt_from(forest_model: Model) -> None:
    bars = fair_bars(1_000)
    assert learnt_from(forest_model.manifest, fair_bars(920))
    assert not learnt_from(forest_model.manifest, fair_bars(919))
    assert not learnt_from(forest_model.manifest, fair_bars(920, seed=2))
    assert not learnt_from(forest_model.manifest, Bars.empty())
    grown = train(bars.part(0, 920), request_for("random_forest"))
    assert learnt_from(grown.manifest, bars)


def test_a_smaller_window_learns_from_fewer_bars() -> None:
    model = train(fair_bars(1_500), dataclasses.replace(request_for("random_forest"), window=696))
    assert model.manifest.rows == 696
    assert model.manifest.parameters["bars"] == 920


@pytest.mark.slow
def test_a_shuffled_split_promises_the_same_on_a_market_that_can_not_be_predicted() -> None:
    bars = fair_bars(1_500, seed=9)
    promised = [
        shuffled_split_accuracy(make_samples(market, 0.003), ModelType.RANDOM_FOREST, 1)
        for market in (bars, permuted_market(bars, 1))
    ]
    honest = train(bars, request_for("random_forest")).manifest.out_of_sample
    assert min(promised) > honest.accuracy + 0.1
    assert abs(promised[0] - promised[1]) < 0.12


def test_other_bars_give_another_model(forest_model: Model) -> None:
    other = train(fair_bars(921).part(1, 921), request_for("random_forest"))
    assert other.manifest.model_hash != forest_model.manifest.model_hash
    assert other.manifest.seed != forest_model.manifest.seed


def test_older_bars_than_the_window_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("photon_desktop.learning.samples.LARGEST_WINDOW", 700)
    bars = fair_bars(1_200)
    whole = train(bars, request_for("gradient_boosting"))
    part = train(bars.tail(200 + 700 + 24), request_for("gradient_boosting"))
    assert whole.manifest == part.manifest


@pytest.mark.parametrize("model_type", ["random_forest", pytest.param("gradient_boosting", marks=pytest.mark.slow)])
def test_permuted_markets_show_no_gain_over_the_base_rates(model_type: str) -> None:
    gains = []
    for seed in range(4):
        bars = permuted_market(fair_bars(1_500, seed=9), seed)
        figures = train(bars, request_for(model_type)).manifest.out_of_sample
        gains.append(figures.prior_log_loss - figures.log_loss)
        assert figures.n == pytest.approx(1_276 * 6 / 7, abs=7)
        assert figures.accuracy < 0.55
        assert figures.balanced_accuracy < 0.45
    assert np.mean(gains) < 0.01


def test_a_market_with_a_rhythm_is_found_out() -> None:
    hours = np.arange(1_500)
    close = 100 * np.exp(0.03 * np.sin(2 * np.pi * hours / 40))
    opens = np.concatenate([[100.0], close[:-1]])
    bars = Bars.of(hours * HOUR, opens, np.maximum(opens, close), np.minimum(opens, close), close, np.ones(1_500))
    figures = train(bars, request_for("random_forest")).manifest.out_of_sample
    assert figures.accuracy > 0.8
    assert figures.log_loss < figures.prior_log_loss - 0.3


@pytest.mark.parametrize("model_type", ["random_forest", "gradient_boosting"])
def test_confidence_on_unseen_bars_is_the_base_rate_in_the_mean(model_type: str) -> None:
    bars = fair_bars(7_000, seed=4)
    model = train(bars.part(0, 3_500), request_for(model_type))
    told = np.nanmean(model.predict_many(compute_features(bars)[3_500:]), axis=0)
    assert told == pytest.approx(model.manifest.base_rates, abs=0.05)


def test_a_daily_month_is_refused_with_the_number_and_what_to_do() -> None:
    with pytest.raises(
        NotEnoughDataError, match=r"230 bars of DEMO-BTC 1d hold 1\.3 effective samples .* give about 800 bars"
    ):
        train(fair_bars(230), TrainingRequest("DEMO-BTC", Interval.DAY_1, "random_forest", 0.003, 7))


def test_no_bars_at_all_are_refused() -> None:
    with pytest.raises(NotEnoughDataError, match="0 bars"):
        train(Bars.empty(), request_for("random_forest"))


def test_a_market_that_stands_still_is_refused() -> None:
    with pytest.raises(NotEnoughDataError, match="bars without movement left out"):
        train(still_bars(2_000), request_for("random_forest"))


def test_a_market_that_only_rises_is_refused() -> None:
    bars = rising_bars(920, step=0.01)
    wobbling = Bars.of(
        bars.times, bars.open, bars.high * 1.001, bars.low * 0.999, bars.close, 10 + np.arange(920) % 7
    )  # fmt: skip
    with pytest.raises(NotEnoughDataError, match=r"All .* labels of DEMO-BTC 1h are BUY"):
        train(wobbling, request_for("random_forest"))


def test_an_unknown_model_type_is_refused() -> None:
    with pytest.raises(ValueRefusedError, match="use one of random_forest, gradient_boosting"):
        train(fair_bars(920), request_for("crystal_ball"))


def test_dearer_trading_widens_the_barriers_and_makes_holds_of_moves() -> None:
    cheap = train(fair_bars(920), dataclasses.replace(request_for("gradient_boosting"), round_trip_cost=0.0))
    dear = train(fair_bars(920), dataclasses.replace(request_for("gradient_boosting"), round_trip_cost=0.018))
    assert dear.manifest.base_rates[1] > cheap.manifest.base_rates[1]
    assert dear.manifest.data_hash == cheap.manifest.data_hash
