"""A download that is cancelled while its thread writes: the file is left alone from then on."""

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from panda_desktop.domain.media import MediaKind
from panda_desktop.gateway import assets
from panda_desktop.gateway.assets import AssetClient


def test_i04_a_cancelled_download_writes_nothing_after_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, write = tmp_path / "a.part", assets._write
    begun, may_write = threading.Event(), threading.Event()

    def held(path: Path, data: bytes, mode: str) -> None:
        begun.set()
        may_write.wait(10)
        write(path, data, mode)

    async def chunks() -> AsyncIterator[bytes]:
        yield b"late"

    async def cancelled() -> None:
        client = AssetClient("https://gateway.example/v1", None)
        received = client._received(chunks(), "https://a.example/a", part, MediaKind.IMAGE, 0, lambda _: None)
        downloading = asyncio.ensure_future(received)
        while not begun.is_set():
            await asyncio.sleep(0)
        downloading.cancel()
        for _ in range(10):  # as many turns as it may take to notice
            await asyncio.sleep(0)
        has_ended = downloading.done()
        may_write.set()
        await asyncio.wait([downloading])
        assert not has_ended  # the next try would share the file with this write
        assert downloading.cancelled()
        assert part.read_bytes() == b"late"

    monkeypatch.setattr(assets, "_write", held)
    asyncio.run(cancelled())
