"""Runs the two servers of the demo gateway, the API and the asset origin, in one loop.

Promise: one ready line on standard output, both on 127.0.0.1 only, and nothing outlives the process.
"""

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from panda_desktop.demo.api import build_api
from panda_desktop.demo.asset_origin import build_asset_origin
from panda_desktop.demo.options import Options
from panda_desktop.demo.state import DemoState

HOST = "127.0.0.1"


class _QuietServer(uvicorn.Server):
    """A server that leaves the signals to `run`: two servers cannot both own them."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def run(options: Options) -> int:
    """Serves until a signal or, when asked for, the end of standard input. Returns the exit status."""
    try:
        asyncio.run(_serve(options))
    except OSError as error:
        sys.stderr.write(f"The demo gateway cannot listen: {error}\n")
        return 1
    return 0


async def _serve(options: Options) -> None:
    api_socket, asset_socket = _listen(options.port), _listen(options.asset_port)
    asset_url = f"http://{HOST}:{asset_socket.getsockname()[1]}"
    base_url = f"http://{HOST}:{api_socket.getsockname()[1]}/v1"
    state = DemoState(options, asset_url)
    servers = [_server(build_api(state)), _server(build_asset_origin(state.assets))]

    def stop() -> None:
        for server in servers:
            server.should_exit = server.force_exit = True

    _watch_signals(stop)
    if options.exit_with_stdin:
        _watch_stdin(stop)
    serving = [
        asyncio.create_task(server.serve(sockets=[own]), name=name)
        for server, own, name in zip(servers, (api_socket, asset_socket), ("api", "assets"), strict=True)
    ]
    try:
        while not all(server.started for server in servers) and not any(task.done() for task in serving):
            await asyncio.sleep(0.005)
        print(json.dumps({"base_url": base_url, "asset_url": asset_url}), flush=True)
        await asyncio.gather(*serving)
    finally:
        await state.close()


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would let a second process take the port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((HOST, port))
    return listener


def _server(app: ASGIApp) -> uvicorn.Server:
    config = uvicorn.Config(
        app,
        loop="none",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=1,
    )
    return _QuietServer(config)


def _watch_signals(stop: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()

    def received(_number: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(stop)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, received)


def _watch_stdin(stop: Callable[[], None]) -> None:
    """Calls `stop` when standard input closes; `os.read` holds no lock the interpreter needs to end."""
    loop = asyncio.get_running_loop()

    def watch() -> None:
        with contextlib.suppress(OSError):
            while os.read(0, 4096):
                continue
        with contextlib.suppress(RuntimeError):  # the loop has ended already
            loop.call_soon_threadsafe(stop)

    threading.Thread(target=watch, name="stdin", daemon=True).start()
