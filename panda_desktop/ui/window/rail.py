"""The narrow rail at the left: the tabs, and the settings at its foot.

Promise: it only tells what was pressed; which page is shown is the window's business.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from panda_desktop.ui.icons import icon
from panda_desktop.ui.kit import Surface, give_role, paint_focus_ring, plain_tip
from panda_desktop.ui.kit.toggling import Toggling
from panda_desktop.ui.theme import look


@dataclass(frozen=True, slots=True)
class RailEntry:
    """One place to go.

    Attributes:
        key: returned by `chosen`.
        icon: see `ui.icons.icon`.
        text: the word under the icon.
        shortcut: shown in the tooltip; bound by the window.
        at_foot: stands at the bottom.
    """

    key: str
    icon: str
    text: str
    shortcut: str = ""
    at_foot: bool = False


class RailButton(Toggling, QAbstractButton):
    """An icon over a word; heard as one of several, which Qt has a tool button never be.

    Signals:
        step_wanted(int): the button after (1) or before (-1) shall have the keyboard.
    """

    step_wanted = Signal(int)

    def __init__(self, entry: RailEntry, *, parent: QWidget | None = None) -> None:
        """Makes the button of an entry."""
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(entry.text)
        self.setAccessibleName(entry.text)
        shortcut = QKeySequence(entry.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(plain_tip(f"{entry.text} ({shortcut})" if shortcut else entry.text))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setIcon(icon(entry.icon, "muted", checked_role="accent"))
        self._fit()
        look().changed.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, arrows move along the rail."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.step_wanted.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.step_wanted.emit(-1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws what a tool button would, and the focus ring."""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, self._option())
        painter.end()
        paint_focus_ring(self, radius=10)

    def sizeHint(self) -> QSize:
        """As high as it is; the rail gives the width."""
        return QSize(look().pixels(48), look().pixels(48))

    def _option(self) -> QStyleOptionToolButton:
        states = QStyle.StateFlag
        option: Any = QStyleOptionToolButton()  # PySide declares none of its attributes
        option.initFrom(self)
        option.state |= states.State_AutoRaise
        option.state |= states.State_On if self.isChecked() else states.State_Off
        option.state |= states.State_Sunken if self.isDown() else states.State_None
        option.subControls = QStyle.SubControl.SC_ToolButton
        option.toolButtonStyle = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        option.icon, option.iconSize = self.icon(), self.iconSize()
        option.text, option.font = self.text(), self.font()
        return cast("QStyleOptionToolButton", option)

    def _fit(self) -> None:
        side = look().pixels(20)
        self.setIconSize(QSize(side, side))
        self.setFixedHeight(look().pixels(48))


class Rail(Surface):
    """The rail.

    Signals:
        chosen(str): the person went to the place with this key.
    """

    chosen = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], *, parent: QWidget | None = None) -> None:
        """Makes the rail with its entries from top to bottom."""
        super().__init__("rail", edge="right", parent=parent)
        self.setAccessibleName(self.tr("Places"))
        give_role(self, QAccessible.Role.Grouping)
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 7, 12)
        column.setSpacing(8)
        for entry in (entry for entry in entries if not entry.at_foot):
            column.addWidget(self._button(entry))
        column.addStretch(1)
        for entry in (entry for entry in entries if entry.at_foot):
            column.addWidget(self._button(entry))
        self._fit()
        look().changed.connect(self._fit)

    def set_current(self, key: str) -> None:
        """Marks the place that is shown; none for an unknown key."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            with QSignalBlocker(button):
                button.setChecked(each == key)
        self._group.setExclusive(True)
        # Tab stops at the place that is shown; Qt itself leaves it at the one that was shown before.
        stop = key if key in self._buttons else next(iter(self._buttons), "")
        for each, button in self._buttons.items():
            focus = Qt.FocusPolicy.StrongFocus if each == stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(focus)

    def button(self, key: str) -> RailButton:
        """Returns the button of a place."""
        return self._buttons[key]

    def _button(self, entry: RailEntry) -> RailButton:
        button = RailButton(entry)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(entry.key))
        button.step_wanted.connect(lambda step: self._step(entry.key, step))
        self._group.addButton(button)
        self._buttons[entry.key] = button
        return button

    def _step(self, key: str, step: int) -> None:
        """Moves the keyboard along the rail, as far as it goes; Tab stops only at the place that is shown."""
        keys = list(self._buttons)
        at = min(max(keys.index(key) + step, 0), len(keys) - 1)
        self._buttons[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        self.setFixedWidth(max(64, look().pixels(64)))
