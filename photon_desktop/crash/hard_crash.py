"""Leaves the stacks of all threads behind when the process dies at once, for the next start to find."""

import faulthandler
import os
from pathlib import Path
from typing import IO

TRACE_NAME = "hard-crash.txt"


class HardCrashTrace:
    """A file that is empty while the program runs, gone after it ended as it should, and tells of a crash else."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / TRACE_NAME
        self._file: IO[str] | None = None

    def begin(self) -> str:
        """Have crashes written from now on; what the run before left behind is returned, "" where it left nothing.

        Where the file can't be written, nothing will be left behind.
        """
        earlier = self._earlier()
        try:
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        except OSError:
            return earlier
        self._file = os.fdopen(descriptor, "w")
        faulthandler.enable(self._file, all_threads=True)
        return earlier

    def end(self) -> None:
        """The program ends as it should: leave nothing behind."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        self._path.unlink(missing_ok=True)

    def _earlier(self) -> str:
        try:
            return self._path.read_text("utf-8", errors="replace").strip()
        except OSError:
            return ""
