"""Where form, player and cards stand: beside each other, or above each other in a narrow window.

Promise: nothing is cut off from 256 to 2560 pixels; in a high window the player stays in sight while the
cards scroll; moving the parts keeps what is in them.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from panda_desktop.ui.kit import Card, NoticeHost, ScrollArea, Surface
from panda_desktop.ui.theme import look
from panda_desktop.ui.videos.form import VideoForm
from panda_desktop.ui.videos.nothing_yet import NothingYet
from panda_desktop.ui.videos.player import VideoPlayer
from panda_desktop.ui.videos.tab_order import join

FORM_WIDTH: Final = 320
_WIDEST_FORM: Final = 440
_WIDEST: Final = 1_120
_DOCK_FROM: Final = 600
_MARGIN: Final = 20
_UNDER_DOCK: Final = 8
_SLIM: Final = 400
_SLIM_MARGIN: Final = 12
_LOWEST_PICTURE: Final = 120
# Inside a hidden dock there is no `Show`: only the wish to be shown.
_SPEAKS = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Arrangement(QWidget):
    """Places the parts.

    Attributes:
        area: what the cards scroll in.
        notices: what was done, under the player: the picture must not move while it is watched.
    """

    def __init__(
        self,
        form: VideoForm,
        player: VideoPlayer,
        nothing: NothingYet,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Puts the parts beside each other."""
        super().__init__(parent)
        self._form = form
        self._player = player
        self._nothing = nothing
        self._cards: QWidget | None = None
        self._narrow = False
        self._docked: bool | None = None
        self.notices = NoticeHost()
        self.area = ScrollArea(max_width=_WIDEST, margins=_MARGIN)
        self._side = Surface("side", edge="right")
        self._side_area = ScrollArea(margins=_MARGIN)
        self._above = Card("side")
        self._dock = QWidget()
        self._dock_row = QHBoxLayout(self._dock)
        self._dock_column = QVBoxLayout()
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(0)
        self._due.timeout.connect(self._fit)
        self._build()
        self.area.viewport().installEventFilter(self)
        self.notices.installEventFilter(self)
        look().changed.connect(self._look_changed)
        self._look_changed()
        self._place_form()

    @property
    def docked(self) -> bool:
        """Whether the player stays while the cards scroll."""
        return bool(self._docked)

    def set_cards(self, cards: QWidget) -> None:
        """Puts the column of cards under the player."""
        self._cards = cards
        self.area.column.insertWidget(self.area.column.count() - 1, cards)
        self._due.start()

    def set_narrow(self, narrow: bool) -> None:
        """Puts the form above the rest, or beside it."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._place_form()
            self._due.start()

    def set_shown(self, *, player: bool, nothing: bool) -> None:
        """Shows the player once there is a video, and words while there is nothing."""
        self._player.setVisible(player)
        self._nothing.setVisible(nothing)
        self._due.start()

    def show_player(self) -> None:
        """Scrolls to the player, where it does not stay in sight."""
        if not self.docked:
            self.area.ensureWidgetVisible(self._player, 0, _MARGIN)

    def show_form(self) -> None:
        """Scrolls to the form, where it is above the rest."""
        if self._narrow:
            self.area.verticalScrollBar().setValue(0)

    def order_tabs(self) -> None:
        """Lets the tab key go from form to player to cards."""
        join([self._form, self._player, self.notices, self._nothing])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fits the player whenever there is more or less room, or something to say."""
        resized = watched is self.area.viewport() and event.type() == QEvent.Type.Resize
        if resized or (watched is self.notices and event.type() in _SPEAKS):
            self._due.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the player to the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self._side_area)
        self._side_area.column.addStretch(1)
        inside = QVBoxLayout(self._above)
        inside.setContentsMargins(16, 14, 16, 16)
        self._dock_row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 0)
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        middle.setLayout(self._dock_column)
        self._dock_column.setContentsMargins(0, 0, 0, 0)
        self._dock_column.setSpacing(12)
        self._dock_row.addStretch(1)
        self._dock_row.addWidget(middle, 1_000)
        self._dock_row.addStretch(1)
        layout = self.notices.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0, 0, 0)
        column = self.area.column
        column.setSpacing(14)
        column.addWidget(self._above)
        column.addWidget(self._player)
        column.addWidget(self.notices)
        column.addWidget(self._nothing, 1)
        column.addStretch(0)
        right = Surface("background")
        stack = QVBoxLayout(right)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self._dock)
        stack.addWidget(self.area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(right, 1)

    def _place_form(self) -> None:
        focused = self._form.focusWidget() if self._form.isAncestorOf(self.focusWidget() or self) else None
        if self._narrow:
            above = self._above.layout()
            assert above is not None
            above.addWidget(self._form)
        else:
            self._side_area.column.insertWidget(0, self._form)
        self._form.show()
        self._side.setVisible(not self._narrow)
        self._above.setVisible(self._narrow)
        if focused is not None:
            focused.setFocus()
        self.order_tabs()

    def _fit(self) -> None:
        docked = not self._narrow and self.height() >= look().pixels(_DOCK_FROM)
        if docked != self._docked:
            self._docked = docked
            column = self._dock_column if docked else self.area.column
            first = 0 if docked else 1
            for place, part in enumerate((self._player, self.notices), first):
                hidden = part.isHidden()
                column.insertWidget(place, part)
                part.setVisible(not hidden)  # at once: the player pauses when it is out of sight
        self._dock.setVisible(self._dock_shown())
        margin = _MARGIN if self.width() >= _SLIM else _SLIM_MARGIN
        inside = self.area.widget()
        outer = inside.layout() if inside is not None else None
        if outer is not None:
            outer.setContentsMargins(margin, _UNDER_DOCK if self._dock_shown() else margin, margin, margin)
        bar = self.area.verticalScrollBar()
        beside = bar.sizeHint().width() if docked and bar.isVisible() else 0
        self._dock_row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN + beside, _UNDER_DOCK)
        width = min(_WIDEST, self.area.width() - 2 * margin - beside)
        share = 0.46 if docked else 0.72
        height = min(round(width * 9 / 16), round(self.height() * share))
        self._player.set_picture_height(max(_LOWEST_PICTURE, height))
        # Words in the middle of the empty place, cards from its top.
        last = self.area.column.count() - 1
        self.area.column.setStretch(last, 1 if self._nothing.isHidden() else 0)

    def _dock_shown(self) -> bool:
        # Asked of the parts themselves: inside a hidden dock nothing is visible.
        return self.docked and not (self._player.isHidden() and self.notices.isHidden())

    def _look_changed(self) -> None:
        self._side.setFixedWidth(min(look().pixels(FORM_WIDTH), _WIDEST_FORM))
        self._due.start()
