"""Takes a file of chats in, a few at a time.

Promise: the loop is not held up; whatever ends it, every chat is there whole or not at all.
"""

import time
from collections import Counter
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.exchange import ImportReport, Misfit, Progress, Reason, Watch
from panda_desktop.services.exchange.foreign import Piece, Tick
from panda_desktop.services.exchange.intake import Intake
from panda_desktop.services.exchange.one_thread import OneThread
from panda_desktop.services.exchange.reading import read
from panda_desktop.services.exchange.source import ChatFile

MISFITS: Final = 200
"""Things that were not taken over as they were and are told one by one; the others are counted."""
_STEP_S: Final = 0.01
"""How long is read before what was read is stored."""


class Steps:
    """The pieces of a file, a few milliseconds of reading at a time. Blocks: called in a thread."""

    def __init__(self, path: Path, model: str) -> None:
        """`model` is asked next in chats that name none of the gateway's. Nothing is opened yet."""
        self._path = path
        self._model = model
        self._file: ChatFile | None = None
        self._pieces: Generator[Piece, None, None] | None = None

    def open(self) -> None:
        """Opens the file. Raises as `ChatFile`."""
        self._file = ChatFile(self._path)
        self._pieces = read(self._file, self._model, datetime.now(UTC))

    def next(self) -> list[Piece]:
        """Returns the next pieces, none at the end. Raises as `reading.read`."""
        found: list[Piece] = []
        until = time.monotonic() + _STEP_S
        for piece in self._pieces or ():
            found.append(piece)
            if time.monotonic() >= until:
                break
        return found

    def progress(self, conversations: int) -> Progress:
        """Tells how far it is."""
        assert self._file is not None
        return Progress(min(self._file.taken, self._file.total), self._file.total, conversations)

    def close(self) -> None:
        """Closes the file, if it was opened."""
        if self._pieces is not None:
            self._pieces.close()
        if self._file is not None:
            self._file.close()


class Importing:
    """One import."""

    def __init__(self, intake: Intake, thread: OneThread, watch: Watch) -> None:
        """Nothing is read yet."""
        self._intake = intake
        self._thread = thread
        self._watch = watch
        self._misfits: list[Misfit] = []
        self._counts: Counter[Reason] = Counter()

    async def run(self, steps: Steps) -> ImportReport:
        """Takes in all of it. Raises what `steps` and storing raise.

        When the task is cancelled because the program ends, what is not whole stays out of sight, and goes
        after the next start.
        """
        try:
            await self._thread.run(steps.open)
            stopped = await self._take(steps)
        except PandaError:
            self._intake.abandon()
            raise
        finally:
            await self._thread.run(steps.close)
        if stopped:
            self._intake.abandon()
        return ImportReport(
            self._intake.conversations,
            self._intake.messages,
            self._intake.grown,
            self._intake.duplicates,
            tuple(self._misfits),
            dict(self._counts),
            stopped,
        )

    async def _take(self, steps: Steps) -> bool:
        """Takes piece after piece; returns whether it was stopped."""
        while pieces := await self._thread.run(steps.next):
            for piece in pieces:
                if self._watch.stopped:
                    return True
                if isinstance(piece, Misfit):
                    self._note(piece)
                elif not isinstance(piece, Tick):
                    await self._intake.take(piece)
            self._watch.told(steps.progress(self._intake.conversations))
        return False

    def _note(self, misfit: Misfit) -> None:
        self._counts[misfit.reason] += misfit.times
        if len(self._misfits) < MISFITS:
            self._misfits.append(misfit)
