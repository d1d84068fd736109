"""Films that take long, are cut off, charged, vanish or are stopped: one paid request each, and an end."""

import asyncio
import json
import signal
import socket
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import JobKind, JobState, VideoRequest
from panda_desktop.gateway.clocks import Clocks
from panda_desktop.gateway.transport import make_client
from panda_desktop.services.media import polling
from panda_desktop.services.media.history import JobTimes
from panda_desktop.services.media.submitting import AT_ONCE
from tests.faults.answers import Serve, answer, head, json_answer, page, refusal
from tests.faults.client import BALANCE, CHAT, KEY, VIDEO
from tests.faults.jobs import CONTENT, POLL, Dialect, dialect, ended, gives, job, left, quick, saved, the
from tests.faults.ledger import Request
from tests.faults.media import mp4
from tests.faults.server import FaultServer, Reply
from tests.faults.steps import Close, Pause, Reset, Send, Stall, Timeline
from tests.services.holders import no_holder_left, one_holder
from tests.services.world import World

__all__ = ["dialect", "no_holder_left", "quick"]
pytestmark = pytest.mark.usefixtures("no_holder_left")
FILM = mp4(1)
READY = {"id": "v1", "status": "completed"}
"""Without an address: the film is at the id's own."""


def film(server: FaultServer) -> dict[str, Any]:
    """Has the assets' host serve the film; returns an answer that names it."""
    server.assets.on("GET /film.mp4", Serve(FILM))
    server.api.on(CONTENT, Serve(FILM))
    return READY | {"video_url": f"{server.assets.url}/film.mp4"}


def polled(server: FaultServer, **more: Any) -> Any:
    return (job(server, state=JobState.POLLING, remote_id="v1", **more), None)


async def asked(server: FaultServer, route: str, times: int = 1) -> None:
    async with asyncio.timeout(10):
        while len(server.ledger.of(route)) < times:
            await asyncio.sleep(0.005)


LONG = {"content-length": "99"}
BREAKS: dict[str, tuple[Reply, ErrorKind]] = {
    "408": (refusal(408), ErrorKind.REQUEST_TIMEOUT),
    "502": (refusal(502), ErrorKind.UPSTREAM_FAILED),
    "504": (page("timed out", 504), ErrorKind.GATEWAY_TIMEOUT),
    "524": (page("timed out", 524), ErrorKind.GATEWAY_TIMEOUT),
    "reset": ((Pause(0.1), Reset()), ErrorKind.CONNECTION_LOST),
    "closed": ((Pause(0.1), Close()), ErrorKind.CONNECTION_LOST),
    "cut in the head": ((Send(head()[:10]), Close()), ErrorKind.CONNECTION_LOST),
    "cut in the body": ((Send(head(200, LONG) + b'{"id'), Reset()), ErrorKind.CONNECTION_LOST),
    "nothing": (answer(""), ErrorKind.EMPTY_ANSWER),
    "a page": (page("sign in"), ErrorKind.NOT_THE_GATEWAY),
}  # fmt: skip


async def test_v08_v14_whatever_cuts_it_off_it_may_have_been_charged(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()

        def by_prompt(request: Request) -> Timeline:
            reply = BREAKS[request.json["messages"][-1]["content"]][0]
            assert not callable(reply)
            return reply

        server.api.on(CHAT, by_prompt)
        async with left(server, tmp_path) as here:
            for name in BREAKS:
                await here.jobs.make_video(VideoRequest("wan-2.7-video", name))
            await here.until(ended(here, JobState.UNKNOWN))
            await here.until(lambda: all(each.balance_after is not None for each in jobs(here)))
            for each in jobs(here):
                assert each.error is BREAKS[each.request.prompt][1], each.request.prompt
                with pytest.raises(PandaError):
                    await here.jobs.look_again(each.id)
        async with left(server, tmp_path) as here:
            assert {each.state for each in jobs(here)} == {JobState.UNKNOWN}
            assert len(server.ledger.of("POST")) == len(BREAKS)
            first = jobs(here)[0]
            again = await here.jobs.send_again(first.id)  # by a person, on purpose
            await asked(server, CHAT, len(BREAKS) + 1)
            assert again.id != first.id and again.request == first.request
            await here.until(ended(here, JobState.UNKNOWN))


def jobs(here: World) -> tuple[Any, ...]:
    return here.jobs.jobs(JobKind.VIDEO)


async def test_v06_v11_a_long_wait_through_a_sleep(tmp_path: Path, dialect: Dialect) -> None:
    """The process that holds the request stands still while the answer comes, as when a computer sleeps."""
    async with FaultServer() as server:
        server.api.usual()
        done = (Pause(0.5), *json_answer(film(server)))
        gives(server, dialect, done)
        async with left(server, tmp_path) as here:
            await here.jobs.make_video(VIDEO)
            await asked(server, CHAT)
            if dialect is Dialect.HELD:
                holder = one_holder(tmp_path)
                holder.send_signal(signal.SIGSTOP)
                await asyncio.sleep(0.8)
                assert the(here).state is JobState.SUBMITTING
                holder.send_signal(signal.SIGCONT)
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [FILM]
        assert len(server.ledger.of("POST")) == 1


async def test_v11_v08_a_connection_that_died_in_the_sleep(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, (Pause(0.4), Reset()))
        async with left(server, tmp_path) as here:
            await here.jobs.make_video(VIDEO)
            await asked(server, CHAT)
            holder = one_holder(tmp_path)
            holder.send_signal(signal.SIGSTOP)
            await asyncio.sleep(0.6)
            holder.send_signal(signal.SIGCONT)
            await here.until(ended(here, JobState.UNKNOWN))
        assert len(server.ledger.of("POST")) == 1


@pytest.mark.parametrize("by", ["wake", "clock"])
async def test_v11_polling_goes_on_at_once(by: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with FaultServer() as server:
        server.api.usual()
        later = answer('{"status": "running"}', headers={"retry-after": "250"})
        server.api.on(POLL, later, json_answer(film(server)))
        monkeypatch.setattr(polling, "GLANCE_S", 0.1)
        async with left(server, tmp_path, polled(server)) as here:
            await asked(server, POLL)
            await asyncio.sleep(0.3)
            assert len(server.ledger.of(POLL)) == 1
            if by == "wake":
                here.jobs.wake()
            else:
                shown = time.time
                with monkeypatch.context() as patch:
                    patch.setattr(time, "time", lambda: shown() + 7200)
                    await asyncio.sleep(0.3)
            await here.until(ended(here, JobState.DONE))


async def test_v09_a_silent_connection_is_noticed_within_ninety_seconds() -> None:
    async with FaultServer() as server:
        server.api.on("GET /x", (Send(head()), Stall()))
        client = make_client(Clocks())
        async with client, client.stream("GET", f"{server.api.url}/x") as response:
            found = response.extensions["network_stream"].get_extra_info("socket")
            assert found.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
            if hasattr(socket, "TCP_KEEPIDLE"):
                idle, between, count = (
                    found.getsockopt(socket.IPPROTO_TCP, option)
                    for option in (socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL, socket.TCP_KEEPCNT)
                )
                assert idle + between * count <= 90


@pytest.mark.parametrize("years", [-1, 1])
async def test_v12_a_clock_that_was_wrong_by_a_year(years: int, tmp_path: Path, dialect: Dialect) -> None:
    then = datetime.now(UTC) + timedelta(days=365 * years)
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(POLL, json_answer({"status": "running"}), json_answer(film(server)))
        given = polled(server, created_at=then, sent_at=then)
        if dialect is Dialect.HELD:
            given = (job(server, created_at=then, sent_at=then), film(server))
        async with left(server, tmp_path, given) as here:
            await here.until(ended(here, JobState.DONE))
            times = JobTimes(here.bus, here.storage.jobs)
            await times.start()
            usual = times.usual_time(VIDEO.model)
            assert usual is None or usual.low > 0


@pytest.mark.parametrize(
    ("name", "replies"),
    [
        ("not there yet", [refusal(404)] * 4),
        ("busy", [refusal(429, headers={"retry-after": "0.1"})] * 2),
        ("broken", [refusal(500), refusal(502), page("x", 503), page("x", 524)]),
        ("a page", [page("sign in"), answer("<html>", content_type="application/json")]),
        ("nothing", [answer(""), answer("", 204), answer("null"), answer("{}"), answer("[]"), answer("5")]),
        ("cut", [(Reset(),), (Close(),), (Send(head()[:9]), Close())]),
        ("refused", [refusal(401), refusal(403), refusal(400)]),
        ("moved", [answer("", 302, headers={"location": "/elsewhere"})]),
    ],
)
async def test_v15_trouble_with_asking_is_never_the_end(
    name: str, replies: list[Reply], tmp_path: Path
) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(POLL, *replies, json_answer(film(server)))
        async with left(server, tmp_path, polled(server)) as here:
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [FILM]
        assert not server.ledger.of("POST")


async def test_v15_a_task_that_is_gone_is_given_up_after_a_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert polling.GIVE_UP_AFTER_S == 24 * 3600
    monkeypatch.setattr(polling, "GIVE_UP_AFTER_S", 0.3)
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(POLL, refusal(404))
        async with left(server, tmp_path, polled(server)) as here:
            await here.until(ended(here, JobState.EXPIRED))
            assert the(here).error is ErrorKind.TOOK_TOO_LONG
            server.api.on(POLL, json_answer(film(server)))
            await here.jobs.look_again("j")
            await here.until(ended(here, JobState.DONE))
        assert not server.ledger.of("POST")


async def test_v16_k14_a_polling_address_elsewhere_gets_no_key(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.assets.on("GET /status", json_answer(film(server)))
        given = {"id": "v1", "status": "queued", "polling_url": f"{server.assets.url}/status"}
        async with left(server, tmp_path, (job(server), given)) as here:
            await here.until(ended(here, JobState.DONE))
        assert server.ledger.of("GET /status") and not server.ledger.of(POLL)
        assert "assets" not in {request.origin for request in server.ledger.holding(KEY.reveal())}


@pytest.mark.parametrize(
    "address",
    ["http://[bad", "https://x.example:99999/", "ftp://x.example/y", "file:///etc/passwd", "?", "\ud800"],
)
async def test_v16_a_polling_address_that_gives_nothing_gives_way_to_the_id(
    address: str, tmp_path: Path
) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(POLL, json_answer(film(server)))
        given = {"id": "v1", "status": "queued", "polling_url": address}
        async with left(server, tmp_path, (job(server), given)) as here:
            await here.until(ended(here, JobState.DONE))


async def test_v16_a_polling_address_that_is_none_is_an_end_with_a_reason(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        given = {"status": "queued", "polling_url": "https://[bad"}
        async with left(server, tmp_path, (job(server), given)) as here:
            await here.until(ended(here, JobState.EXPIRED))
            assert the(here).error is ErrorKind.BLOCKED_ADDRESS


@pytest.mark.parametrize("state", [JobState.REVIEW, JobState.EXPIRED, JobState.ABANDONED, JobState.UNKNOWN])
async def test_v15_whatever_has_an_id_can_be_looked_for_again(state: JobState, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(POLL, json_answer(film(server)))
        given = job(server, state=state, remote_id="v1")
        async with left(server, tmp_path, (given, {"id": "v1", "status": "queued"})) as here:
            await here.jobs.look_again("j")
            await here.until(ended(here, JobState.DONE))
        assert not server.ledger.of("POST")


async def test_k15_looking_again_without_the_key_says_so_and_does_not_wait_for_ever(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        given = job(server, state=JobState.EXPIRED, remote_id="v1", profile_id="one that was removed")
        async with left(server, tmp_path, (given, None)) as here:
            with pytest.raises(PandaError) as caught:
                await here.jobs.look_again("j")
            assert caught.value.kind is ErrorKind.NO_KEY
            assert the(here).state is JobState.EXPIRED


async def test_v17_charged_although_it_failed(tmp_path: Path, dialect: Dialect) -> None:
    async with FaultServer() as server:
        server.api.usual(balance="42.50")
        failed = json_answer({"id": "v1", "status": "failed", "error": {"message": "no pandas"}})
        gives(server, dialect, failed)
        async with left(server, tmp_path) as here:
            await here.account.settled()
            server.api.on(BALANCE, json_answer({"balance": 40.0, "currency": "usd", "total_spent": 3.5}))
            await here.jobs.make_video(VIDEO)
            await here.until(lambda: ended(here, JobState.FAILED)() and the(here).balance_after is not None)
            assert (the(here).balance_before, the(here).cost) == (Decimal("42.5"), Decimal("2.5"))
            detail = the(here).error_detail
            assert detail is not None and detail.message == "no pandas"


@pytest.mark.parametrize("state", [JobState.POLLING, JobState.DOWNLOADING])
async def test_v24_stopping_and_looking_again(state: JobState, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        ready = film(server)
        if state is JobState.POLLING:
            server.api.on(POLL, json_answer({"status": "running"}))
        else:
            server.api.on(POLL, json_answer(ready))
            server.assets.on("GET /film.mp4", Serve(FILM, cut_at=100, end=Stall()), Serve(FILM))
        async with left(server, tmp_path, polled(server)) as here:
            await here.until(lambda: the(here).state is state)
            route = POLL if state is JobState.POLLING else "GET /film.mp4"
            await asked(server, route)
            await here.jobs.abandon("j")
            before = len(server.ledger)
            assert the(here).state is JobState.ABANDONED
            await asyncio.sleep(0.2)
            assert len(server.ledger) == before
            server.api.on(POLL, json_answer(ready))
            await here.jobs.look_again("j")
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [FILM]
        assert not server.ledger.of("POST")


async def test_v27_another_key_does_not_change_what_runs(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, (Pause(0.4), *json_answer(film(server))))
        async with left(server, tmp_path) as here:
            await here.jobs.make_video(VIDEO)
            await asked(server, CHAT)
            other = type(KEY)("sk-another-0123456789")
            await here.connection.use_key(other)
            await here.until(ended(here, JobState.DONE))
        assert server.ledger.only(CHAT).headers["authorization"] == f"Bearer {KEY.reveal()}"


async def test_v28_twenty_at_once_each_once_in_order(tmp_path: Path) -> None:
    took_s = 0.15
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, (Pause(took_s), *json_answer(film(server))))
        async with left(server, tmp_path) as here:
            for number in range(20):
                await here.jobs.make_video(VideoRequest("wan-2.7-video", f"panda {number}"))
            async with asyncio.timeout(60):
                while not ended(here, JobState.DONE)():
                    await asyncio.sleep(0.05)
            made = sorted(jobs(here), key=lambda each: each.seq)
            sent = [each.sent_at or datetime.max for each in made]
        most = AT_ONCE[JobKind.VIDEO]
        # Those that have their turn together may overtake each other by a moment.
        assert all(first < later for first, later in zip(sent, sent[most:], strict=False))
        posts = server.ledger.of("POST")
        prompts = [json.loads(post.body)["messages"][-1]["content"] for post in posts]
        assert sorted(prompts) == sorted(f"panda {number}" for number in range(20))
        assert all(later.at - first.at >= took_s for first, later in zip(posts, posts[most:], strict=False))
