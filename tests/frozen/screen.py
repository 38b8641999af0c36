"""A virtual screen whose picture can be read: Xvfb keeps it in a file in the format of xwd."""

import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

SIZE = (1600, 1000)


@dataclass(frozen=True, slots=True)
class Screen:
    """Its name for DISPLAY, and the file with its picture."""

    name: str
    file: Path

    def colours(self) -> int:
        """How many different colours are on it now."""
        data = self.file.read_bytes()
        header = struct.unpack(">25I", data[:100])
        start, width, height, line = header[0] + header[19] * 12, header[4], header[5], header[12]
        pixels = np.frombuffer(data, dtype="<u4", count=line // 4 * height, offset=start).reshape(height, line // 4)
        return len(np.unique(pixels[:, :width] & 0xFFFFFF))


@contextmanager
def virtual_screen(folder: Path) -> Iterator[Screen]:
    """A screen of its own number, until the block is left."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not here")
    screen = ["-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-fbdir", str(folder)]
    # without -noreset it starts over when its last client goes, and refuses the next one meanwhile: the program looks
    # whether there is a display before Qt does
    words = ["Xvfb", "-displayfd", "1", "-noreset", *screen]
    server = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert server.stdout is not None
        yield Screen(f":{server.stdout.readline().strip()}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()
