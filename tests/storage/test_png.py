"""Words inside PNG files: pixels stay byte for byte, checksums are right, hostile files cost little and harm
nothing.
"""

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from panda_desktop.storage.png import MOST_TEXT, SIGNATURE, head_with, read_texts, text_chunk
from tests.services.media.rig import chunk, png

KEYWORD = "panda"


def chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """Reads a PNG strictly: every checksum must be right and nothing may be left over."""
    assert data.startswith(SIGNATURE)
    place, found = 8, []
    while place < len(data):
        size = struct.unpack(">I", data[place : place + 4])[0]
        kind, content = data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        (crc,) = struct.unpack(">I", data[place + 8 + size : place + 12 + size])
        assert crc == zlib.crc32(kind + content)
        found.append((kind, content))
        place += 12 + size
    assert found[0][0] == b"IHDR" and found[-1] == (b"IEND", b"")
    return found


def inscribed(data: bytes, texts: dict[str, str]) -> bytes:
    file = io.BytesIO(data)
    head = head_with(file, texts)
    assert head is not None
    return head + file.read()


def test_texts_stand_before_the_pixels_and_nothing_else_differs() -> None:
    before = png(shade=5)
    after = inscribed(before, {KEYWORD: "一只猫 ☕\nline", "Description": "a cat"})
    plain = [each for each in chunks(after) if each[0] != b"iTXt"]
    assert plain == chunks(before)
    kinds = [kind for kind, _ in chunks(after)]
    assert kinds.index(b"iTXt") < kinds.index(b"IDAT") and kinds.count(b"iTXt") == 2
    assert read_texts(io.BytesIO(after)) == {KEYWORD: "一只猫 ☕\nline", "Description": "a cat"}
    # Another program reads both, and sees the same picture.
    image = QImage.fromData(after)
    assert image.text("Description") == "a cat" and image.text(KEYWORD) == "一只猫 ☕\nline"
    pixels = QImage.fromData(before).convertToFormat(QImage.Format.Format_RGB32)
    assert pixels == image.convertToFormat(QImage.Format.Format_RGB32)


def test_writing_again_replaces_and_keeps_what_others_wrote() -> None:
    other = chunk(b"tEXt", b"Author\0Ann")
    once = inscribed(png(other), {KEYWORD: "old", "Description": "d"})
    twice = inscribed(once, {KEYWORD: "new"})
    assert read_texts(io.BytesIO(twice)) == {"Author": "Ann", "Description": "d", KEYWORD: "new"}
    assert [content for kind, content in chunks(twice) if kind == b"tEXt"] == [b"Author\0Ann"]


@given(st.text(max_size=300))
def test_any_text_comes_back(text: str) -> None:
    after = inscribed(png(shade=1), {KEYWORD: text})
    chunks(after)
    wanted = text.replace("\0", " ").encode("utf-8", "replace").decode()
    assert read_texts(io.BytesIO(after)).get(KEYWORD, "") == wanted


def test_every_kind_of_text_chunk_is_read() -> None:
    data = png(
        chunk(b"tEXt", b"A\0caf\xe9"),
        chunk(b"zTXt", b"B\0\0" + zlib.compress(b"packed")),
        chunk(b"iTXt", b"C\0\1\0en\0Titel\0" + zlib.compress("猫".encode())),
        chunk(b"iTXt", b"D\0\1\7en\0\0nonsense"),
        chunk(b"zTXt", b"E\0\0nonsense"),
        chunk(b"iTXt", b"F"),
    )
    assert read_texts(io.BytesIO(data)) == {"A": "café", "B": "packed", "C": "猫", "F": ""}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a" + bytes(100),
        SIGNATURE,
        SIGNATURE + struct.pack(">I", 2**31 - 1) + b"iTXt" + bytes(100),
        SIGNATURE + struct.pack(">I", 2**32 - 1) + b"IHDR",
        png()[:-30].replace(b"IDAT", b"IDAX"),
        SIGNATURE + chunk(b"tEXt", b"a\0b") * 2000,
        png()[:40] + b"\xff" + png()[41:],
    ],
    ids=["empty", "gif", "signature", "huge", "longest", "no pixels", "many chunks", "wrong checksum"],
)
def test_i10_i11_what_is_no_sound_png_is_left_alone(data: bytes) -> None:
    assert head_with(io.BytesIO(data), {KEYWORD: "x"}) is None
    assert read_texts(io.BytesIO(data)) == {}


def test_i11_a_text_that_inflates_without_end_is_cut() -> None:
    bomb = zlib.compress(bytes(64 * 1024 * 1024), 9)
    found = read_texts(io.BytesIO(png(chunk(b"zTXt", b"X\0\0" + bomb))))
    assert len(found["X"]) == MOST_TEXT


@given(st.binary(max_size=400))
def test_i14_no_bytes_make_it_fail(data: bytes) -> None:
    read_texts(io.BytesIO(data))
    whole = SIGNATURE + data
    head = head_with(io.BytesIO(whole), {KEYWORD: "x"})
    assert head is None or head.startswith(SIGNATURE)


def test_a_keyword_is_what_the_standard_says() -> None:
    made = text_chunk("Creation Time", "x")
    assert made[4:8] == b"iTXt" and made[8:].startswith(b"Creation Time\0\0\0\0\0x")
