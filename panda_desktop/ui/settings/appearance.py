"""The settings of the look: colours, text size, language.

Promise: each is applied at once, and the language says that it waits for the next start.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.kit import Choice, PickerButton, SegmentedChoice
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow
from panda_desktop.ui.theme import ThemeMode
from panda_desktop.ui.translation import Language

_ZOOMS: Final = (80, 90, 100, 125, 150, 200)


class AppearanceSettings(QWidget):
    """Colours, text size and language.

    Signals:
        theme_chosen(str): a `ThemeMode` value.
        zoom_chosen(int): text size in per cent.
        language_chosen(str): a `Language` value.
    """

    theme_chosen = Signal(str)
    zoom_chosen = Signal(int)
    language_chosen = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the group; it knows nothing yet."""
        super().__init__(parent)
        self.theme = SegmentedChoice(
            self.tr("Colours"),
            [
                (ThemeMode.LIGHT, self.tr("Light")),
                (ThemeMode.DARK, self.tr("Dark")),
                (ThemeMode.SYSTEM, self.tr("Like the system")),
            ],
        )
        self.zoom = PickerButton(self.tr("Text size"), compact=True)
        self.language = PickerButton(
            self.tr("Language"),
            [
                Choice(Language.SYSTEM, self.tr("Like the system")),
                Choice(Language.ENGLISH, "English"),
                Choice(Language.CHINESE, "简体中文"),
            ],
            compact=True,
        )
        self._language_row = SettingRow(self.tr("Language"), "", self.language)
        rows: list[QWidget] = [
            SettingRow(self.tr("Colours"), "", self.theme),
            SettingRow(self.tr("Text size"), self.tr("Also by Ctrl and +, − or 0."), self.zoom),
            self._language_row,
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SettingGroup(self.tr("Look"), rows))
        self.theme.chosen.connect(self.theme_chosen)
        self.zoom.chosen.connect(lambda value: self.zoom_chosen.emit(int(value)))
        self.language.chosen.connect(self._choose_language)
        self.set_theme(ThemeMode.SYSTEM)
        self.set_zoom(100)
        self.set_language(Language.SYSTEM)

    def set_theme(self, mode: str) -> None:
        """Shows the chosen colours, a `ThemeMode` value."""
        self.theme.set_value(mode)

    def set_zoom(self, zoom: int) -> None:
        """Shows the text size in per cent."""
        sizes = sorted({*_ZOOMS, zoom})
        self.zoom.set_choices([Choice(str(size), f"{size} %") for size in sizes])
        self.zoom.set_value(str(zoom))

    def set_language(self, language: str) -> None:
        """Shows the chosen language, a `Language` value."""
        self.language.set_value(language)

    def _choose_language(self, value: str) -> None:
        self._language_row.set_note(self.tr("Used from the next start of the program."))
        self.language_chosen.emit(value)
