"""The text of the pad: what a model wrote is tinted, what the person wrote never is.

Promise: text that streams is put in at the end and nothing else is touched: neither the caret nor the place
of somebody who is reading or writing further up, nor the text that is there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from panda_desktop.ui.kit import TextArea, set_variant
from panda_desktop.ui.theme import look

_BY_MODEL: Final = int(QTextFormat.Property.UserProperty.value) + 1
_READ: Final = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class PadEditor(TextArea):
    """The text.

    Signals:
        written: the person has changed it.
    """

    written = Signal()

    def __init__(self, name: str, placeholder: str, *, parent: QWidget | None = None) -> None:
        """Makes it empty."""
        super().__init__(name, placeholder=placeholder, parent=parent)
        self._ours = False
        self._tint = _Tint(self.document())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMinimumHeight(look().pixels(60))
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._write_plain)

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(320, 240)

    def show_whole(self, text: str, given: int) -> None:
        """Shows another text; a model wrote what is behind `given` characters. It cannot be undone."""
        with self._by_us():
            self.show_text(text[:given])
            if text[given:]:
                self.document().setUndoRedoEnabled(False)
                self._put(text[given:])
                self.document().setUndoRedoEnabled(True)
            self.moveCursor(QTextCursor.MoveOperation.End)

    def follow(self, text: str, given: int) -> None:
        """Makes the text this one by the smallest change, as a step that can be undone."""
        now = self.text()
        if text == now:
            return
        if text.startswith(now) and given <= len(now):
            self.append_written(text[len(now) :], joined=False)
        elif now.startswith(text):
            with self._by_us():
                cursor = QTextCursor(self.document())
                cursor.setPosition(_units(text))
                cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()
        else:
            self.show_whole(text, given)

    def append_written(self, text: str, *, joined: bool = True) -> None:
        """Puts what a model wrote at the end; with `joined` it is one step with what it wrote just before."""
        bar, cursor = self.verticalScrollBar(), self.textCursor()
        at_end = bar.value() >= bar.maximum()
        place, anchor = cursor.position(), cursor.anchor()
        stays = not at_end or cursor.hasSelection()
        with self._by_us():
            self._put(text, joined=joined)
        if stays and self.textCursor().position() != place:
            cursor.setPosition(anchor)
            cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        if at_end:
            bar.setValue(bar.maximum())

    def take_out(self) -> QTextDocumentFragment:
        """Empties the text as a step that can be undone, and returns what was there with its tint."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        kept = cursor.selection()
        cursor.removeSelectedText()
        return kept

    def put_back(self, kept: QTextDocumentFragment) -> None:
        """Puts what `take_out` returned before what is there now."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        cursor.insertFragment(kept)

    def set_busy(self, busy: bool) -> None:
        """Lets nobody write while a model does; it can still be read, selected and copied."""
        editor = Qt.TextInteractionFlag.TextEditorInteraction
        self.setTextInteractionFlags(_READ if busy else editor)

    def set_mono(self, mono: bool) -> None:
        """Takes fixed-pitch letters, or the usual ones."""
        set_variant(self, "mono", mono)

    def tinted(self) -> list[str]:
        """Returns the stretches a model wrote, in order; one for each line it reaches into."""
        found = []
        block = self.document().begin()
        while block.isValid():
            found += [part for part, by_model in _fragments(block) if by_model]
            block = block.next()
        return found

    def _fit(self) -> None:
        """Takes all the room there is instead of growing with the text."""

    def _put(self, text: str, *, joined: bool = False) -> None:
        style = QTextCharFormat()
        style.setProperty(_BY_MODEL, True)
        self._wrap_for(text)
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if joined:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        cursor.insertText(text, style)
        cursor.endEditBlock()

    def _write_plain(self) -> None:
        """Lets the next letter be the person's own, also in the middle of what a model wrote."""
        if not self.isReadOnly() and not self.textCursor().hasSelection():
            self.setCurrentCharFormat(QTextCharFormat())

    def _changed(self) -> None:
        if not self._ours:
            self.written.emit()

    @contextmanager
    def _by_us(self) -> Iterator[None]:
        self._ours = True
        try:
            yield
        finally:
            self._ours = False


class _Tint(QSyntaxHighlighter):
    """Draws what a model wrote on another ground, in the colours of the theme."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        look().changed.connect(self.rehighlight)

    def highlightBlock(self, _text: str) -> None:
        """Tints the stretches of one line."""
        ground = QTextCharFormat()
        ground.setBackground(QColor(look().theme.accent_background))
        begin = 0
        for part, by_model in _fragments(self.currentBlock()):
            length = _units(part)
            if by_model:
                self.setFormat(begin, length, ground)
            begin += length


def _fragments(block: object) -> Iterator[tuple[str, bool]]:
    """Returns the stretches of one look in a block, and whether a model wrote each."""
    walk = block.begin()  # type: ignore[attr-defined]  # PySide6's stubs lack the iterator of a block
    while not walk.atEnd():
        fragment = walk.fragment()
        if fragment.isValid():
            yield fragment.text(), bool(fragment.charFormat().property(_BY_MODEL))
        walk += 1


def _units(text: str) -> int:
    """Returns the length of a text as Qt counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
