"""How high controls are: those that stand beside each other are alike, whatever words are on them.

Promise: a control with an icon only, with Latin words or with a number is as high as one with words of the
language in force, at every text size.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from panda_desktop.ui.theme import look

LEAST: Final = 28
_PAD: Final = 5
"""As the style sheet has it for a `Button`."""
_EDGE: Final = 1


def line_height(metrics: QFontMetrics) -> int:
    """Returns the pixels a line of the language in force takes; Chinese letters are of another font than
    Latin ones, and higher.
    """
    sample = QCoreApplication.translate("Heights", "Ag", "letters as high as any; shown nowhere")
    return max(metrics.height(), metrics.size(0, sample).height())


def control_height(widget: QWidget) -> int:
    """Returns the pixels a control in the font of `widget` is high, as a `Button` is."""
    return max(LEAST, line_height(widget.fontMetrics()) + 2 * (look().pad(_PAD) + _EDGE))
