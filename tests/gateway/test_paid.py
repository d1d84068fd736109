"""Paid requests as values: through a pipe whole or not at all, and sent at most once."""

import asyncio
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panda_desktop.domain.account import OFFICIAL, Endpoint
from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.jobs import ImageRequest, VideoRequest
from panda_desktop.domain.secret import ApiKey
from panda_desktop.gateway.client import Gateway
from panda_desktop.gateway.paid import PaidPost, send
from tests.canary import CANARY
from tests.gateway.scripted import Scripted, answer

KEY = ApiKey(CANARY)
POST = PaidPost(OFFICIAL, "/images/generations", (b'{"a": ', b"1}"), KEY, 600.0)


def test_v10_every_cut_of_an_order_is_no_order() -> None:
    whole = b"".join(POST.written())
    for length in range(len(whole)):
        assert PaidPost.read(io.BytesIO(whole[:length])) is None
    got = PaidPost.read(io.BytesIO(whole))
    assert got is not None
    assert (got.endpoint, got.path, got.key, got.wait_s) == (OFFICIAL, POST.path, KEY, 600.0)
    assert got.body == (b'{"a": 1}',)


@given(st.lists(st.binary()), st.one_of(st.none(), st.text("!~aZ", min_size=1)))
def test_any_body_comes_through(pieces: list[bytes], key: str | None) -> None:
    post = PaidPost(Endpoint("http://[::1]:1/v1"), "/x", tuple(pieces), ApiKey(key) if key else None, 1.5)
    got = PaidPost.read(io.BytesIO(b"".join(post.written())))
    assert got is not None and got.body == (b"".join(pieces),) and got.key == post.key


def test_k09_neither_key_nor_words_are_shown() -> None:
    async def main() -> None:
        gateway = Gateway(OFFICIAL, KEY, wait_cap_s=lambda: 7.0)
        for post in (
            await gateway.paid_images(ImageRequest("kolors", "secret words")),
            await gateway.paid_video(VideoRequest("wan-2.7-video", "secret words")),
        ):
            assert (post.key, post.wait_s) == (KEY, 7.0)
            assert b"secret words" in b"".join(post.body)
            assert "secret words" not in repr(post) and KEY.reveal() not in repr(post)

    asyncio.run(main())


def test_v10_nothing_leaves_when_it_cannot_be_noted() -> None:
    async def main() -> None:
        asked = []

        def full() -> None:
            asked.append(len(server.calls))
            raise PandaError(ErrorKind.DISK_FULL)

        async with Scripted([answer("{}")]) as server, Scripted([answer("{}")]) as other:
            post = PaidPost(Endpoint(f"{server.url}/v1", f"{other.url}/v1"), "/x", (b"{}",), KEY, 5.0)
            with pytest.raises(PandaError) as caught:
                await send(post, full)
            assert (caught.value.kind, caught.value.reached) == (ErrorKind.DISK_FULL, Reached.NOTHING_SENT)
            assert set(asked) == {0}
            assert server.calls == other.calls == []

    asyncio.run(main())


def test_v10_it_is_noted_once_and_before_the_first_byte() -> None:
    async def main() -> None:
        noted = []
        async with Scripted([answer("{}")]) as server:
            post = PaidPost(Endpoint(f"{server.url}/v1"), "/x", (b"{}",), KEY, 5.0)
            assert (await send(post, lambda: noted.append(len(server.calls)))).body == b"{}"
            assert (noted, len(server.calls)) == ([0], 1)

    asyncio.run(main())
