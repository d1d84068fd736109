"""Has a button that stays down do for a screen reader what it does for a click.

Promise: `clicked` is emitted once for whatever a person does to it, and never for what the program does.

A screen reader toggles a checkable button instead of pressing it, and of that Qt emits `toggled` only.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button
else:
    _Button = object


class Toggling(_Button):
    """To be named before a class of Qt's buttons."""

    _is_minded = False
    _is_told = False

    def setCheckable(self, checkable: bool) -> None:
        """See `QAbstractButton`; call it before the button is used."""
        super().setCheckable(checkable)
        if checkable and not self._is_minded:
            self._is_minded = True
            self.toggled.connect(self._mind_toggle)

    def setChecked(self, checked: bool) -> None:
        """See `QAbstractButton`; this is the program's own doing."""
        told, self._is_told = self._is_told, True
        super().setChecked(checked)
        self._is_told = told

    def nextCheckState(self) -> None:
        """See `QAbstractButton`; a click, which is told by Qt, or another one of its group was taken."""
        told, self._is_told = self._is_told, True
        super().nextCheckState()
        self._is_told = told

    def _mind_toggle(self, checked: bool) -> None:
        if not self._is_told:
            # By its name alone it is the overload without `checked`; PySide declares no overloads.
            self.clicked[bool].emit(checked)  # type: ignore[index]
