"""The chips of the tags above the list: one press shows only the chats that carry one.

Promise: two lines and a half high at most, whatever the number of tags; each chip says its name and what it
does.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolButton, QWidget

from panda_desktop.domain.folders import Tag
from panda_desktop.ui.chat.sidebar_paint import tag_colour
from panda_desktop.ui.kit import FlowLayout, paint_focus_ring, plain_tip
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.kit.toggling import Toggling
from panda_desktop.ui.theme import look

_GAP: Final = 6
_WIDEST: Final = 160


class TagChip(Toggling, QToolButton):
    """One tag. Down while only its chats are shown.

    Signals:
        menu_wanted(object): its menu shall open at this global `QPoint`.
    """

    menu_wanted = Signal(object)

    def __init__(self, tag: Tag, *, parent: QWidget | None = None) -> None:
        """Shows `tag`."""
        super().__init__(parent)
        self.tag = tag
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Tag {name}").format(name=tag.name))
        self.setToolTip(plain_tip(self.tr("Only chats with the tag “{name}”").format(name=tag.name)))

    def sizeHint(self) -> QSize:
        """As wide as its name."""
        metrics = QFontMetrics(look().small_font())
        width = metrics.horizontalAdvance(self.tag.name) + look().pixels(32)
        return QSize(min(width, look().pixels(_WIDEST)), max(28, metrics.height() + 10))

    def minimumSizeHint(self) -> QSize:
        """May be cut."""
        return QSize(40, self.sizeHint().height())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Opens its menu, by mouse or by the menu key."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.mapToGlobal(self.rect().bottomLeft()) if by_key else event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the chip."""
        theme, ink = look().theme, tag_colour(self.tag)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(0, 1, -1, -2)
        ground = QColor(ink)
        ground.setAlphaF(0.18 if self.isChecked() else 0.0)
        painter.setBrush(
            ground if self.isChecked() else QColor(theme.hover if self.underMouse() else theme.side)
        )
        painter.setPen(QPen(ink if self.isChecked() else QColor(theme.line), 1))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        side = look().pixels(8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        dot = QRect(look().pixels(9), area.center().y() - side // 2 + 1, side, side)
        painter.drawEllipse(mirrored(self, self.rect(), dot))
        painter.setPen(QColor(theme.text))
        painter.setFont(look().small_font())
        words = QRect(
            area.left() + look().pixels(22), area.top(), area.width() - look().pixels(28), area.height()
        )
        shown = painter.fontMetrics().elidedText(self.tag.name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(
            mirrored(self, self.rect(), words),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            shown,
        )
        painter.end()
        paint_focus_ring(self, radius=area.height() / 2)


class TagRow(QScrollArea):
    """The chips of all tags; gone while there are none.

    Attributes:
        chips: in order.

    Signals:
        chosen(object): only the tag with this id is wanted; None for all.
        menu_wanted(object, object): the menu of this `Tag` shall open at this global `QPoint`.
    """

    chosen = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Shows no tag."""
        super().__init__(parent)
        self.chips: list[TagChip] = []
        self._lines = 2
        self._inner = QWidget()
        self._flow = FlowLayout(self._inner, gap=_GAP)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Tags"))
        self._inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._inner.installEventFilter(self)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit)
        look().changed.connect(self._fitting.start)
        self.hide()

    def show_tags(self, tags: Sequence[Tag], chosen: str | None) -> None:
        """Shows these tags, of which perhaps one is chosen."""
        if [chip.tag for chip in self.chips] != list(tags):
            focused = next((chip.tag.id for chip in self.chips if chip.hasFocus()), "")
            for chip in self.chips:
                self._flow.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self.chips = [self._chip(tag) for tag in tags]
            for chip in self.chips:
                if chip.tag.id == focused:
                    chip.setFocus()
        for chip in self.chips:
            chip.setChecked(chip.tag.id == chosen)
        self.setVisible(bool(self.chips))
        self._fit()

    def set_lines(self, lines: int) -> None:
        """Shows this many lines at most."""
        if lines != self._lines:
            self._lines = lines
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the height of one or two lines when the width differs."""
        if watched is self._inner and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fitting.start()
        elif isinstance(watched, TagChip) and event.type() is QEvent.Type.FocusIn:
            self.ensureWidgetVisible(watched, 0, 4)
        return super().eventFilter(watched, event)

    def _chip(self, tag: Tag) -> TagChip:
        chip = TagChip(tag, parent=self._inner)
        chip.clicked.connect(lambda checked: self.chosen.emit(tag.id if checked else None))
        chip.menu_wanted.connect(lambda point: self.menu_wanted.emit(tag, point))
        chip.installEventFilter(self)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _fit(self) -> None:
        if not self.chips:
            return
        line = self.chips[0].sizeHint().height()
        wanted = self._flow.heightForWidth(max(1, self.viewport().width()))
        # Where there are more, half of the next line says so.
        whole = self._lines * (line + _GAP)
        height = wanted if wanted <= whole else whole + line // 2
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
