r"""The file chats are imported from: JSON, or an archive that holds it.

Promise: nothing is ever unpacked to disk, no name in an archive is used as a path, and no more is read than
the stated limits allow.

An archive (ZIP, APPNOTE 6.3.10) may hold `conversations.json`, or `conversations-000.json` and so on, as the
exports of ChatGPT and Claude do, in any folder; without these its only `.json` counts. Refused: a password,
over `MAX_UNPACKED` bytes, a part over `MAX_RATIO` times its packed size. A name with `..`, `\`, a drive or a
leading `/` is not opened.
"""

import contextlib
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.exchange import Misfit, Reason

MAX_UNPACKED: Final = 16 * 1024**3
MAX_RATIO: Final = 200
MAX_PARTS: Final = 1000
_RATIO_MATTERS_FROM: Final = 16 * 1024**2
_CHUNK: Final = 64 * 1024
_CHATS = re.compile(r"(?:^|/)conversations(?:-\d+)?\.json\Z", re.IGNORECASE)
_UNSAFE = re.compile(r"^[/~]|\\|(?:^|/)\.\.(?:/|\Z)|^[A-Za-z]:|\x00")
_BAD_ARCHIVE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,  # a way of packing that `zipfile` does not know
    RuntimeError,  # a part with a password
    ValueError,
    OverflowError,
)


class Broken(Exception):
    """The file breaks off or is damaged here."""


def refused(reason: Reason) -> PandaError:
    """Returns the failure of a whole file."""
    return PandaError(ErrorKind.CANNOT_READ, ErrorDetail(param=reason.value))


@dataclass(frozen=True, slots=True)
class Part:
    """One JSON text of the file; `member` is None when it is the file itself."""

    name: str
    member: zipfile.ZipInfo | None


class ChatFile:
    """An open file.

    Attributes:
        total: bytes of JSON in it.
        taken: bytes of JSON read so far.
        parts: the JSON texts in it.
        misfits: parts that are not opened.
    """

    def __init__(self, path: Path) -> None:
        """Opens it. Raises `CANNOT_READ`; `param` is a `Reason` when the content is at fault."""
        self.taken = 0
        self.misfits: list[Misfit] = []
        self._archive: zipfile.ZipFile | None = None
        with _failures():
            if not path.is_file():  # a pipe or a device has no end
                raise FileNotFoundError
            self._file: IO[bytes] = path.open("rb")
        try:
            with _failures():
                packed = self._file.read(4) == b"PK\x03\x04"
                self.total = self._file.seek(0, 2)
                self._file.seek(0)
            self.parts = self._members() if packed else (Part(path.name, None),)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Closes it."""
        if self._archive is not None:
            self._archive.close()
        self._file.close()

    def chunks(self, part: Part) -> Iterator[bytes]:
        """Yields the bytes of a part. Raises `Broken` where an archive is damaged, `CANNOT_READ`."""
        opened: IO[bytes] | None = None
        try:
            with _failures():
                opened = self._open(part)
            while True:
                with _failures():
                    chunk = opened.read(_CHUNK)
                if not chunk:
                    return
                self.taken += len(chunk)
                yield chunk
        except _BAD_ARCHIVE as error:
            raise Broken from error
        finally:
            if opened is not None and opened is not self._file:
                opened.close()

    def _open(self, part: Part) -> IO[bytes]:
        return self._file if part.member is None else self._zip().open(part.member)

    def _zip(self) -> zipfile.ZipFile:
        assert self._archive is not None
        return self._archive

    def _members(self) -> tuple[Part, ...]:
        try:
            with _failures():
                self._archive = zipfile.ZipFile(self._file)
        except _BAD_ARCHIVE as error:
            raise refused(Reason.CUT_OFF) from error
        # One without a name is none: `is_dir` would fail on it.
        texts = [each for each in self._archive.infolist() if each.filename and not each.is_dir()]
        chats = [member for member in texts if _CHATS.search(member.filename)]
        if not chats:
            chats = [member for member in texts if member.filename.lower().endswith(".json")]
            chats = chats if len(chats) == 1 else []
        for member in chats:
            if _UNSAFE.search(member.filename):
                self.misfits.append(Misfit(Reason.UNSAFE_NAME, what=member.filename[:200]))
        safe = [member for member in chats if not _UNSAFE.search(member.filename)]
        if not safe:
            raise refused(Reason.UNSAFE_NAME if chats else Reason.NOT_AN_EXPORT)
        self.total = sum(member.file_size for member in safe)
        _check(safe, self.total)
        safe.sort(key=lambda member: member.filename)
        return tuple(Part(member.filename, member) for member in safe)


def _check(members: list[zipfile.ZipInfo], total: int) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise refused(Reason.ENCRYPTED)
    if total > MAX_UNPACKED or len(members) > MAX_PARTS or any(map(_is_bomb, members)):
        raise refused(Reason.TOO_BIG)


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    size = member.file_size
    return size > _RATIO_MATTERS_FROM and size > MAX_RATIO * max(member.compress_size, 1)


@contextlib.contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise PandaError(ErrorKind.CANNOT_READ, ErrorDetail(technical=type(error).__name__)) from error
