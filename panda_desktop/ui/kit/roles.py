"""Tells screen readers what a painted or composed widget is, where Qt takes it for a mere frame or area.

Promise: name and description stay those of the widget, whenever they change; nothing happens before a screen
reader asks.
"""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE: Final = "heardAs"
_installed = False


def give_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Has `widget` heard as what it is, such as a list item or a chart."""
    global _installed
    widget.setProperty(_ROLE, role.value)
    if not _installed:
        _installed = True
        QAccessible.installFactory(_interface_for)


def _interface_for(_class: str, found: QObject) -> QAccessibleInterface | None:
    role = found.property(_ROLE)
    if role is None or not isinstance(found, QWidget):
        return None
    made = QAccessibleWidget(found, QAccessible.Role(role))
    return made
