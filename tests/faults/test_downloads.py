"""Assets from another host that is slow, wrong, hostile or gone: whole and safe, or a reason."""

import asyncio
import base64
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.media import MediaKind
from panda_desktop.gateway import assets as assets_module
from panda_desktop.gateway.assets import AssetClient, Downloaded
from panda_desktop.gateway.clocks import Clocks
from tests.faults.answers import Serve, answer, chunked, head, page, refusal
from tests.faults.client import KEY, short
from tests.faults.ledger import Request
from tests.faults.media import jpeg, mp4, png, sha256, webm, webp
from tests.faults.server import FaultServer, Reply
from tests.faults.steps import Close, Pause, Reset, Send, Stall, Timeline, bytewise

K = ErrorKind
PNG, MP4 = png(1), mp4(1)
X = "GET /x"


class Got:
    """What a download of `/x` from the assets' host came to."""

    def __init__(self, server: FaultServer, folder: Path, clocks: Clocks = Clocks()) -> None:
        self.server = server
        self.part = folder / "x.part"
        self.told: list[tuple[int, int | None]] = []
        self._client = AssetClient(server.base_url, KEY, clocks)

    async def __call__(self, url: str = "", kind: MediaKind = MediaKind.IMAGE) -> Downloaded | PandaError:
        def progress(received: int, total: int | None) -> None:
            self.told.append((received, total))

        try:
            return await self._client.download(
                url or f"{self.server.assets.url}/x", self.part, kind, progress
            )
        except PandaError as error:
            return error

    @property
    def ranges(self) -> list[str]:
        return [request.headers.get("range", "") for request in self.server.ledger.of(X)]


async def kind_of(folder: Path, *replies: Reply, kind: MediaKind = MediaKind.IMAGE, **clocks: float) -> Any:
    """Returns how a download that must fail did, and how often it was tried."""
    async with FaultServer() as server:
        server.assets.on(X, *replies)
        got = Got(server, folder, short(**clocks))
        error = await got(kind=kind)
        assert isinstance(error, PandaError), error
        return error.kind, len(server.ledger)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 414, 451])
async def test_i03_v18_an_address_that_gives_nothing_any_more_is_asked_once(
    status: int, tmp_path: Path
) -> None:
    assert await kind_of(tmp_path, refusal(status)) == (K.LINK_EXPIRED, 1)


@pytest.mark.parametrize("status", [408, 425, 500, 502, 503, 524])
async def test_i03_what_passes_is_tried_again(status: int, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.assets.on(X, refusal(status), Serve(PNG))
        got = await Got(server, tmp_path)()
        assert isinstance(got, Downloaded) and got.sha256 == sha256(PNG)


async def test_i03_a_host_that_asks_to_slow_down_is_left_for_a_while(tmp_path: Path) -> None:
    assert await kind_of(tmp_path, refusal(429)) == (K.RATE_LIMITED, 1)


async def test_i04_slow_is_not_broken(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.assets.on(X, (Send(head(200, {"content-length": str(len(PNG))})), *bytewise(PNG)))
        got = Got(server, tmp_path)
        assert isinstance(await got(), Downloaded)
        assert got.part.read_bytes() == PNG and len(server.ledger) == 1


async def test_i04_a_stall_is_ended_and_gone_on_from(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.assets.on(X, Serve(PNG, cut_at=300, end=Stall()), Serve(PNG))
        got = Got(server, tmp_path, short(bytes_idle_s=0.2))
        assert isinstance(await got(), Downloaded)
        assert (got.part.read_bytes(), got.ranges) == (PNG, ["", "bytes=300-"])


def endless_length(data: bytes) -> Timeline:
    return (Send(head(200, {"content-length": str(len(data) + 50)}) + data), Close())


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("more announced than comes", endless_length(PNG)),
        ("less announced than comes", Serve(PNG, length=len(PNG) - 50)),
        ("no length, closed early", (Send(head() + PNG[:-20]), Close())),
        ("no length, reset", (Send(head() + PNG[:-20]), Pause(0.05), Reset())),
        ("chunks without their end", (Send(head(200, {"transfer-encoding": "chunked"})), Send(
            chunked(PNG[:-20], end=b"")), Close())),
    ],
)  # fmt: skip
async def test_i04_i10_a_wrong_length_is_fetched_again(name: str, first: Timeline, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.assets.on(X, first, Serve(PNG))
        got = Got(server, tmp_path)
        found = await got()
        if name.startswith("less"):  # exactly as long as was said, and yet no whole picture
            assert isinstance(found, PandaError) and found.kind is K.NOT_MEDIA
            found = await got()
        assert isinstance(found, Downloaded) and got.part.read_bytes() == PNG


async def test_i04_what_never_comes_whole_is_given_up_for_now(tmp_path: Path) -> None:
    # The first try has brought something.
    assert await kind_of(tmp_path, endless_length(PNG)) == (K.CONNECTION_LOST, 1 + assets_module.ATTEMPTS)


async def test_i05_k14_the_other_host_learns_nothing(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.assets.on(X, (Send(head(302, {"location": "/y", "set-cookie": "a=b"})), Close()))
        server.assets.on("GET /y", Serve(PNG))
        assert isinstance(await Got(server, tmp_path)(), Downloaded)
        assert not server.ledger.holding(KEY.reveal())
        for request in server.ledger.requests:
            assert not {"authorization", "cookie", "referer", "origin"} & set(request.headers)


async def test_i05_the_gateways_own_address_gets_the_key_and_its_redirect_does_not(tmp_path: Path) -> None:
    async with FaultServer() as server:
        target = f"{server.assets.url}/x"
        server.api.on("GET /v1/videos/v1/content", answer("", 302, headers={"location": target}))
        server.assets.on(X, Serve(PNG))
        assert isinstance(await Got(server, tmp_path)(f"{server.base_url}/videos/v1/content"), Downloaded)
        assert [request.origin for request in server.ledger.holding(KEY.reveal())] == ["api"]


@pytest.mark.parametrize(("hops", "is_followed"), [(5, True), (6, False)])
async def test_i06_five_redirects_and_no_more(hops: int, is_followed: bool, tmp_path: Path) -> None:
    async with FaultServer() as server:
        for number in range(hops):
            target = f"/{number + 1}" if number + 1 < hops else "/x"
            server.assets.on(f"GET /{number}", answer("", 302, headers={"location": target}))
        server.assets.on(X, Serve(PNG))
        got = await Got(server, tmp_path)(f"{server.assets.url}/0")
        if is_followed:
            assert isinstance(got, Downloaded)
        else:
            assert isinstance(got, PandaError) and got.kind is K.BLOCKED_ADDRESS
            assert len(server.ledger) == 6


ODD_TARGETS = [
    "https://10.0.0.1/x",
    "https://192.168.1.1/x",
    "https://169.254.169.254/latest/meta-data",
    "https://[64:ff9b::a00:1]/x",
    "https://[::ffff:10.0.0.1]/x",
    "https://[fe80::1]/x",
    "https://0.0.0.0/x",
    "http://example.com/x",
    "file:///etc/passwd",
    "ftp://example.com/x",
    "javascript:alert(1)",
    "data:text/html,x",
    "//:99999/x",
    "https://[::1",
    "https://a b/x",
    "https://h:99999/x",
    "https://h /\x00",
    "https://h/" + "x" * 100_000,
]


@pytest.mark.parametrize("target", ODD_TARGETS, ids=[target[:30] for target in ODD_TARGETS])
async def test_i06_i07_private_and_odd_targets_are_not_touched(target: str, tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.assets.on(X, answer("", 302, headers={"location": target.replace("\x00", " ")}))
        got = Got(server, tmp_path)
        error = await got()
        assert isinstance(error, PandaError) and error.kind is K.BLOCKED_ADDRESS
        assert len(server.ledger) == 1
        error = await got(target)
        if not target.startswith("data:"):
            assert isinstance(error, PandaError) and error.kind is K.BLOCKED_ADDRESS
        assert len(server.ledger) == 1


@pytest.mark.parametrize("target", ["http://127.0.0.1:1/x", "https://127.0.0.1:1/x", "https://[::1]:1/x"])
async def test_i06_this_computer_is_no_target_of_a_public_gateway(target: str, tmp_path: Path) -> None:
    client = AssetClient("https://api.example/v1", KEY)
    with pytest.raises(PandaError) as caught:
        await client.download(target, tmp_path / "x", MediaKind.IMAGE, lambda *_: None)
    assert caught.value.kind is K.BLOCKED_ADDRESS


@pytest.mark.parametrize(
    ("path", "asked"),
    [("/a b/ü.png", "/a%20b/%C3%BC.png"), ("/x.png?sig=a%2Fb+c&e=1", "/x.png?sig=a%2Fb+c&e=1")],
)
async def test_i07_spaces_and_other_scripts_are_escaped_and_signatures_are_not(
    path: str, asked: str, tmp_path: Path
) -> None:
    async with FaultServer() as server:
        server.assets.on("GET *", Serve(PNG))
        assert isinstance(await Got(server, tmp_path)(f"{server.assets.url}{path}"), Downloaded)
        assert server.ledger.only().path == asked


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("<!doctype html><p>expired", "image/png"),
        ('{"error": "expired"}', "image/png"),
        ("#EXTM3U\n#EXT-X-VERSION:3\n", "video/mp4"),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        ("PK\x03\x04 a zip", "video/mp4"),
        ("", "image/png"),
        ("\x89", "image/png"),
    ],
)
@pytest.mark.parametrize("kind", list(MediaKind))
async def test_i09_i10_i13_v21_other_things_are_told_by_their_bytes(
    body: str, content_type: str, kind: MediaKind, tmp_path: Path
) -> None:
    reply = answer(body.encode("latin-1"), content_type=content_type)
    assert await kind_of(tmp_path, reply, kind=kind) == (K.NOT_MEDIA, 1)
    assert (tmp_path / "x.part").read_bytes() == body.encode("latin-1")  # kept


@pytest.mark.parametrize(
    ("data", "kind", "is_media"),
    [
        (MP4, MediaKind.VIDEO, True),
        (webm(), MediaKind.VIDEO, True),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", MediaKind.VIDEO, True),
        (b"\0\0\0\x14ftypheic\0\0\0\0mif1", MediaKind.VIDEO, False),
        (b"\0\0\0\x14ftypavif\0\0\0\0mif1", MediaKind.VIDEO, False),
        (b"\0\0\0\x14ftypM4A \0\0\0\0isom", MediaKind.VIDEO, False),
        (PNG, MediaKind.VIDEO, False),
        (MP4, MediaKind.IMAGE, False),
    ],
)
async def test_v21_a_film_is_a_film_under_any_name(
    data: bytes, kind: MediaKind, is_media: bool, tmp_path: Path
) -> None:
    async with FaultServer() as server:
        server.assets.on(X, answer(data, content_type="text/plain"))
        got = await Got(server, tmp_path)(kind=kind)
        assert isinstance(got, Downloaded) is is_media


@pytest.mark.parametrize("make", [lambda: PNG, jpeg, webp], ids=["png", "jpeg", "webp"])
async def test_i10_a_picture_that_is_cut_anywhere_is_no_picture(
    make: Callable[[], bytes], tmp_path: Path
) -> None:
    whole = make()
    async with FaultServer() as server:
        got = Got(server, tmp_path)
        server.assets.on(X, answer(whole))
        assert isinstance(await got(), Downloaded)
        for place in range(0, len(whole) - 1, max(1, len(whole) // 25)):
            server.assets.on(X, answer(whole[:place]))
            error = await got()
            assert isinstance(error, PandaError) and error.kind is K.NOT_MEDIA, place


@pytest.mark.parametrize("kind", list(MediaKind))
async def test_i04_v22_too_much_is_not_taken(
    kind: MediaKind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets_module, "MAX_SIZE", dict.fromkeys(MediaKind, 1000))
    data = png(side=30) if kind is MediaKind.IMAGE else mp4(size=2000)
    announced = await kind_of(tmp_path, answer(data), kind=kind)
    silent = await kind_of(tmp_path, (Send(head() + data), Close()), kind=kind)
    assert announced == silent == (K.ANSWER_TOO_BIG, 1)


async def test_v22_the_size_is_told_before_the_bytes(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.assets.on(X, Serve(MP4, cut_at=1000, end=Stall()), Serve(MP4))
        got = Got(server, tmp_path, short(bytes_idle_s=0.2))
        assert isinstance(await got(kind=MediaKind.VIDEO), Downloaded)
        assert got.told[0] == (1000, len(MP4)) and got.told[-1] == (len(MP4), len(MP4))


@pytest.mark.parametrize("end", [Close(), Reset()], ids=["closed", "reset"])
async def test_i20_v20_cut_at_every_twentieth_and_gone_on_from(
    end: Close | Reset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def at_once(_: float) -> None:
        return

    monkeypatch.setattr(asyncio, "sleep", at_once)
    data = mp4(size=20 * 200 - 40)
    assert len(data) % 20 == 0
    async with FaultServer() as server:
        server.assets.on(X, Serve(data, cut_at=len(data) // 20, end=end))
        got = Got(server, tmp_path)
        found = await got(kind=MediaKind.VIDEO)
        assert isinstance(found, Downloaded) and found.sha256 == sha256(data)
        assert got.part.read_bytes() == data
        if isinstance(end, Close):  # what a reset overtakes is lost
            assert got.ranges == ["", *(f"bytes={len(data) * part // 20}-" for part in range(1, 20))]
        assert {request.headers.get("if-range") for request in server.ledger.of(X)} <= {None, '"1"'}


OTHER = mp4(2)


def lying(request: Request) -> Timeline:
    """Answers a range with another one."""
    if "range" not in request.headers:
        return Serve(MP4, cut_at=1000)(request)
    headers = {"content-range": f"bytes 0-{len(MP4) - 1}/{len(MP4)}", "etag": '"1"'}
    return answer(MP4, 206, headers=headers)


def changed(request: Request) -> Timeline:
    """Answers a range of the old file with a part of the new one."""
    rest = OTHER[1000:]
    headers = {"content-range": f"bytes 1000-{len(OTHER) - 1}/{len(OTHER)}", "etag": '"2"'}
    return answer(rest, 206, headers=headers)


@pytest.mark.parametrize(
    ("name", "replies", "whole"),
    [
        ("no ranges", [Serve(MP4, cut_at=1000, ranges=False), Serve(MP4, ranges=False)], MP4),
        ("no etag", [Serve(MP4, cut_at=1000, etag=""), Serve(MP4, etag="")], MP4),
        ("changed, and says so", [Serve(MP4, cut_at=1000), Serve(OTHER, etag='"2"')], OTHER),
        ("changed, and sends a part", [Serve(MP4, cut_at=1000), changed, Serve(OTHER, etag='"2"')], OTHER),
        ("another range", [lying, lying, Serve(MP4)], MP4),
        ("a part nobody asked for", [answer(MP4[5:], 206, headers={"content-range": "bytes 5-9/10"}),
                                     Serve(MP4)], MP4),
        ("416", [Serve(MP4, cut_at=1000), answer("", 416), Serve(MP4)], MP4),
    ],
)  # fmt: skip
async def test_v20_what_cannot_be_gone_on_from_begins_anew(
    name: str, replies: list[Reply], whole: bytes, tmp_path: Path
) -> None:
    async with FaultServer() as server:
        server.assets.on(X, *replies)
        got = Got(server, tmp_path)
        found = await got(kind=MediaKind.VIDEO)
        assert isinstance(found, Downloaded) and found.sha256 == sha256(whole)
        assert got.part.read_bytes() == whole


async def test_v20_a_film_of_unknown_length_is_looked_at(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.assets.on(X, (Send(head() + MP4[:-1]), Close()), (Send(head() + MP4), Close()))
        found = await Got(server, tmp_path)(kind=MediaKind.VIDEO)
        assert isinstance(found, Downloaded) and found.sha256 == sha256(MP4)
        assert len(server.ledger) == 2


async def test_i04_a_host_that_sends_a_little_for_ever_is_left(tmp_path: Path) -> None:
    began = time.monotonic()
    cut = Serve(mp4(size=1_000_000), cut_at=500, ranges=False)
    assert await kind_of(tmp_path, cut, kind=MediaKind.VIDEO) == (K.CONNECTION_LOST, assets_module.ATTEMPTS)
    assert time.monotonic() - began < 10


async def test_i01_bytes_in_the_address_in_every_form(tmp_path: Path) -> None:

    packed = base64.b64encode(PNG).decode()
    async with FaultServer() as server:
        got = Got(server, tmp_path)
        for form in (packed, packed.rstrip("="), "\n".join(packed[i : i + 76] for i in range(0, 9999, 76))):
            found = await got(f"data:image/png;base64,{form}")
            assert isinstance(found, Downloaded) and got.part.read_bytes() == PNG
        quoted, safe = packed.replace("+", "%2B").replace("/", "%2F"), base64.urlsafe_b64encode(PNG).decode()
        for form in (f"data:;base64,{quoted}", f"data:;base64,{safe}", f"DATA:image/PNG;BASE64,{packed}"):
            found = await got(form)
            assert isinstance(found, Downloaded) and got.part.read_bytes() == PNG
        for broken in ("data:image/png,abc", "data:image/png;base64,", "data:;base64,A", "data:"):
            error = await got(broken)
            assert isinstance(error, PandaError) and error.kind is K.NOT_MEDIA
            assert error.reached is Reached.ANSWERED
        assert len(server.ledger) == 0


async def test_i09_a_page_with_an_error_status_says_where_it_came_from(tmp_path: Path) -> None:
    async with FaultServer() as server:
        server.assets.on(X, page("Forbidden", 403))
        error = await Got(server, tmp_path)()
        assert isinstance(error, PandaError)
        assert (error.kind, error.detail.status, error.detail.host) == (K.LINK_EXPIRED, 403, "127.0.0.1")
