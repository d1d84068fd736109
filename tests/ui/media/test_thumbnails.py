"""Thumbnails: any bytes may lie in a file, and asking for one never waits."""

import struct
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from panda_desktop.ui.media.decoder import Decoder
from panda_desktop.ui.media.reading import (
    MAX_PIXELS,
    Problem,
    Unreadable,
    format_of,
    read_covering,
    read_whole,
)
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from tests.ui.doubles import picture
from tests.ui.media.pictures import SVG, encoded, gif_of_frames, png_of_size

BROKEN = pytest.mark.qt_log_ignore("qt.gui.imageio|JPEG|libpng|QImage", extend=True)


@pytest.fixture
def store(qtbot: QtBot) -> Iterator[ThumbnailStore]:
    made = ThumbnailStore()
    yield made
    made.close()


def put(folder: Path, data: bytes, name: str = "a.png") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def wait_for(qtbot: QtBot, store: ThumbnailStore, path: Path, side: int = 100) -> None:
    with qtbot.waitSignal(store.ready, check_params_cb=lambda name: name == str(path)):
        assert store.get(path, side) is None


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_a_picture_comes_later_and_covers_what_was_asked(
    qtbot: QtBot, store: ThumbnailStore, tmp_path: Path, form: str
) -> None:
    path = put(tmp_path, encoded(form, 900, 600))
    wait_for(qtbot, store, path)
    found = store.get(path, 100)
    assert found is not None
    assert 100 <= min(found.width(), found.height()) < 200
    assert abs(found.width() / found.height() - 1.5) < 0.05
    assert store.failed(path) is None


def test_a_small_picture_is_never_enlarged(qtbot: QtBot, store: ThumbnailStore, tmp_path: Path) -> None:
    path = put(tmp_path, encoded("PNG", 30, 20))
    wait_for(qtbot, store, path)
    found = store.get(path, 100)
    assert found is not None
    assert (found.width(), found.height()) == (30, 20)


def test_the_smaller_picture_stands_in_while_a_larger_is_made(
    qtbot: QtBot, store: ThumbnailStore, tmp_path: Path
) -> None:
    path = put(tmp_path, encoded("PNG", 900, 600))
    wait_for(qtbot, store, path, 64)
    with qtbot.waitSignal(store.ready):
        stand_in = store.get(path, 400)
        assert stand_in is not None
        assert stand_in.height() == 64
    larger = store.get(path, 400)
    assert larger is not None
    assert larger.height() >= 400


def test_memory_has_a_limit_and_the_oldest_goes_first(qtbot: QtBot, tmp_path: Path) -> None:
    store = ThumbnailStore(limit=150_000)
    paths = [put(tmp_path, picture(256, 256, hue), f"{hue}.png") for hue in range(4)]
    for path in paths:
        wait_for(qtbot, store, path, 128)
        assert store.memory() <= 150_000
    assert store.get(paths[-1], 128) is not None
    with qtbot.waitSignal(store.ready):  # gone, so it is made anew
        assert store.get(paths[0], 128) is None
    store.close()


def test_i09_html_as_png_is_not_a_picture(qtbot: QtBot, store: ThumbnailStore, tmp_path: Path) -> None:
    path = put(tmp_path, b"<html><img src=file:///etc/passwd></html>")
    wait_for(qtbot, store, path)
    assert store.get(path, 100) is None
    assert store.failed(path) is Problem.NOT_A_PICTURE


@BROKEN
@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("kept", [0, 1, 13, 40, 120])
def test_i10_a_file_that_is_cut_is_told(
    qtbot: QtBot, store: ThumbnailStore, tmp_path: Path, form: str, kept: int
) -> None:
    path = put(tmp_path, encoded(form)[:kept])
    wait_for(qtbot, store, path)
    assert store.failed(path) in (Problem.NOT_A_PICTURE, Problem.DAMAGED)
    with qtbot.assertNotEmitted(store.ready, wait=50):
        assert store.get(path, 100) is None  # it is remembered, not decoded again


def test_a_file_that_was_written_again_is_tried_again(
    qtbot: QtBot, store: ThumbnailStore, tmp_path: Path
) -> None:
    path = put(tmp_path, b"nothing")
    wait_for(qtbot, store, path)
    path.write_bytes(encoded("PNG"))
    store.forget(path)
    wait_for(qtbot, store, path)
    assert store.get(path, 100) is not None


@pytest.mark.parametrize("size", [(100_000, 100_000), (20_000, 20_000), (8_001, 8_000), (40_000, 2)])
def test_i11_a_huge_picture_is_refused_by_its_header(tmp_path: Path, size: tuple[int, int]) -> None:
    path = put(tmp_path, png_of_size(*size))
    with pytest.raises(Unreadable) as caught:
        read_covering(path, 100)
    assert caught.value.problem is Problem.TOO_LARGE


def test_i11_the_largest_allowed_picture_is_scaled_while_it_is_read(tmp_path: Path) -> None:
    assert MAX_PIXELS == 8_000 * 8_000
    path = put(tmp_path, png_of_size(8_000, 8_000))
    assert path.stat().st_size < 200_000
    made = read_covering(path, 200)
    assert made.width() == made.height() == 200


def _png(width: int, height: int, depth: int, colour: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = bytes(1 + width * depth * {0: 1, 6: 4}[colour] // 8)
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    packed = zlib.compress(row * height, 1)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def test_i11_what_cannot_be_decoded_in_bounds_is_refused_unread(tmp_path: Path) -> None:
    path = put(tmp_path, _png(7_000, 7_000, 8, 6))  # 187 MiB, and no decoder that makes it smaller
    for read in (lambda: read_covering(path, 100), lambda: read_whole(path)):
        with pytest.raises(Unreadable) as caught:
            read()
        assert caught.value.problem is Problem.TOO_LARGE


def test_i11_a_very_large_picture_is_made_small_in_two_steps(tmp_path: Path) -> None:
    path = put(tmp_path, _png(7_000, 4_000, 16, 0))  # Qt alone would take half a gigabyte
    made = read_covering(path, 200)
    assert (made.width(), made.height()) == (350, 200)


def test_i12_an_animation_shows_its_first_frame(tmp_path: Path) -> None:
    path = put(tmp_path, gif_of_frames(20_000))
    made = read_whole(path)
    assert made.pixelColor(0, 0).isValid()


@pytest.mark.parametrize(
    "data",
    [
        SVG,
        b"\n" + SVG,
        b"\x1f\x8b" + SVG,
        b"BM" + b"\0" * 60,
        b"\0\0\1\0\1\0\x10\x10" + b"\0" * 60,
        b"icns\0\0\0\x08",
        b"II*\0" + b"\0" * 60,
        b"/* XPM */ static char *x[] = {",
        b"%PDF-1.4",
        b"P6 9 9 255 ",
    ],
)
def test_i13_i14_what_is_none_of_the_four_formats_meets_no_decoder(tmp_path: Path, data: bytes) -> None:
    for name in ("a.png", "a.svg", "a.jpg"):
        with pytest.raises(Unreadable) as caught:
            read_whole(put(tmp_path, data, name))
        assert caught.value.problem is Problem.NOT_A_PICTURE


@BROKEN
def test_i13_the_decoder_is_the_one_the_first_bytes_name(tmp_path: Path) -> None:
    # A PNG signature before an SVG: the PNG decoder refuses it, no other one is asked.
    with pytest.raises(Unreadable) as caught:
        read_whole(put(tmp_path, b"\x89PNG\r\n\x1a\n" + SVG, "a.svg"))
    assert caught.value.problem is Problem.DAMAGED
    assert format_of(SVG) == ""


def test_a_missing_file_and_a_folder_are_told(qtbot: QtBot, store: ThumbnailStore, tmp_path: Path) -> None:
    for path in (tmp_path / "gone.png", tmp_path):
        wait_for(qtbot, store, path)
        assert store.failed(path) is Problem.MISSING


def test_the_last_asked_for_is_decoded_first_and_the_oldest_wish_is_dropped(qtbot: QtBot) -> None:
    decoder = Decoder(1)
    begun, go = threading.Event(), threading.Event()
    order: list[object] = []
    dropped: list[object] = []
    decoder.done.connect(lambda key, _result: order.append(key))
    decoder.dropped.connect(dropped.append)

    def first() -> None:
        begun.set()
        go.wait(10)

    decoder.run("first", first)
    assert begun.wait(10)
    for number in range(402):
        decoder.run(number, lambda: None)
    decoder.run(300, lambda: None)  # asked for once more: moved up
    go.set()
    qtbot.waitUntil(lambda: len(order) == 401)
    decoder.close()
    assert dropped == [0, 1]
    assert order[:3] == ["first", 300, 401]


def test_close_waits_for_the_threads_and_tells_nothing_more(qtbot: QtBot, tmp_path: Path) -> None:
    before = threading.enumerate()  # those of other tests may be ending still
    store = ThumbnailStore()
    path = put(tmp_path, encoded("PNG", 900, 600))
    with qtbot.assertNotEmitted(store.ready, wait=50):
        store.get(path, 100)
        store.close()
        assert store.get(path, 100) is None
    left = [thread for thread in threading.enumerate() if thread not in before]
    assert not [thread for thread in left if thread.name == "panda pictures"]


def test_a_bug_in_decoding_is_logged_and_ends_as_damaged(
    qtbot: QtBot, store: ThumbnailStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: object
) -> None:
    def bug(path: Path, side: int) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("panda_desktop.ui.media.thumbnails.read_covering", bug)
    expected_log("a picture could not be decoded")  # type: ignore[operator]
    path = put(tmp_path, encoded("PNG"))
    wait_for(qtbot, store, path)
    assert store.failed(path) is Problem.DAMAGED
