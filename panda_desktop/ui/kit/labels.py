"""Labels: plain text in one of the roles of the type scale.

Promise: no label of ours ever reads its text as HTML, so foreign text can load nothing and fake nothing.
"""

from collections.abc import Iterator
from typing import Final
from unicodedata import east_asian_width

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from panda_desktop.ui.kit.style import set_variant

_TIP_COLUMNS: Final = 76


def plain_tip(text: str) -> str:
    """Returns a tooltip that shows `text` as it is: Qt would read a tooltip with tags in it as HTML.

    It is HTML only where Qt could take it for that: a screen reader reads the tooltip of a widget without a
    description, tags and all. Lines are broken here, as Qt breaks those of HTML only.
    """
    if "<" in text or "&lt;" in text:
        import html  # seldom needed, and not before the first paint

        return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>"
    return "\n".join(piece for line in text.split("\n") for piece in _broken(line))


def _broken(line: str) -> Iterator[str]:
    """Yields a line in pieces that are not too wide for a tooltip."""
    begin = space = width = 0
    for at, letter in enumerate(line):
        width += 2 if east_asian_width(letter) in "WF" else 1
        if letter == " ":
            space = at
        if width > _TIP_COLUMNS and at > begin:
            end = space if space > begin else at
            yield line[begin:end]
            begin = end + (end == space)
            width = sum(2 if east_asian_width(each) in "WF" else 1 for each in line[begin : at + 1])
    yield line[begin:]


class Label(QLabel):
    """A line or paragraph of plain text.

    Roles: `body`, `muted`, `small`, `strong`, `heading`, `title`, `section`, `warning`, `danger`, `accent`.
    """

    def __init__(
        self, text: str = "", role: str = "body", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        """Makes a label; `wrap` lets it grow in height."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self.set_role(role)

    def set_role(self, role: str) -> None:
        """Changes the role."""
        set_variant(self, "role", role)

    def set_selectable(self, selectable: bool = True) -> None:
        """Lets the text be selected by mouse and keyboard."""
        flags = Qt.TextInteractionFlag
        by_both = flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        self.setTextInteractionFlags(by_both if selectable else flags.NoTextInteraction)


class SectionLabel(Label):
    """The word above a field or a group of rows. Give it the field as `buddy` so screen readers join them."""

    def __init__(self, text: str, buddy: QWidget | None = None, *, parent: QWidget | None = None) -> None:
        """Makes the label of `buddy`."""
        super().__init__(text, "section", parent=parent)
        if buddy is not None:
            self.setBuddy(buddy)


class ElidedLabel(Label):
    """One line that ends in “…” where it does not fit; the whole text is its tooltip and accessible name."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        """Makes a label that shrinks to any width; `mode` says where the text is cut."""
        self._mode = mode
        self._full = ""
        super().__init__("", role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(0)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Sets the text; line breaks become spaces."""
        self._full = " ".join(text.splitlines())
        super().setText(self._full)
        self.setAccessibleName(self._full)
        self._refresh_tip()

    def minimumSizeHint(self) -> QSize:
        """Allows any width."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the tooltip only while something is cut off."""
        super().resizeEvent(event)
        self._refresh_tip()

    def changeEvent(self, event: QEvent) -> None:
        """Measures again after a change of font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._refresh_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line, cut to the width."""
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        style = self.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self._full, self._mode, area.width())
        alignment = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        role = self.foregroundRole()
        style.drawItemText(painter, area, int(alignment), option.palette, self.isEnabled(), shown, role)
        painter.end()

    def _refresh_tip(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self._full) > self.contentsRect().width()
        self.setToolTip(plain_tip(self._full) if cut else "")
