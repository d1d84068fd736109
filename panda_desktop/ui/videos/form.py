"""The form of a video: prompt, first frame, model, price.

Promise: it holds what a person wrote through everything that goes wrong; it states wishes and sends nothing.
"""

from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from panda_desktop.domain.models import ModelInfo
from panda_desktop.ui.kit import (
    Button,
    Choice,
    Label,
    Notice,
    NoticeHost,
    NoticeLevel,
    PickerButton,
    PrimaryButton,
    SectionLabel,
    Submitting,
    TextArea,
)
from panda_desktop.ui.models.sections import sections
from panda_desktop.ui.numerals import counted
from panda_desktop.ui.theme import look
from panda_desktop.ui.videos.first_frame import FirstFrameField, is_for_frame
from panda_desktop.ui.wording import joined, money
from panda_desktop.viewmodels.library import LibraryList

_SLIM: Final = 230


class VideoForm(QWidget):
    """The form.

    Signals:
        wanted: “Make video”, or Ctrl+Enter in the form.
        model_chosen(str): another model was taken.
    """

    wanted = Signal()
    model_chosen = Signal(str)

    def __init__(self, library: LibraryList, thumbnails: Any, *, parent: QWidget | None = None) -> None:
        """Makes an empty form."""
        super().__init__(parent)
        self.prompt = TextArea(
            self.tr("Prompt"),
            placeholder=self.tr("What should happen? Name the subject, its movement, the camera, the light."),
            lines=(5, 14),
        )
        self.frame = FirstFrameField(library, thumbnails)
        self.model = PickerButton(self.tr("Model"), placeholder=self.tr("Choose a model"), free_text=True)
        self.price = Label("", "small", wrap=True)
        self.warning = Label("", "warning", wrap=True)
        self.make = MakeButton(self.tr("Make video"), tip=self.tr("Make video (Ctrl+Enter)"))
        self.past = Button(
            self.tr("Past prompts"),
            icon_name="clock",
            small=True,
            tip=self.tr("Prompts of earlier videos (Up in an empty prompt)"),
        )
        self.notices = NoticeHost()
        self._last = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.setAcceptDrops(True)
        self.prompt.installEventFilter(self)
        self.prompt.submitted.connect(self.wanted)
        Submitting(self, self.wanted.emit)
        self.prompt.oversized_paste.connect(self._too_long)
        self.make.clicked.connect(lambda _=False: self.wanted.emit())
        self.model.chosen.connect(self.model_chosen)

    def set_models(self, models: tuple[ModelInfo, ...], currency: str) -> None:
        """Offers these models; the taken one stays, listed or not."""
        place = sections("")
        choices = []
        for model in models:
            note, section = _price_note(model.price, currency), place(model) or model.owned_by
            name, starred = model.name or model.id, model.favourite
            choices.append(Choice(model.id, name, note, section, starred=starred))
        self.model.set_choices(choices)

    def set_price(self, words: str, warning: str) -> None:
        """Shows what it usually costs, and what is to be known before sending."""
        self.price.setText(words)
        self.price.setAccessibleName(words)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self.make.setAccessibleDescription(joined(words, warning))

    def set_state(self, words: str, *, locked: bool) -> None:
        """Locks the button, with the words of what is going on."""
        had_focus = self.make.hasFocus()
        self.make.set_text(words)
        self.make.setEnabled(not locked)
        if locked and had_focus:
            self.prompt.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark_prompt(self, wrong: str) -> None:
        """Marks the prompt as what is missing, with the sentence saying so; empty when it is not."""
        self.prompt.set_invalid(bool(wrong), wrong)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A pasted image or file is the first frame, wherever in the form it is pasted."""
        if (
            watched is self.prompt
            and isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            and event.matches(QKeySequence.StandardKey.Paste)
            and self._clipboard_is_for_frame()
        ):
            if event.type() == QEvent.Type.KeyPress:
                self.frame.paste()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pastes a first frame."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.frame.paste():
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes images, files and addresses."""
        if is_for_frame(event.mimeData()):
            event.acceptProposedAction()
            self.frame.area.set_hot(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Is no longer meant."""
        self.frame.area.set_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the first frame."""
        self.frame.area.set_hot(False)
        if self.frame.take_mime(event.mimeData()):
            event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the price above the button where it is narrow."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        slim = self.width() < look().pixels(_SLIM)
        self._last.setDirection(direction.TopToBottom if slim else direction.LeftToRight)
        self._last.setSpacing(6 if slim else 12)

    def sizeHint(self) -> QSize:
        """As wide as the sketch; the height follows."""
        return QSize(280, super().sizeHint().height())

    def _clipboard_is_for_frame(self) -> bool:
        mime = QGuiApplication.clipboard().mimeData()
        if mime is None:
            return False
        # Copied from a text, a picture comes beside its words: then the words are meant.
        files = any(url.isLocalFile() for url in mime.urls())
        return files or (is_for_frame(mime) and not mime.hasFormat("text/plain") and not mime.hasUrls())

    def _too_long(self, text: QByteArray) -> None:
        words = self.tr("{count} characters are too much for a prompt; nothing was pasted.")
        count = len(bytes(text.data()).decode("utf-8", "replace"))
        self.notices.show_notice(Notice(words.format(count=counted(count)), NoticeLevel.WARNING, key="paste"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionLabel(self.tr("Prompt"), self.prompt))
        column.addWidget(self.prompt)
        column.addSpacing(8)
        column.addWidget(self.frame)
        column.addSpacing(8)
        column.addWidget(SectionLabel(self.tr("Model"), self.model))
        column.addWidget(self.model)
        column.addSpacing(6)
        self._last.setSpacing(12)
        self._last.addWidget(self.price, 1)
        self._last.addWidget(self.make)
        column.addLayout(self._last)
        column.addWidget(self.warning)
        self.warning.hide()
        column.addSpacing(2)
        column.addWidget(self.past, 0, Qt.AlignmentFlag.AlignLeft)
        layout = self.notices.layout()
        assert layout is not None
        layout.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.notices)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


class MakeButton(PrimaryButton):
    """The button that costs money: the second press of a double click is not a second wish (V13)."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Takes the press and does nothing."""
        event.accept()


def _price_note(price: Decimal | None, currency: str) -> str:
    return "" if price is None else money(price, currency, exact=True)
