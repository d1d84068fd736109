"""Two pictures compared, over the viewer.

Promise: everything on it can be done by keyboard; Escape leads back to where one came from.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSlider, QWidget

from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.ui.kit import announce, plain_tip
from panda_desktop.ui.media.compare_view import CompareView
from panda_desktop.ui.media.dark_controls import DarkButton, DarkLabel
from panda_desktop.ui.media.overlay import Overlay
from panda_desktop.ui.media.thumbnails import ThumbnailStore
from panda_desktop.ui.theme import look
from panda_desktop.viewmodels.library import LibraryList

_EDGE: Final = 12
_ROUGH_SIDE: Final = 188
_SPOKEN_LETTERS: Final = 120
_PARTS: Final = 100
_WORDS_FROM: Final = 120


class Comparison(Overlay):
    """Two pictures.

    Attributes:
        view: the pictures.
        slider: moves the line between them.

    Signals:
        swapped: the pictures have changed sides.
    """

    swapped = Signal()

    def __init__(self, host: QWidget, library: LibraryList, thumbnails: ThumbnailStore) -> None:
        """Makes a closed comparison over `host`."""
        super().__init__(host)
        self._library = library
        self._thumbnails = thumbnails
        self._others: list[MediaItem] = []
        self._shown: list[MediaItem] = []
        self.view = CompareView(parent=self)
        self.left_words = DarkLabel(parent=self)
        self.right_words = DarkLabel(parent=self)
        self.swap = DarkButton("refresh", self.tr("Swap the pictures (X)"), parent=self)
        self.before = DarkButton("chevron-left", self.tr("Compare with the picture before (Up)"), parent=self)
        self.after = DarkButton("chevron-right", self.tr("Compare with the next picture (Down)"), parent=self)
        self.close_button = DarkButton("close", self.tr("Close (Esc)"), parent=self)
        self.slider = self._made_slider()
        self.setAccessibleName(self.tr("Comparison of two pictures"))
        self._connect()

    def open(self, left: MediaItem, right: MediaItem, others: Sequence[MediaItem]) -> None:
        """Compares two pictures; Up and Down put the others at the right."""
        self._shown = [left, right]
        self._others = [item for item in others if item.kind is MediaKind.IMAGE]
        self.show_over()
        self._arrange()
        self.view.set_divider(0.5)
        self.view.fit()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(0)
        self._show(1)
        self._tell()

    def shown(self) -> tuple[MediaItem, ...]:
        """Returns the pictures at the left and the right; none while it is closed."""
        return tuple(self._shown) if not self.isHidden() else ()

    def step(self, by: int) -> None:
        """Puts the next picture (1), or the one before (-1), to the right."""
        place = self._next(by)
        if place is not None:
            self._shown[1] = self._others[place]
            self._show(1)
            self._tell()

    def swap_sides(self) -> None:
        """Lets both change places."""
        self._shown.reverse()
        self._show(0)
        self._show(1)
        self._tell()
        self.swapped.emit()

    def leave(self) -> None:
        """Closes it."""
        self.view.clear()
        super().leave()

    def shut_down(self) -> None:
        """Waits for its threads."""
        self.view.shut_down()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Does what a key means here."""
        keys, view = Qt.Key, self.view
        far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        part = 0.1 if far else 0.02
        moves: dict[int, Callable[[], object]] = {
            keys.Key_Left: lambda: view.set_divider(view.divider - part),
            keys.Key_Right: lambda: view.set_divider(view.divider + part),
            keys.Key_Home: lambda: view.set_divider(0.0),
            keys.Key_End: lambda: view.set_divider(1.0),
            keys.Key_Up: lambda: self.step(-1),
            keys.Key_Down: lambda: self.step(1),
            keys.Key_Plus: lambda: view.zoom_by(1),
            keys.Key_Equal: lambda: view.zoom_by(1),
            keys.Key_Minus: lambda: view.zoom_by(-1),
            keys.Key_0: view.fit,
        }
        once: dict[int, Callable[[], object]] = {keys.Key_X: self.swap_sides, keys.Key_C: self.leave}
        held = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
            | Qt.KeyboardModifier.AltModifier
            | Qt.KeyboardModifier.MetaModifier
        )
        if not held and event.key() in moves:
            moves[event.key()]()
        elif not held and event.key() in once and not event.isAutoRepeat():
            once[event.key()]()
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    # how it is done

    def _made_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # it is where the pictures meet
        slider.setRange(0, _PARTS)
        slider.setValue(_PARTS // 2)
        slider.setSingleStep(2)
        slider.setPageStep(10)
        slider.setMinimumHeight(28)
        words = self.tr("Line between the pictures (Left and Right)")
        slider.setAccessibleName(words)
        slider.setToolTip(plain_tip(words))
        return slider

    def _connect(self) -> None:
        self.slider.valueChanged.connect(lambda value: self._move(value / _PARTS))
        self.view.divider_changed.connect(lambda at: self.slider.setValue(round(at * _PARTS)))
        self.swap.clicked.connect(lambda _checked=False: self.swap_sides())
        self.before.clicked.connect(lambda _checked=False: self.step(-1))
        self.after.clicked.connect(lambda _checked=False: self.step(1))
        self.close_button.clicked.connect(lambda _checked=False: self.leave())
        self._library.removed.connect(lambda _place: self._look_for_gone())
        self._library.reset.connect(self._look_for_gone)
        look().changed.connect(self._arrange)

    def _move(self, divider: float) -> None:
        if round(self.view.divider * _PARTS) != round(divider * _PARTS):
            self.view.set_divider(divider)

    def _show(self, number: int) -> None:
        item = self._shown[number]
        try:
            path = self._library.path_of(item)
        except PandaError:
            path = None
        rough = self._thumbnails.get(path, _ROUGH_SIDE) if path is not None else None
        self.view.show_side(number, path, QSize(item.width, item.height), rough)

    def _tell(self) -> None:
        left, right = self._shown
        words = self.tr("Left: {left}. Right: {right}").format(
            left=left.prompt[:_SPOKEN_LETTERS], right=right.prompt[:_SPOKEN_LETTERS]
        )
        self.view.setAccessibleName(words)
        announce(self, words)
        for button, by in ((self.before, -1), (self.after, 1)):
            button.setEnabled(self._next(by) is not None)
        self._arrange()

    def _number(self, item: MediaItem) -> str:
        """Returns which of the pictures it is: two of one request have the same words."""
        place = next((at for at, each in enumerate(self._others) if each.id == item.id), None)
        return "" if place is None else f"{place + 1} / {len(self._others)}"

    def _next(self, by: int) -> int | None:
        """Returns which other picture comes next at the right."""
        ids = [item.id for item in self._others]
        left, right = (item.id for item in self._shown)
        place = (ids.index(right) if right in ids else -1) + by
        while 0 <= place < len(ids) and ids[place] == left:
            place += by
        return place if 0 <= place < len(ids) else None

    def _look_for_gone(self) -> None:
        if not self.isHidden() and any(self._library.find(item.id) is None for item in self._shown):
            self.leave()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        self.view.setGeometry(0, 0, width, height)
        side = self.close_button.width()
        self.close_button.move(width - side - _EDGE, _EDGE)
        room = max(60, width // 2 - side - 4 * _EDGE)
        for label, item in zip((self.left_words, self.right_words), self._shown, strict=False):
            words = self._number(item)
            if room > look().pixels(_WORDS_FROM):
                words = " · ".join(
                    part for part in (words, item.model[:60], " ".join(item.prompt[:300].split())) if part
                )
            mode = Qt.TextElideMode.ElideRight
            label.setText(label.fontMetrics().elidedText(words, mode, room - 24))
            label.adjustSize()
        top = _EDGE + (side - self.left_words.height()) // 2
        self.left_words.move(_EDGE, top)
        self.right_words.move(self.close_button.x() - self.right_words.width() - 8, top)
        bottom = height - side - _EDGE
        line = max(80, min(look().pixels(320), width - 3 * side - 5 * _EDGE))
        left = min((width - line) // 2, width - line - 2 * side - 16 - _EDGE)
        self.swap.move(left - side - 8, bottom)
        self.slider.setGeometry(left, bottom + (side - 28) // 2, line, 28)
        self.before.move(left + line + 8, bottom)
        self.after.move(self.before.x() + side + 8, bottom)
