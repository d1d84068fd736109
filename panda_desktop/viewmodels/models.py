"""The gateway's models, by what they make.

Promise: there is always something to choose: before the gateway was asked, what its document names.
"""

from PySide6.QtCore import QObject, Signal

from panda_desktop.domain.changes import ModelsChanged
from panda_desktop.domain.models import DOCUMENTED_MODELS, ModelInfo, ModelKind, of_kind
from panda_desktop.services.bus import Bus


class ModelList(QObject):
    """Observable list of models.

    Signals:
        changed: the list was read again.
    """

    changed = Signal()

    def __init__(self, bus: Bus, models: tuple[ModelInfo, ...] = DOCUMENTED_MODELS) -> None:
        """Listens from now on."""
        super().__init__()
        self._models = models
        bus.subscribe(ModelsChanged, self._heard)

    def of_kind(self, kind: ModelKind) -> tuple[ModelInfo, ...]:
        """Returns the models of one kind; chat begins with the four smart routes."""
        return of_kind(self._models, kind)

    def info(self, model_id: str) -> ModelInfo | None:
        """Returns what is known of a model."""
        return next((model for model in self._models if model.id == model_id), None)

    def _heard(self, change: ModelsChanged) -> None:
        self._models = change.models
        self.changed.emit()
