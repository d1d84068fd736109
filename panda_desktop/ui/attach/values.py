"""What comes of a file that shall go with a message: something that can be sent, or why not.

Promise: plain values that pass between threads.
"""

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why a file is not attached."""

    FOLDER = "folder"
    NOT_A_FILE = "not_a_file"  # a pipe, a device, a socket: it may never end
    LINK_LOOP = "link_loop"
    SHORTCUT = "shortcut"  # `.lnk`, `.url`, `.webloc`
    MISSING = "missing"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_LARGE = "too_large"  # no file that large is read
    LONG_TEXT = "long_text"
    TOO_MANY_PIXELS = "too_many_pixels"
    DAMAGED = "damaged"
    OTHER_PICTURE = "other_picture"  # HEIC, TIFF, BMP …
    DOCUMENT = "document"  # PDF, Word …
    NOT_TEXT = "not_text"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that can be sent."""

    data: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot; `size` in bytes where that is the reason, else 0."""

    name: str
    why: Why
    size: int = 0


Outcome = Prepared | Refused
