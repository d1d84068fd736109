"""The field that searches the settings.

Promise: Escape empties it, and in an empty field leaves it.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.kit import TextField, plain_tip


class SettingsSearch(TextField):
    """A search field.

    Signals:
        left: Escape was pressed in it.
    """

    left = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes an empty field."""
        super().__init__("", parent=parent)
        name = self.tr("Search the settings")
        keys = QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("Search"))
        self.setToolTip(plain_tip(f"{name} ({keys})"))
        self.setClearButtonEnabled(True)

    def begin(self) -> None:
        """Takes the focus, with what is in it selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
