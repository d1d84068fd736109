"""A field for the key.

Promise: what is in it is dots, except while the eye is held down; it cannot be copied from it.
"""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from panda_desktop.ui.kit import IconButton, TextField

_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.ContextMenu,
        QEvent.Type.Drop,
        QEvent.Type.DragEnter,
    }
)


class SecretLine(TextField):
    """A line that can be read but not used while its text is shown: nothing of it can be selected or copied
    then.
    """

    def is_revealed(self) -> bool:
        """Whether its text can be read now."""
        return self.echoMode() == QLineEdit.EchoMode.Normal

    def event(self, event: QEvent) -> bool:
        """Takes no keys and no presses while its text is shown."""
        if self.is_revealed() and event.type() in _INPUT:
            event.accept()
            return True
        return super().event(event)


class SecretField(QWidget):
    """A masked line with an eye beside it.

    Signals:
        submitted: Enter was pressed in it.
        changed: its text changed.
    """

    submitted = Signal()
    changed = Signal()

    def __init__(self, name: str, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        """Makes an empty field heard as `name`."""
        super().__init__(parent)
        self.field = SecretLine(name, placeholder=placeholder)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.eye = IconButton("eye", self.tr("Hold to show the key"))
        self.eye.setMinimumSize(self.eye.sizeHint())  # also while what is above it grows
        self.eye.pressed.connect(self._reveal)
        self.eye.released.connect(self._mask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.eye)
        self.field.returnPressed.connect(self.submitted)
        self.field.textChanged.connect(lambda _text: self.changed.emit())
        self.setFocusProxy(self.field)

    def text(self) -> str:
        """Returns what was typed or pasted."""
        return self.field.text()

    def clear(self) -> None:
        """Empties the field."""
        self.field.clear()
        self._mask()

    def is_revealed(self) -> bool:
        """Whether the key can be read on the screen now."""
        return self.field.is_revealed()

    def hideEvent(self, event: QHideEvent) -> None:
        """Masks it: the release of the eye would not be heard."""
        super().hideEvent(event)
        self._mask()

    def _reveal(self) -> None:
        self.field.deselect()
        self.field.setEchoMode(QLineEdit.EchoMode.Normal)
        self.eye.set_icon("eye-off")

    def _mask(self) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye.set_icon("eye")
