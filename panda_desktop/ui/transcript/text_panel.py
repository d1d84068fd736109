"""A text file of a message, to be read.

Promise: it is shown as plain text whatever is in it; a huge file or line does not hold up the window.
"""

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from panda_desktop.markdown.visible import in_code
from panda_desktop.ui.kit import Button, ElidedLabel, IconButton, Label, Popover
from panda_desktop.ui.theme import look
from panda_desktop.ui.theme.fonts import mono_font, type_scale
from panda_desktop.ui.transcript.clipboard import copy_text
from panda_desktop.ui.transcript.reader import broken_lines

SHOWN: Final = 200_000
"""Characters that are shown; the file itself is saved and copied whole."""
_EDGE: Final = 16


class TextPanel(Popover):
    """A read-only text with its name above it.

    Attributes:
        text: what is read.
        copy_button, save_button, close_button: the buttons.

    Signals:
        save_wanted: the person wants a copy of the file.
    """

    save_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Makes a closed, empty panel."""
        super().__init__(parent)
        self._whole = ""
        self._name = ElidedLabel("", "strong", mode=Qt.TextElideMode.ElideMiddle)
        self._facts = Label("", "muted")
        self._more = Label("", "muted", wrap=True)
        self.text = QPlainTextEdit()
        self.copy_button = Button(self.tr("Copy"), small=True)
        self.save_button = IconButton("save", self.tr("Save as…"))
        self.close_button = IconButton("close", self.tr("Close (Escape)"))
        self._build()
        self.closed.connect(self.deleteLater)

    def show_text(self, name: str, facts: str, text: str) -> None:
        """Opens over the middle of the window of its parent."""
        self._whole = text
        self._name.setText(name)
        self._facts.setText(facts)
        self.setAccessibleName(name)
        self.text.setAccessibleName(name)
        self.text.setPlainText(broken_lines(in_code(text[:SHOWN])))
        self._more.setVisible(len(text) > SHOWN)
        self._more.setText(self.tr("This is the beginning of the file. Save a copy to read all of it."))
        self._open()

    def copy(self) -> None:
        """Copies the whole text."""
        copy_text(self._whole)
        self.copy_button.set_text(self.tr("Copied"))

    def _build(self) -> None:
        self.content.setContentsMargins(14, 10, 10, 12)
        row = QHBoxLayout()
        row.setSpacing(6)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        row.addLayout(words, 1)
        for widget in (self.copy_button, self.save_button, self.close_button):
            row.addWidget(widget)
        self.content.addLayout(row)
        self.content.addWidget(self.text, 1)
        self.content.addWidget(self._more)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setFont(mono_font(type_scale(look().zoom).mono))
        self.text.setTabStopDistance(4 * self.text.fontMetrics().horizontalAdvance(" "))
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setTabChangesFocus(True)
        self.copy_button.clicked.connect(lambda _checked=False: self.copy())
        self.save_button.clicked.connect(lambda _checked=False: self.save_wanted.emit())
        self.close_button.clicked.connect(lambda _checked=False: self.close())

    def _open(self) -> None:
        owner = self.parentWidget()
        assert owner is not None
        room = owner.window().size()
        width = min(look().pixels(680), room.width() - 2 * _EDGE)
        height = min(look().pixels(520), room.height() - 2 * _EDGE)
        place = QRect(0, 0, width, height)
        place.moveCenter(owner.window().mapToGlobal(QPoint(room.width() // 2, room.height() // 2)))
        self.setGeometry(place)
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
