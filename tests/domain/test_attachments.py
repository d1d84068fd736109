"""What a file is, told by its bytes."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panda_desktop.domain.attachments import (
    MAX_BYTES,
    QUOTED,
    Attachment,
    AttachmentKind,
    clean_file_name,
    recognise,
    text_of,
)
from panda_desktop.domain.errors import ErrorKind, PandaError

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480) + b"\x08\x02\0\0\0"
GIF = b"GIF89a" + struct.pack("<HH", 320, 200) + b"\0\0\0"
JPEG = (
    b"\xff\xd8\xff\xe1\0\x10Exif\0\0" + b"\0" * 8 + b"\xff\xff\xc4\0\x04\0\0"
    b"\xff\xc2\0\x11\x08" + struct.pack(">HH", 300, 400) + b"\x03" + b"\0" * 9
)
WEBP_LOSSY = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\x30\x01\x00\x9d\x01\x2a" + struct.pack("<HH", 800, 0x4000 | 600)
WEBP_LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", (99) | (49 << 14))
WEBP_EXTENDED = (
    b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + (1919).to_bytes(3, "little") + (1079).to_bytes(3, "little")
)


@pytest.mark.parametrize(
    ("data", "mime", "suffix", "size"),
    [
        (PNG, "image/png", ".png", (640, 480)),
        (GIF, "image/gif", ".gif", (320, 200)),
        (JPEG, "image/jpeg", ".jpg", (400, 300)),
        (WEBP_LOSSY, "image/webp", ".webp", (800, 600)),
        (WEBP_LOSSLESS, "image/webp", ".webp", (100, 50)),
        (WEBP_EXTENDED, "image/webp", ".webp", (1920, 1080)),
        (b"\xff\xd8\xff\xe0", "image/jpeg", ".jpg", (0, 0)),
    ],
)
def test_an_image_is_known_by_its_header(data: bytes, mime: str, suffix: str, size: tuple[int, int]) -> None:
    found = recognise(data)
    assert (found.kind, found.mime, found.suffix) == (AttachmentKind.IMAGE, mime, suffix)
    assert (found.width, found.height) == size


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("naïve 熊猫 🐼".encode(), "naïve 熊猫 🐼"),
        (b"\xef\xbb\xbfmark", "mark"),
        ("one\ntwo".encode("utf-16"), "one\ntwo"),
        ("中国银行的熊猫".encode("gb18030"), "中国银行的熊猫"),
        ("Élan vital à côté".encode("cp1252"), "Élan vital à côté"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
    ],
)
def test_text_in_its_encoding(data: bytes, text: str) -> None:
    found = recognise(data)
    assert (found.kind, found.mime, found.text) == (AttachmentKind.TEXT, "text/plain", text)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n",
        b"\x7fELF\0\0\0\x01",
        b"%PDF-1.7\nstream",
        b"PK\x03\x04archive",
        bytes(range(1, 32)) * 40,
        b"<svg>\0</svg>",
    ],
)
def test_u03_what_is_neither_is_refused(data: bytes) -> None:
    with pytest.raises(PandaError) as caught:
        recognise(data)
    assert caught.value.kind is ErrorKind.CANNOT_ATTACH


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "cp1252"])
def test_a_long_text_is_decoded_in_pieces_as_at_once(encoding: str) -> None:
    line = "Ein Café,\r\nein Bär\r" if encoding == "cp1252" else "熊猫 é\r\n𠀀 竹\r"
    for pad in range(4):  # whatever is cut in two at the end of a piece
        text = "x" * pad + line * 60_000
        expected = text.replace("\r\n", "\n").replace("\r", "\n")
        assert text_of(text.encode(encoding)) == expected


def test_u03_too_large_is_refused_unread() -> None:
    with pytest.raises(PandaError) as caught:
        recognise(b"x" * (MAX_BYTES + 1))
    assert caught.value.kind is ErrorKind.TOO_LARGE


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    for head in (b"", b"\xff\xd8\xff", b"RIFF1234WEBP", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xfe"):
        try:
            recognise(head + data)
        except PandaError as error:
            assert error.kind is ErrorKind.CANNOT_ATTACH
    assert text_of(data) is None or "\r" not in str(text_of(data))


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("C:\\Users\\me\\notes.txt", "notes.txt"),
        ("/home/me/../secret.md", "secret.md"),
        ("two\nlines\u202e.py", "two lines .py"),
        ("", "file.txt"),
        ("folder/", "file.txt"),
        ("x" * 300 + ".json", "x" * 115 + ".json"),
    ],
)
def test_i18_a_name_is_one_line_without_folders(name: str, clean: str) -> None:
    assert clean_file_name(name, ".txt") == clean
    assert len(clean_file_name(name, ".txt")) <= 120


def test_a_text_that_is_too_long_to_be_sent_says_so() -> None:
    def of(characters: int) -> Attachment:
        return Attachment("a", AttachmentKind.TEXT, "n", "f", "text/plain", 9, characters=characters)

    assert (of(QUOTED).is_cut, of(QUOTED + 1).is_cut) == (False, True)
