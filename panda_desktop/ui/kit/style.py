"""Variants of a widget as dynamic properties that the style sheet matches.

Promise: setting a variant repaints the widget in it at once.
"""

from PySide6.QtWidgets import QWidget


def set_variant(widget: QWidget, name: str, value: str | bool) -> None:
    """Sets a property that the style sheet selects on (`role`, `variant`, `tone` …) and applies it."""
    text = ("true" if value else "false") if isinstance(value, bool) else value
    if widget.property(name) == text:
        return
    widget.setProperty(name, text)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
