"""The conversation as one scrolling document: virtualised, selectable, readable by a screen reader.

Promise: its cost depends on what is visible, not on how long the conversation or an answer is.
"""

from panda_desktop.ui.transcript.contract import Row, RowModel
from panda_desktop.ui.transcript.view import TranscriptView

__all__ = ["Row", "RowModel", "TranscriptView"]
