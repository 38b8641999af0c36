import dataclasses
import io
import json
import pickle
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photon_desktop.errors import ModelError
from photon_desktop.learning.files import (
    KEPT,
    drop_oldest,
    load_model,
    newest_model,
    rewrite_manifest,
    save_model,
    write_model,
)
from photon_desktop.learning.model import Model
from photon_desktop.trading.features import compute_features
from photon_desktop.trading.interval import Interval
from tests.learning.markets import fair_bars

HOUR = Interval.HOUR_1


def renamed(model: Model, **changes: Any) -> Model:
    return dataclasses.replace(model, manifest=dataclasses.replace(model.manifest, **changes))


def describe(path: Path, **changes: Any) -> None:
    """Rewrite the description beside `path`, its hash fitting the file again."""
    import hashlib

    described = json.loads(path.with_suffix(".json").read_text())
    described["file_sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    described |= changes
    described.pop("description_sha256")
    described["description_sha256"] = hashlib.sha256(json.dumps(described, sort_keys=True).encode()).hexdigest()
    path.with_suffix(".json").write_text(json.dumps(described))


@pytest.mark.parametrize("name", ["forest_model", "boosting_model"])
def test_a_model_comes_back_from_its_files_as_it_was(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    model: Model = request.getfixturevalue(name)
    path = save_model(model, tmp_path / "models")
    again = load_model(path)
    assert path.name == f"{model.manifest.version}.npz"
    assert again.manifest == model.manifest
    features = compute_features(fair_bars(300, seed=8))[200:]
    assert np.array_equal(again.predict_many(features), model.predict_many(features))
    assert sorted(file.name for file in path.parent.iterdir()) == [path.with_suffix(".json").name, path.name]


def test_the_same_model_has_the_same_bytes(forest_model: Model, tmp_path: Path) -> None:
    one, other = save_model(forest_model, tmp_path / "a"), save_model(forest_model, tmp_path / "b")
    assert one.read_bytes() == other.read_bytes()


def test_what_is_known_of_a_model_changes_and_its_trees_do_not(forest_model: Model, tmp_path: Path) -> None:
    path = write_model(forest_model, tmp_path)
    before = path.read_bytes()
    tested = dataclasses.replace(forest_model.manifest, evidence="no evidence")
    rewrite_manifest(tested, tmp_path)
    assert load_model(path).manifest == tested
    assert path.read_bytes() == before


def test_what_is_known_of_one_model_is_not_written_over_another(forest_model: Model, tmp_path: Path) -> None:
    path = write_model(forest_model, tmp_path)
    with pytest.raises(ModelError, match="another model"):
        rewrite_manifest(dataclasses.replace(forest_model.manifest, model_hash="0" * 64), tmp_path)
    assert load_model(path).manifest == forest_model.manifest
    with pytest.raises(ModelError, match="can't be read"):
        rewrite_manifest(forest_model.manifest, tmp_path / "empty")


def test_a_changed_byte_is_found(forest_model: Model, tmp_path: Path) -> None:
    path = save_model(forest_model, tmp_path)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    with pytest.raises(ModelError, match="damaged: its hash"):
        load_model(path)


def test_a_changed_figure_in_the_description_is_found(forest_model: Model, tmp_path: Path) -> None:
    description = save_model(forest_model, tmp_path).with_suffix(".json")
    described = json.loads(description.read_text())
    described["evidence"] = "edge"
    description.write_text(json.dumps(described))
    with pytest.raises(ModelError, match="was changed after it was written"):
        load_model(description.with_suffix(".npz"))


def test_what_a_model_remembers_of_its_rows_comes_back(forest_model: Model, tmp_path: Path) -> None:
    again = load_model(save_model(forest_model, tmp_path))
    row = compute_features(fair_bars(300, seed=8))[-1]
    assert again.drift(row) == forest_model.drift(row)
    assert again.nearest_cases(row) == forest_model.nearest_cases(row)
    forgetful = load_model(save_model(Model(forest_model.manifest, forest_model.ensemble), tmp_path / "other"))
    assert (forgetful.guard, forgetful.cases) == (None, None)


@pytest.mark.parametrize("name", ["guard_rows", "guard_more", "cases_returns", "guard_scale"])
def test_a_memory_that_is_none_is_refused(name: str, forest_model: Model, tmp_path: Path) -> None:
    path = save_model(forest_model, tmp_path)
    with np.load(path) as content:
        arrays = dict(content)
    arrays[name] = np.zeros(3)
    np.savez(path, **arrays)  # type: ignore[arg-type]
    describe(path)
    with pytest.raises(ModelError, match="holds no model"):
        load_model(path)


def test_a_truncated_file_is_refused_even_with_a_fitting_hash(forest_model: Model, tmp_path: Path) -> None:
    path = save_model(forest_model, tmp_path)
    path.write_bytes(path.read_bytes()[:500])
    describe(path)
    with pytest.raises(ModelError, match="holds no model"):
        load_model(path)


class Trap:
    """Leaves a file behind when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return (Path.touch, (self.path,))


def test_a_foreign_type_in_a_file_is_refused_and_not_run(forest_model: Model, tmp_path: Path) -> None:
    path = save_model(forest_model, tmp_path)
    sprung = tmp_path / "sprung"
    arrays = {name: np.asarray(column) for name, column in forest_model.ensemble.arrays().items()}
    np.savez(path, **{**arrays, "feature": np.array([Trap(sprung)], dtype=object)})  # type: ignore[arg-type]
    describe(path)
    with pytest.raises(ModelError, match="holds no model"):
        load_model(path)
    path.write_bytes(pickle.dumps(Trap(sprung)))
    describe(path)
    with pytest.raises(ModelError, match="holds no model"):
        load_model(path)
    assert not sprung.exists()


@pytest.mark.slow
def test_a_bomb_is_refused_before_it_unpacks(forest_model: Model, tmp_path: Path) -> None:
    path = save_model(forest_model, tmp_path)
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "<f8", "fortran_order": False, "shape": (2**26,)})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("values.npy", "w") as member:
        member.write(header.getvalue())
        for _ in range(2**29 // 2**20):
            member.write(bytes(2**20))
    describe(path)
    with pytest.raises(ModelError, match="larger than any model"):
        load_model(path)


def test_another_feature_version_is_refused(forest_model: Model, tmp_path: Path) -> None:
    path = save_model(forest_model, tmp_path)
    describe(path, feature_version=999)
    with pytest.raises(ModelError, match="version 999 of the features"):
        load_model(path)


def test_a_description_of_another_model_is_refused(forest_model: Model, boosting_model: Model, tmp_path: Path) -> None:
    path = save_model(forest_model, tmp_path)
    path.write_bytes(save_model(boosting_model, tmp_path).read_bytes())
    describe(path)
    with pytest.raises(ModelError, match="do not belong together"):
        load_model(path)


@pytest.mark.parametrize("text", ["", "[]", "{}", "[" * 100_000, "\x00", '{"version": 1}'])
def test_a_description_that_is_none_is_refused(text: str, forest_model: Model, tmp_path: Path) -> None:
    path = save_model(forest_model, tmp_path)
    path.with_suffix(".json").write_text(text)
    with pytest.raises(ModelError, match="again"):
        load_model(path)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="can't be read"):
        load_model(tmp_path / "rf-X-1h-20250101T0000-00000000.npz")


def test_the_newest_fitting_model_is_found(forest_model: Model, boosting_model: Model, tmp_path: Path) -> None:
    older = renamed(forest_model, created_at=5, version=f"{forest_model.manifest.version[:-1]}x", trained_to=10)
    for model in (forest_model, older, boosting_model):
        save_model(model, tmp_path)
    save_model(renamed(forest_model, symbol="OTHER", version="rf-OTHER-1h-20250101T0000-0"), tmp_path)
    found = newest_model(tmp_path, "DEMO-BTC", HOUR, "random_forest")
    assert found is not None and found.manifest == forest_model.manifest
    until = newest_model(tmp_path, "DEMO-BTC", HOUR, "random_forest", trained_until=10)
    assert until is not None and until.manifest == older.manifest
    boosting = newest_model(tmp_path, "DEMO-BTC", HOUR, "gradient_boosting")
    assert boosting is not None and boosting.manifest == boosting_model.manifest


def test_no_model_is_none_and_no_error(forest_model: Model, tmp_path: Path) -> None:
    assert newest_model(tmp_path / "nowhere", "DEMO-BTC", HOUR, "random_forest") is None
    save_model(forest_model, tmp_path)
    assert newest_model(tmp_path, "DEMO-BTC", Interval.DAY_1, "random_forest") is None
    assert newest_model(tmp_path, "DEMO", HOUR, "random_forest") is None
    assert newest_model(tmp_path, "DEMO-BTC", HOUR, "random_forest", trained_until=0) is None


def test_an_older_model_stands_in_for_a_damaged_one_and_a_lone_damaged_one_is_told(
    forest_model: Model, tmp_path: Path
) -> None:
    damaged = save_model(forest_model, tmp_path)
    damaged.write_bytes(b"PK nonsense")
    with pytest.raises(ModelError, match="damaged"):
        newest_model(tmp_path, "DEMO-BTC", HOUR, "random_forest")
    older = renamed(forest_model, created_at=5, version=f"{forest_model.manifest.version[:-1]}x")
    save_model(older, tmp_path)
    found = newest_model(tmp_path, "DEMO-BTC", HOUR, "random_forest")
    assert found is not None and found.manifest == older.manifest


def test_only_the_newest_stay_and_other_series_are_left_alone(forest_model: Model, tmp_path: Path) -> None:
    version = forest_model.manifest.version
    save_model(
        renamed(forest_model, symbol="DEMO-BTC-1h-X", version=version.replace("BTC-1h", "BTC-1h-X-1h")), tmp_path
    )
    for made in range(KEPT + 3):
        save_model(renamed(forest_model, created_at=100 + made, version=f"{version[:-1]}{made}"), tmp_path)
    kept = sorted(path.stem[-1] for path in tmp_path.glob("*.npz") if "-X-" not in path.name)
    assert kept == [str(made) for made in range(3, KEPT + 3)]
    assert len(list(tmp_path.glob("*-X-*"))) == 2
    assert len(list(tmp_path.iterdir())) == 2 * KEPT + 2


def test_a_model_just_saved_stays_even_when_the_clock_went_back(forest_model: Model, tmp_path: Path) -> None:
    version = forest_model.manifest.version
    for made in range(KEPT):
        save_model(renamed(forest_model, created_at=100 + made, version=f"{version[:-1]}{made}"), tmp_path)
    path = save_model(renamed(forest_model, created_at=1), tmp_path)
    assert path.exists()


def test_an_old_champion_stays_and_the_oldest_of_the_others_go(forest_model: Model, tmp_path: Path) -> None:
    version = forest_model.manifest.version[:-1]
    models = [renamed(forest_model, created_at=made, version=f"{version}{made}") for made in range(KEPT + 2)]
    for model in models:
        write_model(model, tmp_path)
    gone = drop_oldest(tmp_path, models[0].manifest, models[0].manifest.version)
    assert sorted(gone) == [f"{version}1", f"{version}2"]
    assert sorted(path.stem[-1] for path in tmp_path.glob("*.npz")) == ["0", "3", "4", "5", "6"]


def test_what_an_interrupted_write_left_is_swept_away(forest_model: Model, tmp_path: Path) -> None:
    left = tmp_path / f".{forest_model.manifest.version}-abc.part"
    left.write_bytes(b"half")
    save_model(forest_model, tmp_path)
    assert not left.exists()


def test_a_write_that_fails_leaves_the_old_model(
    forest_model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_model(forest_model, tmp_path)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save_model(renamed(forest_model, created_at=99), tmp_path)
    assert load_model(path).manifest == forest_model.manifest
    assert len(list(tmp_path.iterdir())) == 2
