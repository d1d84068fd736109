"""Notices inside the window, instead of message boxes.

Promise: a notice never takes the focus, is read out by screen readers, can be reached and closed by keyboard,
which then is where it was before, and an error stays until it is closed.
"""

import weakref
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit.announcing import announce
from panda_desktop.ui.kit.buttons import Button, IconButton
from panda_desktop.ui.kit.focus import paint_focus_ring
from panda_desktop.ui.kit.roles import give_role
from panda_desktop.ui.kit.style import set_variant
from panda_desktop.ui.theme import look

if TYPE_CHECKING:
    from panda_desktop.ui.kit.flow import FlowLayout

_INFO_MS: Final = 8_000
_BESIDE: Final = 280
"""From this width on, at 100 %, the icon and the button stand beside the text; else above it."""


class NoticeLevel(StrEnum):
    """How grave a notice is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class NoticeAction:
    """A next step offered as a button.

    Attributes:
        text: its words.
        run: called when it is taken; the notice closes after it.
    """

    text: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence for the person, with next steps.

    Attributes:
        text: plain text.
        level: how grave it is; only info goes away by itself.
        actions: next steps, at most three make sense.
        key: notices with the same key replace each other; empty for one of its own.
        details: what the other side said, shown on demand; plain text.
        lasting: an info that stays until it is closed.
    """

    text: str
    level: NoticeLevel = NoticeLevel.INFO
    actions: tuple[NoticeAction, ...] = ()
    key: str = ""
    details: str = ""
    lasting: bool = False


class NoticeBar(QFrame):
    """One notice on the screen; also usable by itself where an error happened.

    Signals:
        closed: the person closed it, took an action, or its time was over.
    """

    closed = Signal()

    def __init__(self, notice: Notice, *, parent: QWidget | None = None) -> None:
        """Shows `notice`."""
        from panda_desktop.ui.kit.breaking import BreakingLabel  # the first paint has no notice

        super().__init__(parent)
        self.notice = notice
        self._came_from: weakref.ref[QWidget] | None = None
        set_variant(self, "level", notice.level.value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(notice.text)
        give_role(self, QAccessible.Role.Notification)
        self._icon = QLabel()
        self._details = BreakingLabel(notice.details, "small")
        self._details.set_selectable()
        self._details.hide()
        self._text = BreakingLabel(notice.text)
        self._text.set_selectable()
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        self._draw_icon()
        look().changed.connect(self._draw_icon)
        look().changed.connect(self._arrange)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._expire)
        if notice.level is NoticeLevel.INFO and not notice.lasting:
            self._timer.start(_INFO_MS)

    def set_text(self, text: str) -> None:
        """Changes the sentence, such as a time in it, without having it read out again."""
        self.notice = replace(self.notice, text=text)
        self._text.setText(text)
        self.setAccessibleName(text)

    def speak(self) -> None:
        """Has the sentence read out; errors interrupt."""
        announce(self, self.notice.text, urgent=self.notice.level is NoticeLevel.ERROR)

    def enter(self) -> None:
        """Takes the keyboard, which goes back to where it is now when the notice is closed."""
        focused = QApplication.focusWidget()
        bar = _bar_around(focused)
        if bar is not None:
            self._came_from = bar._came_from
        elif focused is not None:
            self._came_from = weakref.ref(focused)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_keyboard(self) -> bool:
        """Whether it or one of its buttons has the keyboard."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def give_back(self, after: "NoticeBar | None" = None) -> None:
        """Has the keyboard go to the notice `after` it, or to where it was before."""
        if after is not None:
            after._came_from = self._came_from
            after.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        before = self._came_from() if self._came_from is not None else None
        if before is not None and shiboken6.isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the focus ring."""
        super().paintEvent(event)
        paint_focus_ring(self, radius=10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the text the whole width where that is small."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 8, 8)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._words = QWidget()
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addWidget(self._text)
        column.addWidget(self._details)
        if self.notice.actions or self.notice.details:
            column.addLayout(self._actions())
        self._grid.addWidget(self._words, 0, 1)
        close = IconButton("close", self.tr("Close this notice"), size=16)
        close.clicked.connect(lambda _checked=False: self.closed.emit())
        self._grid.addWidget(close, 0, 2, Qt.AlignmentFlag.AlignTop)

    def _arrange(self) -> None:
        beside = self.width() >= look().pixels(_BESIDE)
        wanted = (0, 1, 1, 1) if beside else (1, 0, 1, 3)
        if self._grid.getItemPosition(self._grid.indexOf(self._words)) != wanted:
            self._grid.removeWidget(self._words)
            self._grid.addWidget(self._words, *wanted)

    def _actions(self) -> "FlowLayout":
        from panda_desktop.ui.kit.flow import FlowLayout

        flow = FlowLayout(gap=8)
        for action in self.notice.actions:
            button = Button(action.text, small=True)
            button.clicked.connect(lambda _checked=False, action=action: self._take(action))
            flow.addWidget(button)
        if self.notice.details:
            details = Button(self.tr("Details"), "quiet", small=True, tip=self.tr("What the other side said"))
            details.setCheckable(True)
            details.toggled.connect(self._details.setVisible)
            details.toggled.connect(self._timer_off)
            flow.addWidget(details)
        return flow

    def _take(self, action: NoticeAction) -> None:
        action.run()
        self.closed.emit()

    def _timer_off(self) -> None:
        self._timer.stop()

    def _expire(self) -> None:
        # Somebody is reading or using it: give it another round.
        if self.underMouse() or self.has_keyboard():
            self._timer.start(_INFO_MS)
            return
        self.closed.emit()

    def _draw_icon(self) -> None:
        controller = look()
        name, role = {
            NoticeLevel.INFO: ("info", controller.theme.accent),
            NoticeLevel.WARNING: ("warning", controller.theme.warning),
            NoticeLevel.ERROR: ("error", controller.theme.danger),
        }[self.notice.level]
        side = controller.pixels(18)
        self._icon.setPixmap(icon_pixmap(name, role, side, self.devicePixelRatioF()))
        self._icon.setFixedSize(QSize(side, self._text.fontMetrics().height() + 8))
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)


def enter_next_notice(window: QWidget, first: QWidget) -> None:
    """Gives the keyboard to a notice in view, those of `first` first; from one to the next."""
    bars = [bar for bar in window.findChildren(NoticeBar) if bar.isVisible()]
    bars.sort(key=lambda bar: not first.isAncestorOf(bar))
    now = next((at for at, bar in enumerate(bars) if bar.has_keyboard()), -1)
    if bars:
        bars[(now + 1) % len(bars)].enter()


def _bar_around(widget: QWidget | None) -> NoticeBar | None:
    while widget is not None and not isinstance(widget, NoticeBar):
        widget = widget.parentWidget()
    return widget
