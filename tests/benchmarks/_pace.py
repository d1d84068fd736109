"""A gateway on loopback that streams one answer at a steady rate and remembers when each piece left.

Promise: it runs in threads of the process that measures, so that its work is nobody else's.

A question that begins with "Stream" is answered at that rate, any other with a short text at once. It also
serves the page of `rivals/` once that is built, and keeps what the page tells.
"""

import json
import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from tests.benchmarks.streaming import TOKEN
from tests.faults.answers import DONE, chat, delta

RATE: Final = 240
"""Tokens a second."""
PACKETS: Final = 60
"""Packets a second: one a frame."""
NO_PAGE: Final = Path("/nonexistent")
_SHORT: Final = "Hello. **There.**\n\n```python\nx = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- one\n"
_MODELS: Final = "/v1/models"
_BALANCE: Final = "/v1/dashboard/billing"


class Pace(ThreadingHTTPServer):
    """Streams `text`.

    Attributes:
        began: set once the answer has begun.
        sent: for each packet when it had left (`time.monotonic`), and how many characters of the answer had
            left with it.
        told: what the page told.
    """

    daemon_threads = True

    def __init__(self, text: str, page: Path, *, balance: bool) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(page)))
        self.routes: dict[str, Any] = {_MODELS: {"data": [{"id": "m"}]}}
        self.routes |= {_BALANCE: {"balance": 1, "currency": "usd"}} if balance else {}
        self.text = text
        self.began = threading.Event()
        self.sent: list[tuple[float, int]] = []
        self.told: queue.Queue[dict[str, Any]] = queue.Queue()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing: a client may leave whenever it likes."""


class _Handler(SimpleHTTPRequestHandler):
    server: Pace

    def do_GET(self) -> None:
        if self.path in self.server.routes:
            self._head("application/json")
            self.wfile.write(json.dumps(self.server.routes[self.path]).encode())
        else:
            super().do_GET()

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if self.path == "/told":
            self._head("application/json")
            self.server.told.put(body)
            return
        self._head("text/event-stream")
        question = body["messages"][-1]["content"]
        if isinstance(question, str) and question.startswith("Stream"):
            self._stream()
        else:
            self.wfile.write(chat(_SHORT))

    def _head(self, kind: str) -> None:
        self.send_response(200)
        self.send_header("content-type", kind)
        self.end_headers()

    def _stream(self) -> None:
        text, at = self.server.text, 0
        began = time.monotonic()
        self.server.began.set()
        for packet in range(1, len(text) * PACKETS // (RATE * TOKEN) + 2):
            time.sleep(max(0.0, began + packet / PACKETS - time.monotonic()))
            due = min(len(text), packet * RATE * TOKEN // PACKETS)
            if pieces := [text[start : start + TOKEN] for start in range(at, due, TOKEN)]:
                self.wfile.write(b"".join(map(delta, pieces)))
                self.server.sent.append((time.monotonic(), due))
            at = due
        self.wfile.write(delta(finish="stop") + DONE)

    def log_message(self, format: str, *args: Any) -> None:
        """Prints nothing."""


@contextmanager
def paced(text: str, page: Path = NO_PAGE, *, balance: bool = True) -> Iterator[Pace]:
    """Runs the server; `page` is the folder of the built page, `balance` says whether it tells one."""
    with Pace(text, page, balance=balance) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
