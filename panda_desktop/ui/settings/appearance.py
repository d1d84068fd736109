"""The settings of the look: colours, text size, density, motion, language.

Promise: each is applied at once.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.kit import Choice, PickerButton, SegmentedChoice
from panda_desktop.ui.settings.accent_choice import AccentChoice
from panda_desktop.ui.settings.rows import SettingGroup, SettingRow
from panda_desktop.ui.theme import ThemeMode
from panda_desktop.ui.translation import Language
from panda_desktop.ui.wording import percent

_ZOOMS: Final = (80, 90, 100, 110, 125, 150, 175, 200)


class AppearanceSettings(QWidget):
    """Colours, text size, density, motion and language.

    Signals:
        theme_chosen(str): a `ThemeMode` value.
        accent_chosen(str): a value of `Settings.accent`.
        zoom_chosen(int): text size in per cent.
        density_chosen(str): a value of `Settings.density`.
        motion_chosen(str): a value of `Settings.motion`.
        language_chosen(str): a `Language` value.
    """

    theme_chosen = Signal(str)
    accent_chosen = Signal(str)
    zoom_chosen = Signal(int)
    density_chosen = Signal(str)
    motion_chosen = Signal(str)
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
        self.accent = AccentChoice()
        self.zoom = PickerButton(self.tr("Text size"), compact=True)
        self.density = SegmentedChoice(
            self.tr("Density"),
            [("comfortable", self.tr("Comfortable")), ("compact", self.tr("Compact"))],
        )
        self.motion = SegmentedChoice(
            self.tr("Motion"),
            [
                ("system", self.tr("Like the system")),
                ("reduced", self.tr("Reduced")),
                ("full", self.tr("Full")),
            ],
        )
        self.language = PickerButton(
            self.tr("Language"),
            [
                Choice(Language.SYSTEM, self.tr("Like the system")),
                Choice(Language.ENGLISH, "English"),
                Choice(Language.CHINESE, "简体中文"),
            ],
            compact=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(SettingGroup(self.tr("Look"), self._look_rows()))
        column.addWidget(SettingGroup(self.tr("Language"), self._language_rows()))
        self._connect()
        self.set_theme(ThemeMode.SYSTEM)
        self.set_accent("green")
        self.set_zoom(100)
        self.set_density("comfortable")
        self.set_motion("system")
        self.set_language(Language.SYSTEM)

    def set_theme(self, mode: str) -> None:
        """Shows the chosen colours, a `ThemeMode` value."""
        self.theme.set_value(mode)

    def set_accent(self, accent: str) -> None:
        """Shows the accent colour, a value of `Settings.accent`."""
        self.accent.set_value(accent)

    def set_zoom(self, zoom: int) -> None:
        """Shows the text size in per cent."""
        sizes = sorted({*_ZOOMS, zoom})
        self.zoom.set_choices([Choice(str(size), percent(size)) for size in sizes])
        self.zoom.set_value(str(zoom))

    def set_density(self, density: str) -> None:
        """Shows how much air there is, a value of `Settings.density`."""
        self.density.set_value(density)

    def set_motion(self, motion: str) -> None:
        """Shows whether things move, a value of `Settings.motion`."""
        self.motion.set_value(motion)

    def set_language(self, language: str) -> None:
        """Shows the chosen language, a `Language` value."""
        self.language.set_value(language)

    def _look_rows(self) -> list[QWidget]:
        return [
            SettingRow(self.tr("Colours"), "", self.theme, keywords=self.tr("theme dark light night mode")),
            SettingRow(
                self.tr("Accent colour"),
                self.tr("For what is chosen, and for the main button of a page."),
                self.accent,
                keywords=self.tr("theme highlight"),
            ),
            SettingRow(
                self.tr("Text size"),
                self.tr("Also by Ctrl and +, − or 0."),
                self.zoom,
                keywords=self.tr("zoom font scale larger smaller"),
            ),
            SettingRow(
                self.tr("Density"),
                self.tr("Compact shows more at once, with less air between things."),
                self.density,
                keywords=self.tr("spacing padding"),
            ),
            SettingRow(
                self.tr("Motion"),
                self.tr("Reduced keeps spinners and the like still."),
                self.motion,
                keywords=self.tr("animation accessibility"),
            ),
        ]

    def _language_rows(self) -> list[QWidget]:
        note = self.tr("Also for numbers and dates.")
        return [SettingRow(self.tr("Language"), note, self.language, keywords="语言 中文 Chinese")]

    def _connect(self) -> None:
        self.theme.chosen.connect(self.theme_chosen)
        self.accent.chosen.connect(self.accent_chosen)
        self.zoom.chosen.connect(lambda value: self.zoom_chosen.emit(int(value)))
        self.density.chosen.connect(self.density_chosen)
        self.motion.chosen.connect(self.motion_chosen)
        self.language.chosen.connect(self.language_chosen)
