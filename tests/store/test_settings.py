import pytest

from photon_desktop.store import Store


@pytest.mark.parametrize("value", [None, True, 0.1 + 0.2, "σ", [1, {"a": None}], {"nested": {"b": [1.5]}}])
def test_any_json_value_comes_back(store: Store, value: object) -> None:
    store.settings.put("key", value)
    assert store.settings.get("key", "default") == value


def test_a_setting_that_was_never_made_is_the_default(store: Store) -> None:
    assert store.settings.get("key", "default") == "default"
    assert store.settings.get("key") is None


def test_the_last_value_counts(store: Store) -> None:
    store.settings.put("key", 1)
    store.settings.put("key", 2)
    assert store.settings.get("key") == 2
