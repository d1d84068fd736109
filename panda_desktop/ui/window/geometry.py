"""Where the window was, kept from run to run.

Promise: whatever was saved and whatever happened to the screens since, the window opens where it can be seen.
"""

from typing import Final

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

DEFAULT_SIZE: Final = QSize(1280, 820)
_GRIP: Final = QSize(120, 30)  # what must be on a screen of the title bar


def save_geometry(window: QWidget) -> str:
    """Returns position, size and state of `window` as text for the settings."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def restore_geometry(window: QWidget, saved: str) -> None:
    """Puts `window` where it was; for nonsense or a screen that has gone, to the middle."""
    window.resize(DEFAULT_SIZE)
    # Qt refuses what is not its own format and returns False.
    restored = bool(saved) and window.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii", "replace")))
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not restored or not is_reachable(window.frameGeometry(), screens):
        _centre(window, screens[0] if screens else QRect(0, 0, 1280, 820))


def is_reachable(frame: QRect, screens: list[QRect]) -> bool:
    """Whether enough of the upper edge lies on one of the screens to be grabbed."""
    title = QRect(frame.topLeft(), QSize(frame.width(), _GRIP.height()))
    for screen in screens:
        common = title.intersected(screen)
        if common.width() >= min(_GRIP.width(), frame.width()) and common.height() >= _GRIP.height() // 2:
            return True
    return False


def _centre(window: QWidget, screen: QRect) -> None:
    size = window.size().boundedTo(screen.size())
    window.resize(size)
    window.move(screen.center() - QRect(0, 0, size.width(), size.height()).center())
