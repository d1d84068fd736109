"""Puts text on the clipboard.

Promise: text arrives byte for byte as it was received; rich text beside it is our own safe HTML.
"""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from panda_desktop.ui.transcript.column import Column
from panda_desktop.ui.transcript.selection import Selection


def copy_text(text: str) -> None:
    """Copies plain text."""
    QGuiApplication.clipboard().setText(text)


def copy_selection(selection: Selection, column: Column) -> bool:
    """Copies the selection as Markdown and rich text; returns False when nothing is selected."""
    text = selection.markdown()
    if not text:
        return False
    from panda_desktop.ui.transcript.rich import rich_text

    data = QMimeData()
    data.setText(text)
    html = rich_text(selection, column)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    return True
