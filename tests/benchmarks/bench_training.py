"""How long the first model takes, from asking for it to its file: the worker process's start and imports included.

python tests/benchmarks/bench_training.py

920 hourly bars are the least a first model is trained on (720 labelled ones and 200 of warm-up); a second model in the
same worker shows what of it was the start. The test for an edge is 21 such walk-forward validations, one at a time.
"""

import json
import tempfile
import time
from pathlib import Path

from photon_desktop.fit_pool import FitPool
from photon_desktop.learning.evidence import PERMUTATIONS
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.training import TrainingRequest
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.trading.interval import Interval

BARS, YEAR = 920, 8_760 + 200 + 24


def measure(model_type: ModelType, folder: Path) -> dict[str, float]:
    """Seconds."""
    bars = DemoSource(DemoWorld(), Checkpoint.opening()).history("DEMO-BTC", Interval.HOUR_1, YEAR)
    request = TrainingRequest("DEMO-BTC", Interval.HOUR_1, model_type.value, 0.003, created_at=1)
    pool, seconds = FitPool(), {}
    try:
        for name, count in ((f"first, {BARS} bars", BARS), (f"second, {BARS} bars", BARS), ("all bars", len(bars))):
            begun = time.perf_counter()
            pool.submit(bars.tail(count), request, folder).result()
            seconds[name] = round(time.perf_counter() - begun, 2)
        begun = time.perf_counter()
        for number in (None, *range(PERMUTATIONS)):
            pool.gain(bars.tail(BARS), request, number).result()
        seconds[f"test for an edge, {BARS} bars"] = round(time.perf_counter() - begun, 2)
    finally:
        pool.close()
    return {**seconds, "bars": len(bars)}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps({kind.value: measure(kind, Path(folder)) for kind in ModelType}, indent=1))


if __name__ == "__main__":
    main()
