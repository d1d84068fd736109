"""Request bodies as bytes, pictures included."""

import asyncio
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from panda_desktop.domain.account import Endpoint
from panda_desktop.domain.chat import Role
from panda_desktop.gateway.bodies import LARGE, PIECE, encoded, pieces
from panda_desktop.gateway.client import Gateway
from panda_desktop.gateway.requests import ChatRequest, ChatTurn
from tests.gateway.scripted import Scripted, stream

PICTURE = "data:image/png;base64," + "QUJD" * LARGE


def bytes_of(body: dict[str, Any]) -> bytes:
    return b"".join(asyncio.run(encoded(body)))


def test_pictures_stand_where_they_stood() -> None:
    body = {"a": [{"url": PICTURE}, "text", {"url": PICTURE + "RA=="}], "b": {"c": PICTURE}, "d": [1, None]}
    assert bytes_of(body) == json.dumps(body).encode()
    assert json.loads(bytes_of(body)) == body


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_text_beside_a_picture(one: str, two: str) -> None:
    for body in ({one: [two, PICTURE, one]}, {one: two}):
        assert bytes_of(body) == json.dumps(body, ensure_ascii=True).encode()


def test_what_only_looks_like_a_picture_is_escaped() -> None:
    for text in (f"{PICTURE}熊", f"x{PICTURE}", f'data:image/svg"{PICTURE}', f"data:text/html;{PICTURE}"):
        assert bytes_of({"t": text, "u": [PICTURE]}) == json.dumps({"t": text, "u": [PICTURE]}).encode()


def test_all_of_it_is_in_the_pieces() -> None:
    async def main() -> None:
        content = bytes(range(256)) * (PIECE // 100)
        got = [piece async for piece in pieces((content, b"", content[:5]))]
        assert b"".join(got) == content + content[:5]
        assert max(map(len, got)) == PIECE

    asyncio.run(main())


def test_h08_a_large_request_arrives_whole_and_with_its_length() -> None:
    async def main() -> None:
        async with Scripted([stream(b"data: [DONE]\n\n")]) as server:
            gateway = Gateway(Endpoint(f"{server.url}/v1"), None)
            turn = ChatTurn(Role.USER, "Look", (PICTURE, PICTURE))
            async for _ in gateway.stream_chat(ChatRequest("auto", (turn,))):
                pass
            await gateway.aclose()
            (call,) = server.calls
            assert len(call.body) > 2 * PIECE
            assert int(call.headers["content-length"]) == len(call.body)
            assert "transfer-encoding" not in call.headers
            (message,) = json.loads(call.body)["messages"]
            assert [part["type"] for part in message["content"]] == ["text", "image_url", "image_url"]

    asyncio.run(main())
