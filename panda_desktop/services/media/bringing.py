"""Brings the person's own pictures and videos into the library, and takes in files that are already in its
folder.

Promise: what a file is, its bytes say; it is copied, never moved or changed; the same bytes are not taken in
twice.
"""

import asyncio
import hashlib
import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from panda_desktop.domain.attachments import clean_file_name
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.media import MediaItem, MediaKind, Origin
from panda_desktop.gateway.assets import MAX_SIZE, media_type
from panda_desktop.services.media.inscription import Inscribed, inscribed
from panda_desktop.services.media.library import LibraryService
from panda_desktop.storage.files import MediaFiles, open_plain
from panda_desktop.storage.media import MediaStore
from panda_desktop.storage.png import read_texts

_PNG: Final = "image/png"


class BringingService:
    """See `contract.BringingCommands`."""

    def __init__(self, library: LibraryService, store: MediaStore, files: MediaFiles) -> None:
        """Needs a library that has started."""
        self._library = library
        self._store = store
        self._files = files
        self._turn = asyncio.Lock()

    async def add_file(self, path: Path) -> MediaItem:
        """Puts a copy of a file into the library; returns the item that has the same bytes already, brought
        back from the trash when it is there.
        """
        async with self._turn:
            mime, suffix, kind, said = await asyncio.to_thread(_looked_at, path)
            now = datetime.now(UTC)
            most = MAX_SIZE[kind]
            kept = await asyncio.to_thread(self._files.take_in, path, suffix, now, most)
            file, size, digest = kept
            if (there := self._same(digest, size)) is not None:
                await asyncio.to_thread(self._files.remove, file)
                return await self._brought_back(there)
            name = clean_file_name(path.name, suffix)
            return await self._add(MediaItem(new_id(), kind, file, mime, size, digest, now, name=name), said)

    async def add_picture(self, data: bytes, name: str, origin: Origin | None) -> MediaItem:
        """Puts a picture of a chat into the library; returns the item that has the same bytes already,
        brought back from the trash when it is there.
        """
        mime, suffix = media_type(data[:64])
        if mime.partition("/")[0] != MediaKind.IMAGE.value:
            raise PandaError(ErrorKind.NOT_MEDIA, ErrorDetail(param="file"))
        if len(data) > MAX_SIZE[MediaKind.IMAGE]:
            raise PandaError(ErrorKind.TOO_LARGE, ErrorDetail(param="file"))
        async with self._turn:
            digest = await asyncio.to_thread(lambda: hashlib.sha256(data).hexdigest())
            if (there := self._same(digest, len(data))) is not None:
                return await self._brought_back(there)
            now = datetime.now(UTC)
            file = await asyncio.to_thread(self._files.keep_bytes, data, suffix, now)
            said = inscribed(read_texts(io.BytesIO(data))) if mime == _PNG else Inscribed()
            named = clean_file_name(name, suffix)
            item = MediaItem(
                new_id(), MediaKind.IMAGE, file, mime, len(data), digest, now, name=named, origin=origin
            )
            return await self._add(item, said)

    async def take_in(self, file: str) -> MediaItem | None:
        """Makes an item of a file that lies in the library's folder; None when it is no picture or video, or
        one that has an item.
        """
        async with self._turn:
            if any(item.file == file for item in self._library.all_items()):
                return None  # it was taken in meanwhile
            path = self._files.path(file)
            try:
                mime, _, kind, said = await asyncio.to_thread(_looked_at, path)
            except PandaError:
                return None
            size, digest, changed_at = await asyncio.to_thread(_weighed, path)
            item = MediaItem(new_id(), kind, file, mime, size, digest, changed_at, name=path.name)
            return await self._add(item, said)

    async def _brought_back(self, item: MediaItem) -> MediaItem:
        if item.deleted_at is not None:
            await self._library.restore((item.id,))
        return self._library.item(item.id)

    def _same(self, digest: str, size: int) -> MediaItem | None:
        same = (item for item in self._library.all_items() if item.sha256 == digest and item.size == size)
        return next(same, None)

    async def _add(self, item: MediaItem, said: Inscribed) -> MediaItem:
        found = await self._library.measured(item.file, item.mime)
        # A copy that left this library and comes back changed hangs on what it was.
        parents = (each for each in (said.item_id, said.parent_id) if self._library.has(each))
        item = replace(
            item,
            width=found.width,
            height=found.height,
            duration=found.duration,
            prompt=said.prompt,
            revised_prompt=said.revised_prompt,
            model=said.model,
            parent_id=next(parents, None),
        )
        item = await self._store.add(item)
        self._library.added(item)
        return item


def _looked_at(path: Path) -> tuple[str, str, MediaKind, Inscribed]:
    """Returns media type, suffix, kind, and what a PNG says of itself. Raises `CANNOT_READ`, `NOT_MEDIA`."""
    with open_plain(path) as file:
        mime, suffix = media_type(file.read(64))
        if not mime:
            raise PandaError(ErrorKind.NOT_MEDIA, ErrorDetail(param="file"))
        said = inscribed(read_texts(file)) if mime == _PNG else Inscribed()
    return mime, suffix, MediaKind(mime.partition("/")[0]), said


def _weighed(path: Path) -> tuple[int, str, datetime]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    about = path.stat()
    return about.st_size, digest, datetime.fromtimestamp(about.st_mtime, UTC)
