"""Files that go with a message: what they are, told by their bytes, and how much of them is sent.

Promise: pure; a file's name and announced type decide nothing, and no content raises anything but
`PandaError`.
"""

import codecs
import io
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError

MAX_ATTACHMENTS: Final = 20
"""Most files of one message."""
MAX_BYTES: Final = 10 * 1024 * 1024
"""Most bytes of one file. Pictures come scaled to a sane size; this is the last guard."""
QUOTED: Final = 400_000
"""Characters of a text that are sent (some 100,000 tokens); the message says what was left out."""
EXCERPT: Final = 200
"""Characters of a text that are kept to be shown."""
NAME_LENGTH: Final = 120
_SLICE: Final = 256 * 1024
_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]{2,}")
_DOCUMENTS: Final = (b"%PDF-", b"PK\x03\x04", b"{\\rtf")
"""Files that may look like text and are none to a person: PDF, archives, RTF."""


class AttachmentKind(StrEnum):
    """What a file is to a model."""

    IMAGE = "image"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file of a message.

    Attributes:
        id: ours; another one for each use of the same file.
        kind: image or text.
        name: as the person knows it: one line, 1 to 120 characters, without folders.
        file: where it is kept, relative to the data folder with `/`, named after its content (SHA-256); of a
            temporary conversation `memory/…`.
        mime: `image/png`, `image/jpeg`, `image/webp`, `image/gif` or `text/plain`, from its content.
        size: bytes.
        width: pixels of an image; 0 when its header does not tell.
        height: pixels of an image; 0 when its header does not tell.
        characters: of a text.
        excerpt: the first 200 characters of a text.
    """

    id: str
    kind: AttachmentKind
    name: str
    file: str
    mime: str
    size: int
    width: int = 0
    height: int = 0
    characters: int = 0
    excerpt: str = ""

    @property
    def is_cut(self) -> bool:
        """Only the first `QUOTED` characters of it are sent."""
        return self.characters > QUOTED


@dataclass(frozen=True, slots=True)
class Content:
    """What the bytes of a file turned out to be; `text` is that of a text."""

    kind: AttachmentKind
    mime: str
    suffix: str
    width: int = 0
    height: int = 0
    text: str = ""


def recognise(data: bytes) -> Content:
    """Tells what a file is.

    Raises:
        PandaError: `TOO_LARGE` over 10 MiB; `CANNOT_ATTACH` when it is empty, or neither an image of the four
            kinds nor text.
    """
    if len(data) > MAX_BYTES:
        raise PandaError(ErrorKind.TOO_LARGE, ErrorDetail(param="attachment"))
    if (image := _image(data)) is not None:
        return image
    text = text_of(data)
    if text is None or not text or text.isspace():
        raise PandaError(ErrorKind.CANNOT_ATTACH, ErrorDetail(param="attachment"))
    return Content(AttachmentKind.TEXT, "text/plain", ".txt", text=text)


def text_of(data: bytes) -> str | None:
    """Returns the text in the bytes: UTF-8, UTF-16 with its mark, else GB 18030 or Windows-1252; None for
    what no person wrote. All line ends become line feeds.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = _decode(data, "utf-16", "replace")
    elif b"\0" in data or data.startswith(_DOCUMENTS):
        return None
    else:
        text = _decoded(data)
    controls = sum(ord(each) < 32 and each not in "\n\r\t\f\x1b" for each in text[:100_000])
    if controls > max(len(text[:100_000]) // 100, 3):
        return None
    return text


def _decoded(data: bytes) -> str:
    encodings = ["utf-8-sig"]
    # Ideographs of GB 18030 have two high bytes side by side; letters with accents mostly stand alone.
    sample = data[:100_000]
    high = sum(byte >= 0x80 for byte in sample)
    if 2 * sum(len(run) for run in _HIGH_RUN.findall(sample)) >= high:
        encodings.append("gb18030")
    for encoding in encodings:
        try:
            return _decode(data, encoding)
        except UnicodeDecodeError:
            continue
    return _decode(data, "cp1252", "replace")


def _decode(data: bytes, encoding: str, errors: str = "strict") -> str:
    """Decodes piece by piece: while megabytes are decoded at once, no other thread runs, the window's
    neither.
    """
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)(errors), translate=True)
    pieces = [decoder.decode(data[at : at + _SLICE]) for at in range(0, len(data), _SLICE)]
    return "".join([*pieces, decoder.decode(b"", final=True)])


def clean_file_name(name: str, suffix: str) -> str:
    """Returns the last part of a path on one line, at most 120 characters; `file` and `suffix` for none."""
    last = name.replace("\\", "/").rpartition("/")[2]
    line = " ".join("".join(each if each.isprintable() else " " for each in last).split())
    if len(line) > NAME_LENGTH:
        stem, dot, end = line.rpartition(".")
        end = f"{dot}{end}" if stem and len(end) <= 10 else ""
        line = f"{line[: NAME_LENGTH - len(end)].rstrip()}{end}"
    return line.strip() or f"file{suffix}"


# Headers: PNG (W3C, 5.6 and 11.2.1), GIF89a (17, 18), WebP container (RFC 9649), JPEG (ITU-T T.81, B.2.2).


def _image(data: bytes) -> Content | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _picture("png", int.from_bytes(data[16:20]), int.from_bytes(data[20:24]))
    if data.startswith((b"GIF87a", b"GIF89a")):
        return _picture("gif", _little(data[6:8]), _little(data[8:10]))
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _picture("webp", *_webp_size(data))
    if data.startswith(b"\xff\xd8\xff"):
        return _picture("jpeg", *_jpeg_size(data))
    return None


def _picture(form: str, width: int, height: int) -> Content:
    suffix = ".jpg" if form == "jpeg" else f".{form}"
    return Content(AttachmentKind.IMAGE, f"image/{form}", suffix, width, height)


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _webp_size(data: bytes) -> tuple[int, int]:
    form = data[12:16]
    if form == b"VP8X":
        return _little(data[24:27]) + 1, _little(data[27:30]) + 1
    if form == b"VP8L":
        bits = _little(data[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return _little(data[26:28]) & 0x3FFF, _little(data[28:30]) & 0x3FFF


def _jpeg_size(data: bytes) -> tuple[int, int]:
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF:  # padding
            place += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD7:  # no length follows
            place += 2
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[place + 7 : place + 9]), int.from_bytes(data[place + 5 : place + 7])
        else:
            place += 2 + max(int.from_bytes(data[place + 2 : place + 4]), 2)
    return 0, 0
