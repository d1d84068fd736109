"""Films from every shape of answer, held and polled, through the job engine."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind
from panda_desktop.domain.jobs import Job, JobKind, JobState
from tests.faults.answers import Serve, answer, json_answer, refusal
from tests.faults.client import CHAT, VIDEO
from tests.faults.jobs import CONTENT, POLL, Dialect, dialect, ended, gives, job, left, quick, saved, the
from tests.faults.media import mp4, webm
from tests.faults.server import FaultServer
from tests.faults.steps import Pause, Reset, Send

__all__ = ["dialect", "quick"]
FILM, OTHER = mp4(1), mp4(2)
PACKED = base64.b64encode(FILM).decode()
LINK = "{host}/film.mp4"
SIGNED = "{host}/signed?name=film&sig=a%2Fb"


def said(content: Any, **more: Any) -> dict[str, Any]:
    return {"id": "c", "choices": [{"message": {"role": "assistant", "content": content} | more}]}


SHAPES: dict[str, Any] = {
    "bare": said(LINK),
    "markdown": said(f"Done: [video]({LINK})."),
    "html block": said(f"```html\n<video src='{LINK}' controls></video>\n```"),
    "video tag": said(f'<video src="{SIGNED}" controls></video>'),
    "source tag": said(f"<video><source src={SIGNED}></video>"),
    "parts": said([{"type": "video_url", "video_url": {"url": LINK}}]),
    "message.videos": said("", videos=[{"url": SIGNED}]),
    "JSON in content": said(json.dumps({"video_url": SIGNED})),
    "data in content": said(f"data:video/mp4;base64,{PACKED}"),
    "video_url": {"video_url": SIGNED},
    "video_url object": {"video_url": {"url": SIGNED}},
    "url": {"url": SIGNED},
    "data url": {"data": [{"url": SIGNED}]},
    "data b64": {"data": [{"b64_json": PACKED}]},
    "output": {"output": SIGNED},
    "output list": {"output": [SIGNED]},
    "output object": {"output": {"video_url": SIGNED}},
    "result_url": {"result_url": SIGNED},
    "metadata": {"metadata": {"url": SIGNED}},
    "urls": {"urls": [SIGNED]},
    "unsigned_urls": {"unsigned_urls": [SIGNED]},
    "preview first": said("10% {host}/a.gif 50% {host}/b.png done " + LINK),
    "thumbnail and film": {"video_url": SIGNED, "thumbnail_url": "{host}/b.png"},
    "two films": {"videos": [{"url": SIGNED}, {"url": "{host}/watermark.mp4"}]},
    "no film at first": {"videos": [{"url": "{host}/page"}, {"url": LINK}]},
}


def host(server: FaultServer) -> str:
    for path in ("/film.mp4", "/signed"):
        server.assets.on(f"GET {path}", Serve(FILM))
    server.assets.on("GET /watermark.mp4", Serve(OTHER))
    server.assets.on("GET /page", answer("<html>", content_type="text/html"))
    return server.assets.url


async def test_v01_v02_every_shape_is_a_film_on_the_disk(tmp_path: Path, dialect: Dialect) -> None:
    async with FaultServer() as server:
        server.api.usual()
        given = []
        for number, (name, shape) in enumerate(SHAPES.items()):
            value = json.loads(json.dumps(shape).replace("{host}", host(server)))
            if dialect is Dialect.HELD:
                given.append((job(server, name=name), value))
            else:
                done = value if "choices" in value else value | {"status": "completed"}
                server.api.on(f"GET /v1/videos/v{number}", json_answer(done))
                polled = job(server, state=JobState.POLLING, name=name, remote_id=f"v{number}")
                given.append((polled, None))
        async with left(server, tmp_path, *given) as here:
            await here.until(ended(here, JobState.DONE))
            for each in here.jobs.jobs(JobKind.VIDEO):
                assert saved(here, each) == [FILM], each.id
                raw = await here.jobs.raw_answer(each.id)
                assert raw is not None and raw.body
        assert not server.ledger.of("POST")


async def test_v01_v07_through_the_paid_request(tmp_path: Path, dialect: Dialect) -> None:
    async with FaultServer() as server:
        server.api.usual()
        body = json.dumps({"video_url": f"{host(server)}/film.mp4", "status": "completed"})
        slow = (
            Send(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n"),
            *(Send(b"\n", pause_s=0.02),) * 5,
            Send(body.encode()),
        )
        gives(server, dialect, slow)
        async with left(server, tmp_path) as here:
            await here.jobs.make_video(VIDEO)
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [FILM]
        assert len(server.ledger.of("POST")) == 1
        assert server.ledger.only("POST").json["stream"] is False


@pytest.mark.parametrize(
    "value",
    [
        {"id": "v1", "status": "queued"},
        {"task_id": "v1"},
        {"request_id": "v1", "state": "PENDING"},
        {"id": "v1", "object": "video"},
        {"data": {"task_id": "v1", "task_status": "SUBMITTED"}},
        {"output": {"task_id": "v1", "task_status": "RUNNING"}},
        said("Submitted. Task ID: v1-23456"),
        {"polling_url": "/v1/videos/v1", "status": "queued"},
        {"status_url": "/v1/videos/v1"},
        {"id": "v1", "status": "a word of tomorrow"},
    ],
)
async def test_v03_an_id_becomes_a_polled_job(value: Any, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        done = json_answer({"status": "done", "video_url": f"{host(server)}/film.mp4"})
        server.api.on(POLL, done)
        server.api.on("GET /v1/videos/v1-23456", done)
        async with left(server, tmp_path, (job(server), value)) as here:
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [FILM]


async def test_v03_the_other_address_of_a_task(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(POLL, refusal(404))
        ready = {"status": "SUCCESS", "url": f"{host(server)}/film.mp4"}
        server.api.on("GET /v1/video/generations/v1", json_answer(ready))
        async with left(server, tmp_path, (job(server), {"task_id": "v1"})) as here:
            await here.until(ended(here, JobState.DONE))


WAITING = ("queued", "pending", "PENDING", "submitted", "created", "processing", "RUNNING", "in_progress")
DONE = ("succeeded", "success", "SUCCEEDED", "completed", "COMPLETED", "done", "finished")
LOST = ("failed", "error", "cancelled", "expired", "FAILED")


@pytest.mark.parametrize("word", [*WAITING, "UNKNOWN", "a word of tomorrow", "<b>x</b>"])
@pytest.mark.parametrize("names_the_job", [True, False])
async def test_v04_a_word_that_is_no_end_is_shown_and_waited_for(
    word: str, names_the_job: bool, tmp_path: Path
) -> None:
    async with FaultServer() as server:
        server.api.usual()
        working = {"status": word} | ({"id": "v1"} if names_the_job else {})
        ready = json_answer({"id": "v1", "status": "done", "video_url": f"{host(server)}/film.mp4"})
        server.api.on(POLL, json_answer(working), json_answer(working), ready)
        given = job(server, state=JobState.POLLING, remote_id="v1")
        async with left(server, tmp_path, (given, None)) as here:
            await here.until(ended(here, JobState.DONE))
            assert the(here).status_word == word
        assert len(server.ledger.of(POLL)) == 3


@pytest.mark.parametrize("word", DONE)
@pytest.mark.parametrize("has_link", [True, False])
async def test_v04_every_word_for_success(word: str, has_link: bool, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        ready = {"id": "v1", "status": word}
        ready |= {"video_url": f"{host(server)}/film.mp4"} if has_link else {}
        server.api.on(POLL, json_answer(ready))
        server.api.on(CONTENT, Serve(FILM))
        given = job(server, state=JobState.POLLING, remote_id="v1")
        async with left(server, tmp_path, (given, None)) as here:
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [FILM]


@pytest.mark.parametrize("word", ["completed", "Succeed", "成功"])
async def test_v03_v04_done_at_once_under_an_id_alone(word: str, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(CONTENT, Serve(FILM))
        value = {"id": "v1", "object": "video", "status": word}
        async with left(server, tmp_path, (job(server), value)) as here:
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [FILM]
        assert not server.ledger.of("POST")


@pytest.mark.parametrize("word", LOST)
async def test_v04_v17_every_word_for_failure(word: str, tmp_path: Path, dialect: Dialect) -> None:
    failed = {"id": "v1", "status": word, "error": {"message": "<i>no pandas</i>"}}
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(POLL, json_answer(failed))
        given: tuple[Job, Any] = (job(server), failed)
        if dialect is Dialect.POLLED:
            given = (job(server, state=JobState.POLLING, remote_id="v1"), None)
        async with left(server, tmp_path, given) as here:
            await here.until(ended(here, JobState.FAILED))
            detail = the(here).error_detail
            assert (the(here).error, the(here).status_word) == (ErrorKind.JOB_FAILED, word)
            assert detail is not None and detail.message == "<i>no pandas</i>"


@pytest.mark.parametrize(
    "text", ["All tokens available are in use, try again.", "I cannot make that.", "", "https://"]
)
async def test_v05_an_answer_without_a_film_is_kept_and_not_paid_again(
    text: str, tmp_path: Path, dialect: Dialect
) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(POLL, json_answer(said(text)))
        server.api.on(CONTENT, refusal(404))
        given: tuple[Job, Any] = (job(server), said(text))
        if dialect is Dialect.POLLED:
            given = (job(server, state=JobState.POLLING, remote_id="v1"), None)
        async with left(server, tmp_path, given) as here:
            await here.until(ended(here))
            assert the(here).state in (JobState.REVIEW, JobState.EXPIRED)
            raw = await here.jobs.raw_answer("j")
            assert raw is not None and json.loads(raw.body) == said(text)
        assert not server.ledger.of("POST")


@pytest.mark.parametrize(
    "body",
    [b"<html>expired", b'{"error":"gone"}', b"#EXTM3U\n", b"PK\x03\x04", b"", b"\x1aE", b"RIFF\0\0\0\0AVI "],
)
async def test_v21_what_is_no_film_is_refused_and_kept(body: bytes, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.assets.on("GET /film.mp4", answer(body, content_type="video/mp4"), Serve(FILM))
        value = {"video_url": f"{server.assets.url}/film.mp4"}
        async with left(server, tmp_path, (job(server), value)) as here:
            await here.until(ended(here, JobState.REVIEW))
            assert the(here).error is ErrorKind.NOT_MEDIA
            (kept,) = tmp_path.glob("incoming/*.part")
            assert kept.read_bytes() == body
            await here.jobs.look_again("j")
            await here.until(ended(here, JobState.DONE))


@pytest.mark.parametrize("data", [webm(), b"\0\0\0\x14ftypqt  \0\0\0\0qt  "], ids=["webm", "mov"])
async def test_v21_v23_other_kinds_of_film_stay_as_they_are(data: bytes, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.assets.on("GET /film.mp4", Serve(data))
        value = {"video_url": f"{server.assets.url}/film.mp4"}
        async with left(server, tmp_path, (job(server), value)) as here:
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [data]


async def test_v18_a_link_that_has_died_is_renewed_by_asking_again(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.assets.on("GET /old.mp4", refusal(403))
        old = {"id": "v1", "status": "completed", "video_url": f"{server.assets.url}/old.mp4"}
        fresh = old | {"video_url": f"{host(server)}/film.mp4"}
        server.api.on(POLL, json_answer(old), json_answer(fresh))
        given = job(server, state=JobState.POLLING, remote_id="v1")
        async with left(server, tmp_path, (given, None)) as here:
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [FILM]
        assert not server.ledger.of("POST")


async def test_v18_a_link_that_stays_dead_is_asked_about_once(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.assets.on("GET /old.mp4", refusal(403))
        old = {"id": "v1", "status": "completed", "video_url": f"{server.assets.url}/old.mp4"}
        server.api.on(POLL, json_answer(old))
        given = job(server, state=JobState.POLLING, remote_id="v1")
        async with left(server, tmp_path, (given, None)) as here:
            await here.until(ended(here, JobState.EXPIRED))
            assert the(here).error is ErrorKind.LINK_EXPIRED
            assert len(server.ledger.of(POLL)) == 2
            await here.jobs.look_again("j")  # a person may ask again
            await here.until(ended(here, JobState.EXPIRED))


async def test_v18_a_dead_link_of_a_held_answer_is_told(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.assets.on("GET /old.mp4", refusal(403))
        value = said(f"{server.assets.url}/old.mp4")
        async with left(server, tmp_path, (job(server), value)) as here:
            await here.until(ended(here, JobState.EXPIRED))
        assert not server.ledger.of("POST") and not server.ledger.of(CHAT)


@pytest.mark.usefixtures("quick")
async def test_v20_a_download_cut_again_and_again_is_gone_on_with(tmp_path: Path) -> None:
    data = mp4(5, size=50_000)
    async with FaultServer() as server:
        server.api.usual()
        cuts = [Serve(data, cut_at=300, end=Reset() if number % 2 else Pause(0.05)) for number in range(8)]
        server.assets.on("GET /film.mp4", *cuts, Serve(data))
        value = {"video_url": f"{server.assets.url}/film.mp4"}
        async with left(server, tmp_path, (job(server), value)) as here:
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [data]


async def test_v20_v10_a_download_goes_on_after_a_restart(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        value = {"video_url": f"{host(server)}/film.mp4"}
        (tmp_path / "incoming").mkdir()
        (tmp_path / "incoming" / "j-0.part").write_bytes(OTHER[:100])  # of something else, for all one knows
        given = job(server, state=JobState.DOWNLOADING)
        async with left(server, tmp_path, (given, value)) as here:
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [FILM]
