"""Refusals and breaks as a person meets them: what is stored, what is tried again and what never is."""

import asyncio
import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from panda_desktop.domain.account import Connection, KeyState
from panda_desktop.domain.changes import AnswerWaits
from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.jobs import Job, JobKind, JobState, RawAnswer
from panda_desktop.domain.waits import WaitKind
from panda_desktop.services.media.polling import Polling
from tests.faults.answers import answer, chat, delta, json_answer, page, refusal, stream
from tests.faults.client import BALANCE, CHAT, IMAGE, IMAGES, KEY, VIDEO, only_job, reply, services
from tests.faults.ledger import Request
from tests.faults.server import FaultServer, Reply
from tests.faults.steps import Pause, Reset, Stall, Timeline
from tests.services.chats import finished, growing
from tests.services.world import World

K = ErrorKind


@pytest.mark.parametrize(
    ("row", "refused", "kind"),
    [
        ("h01", refusal(400, "n is too large", param="n"), K.BAD_REQUEST),
        ("h04", refusal(403, "moderated"), K.FORBIDDEN),
        ("h05", refusal(404, "x", code="model_not_found"), K.MODEL_NOT_FOUND),
        ("h06", refusal(422, "x"), K.BAD_REQUEST),
        ("h07", refusal(408, "x"), K.REQUEST_TIMEOUT),
        ("h11", refusal(500, "x"), K.SERVER_ERROR),
        ("h12", page("x", 524), K.GATEWAY_TIMEOUT),
        ("h34", (Reset(),), K.CONNECTION_LOST),
    ],
)
async def test_h01_h04_h05_h06_h07_h11_h12_h34_a_chat_fails_once_and_can_be_tried_again(
    row: str, refused: Reply, kind: ErrorKind, tmp_path: Path
) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, refused, stream(chat("now")))
        async with services(server, tmp_path) as (here, conversation):
            await here.chat.send(conversation.id, "Tell")
            await here.until(finished(here))
            failed = await reply(here, conversation)
            assert (failed.state, failed.error) == (MessageState.FAILED, kind)
            assert len(server.ledger.of(CHAT)) == 1
            await here.chat.regenerate(failed.id)
            await here.until(finished(here, 2))
            assert (await reply(here, conversation)).text == "now"
            assert here.problems == []


async def test_h02_a_refused_key_is_told_and_kept(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        async with services(server, tmp_path) as (here, conversation):
            await here.connection.use_key(KEY)
            server.api.on("*", refusal(401, "no", code="invalid_api_key"))
            server.api.on(BALANCE, refusal(401, "no", code="invalid_api_key"))
            server.api.on(CHAT, refusal(401, "no", code="invalid_api_key"))
            await here.chat.send(conversation.id, "Tell")
            await here.until(finished(here))
            assert (await reply(here, conversation)).error is K.KEY_REFUSED
            assert here.connection.connection is Connection.KEY_REFUSED
            assert here.connection.key_state is KeyState.STORED
            assert list(here.secrets.keys.values()) == [KEY]


@pytest.mark.parametrize("status", [402, 429])
async def test_h03_no_money_is_read_anew_and_nothing_is_tried_again(status: int, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual(balance="0.50")
        empty = refusal(status, "empty", code="insufficient_quota", headers={"retry-after": "1"})
        server.api.on(CHAT, empty)
        server.api.on(IMAGES, empty)
        async with services(server, tmp_path) as (here, conversation):
            await here.chat.send(conversation.id, "Tell")
            await here.until(finished(here))
            assert (await reply(here, conversation)).error is K.NO_CREDIT
            await here.until(lambda: here.account.balance is not None)
            await here.account.at_rest()
            before = len(server.ledger.of(BALANCE))
            await here.jobs.make_images(IMAGE)
            await here.until(lambda: only_job(here, JobKind.IMAGE).state is JobState.REJECTED)
            await here.until(lambda: len(server.ledger.of(BALANCE)) > before)
            assert (len(server.ledger.of(CHAT)), len(server.ledger.of(IMAGES))) == (1, 1)


def waits(here: World) -> list[WaitKind | None]:
    told = [change.wait for change in here.bus.heard if isinstance(change, AnswerWaits)]
    return [wait.kind if wait is not None else None for wait in told]


def busy(after: str = "1") -> Reply:
    return refusal(429, "slow down", headers={"retry-after": after})


async def test_h09_a_chat_waits_and_goes_on_once(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, busy(), stream(chat("now")))
        async with services(server, tmp_path) as (here, conversation):
            await here.chat.send(conversation.id, "Tell")
            await here.until(lambda: bool(waits(here)))
            waiting = await reply(here, conversation)
            assert (waiting.state, waiting.error) == (MessageState.WAITING, None)
            await here.until(finished(here))
            answered = await reply(here, conversation)
            assert (answered.text, answered.state) == ("now", MessageState.DONE)
            assert waits(here) == [WaitKind.ASKED_TO_WAIT, None]
            first, second = server.ledger.of(CHAT)
            assert second.at - first.at >= 1 and first.body == second.body


async def test_h09_twice_refused_is_refused(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, busy("0.1"))
        async with services(server, tmp_path) as (here, conversation):
            await here.chat.send(conversation.id, "Tell")
            await here.until(finished(here))
            failed = await reply(here, conversation)
            assert (failed.state, failed.error) == (MessageState.FAILED, K.RATE_LIMITED)
            assert len(server.ledger.of(CHAT)) == 2


async def test_h09_the_wait_can_be_cancelled(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, busy("60"))
        async with services(server, tmp_path) as (here, conversation):
            await here.chat.send(conversation.id, "Tell")
            await here.until(lambda: bool(waits(here)))
            began = time.monotonic()
            here.chat.stop(conversation.id)
            await here.until(finished(here))
            assert time.monotonic() - began < 2
            assert (await reply(here, conversation)).state is MessageState.STOPPED
            assert waits(here) == [WaitKind.ASKED_TO_WAIT, None]
            assert len(server.ledger.of(CHAT)) == 1


@pytest.mark.parametrize("after", ["121", "0", "", "-1", "nan"])
async def test_h10_what_cannot_be_waited_out_is_not(after: str, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, busy(after))
        async with services(server, tmp_path) as (here, conversation):
            await here.chat.send(conversation.id, "Tell")
            await here.until(finished(here))
            assert (await reply(here, conversation)).error is K.RATE_LIMITED
            assert len(server.ledger.of(CHAT)) == 1 and waits(here) == []


@pytest.mark.parametrize(
    ("row", "refused", "state", "kind"),
    [
        ("h07", refusal(408, "x"), JobState.UNKNOWN, K.REQUEST_TIMEOUT),
        ("h07", refusal(425, "x"), JobState.UNKNOWN, K.REQUEST_TIMEOUT),
        ("h09", busy(), JobState.REJECTED, K.RATE_LIMITED),
        ("h11", refusal(502, "x"), JobState.UNKNOWN, K.UPSTREAM_FAILED),
        ("h12", page("x", 524), JobState.UNKNOWN, K.GATEWAY_TIMEOUT),
        ("h17", answer("", 204), JobState.UNKNOWN, K.EMPTY_ANSWER),
        ("h19", answer("", 307, headers={"location": "/v2"}), JobState.REJECTED, K.REDIRECTED),
        ("h34", (Reset(),), JobState.UNKNOWN, K.CONNECTION_LOST),
    ],
)
async def test_h07_h09_h11_h12_h17_h19_h34_a_paid_job_is_sent_once(
    row: str, refused: Reply, state: JobState, kind: ErrorKind, tmp_path: Path
) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, refused)
        async with services(server, tmp_path) as (here, _):
            await here.jobs.make_video(VIDEO)
            await here.until(lambda: only_job(here, JobKind.VIDEO).state is state)
            await here.account.settled()
            assert only_job(here, JobKind.VIDEO).error is kind
            assert len(server.ledger.of("POST")) == 1


async def test_h36_videos_that_are_held_do_not_hold_up_a_chat(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()

        def by_kind(request: Request) -> Timeline:
            return stream(chat("quick")) if request.json["stream"] else (Stall(),)

        server.api.on(CHAT, by_kind)
        async with services(server, tmp_path) as (here, conversation):
            for _ in range(5):
                await here.jobs.make_video(VIDEO)
            while len(server.ledger.of(CHAT)) < 3:
                await asyncio.sleep(0.01)
            began = time.monotonic()
            await here.chat.send(conversation.id, "Tell")
            await here.until(finished(here))
            assert (await reply(here, conversation)).text == "quick"
            assert time.monotonic() - began < 3
            for job in here.jobs.jobs(JobKind.VIDEO):
                await here.jobs.abandon(job.id)


async def test_h37_the_network_is_lost_and_comes_back(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, stream(delta("half"), Pause(0.1), Reset()), stream(chat(" and half")))
        async with services(server, tmp_path) as (here, conversation):
            await here.chat.send(conversation.id, "Tell")
            await here.until(growing(here))
            await here.until(finished(here))
            part = await reply(here, conversation)
            assert (part.text, part.state) == ("half", MessageState.INTERRUPTED)
            await server.api.close()
            assert await here.account.settled() is None
            assert here.connection.connection is Connection.OFFLINE
            await server.api.open()
            assert await here.account.settled() is not None
            now = here.connection
            assert now.connection is Connection.ONLINE
            await here.chat.continue_answer(part.id)
            await here.until(finished(here, 2))
            assert (await reply(here, conversation)).text == "half and half"


async def test_h37_what_is_polled_goes_on_when_the_network_is_back(tmp_path: Path) -> None:
    poll = "GET /v1/videos/v1"
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CHAT, json_answer({"id": "v1", "status": "queued"}, 202))
        server.api.on(poll, json_answer({"id": "v1", "status": "running"}))
        async with services(server, tmp_path) as (here, _):
            await here.jobs.make_video(VIDEO)
            await here.until(lambda: only_job(here, JobKind.VIDEO).state is JobState.POLLING)
            while not server.ledger.of(poll):
                await asyncio.sleep(0.01)
            await server.api.close()
            await here.account.settled()
            server.api.on(poll, json_answer({"id": "v1", "status": "failed", "error": "gone"}))
            await server.api.open()
            began = time.monotonic()
            await here.account.settled()
            await here.until(lambda: only_job(here, JobKind.VIDEO).state is JobState.FAILED)
            assert time.monotonic() - began < 5
            assert len(server.ledger.of("POST")) == 1


async def test_h37_without_a_network_it_is_asked_often(monkeypatch: pytest.MonkeyPatch) -> None:
    outcomes = [error(Reached.MAYBE_SENT)] * 9 + [error(Reached.NOTHING_SENT)] * 3

    class Gateway:
        async def poll(self, remote_id: str, poll_url: str) -> RawAnswer:
            if outcomes:
                raise outcomes.pop(0)
            body = b'{"status": "failed"}'
            return RawAnswer(200, {}, body, datetime.now(UTC))

    pauses: list[float] = []

    async def sleep(_polling: Polling, seconds: float) -> None:
        pauses.append(seconds)

    monkeypatch.setattr(Polling, "_sleep", sleep)
    job = Job("1", JobKind.VIDEO, VIDEO, JobState.POLLING, datetime.now(UTC), remote_id="v1")
    await Polling(cast(Any, Gateway()), "https://x/v1").final_answer(job)
    assert max(pauses[:9]) > 20 and max(pauses[9:]) < 6


def error(reached: Reached) -> PandaError:
    return PandaError(K.CANNOT_CONNECT, reached=reached)


async def test_k14_the_key_goes_to_no_other_origin(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(IMAGES, answer(json.dumps({"data": [{"url": f"{server.assets.url}/a.png"}]})))
        server.assets.on("*", answer("", 404))
        async with services(server, tmp_path) as (here, _):
            await here.jobs.make_images(IMAGE)
            await here.until(lambda: only_job(here, JobKind.IMAGE).state is JobState.EXPIRED)
            assert {request.origin for request in server.ledger.holding(KEY.reveal())} == {"api"}
            assert server.ledger.of(origin="assets") != []
