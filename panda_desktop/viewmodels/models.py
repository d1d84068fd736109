"""The gateway's models, by what they make, and what the person says of them.

Promise: there is always something to choose: before the gateway was asked, what its document names.
"""

from datetime import UTC, datetime

from PySide6.QtCore import Signal

from panda_desktop.domain.changes import ModelsChanged, ModelsReading
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.model_listing import ModelDetails
from panda_desktop.domain.models import ModelInfo, ModelKind, of_kind
from panda_desktop.services.bus import Bus
from panda_desktop.services.models import ModelsService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class ModelList(Commanding):
    """Observable list of models.

    Attributes:
        marks: what the person says of models.
        reading: the list is being read.
        error: why the last reading failed; None when it did not.
        read_at: when the gateway listed what is shown; None for what its document names.

    Signals:
        changed: the list was read again, or the person said something of a model.
        reading_changed: see `reading` and `error`.
        details_read(object): the `ModelDetails` that `ask_details` wanted.
        details_failed(str, object): the id of a model and the `PandaError`: there are none.
        added(str): the person's own model is in the list.
        add_failed(object): a `PandaError`: it is not.
        manage_wanted: the panel of all models shall be shown.
    """

    changed = Signal()
    reading_changed = Signal()
    details_read = Signal(object)
    details_failed = Signal(str, object)
    added = Signal(str)
    add_failed = Signal(object)
    manage_wanted = Signal()

    def __init__(self, bus: Bus, tasks: TaskSet, service: ModelsService) -> None:
        """Listens from now on."""
        super().__init__(tasks)
        self._service = service
        self._models = service.models
        self._by_kind: dict[ModelKind, tuple[ModelInfo, ...]] = {}
        self.marks = service.marks
        self.reading = False
        self.error: PandaError | None = None
        self.read_at: datetime | None = None
        bus.subscribe(ModelsChanged, self._heard)
        bus.subscribe(ModelsReading, self._heard_reading)

    # What is known

    def all(self) -> tuple[ModelInfo, ...]:
        """Returns every model of every kind, the hidden ones too, in the gateway's order."""
        return self._models

    def of_kind(self, kind: ModelKind) -> tuple[ModelInfo, ...]:
        """Returns the models of one kind that are not hidden, favourites first; chat begins with the four
        smart routes.
        """
        if kind not in self._by_kind:
            self._by_kind[kind] = of_kind(self._models, kind)
        return self._by_kind[kind]

    def info(self, model_id: str) -> ModelInfo | None:
        """Returns what is known of a model."""
        return next((model for model in self._models if model.id == model_id), None)

    def age_s(self) -> float | None:
        """Returns how many seconds old the list is; None when the gateway has not listed any."""
        return None if self.read_at is None else (datetime.now(UTC) - self.read_at).total_seconds()

    # Commands

    def refresh(self) -> None:
        """Asks the gateway for the list."""
        self._service.refresh()

    def manage(self) -> None:
        """States the wish for the panel of all models."""
        self.manage_wanted.emit()

    def star(self, model_id: str, starred: bool) -> None:
        """Puts a model first in every list, or no longer."""
        self._do(self._service.star(model_id, starred), "star model")

    def hide(self, model_id: str, hidden: bool) -> None:
        """Takes a model out of every list, or puts it back."""
        self._do(self._service.hide(model_id, hidden), "hide model")

    def set_kind(self, model_id: str, kind: ModelKind | None) -> None:
        """Corrects what a model makes; None takes the correction back."""
        self._do(self._service.set_kind(model_id, kind), "correct kind")

    def set_sees(self, model_id: str, sees: bool | None) -> None:
        """Corrects whether a model takes images; None takes the correction back."""
        self._do(self._service.set_sees(model_id, sees), "correct model")

    def add(self, model_id: str, kind: ModelKind | None = None) -> None:
        """Adds a model the gateway does not list; ends in `added` or `add_failed`."""
        work = self._add(model_id, kind)
        self._tasks.spawn(work, name="add model", failed=self.add_failed.emit, brief=True)

    def remove(self, model_id: str) -> None:
        """Removes a model the person added."""
        self._do(self._service.remove(model_id), "remove model")

    def ask_details(self, model_id: str) -> None:
        """Asks the gateway for everything it says of a model; ends in `details_read` or `details_failed`."""
        work = self._ask_details(model_id)
        self._tasks.spawn(
            work, name="model details", failed=lambda error: self.details_failed.emit(model_id, error)
        )

    async def _add(self, model_id: str, kind: ModelKind | None) -> None:
        await self._service.add(model_id, kind)
        self.added.emit(model_id.strip())

    async def _ask_details(self, model_id: str) -> None:
        found: ModelDetails = await self._service.details(model_id)
        self.details_read.emit(found)

    def _heard(self, change: ModelsChanged) -> None:
        self._models, self.marks, self.read_at = change.models, change.marks, change.read_at
        self._by_kind = {}
        self.changed.emit()

    def _heard_reading(self, change: ModelsReading) -> None:
        self.reading, self.error = change.reading, change.error
        self.reading_changed.emit()
