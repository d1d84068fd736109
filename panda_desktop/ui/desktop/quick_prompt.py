"""The quick prompt: a small window above all others for one question and its answer.

Promise: Enter asks, Escape hides, and neither text nor answer is lost by hiding: what was typed stays, and an
answer that was not seen to its end is still there when the window comes back.
"""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QDesktopServices,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.models import ModelKind
from panda_desktop.ui.chat.asking_back import LinkQuestion, anchor_at, may_open
from panda_desktop.ui.chat.failures import Failures
from panda_desktop.ui.chat.model_choices import model_choices
from panda_desktop.ui.icons import app_icon
from panda_desktop.ui.kit import (
    Button,
    IconButton,
    Notice,
    NoticeHost,
    NoticeLevel,
    PickerButton,
    Separator,
    TextArea,
)
from panda_desktop.ui.sentences import NextStep
from panda_desktop.ui.theme import look
from panda_desktop.ui.transcript import TranscriptView
from panda_desktop.viewmodels.models import ModelList
from panda_desktop.viewmodels.quick import QuickModel
from panda_desktop.viewmodels.settings import SettingsModel

_WIDTH: Final = 640
_ANSWER_HEIGHT: Final = 360
_RADIUS: Final = 14
_MARGIN: Final = 16
_TOO_LONG: Final = "too-long"


class QuickPrompt(QWidget):
    """The window.

    Attributes:
        field: the question.
        model: the model that is asked.
        button: asks, or stops the answer.
        transcript: question and answer.
        notices: what went wrong.
        open: opens the chat in the main window.
        again: begins a new question.

    Signals:
        open_wanted(str): the chat with this id shall be shown in the main window.
        leave_wanted(object): a `Refusal`: the request shall be sent although it goes over a budget.
    """

    open_wanted = Signal(str)
    leave_wanted = Signal(object)

    def __init__(
        self,
        quick: QuickModel,
        models: ModelList,
        settings: SettingsModel,
        steps: Mapping[NextStep, Callable[[], object]],
    ) -> None:
        """`steps` are what the main window can do about a failure."""
        flags = Qt.WindowType
        super().__init__(None, flags.Window | flags.FramelessWindowHint | flags.WindowStaysOnTopHint)
        self._quick = quick
        self._models = models
        self._seen_to_end = False
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(self.tr("Quick prompt"))
        self.setWindowIcon(app_icon())
        self.field = TextArea(
            self.tr("Your question"),
            placeholder=self.tr("Ask anything"),
            lines=(1, 6),
            submit_on_enter=True,
            bare=True,
        )
        self.model = PickerButton(self.tr("Model"), compact=True, free_text=True)
        self.button = IconButton("send", self.tr("Ask (Enter)"), role="accent")
        self.hide_button = IconButton("close", self.tr("Hide (Esc)"))
        self.transcript = TranscriptView()
        self.notices = NoticeHost()
        self.open = Button(self.tr("Open in the main window"), "quiet", icon_name="open-external")
        self.again = IconButton("plus", self.tr("New question"))
        self._failures = Failures(self.notices, steps, self._open_chat)
        self._failures.leave_wanted.connect(self.leave_wanted)
        self._build()
        self._connect(settings)

    def come(self) -> None:
        """Shows the window where the person is, ready to be typed into."""
        if self._seen_to_end and not self._quick.is_answering:
            self._quick.start_over()
            self._failures.clear()
        self._seen_to_end = False
        self._show_models()
        if not self.isVisible():
            self._place()
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def shut_down(self) -> None:
        """Ends what works beside the window; call it before the application ends."""
        self.hide()
        self.transcript.close_formulas()
        self.deleteLater()

    # events

    def event(self, event: QEvent) -> bool:
        """Takes the height of what is in it whenever that changes, such as a notice that comes."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def hideEvent(self, event: QHideEvent) -> None:
        """Notes whether the answer was seen to its end: then the next question is a new chat."""
        super().hideEvent(event)
        self._seen_to_end = not self._quick.is_answering

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lets the window be dragged by any place that is nothing else: it has no title bar."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()
            event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws surface and border."""
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.background))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.end()

    # how it is made

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.field, 1, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        self._line = Separator()
        column.addWidget(self._line)
        column.addWidget(self.transcript, 1)
        column.addWidget(self.notices)
        last = QHBoxLayout()
        last.setSpacing(4)
        last.addWidget(self.model)
        last.addStretch(1)
        last.addWidget(self.again)
        last.addWidget(self.open)
        last.addWidget(self.button)
        column.addLayout(last)
        self.transcript.set_bare()
        self.transcript.set_error_sentence(self._failures.sentence)
        self.transcript.set_model(self._quick.rows)

    def _connect(self, settings: SettingsModel) -> None:
        quick, rows = self._quick, self._quick.rows
        self.field.submitted.connect(self._ask)
        self.field.height_changed.connect(self._fit)
        self.field.oversized_paste.connect(lambda _text: self._say_too_long())
        self.button.clicked.connect(self._press)
        self.hide_button.clicked.connect(self.hide)
        self.open.clicked.connect(self._open_chat)
        self.again.clicked.connect(self._start_over)
        self.model.chosen.connect(quick.choose_model)
        self.transcript.link_activated.connect(self._open_link)
        self.transcript.retry_requested.connect(quick.answer_again)
        self.transcript.regenerate_requested.connect(quick.answer_again)
        self.transcript.continue_requested.connect(quick.continue_answer)
        quick.sent.connect(self._sent)
        # From here on only methods of its own: other callables are not let go of when it is deleted.
        quick.failed.connect(self._failed)
        quick.answering_changed.connect(self._answering)
        rows.reset.connect(self._arrange)
        rows.inserted.connect(self._arrange)
        rows.changed.connect(self._show_end)
        settings.changed.connect(self._show_model)
        self._models.changed.connect(self._show_models)
        self.model.starred.connect(self._models.star)
        look().changed.connect(self._dress)
        self._show_models()
        self._dress()

    def _dress(self) -> None:
        self.transcript.set_theme(look().theme)
        self.transcript.set_zoom(look().zoom)
        self._arrange()

    def _arrange(self, *_rows: int) -> None:
        """Shows the answer's place only when there is one."""
        asked = self._quick.rows.count() > 0
        for widget in (self._line, self.transcript, self.open, self.again):
            widget.setVisible(asked)
        self._fit()

    def _fit(self) -> None:
        room = self.screen().availableGeometry()
        height = look().pixels(_ANSWER_HEIGHT) if self._quick.rows.count() else 0
        self.transcript.setMinimumHeight(min(height, max(120, room.height() // 2)))
        self.setFixedWidth(min(look().pixels(_WIDTH), room.width() - 2 * _MARGIN))
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        if self.field.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            # All of it has room, and what was scrolled while the field was lower comes back.
            self.field.verticalScrollBar().setValue(0)

    def _place(self) -> None:
        """Moves to the upper middle of the screen with the pointer; Wayland chooses by itself."""
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self._fit()
        self.move(room.center().x() - self.width() // 2, room.top() + room.height() // 5)

    def _show_models(self) -> None:
        self.model.set_choices(model_choices(self._models.of_kind(ModelKind.CHAT)))
        self._show_model()

    def _show_model(self, *_changed: object) -> None:
        self.model.set_value(self._quick.model)

    # what is done

    def _ask(self) -> None:
        if self.field.text().strip():
            self._quick.ask(self.field.text())

    def _press(self) -> None:
        if self._quick.is_answering:
            self._quick.stop()
        else:
            self._ask()

    def _failed(self, error: PandaError) -> None:
        self._failures.show(error, self._ask)

    def _say_too_long(self) -> None:
        words = self.tr("That is too long for here. In the main window it can be attached as a file.")
        self.notices.show_notice(Notice(words, NoticeLevel.WARNING, key=_TOO_LONG))

    def _sent(self) -> None:
        self.field.show_text("")
        self._failures.clear()

    def _answering(self, answering: bool) -> None:
        self.button.set_icon("stop" if answering else "send")
        self.button.set_name(self.tr("Stop the answer") if answering else self.tr("Ask (Enter)"))
        self._arrange()

    def _show_end(self, row: int) -> None:
        self._failures.show_end(self._quick.rows.row(row).message)

    def _start_over(self) -> None:
        self._quick.start_over()
        self._failures.clear()
        self.field.setFocus()

    def _open_chat(self) -> None:
        if conversation_id := self._quick.conversation_id:
            self._quick.start_over()
            self.hide()
            self.open_wanted.emit(conversation_id)

    def _open_link(self, address: str) -> None:
        if not may_open(address):
            return
        anchor = anchor_at(self.transcript.viewport(), self.transcript.activated_area())
        panel = LinkQuestion(self.transcript, address)
        panel.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
        panel.copy_wanted.connect(lambda: QGuiApplication.clipboard().setText(address))
        panel.closed.connect(anchor.deleteLater)
        panel.closed.connect(panel.deleteLater)
        panel.open_at(anchor)
