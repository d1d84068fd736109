"""What a place shows while it holds nothing: what it is for and the first action.

Promise: an empty place is never just blank.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit.buttons import Button, PrimaryButton
from panda_desktop.ui.kit.labels import Label
from panda_desktop.ui.theme import look


class EmptyState(QWidget):
    """Icon, title, a sentence and up to two actions, centred.

    Signals:
        acted: the first action was taken.
        acted_second: the second action was taken.
    """

    acted = Signal()
    acted_second = Signal()

    def __init__(
        self,
        icon_name: str,
        title: str,
        text: str,
        *,
        action: str = "",
        second_action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Makes the place's words; an action without words is left out."""
        super().__init__(parent)
        self._icon_name = icon_name
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = Label(title, "heading", wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text = Label(text, "muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setMaximumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addSpacing(4)
        column.addWidget(self._title)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._text, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(8)
        column.addLayout(self._actions(action, second_action))
        column.addStretch(3)
        self._draw_icon()
        look().changed.connect(self._draw_icon)

    def set_words(self, title: str, text: str) -> None:
        """Changes the words, such as from “nothing yet” to “nothing found”."""
        self._title.setText(title)
        self._text.setText(text)

    def _actions(self, action: str, second_action: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        if action:
            first = PrimaryButton(action)
            first.clicked.connect(lambda _checked=False: self.acted.emit())
            row.addWidget(first)
        if second_action:
            second = Button(second_action)
            second.setMinimumHeight(first.sizeHint().height() if action else 0)
            second.clicked.connect(lambda _checked=False: self.acted_second.emit())
            row.addWidget(second)
        row.addStretch(1)
        return row

    def _draw_icon(self) -> None:
        controller = look()
        side = controller.pixels(40)
        self._icon.setPixmap(
            icon_pixmap(self._icon_name, controller.theme.muted, side, self.devicePixelRatioF())
        )
