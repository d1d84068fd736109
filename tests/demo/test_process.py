"""How the process starts and ends."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading

import httpx
import psutil
import pytest

from tests.demo.running import Running, command, eventually, running


def _film_begins(demo: Running) -> psutil.Process:
    """Asks for a video and returns the process that films it."""
    found = demo.chat("seedance-2-lite", "A city at night")
    assert found.status_code == 202
    own = psutil.Process(demo.process.pid)
    return eventually(lambda: next(iter(own.children(recursive=True)), None))


def test_the_ready_line_names_two_origins_on_loopback(demo: Running) -> None:
    api, assets = httpx.URL(demo.base_url), httpx.URL(demo.asset_url)
    assert (api.host, assets.host) == ("127.0.0.1", "127.0.0.1")
    assert api.port != assets.port
    assert api.path == "/v1"


def test_it_listens_on_loopback_only(demo: Running) -> None:
    listening = [
        connection.laddr.ip
        for connection in psutil.Process(demo.process.pid).net_connections("inet")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert sorted(set(listening)) == ["127.0.0.1"]
    assert len(listening) == 2


def test_it_ends_with_its_standard_input_and_takes_the_film_along() -> None:
    with running("--speed", "1000") as demo:
        film = _film_begins(demo)
        assert demo.process.stdin is not None
        demo.process.stdin.close()
        assert demo.process.wait(30) == 0
        assert not film.is_running()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_it_ends_on_a_signal_and_takes_the_film_along() -> None:
    with running("--speed", "1000") as demo:
        film = _film_begins(demo)
        demo.process.send_signal(signal.SIGTERM)
        assert demo.process.wait(30) == 0
        assert not film.is_running()


def test_it_ends_while_an_answer_is_held() -> None:
    with running("--speed", "0.01") as demo:
        asked = threading.Thread(target=_ask_and_be_cut, args=(demo,))
        asked.start()
        eventually(lambda: demo.control("GET", "ledger")["requests"] or None)
        assert demo.process.stdin is not None
        demo.process.stdin.close()
        assert demo.process.wait(30) == 0
        asked.join()


def _ask_and_be_cut(demo: Running) -> None:
    with contextlib.suppress(httpx.TransportError):
        assert demo.chat("deepseek-v4-flash", "Hello").status_code == 500


def test_a_port_can_be_chosen() -> None:
    port = _nobodys_port()
    with running("--port", str(port)) as demo:
        assert httpx.URL(demo.base_url).port == port


def _nobodys_port() -> int:
    """Returns a free port below those the system gives away: no other program is given it in between."""
    for port in range(20_000 + os.getpid() % 10_000, 32_000):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


def test_a_port_in_use_is_said_and_ends_it() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ended = subprocess.run(
            command("--port", str(taken.getsockname()[1])), capture_output=True, timeout=20, check=False
        )
    assert ended.returncode == 1
    assert b"cannot listen" in ended.stderr
    assert ended.stdout == b""


@pytest.mark.parametrize(
    "options", [("--speed", "0"), ("--speed", "x"), ("--balance", "much"), ("--nothing",)]
)
def test_wrong_options_are_refused(options: tuple[str, ...]) -> None:
    ended = subprocess.run(command(*options), capture_output=True, timeout=20, check=False)
    assert ended.returncode == 2
    assert b"usage:" in ended.stderr


def test_only_the_ready_line_is_printed() -> None:
    process = subprocess.Popen(
        command("--exit-with-stdin"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    ready = process.stdout.readline()
    httpx.get(f"{json.loads(ready)['base_url']}/models")
    out, errors = process.communicate(timeout=20)
    assert (out, errors) == (b"", b"")
