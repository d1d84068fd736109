"""The newest images of the library, to choose one from.

Promise: it opens at once; pictures appear as they are ready.
"""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.kit import Label, Popover, ScrollArea, keyboard_focused, plain_tip
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.library import LibraryList

MOST: Final = 30
_COLUMNS: Final = 3
_SIDE: Final = 84


class RecentImages(Popover):
    """A grid of images.

    Signals:
        taken(object): this `MediaItem` was chosen; the panel is closing.
    """

    taken = Signal(object)

    def __init__(self, parent: QWidget, library: LibraryList, thumbnails: Any) -> None:
        """Shows the newest images of `library`, pictures from `thumbnails`."""
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._tiles: dict[str, ImageTile] = {}
        self.content.addWidget(Label(self.tr("From the library"), "section"))
        items = newest_images(library)
        if not items:
            empty = Label(
                self.tr("There are no images in the library yet. Make one in the Images tab."),
                "muted",
                wrap=True,
            )
            empty.setMinimumWidth(look().pixels(220))
            self.content.addWidget(empty)
            return
        self.content.addWidget(self._grid(items, library))
        thumbnails.ready.connect(self._ready)
        self.setFocusProxy(next(iter(self._tiles.values())))

    def tiles(self) -> "tuple[ImageTile, ...]":
        """Returns the images, newest first."""
        return tuple(self._tiles.values())

    def _grid(self, items: list[MediaItem], library: LibraryList) -> ScrollArea:
        area = ScrollArea(margins=0)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for place, item in enumerate(items):
            tile = ImageTile(item, library.path_of(item), self._thumbnails)
            tile.clicked.connect(lambda _=False, item=item: self._take(item))
            grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
            self._tiles[str(library.path_of(item))] = tile
        area.column.addWidget(inside)
        side = look().pixels(_SIDE)
        rows = min(4, -(-len(items) // _COLUMNS))
        area.setFixedSize(_COLUMNS * (side + 6) + 10, rows * (side + 6))
        return area

    def _ready(self, path: str) -> None:
        if (tile := self._tiles.get(path)) is not None:
            tile.update()

    def _take(self, item: MediaItem) -> None:
        self.close()
        self.taken.emit(item)


class ImageTile(QAbstractButton):
    """One image."""

    def __init__(self, item: MediaItem, path: Path, thumbnails: Any) -> None:
        """Shows `item`."""
        super().__init__()
        self._path = path
        self._thumbnails = thumbnails
        name = item.prompt[:200] or self.tr("Image")
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Square; follows the text zoom."""
        return QSize(look().pixels(_SIDE), look().pixels(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the middle of the image."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme = look().theme
        edge = QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(edge, 8, 8)
        painter.fillPath(clip, QColor(theme.hover))
        pixmap = self._thumbnails.get(self._path, self.width())
        if pixmap is not None and not pixmap.isNull():
            painter.save()
            painter.setClipPath(clip)
            painter.drawPixmap(self.rect(), pixmap, _middle(pixmap.size(), self.size()))
            painter.restore()
        if keyboard_focused(self) or self.underMouse():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(edge.adjusted(1, 1, -1, -1), 7, 7)
        painter.end()


def newest_images(library: LibraryList) -> list[MediaItem]:
    """Returns the newest images, at most `MOST`."""
    found: list[MediaItem] = []
    for place in range(library.count()):
        item = library.item(place)
        if item.kind is MediaKind.IMAGE:
            found.append(item)
            if len(found) == MOST:
                break
    return found


def _middle(whole: QSize, shape: QSize) -> QRect:
    """Returns the largest part of `whole` with the proportions of `shape`, from its middle."""
    part = shape.scaled(whole, Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (whole.width() - part.width()) // 2, (whole.height() - part.height()) // 2
    return QRect(left, top, part.width(), part.height())
