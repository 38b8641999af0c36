import gc
import time
import weakref

import pytest
from PySide6.QtCore import QCoreApplication

from photon_desktop import garbage
from photon_desktop.garbage import MainThreadCollection, leave_alone_what_is_there


class Knot:
    """Refers to itself, so only the collector can free it."""

    def __init__(self) -> None:
        self.me = self


def test_nothing_is_collected_but_on_the_timer(qapp: QCoreApplication) -> None:
    collection = MainThreadCollection()
    try:
        knot = weakref.ref(Knot())
        kept = [Knot() for _ in range(20_000)]  # enough allocations to set an enabled collector off
        assert not gc.isenabled()
        assert knot() is not None
        collection.collect_if_due()
        assert knot() is None
        assert len(kept) == 20_000
    finally:
        collection.end()


def test_what_the_first_full_collection_leaves_is_not_gone_through_again(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = MainThreadCollection()
    try:
        monkeypatch.setattr(gc, "get_count", lambda: (10_000, 10_000, 10_000))
        kept = [Knot() for _ in range(5_000)]
        at_start = gc.get_freeze_count()
        collection.collect_if_due()
        settled = gc.get_freeze_count()
        assert settled >= at_start + len(kept)
        later = weakref.ref(Knot())
        collection.collect_if_due()
        assert later() is None and gc.get_freeze_count() <= settled
    finally:
        collection.end()


@pytest.mark.parametrize(("quick_s", "generations"), [(60.0, [2, 2, 2]), (0.0, [2, 2, 1])])
def test_all_generations_are_collected_often_only_while_that_is_quick(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch, quick_s: float, generations: list[int]
) -> None:
    collected: list[int] = []
    monkeypatch.setattr(garbage, "_QUICK_S", quick_s)
    collection = MainThreadCollection()
    try:
        monkeypatch.setattr(gc, "collect", lambda generation=2: collected.append(generation))
        for counts in ((10_000, 100, 100), (10_000, 100, 100), (10_000, 100, 0)):
            monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
            collection.collect_if_due()
        assert collected == generations
    finally:
        monkeypatch.undo()
        collection.end()


def test_free_pages_are_given_back_by_the_clock_whether_anything_is_due_or_not(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[bool] = []
    monkeypatch.setattr(garbage, "give_free_pages_back", lambda: given.append(True))
    monkeypatch.setattr(garbage, "_CHECK_MS", 1)
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 0))
    collection = MainThreadCollection()
    try:
        give_up_at = time.monotonic() + 20
        while not given and time.monotonic() < give_up_at:
            QCoreApplication.processEvents()
        assert given == [True]
    finally:
        monkeypatch.undo()
        collection.end()


def test_python_collects_by_itself_again_afterwards(qapp: QCoreApplication) -> None:
    gc.enable()
    try:
        collection = MainThreadCollection()
        knot = weakref.ref(Knot())
        collection.end()
        assert gc.isenabled()
        assert knot() is None
    finally:
        gc.disable()  # as tests/conftest.py has it


def test_a_collector_that_was_off_stays_off(qapp: QCoreApplication) -> None:
    assert not gc.isenabled()
    MainThreadCollection().end()
    assert not gc.isenabled()


def test_what_is_left_alone_is_looked_through_at_the_end_again(qapp: QCoreApplication) -> None:
    collection = MainThreadCollection()
    knot = weakref.ref(Knot())
    leave_alone_what_is_there()
    gc.collect()
    assert knot() is not None
    collection.end()
    assert knot() is None
