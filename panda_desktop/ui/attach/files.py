"""Reads files that shall go with a message, whatever they turn out to be.

Promise: only ordinary files are opened, none blindly: kind and size are asked for first, no more is read than
a message takes, and the content decides what a file is. Made for threads.
"""

import codecs
import errno
import os
import stat
from pathlib import Path
from typing import Final

from panda_desktop.domain.attachments import MAX_BYTES, recognise
from panda_desktop.domain.errors import PandaError
from panda_desktop.ui.attach.pictures import prepare_picture
from panda_desktop.ui.attach.values import Outcome, Prepared, Refused, Why
from panda_desktop.ui.media.reading import format_of

MOST_READ: Final = 64 * 1024 * 1024
"""Bytes of the largest picture file that is read; it is sent much smaller."""
_SHORTCUTS: Final = (".lnk", ".url", ".webloc")
_HEADER: Final = 16
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)  # should it have become a pipe meanwhile
    | getattr(os, "O_NOCTTY", 0)
)
_OTHER_PICTURES: Final = (b"BM", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00", b"8BPS")
_OTHER_NAMES: Final = (".bmp", ".dib", ".tif", ".tiff", ".ico", ".psd", ".heic", ".heif", ".avif")
_BRANDS: Final = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""All that editors leave in a file whose text was deleted."""
_DOCUMENTS: Final = (b"%PDF-", b"{\\rtf", b"\xd0\xcf\x11\xe0")
_OFFICE: Final = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".pages", ".numbers")


def prepare_file(path: Path) -> Outcome:
    """Reads a file and makes it ready to be sent."""
    name = path.name or str(path)
    if path.suffix.lower() in _SHORTCUTS:
        return Refused(name, Why.SHORTCUT)
    try:
        about = path.stat()
        problem = _unfit(about)
        if problem is not None:
            return Refused(name, problem, about.st_size)
        data = _read(path)
    except OSError as error:
        return Refused(name, _why(error))
    except ValueError:  # no path at all, such as one with a NUL
        return Refused(name, Why.MISSING)
    if isinstance(data, Why):
        return Refused(name, data, about.st_size)
    return prepare_bytes(data, name)


def prepare_bytes(data: bytes, name: str) -> Outcome:
    """Makes bytes ready to be sent: a picture or a text, told by what is in them."""
    if len(data) > MOST_READ:
        return Refused(name, Why.TOO_LARGE, len(data))
    if format_of(data[:_HEADER]):
        return prepare_picture(data, name)
    if len(data) > MAX_BYTES:
        return Refused(name, Why.LONG_TEXT, len(data))
    is_other = data.startswith(_OTHER_PICTURES) or (data[4:8] == b"ftyp" and data[8:12] in _BRANDS)
    # A text may begin with "BM" too.
    if is_other and (name.lower().endswith(_OTHER_NAMES) or _holds_no_text(data)):
        return Refused(name, Why.OTHER_PICTURE)
    office = data.startswith(b"PK") and name.lower().endswith(_OFFICE)
    if office or data.startswith(_DOCUMENTS):
        return Refused(name, Why.DOCUMENT)
    if _holds_no_text(data):
        is_blank = not data.strip() or data in _MARKS
        return Refused(name, Why.EMPTY if is_blank else Why.NOT_TEXT)
    return Prepared(data, name)


def _holds_no_text(data: bytes) -> bool:
    try:
        recognise(data)
    except PandaError:
        return True
    return False


def _unfit(about: os.stat_result) -> Why | None:
    if stat.S_ISDIR(about.st_mode):
        return Why.FOLDER
    if not stat.S_ISREG(about.st_mode):
        return Why.NOT_A_FILE
    if about.st_size > MOST_READ:
        return Why.TOO_LARGE
    return None if about.st_size else Why.EMPTY


def _read(path: Path) -> bytes | Why:
    with os.fdopen(os.open(path, _FLAGS), "rb") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode):
            return Why.NOT_A_FILE
        header = file.read(_HEADER)
        if not format_of(header) and about.st_size > MAX_BYTES:
            return Why.LONG_TEXT
        data = header + file.read(MOST_READ)
        return data if len(data) <= MOST_READ else Why.TOO_LARGE


def _why(error: OSError) -> Why:
    if error.errno == errno.ELOOP:
        return Why.LINK_LOOP
    missing = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
    return Why.MISSING if error.errno in missing else Why.UNREADABLE
