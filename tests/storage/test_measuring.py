"""Size and duration from headers: bounded reading, right for real files, silent for hostile ones."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panda_desktop.storage.measuring import _MOST_READ, Measure, _Film, measure
from tests.services.media.rig import png

ACROSS = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
ON_ITS_SIDE = struct.pack(">9I", 0, 0x10000, 0, 0xFFFF0000, 0, 0, 0, 0, 0x40000000)


def box(kind: bytes, *content: bytes, large: bool = False) -> bytes:
    data = b"".join(content)
    if large:
        return struct.pack(">I4sQ", 1, kind, 16 + len(data)) + data
    return struct.pack(">I4s", 8 + len(data), kind) + data


def mvhd(scale: int, length: int, *, version: int = 0) -> bytes:
    if version:
        return box(b"mvhd", struct.pack(">B3xQQIQ", 1, 0, 0, scale, length), bytes(80))
    return box(b"mvhd", struct.pack(">B3xIIII", 0, 0, 0, scale, length), bytes(80))


def tkhd(width: int, height: int, *, matrix: bytes = ACROSS, version: int = 0) -> bytes:
    times = struct.pack(">QQIIQ", 0, 0, 1, 0, 0) if version else struct.pack(">IIIII", 0, 0, 1, 0, 0)
    sizes = struct.pack(">II", width << 16, height << 16)
    return box(b"tkhd", struct.pack(">B3x", version), times, bytes(16), matrix, sizes)


def film(*inside: bytes, before: bytes = b"") -> bytes:
    return box(b"ftyp", b"isom" + bytes(8)) + before + box(b"moov", *inside)


def measured(folder: Path, data: bytes, mime: str = "video/mp4") -> Measure:
    path = folder / "file"
    path.write_bytes(data)
    return measure(path, mime)


@pytest.mark.parametrize("version", [0, 1])
def test_a_film(tmp_path: Path, version: int) -> None:
    sound = box(b"trak", tkhd(0, 0, version=version))
    picture = box(b"trak", box(b"edts", bytes(20)), tkhd(1280, 720, version=version))
    data = film(mvhd(1000, 5250, version=version), sound, picture)
    assert measured(tmp_path, data) == Measure(1280, 720, 5.25)


def test_a_film_that_was_held_upright(tmp_path: Path) -> None:
    data = film(box(b"trak", tkhd(1920, 1080, matrix=ON_ITS_SIDE)), mvhd(600, 600))
    assert measured(tmp_path, data) == Measure(1080, 1920, 1.0)


def test_the_header_at_the_end_of_a_large_file(tmp_path: Path) -> None:
    data = film(mvhd(1, 2), before=box(b"mdat", bytes(3_000_000), large=True))
    assert measured(tmp_path, data) == Measure(0, 0, 2.0)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0\x18ftypisom" + bytes(100),
        film(mvhd(0, 100)),
        film(mvhd(1000, 2**32 - 1)),
        film(mvhd(1, 2**64 - 1, version=1)),
        film(mvhd(1, 2**40, version=1)),
        film(box(b"mvhd", b"\x07")),
        struct.pack(">I4s", 0xFFFFFFFF, b"moov"),
        struct.pack(">I4sQ", 1, b"moov", 2**64 - 1),
        struct.pack(">I4sQ", 1, b"free", 0) * 10,
        struct.pack(">I4s", 7, b"free") * 10,
        b"".join(struct.pack(">I4s", 8, b"free") for _ in range(100_000)),
        film(*(box(b"trak") for _ in range(10_000)), mvhd(1, 1)),
    ],
    ids=lambda data: str(len(data)),
)
def test_v23_hostile_headers_tell_nothing(tmp_path: Path, data: bytes) -> None:
    assert measured(tmp_path, data) == Measure()


def test_v23_at_most_64_kib_are_read(tmp_path: Path) -> None:
    path = tmp_path / "film"
    boxes = b"".join(box(b"trak", box(b"abcd", bytes(200))) for _ in range(5_000))
    path.write_bytes(film(boxes))
    with path.open("rb") as file:
        read = _Film(file)
        read.measure()
        assert 0 <= read._left <= _MOST_READ


@given(st.binary(max_size=300))
def test_v23_no_bytes_make_it_fail(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("films")
    measured(folder, film(mvhd(1, 1))[:60] + data)
    measured(folder, data, "image/png")


def test_pictures(tmp_path: Path) -> None:
    assert measured(tmp_path, png(width=640, height=480), "image/png") == Measure(640, 480)
    assert measured(tmp_path, b"GIF89a\x05\x00\x07\x00", "image/gif") == Measure(5, 7)
    huge = png()[:16] + struct.pack(">II", 100_000, 100_000) + png()[24:]
    assert measured(tmp_path, huge, "image/png") == Measure()
    assert measured(tmp_path, b"no picture", "image/png") == Measure()
    assert measure(tmp_path / "none", "image/png") == Measure()
