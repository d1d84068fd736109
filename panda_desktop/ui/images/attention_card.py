"""The card of a job that needs the person: what became of it, and what can be done.

Promise: nothing on it is ever cut off: its height is measured before it is made.
"""

import re
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.images.job_tiles import Attention
from panda_desktop.ui.images.job_words import CardAction, JobWords
from panda_desktop.ui.kit import Button, Card, ElidedLabel, FlowLayout, Label, NoticeLevel
from panda_desktop.ui.theme import look

_SIDE: Final = 14
_TOP: Final = 12
_GAP: Final = 6
_BUTTON_GAP: Final = 8
_ICON: Final = 18
_AROUND_WORDS: Final = 24
_LONG_RUN: Final = re.compile(r"\S{24}(?=\S)")
_ICONS: Final = {
    NoticeLevel.INFO: ("info", "accent"),
    NoticeLevel.WARNING: ("warning", "warning"),
    NoticeLevel.ERROR: ("error", "danger"),
}


def soft_broken(text: str) -> str:
    """Returns foreign text that a label can wrap: long runs without a space may break."""
    return _LONG_RUN.sub(lambda run: run[0] + "\u200b", text)


class AttentionCard(Card):
    """One job's card.

    Signals:
        acted(str): a `CardAction`.
    """

    acted = Signal(str)

    def __init__(self, words: JobWords, *, parent: QWidget | None = None) -> None:
        """Makes an empty card."""
        super().__init__(parent=parent)
        self._words = words
        self._level = NoticeLevel.INFO
        self._icon = QLabel()
        self.title = Label("", "strong", wrap=True)
        self.text = Label("", "small", wrap=True)
        self.said = Label("", "small", wrap=True)
        self.prompt = ElidedLabel("", "small")
        self._row = QWidget()
        self._buttons = FlowLayout(self._row, gap=_BUTTON_GAP)
        self.buttons: dict[CardAction, Button] = {}
        self._build()
        look().changed.connect(self._draw_icon)

    def show_attention(self, content: Attention) -> None:
        """Shows what is said."""
        words = content.words
        self._level = words.level
        self.title.setText(words.title)
        self.text.setText(words.text)
        self.text.setVisible(bool(words.text))
        self.said.setText(soft_broken(words.said))
        self.said.setAccessibleName(words.said)
        self.said.setVisible(bool(words.said))
        prompt = " ".join(content.job.request.prompt[:300].split())
        self.prompt.setText(prompt or self.tr("What was asked for is not known any more"))
        if tuple(self.buttons) != words.actions:
            self._show_buttons(words.actions)
        self._draw_icon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Uses shorter words on buttons that would not fit."""
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        room = _room(self.width())
        small = QFontMetrics(look().small_font())
        for action, button in self.buttons.items():
            words = _button_words(self._words, action, room, small)
            if button.text() != words:
                button.set_text(words)
                button.setAccessibleName(self._words.action(action)[0])

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        column.setSpacing(_GAP)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.said)
        column.addStretch(1)
        column.addWidget(self._row)
        column.addWidget(self.prompt)

    def _show_buttons(self, actions: tuple[CardAction, ...]) -> None:
        for button in self.buttons.values():
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for action in actions:
            words, tip = self._words.action(action)
            button = Button(words, small=True, tip=tip)
            button.setMinimumWidth(28)  # the card decides how wide it is, not the longest button
            button.clicked.connect(lambda _checked=False, action=action: self.acted.emit(action.value))
            self._buttons.addWidget(button)
            self.buttons[action] = button
        self._fit_words()

    def _draw_icon(self) -> None:
        name, role = _ICONS[self._level]
        side = look().pixels(_ICON)
        colour = getattr(look().theme, role)
        self._icon.setPixmap(icon_pixmap(name, colour, side, self.devicePixelRatioF()))
        self._icon.setFixedSize(QSize(side, side))


def card_height(content: Attention, words: JobWords, width: int) -> int:
    """Returns how high the card of `content` is at a width."""
    room = _room(width)
    small = QFontMetrics(look().small_font())
    strong = QFontMetrics(look().body_font(bold=True))
    icon = look().pixels(_ICON)
    height = max(icon, _lines(strong, content.words.title, room - icon - 8))
    for text in (content.words.text, soft_broken(content.words.said)):
        if text:
            height += _GAP + _lines(small, text, room)
    line = max(28, small.height() + 10)
    rows, used = 1, 0
    for action in content.words.actions:
        needed = min(room, small.horizontalAdvance(_button_words(words, action, room, small)) + _AROUND_WORDS)
        if used and used + _BUTTON_GAP + needed > room:
            rows, used = rows + 1, 0
        used += (_BUTTON_GAP if used else 0) + needed
    height += 2 * _GAP + rows * line + (rows - 1) * _BUTTON_GAP + small.height()
    return height + 2 * _TOP + 8


def _room(width: int) -> int:
    return width - 2 * _SIDE - 2


def _button_words(words: JobWords, action: CardAction, room: int, metrics: QFontMetrics) -> str:
    whole = words.action(action)[0]
    fits = metrics.horizontalAdvance(whole) + _AROUND_WORDS <= room
    return whole if fits else words.short(action)


def _lines(metrics: QFontMetrics, text: str, width: int) -> int:
    area = QRect(0, 0, max(40, width), 100_000)
    return metrics.boundingRect(area, int(Qt.TextFlag.TextWordWrap), text).height()
