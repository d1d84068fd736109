"""Says a sentence to a screen reader.

Promise: nothing happens when no screen reader listens.
"""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Has `text` read out, after the current sentence, or at once when `urgent`.

    Args:
        widget: the visible widget the sentence is about.
        text: plain text.
        urgent: interrupts; for errors only.
    """
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
