"""Lets a screen reader press what is painted.

Promise: what was given to do is done, once for each press.
"""

from collections.abc import Callable
from typing import Any, Final

import shiboken6
from PySide6.QtGui import QAccessibleActionInterface

Address = Any
"""A `shiboken6.VoidPtr`; PySide declares no type for it."""

NOTHING: Final[Address] = shiboken6.VoidPtr(0)
"""What `interface_cast` gives to Qt for no: it takes `None` for an address too, and crashes."""


class Press(QAccessibleActionInterface):
    """The one action of a painted button or link. It must live as long as whoever hands it to Qt."""

    def __init__(self, run: Callable[[], object]) -> None:
        """`run` does it."""
        super().__init__()
        self._run = run

    def address(self) -> Address:
        """Returns what `interface_cast` gives to Qt: the address of the C++ object, not of the Python one."""
        return shiboken6.VoidPtr(shiboken6.getCppPointer(self)[0])

    def actionNames(self) -> list[str]:
        """It can be pressed."""
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str) -> None:
        """Does it."""
        if name == QAccessibleActionInterface.pressAction():
            self._run()

    def keyBindingsForAction(self, name: str) -> list[str]:
        """It has no key of its own: Tab leads to it and Return presses it."""
        return []
