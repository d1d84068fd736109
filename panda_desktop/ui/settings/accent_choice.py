"""The choice of the accent colour: a row of discs.

Promise: each colour has a name that is heard and shown, and the chosen one differs by more than its colour.
"""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from panda_desktop.domain.settings import ACCENTS
from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit import FlowLayout, give_role, keyboard_focused, plain_tip
from panda_desktop.ui.kit.toggling import Toggling
from panda_desktop.ui.theme import DARK, LIGHT, look
from panda_desktop.ui.theme.accents import accented
from panda_desktop.ui.wording import labelled

_SYSTEM = "system"


class AccentChoice(QWidget):
    """The discs.

    Signals:
        chosen(str): the person took another colour (not emitted by `set_value`).
    """

    chosen = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Makes the row; the desktop's own colour is among them where it tells one."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Accent colour"))
        give_role(self, QAccessible.Role.Grouping)
        names = {
            "green": self.tr("Green"),
            "teal": self.tr("Teal"),
            "blue": self.tr("Blue"),
            "violet": self.tr("Violet"),
            "pink": self.tr("Pink"),
            "red": self.tr("Red"),
            "orange": self.tr("Orange"),
            "grey": self.tr("Grey"),
            _SYSTEM: self.tr("Like the system"),
        }
        offered = (*ACCENTS, _SYSTEM) if look().system_accent else ACCENTS
        self._discs: dict[str, AccentDisc] = {}
        group = QButtonGroup(self)
        row = FlowLayout(self, gap=4)
        for accent in offered:
            disc = AccentDisc(accent, self.tr("Accent colour"), names[accent])
            disc.clicked.connect(lambda _checked=False, accent=accent: self.chosen.emit(accent))
            group.addButton(disc)
            row.addWidget(disc)
            self._discs[accent] = disc
        self._group = group

    def value(self) -> str:
        """Returns the chosen colour, or an empty string."""
        return next((accent for accent, disc in self._discs.items() if disc.isChecked()), "")

    def set_value(self, accent: str) -> None:
        """Shows the chosen colour; one that is not offered shows none."""
        self._group.setExclusive(False)
        for each, disc in self._discs.items():
            disc.setChecked(each == accent)
        self._group.setExclusive(True)

    def disc(self, accent: str) -> "AccentDisc":
        """Returns the disc of a colour."""
        return self._discs[accent]


class AccentDisc(Toggling, QAbstractButton):
    """One colour."""

    def __init__(self, accent: str, what: str, name: str, *, parent: QWidget | None = None) -> None:
        """Makes the disc of an accent heard as `what` and `name`."""
        super().__init__(parent)
        self._accent = accent
        self.setCheckable(True)
        self.setAutoExclusive(True)  # heard as one of several; the group sees to it
        self.setAccessibleName(labelled(what, name))
        self.setToolTip(plain_tip(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fit()
        look().changed.connect(self._fit)

    def sizeHint(self) -> QSize:
        """32 px at 100 % text size, never below 28."""
        side = max(28, look().pixels(32))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the disc, a check mark on the chosen one, and the focus ring."""
        system = look().system_accent if self._is_system() else ""
        theme = accented(DARK if look().theme.dark else LIGHT, self._accent, system)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        radius = self.width() / 2 - 6
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(middle, radius, radius)
        side = look().pixels(14)
        mark = "check" if self.isChecked() else "monitor" if self._is_system() else ""
        if mark:
            picture = icon_pixmap(mark, theme.on_accent, side, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(middle.x() - side / 2, middle.y() - side / 2), picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if keyboard_focused(self):
            painter.setPen(QPen(QColor(look().theme.focus), 2))
            painter.drawEllipse(middle, radius + 4, radius + 4)
        elif self.isChecked():
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.drawEllipse(middle, radius + 3.5, radius + 3.5)
        painter.end()

    def _is_system(self) -> bool:
        return self._accent == _SYSTEM

    def _fit(self) -> None:
        self.setFixedSize(self.sizeHint())
