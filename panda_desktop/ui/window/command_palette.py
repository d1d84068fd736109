"""The command palette: everything that can be done, found by typing.

Promise: it opens in the upper middle of the window, and nothing happens unless a command is taken.
"""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit import ChoicePopover
from panda_desktop.ui.theme import look
from panda_desktop.ui.window.commands import Commands


class CommandPalette(ChoicePopover):
    """One opening of the palette; it deletes itself when closed."""

    def __init__(self, window: QWidget, commands: Commands) -> None:
        """Lists `commands` above `window`."""
        super().__init__(window, "", commands.choices(), "")
        self.search.setPlaceholderText(self.tr("What do you want to do?"))
        self.search.setAccessibleName(self.tr("Search the commands"))
        self.list.setAccessibleName(self.tr("Commands"))
        self.search.show()
        self.taken.connect(commands.run)
        self.closed.connect(self.deleteLater)

    def open_over(self, window: QWidget) -> None:
        """Opens it."""
        width = min(look().pixels(520), max(280, window.width() - 32))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, min(72, window.height() // 8))))
        self.show()
