"""The fault server as a process of its own, and how a test drives it.

Promise: the process ends with the test, also when the test is killed: it lives as long as its input is open.

    with FaultProcess() as server:
        server.on("api", "POST /v1/chat/completions", stream(chat("Hello")))
        … start the program with server.base_url …
        assert len(server.ledger().of("POST")) == 1

By hand: `python -m tests.faults.server` prints its addresses as JSON and answers every route 404 until told.
"""

import asyncio
import base64
import json
import pickle
import subprocess
import sys
import threading
from types import TracebackType
from typing import Any, Self

from tests.faults.ledger import Ledger
from tests.faults.server import FaultServer, Reply


class FaultProcess:
    """Starts the server and sends it scripts, one line each; both ends are this project's own tests.

    Attributes:
        api_url: origin of the gateway.
        assets_url: origin of the pictures and films.
    """

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        said = json.loads(self._line())
        self.api_url: str = said["api"]
        self.assets_url: str = said["assets"]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()
        self._process.wait(10)

    @property
    def base_url(self) -> str:
        """What the program is given as the gateway's address."""
        return f"{self.api_url}/v1"

    def on(self, origin: str, route: str, *replies: Reply, early: bool = False) -> None:
        """Sets what a route of "api" or "assets" answers from now on (`Origin.on`)."""
        self._ask("on", (origin, route, replies, early))

    def usual(self, *models: str, balance: str = "42.50") -> None:
        """Answers for balance and models (`Origin.usual`)."""
        self._ask("usual", (models, balance))

    def ledger(self) -> Ledger:
        """Returns what was asked until now."""
        found: Ledger = self._ask("ledger", ())
        return found

    def _ask(self, verb: str, arguments: tuple[Any, ...]) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{_packed((verb, arguments))}\n")
        self._process.stdin.flush()
        return _unpacked(self._line())

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the fault server ended with {self._process.wait(10)}")
        return line


def serve() -> None:
    """Runs the server until the input ends."""
    asyncio.run(_serve())


async def _serve() -> None:
    lines: asyncio.Queue[str] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(lines.put_nowait, line)
        loop.call_soon_threadsafe(lines.put_nowait, "")

    async with FaultServer() as server:
        print(json.dumps({"api": server.api.url, "assets": server.assets.url}), flush=True)
        threading.Thread(target=read, daemon=True).start()
        while line := await lines.get():
            print(_packed(_obeyed(server, *_unpacked(line))), flush=True)


def _obeyed(server: FaultServer, verb: str, arguments: tuple[Any, ...]) -> Any:
    match verb, arguments:
        case "on", (origin, route, replies, early):
            {"api": server.api, "assets": server.assets}[origin].on(route, *replies, early=early)
        case "usual", (models, balance):
            server.api.usual(*models, balance=balance)
        case "ledger", _:
            return server.ledger
    return None


def _packed(value: Any) -> str:
    return base64.b64encode(pickle.dumps(value)).decode("ascii")


def _unpacked(line: str) -> Any:
    return pickle.loads(base64.b64decode(line))
