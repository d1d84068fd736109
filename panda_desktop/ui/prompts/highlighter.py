"""Marks the places to fill in, such as `{{language}}`, in a text that is edited or previewed.

Promise: it changes how the text looks and nothing else.
"""

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from panda_desktop.domain.prompts import places_of
from panda_desktop.ui.theme import look


class VariableHighlighter(QSyntaxHighlighter):
    """Follows a document and the theme."""

    def __init__(self, document: QTextDocument) -> None:
        """Marks every place in `document`, now and from now on."""
        super().__init__(document)
        look().changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Marks the places of one line."""
        style = QTextCharFormat()
        style.setForeground(QColor(look().theme.accent))
        style.setBackground(QColor(look().theme.accent_background))
        style.setFontWeight(QFont.Weight.DemiBold)
        for begin, end in places_of(text):
            self.setFormat(begin, end - begin, style)
