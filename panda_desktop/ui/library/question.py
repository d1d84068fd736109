"""A question beside what was pressed, before something goes for good.

Promise: it says what will happen, and nothing happens without the button that says so.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from panda_desktop.ui.kit import Button, Label, Popover
from panda_desktop.ui.theme import look

_WIDTH: Final = 340


class Question(Popover):
    """One question.

    Attributes:
        yes: does it.
        no: does nothing; has the keyboard first.
    """

    def __init__(self, parent: QWidget, words: str, yes: str, run: Callable[[], object]) -> None:
        """Asks `words`; the button `yes` runs `run`."""
        super().__init__(parent)
        self.setAccessibleName(words)
        self.yes = Button(yes, "danger")
        self.no = Button(self.tr("Keep"), tip=self.tr("Keep (Escape)"))
        self.content.setContentsMargins(16, 14, 16, 14)
        self.content.setSpacing(12)
        self.content.addWidget(Label(words, wrap=True))
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addStretch(1)
        answers.addWidget(self.no)
        answers.addWidget(self.yes)
        self.content.addLayout(answers)
        self.setFixedWidth(min(look().pixels(_WIDTH), max(260, parent.window().width() - 16)))
        self._run = run
        self.yes.clicked.connect(lambda _checked=False: self._take())
        self.no.clicked.connect(lambda _checked=False: self.close())
        self.closed.connect(self.deleteLater)
        self.setFocusProxy(self.no)
        self.no.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self) -> None:
        self.close()
        self._run()
