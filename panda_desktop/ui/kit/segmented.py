"""A choice among a few, all visible: sizes, counts, light or dark.

Promise: exactly one of the shown choices is taken, or none until one is set; arrows move between them.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QWidget

from panda_desktop.ui.kit.buttons import Button
from panda_desktop.ui.kit.elided_button import ElidedButton
from panda_desktop.ui.kit.flow import FlowLayout
from panda_desktop.ui.kit.roles import give_role
from panda_desktop.ui.wording import labelled


class SegmentedChoice(QWidget):
    """A row of chips of which one is on; it breaks into lines where the room is narrow.

    Signals:
        chosen(str): the person took another choice (not emitted by `set_value`).
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]] = (),
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Makes the row.

        Args:
            name: what is chosen, heard by screen readers before each choice.
            choices: (value, words) in order.
            small: chips of secondary text, for a narrow form.
            parent: the owner.
        """
        super().__init__(parent)
        self._name = name
        self._small = small
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._row = FlowLayout(self, gap=6)
        self.setAccessibleName(name)
        give_role(self, QAccessible.Role.Grouping)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Replaces the choices; the taken one stays taken when it is still there."""
        taken = self.value()
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for value, words in choices:
            button = ElidedButton(words, tip=labelled(self._name, words), small=self._small)
            button.setAccessibleName(labelled(self._name, words))
            button.setCheckable(True)
            button.setAutoExclusive(True)  # heard as one of several; the group sees to it
            button.clicked.connect(lambda _checked=False, value=value: self.chosen.emit(value))
            self._group.addButton(button)
            self._row.addWidget(button)
            self._buttons[value] = button
        self.set_value(taken)

    def value(self) -> str:
        """Returns the taken value, or an empty string."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Takes a choice; an unknown value takes none."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            with QSignalBlocker(button):
                button.setChecked(each == value)
        self._group.setExclusive(True)
        # Tab stops at the taken choice; Qt itself leaves it at the one that was taken before.
        stop = value if value in self._buttons else next(iter(self._buttons), "")
        for each, button in self._buttons.items():
            focus = Qt.FocusPolicy.StrongFocus if each == stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(focus)

    def button(self, value: str) -> Button | None:
        """Returns the chip of a value, for tooltips and for disabling it."""
        return self._buttons.get(value)
