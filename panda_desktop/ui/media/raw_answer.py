"""What the gateway answered, exactly as it came.

Promise: plain text only, cut at a stated length, and with long lines broken, so that no answer can freeze or
fool the window.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.domain.jobs import RawAnswer
from panda_desktop.ui.kit import Button, Card, IconButton, Label, TextArea
from panda_desktop.ui.media.dates import date_and_time
from panda_desktop.ui.media.overlay import Overlay
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import file_size

MOST_BYTES: Final = 100_000
"""What is shown of an answer; the whole stays in the database."""

LONGEST_LINE: Final = 400
_VEIL: Final = 110
_WIDEST: Final = 820


def readable(body: bytes) -> str:
    """Returns the beginning of an answer as text that can be shown: no controls, no endless lines."""
    text = body[:MOST_BYTES].decode("utf-8", "replace")
    lines: list[str] = []
    for line in text.splitlines():
        # Every character that is not written but does something is shown as a mark.
        clean = "".join(letter if letter.isprintable() or letter == "\t" else "\ufffd" for letter in line)
        lines += [clean[at : at + LONGEST_LINE] for at in range(0, len(clean), LONGEST_LINE)] or [""]
    return "\n".join(lines)


class RawAnswerPanel(Overlay):
    """A card over the page that shows one answer."""

    def __init__(self, host: QWidget) -> None:
        """Makes a closed panel over `host`."""
        super().__init__(host)
        self._card = Card(parent=self)
        self.facts = Label("", "small", wrap=True)
        self.text = TextArea(self.tr("Answer of the gateway"), lines=(6, 1000), mono=True)
        self.text.setReadOnly(True)
        self.note = Label("", "small", wrap=True)
        self.copy = Button(self.tr("Copy"), icon_name="copy", tip=self.tr("Copy what is shown"))
        self.close_button = IconButton("close", self.tr("Close (Esc)"))
        self.setAccessibleName(self.tr("Answer of the gateway"))
        self._build()

    def show_answer(self, answer: RawAnswer) -> None:
        """Opens it with an answer."""
        kind = answer.headers.get("content-type", "")[:100]
        facts = [
            f"HTTP {answer.status}",
            kind,
            file_size(len(answer.body)),
            date_and_time(answer.received_at),
        ]
        self.facts.setText(" · ".join(fact for fact in facts if fact))
        self.text.setPlainText(readable(answer.body) or self.tr("The answer was empty."))
        cut = len(answer.body) > MOST_BYTES
        words = self.tr("Only the first {size} are shown.").format(size=file_size(MOST_BYTES))
        self.note.setText(words if cut else "")
        self.note.setVisible(cut)
        self.show_over()
        self._arrange()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dims what is below."""
        veil = QColor(look().theme.shadow)
        veil.setAlpha(_VEIL)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the card in the middle."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        column = QVBoxLayout(self._card)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("What the gateway answered"), "heading", wrap=True), 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addWidget(self.text)
        column.addWidget(self.note)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.copy)
        column.addLayout(foot)
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        self.close_button.clicked.connect(lambda _checked=False: self.leave())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text())

    def _arrange(self) -> None:
        width = min(self.width() - 24, look().pixels(_WIDEST))
        height = min(self.height() - 24, look().pixels(620))
        self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        line = self.text.fontMetrics().lineSpacing()
        room = height - look().pixels(166)
        lines = max(3, room // max(1, line))
        self.text.set_lines(lines, lines)
