"""What the images tab shows while it holds nothing: what it is for, and prompts to begin with.

Promise: one press is enough to have a prompt in the form.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from panda_desktop.ui.kit import Button, EmptyState, FlowLayout, Label


class Invitation(QWidget):
    """The empty place.

    Signals:
        write_wanted: a prompt shall be written.
        example_taken(str): this prompt shall be in the form.
    """

    write_wanted = Signal()
    example_taken = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the place."""
        super().__init__(parent)
        empty = EmptyState(
            "image",
            self.tr("No pictures yet"),
            self.tr(
                "Describe what you would like to see. Pictures appear here and are kept on this computer."
            ),
            second_action=self.tr("Write a prompt"),  # the primary one is the form's
        )
        empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        empty.acted_second.connect(self.write_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(empty)
        head = Label(self.tr("Or begin with one of these:"), "small")
        head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(head)
        column.addLayout(self._examples())
        column.addStretch(3)

    def _examples(self) -> QHBoxLayout:
        box = QWidget()
        flow = FlowLayout(box, gap=8)
        for title, prompt in self._prompts():
            button = Button(title, icon_name="wand", small=True, tip=prompt)
            button.clicked.connect(lambda _checked=False, prompt=prompt: self.example_taken.emit(prompt))
            flow.addWidget(button)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(box, 100)
        row.addStretch(1)
        box.setMaximumWidth(box.sizeHint().width() + 40)
        return row

    def _prompts(self) -> list[tuple[str, str]]:
        return [
            (
                self.tr("Cat in the sun"),
                self.tr(
                    "A cat asleep on a sunny window sill, soft morning light, watercolour on rough paper"
                ),
            ),
            (
                self.tr("City in the rain"),
                self.tr(
                    "A narrow street at night in the rain, lanterns mirrored in wet stones, film photograph"
                ),
            ),
            (
                self.tr("Paper mountains"),
                self.tr(
                    "Mountains and a river cut from layers of coloured paper, seen from above, gentle shadows"
                ),
            ),
        ]
