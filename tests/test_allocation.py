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
