import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.errors import ModelError
from photon_desktop.learning.manifest import ModelManifest, safe_name, version_of
from photon_desktop.learning.model import Model
from photon_desktop.learning.model_type import ModelType
from photon_desktop.trading.interval import Interval

NAMES = st.text(min_size=1, max_size=80)


def test_a_manifest_comes_back_from_json_as_it_was(forest_model: Model) -> None:
    manifest = forest_model.manifest
    assert ModelManifest.from_json(json.loads(json.dumps(manifest.to_json()))) == manifest


def test_a_model_made_before_importance_was_kept_is_still_read(forest_model: Model) -> None:
    content = forest_model.manifest.to_json()
    del content["importance"]
    assert ModelManifest.from_json(content) == dataclasses.replace(forest_model.manifest, importance=())


NEEDED = [entry.name for entry in dataclasses.fields(ModelManifest) if entry.name != "importance"]


@pytest.mark.parametrize("name", NEEDED)
def test_a_manifest_without_one_of_its_fields_is_refused(name: str, forest_model: Model) -> None:
    content = forest_model.manifest.to_json()
    del content[name]
    with pytest.raises(ModelError, match="train the model again"):
        ModelManifest.from_json(content)


def test_a_version_names_what_it_was_trained_on() -> None:
    version = version_of(
        ModelType.RANDOM_FOREST, "DEMO-BTC", Interval.HOUR_1, 1_735_689_600 * 10**9, "0123456789abcdef"
    )
    assert version == "rf-DEMO-BTC-1h-20250101T0000-01234567"


@given(NAMES)
def test_any_symbol_becomes_part_of_a_files_name(symbol: str) -> None:
    name = safe_name(symbol)
    assert 0 < len(name) <= 40
    assert all(letter.isascii() and (letter.isalnum() or letter in "._-") for letter in name)


@given(NAMES, NAMES)
def test_two_symbols_do_not_share_a_name(one: str, other: str) -> None:
    assert one == other or safe_name(one) != safe_name(other)
