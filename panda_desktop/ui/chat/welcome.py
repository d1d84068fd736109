"""What an empty chat shows: what the place is for and how to begin, or how to get in.

Promise: nothing is sent from here: a suggestion only fills the composer.
"""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from panda_desktop.ui.icons import app_icon, icon_pixmap
from panda_desktop.ui.kit import (
    Button,
    FlowLayout,
    Label,
    PrimaryButton,
    ScrollArea,
    paint_focus_ring,
    set_variant,
)
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import labelled

_TWO_COLUMNS_FROM: Final = 520
_WIDEST: Final = 640


class Suggestion(Button):
    """A card with what could be asked; its words go into the composer."""

    def __init__(self, icon_name: str, title: str, prompt: str) -> None:
        """Makes the card."""
        super().__init__(title, tip=prompt)
        self._mark = icon_name
        self._title = title
        self.prompt = prompt
        self.setAccessibleName(labelled(title, prompt))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for a title and two lines."""
        title = _line(QFontMetrics(look().body_font(bold=True)), self._title)
        lines = 2 * _line(QFontMetrics(look().small_font()), self.prompt)
        return QSize(160, title + lines + look().pixels(28))

    def minimumSizeHint(self) -> QSize:
        """May shrink to a few words."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the card, its icon, the title, and as much of the words as two lines hold."""
        controller = look()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        side = controller.pixels(18)
        area = self.rect().adjusted(14, controller.pixels(12), -14, -controller.pixels(10))
        mark = icon_pixmap(self._mark, controller.theme.accent, side, self.devicePixelRatioF())
        place = QRect(area.topLeft() + QPoint(0, 1), QSize(side, side))
        painter.drawPixmap(mirrored(self, self.rect(), place).topLeft(), mark)
        area.setLeft(area.left() + side + 12)
        area = mirrored(self, self.rect(), area)
        painter.setFont(controller.body_font(bold=True))
        painter.setPen(QColor(controller.theme.text))
        height = _line(painter.fontMetrics(), self._title)
        first = QRect(area.left(), area.top(), area.width(), height)
        cut, left = Qt.TextElideMode.ElideRight, int(Qt.AlignmentFlag.AlignLeft)
        painter.drawText(first, left, painter.fontMetrics().elidedText(self._title, cut, area.width()))
        painter.setFont(controller.small_font())
        painter.setPen(QColor(controller.theme.muted))
        rest = area.adjusted(0, height + 3, 0, 0)
        for words in two_lines(self.prompt, painter.fontMetrics(), area.width()):
            painter.drawText(rest, left, words)
            rest.translate(0, _line(painter.fontMetrics(), self.prompt))
        painter.end()
        paint_focus_ring(self)


def _line(metrics: QFontMetrics, words: str) -> int:
    """Returns the height of a line: Chinese is higher than the font that was asked for."""
    return max(metrics.lineSpacing(), metrics.boundingRect(words).height())


def two_lines(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Returns as much of the words as two lines hold."""
    layout = QTextLayout(words, look().small_font())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    length = line.textLength()
    rest = metrics.elidedText(words[length:].strip(), Qt.TextElideMode.ElideRight, width)
    return [words[:length].rstrip(), rest]


class Welcome(QWidget):
    """The place of the first message.

    Attributes:
        suggestions: the cards.
        enter_key: leads to where a key is entered.
        try_demo: starts the demo gateway.

    Signals:
        suggested(str): these words shall be put into the composer.
        key_wanted: a key shall be entered.
        demo_wanted: the demo gateway shall be used.
    """

    suggested = Signal(str)
    key_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows the suggestions."""
        super().__init__(parent)
        self._mark = QLabel()
        self._mark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = Label("", "title", wrap=True)
        self._text = Label("", "muted", wrap=True)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.suggestions = self._suggestions()
        self._cards = QWidget()
        self._grid = QGridLayout(self._cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._columns = 0
        self.enter_key = PrimaryButton(self.tr("Enter a key"), icon_name="key")
        self.try_demo = Button(self.tr("Try the demo"), icon_name="sparkle")
        self._ways = QWidget()
        self._build()
        self._arrange(2)
        self.set_access(True)
        self._draw_mark()
        look().changed.connect(self._draw_mark)
        self.enter_key.clicked.connect(lambda _checked=False: self.key_wanted.emit())
        self.try_demo.clicked.connect(lambda _checked=False: self.demo_wanted.emit())

    def set_access(self, has_access: bool) -> None:
        """Shows the suggestions, or the ways to get in."""
        self._cards.setVisible(has_access)
        self._ways.setVisible(not has_access)
        if has_access:
            self._title.setText(self.tr("What can I help with?"))
            self._text.setText(
                self.tr("Ask in any language. The model above answers; your chats are kept on this computer.")
            )
            return
        self._title.setText(self.tr("One key, and you can start"))
        self._text.setText(
            self.tr(
                "Chats are answered over your Panda World account. Enter its key, or try the demo: it makes "
                "its answers on this computer and costs nothing."
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column of cards where it is narrow."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= look().pixels(_TWO_COLUMNS_FROM) else 1)

    def _suggestions(self) -> list[Suggestion]:
        made = [
            Suggestion(
                "sparkle",
                self.tr("Explain something"),
                self.tr("Explain in plain words how a heat pump works, with a small example."),
            ),
            Suggestion(
                "edit",
                self.tr("Write for me"),
                self.tr("Write a friendly note to a customer whose order is two days late."),
            ),
            Suggestion(
                "compare",
                self.tr("Compare"),
                self.tr("Compare SQLite and PostgreSQL for a small shop, in a table."),
            ),
            Suggestion(
                "wand",
                self.tr("Help me with code"),
                self.tr("Write a Python function that finds the longest line of a file."),
            ),
        ]
        for card in made:
            card.clicked.connect(lambda _checked=False, card=card: self.suggested.emit(card.prompt))
        return made

    def _build(self) -> None:
        area = ScrollArea(max_width=_WIDEST)
        set_variant(area, "bare", True)
        column = area.column
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._mark)
        column.addSpacing(4)
        column.addWidget(self._title)
        text = QHBoxLayout()
        self._text.setMaximumWidth(480)
        text.addStretch(1)
        text.addWidget(self._text, 100)
        text.addStretch(1)
        column.addLayout(text)
        column.addSpacing(16)
        column.addWidget(self._cards)
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.enter_key)
        flow.addWidget(self.try_demo)
        ways.addStretch(1)
        ways.addLayout(flow)
        ways.addStretch(1)
        column.addWidget(self._ways)
        column.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.suggestions):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, place // columns, place % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)

    def _draw_mark(self) -> None:
        side = look().pixels(56)
        self._mark.setPixmap(app_icon().pixmap(QSize(side, side), self.devicePixelRatioF()))
