"""Whether a file's end is missing, told by its own structure."""

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panda_desktop.gateway.wholeness import is_cut_off
from tests.faults.media import mp4, png

TYPES = ("image/png", "image/jpeg", "image/webp", "image/gif", "video/mp4", "video/quicktime", "video/webm")


def cut_off(data: bytes, mime: str) -> bool:
    return is_cut_off(io.BytesIO(data), len(data), mime)


@pytest.mark.parametrize(("data", "mime"), [(png(side=9), "image/png"), (mp4(size=200), "video/mp4")])
def test_i10_v20_every_cut_is_seen_but_one_between_two_parts(data: bytes, mime: str) -> None:
    assert not cut_off(data, mime)
    assert not cut_off(data + b"more behind the end", "image/png") or mime != "image/png"
    whole_parts = {0, 32} if mime == "video/mp4" else set()
    for place in range(len(data)):
        assert cut_off(data[:place], mime) is (place not in whole_parts), place


def test_v20_a_box_of_64_bits_and_one_that_goes_to_the_end() -> None:
    head = struct.pack(">I4s", 16, b"ftyp") + b"isom\0\0\2\0"
    large = struct.pack(">I4sQ", 1, b"mdat", 16 + 100) + bytes(100)
    assert not cut_off(head + large, "video/mp4")
    assert cut_off(head + large[:-1], "video/mp4")
    assert not cut_off(head + struct.pack(">I4s", 0, b"mdat") + bytes(5), "video/mp4")


@given(st.sampled_from(TYPES), st.binary(max_size=300))
def test_v23_i14_no_bytes_make_it_fail_or_go_on_for_ever(mime: str, data: bytes) -> None:
    assert cut_off(data, mime) in (True, False)
    for start in (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe1", b"RIFF\0\0\0\0WEBP", b"\0\0\0\x14ftyp"):
        assert cut_off(start + data, mime) in (True, False)
