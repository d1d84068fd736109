"""Tells whether anything opened a file or connected, Qt's own code included.

Promise: a file counts when it is opened by anyone, a connection when it arrives; neither is prevented.
"""

import ctypes
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

_IN_OPEN = 0x20
_IN_ACCESS = 0x1


class Traps:
    """A picture file and a server on this machine that nobody has any business with."""

    def __init__(self, folder: Path) -> None:
        self.picture = folder / "trap.png"
        self.picture.write_bytes(b"\x89PNG\r\n\x1a\n")
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.setblocking(False)
        self.port = self._server.getsockname()[1]
        self._watch = -1
        if sys.platform == "linux":
            libc = ctypes.CDLL(None, use_errno=True)
            self._watch = libc.inotify_init1(os.O_NONBLOCK)
            assert libc.inotify_add_watch(self._watch, bytes(self.picture), _IN_OPEN | _IN_ACCESS) >= 0

    @property
    def address(self) -> str:
        """Of the picture on the server."""
        return f"http://127.0.0.1:{self.port}/trap.png"

    def sprung(self) -> list[str]:
        """Says what was touched since the last call."""
        found = []
        with suppress(BlockingIOError):
            while True:  # Qt tries more than once
                self._server.accept()[0].close()
                found = ["connection"]
        if self._watch >= 0:
            with suppress(BlockingIOError):
                os.read(self._watch, 4096)
                found.append("file")
        return found

    def close(self) -> None:
        self._server.close()
        if self._watch >= 0:
            os.close(self._watch)
