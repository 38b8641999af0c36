"""One running program a data folder."""

from pathlib import Path

from PySide6.QtCore import QLockFile

from photon_desktop.errors import PhotonError

_LOCK_NAME = "photon.lock"
_PATIENCE_MS = 100


class FolderInUseError(PhotonError):
    """Another program runs on the data folder."""


class DataFolderLock:
    """Held while agents run on a data folder, so that two programs never trade on one store.

    A lock left behind by a program that was killed is taken over.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = QLockFile(str(folder / _LOCK_NAME))
        self._lock.setStaleLockTime(0)

    def take(self) -> None:
        """Hold the folder. Raises FolderInUseError when another program does, PhotonError when it can't be written."""
        if self._lock.tryLock(_PATIENCE_MS):
            return
        if self._lock.error() == QLockFile.LockError.LockFailedError:
            raise FolderInUseError(
                f"Another Photon Desktop is using the data folder {self._folder}; close it, or choose another folder"
                " with --data-dir."
            )
        raise PhotonError(f"The data folder {self._folder} can't be written to; choose another with --data-dir.")

    def release(self) -> None:
        """Let the folder go."""
        self._lock.unlock()
