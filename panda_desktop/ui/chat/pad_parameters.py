"""The panel with the sampling parameters of the pad.

Promise: a right value is in force at once, a wrong one is never sent, an empty one is left out.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from panda_desktop.domain.chat import Parameters
from panda_desktop.ui.chat.numbers import NumbersForm
from panda_desktop.ui.kit import Button, Label, Popover
from panda_desktop.ui.theme import look

_WIDTH: Final = 360


class PadParameters(Popover):
    """The open panel.

    Attributes:
        numbers: the fields.
        clear: takes all of them out.

    Signals:
        changed(object): `Parameters` that shall be in force.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget, parameters: Parameters) -> None:
        """Shows what is set."""
        super().__init__(parent)
        self._told = parameters
        self.setAccessibleName(self.tr("Parameters"))
        self.numbers = NumbersForm()
        self.numbers.show_parameters(parameters)
        self.clear = Button(self.tr("Clear all"), "quiet", small=True)
        self.content.setContentsMargins(16, 14, 16, 12)
        self.content.addWidget(self.numbers)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(Label(self.tr("What is empty is not sent."), "small", wrap=True), 1)
        foot.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignRight)
        self.content.addLayout(foot)
        self.setFixedWidth(max(280, min(look().pixels(_WIDTH), parent.window().width() - 16)))
        self.numbers.edited.connect(self._edited)
        self.clear.clicked.connect(lambda _checked=False: self._clear())
        self.closed.connect(self.deleteLater)
        self.numbers.rows["temperature"].field.setFocus()

    def _clear(self) -> None:
        self.numbers.show_parameters(Parameters())
        self._edited()

    def _edited(self) -> None:
        self.adjustSize()
        if self.numbers.parameters != self._told:
            self._told = self.numbers.parameters
            self.changed.emit(self._told)
