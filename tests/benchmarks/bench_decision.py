"""How long one decision takes with a forest of 300 trees, and the first model of a stranger's month of hours.

python -m tests.benchmarks.bench_decision [DECISIONS]

Prints one JSON object, milliseconds: `decide` is a decision with contributions and drift, after its features;
`explain` adds the nearest past cases and the smallest flip; `whole` is both, as a live decision takes; `features` are
those of one new bar. `first_model_s` is the fit of a model on 920 bars in a fresh process, its imports included.
"""

import json
import subprocess
import sys
import time
from decimal import Decimal

import numpy as np

from photon_desktop.learning.decision import DecisionContext, decide
from photon_desktop.learning.further import explained
from photon_desktop.learning.model import Model
from photon_desktop.learning.training import TrainingRequest, train
from photon_desktop.trading.account import Account
from photon_desktop.trading.analysis import MarketAnalysis, analyse
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.features import compute_features
from photon_desktop.trading.indicators import compute_indicators
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.risk import RiskLimits
from photon_desktop.trading.sizing import SizingRules
from tests.learning.markets import fair_bars

SYMBOL = "DEMO-BTC"
TRAINED = 8_984
TAIL = 400
FIRST_MODEL = (
    "import time; begun = time.perf_counter()\n"
    "from tests.learning.markets import fair_bars\n"
    "from photon_desktop.learning.training import TrainingRequest, train\n"
    "from photon_desktop.trading.interval import Interval\n"
    "train(fair_bars(920), TrainingRequest('DEMO-BTC', Interval.HOUR_1, 'random_forest', 0.003, 0))\n"
    "print(time.perf_counter() - begun)"
)


def main(count: int) -> None:
    bars = fair_bars(TRAINED + count)
    request = TrainingRequest(SYMBOL, Interval.HOUR_1, "random_forest", 0.003, 0)
    model = train(bars.part(0, TRAINED), request)
    spent: dict[str, list[float]] = {"features": [], "decide": [], "explain": [], "whole": []}
    for end in range(TRAINED + 1, TRAINED + count + 1):
        _decide(model, bars.part(end - TAIL, end), spent)
    figures: dict[str, float] = {"decisions": count, "trees": len(model.ensemble.trees)}  # type: ignore[attr-defined]
    for name, seconds in spent.items():
        for share in (0.5, 0.99):
            figures[f"{name}_p{share * 100:.0f}_ms"] = round(float(np.quantile(seconds, share)) * 1_000, 2)
    first = subprocess.run([sys.executable, "-c", FIRST_MODEL], check=True, capture_output=True, text=True)
    print(json.dumps({**figures, "first_model_s": round(float(first.stdout), 2)}))


def _decide(model: Model, tail: Bars, spent: dict[str, list[float]]) -> None:
    begun = time.perf_counter()
    row = compute_features(tail)[-1]
    spent["features"].append(time.perf_counter() - begun)
    indicators = compute_indicators(tail)
    analysis = analyse(tail, indicators)
    begun = time.perf_counter()
    context = _context(model, tail, row, indicators.at(-1), analysis)
    decision = decide(context)
    spent["decide"].append(time.perf_counter() - begun)
    begun = time.perf_counter()
    explained(decision, context, model, row)
    spent["explain"].append(time.perf_counter() - begun)
    spent["whole"].append(spent["decide"][-1] + spent["explain"][-1])


def _context(
    model: Model, tail: Bars, row: FloatArray, indicators: dict[str, float], analysis: MarketAnalysis
) -> DecisionContext:
    reading = model.drift(row)
    return DecisionContext(
        symbol=SYMBOL,
        interval=Interval.HOUR_1,
        bars=tail,
        analysis=analysis,
        indicators=indicators,
        prediction=model.predict(row),
        manifest=model.manifest,
        fallback_reason="",
        account=Account(Decimal(10_000)),
        prices={},
        instrument=assumed_instrument(SYMBOL),
        costs=CostModel(),
        limits=RiskLimits(),
        sizing=SizingRules(),
        drift=None if reading is None else reading.share,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
