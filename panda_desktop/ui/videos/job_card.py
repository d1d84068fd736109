"""One job as a card: picture, prompt, state in words, and what can be done.

Promise: it can be used by keyboard alone (arrows between cards, Enter for the first deed, Delete), is heard
as one sentence, and costs nothing while its words stay the same.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from panda_desktop.domain.jobs import JobState, RawAnswer
from panda_desktop.ui.kit import Card, ElidedLabel, Label, Spinner, give_role, paint_focus_ring
from panda_desktop.ui.theme import look
from panda_desktop.ui.videos.card_content import CardContent, CardFacts
from panda_desktop.ui.videos.card_parts import AnswerView, Question
from panda_desktop.ui.videos.card_poster import CardPoster
from panda_desktop.ui.videos.deed_row import DeedRow
from panda_desktop.ui.videos.deeds import Deed
from panda_desktop.ui.videos.questions import QuestionWords

_STACK_BELOW: Final = 430
_SHORT_BELOW: Final = 300
_TITLE_LENGTH: Final = 400
_SIGNS: Final = {
    JobState.DOWNLOADING: "save",
    JobState.DONE: "video",
    JobState.REJECTED: "error",
    JobState.FAILED: "error",
    JobState.UNKNOWN: "warning",
    JobState.REVIEW: "file",
    JobState.EXPIRED: "link",
    JobState.ABANDONED: "stop",
}


class JobCard(Card):
    """One job.

    Signals:
        wanted(str, str): job id and the `Deed` to do.
        left(str, int): the focus shall go from this job to the next (1) or previous (-1) one.
        grown: its height may be another one.
    """

    wanted = Signal(str, str)
    left = Signal(str, int)
    grown = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes a card of no job; `begin` and `show_content` fill it."""
        super().__init__(parent=parent)
        self.job_id = ""
        self._questions = QuestionWords(self)
        self._content: CardContent | None = None
        self._facts: CardFacts | None = None
        self._question: Question | None = None
        self._answer: AnswerView | None = None
        self.poster = CardPoster()
        self.title = ElidedLabel("", "strong")
        self.status = Label("", "small", wrap=True)
        self.extra = Label("", "small", wrap=True)
        self.excerpt = Label("", "small", wrap=True)
        self.details = Label("", "small", wrap=True)
        self.progress = QProgressBar()
        self.spinner: Spinner | None = None
        self.deeds = DeedRow()
        self._state_row = QHBoxLayout()
        self._words = QVBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        give_role(self, QAccessible.Role.ListItem)
        self._build()

    def begin(self, job_id: str) -> None:
        """Becomes the card of a job, as if it was new."""
        self.job_id = job_id
        self._content = self._facts = None
        self._close_question()
        self.hide_answer()
        self.deeds.details.setChecked(False)

    @property
    def content(self) -> CardContent | None:
        """What is shown."""
        return self._content

    @property
    def state(self) -> JobState | None:
        """The state that is shown."""
        return self._facts.job.state if self._facts is not None else None

    @property
    def is_open(self) -> bool:
        """Whether something on it would be lost with it: a question, an answer, details."""
        return self._question is not None or self._answer is not None or self.deeds.details.isChecked()

    def button(self, deed: Deed) -> QWidget | None:
        """Returns the button of a deed, when it is offered as one."""
        return self.deeds.button(deed)

    def answer(self) -> AnswerView | None:
        """Returns the shown answer."""
        return self._answer

    def question(self) -> Question | None:
        """Returns what is being asked."""
        return self._question

    def show_content(
        self, facts: CardFacts, content: CardContent, picture: Callable[[int], QPixmap | None] | None
    ) -> None:
        """Shows a job in words; `picture` gives the picture for a side, or None while it is made."""
        moved = self._facts is not None and self._facts.job.state is not facts.job.state
        self._facts = facts
        self.poster.show_state(
            picture,
            _SIGNS.get(facts.job.state, "clock"),
            playable=Deed.PLAY in content.deeds,
            name=self.tr("Picture of the video"),
        )
        if moved:
            self._close_question()  # it was about another state
        if content == self._content:
            return
        self._content = content
        prompt = " ".join(facts.job.request.prompt.split())[:_TITLE_LENGTH]
        self.title.setText(prompt or self.tr("What was asked for is not known any more"))
        self.status.set_role(content.tone)
        for label, text in (
            (self.status, content.status),
            (self.extra, content.extra),
            (self.excerpt, content.excerpt),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.details.setText(content.details)
        self._show_motion(content)
        self.setAccessibleName(f"{prompt}. {content.status} {content.extra}".strip())
        if self.deeds.show_deeds(content):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grown.emit()

    def show_answer(self, answer: RawAnswer | None) -> None:
        """Shows what the gateway answered."""
        self.hide_answer()
        self._answer = AnswerView(answer)
        self._answer.hidden.connect(self.hide_answer)
        self._words.insertWidget(self._words.count() - 1, self._answer)
        self._answer.show()
        self.grown.emit()

    def hide_answer(self) -> None:
        """Hides the answer."""
        answer, self._answer = self._answer, None
        if answer is not None:
            self._words.removeWidget(answer)
            answer.hide()
            answer.deleteLater()
            if self.isVisible():
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grown.emit()

    def do(self, deed: Deed) -> None:
        """Does a deed, or asks first."""
        assert self._facts is not None
        words = self._questions.about(deed, self._facts)
        if words is None:
            self.wanted.emit(self.job_id, deed.value)
        else:
            self._ask(deed, *words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves between cards, does the first deed, removes."""
        content, key = self._content, event.key()
        if content is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left.emit(self.job_id, 1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            if content.deeds and not event.isAutoRepeat():
                self.do(content.deeds[0])
        elif key == Qt.Key.Key_Delete and not event.isAutoRepeat():
            offered = (*content.deeds, *content.more)
            deed = next((deed for deed in (Deed.DELETE, Deed.REMOVE) if deed in offered), None)
            if deed is not None:
                self.do(deed)
        elif key == Qt.Key.Key_Escape and self._question is not None:
            self._close_question()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Opens the menu, by mouse or by the menu key."""
        if self._content is not None:
            self.deeds.open_menu(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the picture above the words where it is narrow."""
        super().resizeEvent(event)
        self.arrange(self.width())

    def arrange(self, width: int) -> None:
        """Takes the form for a width; its height can be asked after it."""
        stacked = width < look().pixels(_STACK_BELOW)
        self.poster.setVisible(not stacked or self.poster.has_picture)  # a sign alone is not worth the room
        self.deeds.set_short(width < look().pixels(_SHORT_BELOW))
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)
            self._row.setAlignment(self.poster, Qt.AlignmentFlag(0) if stacked else Qt.AlignmentFlag.AlignTop)
            self.poster.set_wide(stacked)

    def event(self, event: QEvent) -> bool:
        """Tells that something inside asks for another height."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the focus ring."""
        super().paintEvent(event)
        paint_focus_ring(self, radius=12)

    def sizeHint(self) -> QSize:
        """As high as its words at the width it has."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def _build(self) -> None:
        self._row.setContentsMargins(12, 12, 12, 12)
        self._row.setSpacing(14)
        self._row.addWidget(self.poster, 0, Qt.AlignmentFlag.AlignTop)
        self._words.setSpacing(4)
        self._state_row.setSpacing(6)
        self._state_row.addWidget(self.status, 1)
        self._words.addWidget(self.title)
        self._words.addLayout(self._state_row)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Download"))
        for widget in (self.progress, self.extra, self.excerpt):
            self._words.addWidget(widget)
        self._words.addSpacing(4)
        self._words.addWidget(self.deeds)
        self._words.addWidget(self.details)
        self.details.hide()
        self.details.set_selectable()
        self.excerpt.set_selectable()
        self._words.addStretch(1)
        self._row.addLayout(self._words, 1)
        self.poster.clicked.connect(lambda _=False: self.do(Deed.PLAY))
        self.deeds.wanted.connect(self.do)
        self.deeds.details_toggled.connect(self.details.setVisible)

    def _show_motion(self, content: CardContent) -> None:
        if content.spinning and self.spinner is None:
            self.spinner = Spinner(self.tr("Under way"), size=14)
            self._state_row.insertWidget(0, self.spinner, 0, Qt.AlignmentFlag.AlignTop)
        if self.spinner is not None:
            self.spinner.setVisible(content.spinning)
        received, total = content.received, content.total
        self.progress.setVisible(received is not None and total is not None)
        if received is not None and total is not None:
            # In thousandths: a video may have more bytes than the bar can count.
            self.progress.setRange(0, 1000)
            self.progress.setValue(min(1000, received * 1000 // max(1, total)))

    def _ask(self, deed: Deed, words: str, yes: str, no: str) -> None:
        self._close_question()
        question = Question(words, yes, no)
        question.answered.connect(lambda sure: self._answered(deed, sure))
        self._question = question
        self._words.insertWidget(self._words.indexOf(self.deeds), question)
        self.deeds.hide()
        question.show()  # by itself it would be shown later, and could not have the focus yet
        question.no.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grown.emit()

    def _answered(self, deed: Deed, sure: bool) -> None:
        self._close_question()
        if sure:
            self.wanted.emit(self.job_id, deed.value)

    def _close_question(self) -> None:
        question, self._question = self._question, None
        if question is None:
            return
        had_focus = question.isAncestorOf(self.focusWidget() or self)
        self.deeds.show()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.removeWidget(question)
        question.hide()
        question.deleteLater()
        self.grown.emit()
