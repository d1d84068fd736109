"""Where the parts of the library page are: places on the left, the grid in the middle, details on the right.

Promise: the grid is never squeezed: where the room is narrow, places or details take its room while they are
open, and a button leads back.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.ui.kit import PageScroll, PageStack
from panda_desktop.ui.library.bar import LibraryBar
from panda_desktop.ui.library.places import PlacesPanel
from panda_desktop.ui.theme import look

_FOR_PLACES: Final = 760
_FOR_INFO: Final = 720
_FOR_BOTH: Final = 960
_ONE_LINE: Final = 820
_TIGHT: Final = 380
_LEAST: Final = 200


class Pane(StrEnum):
    """What is in the middle."""

    GRID = "grid"
    TRASH = "trash"
    DISK = "disk"


class LibraryFrame(QWidget):
    """The parts.

    Signals:
        info_shown(bool): the details are on the screen, or no longer.
    """

    info_shown = Signal(bool)

    def __init__(self, places: PlacesPanel, bar: LibraryBar, make_info: Callable[[], QWidget]) -> None:
        """Arranges them; `make_info` makes the details when they are first wanted."""
        super().__init__()
        self._places = places
        self._bar = bar
        self._make_info = make_info
        self._info: QWidget | None = None
        self._places_beside = True
        self._places_over = False
        self._info_open = False
        self._panes: dict[Pane, QWidget] = {}
        self._stack = PageStack()
        middle = QWidget()
        self._middle = PageScroll(middle)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(places)
        self._row.addWidget(self._middle, 1)
        self.installEventFilter(self)
        look().changed.connect(self._arrange)
        bar.places.clicked.connect(lambda _checked=False: self.toggle_places())
        bar.info.clicked.connect(lambda _checked=False: self.set_info_open(not self._info_open))

    def add(self, pane: Pane, widget: QWidget) -> None:
        """Adds what a pane shows."""
        self._panes[pane] = widget
        self._stack.addWidget(widget)

    def show_pane(self, pane: Pane) -> None:
        """Shows a pane in the middle; the list of places over it closes."""
        self._stack.setCurrentWidget(self._panes[pane])
        self._places_over = False
        self._arrange()

    def pane(self) -> Pane:
        """Returns which pane is shown."""
        shown = self._stack.currentWidget()
        return next(pane for pane, widget in self._panes.items() if widget is shown)

    def toggle_places(self) -> None:
        """Shows the list of places, or hides it; it gets the keyboard when it takes the room of the grid."""
        if self._room(_FOR_PLACES):
            self._places_beside = not self._places_beside
            if self._places_beside and self._info_open and not self._room(_FOR_BOTH):
                self._info_open = False
        else:
            self._places_over = not self._places_over
        self._arrange()
        if self._places_over and not self._places.isHidden():
            self._places.focus_row()

    def info_open(self) -> bool:
        """Whether the details are wanted."""
        return self._info_open

    def set_info_open(self, wanted: bool) -> None:
        """Shows the details, or hides them."""
        self._info_open = wanted
        self._places_over = False
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Nearly none: what does not fit is put away when it gets narrow, not before."""
        return QSize(_LEAST, _LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arranges anew when the width differs."""
        if watched is self and event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _room(self, wanted: int) -> bool:
        return self.width() >= look().pixels(wanted)

    def _arrange(self) -> None:
        info = self._info_open and self.pane() is Pane.GRID if self._panes else False
        if info and self._info is None:
            self._info = self._make_info()
            self._row.addWidget(self._info)
        beside = self._places_beside and self._room(_FOR_BOTH if info else _FOR_PLACES)
        over = not beside and self._places_over
        alone = info and not over and not self._room(_FOR_INFO)
        self._places.setVisible(beside or over)
        self._middle.setVisible(not over and not alone)
        self._row.setStretchFactor(self._places, 1 if over else 0)
        self._limit(self._places, None if over else self._places.sizeHint().width())
        if self._info is not None:
            self._info.setVisible(info and not over)
            self._limit(self._info, None if alone else self._info.sizeHint().width())
            self._row.setStretchFactor(self._info, 1 if alone else 0)
        self._bar.places.setChecked(beside)
        self._bar.info.setChecked(info)
        shown = ((self._places, beside), (self._info, info))
        taken = sum(part.sizeHint().width() for part, there in shown if part is not None and there)
        left = self.width() - taken
        self._bar.set_narrow(left < look().pixels(_ONE_LINE), left < look().pixels(_TIGHT))
        self.info_shown.emit(info and not over)

    @staticmethod
    def _limit(widget: QWidget, width: int | None) -> None:
        """Makes a part this wide; None lets it take what there is."""
        if width is None:
            widget.setMinimumWidth(0)
            widget.setMaximumWidth(16_777_215)
        else:
            widget.setFixedWidth(width)
