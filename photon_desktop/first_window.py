"""One window a data folder: a second start brings the first one's window to the front."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 500
_ASK = b"show\n"


class FirstWindow(QObject):
    """Listens for later starts on the same data folder, for this user only. `asked` comes with each.

    Whoever holds the data folder's lock listens; the lock, not this, keeps two programs apart.
    """

    asked = Signal()

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name_of(data_folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def show_running(self) -> bool:
        """Ask the window that is open on this folder to come to the front; False when there is none."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(_ASK)
        is_told = socket.waitForBytesWritten(_PATIENCE_MS)
        socket.disconnectFromServer()
        return is_told

    def listen(self) -> bool:
        """Hear later starts from now on; False where the system does not let us."""
        QLocalServer.removeServer(self._name)  # one that a killed program left behind
        return self._server.listen(self._name)

    def end(self) -> None:
        """Listen no more."""
        self._server.close()

    @Slot()
    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.asked.emit()


def _name_of(data_folder: Path) -> str:
    digest = hashlib.sha256(str(data_folder.resolve()).encode()).hexdigest()
    return f"photon-desktop-{digest[:16]}"
