"""Pictures from every kind of answer and host, through the job engine: all that can be shown is."""

import asyncio
import base64
import json
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import JobState
from panda_desktop.gateway import assets as assets_module
from tests.faults.answers import Serve, answer, json_answer, refusal
from tests.faults.client import IMAGES, KEY
from tests.faults.jobs import ended, images, job, left, quick, saved, the
from tests.faults.media import png
from tests.faults.server import FaultServer
from tests.faults.steps import Reset, Stall

__all__ = ["quick"]
ONE, TWO, THREE = png(1), png(2), png(3)


def packed(data: bytes) -> str:
    return base64.b64encode(data).decode()


def hosted(server: FaultServer) -> str:
    """Has the assets' host serve three pictures; returns its address."""
    for name, data in (("1", ONE), ("2", TWO), ("3", THREE)):
        server.assets.on(f"GET /{name}.png", Serve(data))
    return server.assets.url


@pytest.mark.parametrize(
    ("entries", "files"),
    [
        ([{"url": "{host}/1.png"}], [ONE]),
        ([{"b64_json": packed(ONE)}], [ONE]),
        ([{"url": f"data:image/png;base64,{packed(ONE)}"}], [ONE]),
        ([{"url": "{host}/gone.png", "b64_json": packed(ONE)}], [ONE]),
        ([{"url": None, "b64_json": packed(ONE)}], [ONE]),
        ([{"url": "{host}/1.png", "b64_json": None}], [ONE]),
        ([{"url": "{host}/1.png", "b64_json": ""}], [ONE]),
        (["{host}/1.png"], [ONE]),
        ([{"image_url": {"url": "{host}/1.png"}}], [ONE]),
        ([{"url": "{host}/1.png"}, {"b64_json": packed(TWO)}, {"url": "{host}/3.png"}], [ONE, TWO, THREE]),
    ],
)
async def test_i01_every_way_to_give_an_image(entries: Any, files: list[bytes], tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        value = json.loads(json.dumps({"data": entries}).replace("{host}", hosted(server)))
        async with left(server, tmp_path, (job(server, images(len(files))), value)) as here:
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == files
            assert the(here).error is None


@pytest.mark.parametrize(
    "value",
    [
        {"data": []},
        {"data": [{}]},
        {"data": [{"url": None, "b64_json": None}]},
        {"data": [None, 5, ""]},
        {"data": None},
        {"id": "img-1", "created": 1, "data": []},
        {"choices": [{"message": {"content": "I cannot draw that."}}]},
        None,
        [],
        5,
    ],
)
async def test_i01_an_answer_without_an_image_is_kept(value: Any, tmp_path: Path) -> None:
    body = json.dumps(value).encode()
    async with FaultServer() as server:
        server.api.usual()
        async with left(server, tmp_path, (job(server, images()), body)) as here:
            await here.until(ended(here, JobState.REVIEW))
            assert the(here).error is ErrorKind.NO_RESULT
            raw = await here.jobs.raw_answer("j")
            assert raw is not None and raw.body == body
        assert not server.ledger.of("POST")


@pytest.mark.parametrize(
    ("asked", "names", "arrived"),
    [(4, ["1", "2", "3"], 3), (1, ["1", "2"], 2), (3, ["1", "1", "2"], 2)],
)
async def test_i02_fewer_more_and_twice_the_same(
    asked: int, names: list[str], arrived: int, tmp_path: Path
) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on(IMAGES, json_answer({"data": [{"url": f"{hosted(server)}/{n}.png"} for n in names]}))
        async with left(server, tmp_path) as here:
            await here.jobs.make_images(images(asked))
            await here.until(ended(here, JobState.DONE))
            assert (the(here).arrived, the(here).expected) == (arrived, asked)
            assert len(set(saved(here, the(here)))) == arrived
        assert len(server.ledger.of("POST")) == 1


@pytest.mark.parametrize("status", [403, 404, 410])
async def test_i03_a_link_that_is_dead_at_once(status: int, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        hosted(server)
        server.assets.on("GET /1.png", refusal(status), Serve(ONE))
        value = {"data": [{"url": f"{server.assets.url}/1.png"}]}
        async with left(server, tmp_path, (job(server, images()), value)) as here:
            await here.until(ended(here, JobState.EXPIRED))
            assert (the(here).error, the(here).request.prompt) == (ErrorKind.LINK_EXPIRED, "a panda")
            await here.jobs.look_again("j")
            await here.until(ended(here, JobState.DONE))
        assert not server.ledger.of("POST")


async def test_i03_what_was_saved_does_not_need_its_link_any_more(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        value = {"data": [{"url": f"{hosted(server)}/1.png"}]}
        async with left(server, tmp_path, (job(server, images()), value)) as here:
            await here.until(ended(here, JobState.DONE))
            server.assets.on("*", refusal(403))
        async with left(server, tmp_path) as here:
            assert saved(here, the(here)) == [ONE]
        assert len(server.ledger.of(origin="assets")) == 1


@pytest.mark.usefixtures("quick")
async def test_i02_i03_i04_a_dead_link_and_a_slow_one_do_not_lose_the_others(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        host = hosted(server)
        server.assets.on("GET /2.png", refusal(410))
        server.assets.on("GET /3.png", *[Serve(THREE, cut_at=10, end=Reset())] * 5, Serve(THREE))
        value = {"data": [{"url": f"{host}/{name}.png"} for name in (1, 2, 3)]}
        async with left(server, tmp_path, (job(server, images(3)), value)) as here:
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [ONE, THREE]
            assert (the(here).arrived, the(here).error) == (2, ErrorKind.LINK_EXPIRED)
        assert len(server.ledger.of("GET /1.png")) == 1


async def test_i05_k14_the_key_goes_to_the_gateway_alone(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on("GET /own.png", Serve(TWO))
        value = {"data": [{"url": f"{hosted(server)}/1.png"}, {"url": f"{server.api.url}/own.png"}]}
        async with left(server, tmp_path, (job(server, images(2)), value)) as here:
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [ONE, TWO]
        assert {request.origin for request in server.ledger.holding(KEY.reveal())} == {"api"}
        (own,) = server.ledger.of("GET /own.png")
        assert own.holds(KEY.reveal())


@pytest.mark.parametrize("url", ["/1.png", "1.png", "//{api}/v1/1.png", "./1.png", " /1.png "])
async def test_i07_addresses_without_a_host_are_the_gateways(url: str, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.api.on("GET /1.png", Serve(ONE))
        server.api.on("GET /v1/1.png", Serve(ONE))
        address = url.replace("{api}", server.api.url.partition("//")[2])
        value = {"data": [{"url": address}]}
        async with left(server, tmp_path, (job(server, images()), value)) as here:
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [ONE]


@pytest.mark.parametrize(
    "url",
    [
        "https://[::1",
        "https://h:99999/x",
        "x" * 100_000,
        "file:///etc/passwd",
        "https://10.0.0.1/x",
        "https://",
    ],
    ids=["bracket", "port", "huge", "file", "private", "nothing"],
)
async def test_i06_i07_an_address_that_cannot_be_asked_is_an_end_with_a_reason(
    url: str, tmp_path: Path
) -> None:
    async with FaultServer() as server:
        server.api.usual()
        async with left(server, tmp_path, (job(server, images()), {"data": [{"url": url}]})) as here:
            await here.until(ended(here, JobState.REVIEW))
            assert the(here).error is ErrorKind.BLOCKED_ADDRESS
            assert here.problems == []


@pytest.mark.parametrize("body", [b"<html>", b"{}", b"", b"\x89", ONE[:-5], ONE[:200]])
async def test_i09_i10_what_is_no_whole_image_can_be_downloaded_again(body: bytes, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.api.usual()
        server.assets.on("GET /1.png", answer(body, content_type="image/png"), Serve(ONE))
        value = {"data": [{"url": f"{server.assets.url}/1.png"}]}
        async with left(server, tmp_path, (job(server, images()), value)) as here:
            await here.until(ended(here, JobState.REVIEW))
            assert (the(here).error, saved(here, the(here))) == (ErrorKind.NOT_MEDIA, [])
            await here.jobs.look_again("j")
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [ONE]


async def test_i17_a_revised_prompt_of_a_megabyte_is_cut(tmp_path: Path) -> None:
    revised = "<img src=file:///etc/passwd>" * 40_000
    value = {"data": [{"b64_json": packed(ONE), "revised_prompt": revised}]}
    async with FaultServer() as server:
        server.api.usual()
        async with left(server, tmp_path, (job(server, images()), value)) as here:
            await here.until(ended(here, JobState.DONE))
            (item,) = here.library.of_job("j")
            assert item.revised_prompt == revised[:20000]


def on_disk(folder: Path) -> list[Path]:
    return [path for path in (folder / "media").rglob("*") if path.is_file()]


async def until_asked(server: FaultServer, folder: Path, size: int) -> None:
    async with asyncio.timeout(10):
        while not any(path.stat().st_size >= size for path in folder.glob("incoming/*.part")):
            await asyncio.sleep(0.005)


async def test_i20_v10_a_download_that_ends_with_the_program_at_every_tenth(tmp_path: Path) -> None:
    data = png(9, side=40)
    async with FaultServer() as server:
        server.api.usual()
        value = {"data": [{"url": f"{server.assets.url}/1.png"}]}
        given = [(job(server, images()), value)]
        for tenth in range(1, 10):
            size = len(data) * tenth // 10
            server.assets.on("GET /1.png", Serve(data, cut_at=size, end=Stall()))
            async with left(server, tmp_path, *given):
                await until_asked(server, tmp_path, size)
            given = []
            assert on_disk(tmp_path) == []
            for path in tmp_path.glob("incoming/*.part"):
                path.unlink()  # so that the next tenth is waited for
        server.assets.on("GET /1.png", Serve(data))
        async with left(server, tmp_path) as here:
            await here.until(ended(here, JobState.DONE))
            assert saved(here, the(here)) == [data]
        assert len(on_disk(tmp_path)) == 1 and not list(tmp_path.glob("incoming/*"))


@pytest.mark.usefixtures("quick")
async def test_i19_v22_a_disk_that_is_full_for_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, is_full = assets_module._write, True

    def limited(part: Path, data: bytes, mode: str) -> None:
        if not is_full or not data:
            write(part, data, mode)
            return
        write(part, data[: len(data) * 9 // 10], mode)
        raise PandaError(ErrorKind.DISK_FULL)

    monkeypatch.setattr(assets_module, "_write", limited)
    async with FaultServer() as server:
        server.api.usual()
        value = {"data": [{"url": f"{hosted(server)}/1.png"}]}
        async with left(server, tmp_path, (job(server, images()), value)) as here:
            await here.until(lambda: the(here).error is ErrorKind.DISK_FULL)
            assert the(here).state is JobState.DOWNLOADING
            is_full = False
            await here.until(ended(here, JobState.DONE))
            assert (saved(here, the(here)), the(here).error) == ([ONE], None)
        *_, last = server.ledger.of("GET /1.png")
        assert last.headers["range"].startswith("bytes=")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
async def test_v22_what_the_system_says_of_a_full_disk_is_understood() -> None:
    with pytest.raises(PandaError) as caught:
        assets_module._write(Path("/dev/full"), b"x" * 100_000, "wb")
    assert caught.value.kind is ErrorKind.DISK_FULL
