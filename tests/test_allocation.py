"""Memory that is freed goes back to the system."""

import ctypes
import subprocess
import sys

import pytest

PROGRAM = """
import threading
from photon_desktop.allocation import give_memory_back
from photon_desktop.process_size import resident_mb
import numpy as np
assert give_memory_back()
before = resident_mb()
blocks = [np.ones(40_000) for _ in range(300)]
grown = resident_mb()
last = np.ones(40_000)
del blocks
print(grown - before, resident_mb() - before)
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallopt"), reason="another C library than glibc")
def test_large_blocks_are_given_back_though_a_later_one_is_still_there() -> None:
    told = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True).stdout.split()
    grown, left = map(float, told)
    assert grown > 80
    assert left < 8


# All blocks but the last are freed, and that one alone keeps the heap as large as it was.
SMALL = """
import ctypes
from photon_desktop.allocation import give_free_pages_back
from photon_desktop.process_size import resident_mb
blocks = [ctypes.create_string_buffer(60_000) for _ in range(1_000)]
for block in blocks:
    block.raw = b"1" * 60_000
grown = resident_mb()
last = blocks[-1]
del blocks, block
before = resident_mb()
give_free_pages_back()
print(grown - resident_mb(), before - resident_mb())
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="another C library than glibc")
def test_free_pages_under_a_block_that_stays_are_given_back() -> None:
    told = subprocess.run([sys.executable, "-c", SMALL], capture_output=True, text=True, check=True).stdout.split()
    assert float(told[0]) > 40
    assert float(told[1]) > 40
