"""What the tour plays on: the window, its view-models, and a camera.

Promise: waiting has a limit, and what did not come is named.
"""

import asyncio
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from panda_desktop.domain.jobs import JobState
from panda_desktop.ui.theme import ThemeMode, look
from panda_desktop.ui.tour.words import TourWords
from panda_desktop.ui.window import MainWindow
from panda_desktop.viewmodels.account import AccountModel
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.jobs import JobList, JobRow
from panda_desktop.viewmodels.library import LibraryList
from panda_desktop.viewmodels.money import MoneyModel
from panda_desktop.viewmodels.recent_files import RecentFiles
from panda_desktop.viewmodels.settings import SettingsModel

LOOK_S = 0.05
LIMIT_S = 180.0


class Missing(Exception):
    """A step's result is not there; the text says which."""


@dataclass(frozen=True, slots=True)
class TourStage:
    """The window and what it shows, as the program built them.

    `words` are typed, `folder` takes the pictures.
    """

    window: MainWindow
    chat: ChatModel
    images: JobList
    videos: JobList
    library: LibraryList
    account: AccountModel
    settings: SettingsModel
    money: MoneyModel
    recent_files: RecentFiles
    words: TourWords
    folder: Path

    async def until(self, what: str, is_so: Callable[[], bool], limit_s: float = LIMIT_S) -> None:
        """Waits until something is so. Raises `Missing` after the limit."""
        ends = time.monotonic() + limit_s
        while not is_so():
            if time.monotonic() > ends:
                raise Missing(what)
            await asyncio.sleep(LOOK_S)

    async def picture(self, name: str, of: QWidget | None = None) -> None:
        """Saves a picture of the window, or of a panel over it, once everything is painted."""
        for _ in range(4):
            await asyncio.sleep(LOOK_S)
            QApplication.sendPostedEvents()
        target = self.folder / f"{name}.png"
        if not (of or self.window).grab().save(str(target)):
            raise Missing(f"the picture {target}")

    async def use_theme(self, mode: ThemeMode) -> None:
        """Switches the colours and waits until they are in force."""
        if mode is not self.theme():
            self.settings.change(theme=mode.value)
            await self.until(f"{mode} colours", lambda: self.theme() is mode)

    def theme(self) -> ThemeMode:
        """Returns the colours in force."""
        return ThemeMode(self.settings.current.theme)

    async def use_zoom(self, percent: int) -> None:
        """Gives the text another size and waits until it has it."""
        self.settings.change(zoom=percent)
        await self.until(f"text of {percent} %", lambda: look().zoom == percent)

    async def result_of(self, jobs: JobList, job_id: str, expected: int) -> JobRow:
        """Waits for the files of a job. Raises `Missing` when it ends without them."""

        def row() -> JobRow:
            found = jobs.find(job_id)
            assert found is not None
            return found

        await self.until("the end of a job", lambda: not row().job.state.is_running)
        ended = row()
        whole = [item for item in ended.items if jobs.path_of(item).stat().st_size == item.size]
        if ended.job.state is not JobState.DONE or len(whole) != expected:
            raise Missing(f"{expected} results: the job is {ended.job.state} with {len(whole)}")
        return ended


def file_name(number: int, title: str) -> str:
    """Returns the name of a step's picture: `003-chat-dark`."""
    return f"{number:03}-{re.sub('[^a-z0-9]+', '-', title.lower()).strip('-')}"
