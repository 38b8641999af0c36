"""A state is kept without the main thread waiting for the disk; price alerts are the one kept here."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from photon_desktop.desks.state_writer import StateWriter
from photon_desktop.errors import StoreFullError
from photon_desktop.store.store import Store
from photon_desktop.trading.alerts import PriceAlert
from tests.store.test_alerts import LEVEL


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "photon.sqlite3")
    yield opened
    opened.close()


def writer_of(store: Store, tell: Callable[[str], object]) -> StateWriter[tuple[PriceAlert, ...]]:
    def keep(alerts: tuple[PriceAlert, ...]) -> None:
        store.alerts.keep(alerts)  # looked up late: tests put another in its place

    return StateWriter("alerts", store, keep, tell)


def numbered(count: int) -> tuple[PriceAlert, ...]:
    return tuple(replace(LEVEL, id=str(number)) for number in range(count))


def test_of_many_states_the_newest_is_written_and_on_another_thread(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = store.alerts.keep
    begun, go_on = threading.Event(), threading.Event()
    written: list[tuple[int, threading.Thread]] = []

    def slowly(alerts: tuple[PriceAlert, ...]) -> None:
        begun.set()
        assert go_on.wait(10)
        written.append((len(alerts), threading.current_thread()))
        keep(alerts)

    monkeypatch.setattr(store.alerts, "keep", slowly)
    writer = writer_of(store, print)
    writer.write(numbered(1))
    assert begun.wait(10)
    for count in range(2, 7):
        writer.write(numbered(count))
    go_on.set()
    writer.finish()
    writer.finish()
    assert [count for count, _ in written] == [1, 6]
    assert all(thread is not threading.main_thread() for _, thread in written)
    assert len(store.alerts.read().alerts) == 6


def test_however_fast_they_come_the_newest_is_kept(store: Store) -> None:
    writer = writer_of(store, print)
    for number in range(300):
        writer.write((replace(LEVEL, id=str(number)),))
    writer.finish()
    assert [alert.id for alert in store.alerts.read().alerts] == ["299"]


def test_a_failure_is_told_and_made_up_for_at_the_end(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep = store.alerts.keep
    told = threading.Event()
    sentences: list[str] = []

    def refuse(_alerts: tuple[PriceAlert, ...]) -> None:
        raise StoreFullError("The disk is full; free some space.")

    def note(sentence: str) -> None:
        sentences.append(sentence)
        told.set()

    monkeypatch.setattr(store.alerts, "keep", refuse)
    writer = writer_of(store, note)
    writer.write((LEVEL,))
    assert told.wait(10)
    monkeypatch.setattr(store.alerts, "keep", keep)
    writer.finish()
    assert sentences == ["The disk is full; free some space."]
    assert store.alerts.read().alerts == (LEVEL,)
