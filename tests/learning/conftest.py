"""One small model of each kind, trained once."""

import pytest

from photon_desktop.learning.model import Model
from photon_desktop.learning.training import TrainingRequest, train
from photon_desktop.trading.interval import Interval
from tests.learning.markets import fair_bars

TREES = 12


def request_for(model_type: str, symbol: str = "DEMO-BTC", created_at: int = 7) -> TrainingRequest:
    return TrainingRequest(symbol, Interval.HOUR_1, model_type, 0.003, created_at, trees=TREES)


@pytest.fixture(scope="session")
def forest_model() -> Model:
    return train(fair_bars(920), request_for("random_forest"))


@pytest.fixture(scope="session")
def boosting_model() -> Model:
    return train(fair_bars(920), request_for("gradient_boosting"))
