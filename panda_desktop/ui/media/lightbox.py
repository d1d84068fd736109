"""The viewer: a picture over the whole page, with all that is known of it.

Promise: arrows go through the pictures, Escape leads back to the tile one came to, and both themes have the
same dark ground.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.kit import announce
from panda_desktop.ui.media.comparison import Comparison
from panda_desktop.ui.media.details import DetailsPanel
from panda_desktop.ui.media.dragging import DragOut
from panda_desktop.ui.media.item_actions import ItemActions
from panda_desktop.ui.media.overlay import Overlay
from panda_desktop.ui.media.picture_loader import PictureLoader
from panda_desktop.ui.media.stage import Stage
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.ui.media.tile_pictures import problem_words
from panda_desktop.ui.theme import DARK, look
from panda_desktop.viewmodels.library import LibraryList

_NARROW: Final = 700
_ROUGH_SIDE: Final = 188
_HELD: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)

Facts = Callable[[MediaItem], Sequence[tuple[str, str]]]
"""What a place knows of an item beside the item's own facts: names and values."""


class Lightbox(Overlay):
    """The viewer of one page.

    Attributes:
        stage: the picture with the buttons on it.
        panel: the details.
        comparison: two pictures compared, over the viewer.

    Signals:
        left(object): it has closed; the `MediaItem` that was shown last.
    """

    left = Signal(object)

    def __init__(
        self,
        host: QWidget,
        library: LibraryList,
        thumbnails: ThumbnailStore,
        actions: ItemActions,
        facts: Facts | None = None,
    ) -> None:
        """Makes a closed viewer over `host`."""
        super().__init__(host)
        self._library = library
        self._thumbnails = thumbnails
        self._actions = actions
        self._facts = facts
        self._items: list[MediaItem] = []
        self._place = 0
        self._loader = PictureLoader(self)
        self.stage = Stage(self._loader)
        self.panel = DetailsPanel(actions)
        self.comparison = Comparison(self, library, thumbnails)
        self._drag = DragOut(self.stage.view, library)
        self._only_compares = False
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.stage, 1)
        self._row.addWidget(self.panel)
        self.setAccessibleName(self.tr("Picture viewer"))
        self._connect()

    def open(self, items: Sequence[MediaItem], item: MediaItem) -> None:
        """Shows `item`, one of `items`; arrows lead to the others."""
        self._items = list(items)
        self._place = next((at for at, each in enumerate(self._items) if each.id == item.id), 0)
        self._fit_panel()
        self.show_over()
        self.stage.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def current(self) -> MediaItem | None:
        """Returns what is shown; None while it is closed."""
        return self._items[self._place] if self._items and not self.isHidden() else None

    def step(self, by: int) -> None:
        """Shows the next picture, or the one before; at an end it stays."""
        place = self._place + by
        while 0 <= place < len(self._items):
            known = self._library.find(self._items[place].id)
            if known is not None:
                self._items[place] = known
                self._place = place
                self._show()
                return
            place += by

    def compare(self, item: MediaItem, other: MediaItem, items: Sequence[MediaItem]) -> None:
        """Opens with two pictures compared; Escape closes both at once."""
        if self.isHidden():
            self.open(items, item)
            self._only_compares = True
        self.comparison.open(item, other, items)

    def compare_current(self) -> None:
        """Compares what is shown: with what it is a variation of, else with its neighbour."""
        item, other = self.current(), self._other()
        if item is not None and other is not None:
            self.comparison.open(item, other, self._items)

    def leave(self) -> None:
        """Closes it."""
        self._only_compares = False
        shown = self.current()
        self.stage.view.clear()
        super().leave()
        if shown is not None:
            self.left.emit(shown)

    def shut_down(self) -> None:
        """Waits for its thread."""
        self._loader.close()
        self.comparison.shut_down()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Does what a key means here."""
        item = self.current()
        if item is not None and event.matches(QKeySequence.StandardKey.Copy):
            self._actions.copy(item)
        elif item is not None and event.matches(QKeySequence.StandardKey.Save):
            self._actions.save(item)
        elif item is not None and not event.modifiers() & _HELD:
            self._take(Qt.Key(event.key()), item, repeated=event.isAutoRepeat())
        super().keyPressEvent(event)

    def _take(self, key: Qt.Key, item: MediaItem, *, repeated: bool) -> None:
        keys, view = Qt.Key, self.stage.view
        moves: dict[Qt.Key, Callable[[], object]] = {
            keys.Key_Left: lambda: self.step(-1),
            keys.Key_Right: lambda: self.step(1),
            keys.Key_Plus: lambda: view.zoom_by(1),
            keys.Key_Equal: lambda: view.zoom_by(1),
            keys.Key_Minus: lambda: view.zoom_by(-1),
            keys.Key_Up: lambda: view.pan(0, 60),
            keys.Key_Down: lambda: view.pan(0, -60),
        }
        once: dict[Qt.Key, Callable[[], object]] = {
            keys.Key_0: view.fit,
            keys.Key_1: lambda: view.zoom_to(1.0),
            keys.Key_S: lambda: self._actions.star(item),
            keys.Key_Space: self.leave,
            keys.Key_F: lambda: self._actions.star(item),
            keys.Key_I: self._toggle_panel,
            keys.Key_C: self.compare_current,
            keys.Key_Delete: lambda: self._actions.trash((item,)),
            keys.Key_Backspace: lambda: self._actions.trash((item,)),
        }
        if key in moves:
            moves[key]()
        elif key in once and not repeated:
            once[key]()

    # looks

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(DARK.rail))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the details under the picture where the room is narrow."""
        super().resizeEvent(event)
        self._fit_panel()

    def _fit_panel(self) -> None:
        size = self._host.size()
        narrow = size.width() < look().pixels(_NARROW)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        most = 16_777_215
        if narrow:
            self.panel.setFixedHeight(max(120, size.height() * 2 // 5))
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(most)
        else:
            self.panel.setMinimumHeight(0)
            self.panel.setMaximumHeight(most)
            self.panel.setFixedWidth(look().pixels(300))

    # how it is done

    def _connect(self) -> None:
        stage = self.stage
        stage.close_button.clicked.connect(lambda _checked=False: self.leave())
        stage.before.clicked.connect(lambda _checked=False: self.step(-1))
        stage.after.clicked.connect(lambda _checked=False: self.step(1))
        stage.info.clicked.connect(lambda _checked=False: self._toggle_panel())
        stage.compare.clicked.connect(lambda _checked=False: self.compare_current())
        stage.view.dragged.connect(self._pull)
        self.comparison.closed.connect(self._compared)
        self._actions.compare_wanted.connect(self.compare)
        self.panel.done.connect(self.leave)
        self._loader.fitted.connect(lambda _image, _size: self._measured())
        self._loader.failed.connect(lambda problem: stage.view.show_problem(problem_words(problem)))
        self._library.changed.connect(lambda _place: self._refresh())
        self._library.removed.connect(lambda _place: self._refresh())
        self._library.reset.connect(self._refresh)
        look().changed.connect(self._fit_panel)

    def _show(self) -> None:
        item = self._items[self._place]
        try:
            path: Path | None = self._library.path_of(item)
        except PandaError:
            path = None
        rough: QPixmap | None = self._thumbnails.get(path, _ROUGH_SIDE) if path is not None else None
        self.stage.view.show_picture(path, QSize(item.width, item.height), rough)
        if path is None:
            self.stage.view.show_problem(problem_words(None))
        count = len(self._items)
        self.stage.show_place(self._place, count)
        self.stage.compare.setEnabled(self._other() is not None)
        self.stage.view.setAccessibleName(item.prompt[:300] or self.tr("Picture without a prompt"))
        self._show_details(item)
        place = self.tr("{place} of {count}").format(place=self._place + 1, count=count)
        announce(self, f"{item.prompt[:200]}, {place}")

    def _show_details(self, item: MediaItem) -> None:
        known = QSize(item.width, item.height)
        size = self.stage.view.real_size() if known.isEmpty() else known
        self.panel.show_item(item, size, self._facts(item) if self._facts is not None else ())

    def _measured(self) -> None:
        """The picture is decoded, so its size is known."""
        item = self.current()
        if item is not None and not item.width:
            self._show_details(item)

    def _refresh(self) -> None:
        """Something in the library differs: what is shown may be starred, or gone."""
        item = self.current()
        if item is None:
            return
        known = self._library.find(item.id)
        if known is not None:
            self._items[self._place] = known
            if known is not item:
                self._show_details(known)
            return
        place = self._place
        self.step(1)
        if self._place == place:
            self.step(-1)
        if self._place == place:
            self.leave()

    def _other(self) -> MediaItem | None:
        """Returns what the picture is compared with first."""
        item = self.current()
        if item is None:
            return None
        parent = self._library.find(item.parent_id) if item.parent_id is not None else None
        if parent is not None and parent.kind is MediaKind.IMAGE:
            return parent
        around = [*self._items[self._place + 1 :], *reversed(self._items[: self._place])]
        there = [each for each in around if each.kind is MediaKind.IMAGE and self._library.find(each.id)]
        of_job = (each for each in there if item.job_id is not None and each.job_id == item.job_id)
        return next(of_job, there[0] if there else None)

    def _compared(self) -> None:
        if self._only_compares:
            self.leave()

    def _pull(self) -> None:
        item = self.current()
        if item is not None:
            self._drag.begin((item,))

    def _toggle_panel(self) -> None:
        shown = self.panel.isHidden()
        self.panel.setVisible(shown)
        self.stage.info.setChecked(shown)
