"""The panel in which a preset gets its name.

Promise: nothing changes before it is confirmed.
"""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit.naming import NamePanel, NameWords


class PresetNamePanel(NamePanel):
    """A name for a preset: see `NamePanel`."""

    def __init__(self, parent: QWidget, title: str, name: str = "", note: str = "") -> None:
        """Asks under `title`, with `name` to begin with and `note` said under the field."""
        field = QCoreApplication.translate("PresetNamePanel", "Name of the preset")
        save = QCoreApplication.translate("PresetNamePanel", "Save")
        super().__init__(parent, NameWords(title, field, save, note), name)
