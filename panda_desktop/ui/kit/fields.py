"""Fields to write in: one line, and an area that grows.

Promise: text comes in plain, a huge paste never freezes the window, and a wrong value is marked without
moving anything.
"""

import re
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from panda_desktop.ui.kit.heights import LEAST, control_height
from panda_desktop.ui.kit.labels import plain_tip
from panda_desktop.ui.kit.style import set_variant
from panda_desktop.ui.theme import look

PASTE_LIMIT: Final = 200_000
"""Characters a field takes by pasting; more becomes an attachment where there are attachments."""
PASTE_LINES: Final = 20_000
"""Lines a field takes from one paste."""

_MOST_BYTES: Final = 4
"""Bytes of one character in UTF-8."""

# To break a word of many thousand letters between words first takes seconds; to break it anywhere does not.
_LONG_WORD: Final = re.compile(r"\S{4000}")

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
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Makes a field.

        Args:
            name: what it is for, heard by screen readers.
            placeholder: grey words while it is empty.
            tip: tooltip; `name` when empty.
            mono: fixed-pitch letters, for addresses and keys.
            compact: the height of a button, for a row of them.
            parent: the owner.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(tip or name))
        self.setPlaceholderText(placeholder)
        self.setMaxLength(PASTE_LIMIT)
        self._compact = compact
        if mono:
            set_variant(self, "mono", True)
        if compact:
            set_variant(self, "compact", True)

    def sizeHint(self) -> QSize:
        """At least 28 px high."""
        hint = super().sizeHint()
        if self._compact:
            return QSize(hint.width(), control_height(self))
        return hint.expandedTo(QSize(LEAST, LEAST))

    def minimumSizeHint(self) -> QSize:
        """As high as it is meant to be."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), control_height(self)) if self._compact else hint

    def set_invalid(self, invalid: bool, why: str = "") -> None:
        """Marks the value as wrong. The sentence saying why is the form's, beside the field; see `_mark`."""
        _mark(self, invalid, why)


class TextArea(QPlainTextEdit):
    """Several lines of plain text; it grows with them up to a limit, then scrolls.

    Signals:
        submitted: Ctrl+Enter, or Enter where `submit_on_enter` is set; never while a word is being composed.
        oversized_paste(QByteArray): more was pasted than `PASTE_LIMIT` (with what is there already) or
            `PASTE_LINES` allow: its UTF-8; nothing was inserted.
        height_changed: it grew or shrank.
    """

    submitted = Signal()
    oversized_paste = Signal(object)
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
        self.textChanged.connect(self._fit)  # a letter of another font makes a line higher, not one more
        look().changed.connect(self._fit)
        self._fit()
        self._turn()

    def text(self) -> str:
        """Returns what was written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Replaces the text, as one step that can be undone, and puts the cursor at its end."""
        self._wrap_for(text)
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def show_text(self, text: str) -> None:
        """Shows another text for good: what was there before cannot come back by “undo”."""
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._wrap_for(text)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def set_invalid(self, invalid: bool, why: str = "") -> None:
        """Marks the text as wrong. The sentence saying why is the form's, beside the area; see `_mark`."""
        _mark(self, invalid, why)

    def set_submit_on_enter(self, submits: bool) -> None:
        """Lets Enter submit and Shift+Enter break the line, or Enter break it; Ctrl+Enter submits always."""
        self._submit_on_enter = submits

    def set_lines(self, least: int, most: int) -> None:
        """Changes how many lines it is high at least and at most."""
        if (least, most) != self._lines:
            self._lines = (least, most)
            self._fit()

    def is_composing(self) -> bool:
        """Whether an input method is composing a word at the cursor: it is not part of the text yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def sizeHint(self) -> QSize:
        """As high as its text, within `lines`."""
        return QSize(240, self._wanted_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turns Enter into `submitted` where it should be."""
        if event.key() in _ENTER:
            if self.is_composing():
                return  # some input methods let the key through that takes the word
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
        raw = source.data("text/plain")  # megabytes take Qt a third of the time they take as `str`
        if raw.size() > _MOST_BYTES * PASTE_LIMIT:
            self.oversized_paste.emit(raw)
            return
        text = source.text()
        cursor = self.textCursor()
        replaced = cursor.selectionEnd() - cursor.selectionStart()
        there = self.document().characterCount() - 1 - replaced
        if len(text) > PASTE_LIMIT - there or text.count("\n") > PASTE_LINES:
            self.oversized_paste.emit(raw)
            return
        self._wrap_for(text)
        self.insertPlainText(text)
        self.ensureCursorVisible()

    def showEvent(self, event: object) -> None:
        """Takes the height of its text once the real font is known."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Begins its lines at the other side in another direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._turn()

    def _turn(self) -> None:
        """Begins lines and cursor where the grey words begin: Qt does so with those only."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        option = self.document().defaultTextOption()
        option.setAlignment(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
        self.document().setDefaultTextOption(option)

    def _wrap_for(self, text: str) -> None:
        if _LONG_WORD.search(text):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def _wanted_height(self) -> int:
        around = round(2 * self.document().documentMargin()) + 2  # with less, Qt scrolls the first line away
        around += 0 if self._bare else 12  # border and padding, the same with and without focus
        least, most = self._lines
        return max(self.fontMetrics().lineSpacing() * least, ceil(self._text_height(most))) + around

    def _text_height(self, most: int) -> float:
        """Returns the height of the first `most` lines: those with Chinese in them are higher than the font
        says, as the letters of another font are.
        """
        height, block = 0.0, self.document().firstBlock()
        while block.isValid() and most > 0:
            self.blockBoundingRect(block)  # lays it out
            layout = block.layout()
            for at in range(min(most, layout.lineCount())):
                height += layout.lineAt(at).height()
            most -= layout.lineCount()
            block = block.next()
        return height

    def _fit(self) -> None:
        height = self._wanted_height()
        over = round(self.document().size().height()) > self._lines[1]
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if height != self.height():
            self.setFixedHeight(height)
            self.height_changed.emit()


def _mark(field: QWidget, invalid: bool, why: str) -> None:
    """Draws a field as wrong, and has `why` heard by whoever comes to it, until it is no longer wrong."""
    set_variant(field, "invalid", invalid)
    own = field.property("ownDescription")
    if invalid and why:
        if own is None:
            field.setProperty("ownDescription", field.accessibleDescription())
        field.setAccessibleDescription(why)
    elif own is not None:
        field.setProperty("ownDescription", None)
        field.setAccessibleDescription(own)
