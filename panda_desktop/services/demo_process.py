"""Starts and ends the demo gateway, a process of its own on loopback.

Promise: the process ends with this program, however this program ends: it watches its standard input.
"""

import asyncio
import json
import os
import subprocess
import sys
from typing import Final

from panda_desktop.domain.account import Endpoint
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.handed_on import handed_on
from panda_desktop.domain.secret import ApiKey

START_LIMIT_S: Final = 20.0
DEMO_KEY: Final = ApiKey("sk-demo-on-this-computer")


class DemoProcess:
    """The demo gateway of this run; started when first asked for."""

    def __init__(self, speed: float = 1.0) -> None:
        """`speed` divides every wait of the demo gateway."""
        self._speed = speed
        self._process: subprocess.Popen[bytes] | None = None
        self._endpoint: Endpoint | None = None
        self._starting = asyncio.Lock()

    async def endpoint(self) -> Endpoint:
        """Returns where it listens, starting it if needed. Raises `DEMO_FAILED`."""
        async with self._starting:
            if self._endpoint is not None and self._process is not None and self._process.poll() is None:
                return self._endpoint
            try:
                line = await asyncio.wait_for(asyncio.to_thread(self._start), START_LIMIT_S)
                base_url = str(json.loads(line)["base_url"])
            except (OSError, ValueError, KeyError, TypeError, TimeoutError) as error:
                self.close()
                detail = ErrorDetail(technical=f"{type(error).__name__}: {error}")
                raise PandaError(ErrorKind.DEMO_FAILED, detail) from error
            self._endpoint = Endpoint(base_url, is_demo=True)
            return self._endpoint

    def _start(self) -> bytes:
        command = [sys.executable, "-m", "panda_desktop.demo", "--port", "0", "--exit-with-stdin"]
        self._process = subprocess.Popen(
            [*command, "--speed", str(self._speed)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=handed_on(os.environ),
        )
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def close(self) -> None:
        """Ends the process and waits for it, at most 5 s before it is killed."""
        process, self._process, self._endpoint = self._process, None, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()
