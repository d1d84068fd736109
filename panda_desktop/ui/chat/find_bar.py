"""The bar to look for text in the open chat.

Promise: Enter and Shift+Enter walk from hit to hit, Escape closes and takes the marks away.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from panda_desktop.ui.kit import IconButton, Label, Surface, TextField, announce
from panda_desktop.ui.transcript import TranscriptView

_PAUSE_MS: Final = 120
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(Surface):
    """The bar.

    Attributes:
        field: what is looked for.
        previous, next: go to the hit before or after.

    Signals:
        left: it was closed: back to where the keyboard was.
    """

    left = Signal()

    def __init__(self, transcript: TranscriptView, *, parent: QWidget | None = None) -> None:
        """Looks in `transcript`; hidden until `open`."""
        super().__init__("side", edge="bottom", parent=parent)
        self._transcript = transcript
        self.field = TextField(self.tr("Find in this chat"), placeholder=self.tr("Find in this chat"))
        self.field.installEventFilter(self)
        self.count = Label("", "small")
        self.previous = IconButton("chevron-up", self.tr("Previous hit (Shift+Enter)"))
        self.next = IconButton("chevron-down", self.tr("Next hit (Enter)"))
        self._close = IconButton("close", self.tr("Close (Escape)"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._find_first)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        for button in (self.previous, self.next, self._close):
            row.addWidget(button)
        self.field.textEdited.connect(lambda _text: self._pause.start())
        self.previous.clicked.connect(lambda _checked=False: self.go(-1))
        self.next.clicked.connect(lambda _checked=False: self.go(1))
        self._close.clicked.connect(lambda _checked=False: self.close_bar())
        self._show_count(looked=False)
        self.hide()

    def open(self) -> None:
        """Shows the bar with the cursor in it; looks again for what was looked for last."""
        words = self._transcript.selected_text().strip()
        if words and "\n" not in words and len(words) <= 200:
            self.field.setText(words)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text().strip():
            self._find_first()

    def close_bar(self) -> None:
        """Hides the bar and takes the marks away."""
        if self.isHidden():
            return
        self._pause.stop()
        self._transcript.find_text("")
        self.hide()
        self.left.emit()

    def go(self, direction: int) -> None:
        """Goes to the next (1) or previous (-1) hit."""
        self._pause.stop()
        self._transcript.find_text(self.field.text(), direction)
        self._show_count()

    def look_again(self) -> None:
        """Counts again: another chat is shown."""
        if not self.isHidden():
            self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter goes back."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
        ):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.go(-1 if back else 1)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, wherever in the bar the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        super().keyPressEvent(event)

    def _find_first(self) -> None:
        self.go(1)

    def _show_count(self, *, looked: bool = True) -> None:
        words = self.field.text().strip()
        count = self._transcript.find_text_count() if words else 0
        if not looked or not words:
            said = ""
        elif count == 0:
            said = self.tr("Not found")
        elif count == 1:
            said = self.tr("In 1 message")
        else:
            said = self.tr("In {count} messages").format(count=count)
        if said and said != self.count.text():
            announce(self.field, said)
        self.count.setText(said)
        self.field.set_invalid(bool(words) and looked and count == 0)
        for button in (self.previous, self.next):
            button.setEnabled(count > 0)
