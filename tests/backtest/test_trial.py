"""What a backtest is asked for, as it is kept and read again."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from photon_desktop.backtest.rules import Finalize, Rules, StopBasis
from photon_desktop.backtest.sizes import SizeKind, Sizing
from photon_desktop.backtest.trial import Knobs, Trial, trial_json, trial_of_json
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.costs import CostModel, SlippageModel
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso

COSTS = CostModel(
    Decimal("0.002"), Decimal("0.0001"), Decimal("0.5"), Decimal(2), SlippageModel.SPREAD_VOLATILITY, Decimal("0.3")
)
RULES = Rules(
    5_000.0,
    COSTS,
    Sizing(SizeKind.VOLATILITY, 0.02, 1, 0.4),
    0.03,
    0.07,
    StopBasis.SIGNAL,
    True,
    Finalize.LAST_CLOSE,
    assumed_instrument("BTCUSDT"),
)
TRIAL = Trial(
    "BTCUSDT", Interval.MINUTE_15, "rsi", RULES, from_iso("2024-01-01T00:00:00Z"), from_iso("2024-03-01T00:00:00Z"),
    0.55, 3, Knobs(period=9, oversold=25, overbought=75),
)  # fmt: skip


def test_a_trial_is_the_same_after_it_was_kept_and_read() -> None:
    assert trial_of_json(trial_json(TRIAL)) == TRIAL
    plain = Trial("DEMO-BTC", Interval.HOUR_1, "random_forest")
    assert trial_of_json(trial_json(plain)) == plain


def test_a_run_of_the_command_line_is_read_with_its_last_day_included() -> None:
    options = {
        "symbol": "DEMO-BTC", "interval": "1h", "strategy": "sma_cross", "start": "2024-01-01", "end": "2024-01-31",
        "stop_loss": 2.5, "size": "share:0.5", "commission": 0.002, "csv": None, "engine": "vectorised",
    }  # fmt: skip
    trial = trial_of_json(options)
    assert (trial.start_ns, trial.end_ns) == (from_iso("2024-01-01T00:00:00Z"), from_iso("2024-02-01T00:00:00Z"))
    assert (trial.rules.stop_loss, trial.rules.sizing.text) == (0.025, "share:0.5")
    assert trial.rules.costs.commission_rate == Decimal("0.002")


def test_a_run_that_can_not_be_read_says_so() -> None:
    with pytest.raises(ValueRefusedError, match="can't be read any more"):
        trial_of_json({"strategy": "sma_cross"})


@pytest.mark.parametrize(
    ("make", "bound"),
    [
        (lambda: Knobs(fast=20, slow=20), "the fast one lies between 1 and 10,000 and is shorter"),
        (lambda: Knobs(period=1), "lies between 2 and 10,000"),
        (lambda: Knobs(oversold=70, overbought=30), "both lie between 0 and 100"),
        (lambda: Knobs(chance=0.6), "lies above 0 and up to 0.5"),
        (lambda: Trial("X", Interval.HOUR_1, "magic"), "'magic' is not known: use one of random_forest"),
    ],
)
def test_what_lies_beyond_its_bounds_is_refused_with_the_bound(make: Callable[[], object], bound: str) -> None:
    with pytest.raises(ValueRefusedError, match=bound):
        make()


def test_a_size_by_odds_and_a_missing_rule_are_refused_before_any_bar_is_read(tmp_path: Path) -> None:
    kelly = Rules(sizing=Sizing(SizeKind.KELLY, 0.25))
    with pytest.raises(ValueRefusedError, match="goes by a model's odds"):
        Trial("DEMO-BTC", Interval.HOUR_1, "sma_cross", kelly).check()
    with pytest.raises(ValueRefusedError, match="There is no rule in"):
        Trial("DEMO-BTC", Interval.HOUR_1, str(tmp_path / "gone.py")).check()
