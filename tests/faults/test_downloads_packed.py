"""Assets that come packed although nobody asked for it, or are taken away: whole and safe, or a reason."""

import gzip
import zlib
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.media import MediaKind
from panda_desktop.gateway import assets as assets_module
from panda_desktop.gateway.assets import Downloaded
from tests.faults.answers import answer
from tests.faults.server import FaultServer
from tests.faults.test_downloads import MP4, PNG, Got, K, X, kind_of


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate"])
@pytest.mark.parametrize("data", [PNG, MP4], ids=["picture", "film"])
async def test_i04_v20_what_came_packed_is_unpacked(coding: str, data: bytes, tmp_path: Path) -> None:
    packed = gzip.compress(data) if "gzip" in coding else zlib.compress(data)
    headers = {"content-encoding": coding, "etag": '"1"'}
    kind = MediaKind.IMAGE if data is PNG else MediaKind.VIDEO
    async with FaultServer() as server:
        server.assets.on(X, answer(packed, headers=headers))
        got = Got(server, tmp_path)
        assert isinstance(await got(kind=kind), Downloaded)
        assert got.part.read_bytes() == data


async def test_i04_a_packed_file_that_is_cut_off_is_fetched_from_its_start(tmp_path: Path) -> None:
    packed = gzip.compress(MP4)
    headers = {"content-encoding": "gzip", "etag": '"1"', "content-length": str(len(packed))}
    cut = answer(packed[: len(packed) // 2], headers=headers)
    async with FaultServer() as server:
        server.assets.on(X, cut, answer(packed, headers=headers))
        got = Got(server, tmp_path)
        assert isinstance(await got(kind=MediaKind.VIDEO), Downloaded)
        assert got.part.read_bytes() == MP4
        assert got.ranges == ["", ""]


@pytest.mark.parametrize("coding", ["aws-chunked", "none", "utf-8", "br", "gzip", "deflate"])
async def test_i04_v20_what_only_says_that_it_is_packed_is_taken_as_it_is(
    coding: str, tmp_path: Path
) -> None:
    async with FaultServer() as server:
        server.assets.on(X, answer(PNG, headers={"content-encoding": coding}))
        got = Got(server, tmp_path)
        assert isinstance(await got(), Downloaded)
        assert got.part.read_bytes() == PNG


async def test_d19_a_file_that_a_virus_scanner_takes_away_is_told_and_not_a_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognised = assets_module._recognised

    def taken(part: Path, *more: Any) -> Downloaded:
        part.unlink()
        return recognised(part, *more)

    monkeypatch.setattr(assets_module, "_recognised", taken)
    assert await kind_of(tmp_path, answer(MP4), kind=MediaKind.VIDEO) == (K.CANNOT_WRITE, 1)
