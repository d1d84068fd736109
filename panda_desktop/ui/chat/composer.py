"""Where messages are written: a card that grows with its text, with one button to send or to stop.

Promise: Enter sends once and never while a word is composed, typing is never held up by an answer that comes,
and no text is ever thrown away here.
"""

from typing import Final

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from panda_desktop.ui.chat.composer_card import SHADOW, ComposerCard
from panda_desktop.ui.chat.tokens import SAMPLE, guess_tokens
from panda_desktop.ui.kit import Button, ElidedLabel, PrimaryButton, TextArea, announce
from panda_desktop.ui.theme import look

WIDEST: Final = 760
MARGIN: Final = 20
"""Pixels beside the card, as beside the messages."""
_HINT_MS: Final = 5_000
_COUNT_MS: Final = 120
_LEAST_LINES: Final = 2
_NARROW: Final = 280


class SendButton(PrimaryButton):
    """Sends, or stops; the second press of a double click is not a press of its own."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Does nothing: “send” may have become “stop” under the pointer."""
        event.accept()


class Composer(QWidget):
    """The composer.

    Attributes:
        field: the text.
        button: sends, or stops.
        cancel: leaves the editing of an earlier message.

    Signals:
        submitted: the text shall be sent.
        stop_wanted: the running answer shall be stopped.
        cancel_wanted: the editing shall be left.
        changed: the text is another.
        oversized(int): a paste of this many characters was refused.
    """

    submitted = Signal()
    stop_wanted = Signal()
    cancel_wanted = Signal()
    changed = Signal()
    oversized = Signal(int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes it empty."""
        super().__init__(parent)
        self._answering = False
        self._editing = False
        self._hint = ""
        self.field = TextArea(
            self.tr("Message"),
            placeholder=self.tr("Ask anything"),
            lines=(_LEAST_LINES, 12),
            submit_on_enter=True,
            bare=True,
        )
        self.field.setAccessibleDescription(self.tr("Enter sends, Shift+Enter begins a new line."))
        self.button = SendButton(self.tr("Send"), icon_name="send")
        self.cancel = Button(self.tr("Cancel"), "quiet", small=True)
        self._state = ElidedLabel("", "small")
        self._editing_words = ElidedLabel(self.tr("Editing: the answer is asked for anew."), "accent")
        self._editing_row = QWidget()
        self._card = ComposerCard(self.field)
        self._hint_timer = self._timer(_HINT_MS, self._forget_hint)
        self._count_timer = self._timer(_COUNT_MS, self._show_state)
        self._build()
        self._connect()
        self._show_button()
        self._show_state()

    # what it holds

    def text(self) -> str:
        """Returns what was written."""
        return self.field.text()

    def show_text(self, text: str) -> None:
        """Shows the text of another chat: what was there before cannot come back by “undo”."""
        self.field.show_text(text)

    def replace_text(self, text: str) -> None:
        """Replaces the text as one step that can be undone."""
        self.field.set_text(text)

    def is_empty(self) -> bool:
        """Whether there is nothing to send; a long text is taken for something."""
        return self._length() <= SAMPLE and not self.field.text().strip()

    # what it shows

    def set_answering(self, answering: bool) -> None:
        """Turns “send” into “stop” and back."""
        self._answering = answering
        self._show_button()
        self._show_state()

    def set_editing(self, editing: bool) -> None:
        """Shows that an earlier message is being edited, and the way out."""
        self._editing = editing
        self._editing_row.setVisible(editing)
        self.field.setAccessibleName(self.tr("Edited message") if editing else self.tr("Message"))
        if editing:
            announce(self.field, self._editing_words.text())

    def say(self, hint: str) -> None:
        """Says something for a moment, beside the button."""
        self._hint = hint
        self._hint_timer.start()
        self._show_state()
        announce(self.field, hint)

    def hint(self) -> str:
        """Returns what is said beside the button."""
        return self._state.accessibleName()

    def set_room(self, height: int) -> None:
        """Lets the text grow to about two fifths of `height` pixels."""
        line = QFontMetrics(self.field.font()).lineSpacing()
        around = look().pixels(70)
        self.field.set_lines(_LEAST_LINES, max(3, int((height * 0.4 - around) // max(1, line))))

    def set_scroll_bar(self, width: int) -> None:
        """Keeps the card in line with the messages, which have a scroll bar beside them."""
        self._row.setContentsMargins(MARGIN, 0, MARGIN + width, 16 - SHADOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the icon only on the button where there is little room."""
        super().resizeEvent(event)
        self._show_button()

    # how it is done

    def _timer(self, interval: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _connect(self) -> None:
        self.field.submitted.connect(self.submitted)
        self.field.textChanged.connect(self._text_changed)
        self.field.oversized_paste.connect(lambda text: self.oversized.emit(len(text)))
        self.button.clicked.connect(lambda _checked=False: self._press())
        self.cancel.clicked.connect(lambda _checked=False: self.cancel_wanted.emit())
        look().changed.connect(self._dress)

    def _press(self) -> None:
        if self._answering:
            self.stop_wanted.emit()
            return
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.submitted.emit()

    def _text_changed(self) -> None:
        self._show_button()
        if not self._count_timer.isActive():
            self._count_timer.start()
        self.changed.emit()

    def _length(self) -> int:
        return self.field.document().characterCount() - 1

    def _sample(self) -> str:
        """Returns the text, or both ends of a long one."""
        if self._length() <= SAMPLE:
            return self.field.text()
        document, half = self.field.document(), SAMPLE // 2
        first, last = document.firstBlock(), document.lastBlock()
        head, tail = "", ""
        while len(head) < half and first.isValid():
            head += first.text()[:half]
            first = first.next()
        while len(tail) < half and last.isValid():
            tail = last.text()[-half:] + tail
            last = last.previous()
        return head[:half] + tail[-half:]

    def _show_button(self) -> None:
        words = self.tr("Stop") if self._answering else self.tr("Send")
        tip = self.tr("Stop the answer (Escape)") if self._answering else self.tr("Send (Enter)")
        self.button.set_text("" if self._is_narrow() else words)
        self.button.setAccessibleName(words)
        self.button.set_icon("stop" if self._answering else "send")
        self.button.set_tip(tip)
        self.button.setEnabled(self._answering or not self.is_empty())

    def _is_narrow(self) -> bool:
        return self._card.width() < look().pixels(_NARROW)

    def _show_state(self) -> None:
        self._count_timer.stop()
        self._state.set_role("accent" if self._hint else "small")
        if self._hint:
            self._state.setText(self._hint)
            return
        tokens = guess_tokens(self._sample(), self._length())
        if tokens:
            words = self.tr("≈ {count} tokens")
            self._state.setText(words.format(count=QLocale().toString(tokens)))
        elif self._answering:
            self._state.setText(self.tr("Escape stops the answer"))
        else:
            self._state.setText(self.tr("Enter sends, Shift+Enter begins a new line"))

    def _forget_hint(self) -> None:
        self._hint = ""
        self._show_state()

    def _dress(self) -> None:
        self._card.setMaximumWidth(look().pixels(WIDEST))
        self._card.update()

    def _build(self) -> None:
        editing = QHBoxLayout(self._editing_row)
        editing.setContentsMargins(4, 0, 0, 0)
        editing.addWidget(self._editing_words, 1)
        editing.addWidget(self.cancel)
        self._editing_row.hide()
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(10, 9, 12, 11 + SHADOW)
        inside.setSpacing(6)
        inside.addWidget(self._editing_row)
        inside.addWidget(self.field)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 0, 0, 0)
        foot.setSpacing(12)
        foot.addWidget(self._state, 1)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._row.addWidget(self._card, 100_000)
        self._row.addStretch(1)
        self.set_scroll_bar(0)
        self._dress()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.field)
