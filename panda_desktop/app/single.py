"""One program a data folder: a second start raises the window of the first.

Promise: two programs never write one folder, a lock that a crash left behind is taken over at once, and a
second start does nothing but knock.
"""

import contextlib
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QObject, QThread

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_S: Final = 5.0
"""How long a second start waits for the first program to answer its knock."""
_PAUSE_MS: Final = 50
_LONGEST: Final = 4096


class FirstInstance(QObject):
    """Holds the folder, and hears the knocks of later starts."""

    def __init__(self, folder: Path, lock: QLockFile) -> None:
        """Use `claim`."""
        super().__init__()
        self._folder = folder
        self._lock = lock
        self._server: QLocalServer | None = None
        self._wanted: Callable[[str, str], object] | None = None

    def listen(self, wanted: Callable[[str, str], object]) -> None:
        """Hears from now on: `wanted` is called with the word of a later start (`raise`, `quick`) and the
        token by which its desktop lets a window come to the front, or an empty one.
        """
        from PySide6.QtNetwork import QLocalServer

        self._wanted = wanted
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # What lies at the address is left over: this program holds the lock.
        QLocalServer.removeServer(_address(self._folder))
        self._server.newConnection.connect(self._connected)
        self._server.listen(_address(self._folder))

    def stop_listening(self) -> None:
        """Answers no later start any more, for this program is leaving: it waits for the folder then."""
        self._wanted = None
        if self._server is not None:
            self._server.close()

    def release(self) -> None:
        """Gives the folder free."""
        self.stop_listening()
        self._lock.unlock()

    def _connected(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            self._attend(socket)

    def _attend(self, socket: "QLocalSocket") -> None:
        def read() -> None:
            if not socket.canReadLine():
                if socket.bytesAvailable() > _LONGEST:
                    socket.abort()
                return
            if self._wanted is None:
                socket.abort()
                return
            word, token = _understood(bytes(socket.readLine(_LONGEST).data()))
            socket.write(b"ok\n")
            socket.flush()
            socket.disconnectFromServer()
            if word:
                self._wanted(word, token)

        socket.readyRead.connect(read)
        socket.disconnected.connect(socket.deleteLater)
        read()


def claim(folder: Path) -> FirstInstance | None:
    """Takes the folder; returns None when a program that lives holds it.

    A folder that cannot be written is not held: it can be read by many.
    """
    with contextlib.suppress(OSError):  # told by the opening of the data, a moment later
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = QLockFile(str(folder / "panda.lock"))
    lock.setStaleLockTime(0)  # never by its age: only because its process is gone
    if lock.tryLock(0) or lock.error() is not QLockFile.LockError.LockFailedError:
        return FirstInstance(folder, lock)
    return None


def knock(folder: Path, word: str, *, limit_s: float = ANSWER_S) -> bool:
    """Asks the program that holds the folder for something; returns whether it has answered in time. It has
    not when it is leaving: `claim` the folder then.
    """
    from PySide6.QtNetwork import QLocalSocket

    said = json.dumps({"word": word, "token": os.environ.get("XDG_ACTIVATION_TOKEN", "")}).encode() + b"\n"
    end = time.monotonic() + limit_s
    while (left_ms := int((end - time.monotonic()) * 1000)) > 0:
        socket = QLocalSocket()
        socket.connectToServer(_address(folder))
        if socket.waitForConnected(left_ms):
            socket.write(said)
            if socket.waitForReadyRead(max(1, int((end - time.monotonic()) * 1000))):
                return True
        if _is_free(folder):
            return False
        QThread.msleep(_PAUSE_MS)  # it may be starting or leaving, and not listen
    return False


def _is_free(folder: Path) -> bool:
    if (held := claim(folder)) is not None:
        held.release()
    return held is not None


def _address(folder: Path) -> str:
    import hashlib  # needed by nobody before the first paint

    name = f"panda-desktop-{hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()[:16]}"
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nonexistent")
    return str(runtime / name) if runtime.is_dir() else name


def _understood(line: bytes) -> tuple[str, str]:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return "", ""
    word, token = (said.get("word"), said.get("token", "")) if isinstance(said, dict) else ("", "")
    return (word, token) if isinstance(word, str) and isinstance(token, str) else ("", "")
