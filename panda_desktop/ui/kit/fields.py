"""Fields to write in: one line, and an area that grows.

Promise: text comes in plain, a huge paste never freezes the window, and a wrong value is marked without
moving anything.
"""

from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from panda_desktop.ui.kit.labels import plain_tip
from panda_desktop.ui.kit.style import set_variant
from panda_desktop.ui.theme import look

PASTE_LIMIT: Final = 200_000
"""Characters a field takes from one paste; more becomes an attachment where there are attachments."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextField(QLineEdit):
    """One line of text."""

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        tip: str = "",
        mono: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Makes a field.

        Args:
            name: what it is for, heard by screen readers.
            placeholder: grey words while it is empty.
            tip: tooltip; `name` when empty.
            mono: fixed-pitch letters, for addresses and keys.
            parent: the owner.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(tip or name))
        self.setPlaceholderText(placeholder)
        self.setMaxLength(PASTE_LIMIT)
        if mono:
            set_variant(self, "mono", True)

    def sizeHint(self) -> QSize:
        """At least 28 px high."""
        return super().sizeHint().expandedTo(QSize(28, 28))

    def set_invalid(self, invalid: bool) -> None:
        """Marks the value as wrong. The sentence saying why is the form's, beside the field."""
        set_variant(self, "invalid", invalid)


class TextArea(QPlainTextEdit):
    """Several lines of plain text; it grows with them up to a limit, then scrolls.

    Signals:
        submitted: Ctrl+Enter, or Enter where `submit_on_enter` is set; never while a word is being composed.
        oversized_paste(str): more than `PASTE_LIMIT` characters were pasted; nothing was inserted.
        height_changed: it grew or shrank.
    """

    submitted = Signal()
    oversized_paste = Signal(str)
    height_changed = Signal()

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        tip: str = "",
        lines: tuple[int, int] = (3, 12),
        submit_on_enter: bool = False,
        bare: bool = False,
        mono: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Makes an area.

        Args:
            name: what it is for, heard by screen readers.
            placeholder: grey words while it is empty.
            tip: tooltip; none when empty, as it would cover the text.
            lines: least and most lines it is high.
            submit_on_enter: Enter submits and Shift+Enter breaks the line.
            bare: without border and background, for use inside a card.
            mono: fixed-pitch letters.
            parent: the owner.
        """
        super().__init__(parent)
        self._lines = lines
        self._submit_on_enter = submit_on_enter
        self._bare = bare
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(tip))
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if bare:
            set_variant(self, "bare", True)
        if mono:
            set_variant(self, "mono", True)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        look().changed.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Returns what was written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Replaces the text, as one step that can be undone, and puts the cursor at its end."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def set_invalid(self, invalid: bool) -> None:
        """Marks the text as wrong. The sentence saying why is the form's, beside the area."""
        set_variant(self, "invalid", invalid)

    def sizeHint(self) -> QSize:
        """As high as its text, within `lines`."""
        return QSize(240, self._wanted_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turns Enter into `submitted` where it should be."""
        if event.key() in _ENTER:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            control = modifiers == Qt.KeyboardModifier.ControlModifier
            plain = modifiers == Qt.KeyboardModifier.NoModifier
            if control or (plain and self._submit_on_enter):
                if not event.isAutoRepeat():
                    self.submitted.emit()
                return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Takes text only; files and pictures go to the widget around it."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Inserts pasted or dropped text unless it is too long to lay out at once."""
        if not self.canInsertFromMimeData(source):
            return
        text = source.text()
        if len(text) > PASTE_LIMIT:
            self.oversized_paste.emit(text)
            return
        self.insertPlainText(text)
        self.ensureCursorVisible()

    def showEvent(self, event: object) -> None:
        """Takes the height of its text once the real font is known."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _wanted_height(self) -> int:
        line = self.fontMetrics().lineSpacing()
        around = round(2 * self.document().documentMargin())
        around += 0 if self._bare else 12  # border and padding, the same with and without focus
        shown = round(self.document().size().height())  # in lines: the unit of QPlainTextDocumentLayout
        least, most = self._lines
        return line * max(least, min(most, shown)) + around

    def _fit(self) -> None:
        height = self._wanted_height()
        over = round(self.document().size().height()) > self._lines[1]
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if height != self.height():
            self.setFixedHeight(height)
            self.height_changed.emit()
