"""Everything that is kept in the data folder.

Promise: either all of it opens or nothing is changed.
"""

from pathlib import Path

from panda_desktop.domain.errors import ErrorDetail, ErrorKind, PandaError
from panda_desktop.storage.attachments import AttachmentStore
from panda_desktop.storage.conversations import ConversationStore
from panda_desktop.storage.database import Database
from panda_desktop.storage.files import MediaFiles
from panda_desktop.storage.folders import FolderStore
from panda_desktop.storage.jobs import JobStore
from panda_desktop.storage.media import MediaStore
from panda_desktop.storage.pad import PadStore
from panda_desktop.storage.presets import PresetStore
from panda_desktop.storage.prompts import PromptStore
from panda_desktop.storage.queue import QueueStore
from panda_desktop.storage.search import SearchStore
from panda_desktop.storage.settings import SettingsStore


class Storage:
    """The open data folder."""

    def __init__(self, folder: Path, database: Database) -> None:
        """Use `open`."""
        self._database = database
        self.folder = folder
        self.conversations = ConversationStore(database)
        self.folders = FolderStore(database)
        self.search = SearchStore(database)
        self.jobs = JobStore(database)
        self.media = MediaStore(database)
        self.settings = SettingsStore(database)
        self.files = MediaFiles(folder)
        self.attachments = AttachmentStore(database, self.files)
        self.queue = QueueStore(database, self.conversations.is_temporary)
        self.presets = PresetStore(database)
        self.prompts = PromptStore(database)
        self.pad = PadStore(database)

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
        database = Database(folder / "panda.sqlite3")
        await database.open()
        return cls(folder, database)

    async def close(self) -> None:
        """Closes the database and drops what was in memory only."""
        self.conversations.forget_temporary()
        self.queue.forget_temporary()
        self.attachments.forget_temporary()
        await self._database.close()
