"""The answers of several models to one message, side by side, or one after the other where it is narrow.

Promise: every column has the same width, nothing is cut off at any width, and each is reached by keyboard.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from panda_desktop.domain.chat import Message
from panda_desktop.ui.compare import words
from panda_desktop.ui.compare.column import ColumnView
from panda_desktop.ui.kit import Button, IconButton, Label, SegmentedChoice, Surface, announce, plain_tip
from panda_desktop.ui.theme import look
from panda_desktop.ui.transcript.describe import ErrorSentence
from panda_desktop.ui.transcript.illustrations import ImageLoader
from panda_desktop.viewmodels.compare import CompareColumn

_NARROWEST: Final = 300
"""Pixels below which columns stand one behind the other."""
_QUESTION: Final = 2_000
"""Characters of the question that are shown at most, in two lines and as tooltip."""
_WIDEST_TAB: Final = 180


class CompareView(Surface):
    """The comparison.

    Attributes:
        columns: the columns, in the order the models were named.
        tabs: chooses the column that is shown where there is room for one.
        stop_all: ends every answer.
        leave: goes back to the chat.

    Signals:
        stop_wanted(str), use_wanted(str), retry_wanted(str), continue_wanted(str): see `ColumnView`.
        link_wanted(str, object): a link was clicked in this `TranscriptView`.
        ended(object): this `Message` has ended, well or badly.
        stop_all_wanted: every answer shall end.
        leave_wanted: the chat shall be shown again.
    """

    stop_wanted = Signal(str)
    use_wanted = Signal(str)
    retry_wanted = Signal(str)
    continue_wanted = Signal(str)
    link_wanted = Signal(str, object)
    ended = Signal(object)
    stop_all_wanted = Signal()
    leave_wanted = Signal()

    def __init__(
        self,
        sentence: ErrorSentence,
        image_loader: ImageLoader | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Shows nothing yet; `sentence` says why an answer failed, `image_loader` loads images of answers,
        each when it is asked for.
        """
        super().__init__("background", parent=parent)
        self._sentence = sentence
        self._image_loader = image_loader
        self._cost_of: words.Costing = lambda _message: None
        self._asked = ""
        self._current = 0
        self._tabbed = False
        self._told_end = True
        self.columns: tuple[ColumnView, ...] = ()
        self._question = Label("", "body", wrap=True)
        self._question.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.stop_all = Button(
            self.tr("Stop all"), icon_name="stop", small=True, tip=self.tr("Stop all answers (Escape)")
        )
        self.leave = IconButton("close", self.tr("Back to the chat (Escape)"), bordered=True)
        self.tabs = SegmentedChoice(self.tr("Answer"))
        self._row = QHBoxLayout()
        self._build()
        self.setAccessibleName(self.tr("Answers side by side"))
        self.stop_all.clicked.connect(lambda _checked=False: self.stop_all_wanted.emit())
        self.leave.clicked.connect(lambda _checked=False: self.leave_wanted.emit())
        self.tabs.chosen.connect(lambda place: self.go_to(int(place)))
        for keys, step in (("Ctrl+Alt+Right", 1), ("Ctrl+Alt+Left", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self.go(step))
        look().changed.connect(self._arrange)

    # what it shows

    def show_comparison(self, question: Message, columns: Sequence[CompareColumn]) -> None:
        """Shows these answers to a message."""
        self.clear()
        self._asked = " ".join(question.text[:_QUESTION].split())
        if question.attachments:
            files = self.tr("+ %n attached", "", len(question.attachments))
            self._asked = f"{files}  {self._asked}".strip()
        self._question.setToolTip(plain_tip(question.text[:_QUESTION]))
        made = []
        for place, column in enumerate(columns):
            view = ColumnView(column, self._sentence, (place + 1, len(columns)), edge=place > 0)
            view.text.set_image_loader(self._image_loader)
            self._row.addWidget(view, 1)
            self._join(view, place)
            made.append(view)
        self.columns = tuple(made)
        self._current = 0
        self._told_end = not self.is_running()
        room = look().pixels(_WIDEST_TAB)
        cut = Qt.TextElideMode.ElideMiddle
        names = [self.tabs.fontMetrics().elidedText(view.message.model, cut, room) for view in made]
        self.tabs.set_choices([(str(place), name) for place, name in enumerate(names)])
        self._column_changed()
        self._arrange()

    def clear(self) -> None:
        """Lets go of all columns."""
        for view in self.columns:
            view.let_go()
            self._row.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.columns = ()

    def is_running(self) -> bool:
        """Answers are coming."""
        return any(view.column.is_running for view in self.columns)

    def is_tabbed(self) -> bool:
        """Columns stand one behind the other."""
        return self._tabbed

    def current(self) -> ColumnView | None:
        """Returns the column that has, or had last, the focus."""
        return self.columns[self._current] if self._current < len(self.columns) else None

    def go(self, step: int) -> None:
        """Moves to the next (1) or previous (-1) column; from outside, to the current one."""
        if not self.columns:
            return
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self.go_to((self._current + (step if inside else 0)) % len(self.columns))

    def go_to(self, place: int) -> None:
        """Moves to a column."""
        self._current = place
        self._show_tab()
        view = self.columns[place]
        view.text.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, view.accessibleName())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows one column at a time where there is too little room."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notices which column has the focus."""
        if event.type() is QEvent.Type.FocusIn:
            for place, view in enumerate(self.columns):
                if watched in (view.text, view.use, view.stop, view.copy):
                    self._current = place
        return super().eventFilter(watched, event)

    def set_costs(self, cost_of: words.Costing) -> None:
        """Lets prices tell which answer was the cheapest."""
        self._cost_of = cost_of

    # how it is done

    def _join(self, view: ColumnView, place: int) -> None:
        view.stop_wanted.connect(self.stop_wanted)
        view.use_wanted.connect(self.use_wanted)
        view.retry_wanted.connect(self.retry_wanted)
        view.continue_wanted.connect(self.continue_wanted)
        view.changed.connect(self._column_changed)
        view.ended.connect(self.ended)
        view.text.link_activated.connect(lambda address: self.link_wanted.emit(address, view.text))
        for part in (view.text, view.use, view.stop, view.copy):
            part.installEventFilter(self)

    def _column_changed(self) -> None:
        messages = [view.message for view in self.columns]
        found = words.marks(messages, self._cost_of)
        for place, view in enumerate(self.columns):
            view.show_marks(found.get(view.message.id, ()))
            view.show_price(words.by_price(self._cost_of(view.message)))
            if (tab := self.tabs.button(str(place))) is not None:
                tab.set_icon(words.STATE_ICONS[view.message.state])
                tab.set_tip(view.accessibleName())
                tab.setAccessibleName(view.accessibleName())
        running = self.is_running()
        self.stop_all.setVisible(running)
        self._show_question()
        if not running and not self._told_end:
            announce(self, self.tr("All answers have ended."))
        self._told_end = not running

    def _arrange(self) -> None:
        count = len(self.columns)
        self._tabbed = count > 1 and self.width() < look().pixels(_NARROWEST) * count
        self.tabs.setVisible(self._tabbed)
        self._show_tab()
        self._show_question()

    def _show_question(self) -> None:
        """Shows as much of the question as goes into two lines."""
        beside = self.leave.sizeHint().width() + 60
        if not self.stop_all.isHidden():
            beside += self.stop_all.sizeHint().width()
        room = max(1, self.width() - beside)
        cut = Qt.TextElideMode.ElideRight
        self._question.setText(self._question.fontMetrics().elidedText(self._asked, cut, int(room * 1.8)))
        self._question.setMinimumHeight(0)  # else the height asked for next is never less
        self._question.setMinimumHeight(max(0, self._question.heightForWidth(room)))

    def _show_tab(self) -> None:
        with QSignalBlocker(self.tabs):
            self.tabs.set_value(str(self._current))
        for place, view in enumerate(self.columns):
            view.setVisible(not self._tabbed or place == self._current)

    def _build(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(20, 10, 16, 10)
        first.setSpacing(8)
        first.addWidget(self._question, 1)
        first.addWidget(self.stop_all, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        head = Surface("side", edge="bottom")
        inside = QVBoxLayout(head)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(first)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(20, 0, 16, 0)
        tabs.addWidget(self.tabs)
        inside.addLayout(tabs)
        self.tabs.setContentsMargins(0, 0, 0, 10)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(self._row, 1)
