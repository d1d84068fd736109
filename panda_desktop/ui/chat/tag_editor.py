"""The panel in which a tag gets its name and its colour.

Promise: nothing changes before it is confirmed, and every colour has a name that can be heard.
"""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from panda_desktop.domain.folders import NAME_LENGTH, Tag
from panda_desktop.ui.kit import (
    Button,
    FlowLayout,
    Label,
    Popover,
    PrimaryButton,
    TextField,
    give_role,
    paint_focus_ring,
)
from panda_desktop.ui.theme import look

_WIDTH: Final = 300


class _Swatch(QAbstractButton):
    """One colour; its name is heard and shown as tooltip."""

    def __init__(self, colour: int, name: str) -> None:
        super().__init__()
        self._colour = colour
        self.setCheckable(True)
        self.setAutoExclusive(True)  # heard as one of several; the group sees to it
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """Large enough to be hit."""
        side = max(28, look().pixels(28))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws a disc, with a ring around the one that is taken."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(look().theme.tags[self._colour])
        area = QRect(0, 0, self.width() - 1, self.height() - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        inset = self.width() // 4
        painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset))
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 2))
            painter.drawEllipse(area.adjusted(3, 3, -3, -3))
        painter.end()
        paint_focus_ring(self)


class TagEditor(Popover):
    """A new tag, or another name and colour for one.

    Attributes:
        name: the field of the name.
        save: confirms.

    Signals:
        saved(str, int): name and colour were confirmed.
    """

    saved = Signal(str, int)

    def __init__(self, parent: QWidget, tag: Tag | None = None, *, colour: int = 1) -> None:
        """Edits `tag`, or makes a new one, in `colour` unless another is taken."""
        super().__init__(parent)
        title = self.tr("New tag") if tag is None else self.tr("Change the tag")
        self.setAccessibleName(title)
        self.name = TextField(self.tr("Name of the tag"), placeholder=self.tr("Name"))
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setText(tag.name if tag is not None else "")
        self.name.selectAll()
        self.save = PrimaryButton(self.tr("Create") if tag is None else self.tr("Save"))
        self._group = QButtonGroup(self)
        cancel = Button(self.tr("Cancel"), tip=self.tr("Cancel (Escape)"))
        self.content.setContentsMargins(16, 14, 16, 14)
        self.content.setSpacing(10)
        self.content.addWidget(Label(title, "strong"))
        self.content.addWidget(self.name)
        self.content.addWidget(self._colours(tag.colour if tag is not None else colour))
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addStretch(1)
        answers.addWidget(cancel)
        answers.addWidget(self.save)
        self.content.addLayout(answers)
        self.setFixedWidth(look().pixels(_WIDTH))
        self.name.returnPressed.connect(self._save)
        self.name.textChanged.connect(lambda _text: self._check())
        self.save.clicked.connect(lambda _checked=False: self._save())
        cancel.clicked.connect(lambda _checked=False: self.close())
        self.closed.connect(self.deleteLater)
        self._check()
        self.name.setFocus()

    def take_colour(self, colour: int) -> None:
        """Takes a colour."""
        self._group.button(colour).setChecked(True)

    def _colours(self, taken: int) -> QWidget:
        names = (
            self.tr("Grey"),
            self.tr("Red"),
            self.tr("Orange"),
            self.tr("Yellow"),
            self.tr("Green"),
            self.tr("Teal"),
            self.tr("Blue"),
            self.tr("Purple"),
        )
        holder = QWidget()
        holder.setAccessibleName(self.tr("Colour of the tag"))
        give_role(holder, QAccessible.Role.Grouping)
        row = FlowLayout(holder, gap=2)
        for colour, name in enumerate(names):
            swatch = _Swatch(colour, name)
            self._group.addButton(swatch, colour)
            row.addWidget(swatch)
        self.take_colour(taken)
        return holder

    def _check(self) -> None:
        self.save.setEnabled(bool(self.name.text().strip()))

    def _save(self) -> None:
        name = self.name.text().strip()
        if not name:
            return
        self.close()
        self.saved.emit(name, self._group.checkedId())
