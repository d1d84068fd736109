"""One answer of a comparison: who answers, the text as it comes, what it took, and what can be done with it.

Promise: it shows and acts on its own answer only, and streams as the transcript does.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.chat import Message
from panda_desktop.ui.compare import words
from panda_desktop.ui.kit import Button, ElidedLabel, IconButton, Label, Separator, Surface
from panda_desktop.ui.theme import look
from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.ui.transcript.clipboard import copy_text
from panda_desktop.ui.transcript.describe import ErrorSentence
from panda_desktop.ui.transcript.style import COLUMN, MARGIN
from panda_desktop.viewmodels.compare import CompareColumn


class ColumnView(QGroupBox):
    """One column; a group to screen readers.

    Attributes:
        text: the answer.
        stop: ends it.
        use: lets the chat go on from it.
        copy: copies it.

    Signals:
        stop_wanted(str): the answer with this id shall end.
        use_wanted(str): the chat shall go on from it.
        retry_wanted(str): its model shall be asked once more.
        continue_wanted(str): the rest of it shall be asked for.
        ended(object): this `Message` came while it was shown, and has ended.
        changed: its state, its receipt or which answer it shows differs.
    """

    stop_wanted = Signal(str)
    use_wanted = Signal(str)
    retry_wanted = Signal(str)
    continue_wanted = Signal(str)
    ended = Signal(object)
    changed = Signal()

    def __init__(
        self, column: CompareColumn, sentence: ErrorSentence, place: tuple[int, int], *, edge: bool
    ) -> None:
        """Shows `column`; `place` is its place and how many there are, `edge` draws a line at its left."""
        super().__init__()
        self.column = column
        self._place = place
        self._came = ""
        self._model = ElidedLabel("", "strong", mode=Qt.TextElideMode.ElideMiddle)
        self._served = ElidedLabel("", "small", mode=Qt.TextElideMode.ElideMiddle)
        self._state = Label("", "small")
        self.text = TranscriptView()
        self.text.set_bare()
        self.text.set_error_sentence(sentence)
        self.text.set_model(column.rows)
        if column.state.is_final:
            self.text.scroll_to_message(column.message.id)  # it is read from its beginning
        self._marks = Label("", "accent")
        self._price = ""
        self._receipt = Label("", "small", wrap=True)
        self.stop = Button(self.tr("Stop"), icon_name="stop", small=True)
        self.use = Button(self.tr("Use this one"), "accent", icon_name="check", small=True)
        self.copy = IconButton("copy", self.tr("Copy"), size=16)
        self._build(edge)
        self._connect()
        self._dress()
        self._show()

    @property
    def message(self) -> Message:
        """The answer."""
        return self.column.message

    def show_marks(self, marks: Sequence[str]) -> None:
        """Says what this answer is the first in."""
        self._marks.setText(" · ".join(marks))
        self._marks.setVisible(bool(marks))

    def show_price(self, said: str) -> None:
        """Says what the answer cost by its price, with what else it took."""
        self._price = said
        self._show_receipt()

    def marks(self) -> str:
        """Returns what this answer is the first in."""
        return self._marks.text()

    def receipt(self) -> str:
        """Returns what is said about what it took."""
        return self._receipt.text()

    def spoken(self) -> str:
        """Names model and state."""
        return f"{self.message.model}, {words.state(self.message)}"

    def let_go(self) -> None:
        """Shows the answer no longer; call it before the column is deleted."""
        self.column.changed.disconnect(self._show)
        self.text.set_model(None)
        self.text.close_formulas()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws no frame: the columns are parted by a line."""

    def _connect(self) -> None:
        self.column.changed.connect(self._show)
        self.column.rows.changed.connect(self._show_actions)
        self.column.rows.grew.connect(self._show_actions)
        self.stop.clicked.connect(lambda _checked=False: self.stop_wanted.emit(self.message.id))
        self.use.clicked.connect(lambda _checked=False: self.use_wanted.emit(self.message.id))
        self.copy.clicked.connect(lambda _checked=False: copy_text(self.message.text))
        self.text.retry_requested.connect(self.retry_wanted)
        self.text.continue_requested.connect(self.continue_wanted)
        look().changed.connect(self._dress)

    def _dress(self) -> None:
        self.text.set_theme(look().theme)
        self.text.set_zoom(look().zoom)

    def _show_receipt(self) -> None:
        parts = words.receipt(self.message), self._price if self.message.state.is_final else ""
        self._receipt.setText(" · ".join(filter(None, parts)))
        self._receipt.setVisible(bool(self._receipt.text()))

    def _show(self) -> None:
        message = self.message
        self._model.setText(message.model)
        served = words.served(message)
        self._served.setText(served)
        self._served.setVisible(bool(served))
        self._state.setText(words.state(message))
        self._show_receipt()
        place = self.tr("Answer {place} of {count}: {model}")
        spoken = place.format(place=self._place[0], count=self._place[1], model=self.spoken())
        self.setAccessibleName(spoken)
        self.text.setAccessibleName(spoken)
        self._show_actions()
        self.changed.emit()
        if message.state.is_final and self._came == message.id:
            self._came = ""
            self.ended.emit(message)
        elif not message.state.is_final:
            self._came = message.id

    def _show_actions(self) -> None:
        running, has_text = self.column.is_running, bool(self.message.text)
        self.stop.setVisible(running)
        self.use.setEnabled(has_text)
        self.copy.setEnabled(has_text)
        model = self.message.model
        self.stop.set_tip(self.tr("Stop {model}").format(model=model))
        self.use.set_tip(self.tr("Go on from the answer of {model}").format(model=model))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps head and foot in line with the text, which is never wider than in the chat."""
        super().resizeEvent(event)
        self._inside.setGeometry(self.rect())
        side = max(MARGIN, (self.width() - look().pixels(COLUMN)) // 2)
        self._head.setContentsMargins(side, 10, side, 8)
        self._foot.setContentsMargins(side, 8, side, 12)

    def _build(self, edge: bool) -> None:
        head = Surface("background", edge="bottom")
        self._head = QVBoxLayout(head)
        self._head.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._model, 1)
        first.addWidget(self._state)
        self._head.addLayout(first)
        self._head.addWidget(self._served)
        actions = QHBoxLayout()
        actions.setSpacing(6)
        actions.addWidget(self.use)
        actions.addWidget(self.stop)
        actions.addStretch(1)
        actions.addWidget(self.copy)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(4)
        self._foot.addWidget(self._marks)
        self._foot.addWidget(self._receipt)
        self._foot.addLayout(actions)
        inside = QVBoxLayout()
        inside.setSpacing(0)
        inside.addWidget(head)
        inside.addWidget(self.text, 1)
        inside.addLayout(self._foot)
        # Not a layout of the group's own: a group box takes room for a title it does not have.
        self._inside = QWidget(self)
        around = QHBoxLayout(self._inside)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        if edge:
            around.addWidget(Separator(Qt.Orientation.Vertical))
        around.addLayout(inside, 1)
        self.setMinimumWidth(0)
        self._marks.hide()
