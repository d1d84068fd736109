"""The panel in which a board gets its name.

Promise: nothing changes before it is confirmed.
"""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit.naming import NamePanel, NameWords


class BoardNamePanel(NamePanel):
    """A name for a board: see `NamePanel`."""

    def __init__(self, parent: QWidget, name: str = "") -> None:
        """Asks for the name of a new board, or for another one instead of `name`."""
        translate = QCoreApplication.translate
        words = NameWords(
            translate("BoardNamePanel", "Rename the board")
            if name
            else translate("BoardNamePanel", "New board"),
            translate("BoardNamePanel", "Name of the board"),
            translate("BoardNamePanel", "Save") if name else translate("BoardNamePanel", "Create"),
        )
        super().__init__(parent, words, name)
