import sys
import threading

import pytest

from photon_desktop.process_size import resident_mb, thread_count


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS tells the most that was ever held")
def test_memory_that_is_taken_is_seen() -> None:
    before = resident_mb()
    taken = bytearray(b"\1") * (64 * 2**20)
    assert 50 < resident_mb() - before < 80
    assert len(taken) == 64 * 2**20


def test_a_thread_that_runs_is_counted() -> None:
    before, enough = thread_count(), threading.Event()
    thread = threading.Thread(target=enough.wait)
    thread.start()
    try:
        assert thread_count() == before + 1
    finally:
        enough.set()
        thread.join()
