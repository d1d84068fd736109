"""The row in the parameters of a chat with which a preset is chosen, saved, and managed.

Promise: it shows the preset that is just what the chat has, and “none” as soon as anything differs.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.presets import Preset
from panda_desktop.ui.kit import Choice, IconButton, PickerButton, SectionLabel

NONE = "none"
"""The value of the choice that sets nothing; no id of a preset."""


class PresetChooser(QWidget):
    """The row.

    Attributes:
        picker: the presets.
        save: keeps what the chat has as a new one.
        manage: opens the panel of all.

    Signals:
        preset_wanted(str): the preset with this id shall be applied.
        none_wanted: nothing shall be set.
        save_wanted: what the chat has shall become a preset.
        manage_wanted: the panel of all shall open.
    """

    preset_wanted = Signal(str)
    none_wanted = Signal()
    save_wanted = Signal()
    manage_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Offers nothing yet."""
        super().__init__(parent)
        self.picker = PickerButton(self.tr("Preset"), placeholder=self.tr("None"), compact=True)
        self.save = IconButton("save", self.tr("Save as preset…"), bordered=True)
        self.manage = IconButton("settings", self.tr("All presets…"), bordered=True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.picker, 1)
        row.addWidget(self.save)
        row.addWidget(self.manage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(SectionLabel(self.tr("Preset"), self.picker))
        column.addLayout(row)
        self.picker.chosen.connect(self._chosen)
        self.save.clicked.connect(lambda _checked=False: self.save_wanted.emit())
        self.manage.clicked.connect(lambda _checked=False: self.manage_wanted.emit())

    def show_presets(self, presets: Sequence[Preset], default_id: str, current: str) -> None:
        """Offers `presets`; `current` is what the chat has, empty for none of them."""
        choices = [Choice(NONE, self.tr("None"), self.tr("sets nothing"))]
        for preset in presets:
            note = self.tr("new chats") if preset.id == default_id else preset.model
            choices.append(Choice(preset.id, preset.name, note))
        self.picker.set_choices(choices)
        self.picker.set_value(current)

    def _chosen(self, value: str) -> None:
        if value == NONE:
            self.none_wanted.emit()
        else:
            self.preset_wanted.emit(value)
