"""The section of the settings that leads to the models.

Promise: it holds nothing of its own: models are starred, hidden and corrected in one place.
"""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.kit import Button
from panda_desktop.ui.models.words import age_words
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow
from panda_desktop.ui.settings.section import Section
from panda_desktop.ui.wording import joined
from panda_desktop.viewmodels.models import ModelList


class ModelsSettings(QWidget):
    """The ways to the panel and to a fresh list."""

    def __init__(self, models: ModelList) -> None:
        """Shows what is known of `models`."""
        super().__init__()
        self._models = models
        self.manage = Button(
            self.tr("Open"), icon_name="sparkle", tip=self.tr("See, star, hide and correct models")
        )
        self.refresh = Button(
            self.tr("Ask now"), icon_name="refresh", tip=self.tr("Ask the gateway for its models")
        )
        self.list_row = SettingRow(self.tr("The list"), "", self.refresh, keywords=self.tr("refresh age"))
        rows: list[QWidget] = [
            SettingRow(
                self.tr("All models"),
                self.tr(
                    "Favourites come first in every list and hidden models in none. Correct what a model "
                    "makes, add one by its id, and read what the gateway says of it."
                ),
                self.manage,
                keywords=self.tr("favourite star hide kind custom id"),
            ),
            self.list_row,
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.title, self.keywords = self.tr("Models"), self.tr("model favourite kind list")
        column.addWidget(SettingGroup(self.title, rows))
        self.manage.clicked.connect(lambda _checked=False: models.manage())
        self.refresh.clicked.connect(lambda _checked=False: models.refresh())
        models.changed.connect(self._show)
        models.reading_changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Tells the age of now."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        count = self.tr("%n model(s).", "", len(self._models.all()))
        self.list_row.set_note(joined(count, age_words(self._models.age_s())))
        self.refresh.setEnabled(not self._models.reading)


def models_section(models: ModelList) -> Section:
    """Returns the section."""
    group = ModelsSettings(models)
    return Section("models", group.title, "sparkle", (group,), group.keywords)
