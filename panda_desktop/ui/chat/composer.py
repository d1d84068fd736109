"""Where messages are written: a card that grows with its text, with buttons to send, to queue and to stop.

Promise: the key that sends does it once and never while a word is composed, typing is never held up by an
answer that comes, and no text is ever thrown away here.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from panda_desktop.domain.attachments import QUOTED, Attachment
from panda_desktop.ui.attach.field import ComposerField
from panda_desktop.ui.attach.panel import AttachedPanel
from panda_desktop.ui.chat.composer_card import SHADOW, ComposerCard
from panda_desktop.ui.chat.tokens import SAMPLE, guess_tokens
from panda_desktop.ui.kit import (
    Button,
    ElidedLabel,
    Entrance,
    IconButton,
    Label,
    PrimaryButton,
    announce,
    plain_tip,
)
from panda_desktop.ui.theme import look

WIDEST: Final = 760
MARGIN: Final = 20
"""Pixels beside the card, as beside the messages."""
_HINT_MS: Final = 5_000
_COUNT_MS: Final = 120
_LEAST_LINES: Final = 2
_NARROW: Final = 280
_TIGHT: Final = 400


class SendButton(PrimaryButton):
    """Sends, or stops; the second press of a double click is not a press of its own."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Does nothing: “send” may have become “stop” under the pointer."""
        event.accept()


class Composer(QWidget):
    """The composer.

    Attributes:
        field: the text.
        attached: the files, above the text.
        attach: asks for files.
        prompts: opens the list of prompts.
        button: sends, or stops.
        queue: lets the text wait for the answer that is coming; seen while there is one and a text.
        cancel: leaves the editing of an earlier message.
        price: what sending is expected to cost; hidden where nobody named a price.

    Signals:
        submitted: the text shall be sent, or queued.
        stop_wanted: the running answer shall be stopped.
        cancel_wanted: the editing shall be left.
        earlier_wanted: Up was pressed with nothing written: the last message shall be edited.
        changed: the text is another.
        attach_wanted: files shall be chosen.
        prompts_wanted: the list of prompts shall open.
    """

    submitted = Signal()
    stop_wanted = Signal()
    cancel_wanted = Signal()
    earlier_wanted = Signal()
    changed = Signal()
    attach_wanted = Signal()
    prompts_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes it empty."""
        super().__init__(parent)
        self._answering = False
        self._editing = False
        self._waiting = False
        self._by_enter = True
        self._hint = ""
        self._file_count = 0
        self._file_tokens = 0
        self.attached = AttachedPanel()
        self.attach = IconButton(
            "plus",
            self.tr("Attach pictures and text files; recent ones by right click or Menu key (Ctrl+Shift+A)"),
        )
        self.prompts = IconButton("prompt", self.tr("Prompts, also by typing / (Ctrl+/)"))
        self.prompts.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the text
        self.field = ComposerField(
            self.tr("Message"),
            placeholder=self.tr("Ask anything"),
            lines=(_LEAST_LINES, 12),
            submit_on_enter=True,
            bare=True,
        )
        self.button = SendButton(self.tr("Send"), icon_name="send")
        self.queue = SendButton(self.tr("Queue"), icon_name="clock")
        self.cancel = Button(self.tr("Cancel"), "quiet", small=True)
        self._state = ElidedLabel("", "small")
        self.price = Label("", "small")
        self._pricing: Callable[[int], tuple[str, str]] | None = None
        self._editing_words = ElidedLabel(self.tr("Editing: the answer is asked for anew."), "accent")
        self._editing_row = QWidget()
        self._card = ComposerCard(self.field)
        self._hint_timer = self._timer(_HINT_MS, self._forget_hint)
        self._count_timer = self._timer(_COUNT_MS, self._show_state)
        self._build()
        self._connect()
        self.set_send_key(by_enter=True)

    @property
    def card(self) -> QWidget:
        """What surrounds all of it."""
        return self._card

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
        return not self._file_count and self._length() <= SAMPLE and not self.field.text().strip()

    # what it shows

    def set_files(self, items: Sequence[Attachment]) -> None:
        """Counts what goes with the text: files alone can be sent, and texts in them are tokens."""
        self._file_count = len(items)
        self._file_tokens = sum(guess_tokens(each.excerpt, min(each.characters, QUOTED)) for each in items)
        self._show_button()
        self._show_state()

    def set_answering(self, answering: bool) -> None:
        """Turns “send” into “stop” and back."""
        self._answering = answering
        self._show_button()
        self._show_state()

    def set_waiting(self, waiting: bool) -> None:
        """Tells that messages wait already: one more goes behind them."""
        self._waiting = waiting
        self._show_button()

    def set_pricing(self, pricing: Callable[[int], tuple[str, str]]) -> None:
        """Says what a message of so many tokens costs: in short, and where that comes from; both empty where
        nobody knows.
        """
        self._pricing = pricing
        self.show_price()

    def show_price(self) -> None:
        """Shows what sending the text is expected to cost."""
        told = self._pricing is not None and not self._editing and not self._is_tight()
        said, why = self._pricing(self._tokens()) if told and self._pricing is not None else ("", "")
        self.price.setText(said)
        self.price.setAccessibleDescription(why)
        self.price.setToolTip(plain_tip(why))
        self.price.setVisible(bool(said))

    def set_send_key(self, *, by_enter: bool) -> None:
        """Lets Enter send, or Ctrl+Enter only; what is said about the keys follows."""
        self._by_enter = by_enter
        self.field.set_submit_on_enter(by_enter)
        self.field.setAccessibleDescription(f"{self._keys()}.")
        self._show_button()
        self._show_state()

    def set_editing(self, editing: bool) -> None:
        """Shows that an earlier message is being edited, and the way out."""
        self._editing = editing
        self._editing_row.setVisible(editing)
        self._show_button()
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up with nothing written is a wish for the last message; in a text it moves the cursor."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Up
            and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
            and not self._editing
            and not self._length()
            and not self._file_count
            and not self.field.is_composing()
        ):
            self.earlier_wanted.emit()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the icon only on the button where there is little room, and the slash to be typed."""
        super().resizeEvent(event)
        self.prompts.setHidden(self._is_narrow())
        self._show_button()
        self.show_price()

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
        self.attach.clicked.connect(lambda _checked=False: self.attach_wanted.emit())
        self.button.clicked.connect(lambda _checked=False: self._press())
        self.queue.clicked.connect(lambda _checked=False: self._send())
        self.cancel.clicked.connect(lambda _checked=False: self.cancel_wanted.emit())
        self.field.installEventFilter(self)
        self.prompts.clicked.connect(lambda _checked=False: self.prompts_wanted.emit())
        look().changed.connect(self._dress)

    def _press(self) -> None:
        if self._answering:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.stop_wanted.emit()
        else:
            self._send()

    def _send(self) -> None:
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
        key = self.tr("Enter") if self._by_enter else self.tr("Ctrl+Enter")
        empty = self.is_empty()
        queues = not self._editing and not empty
        if self._answering:
            words, icon, tip = self.tr("Stop"), "stop", self.tr("Stop the answer (Escape)")
        elif self._waiting and not self._editing:
            words, icon = self.tr("Queue"), "clock"
            tip = self.tr("Put it behind the messages that wait ({key})").format(key=key)
        else:
            words, icon, tip = self.tr("Send"), "send", self.tr("Send ({key})").format(key=key)
        self._dress_button(self.button, words, icon, tip)
        self._keep_focus(self.button, stays=self._answering or not empty)
        self.button.setEnabled(self._answering or not empty)
        self.button.set_variant("bordered" if self._answering and queues else "primary")
        tip = self.tr("Send it when the answer has ended ({key})").format(key=key)
        self._dress_button(self.queue, self.tr("Queue"), "clock", tip)
        self._keep_focus(self.queue, stays=self._answering and queues)
        self.queue.setVisible(self._answering and queues)

    def _keep_focus(self, button: Button, *, stays: bool) -> None:
        """Gives the focus of a button that goes to the text: Qt would give it to another part."""
        if button.hasFocus() and not stays:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress_button(self, button: Button, words: str, icon: str, tip: str) -> None:
        button.set_text("" if self._is_narrow() else words)
        button.setAccessibleName(words)
        button.set_icon(icon)
        button.set_tip(tip)

    def _is_narrow(self) -> bool:
        return self._card.width() < look().pixels(_NARROW)

    def _is_tight(self) -> bool:
        return self._card.width() < look().pixels(_TIGHT)

    def _tokens(self) -> int:
        return guess_tokens(self._sample(), self._length()) + self._file_tokens

    def _show_state(self) -> None:
        self._count_timer.stop()
        self.show_price()
        self._state.set_role("accent" if self._hint else "small")
        if self._hint:
            self._state.setText(self._hint)
            return
        if tokens := self._tokens():
            words = self.tr("≈ 1 token") if tokens == 1 else self.tr("≈ {count} tokens")
            self._state.setText(words.format(count=QLocale().toString(tokens)))
        elif self._answering:
            self._state.setText(self.tr("Escape stops the answer"))
        else:
            self._state.setText(self._keys())

    def _keys(self) -> str:
        if self._by_enter:
            return self.tr("Enter sends, Shift+Enter begins a new line")
        return self.tr("Ctrl+Enter sends, Enter begins a new line")

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
        inside.addWidget(self.attached)
        inside.addWidget(self.field)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(12)
        foot.addWidget(self.attach)
        foot.addWidget(self.prompts)
        foot.addWidget(self._state, 1)
        foot.addWidget(self.price)
        foot.addWidget(self.queue)
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
        Entrance(self, self.field)
