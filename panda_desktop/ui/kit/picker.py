"""A button that shows what is chosen and opens a list to choose from: models, conversations, languages.

Promise: any number of choices can be searched and taken by keyboard, and their words are shown as they are.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from panda_desktop.ui.icons import icon_pixmap
from panda_desktop.ui.kit.buttons import Button
from panda_desktop.ui.kit.choice_rows import Choice
from panda_desktop.ui.kit.choices import ChoicePopover
from panda_desktop.ui.kit.focus import paint_focus_ring
from panda_desktop.ui.kit.heights import control_height
from panda_desktop.ui.kit.labels import plain_tip
from panda_desktop.ui.kit.mirroring import mirrored
from panda_desktop.ui.theme import look
from panda_desktop.ui.wording import labelled


class PickerButton(Button):
    """Shows the taken choice; pressing it opens the list.

    Signals:
        chosen(str): the person took a value (not emitted by `set_value`).
        starred(str, bool): the star of a value was turned on or off in the list.
        foot_taken: the button of `set_foot` was taken.
    """

    chosen = Signal(str)
    starred = Signal(str, bool)
    foot_taken = Signal()

    def __init__(
        self,
        name: str,
        choices: Sequence[Choice] = (),
        *,
        placeholder: str = "",
        compact: bool = False,
        accent: bool = False,
        free_text: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Makes a picker.

        Args:
            name: what is chosen, heard by screen readers before the taken choice.
            choices: in order; those of one section stand together.
            placeholder: words while nothing is taken.
            compact: the height of a button, for headers; else that of a field.
            accent: drawn with an accent border.
            free_text: what is typed into the search can be taken too, such as a model nobody listed.
            parent: the owner.
        """
        super().__init__("", "accent" if accent else "bordered", parent=parent)
        self._name = name
        self._placeholder = placeholder
        self._choices: tuple[Choice, ...] = ()
        self._value = ""
        self._free_text = free_text
        self._popover: ChoicePopover | None = None
        self._foot = ("", "")
        self._compact = compact
        self.setProperty("compact", "true" if compact else "false")
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred if compact else policy.Expanding, policy.Fixed)
        self.setAccessibleDescription(self.tr("Opens a list"))  # the role would be lost with "press"
        self.clicked.connect(lambda _checked=False: self.open())
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replaces the choices; the taken value stays, listed or not."""
        self._choices = tuple(choices)
        self._show_value()

    def choices(self) -> tuple[Choice, ...]:
        """Returns the choices."""
        return self._choices

    def value(self) -> str:
        """Returns the taken value, or an empty string."""
        return self._value

    def set_value(self, value: str) -> None:
        """Takes a value; one that is not listed is shown as it is."""
        self._value = value
        self._show_value()

    def open(self) -> None:
        """Opens the list."""
        if self._popover is not None:
            return
        popover = ChoicePopover(self, self._name, self._choices, self._value, free_text=self._free_text)
        popover.taken.connect(self._take)
        popover.starred.connect(self.starred)
        popover.foot_taken.connect(self.foot_taken)
        if self._foot[0]:
            popover.set_foot(*self._foot)
        popover.closed.connect(self._forget)
        popover.setMinimumWidth(max(self.width(), look().pixels(240)))
        self._popover = popover
        popover.open_at(self)

    def set_foot(self, words: str, tip: str) -> None:
        """Has a button below the list that ends in `foot_taken`."""
        self._foot = (words, tip)

    def popover(self) -> ChoicePopover | None:
        """Returns the open list, or None."""
        return self._popover

    def sizeHint(self) -> QSize:
        """Wide enough for the taken choice, within reason."""
        metrics = QFontMetrics(self.font())
        width = min(metrics.horizontalAdvance(self._words()), look().pixels(220)) + 28 + look().pixels(16)
        least = control_height(self)
        height = least if self._compact else max(least, metrics.height() + 16)
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        """May shrink to a few letters."""
        return QSize(72, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the button, the words cut to the width, and the arrow."""
        theme = look().theme
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        side = look().pixels(16)
        area = mirrored(self, self.rect(), self.rect().adjusted(11, 0, -side - 14, 0))
        words = self.fontMetrics().elidedText(self._words(), Qt.TextElideMode.ElideRight, area.width())
        colour = option.palette.color(QPalette.ColorRole.ButtonText) if self._value else QColor(theme.muted)
        painter.setPen(colour)
        alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(alignment), words)
        arrow = icon_pixmap("chevron-down", colour.name(), side, self.devicePixelRatioF())
        place = QRect(self.width() - side - 8, (self.height() - side) // 2, side, side)
        painter.drawPixmap(mirrored(self, self.rect(), place).topLeft(), arrow)
        painter.end()
        paint_focus_ring(self)

    def _words(self) -> str:
        for choice in self._choices:
            if choice.value == self._value:
                return choice.title
        return self._value or self._placeholder

    def _show_value(self) -> None:
        words = self._words()
        self.setAccessibleName(labelled(self._name, words) if words else self._name)
        self.setToolTip(plain_tip(labelled(self._name, words) if words else self._name))
        self.updateGeometry()
        self.update()

    def _take(self, value: str) -> None:
        self.set_value(value)
        self.chosen.emit(value)

    def _forget(self) -> None:
        if self._popover is not None:
            self._popover.deleteLater()
            self._popover = None
