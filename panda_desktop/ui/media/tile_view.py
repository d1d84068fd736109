"""Where the tiles of a grid are, as Qt's item views ask for it.

Promise: geometry is arithmetic on what is in view; what is at the top stays there when tiles come, go or
change their size.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from panda_desktop.domain.media import MediaItem
from panda_desktop.ui.media.tile_layout import Measures, TileLayout
from panda_desktop.ui.media.tile_painter import foot_height
from panda_desktop.ui.media.tiles import Tile, TileModel
from panda_desktop.ui.theme import look

_LEAST: Final = 188
_MARGIN: Final = 20
_SMALL_MARGIN: Final = 12
_NARROW: Final = 480


class TileView(QListView):
    """A column of lines of tiles.

    It is a `QListView` because Qt makes item views accessible by itself; all of its geometry is our own.

    Attributes:
        tiles: the model.
        marks: marks for choosing several are shown on the tiles.
        drag: begins to drag items, when they are not dragged as the files they are; returns whether it does.
        more_keys: what the owner does when one of these keys is pressed without modifiers.

    Signals:
        placed: tiles may be elsewhere in the viewport.
        opened(object): the `Tile` shall be shown large or played.
        star_wanted(object): the `MediaItem` shall be starred or no longer.
        save_wanted(object): a copy of the `MediaItem` shall be saved.
        copy_wanted(object): the `MediaItem` shall be put on the clipboard.
        trash_wanted(object): a tuple of `MediaItem`s shall be moved to the trash.
        menu_wanted(object, QPoint): a menu for a `Tile` (and whatever is selected) at a point of the screen.
        typed(str): letters were typed that mean nothing here.
    """

    placed = Signal()
    opened = Signal(object)
    star_wanted = Signal(object)
    save_wanted = Signal(object)
    copy_wanted = Signal(object)
    trash_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    typed = Signal(str)

    def __init__(self, name: str, *, marks: bool = False, parent: QWidget | None = None) -> None:
        """Makes an empty view heard as `name`."""
        super().__init__(parent)
        self.tiles = TileModel(self)
        self.marks = marks
        self.drag: Callable[[tuple[MediaItem, ...]], bool] | None = None
        self.more_keys: dict[int, Callable[[], object]] = {}
        self._top = ("", 0)
        self._layout = TileLayout(Measures(1), (), self._height_of)
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys go from one to the next, Enter opens it, the menu key shows what can be done."
            )
        )
        self.setModel(self.tiles)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)

    # what is chosen

    def current(self) -> Tile | None:
        """Returns the tile with the keyboard."""
        index = self.currentIndex()
        return self.tiles.tile(index.row()) if index.isValid() else None

    def selected_items(self) -> tuple[MediaItem, ...]:
        """Returns the chosen pictures and videos, in the order of the grid."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        items = (self.tiles.tile(row).item for row in rows)
        return tuple(item for item in items if item is not None)

    def go_to(self, key: str) -> bool:
        """Puts keyboard and view on a tile; False when it is not there."""
        row = self.tiles.row_of(key)
        if row < 0:
            return False
        self.setCurrentIndex(self.tiles.index(row))
        self.scrollTo(self.currentIndex())
        return True

    def ask_menu(self, index: QModelIndex, point: QPoint) -> None:
        """Asks for the menu of a tile; the tile is chosen first unless it is among the chosen."""
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_wanted.emit(self.tiles.tile(index.row()), point)

    # geometry, as `QListView` asks

    def places(self) -> TileLayout:
        """Returns the layout in force."""
        return self._layout

    def is_mirrored(self) -> bool:
        """Whether lines are filled from the right."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def changeEvent(self, event: QEvent) -> None:
        """Lays out anew in another direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Lays out everything anew: tiles have come, gone or changed. What was at the top stays there."""
        self._lay_out()
        QAbstractItemView.doItemsLayout(self)
        self._return_to_top()

    def updateGeometries(self) -> None:
        """Sets the scroll bar's range."""
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(look().pixels(48))
        bar.setRange(0, max(0, self._layout.height - height))
        self.placed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays out for the new width; what was at the top stays there."""
        super().resizeEvent(event)
        self.doItemsLayout()

    def visualRect(self, index: QModelIndex) -> QRect:  # type: ignore[override]
        """Returns where a tile is in the viewport."""
        if not index.isValid() or index.row() >= self.tiles.count():
            return QRect()
        self.executeDelayedItemsLayout()
        return self._layout.rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Returns the tile at a point of the viewport."""
        self.executeDelayedItemsLayout()
        row = self._layout.row_at(point.x(), point.y() + self.verticalOffset())
        return self.tiles.index(row) if 0 <= row < self.tiles.count() else QModelIndex()

    def verticalOffset(self) -> int:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """It does not scroll sideways."""
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Moves what is painted already, cards too."""
        self.viewport().scroll(0, dy)
        self._remember_top()
        self.placed.emit()

    def scrollTo(  # type: ignore[override]
        self,
        index: QModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Brings a tile into view, with the heading above it."""
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()
        area = self._layout.rect(index.row())
        top = self._layout.heading_above(index.row()) - 8
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(area.center().y() - height // 2)
        elif area.bottom() + 8 > bar.value() + height:
            bar.setValue(area.bottom() + 8 - height)
        if top < bar.value():
            bar.setValue(top)

    def isIndexHidden(self, index: QModelIndex) -> bool:  # type: ignore[override]
        """No tile is hidden."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Chooses from the tile at one corner to the one at the other, else what the rectangle touches."""
        first, last = self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight())
        selection = QItemSelection()
        if first.isValid() and last.isValid():
            low, high = sorted((first.row(), last.row()))
            selection.select(self.tiles.index(low), self.tiles.index(high))
        else:
            area = rect.normalized()
            offset = self.verticalOffset()
            for row in self._layout.rows_between(area.top() + offset, area.bottom() + offset):
                index = self.tiles.index(row)
                if self.visualRect(index).intersects(area):
                    selection.select(index, index)
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Returns what is painted again when a selection changes."""
        top = self.verticalOffset()
        shown = set(self._layout.rows_between(top, top + self.viewport().height()))
        region = QRegion()
        for index in selection.indexes():
            if index.row() in shown:
                region += self.visualRect(index).adjusted(-4, -4, 4, 4)
        return region

    # layout

    def card_height(self, tile: Tile, width: int) -> int:
        """Returns how high a wide card needs to be; there are none here."""
        return 0

    def _height_of(self, row: int, width: int) -> int:
        return self.card_height(self.tiles.tile(row), width)

    def _lay_out(self) -> None:
        width = self.viewport().width()
        margin = _MARGIN if width >= _NARROW else _SMALL_MARGIN
        measures = Measures(
            width,
            margin=margin,
            least=look().pixels(_LEAST),
            foot=foot_height(),
            heading=look().pixels(40),
            mirrored=self.is_mirrored(),
        )
        self._layout = TileLayout(measures, self.tiles.tiles(), self._height_of)

    def _remember_top(self) -> None:
        """Remembers the first tile in view and how far above the viewport's top it begins."""
        top = self.verticalOffset()
        rows = self._layout.rows_between(top, top + 1)
        if top > 0 and rows and rows[0] < self.tiles.count():
            self._top = (self.tiles.tile(rows[0]).key, top - self._layout.rect(rows[0]).y())
        else:
            self._top = ("", 0)

    def _return_to_top(self) -> None:
        row = self.tiles.row_of(self._top[0])
        if row >= 0:
            self.verticalScrollBar().setValue(self._layout.rect(row).y() + self._top[1])
