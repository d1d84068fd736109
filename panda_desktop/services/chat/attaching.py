"""Files that go with messages: taken in, given out, and read for a request.

Promise: nothing here reads, hashes or encodes on the event loop, and a file that is gone or was changed
outside is left out of a request, which says so, and stops nothing.
"""

import asyncio
import base64
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from panda_desktop.domain.attachments import (
    EXCERPT,
    MAX_ATTACHMENTS,
    QUOTED,
    Attachment,
    AttachmentKind,
    clean_file_name,
    recognise,
    text_of,
)
from panda_desktop.domain.chat import Message
from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.models import ModelInfo
from panda_desktop.services.chat.request import Enclosed, LeftOut
from panda_desktop.storage.attachments import AttachmentStore

IMAGES_SENT: Final = 40 * 1024 * 1024
"""Bytes of images in one request, the newest first; earlier ones beyond it are left out."""
TEXT_SENT: Final = 2_000_000
"""Characters of attached texts in one request, likewise."""


class Attaching:
    """Takes files in and reads them."""

    def __init__(self, store: AttachmentStore) -> None:
        """Uses the store."""
        self._store = store

    async def keep(self, data: bytes, name: str, *, temporary: bool = False) -> Attachment:
        """Keeps a file. Raises `CANNOT_ATTACH`, `TOO_LARGE`, `DISK_FULL`, `CANNOT_WRITE`."""
        content = await asyncio.to_thread(recognise, data)
        file = await self._store.keep(data, content.suffix, temporary=temporary)
        return Attachment(
            new_id(),
            content.kind,
            clean_file_name(name, content.suffix),
            file,
            content.mime,
            len(data),
            content.width,
            content.height,
            len(content.text),
            content.text[:EXCERPT],
        )

    async def read(self, attachment: Attachment) -> bytes:
        """Returns what a file holds. Raises `CANNOT_READ` (`attachment`)."""
        return await self._store.read(attachment.file)

    async def sweep(self) -> None:
        """Removes the files nothing refers to any more."""
        await self._store.sweep()

    async def enclosed(self, branch: Sequence[Message], *, images: bool = True) -> Mapping[str, Enclosed]:
        """Reads the files of a branch for a request, by the ids of the attachments; the newest first, for as
        long as there is room. Without `images` those are left out.
        """
        found: dict[str, Enclosed] = {}
        room = {AttachmentKind.IMAGE: IMAGES_SENT, AttachmentKind.TEXT: TEXT_SENT}
        for attachment in _newest_first(branch):
            taken = min(attachment.characters, QUOTED)
            weight = attachment.size if attachment.kind is AttachmentKind.IMAGE else taken
            if attachment.kind is AttachmentKind.IMAGE and not images:
                found[attachment.id] = LeftOut.NOT_SEEN
            elif weight > room[attachment.kind]:
                found[attachment.id] = LeftOut.NO_ROOM
            else:
                found[attachment.id] = value = await self._enclose(attachment)
                room[attachment.kind] -= weight if isinstance(value, str) else 0
        return found

    async def _enclose(self, attachment: Attachment) -> Enclosed:
        try:
            data = await self._store.read(attachment.file)
        except PandaError:
            return LeftOut.GONE
        if attachment.kind is AttachmentKind.TEXT:
            text = await asyncio.to_thread(text_of, data)
            return LeftOut.GONE if text is None else text[:QUOTED]
        return await asyncio.to_thread(_data_url, attachment.mime, data)


def check_attachments(
    attachments: Sequence[Attachment], wanted: Iterable[str], models: Iterable[ModelInfo]
) -> None:
    """Checks what goes with a message before anything is stored or sent; `wanted` are the models asked.

    Raises:
        PandaError: `INVALID_INPUT` (`attachments`) for more than 20, `CANNOT_SEE_IMAGES` with images for a
            model that is known to take none; its `param` is the model.
    """
    if len(attachments) > MAX_ATTACHMENTS:
        raise PandaError(ErrorKind.INVALID_INPUT, ErrorDetail(param="attachments"))
    if any(attachment.kind is AttachmentKind.IMAGE for attachment in attachments):
        blind = {model.id for model in models if model.sees_images is False}
        for model_id in wanted:
            if model_id in blind:
                raise PandaError(ErrorKind.CANNOT_SEE_IMAGES, ErrorDetail(param=model_id))


def _data_url(mime: str, data: bytes) -> str:
    return f"data:{mime};base64,{base64.b64encode(data).decode('ascii')}"


def _newest_first(branch: Sequence[Message]) -> Iterable[Attachment]:
    for message in reversed(branch):
        yield from message.attachments
