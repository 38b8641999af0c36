"""The program's own log: a few files of fixed size in the data folder, with nothing in them that is secret."""

import logging
import os
import sys
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

from photon_desktop.crash.redaction import redacted
from photon_desktop.errors import PhotonError

LOG_NAME = "photon.log"
LARGEST_BYTES, KEPT_FILES = 1_000_000, 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s"


class _Redacting(logging.Formatter):
    """Redacts the finished line, tracebacks and all; times are UTC."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


class _PrivateFile(RotatingFileHandler):
    """Readable by its owner only."""

    def _open(self) -> object:  # type: ignore[override]
        stream = super()._open()
        os.chmod(self.baseFilename, 0o600)  # noqa: PTH101 - RotatingFileHandler keeps a text
        return stream


class ProgramLog:
    """Takes what any module logs, warnings of libraries among it, from `begin` to `end`."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / LOG_NAME
        self._handlers: list[logging.Handler] = []

    def begin(self) -> None:
        """Write from now on. Raises PhotonError when the folder can't be written to."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = _PrivateFile(self.path, maxBytes=LARGEST_BYTES, backupCount=KEPT_FILES - 1, encoding="utf-8")
        except OSError as error:
            raise PhotonError(
                f"The log {self.path} can't be written ({error.strerror}); free it, or choose another folder with"
                " --data-dir."
            ) from error
        file.setLevel(logging.INFO)
        self._handlers = [file]
        if sys.stderr is not None:  # a program without a console has none
            console = logging.StreamHandler()
            console.setLevel(logging.WARNING)
            self._handlers.append(console)
        for handler in self._handlers:
            handler.setFormatter(_Redacting(_FORMAT))
            logging.getLogger().addHandler(handler)
        logging.getLogger("photon_desktop").setLevel(logging.INFO)

    def end(self) -> None:
        """Write no more."""
        for handler in self._handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()
        self._handlers = []
        logging.getLogger("photon_desktop").setLevel(logging.NOTSET)

    def last_lines(self, count: int) -> tuple[str, ...]:
        """The newest lines, the oldest of them first; none where there is no log."""
        try:
            text = self.path.read_text("utf-8", errors="replace")
        except OSError:
            return ()
        return tuple(text.splitlines()[-count:])
