"""The completion pad, observable.

Promise: text that streams is told at most once a frame, and only what is new of it.
"""

from typing import Final

from PySide6.QtCore import Signal

from panda_desktop.domain.changes import PadChanged
from panda_desktop.domain.chat import Parameters
from panda_desktop.domain.pad import Pad
from panda_desktop.services.bus import Bus
from panda_desktop.services.chat.contract import CompletionCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding
from panda_desktop.viewmodels.frames import NextFrame

_PAD: Final = "pad"


class CompletionModel(Commanding):
    """The pad.

    Signals:
        changed(object): the `Pad` may differ in anything.
        grew(str): this text was written at its end.
        writing_changed(bool): a continuation is coming, or no longer.
    """

    changed = Signal(object)
    grew = Signal(str)
    writing_changed = Signal(bool)

    def __init__(self, bus: Bus, tasks: TaskSet, completing: CompletionCommands) -> None:
        """Listens from now on; `load` reads."""
        super().__init__(tasks)
        self._completing = completing
        self._pad = completing.pad
        self._told = len(self._pad.text)
        self._frame = NextFrame(self, lambda _: self._tell_growth())
        bus.subscribe(PadChanged, self._heard)

    @property
    def pad(self) -> Pad:
        """The pad as it is."""
        return self._pad

    def read(self) -> None:
        """Begins to read the pad; ends in `changed` or `failed`."""
        self._do(self.load(), "read pad")

    async def load(self) -> None:
        """Reads the pad as the last run left it."""
        self._heard(PadChanged(await self._completing.load()))

    def change(
        self, *, text: str | None = None, model: str | None = None, parameters: Parameters | None = None
    ) -> None:
        """Keeps what is given; while a continuation is coming it ends in `failed`."""
        work = self._completing.change_pad(text=text, model=model, parameters=parameters)
        self._do(work, "change pad")

    def complete(self) -> None:
        """Lets the model write on; ends in `writing_changed` or `failed`."""
        self._do(self._completing.complete(), "complete")

    def stop(self) -> None:
        """Ends the continuation; what has arrived stays."""
        self._completing.stop_completion()

    def take_back(self) -> None:
        """Removes what the model wrote last."""
        self._do(self._completing.take_back(), "take back")

    def _heard(self, change: PadChanged) -> None:
        before, self._pad = self._pad, change.pad
        if change.grew:
            self._frame.due(_PAD)
            return
        self._frame.forget(_PAD)
        self._told = len(self._pad.text)
        self.changed.emit(self._pad)
        if before.is_writing is not self._pad.is_writing:
            self.writing_changed.emit(self._pad.is_writing)

    def _tell_growth(self) -> None:
        fresh = self._pad.text[self._told :]
        self._told = len(self._pad.text)
        if fresh:
            self.grew.emit(fresh)
