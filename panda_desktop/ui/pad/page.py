"""The page of the pad: one text, the model that writes on it, and what can be done with both.

Promise: it states wishes only; nothing is asked twice by a double click, and in a narrow window nothing is
cut off.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from panda_desktop.ui.kit import (
    Button,
    Choice,
    ElapsedLabel,
    ElidedLabel,
    Entrance,
    IconButton,
    NoticeHost,
    PickerButton,
    PrimaryButton,
    Surface,
    announce,
)
from panda_desktop.ui.pad.editor import PadEditor
from panda_desktop.ui.theme import look

_STACK_BELOW: Final = 560
_BRIEF_BELOW: Final = 520
_TINY_BELOW: Final = 320
_WIDEST: Final = 900
_HINT_MS: Final = 5_000


class GoButton(PrimaryButton):
    """Lets the model write on, or stops it; the second press of a double click is not a press of its own."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Does nothing: “continue” may have become “stop” under the pointer."""
        event.accept()


class PadPage(Surface):
    """The page.

    Attributes:
        editor: the text.
        model: the picker of the model.
        parameters: opens the panel of the parameters.
        mono: fixed-pitch letters.
        go: lets the model write on, or stops it.
        take_back, copy, clear: what they say.
        notices: what is said here.

    Signals:
        left: back to the chat.
        go_wanted: the model shall write on.
        stop_wanted: it shall stop.
        take_back_wanted, copy_wanted, clear_wanted: the buttons were pressed.
        parameters_wanted: the panel of the parameters shall open.
    """

    left = Signal()
    go_wanted = Signal()
    stop_wanted = Signal()
    take_back_wanted = Signal()
    copy_wanted = Signal()
    clear_wanted = Signal()
    parameters_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows an empty pad."""
        super().__init__("background", parent=parent)
        self._writing = False
        self._stacked = False
        self._said = ""
        self._hint = ""
        self.setAccessibleName(self.tr("Completion pad"))
        self.back = IconButton("chevron-left", self.tr("Back to the chat (Escape)"))
        self.model = PickerButton(self.tr("Model"), compact=True, accent=True, free_text=True)
        self.parameters = Button(self.tr("Parameters"), icon_name="sliders")
        self.mono = IconButton("wrap", self.tr("Fixed-pitch letters"), bordered=True, checkable=True)
        self.editor = PadEditor(
            self.tr("Text of the pad"),
            self.tr("Write the beginning of a text. The model writes on from its end."),
        )
        self.go = GoButton(self.tr("Continue"), icon_name="continue")
        self.take_back = Button(
            self.tr("Take back"), icon_name="undo", tip=self.tr("Remove what the model wrote last")
        )
        self.copy = Button(self.tr("Copy"), icon_name="copy", tip=self.tr("Copy the whole text"))
        self.clear = Button(self.tr("Clear"), icon_name="trash", tip=self.tr("Empty the pad"))
        self.notices = NoticeHost()
        self._state = ElidedLabel("", "small")
        self._elapsed = ElapsedLabel()
        self._elapsed.hide()
        self._hint_timer = QTimer(self)
        self._hint_timer.setSingleShot(True)
        self._hint_timer.setInterval(_HINT_MS)
        self._hint_timer.timeout.connect(self._forget_hint)
        self._build()
        self._join()
        self._arrange()
        self._show_go()

    def set_models(self, choices: Sequence[Choice], value: str) -> None:
        """Offers these models; `value` is the one that will be asked."""
        self.model.set_choices(choices)
        self.model.set_value(value)

    def set_parameters(self, words: str) -> None:
        """Says which parameters are set; empty for none."""
        self.parameters.setAccessibleName(words or self.tr("Parameters"))
        self._parameter_words = words
        self._show_parameters()

    def set_writing(self, writing: bool) -> None:
        """Turns “continue” into “stop” and back."""
        if writing is self._writing:
            return
        self._writing = writing
        self.editor.set_busy(writing)
        self._elapsed.setVisible(writing)
        if writing:
            self._elapsed.start()
        else:
            self._elapsed.stop()
        announce(self, self.tr("The model writes.") if writing else self.tr("The model has stopped."))
        self._show_go()

    def set_can(self, *, take_back: bool, some_text: bool) -> None:
        """Says what there is to take back, to copy and to clear."""
        self.take_back.setEnabled(take_back and not self._writing)
        self.copy.setEnabled(some_text)
        self.clear.setEnabled(some_text and not self._writing)

    def set_state(self, words: str) -> None:
        """Says something about the text: its tokens, and what the last continuation took."""
        self._said = words
        self._state.setText(self._hint or words)

    def say(self, hint: str) -> None:
        """Says something for a moment."""
        self._hint = hint
        self._state.set_role("accent")
        self._state.setText(hint)
        self._hint_timer.start()
        announce(self.editor, hint)

    def state(self) -> str:
        """Returns what is said under the text."""
        return self._state.accessibleName()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops the model, else leads back to the chat."""
        if event.key() != Qt.Key.Key_Escape or self.editor.is_composing():
            super().keyPressEvent(event)
        elif self._writing:
            self.stop_wanted.emit()
        else:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Moves model and parameters under the title where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _press(self) -> None:
        (self.stop_wanted if self._writing else self.go_wanted).emit()

    def _submit(self) -> None:
        if not self._writing:
            self.go_wanted.emit()

    def _forget_hint(self) -> None:
        self._hint = ""
        self._state.set_role("small")
        self._state.setText(self._said)

    def _show_go(self) -> None:
        words = self.tr("Stop") if self._writing else self.tr("Continue")
        tip = self.tr("Stop (Escape)") if self._writing else self.tr("Let the model write on (Ctrl+Enter)")
        self.go.set_text("" if self.width() < look().pixels(_TINY_BELOW) else words)
        self.go.setAccessibleName(words)
        self.go.set_icon("stop" if self._writing else "continue")
        self.go.set_tip(tip)
        self.model.setEnabled(not self._writing)
        self.parameters.setEnabled(not self._writing)

    def _is_brief(self) -> bool:
        return self.width() < look().pixels(_BRIEF_BELOW)

    def _show_parameters(self) -> None:
        words = self._parameter_words
        self.parameters.set_variant("accent" if words else "bordered")
        self.parameters.setText("" if self._is_brief() and not words else (words or self.tr("Parameters")))
        tip = self.tr("Temperature and lengths")
        self.parameters.set_tip(f"{words}\n{tip}" if words else tip)

    def _arrange(self) -> None:
        for button, words in (
            (self.take_back, self.tr("Take back")),
            (self.copy, self.tr("Copy")),
            (self.clear, self.tr("Clear")),
        ):
            button.set_text("" if self._is_brief() else words)
            button.setAccessibleName(words)
        self._show_parameters()
        self._show_go()
        self._inner.setMaximumWidth(look().pixels(_WIDEST))
        stacked = self.width() < look().pixels(_STACK_BELOW)
        if stacked == self._stacked:
            return
        self._stacked = stacked
        policy = QSizePolicy.Policy
        if stacked:
            self._top.removeWidget(self._controls)
            self._head.addWidget(self._controls)
        else:
            self._head.removeWidget(self._controls)
            self._top.insertWidget(2, self._controls)
        self.model.setSizePolicy(policy.Expanding if stacked else policy.Minimum, policy.Fixed)

    def _join(self) -> None:
        self.back.clicked.connect(lambda _checked=False: self.left.emit())
        self.go.clicked.connect(lambda _checked=False: self._press())
        self.editor.submitted.connect(self._submit)
        self.take_back.clicked.connect(lambda _checked=False: self.take_back_wanted.emit())
        self.copy.clicked.connect(lambda _checked=False: self.copy_wanted.emit())
        self.clear.clicked.connect(lambda _checked=False: self.clear_wanted.emit())
        self.parameters.clicked.connect(lambda _checked=False: self.parameters_wanted.emit())
        self.mono.toggled.connect(self.editor.set_mono)
        look().changed.connect(self._arrange)

    def _build(self) -> None:
        self._parameter_words = ""
        head = Surface("background", edge="bottom")
        self._top = QHBoxLayout()
        self._top.setSpacing(8)
        self._top.addWidget(self.back)
        self._top.addWidget(ElidedLabel(self.tr("Completion pad"), "heading"), 1)
        self._controls = QWidget()
        controls = QHBoxLayout(self._controls)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.setSpacing(8)
        controls.addWidget(self.model)
        controls.addWidget(self.parameters)
        self._top.addWidget(self._controls)
        self._top.addWidget(self.mono)
        self._head = QVBoxLayout(head)
        self._head.setContentsMargins(12, 10, 16, 10)
        self._head.setSpacing(8)
        self._head.addLayout(self._top)
        self._inner = QWidget()
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(16, 12, 16, 16)
        inner.setSpacing(8)
        inner.addWidget(self.editor, 1)
        state = QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(self._state, 1)
        state.addWidget(self._elapsed)
        inner.addLayout(state)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.take_back, self.copy, self.clear):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.go)
        inner.addLayout(foot)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._inner, 100_000)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        notices = self.notices.layout()
        assert notices is not None
        notices.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.notices)
        column.addLayout(middle, 1)
        Entrance(self, self.editor)
