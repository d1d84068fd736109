"""The choice of a size: what the model takes, or any other typed in.

Promise: what is chosen stays chosen when another model takes it too; what cannot be a size is said at the
field.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from panda_desktop.ui.images.sizes import COMMON_SIZES, normalised, shown
from panda_desktop.ui.kit import Label, SectionLabel, SegmentedChoice, TextField

_OWN: Final = "own"
_OTHER: Final = "other"


class SizeChoice(QWidget):
    """Chips and a field.

    Signals:
        changed: another size is chosen.
        submitted: Enter in the field.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Offers what is common."""
        super().__init__(parent)
        self.chips = SegmentedChoice(self.tr("Size"), small=True)  # two sizes and “Other…” in one line
        self.other = TextField(
            self.tr("Other size, width × height"),
            placeholder="1024×1024",
            tip=self.tr("Width × height in pixels, such as 1024×1024"),
        )
        self.problem = Label("", "danger", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionLabel(self.tr("Size"), self.chips))
        column.addWidget(self.chips)
        column.addWidget(self.other)
        column.addWidget(self.problem)
        self.other.hide()
        self.problem.hide()
        self.chips.chosen.connect(self._choose)
        self.other.textEdited.connect(lambda _text: self._edited())
        self.other.returnPressed.connect(self.submitted)
        self._sizes: tuple[str, ...] = ()
        self.set_sizes(())

    def set_sizes(self, sizes: tuple[str, ...]) -> None:
        """Offers the sizes of a model; none when nobody said which it takes."""
        before = self.chosen_size() if self.chips.value() else ""
        self._sizes = sizes
        own = [] if sizes else [(_OWN, self.tr("Model's own"))]
        offered = [(size, shown(size)) for size in sizes or COMMON_SIZES]
        self.chips.set_choices([*own, *offered, (_OTHER, self.tr("Other…"))])
        self.set_size(before)

    def chosen_size(self) -> str:
        """Returns `WxH` or whatever was typed; empty for the model's own."""
        value = self.chips.value()
        if value == _OTHER:
            return normalised(self.other.text())
        return "" if value == _OWN else value

    def set_size(self, size: str) -> None:
        """Chooses a size; one that is not offered is typed in, no size is the model's own or first."""
        self.set_problem("")
        if self.chips.button(size) is not None and size not in (_OWN, _OTHER):
            self.chips.set_value(size)
        elif size:
            self.chips.set_value(_OTHER)
            self.other.setText(shown(size))
        else:
            self.chips.set_value(self._sizes[0] if self._sizes else _OWN)
        self.other.setVisible(self.chips.value() == _OTHER)

    def set_problem(self, sentence: str) -> None:
        """Says what is wrong with the size; nothing for an empty sentence."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.other.set_invalid(bool(sentence), sentence)
        if sentence and self.chips.value() == _OTHER:
            self.other.setFocus()

    def words(self) -> str:
        """Returns the chosen size for people."""
        return shown(self.chosen_size()) or self.tr("model's own size")

    def _choose(self, value: str) -> None:
        self.set_problem("")
        self.other.setVisible(value == _OTHER)
        if value == _OTHER:
            self.other.setFocus()
            self.other.selectAll()
        self.changed.emit()

    def _edited(self) -> None:
        self.set_problem("")
        self.changed.emit()
