"""Buttons: one primary action a view, bordered and quiet ones beside it, and icons.

Promise: each is at least 28 px high, has an accessible name and a tooltip, works with Space and Enter, and
shows a focus ring when reached by keyboard.
"""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from panda_desktop.ui.icons import icon
from panda_desktop.ui.kit.focus import paint_focus_ring
from panda_desktop.ui.kit.heights import LEAST, control_height, line_height
from panda_desktop.ui.kit.labels import plain_tip
from panda_desktop.ui.kit.style import set_variant
from panda_desktop.ui.kit.toggling import Toggling
from panda_desktop.ui.theme import look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(Toggling, QPushButton):
    """A button with words. Variants: `bordered`, `quiet`, `accent`, `danger`, `primary`."""

    def __init__(
        self,
        text: str = "",
        variant: str = "bordered",
        *,
        icon_name: str = "",
        tip: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Makes a button.

        Args:
            text: its words, plain.
            variant: see the class.
            icon_name: an icon before the words, or none.
            tip: says more than the words; the words when empty.
            small: the size used in cards and under messages.
            parent: the owner.
        """
        super().__init__(parent)
        self._icon_name = icon_name
        self._variant = variant
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_variant(self, "variant", variant)
        if small:
            set_variant(self, "small", True)
        self.set_text(text)
        self.set_tip(tip or text)
        self._show_icon()
        look().changed.connect(self._show_icon)

    def set_text(self, text: str) -> None:
        """Sets the words; an `&` in them is shown, not read as a mnemonic."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def set_tip(self, tip: str) -> None:
        """Sets the tooltip, plain text."""
        self.setToolTip(plain_tip(tip))

    def set_icon(self, icon_name: str) -> None:
        """Changes the icon; an empty name takes it away."""
        self._icon_name = icon_name
        self._show_icon()

    def set_variant(self, variant: str) -> None:
        """Changes the variant."""
        self._variant = variant
        set_variant(self, "variant", variant)
        self._show_icon()

    def sizeHint(self) -> QSize:
        """At least 28 px high, and as high as any button of its kind."""
        return self._as_high(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """At least 28 px high."""
        return super().minimumSizeHint().expandedTo(QSize(LEAST, LEAST))

    def _as_high(self, hint: QSize) -> QSize:
        """Adds what this text, or the icon alone, is lower than a line of the language in force."""
        metrics, text = self.fontMetrics(), self.text()
        own = metrics.size(Qt.TextFlag.TextShowMnemonic, text).height() if text else 0
        if not self.icon().isNull():
            own = max(own, self.iconSize().height())
        missing = max(0, line_height(metrics) - own) if own else 0
        return QSize(max(LEAST, hint.width()), max(LEAST, hint.height() + missing))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button, as Space does."""
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the focus ring."""
        super().paintEvent(event)
        paint_focus_ring(self, on_accent=self._variant == "primary")

    def changeEvent(self, event: QEvent) -> None:
        """Draws the icon for the surface the button has now: a disabled one is never on the accent."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._show_icon()

    def _show_icon(self) -> None:
        side = look().pixels(16)
        if not self._icon_name:
            self.setIcon(QIcon())
            return
        primary = "on_accent" if self.isEnabled() else "text"
        role = {"primary": primary, "quiet": "muted", "accent": "accent", "danger": "danger"}.get(
            self._variant, "text"
        )
        self.setIcon(icon(self._icon_name, role, checked_role="accent"))
        self.setIconSize(QSize(side + 4, side))  # air between icon and words


class PrimaryButton(Button):
    """The one main action of a view."""

    def __init__(
        self, text: str = "", *, icon_name: str = "", tip: str = "", parent: QWidget | None = None
    ) -> None:
        """Makes the main button of a view."""
        super().__init__(text, "primary", icon_name=icon_name, tip=tip, parent=parent)


class IconButton(Toggling, QToolButton):
    """A square button with an icon only. Its name is heard by screen readers and shown as tooltip."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        *,
        role: str = "muted",
        size: int = 18,
        bordered: bool = False,
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Makes an icon button.

        Args:
            icon_name: see `ui.icons.icon`.
            name: what the button does, in words.
            role: colour of the icon.
            size: side of the icon at 100 % text size.
            bordered: draws a border.
            checkable: it stays down; the icon is drawn in the accent colour while it is.
            parent: the owner.
        """
        super().__init__(parent)
        self._icon_name = icon_name
        self._role = role
        self._side = size
        self.setCheckable(checkable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        if bordered:
            set_variant(self, "bordered", True)
        self.set_name(name)
        self._show_icon()
        look().changed.connect(self._show_icon)

    def set_name(self, name: str) -> None:
        """Sets what is heard and shown as tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))

    def set_icon(self, icon_name: str, role: str = "") -> None:
        """Changes the icon, and its colour when `role` is given."""
        self._icon_name = icon_name
        self._role = role or self._role
        self._show_icon()

    def sizeHint(self) -> QSize:
        """At least 28 px on each side; with a border, as high as the buttons it stands beside."""
        hint = super().sizeHint().expandedTo(QSize(LEAST, LEAST))
        if self.property("bordered") == "true":
            side = control_height(self)
            return QSize(side, side)
        return hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button, as Space does."""
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the focus ring."""
        super().paintEvent(event)
        paint_focus_ring(self)

    def _show_icon(self) -> None:
        side = look().pixels(self._side)
        self.setIcon(icon(self._icon_name, self._role, checked_role="accent"))
        self.setIconSize(QSize(side, side))
