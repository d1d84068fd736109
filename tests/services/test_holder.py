"""The process that holds a paid request: what it sends, what it writes, and what nobody sees of it."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.account import Endpoint
from panda_desktop.domain.errors import ErrorKind, Reached
from panda_desktop.domain.jobs import Job, JobKind, JobState, RawAnswer, VideoRequest
from panda_desktop.domain.secret import ApiKey
from panda_desktop.gateway.exchange import MAX_ANSWER
from panda_desktop.gateway.paid import PaidPost
from panda_desktop.services.media.holder import HELD
from panda_desktop.services.media.holding import Holding
from panda_desktop.storage.spool import NoAnswer, Spool, Spools
from tests.canary import CANARY
from tests.gateway.scripted import Call, Scripted, answer, reset
from tests.services.holders import no_holder_left, one_holder, until_none

__all__ = ["no_holder_left"]
pytestmark = pytest.mark.usefixtures("no_holder_left")

SECRET = CANARY
NOW = datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC)
WORDS = "a panda nobody may read about"
BODY = json.dumps({"prompt": WORDS}).encode()


def run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(work(), 40))


def post_to(url: str, *, wait_s: float = 30.0, body: tuple[bytes, ...] = (BODY,)) -> PaidPost:
    return PaidPost(Endpoint(f"{url}/v1"), "/chat/completions", body, ApiKey(SECRET), wait_s)


class Held:
    """A server that answers when the test says so, and whether the request was noted before it came."""

    def __init__(self, spool: Spool) -> None:
        self.arrived, self.go_on = asyncio.Event(), asyncio.Event()
        self.was_noted = False
        self._spool = spool

    async def __call__(self, call: Call) -> None:
        self.was_noted = self._spool.has_begun
        self.arrived.set()
        await self.go_on.wait()
        await answer('{"done": true}', set_cookie="a=b", x_request_id="r1")(call)


async def outcome_of(folder: Path, post: PaidPost) -> RawAnswer | NoAnswer:
    holding = Holding(Spools(folder))
    await holding.prepare(Job("j", JobKind.VIDEO, VideoRequest("m", WORDS), JobState.SUBMITTING, NOW))
    await holding.hand_over("j", post)
    return await holding.outcome("j")


def test_v10_the_answer_is_spooled_as_it_came_and_nothing_else_is_written(tmp_path: Path) -> None:
    async def main() -> None:
        spool = Spools(tmp_path).of("j")
        held = Held(spool)
        async with Scripted([held]) as server:
            waiting = asyncio.ensure_future(outcome_of(tmp_path, post_to(server.url)))
            await held.arrived.wait()
            assert held.was_noted
            assert spool.settle() is None  # alive: to be waited for
            names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
            assert names == {"held/j/job", "held/j/wanted", "held/j/lock", "held/j/begun"}
            held.go_on.set()
            got = await waiting
            (call,) = server.calls
        assert isinstance(got, RawAnswer)
        assert (got.status, got.body, got.headers["x-request-id"]) == (200, b'{"done": true}', "r1")
        assert not [name for name in got.headers if "cookie" in name]
        assert (call.method, call.path, call.body) == ("POST", "/v1/chat/completions", BODY)
        assert call.headers["authorization"] == f"Bearer {SECRET}"
        written = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
        assert set(written) == {"job", "wanted", "lock", "begun", "answer"}
        assert not [name for name, data in written.items() if SECRET.encode() in data]
        # The program wrote these, as it does into its ledger; the holder writes none.
        assert [name for name, data in written.items() if WORDS.encode() in data] == ["job"]

    run(main)


@pytest.mark.skipif(
    not Path("/proc/self/environ").exists(), reason="reads what the system tells of processes"
)
def test_k09_v10_nobody_can_see_the_key_and_nothing_ties_it_to_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PANDA_API_KEY", SECRET)
    readable, writable = os.pipe()
    os.set_inheritable(writable, True)

    async def main() -> None:
        held = Held(Spools(tmp_path).of("j"))
        async with Scripted([held]) as server:
            waiting = asyncio.ensure_future(outcome_of(tmp_path, post_to(server.url)))
            await held.arrived.wait()
            process = one_holder(tmp_path)
            told = Path(f"/proc/{process.pid}")
            for name in ("cmdline", "environ"):
                seen = (told / name).read_bytes()
                assert seen and SECRET.encode() not in seen and WORDS.encode() not in seen
            assert process.ppid() != os.getpid()
            assert os.getsid(process.pid) != os.getsid(0)
            assert process.cwd() == "/"
            open_files = {
                handle: str(handle.readlink()) for handle in (told / "fd").iterdir() if handle.is_symlink()
            }
            assert not [path for path in open_files.values() if path.startswith("pipe:")]
            assert {open_files[told / "fd" / number] for number in ("0", "1", "2")} == {os.devnull}
            mapped = (told / "maps").read_text()
            assert "PySide6" not in mapped and "_sqlite3" not in mapped
            held.go_on.set()
            assert isinstance(await waiting, RawAnswer)

    try:
        run(main)
    finally:
        os.close(readable)
        os.close(writable)


def test_v06_v07_a_slow_answer_after_blank_lines_and_a_hang_up(tmp_path: Path) -> None:
    async def main() -> None:
        arrived = asyncio.Event()

        async def slow(call: Call) -> None:
            await call.send(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n")
            arrived.set()
            for _ in range(10):
                await call.send(b"\n")
                await asyncio.sleep(0.05)
            await call.send(b'{"late": 1}')

        async with Scripted([slow]) as server:
            waiting = asyncio.ensure_future(outcome_of(tmp_path, post_to(server.url)))
            await arrived.wait()
            one_holder(tmp_path).send_signal(signal.SIGHUP)
            got = await waiting
        assert isinstance(got, RawAnswer)
        assert got.body == b"\n" * 10 + b'{"late": 1}'

    run(main)


@pytest.mark.parametrize(
    ("play", "wait_s", "kind", "reached"),
    [
        (reset, 30.0, ErrorKind.CONNECTION_LOST, Reached.MAYBE_SENT),
        (answer("{}", "524 X"), 30.0, ErrorKind.GATEWAY_TIMEOUT, Reached.MAYBE_SENT),
        (answer('{"error":{"message":"no"}}', "402 X"), 30.0, ErrorKind.NO_CREDIT, Reached.ANSWERED),
        (answer(""), 30.0, ErrorKind.EMPTY_ANSWER, Reached.MAYBE_SENT),
        (None, 0.6, ErrorKind.NO_FIRST_BYTE, Reached.MAYBE_SENT),
    ],
)
def test_v08_a_failure_says_how_far_the_request_got(
    tmp_path: Path, play: Any, wait_s: float, kind: ErrorKind, reached: Reached
) -> None:
    async def never(call: Call) -> None:
        await asyncio.Event().wait()

    async def main() -> None:
        async with Scripted([play or never]) as server:
            got = await outcome_of(tmp_path, post_to(server.url, wait_s=wait_s))
            assert len(server.calls) == 1
        assert isinstance(got, NoAnswer)
        assert (got.error.kind, got.error.reached) == (kind, reached)
        assert Spools(tmp_path).of("j").has_begun

    run(main)


def test_h24_nothing_has_begun_where_nobody_listens(tmp_path: Path) -> None:
    async def main() -> None:
        async with Scripted([answer("{}")]) as server:
            url = server.url
        got = await outcome_of(tmp_path, post_to(url))
        assert isinstance(got, NoAnswer)
        assert (got.error.kind, got.error.reached) == (ErrorKind.CANNOT_CONNECT, Reached.NOTHING_SENT)
        assert not Spools(tmp_path).of("j").has_begun

    run(main)


def test_h31_a_body_over_the_cap_is_no_answer(tmp_path: Path) -> None:
    async def main() -> None:
        async def endless(call: Call) -> None:
            await call.send(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n")
            for _ in range(MAX_ANSWER // 2**20 + 1):
                await call.send(b"x" * 2**20)

        async with Scripted([endless]) as server:
            got = await outcome_of(tmp_path, post_to(server.url))
            assert len(server.calls) == 1
        assert isinstance(got, NoAnswer)
        assert (got.error.kind, got.error.reached) == (ErrorKind.ANSWER_TOO_BIG, Reached.MAYBE_SENT)
        assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) < 10_000

    run(main)


def test_v25_a_large_request_goes_through_the_pipe(tmp_path: Path) -> None:
    async def main() -> None:
        pieces = (b'{"image": "', b"A" * 20_000_000, b'"}')
        async with Scripted([answer("{}")]) as server:
            assert isinstance(await outcome_of(tmp_path, post_to(server.url, body=pieces)), RawAnswer)
            assert server.calls[0].body == b"".join(pieces)

    run(main)


def test_v24_it_ends_when_nobody_wants_the_answer(tmp_path: Path) -> None:
    async def main() -> None:
        held = Held(Spools(tmp_path).of("j"))
        async with Scripted([held]) as server:
            waiting = asyncio.ensure_future(outcome_of(tmp_path, post_to(server.url)))
            await held.arrived.wait()
            assert await Holding(Spools(tmp_path)).end("j") is None
            got = await waiting
            assert isinstance(got, NoAnswer) and got.error.reached is Reached.MAYBE_SENT
            assert len(server.calls) == 1

    run(main)


def test_v10_killed_while_it_waits(tmp_path: Path) -> None:
    async def main() -> None:
        held = Held(Spools(tmp_path).of("j"))
        async with Scripted([held]) as server:
            waiting = asyncio.ensure_future(outcome_of(tmp_path, post_to(server.url)))
            await held.arrived.wait()
            one_holder(tmp_path).kill()
            got = await waiting
            assert isinstance(got, NoAnswer)
            assert (got.error.kind, got.error.reached) == (ErrorKind.CRASHED, Reached.MAYBE_SENT)
            assert len(server.calls) == 1

    run(main)


def start(folder: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "panda_desktop", "--hold", str(folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def handed(process: "subprocess.Popen[bytes]", order: bytes) -> bytes:
    said, _ = process.communicate(order, 20)
    return said


def test_v10_an_order_that_was_cut_off_is_not_sent(tmp_path: Path) -> None:
    async def main() -> None:
        async with Scripted([answer("{}")]) as server:
            whole = b"".join(post_to(server.url).written())
            for length in (0, 10, whole.index(b"\n"), len(whole) - 1):
                spool = Spools(tmp_path).of(f"j{length}")
                spool.prepare()
                order = whole[:length]
                assert await asyncio.to_thread(handed, start(spool.folder), order) == b""
                await asyncio.to_thread(until_none, tmp_path)
                got = spool.settle()
                assert isinstance(got, NoAnswer) and got.error.reached is Reached.NOTHING_SENT
            assert server.calls == []

    run(main)


def test_v10_v13_one_that_comes_late_or_twice_sends_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        late = Spools(tmp_path).of("late")
        late.prepare()
        got = late.settle()  # the next start has looked, and has said that nothing was sent
        assert isinstance(got, NoAnswer) and got.error.kind is ErrorKind.NOT_SENT
        twice = Spools(tmp_path).of("twice")
        twice.prepare()
        held = Held(twice)
        async with Scripted([held]) as server:
            order = b"".join(post_to(server.url).written())
            for spool in (late, Spools(tmp_path).of("removed")):
                assert await asyncio.to_thread(handed, start(spool.folder), order) == b""
            assert server.calls == []
            first, second = start(twice.folder), start(twice.folder)
            said = await asyncio.gather(
                asyncio.to_thread(handed, first, order), asyncio.to_thread(handed, second, order)
            )
            assert sorted(said) == [b"", HELD]
            await held.arrived.wait()
            held.go_on.set()
            await asyncio.to_thread(until_none, tmp_path)
            assert isinstance(twice.settle(), RawAnswer)
            assert len(server.calls) == 1

    run(main)


def test_v10_a_second_order_for_a_request_that_has_begun_is_not_sent(tmp_path: Path) -> None:
    async def main() -> None:
        spool = Spools(tmp_path).of("j")
        async with Scripted([answer("{}")]) as server:
            assert isinstance(await outcome_of(tmp_path, post_to(server.url)), RawAnswer)
            order = b"".join(post_to(server.url).written())
            assert await asyncio.to_thread(handed, start(spool.folder), order) == b""
            assert len(server.calls) == 1

    run(main)
