"""The models as rows: all of them, or those that fit a search and a filter.

Promise: thousands are filtered at each key; a model that was marked keeps its place.
"""

from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from panda_desktop.domain.models import SMART_ROUTES, ModelInfo, ModelKind
from panda_desktop.ui.kit import plain_tip
from panda_desktop.ui.models.words import kind_word
from panda_desktop.ui.wording import spoken

Index = QModelIndex | QPersistentModelIndex
MODEL: Final = int(Qt.ItemDataRole.UserRole)
_ROOT: Final = QModelIndex()


class Filter(StrEnum):
    """Which models are listed."""

    ALL = "all"
    CHAT = "chat"
    IMAGE = "image"
    VIDEO = "video"
    FAVOURITES = "favourites"
    HIDDEN = "hidden"


class ModelRows(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Makes an empty list."""
        super().__init__(parent)
        self._all: tuple[ModelInfo, ...] = ()
        self._texts: dict[str, str] = {}
        self._rows: list[ModelInfo] = []
        self._words: list[str] = []
        self._filter = Filter.ALL

    def set_models(self, models: tuple[ModelInfo, ...]) -> None:
        """Shows these; when only marks have changed, every row stays where it is."""
        self._all = tuple(model for model in models if model.id not in SMART_ROUTES)
        self._texts = {}
        known = {model.id: model for model in self._all}
        if self._rows and known.keys() >= {row.id for row in self._rows} and self._is_same_list(known):
            self._rows = [known[row.id] for row in self._rows]
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        else:
            self._list()

    def show_only(self, wanted: Filter, words: str) -> None:
        """Lists what fits the filter and has all words."""
        self._filter, self._words = wanted, words.casefold().split()
        self._list()

    def count_of_all(self) -> int:
        """Returns how many there are, whatever is listed."""
        return len(self._all)

    def model(self, row: int) -> ModelInfo | None:
        """Returns the model in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, model_id: str) -> int:
        """Returns the row of a model; -1 when it is not listed."""
        return next((place for place, row in enumerate(self._rows) if row.id == model_id), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One row a model."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is drawn and heard of a model."""
        if not index.isValid():
            return None
        model = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return model.name or model.id
        if role == MODEL:
            return model
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(model.id)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            marks = [kind_word(model.kind)]
            if model.favourite:
                marks.append(self.tr("favourite"))
            if model.hidden:
                marks.append(self.tr("hidden"))
            return spoken(model.name or model.id, *marks)
        return None

    def _is_same_list(self, known: dict[str, ModelInfo]) -> bool:
        """Whether marks alone have changed: nothing new fits, and what is hidden now is still looked at."""
        shown = {row.id for row in self._rows}
        return all(name in shown for name, model in known.items() if self._fits(model))

    def _list(self) -> None:
        self.beginResetModel()
        fitting = [model for model in self._all if self._fits(model)]
        self._rows = sorted(fitting, key=lambda model: not model.favourite)
        self.endResetModel()

    def _fits(self, model: ModelInfo) -> bool:
        if self._filter is Filter.HIDDEN:
            fits = model.hidden
        elif self._filter is Filter.FAVOURITES:
            fits = model.favourite
        else:
            fits = self._filter is Filter.ALL or model.kind is ModelKind(self._filter.value)
        if not fits or not self._words:
            return fits
        text = self._texts.get(model.id)
        if text is None:
            text = self._texts[model.id] = f"{model.name} {model.id} {model.owned_by}".casefold()
        return all(word in text for word in self._words)
