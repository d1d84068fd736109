"""Whether a JPEG comes line by line is told from its headers, and from nothing else."""

import pytest

from panda_desktop.ui.media.jpeg_scans import comes_line_by_line


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def frame(marker: int, colours: int = 3) -> bytes:
    return segment(marker, b"\x08" + b"\x23\x28\x2e\xe0" + bytes((colours,)) + bytes(3 * colours))


def scan(colours: int = 3) -> bytes:
    return segment(0xDA, bytes((colours,)) + bytes(2 * colours + 3))


START = b"\xff\xd8"
ABOUT = segment(0xE1, b"Exif" + b"\xff\xda" * 400)  # what stands in a remark is no header


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (START + ABOUT + frame(0xC0) + scan(), True),
        (START + frame(0xC1, 1) + b"\xff" + segment(0xC4, bytes(20)) + scan(1), True),
        (START + ABOUT + frame(0xC2) + scan(), False),
        (START + frame(0xC9) + scan(), False),
        (START + frame(0xC0) + scan(1), False),
        (START + scan(), False),
        (START + frame(0xC0), False),
        (START + frame(0xC0) + scan()[:4], False),
        (START + b"\xff\xe1\x00\x00" * 50, False),
        (START, False),
        (b"", False),
    ],
    ids=[
        "baseline",
        "grey",
        "progressive",
        "arithmetic",
        "by colour",
        "no frame",
        "no scan",
        "cut",
        "loop",
        "short",
        "empty",
    ],
)
def test_it_is_told_from_the_headers(data: bytes, expected: bool) -> None:
    assert comes_line_by_line(data) is expected
