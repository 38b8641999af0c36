"""What the model desk is shown of the store."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from photon_desktop.agents.model_news import ModelNews
from photon_desktop.desks.model_desk_keeper import read_models
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.learning.model_type import ModelType
from photon_desktop.store.model_steps import ModelStep, StepKind
from photon_desktop.store.model_versions import CHAMPION, ModelRecord
from photon_desktop.store.store import Store
from photon_desktop.trading.interval import Interval
from tests.ui.panels.test_model_desk import manifest

H1 = Interval.HOUR_1
CHALLENGER = replace(manifest("rf-new"), trials=2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "photon.sqlite3")
    yield opened
    opened.close()


def keep(store: Store, made: ModelManifest, status: str = CHAMPION) -> None:
    record = ModelRecord(
        made.version, "random_forest", made.symbol, H1, 1, f"{made.version}.npz", made.to_json(), status
    )
    store.models.add(record)


def step(store: Store, kind: StepKind, **figures: object) -> None:
    store.model_steps.add(ModelStep(1, "DEMO-BTC", H1, kind, "rf-old", "rf-new", "Words.", figures))


def test_a_challenger_turned_down_is_shown_with_its_figures_after_the_versions(store: Store, tmp_path: Path) -> None:
    keep(store, manifest("rf-old"))
    (tmp_path / "rf-old.npz").touch()
    step(store, StepKind.REJECTED, challenger=CHALLENGER.to_json())
    view = read_models(store, tmp_path, ModelNews("DEMO-BTC", H1, manifest("rf-old"), "."))
    shown = [(each.manifest, each.status, each.is_there) for each in view.versions]
    assert shown == [(manifest("rf-old"), "champion", True), (CHALLENGER, "rejected", False)]


def test_a_challenger_that_came_back_and_was_kept_is_shown_once(store: Store, tmp_path: Path) -> None:
    keep(store, CHALLENGER, "retired")
    step(store, StepKind.REJECTED, challenger=CHALLENGER.to_json())
    step(store, StepKind.REJECTED, challenger={"trees": "of another program"})
    view = read_models(store, tmp_path, ModelNews("DEMO-BTC", H1, None, "."))
    assert [(each.manifest.version, each.status) for each in view.versions] == [("rf-new", "retired")]


def test_the_newest_look_at_drift_is_shown(store: Store, tmp_path: Path) -> None:
    step(store, StepKind.SKIPPED, psi={"close": 0.1})
    step(store, StepKind.PROPOSED, psi={"close": 0.4})
    step(store, StepKind.REJECTED, challenger=None)
    view = read_models(store, tmp_path, ModelNews("DEMO-BTC", H1, None, "."))
    assert view.psi == {"close": 0.4}


@pytest.mark.parametrize("pending", [False, True])
def test_the_champion_of_a_kind_that_is_not_set_to_decide_is_not_shown_as_deciding(
    store: Store, tmp_path: Path, pending: bool
) -> None:
    boosting = replace(manifest("gb-1"), model_type=ModelType.GRADIENT_BOOSTING)
    keep(store, manifest("rf-old"))
    store.models.add(
        ModelRecord("gb-1", "gradient_boosting", "DEMO-BTC", H1, 2, "gb-1.npz", boosting.to_json(), CHAMPION)
    )
    decides = None if pending else boosting
    view = read_models(store, tmp_path, ModelNews("DEMO-BTC", H1, decides, ".", pending, "gradient_boosting"))
    assert {each.manifest.version: each.status for each in view.versions} == {
        "gb-1": "champion",
        "rf-old": "other kind",
    }
