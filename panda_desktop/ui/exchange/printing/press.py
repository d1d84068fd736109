"""Makes a PDF of the pages of chats.

Promise: the window is never held up: each piece takes a few milliseconds, and after `_SLICE_S` of them
everything else has its turn; what is being made is a hidden `.part` beside the target, which takes its place
only when it is whole and on the disk.
"""

import asyncio
import base64
import contextlib
import errno
import os
import re
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFile, QFileDevice, QIODevice, QSize
from PySide6.QtGui import QImage, QPdfWriter

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.services.exchange.output import free_name, make_folder
from panda_desktop.ui.exchange.printing.pieces import Kind, PieceReader
from panda_desktop.ui.exchange.printing.sheet import prepare
from panda_desktop.ui.exchange.printing.typesetter import Typesetter
from panda_desktop.ui.media.reading import Unreadable, read_fitting

_SLICE_S: Final = 0.008
_STRETCH: Final = 8 * 1024
_IMAGE = re.compile(r'<img src="data:image/(?:png|jpeg|webp|gif);base64,([A-Za-z0-9+/=]+)" alt="[^"<>]*">')
_MOST: Final = QSize(1240, 1240)
"""Pixels of a picture on paper: 190 an inch over the whole width."""
Told = Callable[[int], bool]
"""Hears how many messages are set; answers whether to go on."""


class PdfPress:
    """See `viewmodels.printing.Press`."""

    async def free_file(self, folder: Path, name: str) -> Path:
        """Returns a path in the folder, made if it is not there, that nothing has. Raises `CANNOT_WRITE`."""
        await asyncio.to_thread(make_folder, folder)
        return await asyncio.to_thread(free_name, folder, name)

    async def make(self, pages: AsyncGenerator[str, None], target: Path, title: str, told: Told) -> bool:
        """Makes the file; returns whether it is there, and not stopped. Raises `CANNOT_WRITE`, `DISK_FULL`
        and what `pages` raises.
        """
        part = target.with_name(f".{new_id()}.part")
        file = QFile(str(part))
        if not file.open(QIODevice.OpenModeFlag.WriteOnly | QIODevice.OpenModeFlag.NewOnly):
            raise _failure(file)
        try:
            whole = await self._fill(pages, file, title, told)
            if file.error() is not QFileDevice.FileError.NoError or not file.flush():
                raise _failure(file)
            file.close()
            if whole:
                await asyncio.to_thread(_put_in_place, part, target)
            return whole
        finally:
            file.close()
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)

    async def _fill(self, pages: AsyncGenerator[str, None], file: QFile, title: str, told: Told) -> bool:
        writer = QPdfWriter(file)
        writer.setTitle(title)
        writer.setCreator("Panda Desktop")
        setter = Typesetter(writer, prepare(writer))
        whole = False
        try:
            async with aclosing(pages):
                whole = await self._set(pages, setter, told)
        finally:
            setter.finish() if whole else setter.abandon()
        return whole

    async def _set(self, pages: AsyncGenerator[str, None], setter: Typesetter, told: Told) -> bool:
        reader = PieceReader()
        messages = 0
        until = time.perf_counter() + _SLICE_S
        async for page in pages:
            # Nothing foreign in a page can hold a tag: every image is a file that goes with a message.
            parts = _IMAGE.split(page)
            for number, part in enumerate(parts):
                if number % 2:
                    picture = await asyncio.to_thread(_picture, part)
                    if picture is not None:
                        setter.put_picture(*picture)
                    continue
                picture_follows = number + 1 < len(parts)
                for at in range(0, max(1, len(part)), _STRETCH):
                    reader.feed(part[at : at + _STRETCH])
                    if picture_follows and at + _STRETCH >= len(part):
                        reader.flush()
                    for piece in reader.take():
                        setter.put(piece)
                        messages += piece.kind is Kind.WHO
                        if time.perf_counter() >= until:
                            if not told(messages):
                                return False
                            await asyncio.sleep(0)
                            until = time.perf_counter() + _SLICE_S
        reader.flush()
        for piece in reader.take():
            setter.put(piece)
            messages += piece.kind is Kind.WHO
        return told(messages)


def _picture(data: str) -> tuple[QImage, QSize] | None:
    """Returns a picture as large as it is printed and its real size; None when it cannot be shown."""
    try:
        return read_fitting(base64.b64decode(data), _MOST)
    except (Unreadable, ValueError):
        return None  # its name is on the page


def _put_in_place(part: Path, target: Path) -> None:
    try:
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        kind = ErrorKind.DISK_FULL if full else ErrorKind.CANNOT_WRITE
        raise PandaError(kind, ErrorDetail(technical=type(error).__name__)) from error


def _failure(file: QFile) -> PandaError:
    full = file.error() is QFileDevice.FileError.ResourceError
    return PandaError(
        ErrorKind.DISK_FULL if full else ErrorKind.CANNOT_WRITE,
        ErrorDetail(technical=file.error().name),
    )
