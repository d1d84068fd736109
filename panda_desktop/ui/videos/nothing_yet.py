"""What the videos tab shows before the first video: what it is for, and words to begin with.

Promise: one press puts an example into the form; nothing is sent by it.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from panda_desktop.ui.kit import Button, EmptyState, Label
from panda_desktop.ui.theme import look

_ROW_FROM: Final = 560


class NothingYet(QWidget):
    """The empty place.

    Signals:
        write_wanted: the prompt shall have the focus.
        example_taken(str): a prompt to begin with.
    """

    write_wanted = Signal()
    example_taken = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the place's words."""
        super().__init__(parent)
        self.words = EmptyState(
            "video",
            self.tr("No videos yet"),
            self.tr(
                "Describe what should happen, and start from an image if you like. A video takes some "
                "minutes; it is saved on this computer as soon as it is ready."
            ),
            second_action=self.tr("Write a prompt"),  # the primary one is the form's
        )
        self.words.acted_second.connect(self.write_wanted)
        self.examples: list[Button] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(2)
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(self.words)
        head = Label(self.tr("Or begin with one of these:"), "small")
        head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(head)
        column.addSpacing(10)
        self._row.setSpacing(8)
        for title, prompt in self._prompts():
            self._row.addWidget(self._example(title, prompt))
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addStretch(1)
        row.addLayout(self._row)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the examples under each other where it is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < look().pixels(_ROW_FROM)
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def _example(self, title: str, prompt: str) -> Button:
        button = Button(title, icon_name="sparkle", tip=prompt)
        button.clicked.connect(lambda _=False: self.example_taken.emit(prompt))
        self.examples.append(button)
        return button

    def _prompts(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Harbour at dawn"),
                self.tr(
                    "A quiet harbour at dawn, fishing boats leaving one after the other, mist over the "
                    "water, slow pan to the right, warm first light."
                ),
            ),
            (
                self.tr("Panda in the snow"),
                self.tr(
                    "A young panda rolls down a snowy hill, gets up, shakes off the snow and looks into the "
                    "camera. Low angle, bright winter sun."
                ),
            ),
            (
                self.tr("City from above"),
                self.tr(
                    "Drone shot over a city at sunset, neon signs coming on, traffic as streams of light, "
                    "steady forward flight."
                ),
            ),
        )
