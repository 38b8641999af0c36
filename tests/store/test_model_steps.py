from dataclasses import replace
from pathlib import Path

from photon_desktop.store import Store
from photon_desktop.store.migrations import DEFAULT
from photon_desktop.store.model_steps import ModelStep, StepKind
from photon_desktop.trading.interval import Interval
from tests.store.samples import START

STEP = ModelStep(
    time=START,
    symbol="BTCUSDT",
    interval=Interval.HOUR_1,
    kind=StepKind.REJECTED,
    champion="rf-1",
    challenger="rf-2",
    words="rf-2 was turned down: it gained -0.1.",
    figures={"compared": 40, "gained": {"value": 0.1 + 0.2}},
)


def test_steps_come_back_exactly_and_the_newest_first(store: Store) -> None:
    later = replace(STEP, kind=StepKind.PROMOTED, time=START - 1)
    for step in (STEP, later, replace(STEP, symbol="ETHUSDT"), replace(STEP, interval=Interval.DAY_1)):
        store.model_steps.add(step)
    assert store.model_steps.recent("BTCUSDT", Interval.HOUR_1) == [later, STEP]
    assert store.model_steps.recent("BTCUSDT", Interval.HOUR_1, 1) == [later]


def test_a_store_of_the_second_schema_gets_the_table_and_keeps_its_rest(store_path: Path) -> None:
    old = Store.open(store_path, migrations=DEFAULT[:2])
    old.settings.put("theme", "dark")
    old.close()
    store = Store.open(store_path)
    store.model_steps.add(STEP)
    assert store.model_steps.recent("BTCUSDT", Interval.HOUR_1) == [STEP]
    assert store.settings.get("theme") == "dark"
    store.close()
    assert store_path.with_name(f"{store_path.name}.v2.bak").exists()
