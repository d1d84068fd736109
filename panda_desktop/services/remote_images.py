"""Images that stand in an answer as an address, fetched when the person asks for one.

Promise: one call asks for one image; without key, cookies or referer; by https from public addresses only (a
gateway on this computer may name its neighbours); what comes back is a raster image by its first bytes.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.media import MediaKind
from panda_desktop.domain.network import Network
from panda_desktop.gateway.assets import AssetClient
from panda_desktop.gateway.clocks import Clocks

MAX_BYTES: Final = 20 * 1024 * 1024
"""Most bytes of an image in an answer."""
_AT_ONCE: Final = 3
_WAITS: Final = Clocks(connect_s=10.0, first_byte_s=30.0, bytes_idle_s=20.0)


class RemoteImages:
    """See `contract.RemoteImageCommands`."""

    def __init__(self, base_url: Callable[[], str], network: Callable[[], Network] = Network) -> None:
        """`base_url` returns the gateway's, which decides whether addresses on this computer may be asked;
        `network` tells how requests leave.
        """
        self._base_url = base_url
        self._network = network
        self._room = asyncio.Semaphore(_AT_ONCE)

    async def fetch(self, address: str) -> bytes:
        """Returns the content of an image. Raises `BLOCKED_ADDRESS`, `LINK_EXPIRED`, `NOT_MEDIA`,
        `ANSWER_TOO_BIG`, `DISK_FULL`, `CANNOT_WRITE`, or why the server could not be reached.
        """
        client = AssetClient(self._base_url(), None, _WAITS, self._network())
        async with self._room:
            folder = await asyncio.to_thread(TemporaryDirectory, prefix="panda-image-")
            try:
                part = Path(folder.name) / "image.part"
                await client.download(address, part, MediaKind.IMAGE, _watch)
                return await asyncio.to_thread(part.read_bytes)
            except ValueError as error:  # an address, also one led to, that no request can be made of
                raise PandaError(ErrorKind.BLOCKED_ADDRESS) from error
            finally:
                await asyncio.to_thread(folder.cleanup)


def _watch(received: int, total: int | None) -> None:
    """Ends a download that is, or says it will be, too large."""
    if max(received, total or 0) > MAX_BYTES:
        raise PandaError(ErrorKind.ANSWER_TOO_BIG, reached=Reached.ANSWERED)
