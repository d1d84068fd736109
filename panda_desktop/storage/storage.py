"""Everything that is kept in the data folder.

Promise: either all of it opens or nothing is changed.
"""

import asyncio
from pathlib import Path

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.storage.attachments import AttachmentStore
from panda_desktop.storage.backups import BackupStore
from panda_desktop.storage.boards import BoardStore
from panda_desktop.storage.conversations import ConversationStore
from panda_desktop.storage.database import Database, suspect_of
from panda_desktop.storage.days_seen import DaysSeen
from panda_desktop.storage.disk import DataFolder
from panda_desktop.storage.files import MediaFiles
from panda_desktop.storage.folders import FolderStore
from panda_desktop.storage.jobs import JobStore
from panda_desktop.storage.media import MediaStore
from panda_desktop.storage.mending import is_understood
from panda_desktop.storage.models import ModelStore
from panda_desktop.storage.pad import PadStore
from panda_desktop.storage.presets import PresetStore
from panda_desktop.storage.prices import PriceStore
from panda_desktop.storage.profiles import ProfileStore
from panda_desktop.storage.prompts import PromptStore
from panda_desktop.storage.queue import QueueStore
from panda_desktop.storage.restoring import DATABASE, is_staged, swap_in
from panda_desktop.storage.search import SearchStore
from panda_desktop.storage.settings import SettingsStore
from panda_desktop.storage.spending import SpendingStore
from panda_desktop.storage.spool import Spools


class Storage:
    """The open data folder.

    Attributes:
        restored: another file was put in the place of the one before, as the person had wanted.
    """

    def __init__(self, folder: Path, database: Database, *, restored: bool = False) -> None:
        """Use `open`."""
        self._database = database
        self.restored = restored
        self.folder = folder
        self.conversations = ConversationStore(database)
        self.folders = FolderStore(database)
        self.search = SearchStore(database)
        self.jobs = JobStore(database)
        self.media = MediaStore(database)
        self.boards = BoardStore(database)
        self.disk = DataFolder(folder)
        self.days_seen = DaysSeen(database)
        self.settings = SettingsStore(database)
        self.files = MediaFiles(folder)
        self.spools = Spools(folder)
        self.attachments = AttachmentStore(database, self.files)
        self.queue = QueueStore(database, self.conversations.is_temporary)
        self.presets = PresetStore(database)
        self.prompts = PromptStore(database)
        self.pad = PadStore(database)
        self.models = ModelStore(database)
        self.spending = SpendingStore(database)
        self.prices = PriceStore(database)
        self.profiles = ProfileStore(database)
        self.backups = BackupStore(folder, database)

    @property
    def is_read_only(self) -> bool:
        """The folder cannot be written: what is done is kept in memory until the program ends."""
        return self._database.is_read_only

    @property
    def lost_log(self) -> bool:
        """At the start what lay beside the database did not belong to it, and was set aside."""
        return self._database.lost_log

    @classmethod
    async def open(cls, folder: Path) -> "Storage":
        """Opens the folder, making it for this person alone.

        Raises:
            PandaError: `CANNOT_WRITE`, `DISK_FULL`, `DATA_DAMAGED`, `DATA_TOO_NEW`.
        """
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise PandaError(ErrorKind.CANNOT_WRITE, ErrorDetail(technical=type(error).__name__)) from error
        restored = is_staged(folder) and await asyncio.to_thread(swap_in, folder)
        if suspect_of(folder / DATABASE).exists() and not await asyncio.to_thread(
            is_understood, folder / DATABASE
        ):
            raise PandaError(ErrorKind.DATA_DAMAGED)
        database = Database(folder / DATABASE)
        await database.open()
        return cls(folder, database, restored=restored)

    async def close(self) -> None:
        """Closes the database and drops what was in memory only."""
        self.conversations.forget_temporary()
        self.queue.forget_temporary()
        self.attachments.forget_temporary()
        await self._database.close()
