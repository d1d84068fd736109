"""How many images are asked for.

Promise: a number that cannot be asked for is said at the field, and nothing is sent.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.kit import Label, SectionLabel, SegmentedChoice, TextField

_OTHER: Final = "other"
_CHIPS: Final = ("1", "2", "4")


class CountChoice(QWidget):
    """Chips and a field.

    Signals:
        changed: another number is chosen.
        submitted: Enter in the field.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Chooses one."""
        super().__init__(parent)
        chips = [(number, number) for number in _CHIPS]
        self.chips = SegmentedChoice(self.tr("How many"), [*chips, (_OTHER, self.tr("Other…"))], small=True)
        self.other = TextField(self.tr("Number of images, 1 to 10"), placeholder="1–10")
        self.other.setMaxLength(6)
        self.problem = Label("", "danger", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionLabel(self.tr("How many"), self.chips))
        column.addWidget(self.chips)
        column.addWidget(self.other)
        column.addWidget(self.problem)
        self.chips.chosen.connect(self._choose)
        self.other.textEdited.connect(lambda _text: self._edited())
        self.other.returnPressed.connect(self.submitted)
        self.set_count(1)

    def count(self) -> int:
        """Returns the number; 0 for what is no number."""
        value = self.chips.value()
        text = self.other.text().strip() if value == _OTHER else value
        return int(text) if text.isascii() and text.isdigit() else 0

    def set_count(self, count: int) -> None:
        """Chooses a number."""
        self.set_problem("")
        self.chips.set_value(str(count) if str(count) in _CHIPS else _OTHER)
        if self.chips.value() == _OTHER:
            self.other.setText(str(count))
        self.other.setVisible(self.chips.value() == _OTHER)

    def set_problem(self, sentence: str) -> None:
        """Says what is wrong with the number; nothing for an empty sentence."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.other.set_invalid(bool(sentence), sentence)
        if sentence and self.chips.value() == _OTHER:
            self.other.setFocus()
            self.other.selectAll()

    def _choose(self, value: str) -> None:
        self.set_problem("")
        self.other.setVisible(value == _OTHER)
        if value == _OTHER:
            if not self.other.text():
                self.other.setText("10")
            self.other.setFocus()
            self.other.selectAll()
        self.changed.emit()

    def _edited(self) -> None:
        self.set_problem("")
        self.changed.emit()
