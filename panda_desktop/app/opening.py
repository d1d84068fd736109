"""Opens the data folder, with a person's help when it does not open.

Promise: a failure is one window that says why and offers what helps; nothing is tried that was not chosen.
"""

import asyncio
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from panda_desktop.app.shown import Shown
from panda_desktop.domain.backups import Backup, SalvageReport
from panda_desktop.domain.errors import PandaError
from panda_desktop.storage.storage import Storage

if TYPE_CHECKING:
    from panda_desktop.services.recovery import Recovery
    from panda_desktop.ui.wiring.blocked import BlockedWindow

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """The open folder, and what was taken over of a damaged database when it came to that."""

    storage: Storage
    salvaged: SalvageReport | None = None


async def opened(shown: Shown, folder: Path, leave: asyncio.Event) -> Opened | None:
    """Returns the open folder; None when it does not open and the person leaves."""
    try:
        return Opened(await Storage.open(folder))
    except PandaError as error:
        _log.error("the data folder does not open: %s", error.kind)
        return await _with_help(shown, error, folder, leave)


async def _with_help(shown: Shown, error: PandaError, folder: Path, leave: asyncio.Event) -> Opened | None:
    from panda_desktop.services.recovery import Recovery
    from panda_desktop.ui.wiring.blocked import BlockedWindow

    shown.listen()
    shown.window.hide()
    recovery = Recovery(folder)
    window = BlockedWindow(error, folder)
    window.closing.connect(leave.set)
    window.show()
    window.offer(await recovery.offers(error), can_salvage=recovery.can_salvage(error))
    found = None
    while found is None and (chosen := await _chosen(window, leave)) is not None:
        window.set_busy()
        try:
            found = await _tried(recovery, chosen, folder)
        except PandaError as again:
            _log.error("that did not help: %s", again.kind)
            window.set_failed(again)
    window.closing.disconnect(leave.set)
    if found is None:
        shown.window.deleteLater()
    else:
        shown.window.show()
        window.close()
    window.deleteLater()
    return found


async def _tried(recovery: "Recovery", chosen: object, folder: Path) -> Opened:
    if isinstance(chosen, Backup):
        await recovery.restore(chosen)
        return Opened(await Storage.open(folder))
    report = await recovery.salvage()
    return Opened(await Storage.open(folder), report)


async def _chosen(window: "BlockedWindow", leave: asyncio.Event) -> object | None:
    """Returns what the person chooses; None when they leave."""
    wish: asyncio.Future[object] = asyncio.get_running_loop().create_future()

    def take(chosen: object) -> None:
        if not wish.done():
            wish.set_result(chosen)

    window.chosen.connect(take)
    leaving = asyncio.ensure_future(leave.wait())
    await asyncio.wait((wish, leaving), return_when=asyncio.FIRST_COMPLETED)
    window.chosen.disconnect(take)
    leaving.cancel()
    await asyncio.gather(leaving, return_exceptions=True)
    return wish.result() if wish.done() else None
