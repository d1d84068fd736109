"""Our own icons, drawn from SVG in the colour of the theme in force.

Promise: an icon is crisp at any size and pixel ratio, follows a theme switch by itself, and is read from
disk once.
"""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from panda_desktop.ui.resources import resource_path, resource_text
from panda_desktop.ui.theme import Theme, look

_DISABLED_OPACITY: Final = 0.4


def icon(name: str, role: str = "text", *, checked_role: str = "") -> QIcon:
    """Returns an icon.

    Args:
        name: file name in `resources/icons` without `.svg`.
        role: the `Theme` colour it is drawn in: `text`, `muted`, `accent`, `on_accent`, `warning`, `danger`.
        checked_role: another colour while the button that shows it is checked.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    return _cached_icon(name, role, checked_role or role)


def icon_pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Returns an icon as a picture.

    Args:
        name: as for `icon`.
        colour: `#rrggbb`.
        size: side in logical pixels.
        ratio: device pixels per logical pixel of the screen it is for.
    """
    side = max(1, round(size * ratio))
    pixmap = _rendered(name, colour, QSize(side, side))
    pixmap = QPixmap(pixmap)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def app_icon() -> QIcon:
    """Returns the mark of the program, for windows and the task bar."""
    return QIcon(str(resource_path("app/panda-desktop.svg")))


@cache
def _cached_icon(name: str, role: str, checked_role: str) -> QIcon:
    _source(name)
    return QIcon(_ThemedEngine(name, role, checked_role))


@cache
def _source(name: str) -> str:
    return resource_text(f"icons/{name}.svg")


def _rendered(name: str, colour: str, size: QSize) -> QPixmap:
    key = f"panda-icon/{name}/{colour}/{size.width()}x{size.height()}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    from PySide6.QtSvg import QSvgRenderer  # first painted icon, not import time

    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    side = min(size.width(), size.height())
    target = QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
    painter = QPainter(pixmap)
    source = _source(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(source.encode())).render(painter, target)
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


class _ThemedEngine(QIconEngine):
    """Draws the icon when it is painted, so the colour is always the current theme's."""

    def __init__(self, name: str, role: str, checked_role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._checked_role = checked_role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draws into `rect` at the painter's own pixel ratio."""
        ratio = painter.device().devicePixelRatio()
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        painter.drawPixmap(rect, self.pixmap(size, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Returns the icon at `size` device pixels."""
        role = self._checked_role if state == QIcon.State.On else self._role
        drawn = _rendered(self._name, _colour(look().theme, role), size)
        return _faded(drawn) if mode == QIcon.Mode.Disabled else drawn

    def clone(self) -> QIconEngine:
        """Returns a copy: Qt asks for one when an icon is changed."""
        return _ThemedEngine(self._name, self._role, self._checked_role)

    def iconName(self) -> str:
        """Returns the file name, for tests and debugging."""
        return self._name


def _colour(theme: Theme, role: str) -> str:
    colour = getattr(theme, role)
    assert isinstance(colour, str)
    return colour


def _faded(pixmap: QPixmap) -> QPixmap:
    faded = QPixmap(pixmap.size())
    faded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(faded)
    painter.setOpacity(_DISABLED_OPACITY)
    painter.drawPixmap(QPoint(0, 0), pixmap)
    painter.end()
    return faded
